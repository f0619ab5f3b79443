"""What the site is called and how it looks, as administrators and publishers set it."""

from typing import Any, ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.colours import HEX, Scheme, scheme
from articles.models.onerow import OneRow


def _colour(label: Any) -> "models.CharField[str, str]":
    return models.CharField(label, max_length=7, blank=True, validators=[RegexValidator(f"^{HEX.pattern}$")])


class SiteIdentity(OneRow):
    """What is "" is as the installation or the software has it. The logos are PNG files that this program made."""

    name = models.CharField(_("name of the site"), max_length=80, blank=True)
    tagline = models.CharField(
        _("tagline"), max_length=120, blank=True, help_text=_("A few words below the name: what the site is.")
    )
    logo = models.BinaryField(null=True, editable=False)
    logo_key = models.CharField(max_length=32, blank=True, editable=False)
    logo_width = models.PositiveSmallIntegerField(default=0, editable=False)
    logo_height = models.PositiveSmallIntegerField(default=0, editable=False)
    dark_logo = models.BinaryField(null=True, editable=False)
    dark_logo_key = models.CharField(max_length=32, blank=True, editable=False)

    light_paper = _colour(_("background"))
    light_ink = _colour(_("text"))
    light_accent = _colour(_("accent"))
    dark_paper = _colour(_("background in the dark"))
    dark_ink = _colour(_("text in the dark"))
    dark_accent = _colour(_("accent in the dark"))

    footer_html = models.TextField(_("text at the foot"), blank=True)
    footer_links = models.JSONField(_("links at the foot"), default=list, blank=True)
    social_links = models.JSONField(_("elsewhere"), default=list, blank=True)
    contact = models.EmailField(_("mail address for readers"), blank=True)
    about_html = models.TextField(_("how we work"), blank=True)
    about_standard = models.BooleanField(_("explain the labels below it"), default=True)

    COLOURS: ClassVar[dict[str, tuple[str, str, str]]] = {
        "light": ("light_paper", "light_ink", "light_accent"),
        "dark": ("dark_paper", "dark_ink", "dark_accent"),
    }
    NOT_ON_EVERY_PAGE: ClassVar[tuple[str, ...]] = ("logo", "dark_logo", "about_html")

    class Meta:
        verbose_name = _("name and look of the site")
        verbose_name_plural = _("name and look of the site")
        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="site_identity_once"),)

    def __str__(self) -> str:
        return str(_("Name and look of the site"))

    @classmethod
    def of_this_site(cls) -> "SiteIdentity":
        """What holds at this moment, without what few pages need; blank where nobody has set anything. One query."""
        return cls.objects.defer(*cls.NOT_ON_EVERY_PAGE).first() or cls()

    def colours(self, name: str) -> Scheme:
        """All colours of "light" or "dark"."""
        return scheme(name, *(getattr(self, field) for field in self.COLOURS[name]))

    @property
    def has_colours(self) -> bool:
        return any(getattr(self, field) for fields in self.COLOURS.values() for field in fields)
