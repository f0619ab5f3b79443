"""The site's name and look on the desk: words, logos and colours that readers have from the next page on."""

import re
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.onerow import OneRowAdmin, OneRowForm
from articles.admin.site import desk
from articles.colours import CHOSEN, DEFAULTS, HEX, LEAST, too_close
from articles.html import as_text, from_text
from articles.images.logo import read_logo
from articles.images.reading import PictureRefused
from articles.models import SiteIdentity

MOST_LINKS = 12
OWN_PATH = re.compile(r"/[^\s\\]*")
SCHEMES = {"light": gettext_lazy("in the light"), "dark": gettext_lazy("in the dark")}
CALLED = {"ink": gettext_lazy("text"), "accent": gettext_lazy("accent")}


class ColourField(forms.CharField):
    """A colour from the browser's own picker. The colour as it comes is kept as none."""

    def __init__(self, default: str, **options: Any) -> None:
        self.default = default
        super().__init__(**options | {"required": False, "widget": forms.TextInput(attrs={"type": "color"})})

    def prepare_value(self, value: Any) -> Any:
        return value or self.default

    def clean(self, value: Any) -> str:
        colour = str(super().clean(value)).lower()
        if colour and not HEX.fullmatch(colour):
            raise ValidationError(_("Write a colour as # and six figures: #9b1c1c."))
        return "" if colour == self.default else colour

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or self.default) != (str(data or "").lower() or self.default)


class LinksField(forms.CharField):
    """Links, one a line: the words, then the address."""

    def __init__(self, *, own_paths: bool = False, **options: Any) -> None:
        self.own_paths = own_paths
        area = forms.Textarea(attrs={"rows": 4, "cols": 70})
        super().__init__(**options | {"required": False, "widget": area, "max_length": 5_000})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(f"{one['name']} {one['url']}" for one in value) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial or [])).split() != str(data or "").split()

    def clean(self, value: Any) -> Any:
        lines = [line.strip() for line in str(super().clean(value)).splitlines() if line.strip()]
        if len(lines) > MOST_LINKS:
            raise ValidationError(_("At most %(most)s links.") % {"most": MOST_LINKS})
        return [self._link(line) for line in lines]

    def _link(self, line: str) -> dict[str, str]:
        name, _space, url = line.rpartition(" ")
        try:
            if not name.strip():
                raise ValidationError("")
            if not (self.own_paths and OWN_PATH.fullmatch(url) and not url.startswith("//")):
                URLValidator(["https", "http"])(url)
        except ValidationError:
            raise ValidationError(
                _("“%(line)s” is no link: write the words, then the address with https://.") % {"line": line[:80]}
            ) from None
        return {"name": name.strip(), "url": url}


class TypedField(forms.CharField):
    """A text as it is typed: paragraphs, lists, emphasis and links; kept as cleaned HTML."""

    def __init__(self, rows: int, **options: Any) -> None:
        area = forms.Textarea(attrs={"rows": rows, "cols": 80})
        super().__init__(**options | {"required": False, "widget": area, "max_length": 60_000})

    def prepare_value(self, value: Any) -> Any:
        typed = as_text(value) if isinstance(value, str) and value.lstrip().startswith("<") else None
        return value if typed is None else typed

    def clean(self, value: Any) -> str:
        return from_text(str(super().clean(value)).replace("\r\n", "\n").replace("\r", "\n"))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial or "")).split() != str(data or "").split()


class LogoField(forms.FileField):
    """A picture file, decoded and made anew: (bytes, digest, width, height)."""

    def __init__(self, **options: Any) -> None:
        kinds = forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"})
        super().__init__(**options | {"required": False, "widget": kinds})

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if not file:
            return None
        try:
            return read_logo(file)
        except PictureRefused as refusal:
            raise ValidationError(str(refusal)) from None


_TYPING = gettext_lazy(
    "A blank line begins a paragraph, “- ” a list; **strong**, *emphasis*, [words](https://address)."
)
_LINKS = gettext_lazy("One a line: the words, then the address.")


