"""The settings of the tests: the installation's own in development, on a database of the tests' own.

Nothing of the caller's environment counts, so that a test answers the same on every machine.
"""

import os

for name in [name for name in os.environ if name.startswith("NEWSROOM_") and not name.startswith("NEWSROOM_TEST_")]:
    del os.environ[name]
os.environ["NEWSROOM_ENVIRONMENT"] = "development"
os.environ["NEWSROOM_SECRET_KEY"] = "a key for tests alone, it is long enough and no secret to anybody"
os.environ.pop("DATABASE_URL", None)

from newsroom.settings import *  # noqa: E402, F403
from newsroom.settings import ALLOWED_HOSTS, STORAGES  # noqa: E402

ALLOWED_HOSTS += ["testserver"]
AXES_ENABLED = False  # the tests of the login switch it on; all others sign people in without a request
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
