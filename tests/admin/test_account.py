"""Accounts: an administrator hands out groups, and nobody climbs above themselves."""

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse

from tests import cast
from tests.admin.pages import filled

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def address(user: User) -> str:
    return reverse("admin:auth_user_change", args=(user.pk,))


def test_it_gives_an_account_its_groups(client: Client) -> None:
    client.force_login(cast.administrator())
    rita = cast.reporter()
    groups = [Group.objects.get(name=name).pk for name in ("Reporter", "Editor")]
    client.post(address(rita), filled(client.get(address(rita)), "user_form", groups=groups))
    assert set(rita.groups.values_list("name", flat=True)) == {"Reporter", "Editor"}


def test_its_filter_and_the_pages_of_passwords_speak_like_the_rest_of_the_desk(client: Client) -> None:
    client.force_login(cast.administrator())
    groups = client.get(reverse("admin:auth_user_changelist")).content.decode()
    assert ">none</a>" in groups.split('data-filter-title="groups"', 1)[1].split("</ul>", 1)[0]
    for page in (reverse("admin:password_change"), reverse("admin:auth_user_password_change", args=(1,))):
        html = client.get(page, follow=True).content.decode()
        assert "assword</label>" in html and ":</label>" not in html, page


def test_it_makes_no_superuser_and_hands_out_no_single_permission(client: Client) -> None:
    client.force_login(cast.administrator())
    adam = cast.administrator()
    page = client.get(address(adam))
    assert 'name="is_superuser"' not in page.content.decode()
    one = Permission.objects.get(codename="delete_logentry")
    client.post(address(adam), filled(page, "user_form", is_superuser="on", user_permissions=[one.pk]))
    adam.refresh_from_db()
    assert not adam.is_superuser
    assert not adam.user_permissions.exists()


def test_it_keeps_administrators_away_from_superusers(client: Client) -> None:
    vera = User.objects.create_superuser("vera", password="a long and right one")
    client.force_login(cast.administrator())
    assert client.post(address(vera), {"username": "vera", "is_active": ""}).status_code == 403
    password = reverse("admin:auth_user_password_change", args=(vera.pk,))
    new = {"password1": "another long one", "password2": "another long one", "usable_password": "true"}
    assert client.post(password, new).status_code == 403
    assert client.post(address(vera).replace("change", "delete"), {"post": "yes"}).status_code == 403
    vera.refresh_from_db()
    assert vera.check_password("a long and right one")


def test_it_offers_groups_no_permission_over_other_things(client: Client) -> None:
    client.force_login(cast.administrator())
    group = Group.objects.get(name="Editor")
    path = reverse("admin:auth_group_change", args=(group.pk,))
    assert "content type" not in client.get(path).content.decode()
    foreign = Permission.objects.get(codename="delete_session").pk
    client.post(path, {"name": "Editor", "permissions": [foreign]})
    assert not group.permissions.filter(pk=foreign).exists()


def test_it_speaks_of_rights_in_the_words_of_a_newsroom_and_keeps_those_it_does_not_offer(client: Client) -> None:
    client.force_login(User.objects.create_superuser("vera"))
    group = Group.objects.get(name="Editor")
    path = reverse("admin:auth_group_change", args=(group.pk,))
    foreign = Permission.objects.get(codename="delete_session")
    group.permissions.add(foreign)
    page = client.get(path)
    html = page.content.decode()
    assert "Send articles back for changes" in html and "Change accounts" in html
    had = set(group.permissions.all())
    client.post(path, filled(page, "group_form"))
    assert set(group.permissions.all()) == had
    password = reverse("admin:auth_user_password_change", args=(cast.administrator().pk,))
    for address_ in (address(cast.reporter()), reverse("admin:auth_user_add"), password):
        html = client.get(address_).content.decode()
        for jargon in ("Superuser", "Designates", "permissions:", "LDAP", "Raw passwords"):
            assert jargon not in html, (address_, jargon)


def test_it_lets_an_administrator_unlock_a_colleague(client: Client) -> None:
    attempt = AccessAttempt.objects.create(username="rita", failures_since_start=9)
    client.force_login(cast.administrator())
    client.post(reverse("admin:axes_accessattempt_delete", args=(attempt.pk,)), {"post": "yes"})
    assert not AccessAttempt.objects.exists()