class IdentityForm(OneRowForm):
    new_logo = LogoField(
        label=gettext_lazy("Logo"),
        help_text=gettext_lazy("PNG, JPEG or WebP, best with a transparent ground. It stands in place of the name."),
    )
    no_logo = forms.BooleanField(label=gettext_lazy("Take the logos away"), required=False)
    new_dark_logo = LogoField(
        label=gettext_lazy("Logo for the dark"),
        help_text=gettext_lazy(
            "For readers whose screens are dark. Without it the logo stands on a white plate there."
        ),
    )
    footer_html = TypedField(3, label=gettext_lazy("Text at the foot"), help_text=_TYPING)
    about_html = TypedField(
        14,
        label=gettext_lazy("How we work"),
        help_text=gettext_lazy("Stands at /about/: who you are, how you work, who pays for it. Typed as above."),
    )
    footer_links = LinksField(label=gettext_lazy("Links at the foot"), own_paths=True, help_text=_LINKS)
    social_links = LinksField(label=gettext_lazy("Elsewhere"), help_text=_LINKS)

    class Meta:
        model = SiteIdentity
        fields = (
            *("name", "tagline", "contact", "about_standard", "about_html", "footer_html"),
            *("footer_links", "social_links", *SiteIdentity.COLOURS["light"], *SiteIdentity.COLOURS["dark"]),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, fields in SiteIdentity.COLOURS.items():
            for part, field in zip(CHOSEN, fields, strict=True):
                if field in self.fields:
                    self.fields[field] = ColourField(DEFAULTS[name][part], label=self.fields[field].label)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for name, fields in SiteIdentity.COLOURS.items():
            given = zip(fields, CHOSEN, strict=True)
            if all(field in data for field in fields):
                self._check(name, [data[field] or DEFAULTS[name][part] for field, part in given])
        return data

    def _check(self, name: str, colours: list[str]) -> None:
        for found in too_close(*colours):
            self.add_error(
                f"{name}_{found.front}",
                _(
                    "%(what)s %(colour)s on the background %(background)s %(scheme)s has a contrast of "
                    "%(contrast).1f:1. Readers need %(least).1f:1; it is %(lack).1f short. Make one of the two lighter "
                    "or darker."
                )
                % {
                    "what": str(CALLED[found.front]).capitalize(),
                    "colour": found.colour,
                    "background": found.background,
                    "scheme": SCHEMES[name],
                    "contrast": int(found.contrast * 10) / 10,  # never said to be enough when it is not
                    "least": LEAST,
                    "lack": max(0.1, LEAST - found.contrast),
                },
            )

    def save(self, commit: bool = True) -> Any:
        identity, data = self.instance, self.cleaned_data
        if data.get("no_logo"):
            identity.logo = identity.dark_logo = None
            identity.logo_key = identity.dark_logo_key = ""
        if logo := data.get("new_logo"):
            identity.logo, identity.logo_key, identity.logo_width, identity.logo_height = logo
        if dark := data.get("new_dark_logo"):
            identity.dark_logo, identity.dark_logo_key = dark[:2]
        return super().save(commit)


@admin.register(SiteIdentity, site=desk)
class SiteIdentityAdmin(OneRowAdmin):
    form = IdentityForm
    saved = gettext_lazy("Readers have it from the next page on.")
    readonly_fields = ("present_logos",)
    fieldsets = (
        (None, {"fields": ["name", "tagline", "contact", "seen"]}),
        (gettext_lazy("Logo"), {"fields": ["present_logos", "new_logo", "new_dark_logo", "no_logo"]}),
        (
            gettext_lazy("Colours"),
            {
                "fields": [SiteIdentity.COLOURS["light"], SiteIdentity.COLOURS["dark"]],
                "description": gettext_lazy(
                    "All other colours of the site follow from these. Colours that cannot be read together are refused."
                ),
            },
        ),
        (gettext_lazy("At the foot of every page"), {"fields": ["footer_html", "footer_links", "social_links"]}),
        (gettext_lazy("How we work"), {"fields": ["about_html", "about_standard"]}),
    )

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        if "name" in form.base_fields:
            form.base_fields["name"].help_text = _("Left empty, it is the one of the installation.")
        return form

    @admin.display(description=gettext_lazy("As it is"))
    def present_logos(self, identity: SiteIdentity) -> SafeString | str:
        if not identity.logo_key:
            return _("none: the name stands there")
        address = reverse("logo", args=(identity.logo_key,))
        return format_html('<img class="logo-shown" src="{}" alt="{}">', address, _("the logo"))
