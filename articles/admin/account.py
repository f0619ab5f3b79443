"""Accounts and groups, for the administrator; and who was locked out by wrong passwords."""

from typing import Any

from axes.models import AccessAttempt
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import (
    AdminPasswordChangeForm,
    ReadOnlyPasswordHashField,
    UserChangeForm,
    UserCreationForm,
)
from django.contrib.auth.models import Group, Permission, User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.base import DeskAdmin, called
from articles.admin.site import desk
from articles.models.role import ROLES
from articles.times import moment

WORDS = {
    "username": (
        _("User name"),
        _("For signing in, and for being called in a comment: letters, digits and @ . + - _"),
    ),
    "is_active": (_("Account is open"), _("Untick to close the account. What its owner wrote keeps their name.")),
    "is_staff": (_("Works on the desk"), _("May sign in here. The groups below decide what for.")),
    "is_superuser": (_("May do everything"), _("For whoever runs the installation: no group is asked any more.")),
    "email": (_("Mail address"), _("Notices go there too. Left empty, they are shown on the desk alone.")),
}
RIGHTS = {
    "view": _("See %(what)s"),
    "add": _("Add %(what)s"),
    "change": _("Change %(what)s"),
    "delete": _("Delete %(what)s"),
}


class NewAccountForm(UserCreationForm):
    """A name and a password; the rest follows on the next page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label, self.fields["username"].help_text = WORDS["username"]


class AccountForm(UserChangeForm):
    password = ReadOnlyPasswordHashField(
        label=_("Password"), help_text=_("Nobody can read it. Set a new one where it was forgotten.")
    )


class NewPasswordForm(AdminPasswordChangeForm):
    """A new password, and no account that is opened from elsewhere without one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("usable_password", None)
        self.label_suffix = ""


class RightsField(forms.ModelMultipleChoiceField):
    """What a group may do, in words, below what it is about."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        verb, _sep, noun = obj.codename.partition("_")
        if verb in RIGHTS and noun == obj.content_type.model:
            return str(RIGHTS[verb]) % {"what": called(obj.content_type.model_class()._meta)[1]}
        return capfirst(obj.name.removeprefix("Can "))


class GroupFilter(admin.RelatedFieldListFilter):
    """Who is in which group, and who is in none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.empty_value_display = gettext("none")


@admin.register(User, site=desk)
class AccountAdmin(DeskAdmin, UserAdmin):
    """An administrator hands out the desk's groups; only a superuser makes superusers. Nobody has rights of their own:
    what a person may do is read off their groups."""

    form = AccountForm
    add_form = NewAccountForm
    add_form_template = None
    change_password_form = NewPasswordForm
    add_fieldsets = ((None, {"fields": ("username", "password1", "password2")}),)

    list_display = ("username", "first_name", "last_name", "groups_shown", "is_active", "signed_in")
    list_filter = ("is_active", ("groups", GroupFilter))
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
            rights += ["is_superuser"]
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
        if field is not None and db_field.name == "groups":
            field.widget.can_add_related = False
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
    """What each group may do: of all rights those that some page of the desk asks for."""

    list_display = ("name",)

    filter_horizontal = ()

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest | None, **kwargs: Any) -> Any:
        if db_field.name != "permissions":
            return super().formfield_for_manytomany(db_field, request, **kwargs)
        offered = {codename for codenames in ROLES.values() for codename in codenames}
        ours = Permission.objects.filter(codename__in=offered, content_type__app_label__in=("articles", "auth"))
        rights = ours.select_related("content_type").order_by("content_type__app_label", "content_type__model", "pk")
        return RightsField(rights, label=_("What its members may do"), required=False)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Rights that are not offered here stay as they were."""
        others = list(form.instance.permissions.exclude(pk__in=form.fields["permissions"].queryset))
        super().save_related(request, form, formsets, change)
        form.instance.permissions.add(*others)


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
