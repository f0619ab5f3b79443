"""The people of the tests: a reporter, an editor, a publisher, an administrator, and a stranger without an account."""

from collections.abc import Callable

from django.contrib.auth.models import AbstractUser, AnonymousUser, Group, User


def _member(username: str, group: str) -> User:
    user, made = User.objects.get_or_create(username=username, defaults={"is_staff": True})
    if made:
        user.groups.add(Group.objects.get(name=group))
    return user


def reporter(username: str = "rita") -> AbstractUser:
    return _member(username, "Reporter")


def editor(username: str = "edgar") -> AbstractUser:
    return _member(username, "Editor")


def publisher(username: str = "paula") -> AbstractUser:
    return _member(username, "Publisher")


def administrator(username: str = "adam") -> AbstractUser:
    return _member(username, "Administrator")


def stranger() -> AnonymousUser:
    return AnonymousUser()


MEMBERS: dict[str, Callable[[], AbstractUser]] = {
    "reporter": reporter,
    "editor": editor,
    "publisher": publisher,
    "administrator": administrator,
}
