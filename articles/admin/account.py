"""Accounts and groups, for the administrator; and who was locked out by wrong passwords."""

from typing import Any

from axes.models import AccessAttempt
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.base import DeskAdmin
from articles.admin.site import desk
from articles.times import moment


def _permission_name(permission: Any) -> str:
    return str(permission.name)


WORDS = {
    "is_active": (_("Account is open"), _("Untick to close the account. What its owner wrote keeps their name.")),
    "is_staff": (_("Works on the desk"), _("May sign in here. The groups below decide what for.")),
}


@admin.register(User, site=desk)
class AccountAdmin(DeskAdmin, UserAdmin):
    """An administrator hands out the desk's groups; only a superuser makes superusers or single permissions."""

    list_display = ("username", "first_name", "last_name", "groups_shown", "is_active", "signed_in")
    list_filter = ("is_active", "groups")
    filter_horizontal = ()
    search_help_text = _("A name, user name or mail address.")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[User]":
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=_("groups"))
    def groups_shown(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        if obj is None:
            return self.add_fieldsets
        rights = ["is_active", "is_staff", "groups"]
        if request.user.is_superuser:  # type: ignore[union-attr]
            rights += ["is_superuser", "user_permissions"]
        return (
            (None, {"fields": ("username", "password")}),
            (_("Name"), {"fields": ("first_name", "last_name", "email")}),
            (_("What they may do"), {"fields": rights}),
            (_("Dates"), {"fields": ("signed_in", "joined")}),
        )

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        return ("signed_in", "joined")

    @admin.display(description=_("last signed in"), ordering="last_login")
    def signed_in(self, user: User) -> str:
        return moment(user.last_login) or gettext("never")

    @admin.display(description=_("account made"))
    def joined(self, user: User) -> str:
        return moment(user.date_joined)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and db_field.name in WORDS:
            field.label, field.help_text = WORDS[db_field.name]
        return field

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest | None, **kwargs: Any) -> Any:
        if db_field.name == "groups":
            kwargs["widget"] = forms.CheckboxSelectMultiple
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "groups" and field is not None:
            field.help_text = _("The groups decide what this person may do on the desk.")
        return field

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_change_permission(request, obj) and self._below(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_delete_permission(request, obj) and self._below(request, obj)

    def _below(self, request: HttpRequest, obj: User | None) -> bool:
        """Nobody but a superuser touches a superuser's account: its password would be a way up."""
        return obj is None or not obj.is_superuser or request.user.is_superuser  # type: ignore[union-attr]


@admin.register(Group, site=desk)
class DeskGroupAdmin(DeskAdmin, GroupAdmin):
    """What each group may do. Only the desk's own permissions and those over accounts are offered."""

    list_display = ("name",)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest | None = None, **kwargs: Any) -> Any:
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "permissions" and field is not None:
            ours = Q(content_type__app_label="articles") | Q(content_type__app_label="auth")
            field.queryset = field.queryset.filter(ours)  # type: ignore[attr-defined]
            field.label_from_instance = _permission_name  # type: ignore[method-assign, assignment]
        return field


@admin.register(AccessAttempt, site=desk)
class LockedAdmin(DeskAdmin):
    """Wrong passwords that count against an account. Deleting an entry lets its owner try again at once."""

    list_display = ("username", "ip_address", "failures_since_start", "attempt_time")
    search_fields = ("username", "ip_address")
    ordering = ("-attempt_time",)
    fields = readonly_fields = ("username", "ip_address", "failures_since_start", "attempt_time", "user_agent")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("auth.change_user")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("auth.change_user")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("auth.change_user")
