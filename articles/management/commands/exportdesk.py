"""manage.py exportdesk FILE: everything the desk has, or everything readers have had, in one archive."""

import gzip
import os
from argparse import ArgumentParser
from pathlib import Path
from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles.archive.writing import write_archive, write_ninjs
from articles.context import this_site


class Command(BaseCommand):
    help = "Write the whole desk into an archive of JSON lines; importdesk reads it into an empty database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="such as desk.jsonl, or desk.jsonl.gz")
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--published", action="store_true", help="only what readers have had: no draft, no account")
        what.add_argument("--ninjs", action="store_true", help="what readers have now, a ninjs 3.1 object a line")

    def handle(self, *, file: Path, published: bool, ninjs: bool, **options: Any) -> None:
        part = file.with_name(f"{file.name}.part")
        try:
            with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as raw:
                out = cast(IO[bytes], gzip.GzipFile(fileobj=raw, mode="wb") if file.suffix == ".gz" else raw)
                with out:
                    now = timezone.now()
                    if ninjs:
                        rows, files = write_ninjs(out, site=this_site(), now=now)
                    else:
                        rows, files = write_archive(out, now=now, published=published)
            os.replace(part, file)
        except OSError as fault:
            part.unlink(missing_ok=True)
            raise CommandError(f"{file} could not be written: {fault.strerror or fault}.") from fault
        self.stdout.write(f"{file}: {rows} {'articles' if ninjs else 'rows'}" + (f", {files} files" if files else ""))
