"""`manage.py createaccounts`: one account for each role, to try the desk with."""

import os
import secrets
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import BaseCommand, CommandError

ROLES = ("reporter", "editor", "publisher", "administrator")


class Command(BaseCommand):
    help = "Create the accounts reporter, editor, publisher and administrator, and print their generated passwords."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--anyway", action="store_true", help="create them in production too")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION and not options["anyway"]:
            raise CommandError("These accounts are for trying things out. Say --anyway to have them in production.")
        file = settings.VAR_DIR / "accounts.txt"
        passwords = dict(line.split() for line in file.read_text().splitlines()) if file.exists() else {}
        for role in ROLES:
            user, new = get_user_model().objects.get_or_create(
                username=role, defaults={"is_staff": True, "is_superuser": role == "administrator"}
            )
            if new:
                user.set_password(passwords.setdefault(role, secrets.token_urlsafe(12)))
                user.save()
                user.groups.set(Group.objects.filter(name=role.capitalize()))
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as kept:
            kept.writelines(f"{role} {password}\n" for role, password in passwords.items())
        self.stdout.write(f"Accounts for the desk, kept in {file.relative_to(settings.BASE_DIR)}:")
        for role in ROLES:
            self.stdout.write(f"  {role:14} {passwords.get(role, '(password not kept: manage.py changepassword)')}")
