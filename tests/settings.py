"""The settings of the tests: the installation's own in development, on a database of the tests' own.

Nothing of the caller's environment counts but NEWSROOM_TEST_..., so that a test answers the same on every machine.
NEWSROOM_TEST_DATABASE=postgresql runs the tests on PostgreSQL.
"""

import os

from tests import postgres

for name in [name for name in os.environ if name.startswith("NEWSROOM_") and not name.startswith("NEWSROOM_TEST_")]:
    del os.environ[name]
os.environ["NEWSROOM_ENVIRONMENT"] = "development"
os.environ["NEWSROOM_SECRET_KEY"] = "a key for tests alone, it is long enough and no secret to anybody"
os.environ["DATABASE_URL"] = "sqlite://:memory:"
if os.environ.get("NEWSROOM_TEST_DATABASE") == "postgresql":
    os.environ["DATABASE_URL"] = postgres.address()

from newsroom.settings import *  # noqa: E402, F403
from newsroom.settings import ALLOWED_HOSTS, DATABASES, STORAGES  # noqa: E402

ALLOWED_HOSTS += ["testserver"]
AXES_ENABLED = False  # the tests of the login switch it on; all others sign people in without a request
DATABASES["default"]["OPTIONS"].pop("pool", None)  # its threads would outlive the test's database
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["default"]["BACKEND"] = "django.core.files.storage.InMemoryStorage"
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
