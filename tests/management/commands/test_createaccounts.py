"""`createaccounts`: accounts to try the desk with, and none of them where readers are."""

import stat
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def var(settings: Any, tmp_path: Path) -> Path:
    settings.VAR_DIR = settings.BASE_DIR = tmp_path
    return tmp_path


def run(*options: str) -> dict[str, str]:
    out = StringIO()
    call_command("createaccounts", *options, stdout=out)
    return dict(line.split(maxsplit=1) for line in out.getvalue().splitlines()[1:])


def test_makes_one_account_a_role_in_its_group() -> None:
    passwords = run()
    assert {user.username: [group.name for group in user.groups.all()] for user in User.objects.all()} == {
        "reporter": ["Reporter"],
        "editor": ["Editor"],
        "publisher": ["Publisher"],
        "administrator": ["Administrator"],
    }
    assert [user.username for user in User.objects.filter(is_superuser=True)] == ["administrator"]
    for name, password in passwords.items():
        assert authenticate(username=name, password=password).is_staff


def test_keeps_passwords_to_the_one_who_ran_it(var: Path) -> None:
    run()
    assert stat.S_IMODE((var / "accounts.txt").stat().st_mode) == 0o600


def test_changes_nothing_the_second_time() -> None:
    first = run()
    User.objects.filter(username="reporter").update(first_name="Vera")
    assert run() == first
    assert User.objects.get(username="reporter").first_name == "Vera"
    assert User.objects.count() == 4


def test_says_so_where_a_password_was_not_kept(var: Path) -> None:
    run()
    (var / "accounts.txt").unlink()
    assert "changepassword" in run()["editor"]


def test_refuses_in_production_unless_asked(settings: Any) -> None:
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="--anyway"):
        run()
    assert not User.objects.exists()
    assert len(run("--anyway")) == 4
