"""The parts of the article form that Django has not: the tag box, and choices that cost no query a row."""

import csv
import io
import re
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db.models import Model, Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Tag, TagKind, TagSynonym
from articles.report_date import validate_report_date
from articles.slugs import slug_for
from articles.text.datelines import read_dates
from articles.text.report import Block, Role

MOST_TAGS = 100


class TagBox(forms.TextInput):
    """Names separated by commas. With JavaScript it becomes chips with suggestions (static/admin-suggest.js)."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        query = {"app_label": "articles", "model_name": "articletag", "field_name": "tag"}
        context = self.get_context(name, value, attrs)
        context["suggestions"] = f"{reverse('admin:autocomplete')}?{urlencode(query)}"
        return SafeString(render_to_string("admin/widgets/tag_box.html", context))


def names_in(text: str) -> list[str]:
    """The names in a comma-separated line, each once whatever its case; a name with a comma stands in double quotes."""
    lines = csv.reader(io.StringIO(text.replace("\r", "\n")), skipinitialspace=True)
    names = (" ".join(name.split()) for line in lines for name in line)
    found: dict[str, str] = {}
    for name in filter(None, names):
        found.setdefault(name.casefold(), name)
    return list(found.values())


def line_of(names: list[str]) -> str:
    """The comma-separated line of names that `names_in` reads."""
    return ", ".join(f'"{name.replace(chr(34), chr(34) * 2)}"' if {",", '"'} & set(name) else name for name in names)


class TagsField(forms.CharField):
    """Tags by their names or synonyms, whatever the case. New names only where `may_add`; the form saves them."""

    widget = TagBox
    may_add = False

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", gettext_lazy("Tags"))
        options.setdefault("required", False)
        options.setdefault("help_text", gettext_lazy("Separated by commas: Ukraine, Sanctions."))
        super().__init__(max_length=5000, **options)

    def clean(self, value: Any) -> list[Tag]:  # type: ignore[override]
        names = names_in(super().clean(value))
        if len(names) > MOST_TAGS:
            raise ValidationError(_("An article has at most %(most)s tags.") % {"most": MOST_TAGS})
        known = _known_tags(names)
        tags = [known.get(name.casefold()) or Tag(name=name, kind=TagKind.KEYWORD) for name in names]
        unknown = [tag.name for tag in tags if tag.pk is None]
        if unknown and not self.may_add:
            raise ValidationError(
                _("No such tag: %(names)s. Choose a tag that exists, or ask an editor to add it.")
                % {"names": line_of(unknown)}
            )
        if long := [name for name in unknown if len(name) > 100]:
            raise ValidationError(_("This is too long for a tag: %(name)s") % {"name": long[0]})
        return list({tag.name.casefold(): tag for tag in tags}.values())

    def has_changed(self, initial: Any, data: Any) -> bool:
        return sorted(map(str.casefold, names_in(initial or ""))) != sorted(map(str.casefold, names_in(data or "")))


def _known_tags(names: list[str]) -> dict[str, Tag]:
    """The tags of these names by the casefolded name that was typed: by name first, else by a synonym of one tag."""
    asked = {name.casefold() for name in names}
    any_case = Q(pk__in=[])
    for name in names:
        any_case |= Q(name__iexact=name) | Q(slug=slug_for(name, "tag"))
    found = {tag.name.casefold(): tag for tag in Tag.objects.filter(any_case)}
    missing = asked - set(found)
    synonyms = Q(pk__in=[])
    for name in missing:
        synonyms |= Q(name__iexact=name)
    meant: dict[str, set[Tag]] = {}
    for synonym in TagSynonym.objects.filter(synonyms, weak=False).select_related("tag") if missing else ():
        meant.setdefault(synonym.name.casefold(), set()).add(synonym.tag)
    return found | {name: tags.pop() for name, tags in meant.items() if len(tags) == 1}


class ReportDateField(forms.CharField):
    """A date as far as it is known, in figures (2022-02-22, --02-22) or in words (22 February 2022, February 22)."""

    default_validators = [validate_report_date]

    def __init__(self, **options: Any) -> None:
        super().__init__(**options | {"max_length": 60})

    def to_python(self, value: Any) -> str:
        text = " ".join((super().to_python(value) or "").split())
        dates = read_dates(text, (Block(Role.BODY, 0, len(text), 1, "typed"),)) if text else ()
        if len(dates) != 1 or (dates[0].start, dates[0].end) != (0, len(text)) or not (dates[0].month or dates[0].year):
            return text
        year = f"{dates[0].year:04}" if dates[0].year else "-"
        return year + "".join(f"-{part:02}" for part in (dates[0].month, dates[0].day) if part)


class KnownSelect(AutocompleteSelect):
    """Django's autocomplete, which asks the database for the name of each chosen row; this one is told it."""

    known: Model | None = None

    def optgroups(self, name: str, value: list[str], attr: Any = None) -> Any:
        value = [one for one in value if re.fullmatch(r"\d{1,18}", str(one), re.ASCII)]  # forged: no number of a row
        if self.known is None or [str(self.known.pk)] != [str(one) for one in value]:
            return super().optgroups(name, value, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options.append(self.create_option(name, self.known.pk, str(self.known), True, len(options)))
        return [(None, options, 0)]
