"""The form of an article: the text as plain paragraphs, tags by name, and no save over somebody else's work."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.body import BodyField, at_the_door, body_of
from articles.admin.fields import ReportDateField, TagsField, line_of
from articles.html import HTML, TYPED, Written, as_written, plain
from articles.models import Article, ArticleTag, Revision, Section, Source
from articles.times import moment

TEXTS = ("headline", "standfirst", "body", "byline", "dateline", "report_date")


@dataclass(frozen=True)
class Clash:
    """A field that somebody else saved meanwhile, with what stands there now."""

    label: str
    saved: str
    long: bool


class ArticleForm(forms.ModelForm):
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    body_as = forms.ChoiceField(
        choices=((TYPED, TYPED), (HTML, HTML)), widget=forms.HiddenInput, initial=TYPED, required=False
    )
    body = BodyField()
    use_proposed = forms.BooleanField(label=gettext_lazy("Use this headline"), required=False)
    tags = TagsField()
    over = forms.IntegerField(required=False, widget=forms.HiddenInput)

    may_add_tags = False
    from_draft: ClassVar[
        dict[str, str]
    ] = {}  # texts of a side draft that are put into the form in place of what stands
    WRITTEN = (*TEXTS, "slug", "section", "source", "source_inferred", "report_date_checked")

    class Meta:
        model = Article
        fields = (
            "headline",
            "standfirst",
            "slug",
            "byline",
            "dateline",
            "report_date",
            "report_date_checked",
            "section",
            "source",
            "source_inferred",
        )
        field_classes = {"report_date": ReportDateField}
        widgets = {
            "headline": forms.Textarea(attrs={"rows": 2, "cols": 80, "class": "one-line"}),
            "standfirst": forms.Textarea(attrs={"rows": 3, "cols": 80}),
        }

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(at_the_door(data) if data is not None else None, *args, **kwargs)
        body = as_written(self.instance.body)
        self.initial.update(
            seen=self.instance.version,
            body=body.text,
            body_as=body.how,
            tags=line_of(self._tag_names()),
        )
        self.initial.update(self.from_draft)
        self.clashes: list[Clash] = []
        self.stale = False
        if "body" in self.fields:
            shown = self.data if self.is_bound else self.initial
            how = HTML if shown.get("body_as") == HTML else TYPED
            self.fields["body"].show(Written(shown.get("body", ""), how))  # type: ignore[attr-defined]
        if "tags" in self.fields:
            self.fields["tags"].may_add = self.may_add_tags  # type: ignore[attr-defined]
        if "section" in self.fields:
            chooser: Any = self.fields["section"].widget
            chooser.can_add_related = chooser.can_change_related = False
            chooser.can_view_related = chooser.can_delete_related = False
        if "source" in self.fields:
            wrapper: Any = self.fields["source"].widget
            wrapper.can_change_related = wrapper.can_view_related = wrapper.can_delete_related = False
            if self.instance.source_id is not None:
                wrapper.widget.known = self.instance.source

    def _tag_names(self) -> list[str]:
        if self.instance.pk is None:
            return []
        uses = ArticleTag.objects.filter(content_object=self.instance.pk).order_by("start", "pk")
        return list(uses.values_list("tag__name", flat=True))

    @property
    def answers_for(self) -> int:
        """The version that the person has read and answers for."""
        return int(self.cleaned_data.get("over") or self.cleaned_data.get("seen") or 0)

    def clean_headline(self) -> str:
        return " ".join(self.cleaned_data["headline"].split())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "body" in data:
            data["body"] = self._body(data)
        if data.get("use_proposed") and not data.get("headline"):
            data["headline"] = self.instance.proposed_headline
        if self.instance.pk is not None and self.answers_for != self.instance.version:
            self._refuse()
        began_empty = self.instance.pk is not None and not self.initial["headline"] and not self.initial["body"]
        if not self.errors and not began_empty and _is_empty(data):
            raise ValidationError(_("There is nothing to save yet: write a headline or some text."), code="empty")
        return data

    def _body(self, data: dict[str, Any]) -> str:
        # An untouched text keeps its HTML to the letter, whatever white space stands in it.
        if not self.fields["body"].has_changed(self.initial["body"], data["body"]):
            return self.instance.body
        return body_of(Written(data["body"], data.get("body_as") or TYPED))

    def _refuse(self) -> None:
        self.stale = True
        self.clashes = clashes(self.instance, seen=self.cleaned_data.get("seen"))
        who = self.instance.edited_by
        name = (who.get_full_name() or who.get_username()) if who is not None else _("The import")
        raise ValidationError(
            _(
                "%(who)s saved this article at %(when)s, after you had opened it. Nothing of yours was saved yet, "
                "and nothing is lost: what you typed stands below."
            ),
            code="stale",
            params={"who": name, "when": moment(self.instance.edited_at) or _("a time not on record")},
        )

    def _save_m2m(self) -> None:
        # Not Django's own: the form has no other field of many rows, and taggit would drop the evidence of tags.
        if "tags" in self.cleaned_data:
            set_tags(self.instance, self.cleaned_data["tags"])


def _is_empty(data: dict[str, Any]) -> bool:
    return not data.get("headline") and not plain(data.get("body") or "").strip()


def set_tags(article: Article, tags: list[Any]) -> None:
    """Give an article exactly these tags; those it has keep their evidence, those that are new are saved first."""
    for tag in tags:
        if tag.pk is None:
            tag.save()
    kept = {tag.pk for tag in tags}
    had = set(article.tagged.values_list("tag_id", flat=True))
    article.tagged.filter(tag_id__in=had - kept).delete()
    ArticleTag.objects.bulk_create(ArticleTag(content_object=article, tag=tag) for tag in tags if tag.pk not in had)


_COMPARED = (*TEXTS, "slug", "section", "source")
_BESIDE = {
    "tags": gettext_lazy("Tags"),
    "mentions": gettext_lazy("People"),
    "credits": gettext_lazy("Credits"),
    "pictures": gettext_lazy("Pictures"),
    "quotes": gettext_lazy("Quotes"),
}


def clashes(article: Article, *, seen: int | None) -> list[Clash]:
    """What was saved since version `seen`, field by field; `article` is as it stands in the database."""
    now = article.snapshot()
    before = Revision.objects.filter(article=article, number=seen).values_list("content", flat=True).first() or {}
    found = [
        Clash(_label(name), _spoken(name, now[name]), name == "body")
        for name in _COMPARED
        if before.get(name) != now[name]
    ]
    return found + [
        Clash(str(label), _("changed"), False)
        for name, label in _BESIDE.items()
        if before and before[name] != now[name]
    ]


def _label(name: str) -> str:
    return _("Text") if name == "body" else str(Article._meta.get_field(name).verbose_name).capitalize()


def _spoken(name: str, value: Any) -> str:
    if name == "section":
        return str(Section.objects.filter(pk=value).first() or _("none"))
    if name == "source":
        source = Source.objects.filter(pk=value).first()
        return str(source) if source else _("unknown")
    if name == "body":
        return as_written(value).text
    return str(value) or _("empty")
