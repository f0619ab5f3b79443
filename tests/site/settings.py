"""The settings of the site that is looked at: an installation in development, its files compressed as in production."""

import os
from pathlib import Path

from newsroom.settings import *  # noqa: F403
from newsroom.settings import STORAGES

STATIC_ROOT = Path(os.environ["SITE_CHECK_FOLDER"]) / "static"
MEDIA_ROOT = STATIC_ROOT.parent / "media"
STORAGES["staticfiles"]["BACKEND"] = "whitenoise.storage.CompressedManifestStaticFilesStorage"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
