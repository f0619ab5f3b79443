import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission

from articles.models.role import ROLES, RoleGrant, grant_roles

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


def test_a_group_that_an_administrator_renamed_keeps_its_role() -> None:
    Group.objects.filter(name="Editor").update(name="Redaktion")
    RoleGrant.objects.filter(role="Editor", codename="approve_article").delete()  # as before a new version had it
    Group.objects.get(name="Redaktion").permissions.remove(Permission.objects.get(codename="approve_article"))
    grant_roles(apps.get_app_config("articles"))
    assert permissions("Redaktion") == set(ROLES["Editor"])
    assert not Group.objects.filter(name="Editor").exists()


def test_a_group_that_an_administrator_deleted_does_not_come_back() -> None:
    Group.objects.get(name="Reporter").delete()
    grant_roles(apps.get_app_config("articles"))
    assert not Group.objects.filter(name="Reporter").exists()
