"""manage.py prunerevisions: old saves and texts that were never saved go, what was published stays."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.actions.revisions import prune
from articles.actions.typing import forget


class Command(BaseCommand):
    help = (
        "Delete saves of articles, and texts kept beside them, older than NEWSROOM_REVISION_DAYS. "
        "Published ones and the latest of each stay."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--days", type=int, default=settings.NEWSROOM_REVISION_DAYS, help="keep what is younger (default: setting)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        before = timezone.now() - timedelta(days=max(options["days"], 0))
        count, texts = prune(before=before), forget(before=before)
        self.stdout.write(f"Deleted {count} {'revision' if count == 1 else 'revisions'}.")
        if texts:
            self.stdout.write(f"Deleted {texts} {'text' if texts == 1 else 'texts'} kept beside articles.")
