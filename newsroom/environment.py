"""What the environment says: readers that take the text of one variable and give a typed value.

A value that makes no sense stops the start with one sentence that names the variable.
"""

import os
import re
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured

Value = TypeVar("Value")


def read(name: str, default: Value, parse: Callable[[str], Value]) -> Value:
    """The parsed value of the variable, `default` when it is unset or blank. Nonsense names the variable and stops."""
    text = os.environ.get(name, "").strip()
    if not text:
        return default
    try:
        return parse(text)
    except ValueError as error:
        shown = re.sub("//[^/]*@", "//...@", text)  # an address may hold a password, and this ends up in logs
        raise ImproperlyConfigured(f"{name} is {shown!r}: {error}.") from None


def flag(text: str) -> bool:
    words = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    if text.lower() not in words:
        raise ValueError("say yes or no")
    return words[text.lower()]


def whole(least: int, most: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise ValueError(f"expected a whole number from {least} to {most}")
        return int(text)

    return parse


def share(text: str) -> float:
    """A number from 0.01 to 1."""
    if not re.fullmatch(r"[01](?:\.[0-9]+)?", text) or not 0.01 <= float(text) <= 1:
        raise ValueError("expected a number from 0.01 to 1 such as 0.3")
    return float(text)


def size(text: str) -> int:
    """Bytes: a whole number, or one with the unit KiB, MiB or GiB ("16 MiB")."""
    number, factor = text, 1
    for unit, bytes_of_unit in {"KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30}.items():
        if text.endswith(unit):
            number, factor = text.removesuffix(unit).strip(), bytes_of_unit
    if not number.isascii() or not number.isdigit() or int(number) == 0:
        raise ValueError("expected a number of bytes such as 16777216 or 16 MiB")
    return int(number) * factor


def one_of(*choices: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in choices:
            raise ValueError(f"expected one of {', '.join(choices)}")
        return text

    return parse


def some_of(*choices: str) -> Callable[[str], list[str]]:
    def parse(text: str) -> list[str]:
        if set(names(text)) - set(choices):
            raise ValueError(f"expected any of {', '.join(choices)}, with commas between")
        return names(text)

    return parse


def folder(text: str) -> Path:
    path = Path(text)
    if not path.is_absolute() or not path.is_dir():
        raise ValueError("expected the whole path of a folder that is there")
    return path


def names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def time_zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (OSError, ValueError, LookupError):
        raise ValueError("no such time zone; expected a name such as Europe/London") from None
    return text


def language(text: str) -> str:
    """A code such as de or pt-br, whose dates, plurals and direction of writing Django knows."""
    code = text.lower().replace("_", "-")
    if "name_local" not in LANG_INFO.get(code, {}):
        raise ValueError("no such language; expected a code such as de or pt-br")
    return code


def web_address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/") or parts.query:
        raise ValueError("expected the site's own address without a path, such as https://news.example.org")
    return f"{parts.scheme}://{parts.hostname}" + (f":{parts.port}" if parts.port else "")


def cache(url: str) -> dict[str, Any]:
    """Django's settings of the cache that the address names; without one each process keeps its own in memory."""
    scheme = urlsplit(url).scheme
    if scheme == "locmem":
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if scheme in {"redis", "rediss", "unix"}:
        if find_spec("redis") is None:
            raise ValueError("Redis and Valkey need the extra 'redis'")
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url, "KEY_PREFIX": "newsroom"}
    raise ValueError("expected locmem:// or redis://HOST:PORT/NUMBER")


def mail(url: str) -> dict[str, Any]:
    """Django's settings of the mail server that the address names; without one mails are printed."""
    parts = urlsplit(url)
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.scheme not in {"smtp", "smtps", "smtp+plain"} or not parts.hostname or port == -1:
        raise ValueError("expected console://, smtp://USER:PASSWORD@HOST:PORT (with STARTTLS) or smtps://...")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or {"smtp": 587, "smtps": 465, "smtp+plain": 25}[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }
