"""manage.py importdesk FILE: an archive of exportdesk into an empty database."""

import gzip
import zlib
from argparse import ArgumentParser
from pathlib import Path
from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError

from articles.archive.restoring import NotRestored, restore_archive


class Command(BaseCommand):
    help = "Read an archive that exportdesk wrote into an empty database: all of it, or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="such as desk.jsonl, or desk.jsonl.gz")

    def handle(self, *, file: Path, **options: Any) -> None:
        try:
            with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as source:
                restored = restore_archive(cast(IO[bytes], source))
        except NotRestored as fault:
            raise CommandError(f"{file}: {fault}") from fault
        except (OSError, EOFError, zlib.error) as fault:
            raise CommandError(f"{file} could not be read: {getattr(fault, 'strerror', None) or fault}.") from fault
        self.stdout.write(f"{restored.rows} rows" + (f", {restored.files} files" if restored.files else ""))
        if restored.holds == "desk":
            self.stdout.write("Passwords are in no archive: give each account one with manage.py changepassword NAME.")
