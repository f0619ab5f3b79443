"""manage.py readreport FILE ...: what the reading engine makes of raw reports, without a database."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from articles.ingest.lines import outline
from articles.ingest.reading import Refused, fault_of_ours, open_report
from articles.text import read
from articles.text.contract import contract


class Command(BaseCommand):
    help = "Read raw reports and print what they say, each fact with its place. Writes nothing and needs no database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--format", choices=("text", "json"), default="text", help="text for people, json a line each"
        )

    def handle(self, *, files: list[Path], format: str, **options: Any) -> None:
        refused = False
        for path in files:
            try:
                raw = open_report(path, limit=settings.NEWSROOM_REPORT_SIZE_LIMIT)
                said = contract(read(raw.text), file=str(path), raw=raw.raw, encoding=raw.encoding)
            except Exception as fault:
                refused = True
                error = str(fault) if isinstance(fault, Refused) else fault_of_ours(fault)
                self.stderr.write(json.dumps({"file": str(path), "error": error}), style_func=str)
            else:
                self.stdout.write(json.dumps(said) if format == "json" else outline(said, raw.text))
        if refused:
            sys.exit(1)
