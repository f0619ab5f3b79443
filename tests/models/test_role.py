import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission

from articles.models.role import ROLES, grant_roles

pytestmark = pytest.mark.django_db


def permissions(name: str) -> set[str]:
    return set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))


@pytest.mark.parametrize("name", ROLES)
def test_every_group_exists_after_migrate_with_its_permissions(name: str) -> None:
    assert permissions(name) == set(ROLES[name])


def test_what_an_administrator_took_away_stays_away() -> None:
    group = Group.objects.get(name="Editor")
    group.permissions.remove(Permission.objects.get(codename="approve_article"))
    grant_roles(apps.get_app_config("articles"))
    assert "approve_article" not in permissions("Editor")


def test_what_an_administrator_added_stays() -> None:
    Group.objects.get(name="Reporter").permissions.add(Permission.objects.get(codename="approve_article"))
    grant_roles(apps.get_app_config("articles"))
    assert "approve_article" in permissions("Reporter")
