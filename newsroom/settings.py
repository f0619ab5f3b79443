"""The installation's settings, all of them.

Every value that differs between installations is read from the environment (environment.py). README lists every
variable.
"""

import os
import secrets
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from newsroom.environment import (
    cache,
    flag,
    folder,
    language,
    mail,
    names,
    one_of,
    read,
    share,
    size,
    some_of,
    time_zone,
    web_address,
    whole,
)

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"


def secret_key() -> str:
    """The key from the environment or a file; in development one made at the first start and kept below var/."""
    key = os.environ.get("NEWSROOM_SECRET_KEY", "")
    file = os.environ.get("NEWSROOM_SECRET_KEY_FILE", "")
    if not key and file:
        try:
            key = Path(file).read_text().strip()
        except OSError as error:
            raise ImproperlyConfigured(f"NEWSROOM_SECRET_KEY_FILE is {file!r}: {error.strerror}.") from None
    if not key and DEVELOPMENT:
        kept = VAR_DIR / "secret.key"
        try:
            VAR_DIR.mkdir(mode=0o700, exist_ok=True)
            if not kept.exists():
                with open(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
                    new.write(secrets.token_urlsafe(50))
            key = kept.read_text().strip()
        except OSError as error:
            raise ImproperlyConfigured(f"Cannot keep a key in {kept}: {error.strerror}.") from None
    if len(key) < 50 or len(set(key)) < 5:
        raise ImproperlyConfigured("NEWSROOM_SECRET_KEY (or NEWSROOM_SECRET_KEY_FILE) must hold 50 random characters.")
    return key


def database(url: str) -> dict[str, Any]:
    """Django's settings of the database that the address names: SQLite or PostgreSQL."""
    try:
        config: dict[str, Any] = dict(dj_database_url.parse(url))
    except (ValueError, KeyError):
        raise ValueError("expected sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME") from None
    options: dict[str, Any] = config.setdefault("OPTIONS", {})
    if config["ENGINE"] == "django.db.backends.sqlite3":
        folder = Path(config["NAME"]).parent
        if folder != VAR_DIR and not folder.is_dir():
            raise ValueError(f"there is no folder {folder}")
        # IMMEDIATE: a transaction that reads first and writes later would else fail at once, without waiting its turn.
        options |= {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS}
    elif config["ENGINE"] == "django.db.backends.postgresql":
        if find_spec("psycopg") is None:
            raise ValueError("PostgreSQL needs the extra 'postgres' (psycopg)")
        # A pool smaller than the threads of a worker makes readers wait for each other.
        if find_spec("psycopg_pool") and options.get("pool", True) is True:
            options["pool"] = {"min_size": 1, "max_size": NEWSROOM_THREADS + 2, "timeout": 10}
        options.setdefault("connect_timeout", 5)
    else:
        raise ValueError("only SQLite and PostgreSQL are supported")
    return config


# What kind of installation this is. Production is the default: who forgets to say so gets the strict one.

NEWSROOM_ENVIRONMENT = read("NEWSROOM_ENVIRONMENT", "production", one_of("development", "production"))
DEVELOPMENT = NEWSROOM_ENVIRONMENT == "development"
PRODUCTION = not DEVELOPMENT

DEBUG = read("NEWSROOM_DEBUG", False, flag)
if DEBUG and PRODUCTION:
    raise ImproperlyConfigured("NEWSROOM_DEBUG is for development alone: it shows code to readers.")

# The site

NEWSROOM_SITE_NAME = read("NEWSROOM_SITE_NAME", "Newsroom", str)
NEWSROOM_SITE_URL = read("NEWSROOM_SITE_URL", "http://127.0.0.1:8000" if DEVELOPMENT else "", web_address)
NEWSROOM_NOTICE = read("NEWSROOM_NOTICE", "", str)
NEWSROOM_FOUR_EYES = read("NEWSROOM_FOUR_EYES", True, flag)
NEWSROOM_LEAD_DAYS = read("NEWSROOM_LEAD_DAYS", 14, whole(1, 3_650))
NEWSROOM_REVISION_DAYS = read("NEWSROOM_REVISION_DAYS", 365, whole(1, 36_500))
NEWSROOM_ARCHIVE_SIZE_LIMIT = read("NEWSROOM_ARCHIVE_SIZE_LIMIT", 256 << 20, size)
NEWSROOM_REPORT_SIZE_LIMIT = read("NEWSROOM_REPORT_SIZE_LIMIT", 16 << 20, size)
NEWSROOM_PICTURE_SIZE_LIMIT = read("NEWSROOM_PICTURE_SIZE_LIMIT", 16 << 20, size)
NEWSROOM_PICTURE_PIXEL_LIMIT = read("NEWSROOM_PICTURE_PIXEL_LIMIT", 50, whole(1, 80)) * 1_000_000
NEWSROOM_PICTURES_MUST_HAVE: list[str] = read(
    "NEWSROOM_PICTURES_MUST_HAVE", list[str](), some_of("file", "alt", "credit")
)
NEWSROOM_STORY_LIKENESS = read("NEWSROOM_STORY_LIKENESS", 0.6, share)
NEWSROOM_PROXIES = read("NEWSROOM_PROXIES", 0 if DEVELOPMENT else 1, whole(0, 5))
NEWSROOM_THREADS = read("NEWSROOM_THREADS", 8, whole(1, 64))

if PRODUCTION and not NEWSROOM_SITE_URL.startswith("https://"):
    raise ImproperlyConfigured("NEWSROOM_SITE_URL must be set in production and begin with https://.")

# An article's form has a row of fields for each mention and quote; a long report has hundreds.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DATA_UPLOAD_MAX_MEMORY_SIZE = max(4 << 20, NEWSROOM_REPORT_SIZE_LIMIT)

SECRET_KEY = secret_key()
ALLOWED_HOSTS = read(
    "NEWSROOM_ALLOWED_HOSTS",
    ["127.0.0.1", "localhost", "[::1]"] if DEVELOPMENT else [urlsplit(NEWSROOM_SITE_URL).hostname or ""],
    names,
)
if PRODUCTION and any(host in {"*", "."} for host in ALLOWED_HOSTS):
    raise ImproperlyConfigured("NEWSROOM_ALLOWED_HOSTS must name the site's hosts in production, not '*'.")

# The application

INSTALLED_APPS = [
    "articles",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "taggit",
    "django_filters",
    "django_prose_editor",
    "axes",
]

MIDDLEWARE = [
    # First, so that files of whitenoise, redirects and errors carry the headers too.
    "articles.middleware.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "articles.middleware.Compression",
    "articles.middleware.readers_bring_no_cookie",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "articles.middleware.readers_only_read",
    "articles.middleware.desk_in_english",
    "articles.middleware.no_zero_bytes",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TAGGIT_CASE_INSENSITIVE = True

# A template that stands there under the same name comes before ours.
NEWSROOM_TEMPLATES = read("NEWSROOM_TEMPLATES", None, folder)
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [*filter(None, [NEWSROOM_TEMPLATES]), BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Language and time

LANGUAGE_CODE = read("NEWSROOM_LANGUAGE", "en", language)
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = read("NEWSROOM_TIME_ZONE", "UTC", time_zone)
USE_TZ = True
USE_I18N = True

# Data

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;"  # readers go on while the desk writes
    "PRAGMA synchronous=FULL;"  # a publication that was acknowledged survives a power cut
    "PRAGMA journal_size_limit=67108864;"
    "PRAGMA mmap_size=268435456;"
    "PRAGMA cache_size=-32768;"  # 32 MiB a connection
    "PRAGMA temp_store=MEMORY;"
)
DATABASES = {"default": read("DATABASE_URL", database(f"sqlite:///{VAR_DIR / 'newsroom.sqlite3'}"), database)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    INSTALLED_APPS.append("django.contrib.postgres")
else:
    VAR_DIR.mkdir(mode=0o700, exist_ok=True)
CACHES = {"default": read("NEWSROOM_CACHE_URL", cache("locmem://"), cache)}

# Mail: notices to those concerned

globals().update(read("NEWSROOM_MAIL_URL", mail("console://"), mail))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = read("NEWSROOM_MAIL_FROM", f"newsroom@{urlsplit(NEWSROOM_SITE_URL).hostname or 'localhost'}", str)

# Files

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    },
}
WHITENOISE_ROOT = BASE_DIR / "root"  # what browsers ask for at the root, whatever the page says
WHITENOISE_ALLOW_ALL_ORIGINS = False  # its files are for this site's pages
MEDIA_ROOT = read("NEWSROOM_MEDIA_ROOT", VAR_DIR / "media", folder)
MEDIA_URL = "/media/"

# Who may come in

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
CSRF_FAILURE_VIEW = "articles.views.errors.stale_form"

# Wrong passwords are counted in the database, so that all workers share the count.
AXES_HANDLER = "axes.handlers.database.AxesDatabaseHandler"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = read("NEWSROOM_LOGIN_ATTEMPTS", 8, whole(1, 1000))
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_HTTP_RESPONSE_CODE = 429
AXES_LOCKOUT_CALLABLE = "articles.views.errors.locked_out"
AXES_CLIENT_IP_CALLABLE = "articles.middleware.client_address"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

# Cookies and transport

SESSION_COOKIE_AGE = 14 * 60 * 60  # a long working day
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
if NEWSROOM_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    # The prefix binds the cookie to this very host: no sister domain can set it.
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"

# What is written down, all to standard error

LOG_LEVEL = read("NEWSROOM_LOG_LEVEL", "INFO", one_of("DEBUG", "INFO", "WARNING", "ERROR"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": ["console"], "level": LOG_LEVEL, "propagate": False},
        "django.server": {"handlers": ["console"], "level": LOG_LEVEL, "propagate": False},
        # Answers of 4xx are no event of ours: a stranger's mistyped address must not fill the log.
        "django.request": {"level": "ERROR"},
    },
}
