"""manage.py loadseeds [PATH ...]: raw reports in, articles on the desk out."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone
from tqdm import tqdm

from articles.ingest.lines import as_json, as_text, tally_text
from articles.ingest.load import load
from articles.ingest.tally import Result


class Command(BaseCommand):
    help = "Load raw reports: texts, pages, feeds, archives. Run again, it changes nothing that has not changed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders (default: seeds/)")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
        parser.add_argument("--publish", action="store_true", help="also publish every report that has a headline")
        parser.add_argument("--format", choices=("text", "json"), default="text", help="how the outcomes are printed")
        parser.add_argument("--workers", type=int, choices=range(1, 65), default=1, metavar="N", help="readers at once")

    def handle(self, *, paths: list[Path], format: str, **options: Any) -> None:
        line = as_json if format == "json" else as_text
        with tqdm(disable=None, unit="report", file=sys.stderr, leave=False) as bar:

            def each(outcome: Any, total: int | None) -> None:
                bar.total = total
                bar.update()
                with bar.external_write_mode(file=sys.stdout):
                    self.stdout.write(line(outcome))

            wanted = {name: options[name] for name in ("publish", "dry_run", "workers")}
            tally = load(paths or [settings.BASE_DIR / "seeds"], now=timezone.now(), each=each, **wanted)
        self.stdout.write(as_json(tally) if format == "json" else tally_text(tally, dry_run=options["dry_run"]))
        if tally.count(Result.REFUSED):
            sys.exit(1)
