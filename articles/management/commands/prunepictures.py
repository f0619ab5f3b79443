"""manage.py prunepictures: files of pictures that nothing names any more go."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.actions.pictures import sweep


class Command(BaseCommand):
    help = "Delete the files of pictures that no article, save, publication or preview names, and that are a day old."

    def handle(self, *args: Any, **options: Any) -> None:
        swept = sweep(now=timezone.now())
        self.stdout.write(f"Deleted {swept.deleted} {'picture' if swept.deleted == 1 else 'pictures'}.")
        if swept.withdrawn:
            self.stdout.write(f"Took {swept.withdrawn} of killed articles off the site.")
