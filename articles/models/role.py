"""The desk's groups, and which permissions each was given when."""

from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import models
from django.utils.translation import gettext_lazy as _

_REPORTER = [
    "view_article",
    "add_article",
    "change_article",
    "take_up_article",
    "submit_article",
    "view_source",
    "view_person",
    "view_tag",
    "view_section",
    "view_intake",
    "view_reportchange",
    "view_lead",
    "change_lead",
    "view_story",
    "view_decision",
    "view_proposal",
    "view_quotation",
]
_EDITOR = [
    *_REPORTER,
    *[
        "edit_any_article",
        "request_changes_article",
        "approve_article",
        "confirm_article",
        "rework_article",
        "spike_article",
        "add_source",
        "change_source",
        "add_person",
        "change_person",
        "add_tag",
        "change_tag",
        "view_curatedfront",
        "change_curatedfront",
        "add_section",
        "change_section",
        "add_story",
        "change_story",
        "change_proposal",
    ],
]
_PUBLISHER = [
    *_EDITOR,
    *[
        "publish_article",
        "unpublish_article",
        "kill_article",
        "view_siteidentity",
        "change_siteidentity",
        "lift_embargo_article",
    ],
]
_ADMINISTRATOR = [
    *_PUBLISHER,
    *[
        "delete_source",
        "delete_person",
        "delete_tag",
        "delete_section",
        "view_user",
        "add_user",
        "change_user",
        "delete_user",
        "view_group",
        "change_group",
    ],
]

ROLES: dict[str, list[str]] = {
    "Reporter": _REPORTER,
    "Editor": _EDITOR,
    "Publisher": _PUBLISHER,
    "Administrator": _ADMINISTRATOR,
}
"""Group name -> codenames of the permissions that it starts with."""


class RoleGrant(models.Model):
    """One permission handed to one group by the software. What an administrator takes away stays away: it is on record
    here as handed out, so that a later migration does not hand it out again. `role` is the name that the group began
    with; an administrator may call it otherwise, or delete it."""

    role = models.CharField(max_length=150)
    group = models.ForeignKey(Group, models.SET_NULL, null=True, related_name="+")
    codename = models.CharField(max_length=100)

    class Meta:
        verbose_name = _("granted permission")
        verbose_name_plural = _("granted permissions")
        constraints = (models.UniqueConstraint(fields=("role", "codename"), name="role_grant_once"),)

    def __str__(self) -> str:
        return f"{self.role}: {self.codename}"


def grant_roles(sender: AppConfig, using: str = "default", **kwargs: Any) -> None:
    """After a migration: make the four groups and hand each the permissions that it was never handed before."""
    # The order of the handlers of one signal is not ours to set: make sure that the permissions are there.
    for config in (sender, apps.get_app_config("auth")):
        create_permissions(config, verbosity=0, using=using)
    permissions = {
        permission.codename: permission
        for permission in Permission.objects.using(using).filter(content_type__app_label__in=("articles", "auth"))
    }
    for role, codenames in ROLES.items():
        grants = RoleGrant.objects.using(using).filter(role=role)
        granted = set(grants.values_list("codename", flat=True))
        group = _group_of(role, grants, using)
        new = [code for code in codenames if code not in granted and code in permissions]
        if group is not None:
            group.permissions.add(*(permissions[code] for code in new))
            grants.bulk_create([RoleGrant(role=role, group=group, codename=code) for code in new])


def _group_of(role: str, grants: "models.QuerySet[RoleGrant]", using: str) -> Group | None:
    """The group that has a role, whatever it is called by now; made at first; None when it was deleted since."""
    if grants.exists():
        return Group.objects.using(using).filter(pk__in=grants.values("group")).first()
    return Group.objects.using(using).get_or_create(name=role)[0]
