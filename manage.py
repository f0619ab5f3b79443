#!/usr/bin/env python3
"""Newsroom's command line: `python manage.py help` lists the commands."""

import os
import sys
from io import TextIOWrapper


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    # A server is strict unless told otherwise; a command at somebody's terminal works from a plain checkout.
    os.environ.setdefault("NEWSROOM_ENVIRONMENT", "development")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that knows no “ stops no command in its middle
            stream.reconfigure(errors="backslashreplace")
    try:
        from django.conf import settings
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit("Django is not installed here: run `make run`, or use the Python in .venv/bin.")
    try:
        settings.INSTALLED_APPS  # noqa: B018  # reads the settings: nonsense in them is one sentence, not a traceback
    except ImproperlyConfigured as error:
        sys.exit(f"Newsroom cannot start. {error}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
