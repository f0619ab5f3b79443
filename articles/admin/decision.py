"""The log of decisions about stories, people, sources and tags: who, when, what, why, and the way back."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles.actions.deciding import undo
from articles.actions.decisions import DecisionRefused
from articles.admin.base import DeskList, FormlessAdmin, KindFilter, article_link, link
from articles.admin.reasons import label_reasons, story_reasons
from articles.admin.site import desk
from articles.models import Article, Decision, DecisionSubject, Kind, Proposal, Story, Verdict
from articles.policy import may
from articles.times import moment

LOGGED = 30
MOST_NAMED = 8
PAGES = {Kind.PERSON: "person", Kind.SOURCE: "source", Kind.TAG: "tag"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision in words. `blocked`: a later one about the same stands, which is undone first."""

    pk: int
    at: datetime
    who: str
    said: SafeString
    reason: str
    undone: str
    undoable: bool
    blocked: bool = False


class Names:
    """What articles are called, read once for all decisions of a page."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        numbers = {number for one in decisions for number in _articles_of(one)[:MOST_NAMED]}
        rows = Article.objects.filter(pk__in=numbers).only("headline", "proposed_headline")
        self.articles = {row.pk: str(row) for row in rows}

    def article(self, number: int) -> SafeString:
        name = self.articles.get(number)
        return article_link(number, name) if name is not None else format_html("{}", _("a report that is gone"))

    def all_articles(self, numbers: Sequence[int]) -> SafeString:
        listed = format_html_join(", ", "“{}”", ((self.article(number),) for number in numbers[:MOST_NAMED]))
        more = len(numbers) - MOST_NAMED
        return listed if more <= 0 else format_html("{} {}", listed, _("and %(count)s more") % {"count": more})


def _articles_of(decision: Decision) -> list[int]:
    details = decision.details
    return [*details.get("articles", []), *([details["article"]] if "article" in details else [])]


def story_link(number: int | None) -> SafeString:
    text = _("story %(number)s") % {"number": number}
    return link(reverse("admin:articles_story_change", args=(number,)), text)


def stories(numbers: Iterable[int]) -> SafeString:
    return format_html_join(", ", "{}", ((story_link(number),) for number in numbers))


def said(decision: Decision, names: Names) -> SafeString:
    """What was decided, in a sentence with links."""
    words = _STORY_WORDS if decision.kind == Kind.STORY else _LABEL_WORDS
    tell = words.get(decision.verb)
    if tell is None:
        return format_html("{}", decision.verb)
    return tell(decision, names)


Tell = Callable[[Decision, Names], SafeString]


def _verdict(decision: Decision) -> str:
    value = decision.details.get("verdict", "")
    return str(Verdict(value).label).lower() if value in Verdict.values else str(value)


def _group(one: Decision, names: Names) -> SafeString:
    others = [number for number in one.details["stories"] if number != one.details["story"]]
    return format_html(_("made one story of {} and {}"), story_link(one.details["story"]), stories(others))


def _split(one: Decision, names: Names) -> SafeString:
    told = names.all_articles(one.details["articles"])
    return format_html(
        _("took {} out of {} into {}"), told, *map(story_link, (one.details["story"], one.details["new"]))
    )


def _move(one: Decision, names: Names) -> SafeString:
    told = names.article(one.details["article"])
    places = map(story_link, (one.details["left"], one.details["story"]))
    return format_html(_("put “{}” from {} into {}"), told, *places)


def _absorb(one: Decision, names: Names) -> SafeString:
    return format_html(_("made {} part of {}"), *map(story_link, (one.details["left"], one.details["story"])))


def _confirm(one: Decision, names: Names) -> SafeString:
    return format_html(_("confirmed {}"), story_link(one.details["story"]))


def _entitle(one: Decision, names: Names) -> SafeString:
    return format_html(_("called {} “{}”"), story_link(one.details["story"]), one.details.get("title", ""))


def _answered(one: Decision, names: Names) -> SafeString:
    return format_html(_("answered “{}” about {}"), _verdict(one), stories(one.details["stories"]))


def _kept_apart(one: Decision, names: Names) -> SafeString:
    return format_html(_("keeps {} apart from now on"), stories(one.details["stories"]))


def _label(decision: Decision, number: int, name: str) -> SafeString:
    page = PAGES[Kind(decision.kind)]
    return link(reverse(f"admin:articles_{page}_change", args=(number,)), name or f"{number}")


def _merged(one: Decision, names: Names) -> SafeString:
    keep = _label(one, one.details["keep"], one.details["keep_name"])
    return format_html(_("merged “{}” into {}"), one.details["gone_name"], keep)


def _label_answered(one: Decision, names: Names) -> SafeString:
    called = one.details.get("names") or [""] * 2
    pair = [_label(one, number, name) for number, name in zip(one.details["numbers"], called, strict=False)]
    return format_html(_("answered “{}” about {} and {}"), _verdict(one), *pair)


def _labels_apart(one: Decision, names: Names) -> SafeString:
    pair = [_label(one, one.details[side], one.details.get(f"{side}_name", "")) for side in ("keep", "gone")]
    return format_html(_("keeps {} and {} apart from now on"), *pair)


_STORY_WORDS: dict[str, Tell] = {
    "group": _group,
    "split": _split,
    "move": _move,
    "join": _move,
    "absorb": _absorb,
    "confirm": _confirm,
    "entitle": _entitle,
    "decide": _answered,
    "keep apart": _kept_apart,
}
_LABEL_WORDS: dict[str, Tell] = {"merge": _merged, "decide": _label_answered, "keep apart": _labels_apart}


def entries(decisions: Sequence[Decision], user: Any) -> list[Entry]:
    """Decisions, the latest first, as a page shows them. Two queries for any number of them."""
    names = Names(decisions)
    blocked = _blocked(decisions)
    allowed = may(user, "decide")
    return [
        Entry(
            one.pk,
            one.at,
            one.actor,
            said(one, names),
            why(one),
            _undone(one),
            allowed and one.undone_at is None,
            one.pk in blocked,
        )
        for one in decisions
    ]


def why(decision: Decision) -> str:
    """What a person noted, or what moved the import."""
    details = decision.details
    if details.get("reason"):
        return str(details["reason"])
    if decision.kind == Kind.STORY:
        return "; ".join(story_reasons(details.get("evidence") or {}))
    return "; ".join(label_reasons(details.get("reasons") or {}))


def _undone(one: Decision) -> str:
    if one.undone_at is None:
        return ""
    who = one.undone_by.get_full_name() or one.undone_by.get_username() if one.undone_by else _("somebody")
    return _("taken back by %(who)s, %(when)s") % {"who": who, "when": moment(one.undone_at)}


def _blocked(decisions: Sequence[Decision]) -> set[int]:
    """Which of these stand behind a later one of them about the same. One query."""
    subjects: dict[int, set[tuple[str, int]]] = {}
    rows = DecisionSubject.objects.filter(decision__in=[one.pk for one in decisions]).exclude(kind=Kind.LEFT)
    for pk, kind, number in rows.values_list("decision_id", "kind", "number"):
        subjects.setdefault(pk, set()).add((kind, number))
    found: set[int] = set()
    later: set[tuple[str, int]] = set()
    for one in sorted(decisions, key=lambda one: -one.pk):
        own = subjects.get(one.pk, set())
        if own & later:
            found.add(one.pk)
        if one.undone_at is None:
            later |= own
    return found


def log_of(subjects: Q, user: Any) -> list[Entry]:
    """The latest decisions about what `subjects` (a condition on DecisionSubject) names."""
    about = DecisionSubject.objects.filter(subjects).values("decision")
    rows = Decision.objects.filter(pk__in=about).select_related("undone_by").defer("changes").order_by("-pk")
    return entries(list(rows[:LOGGED]), user)


def log_of_label(kind: Kind, number: int, user: Any) -> list[Entry]:
    """The latest decisions about a person, source or tag, and about the questions that name it."""
    asked = Proposal.objects.touching(kind, [number]).values("pk")
    return log_of(Q(kind=kind, number=number) | Q(kind=Kind.PROPOSAL, number__in=asked), user)


def log_of_story(story: Story, articles: Sequence[int], user: Any) -> list[Entry]:
    """The latest decisions about a story, its reports, those that left it, and whether another is the same."""
    family = story.family()
    asked = Proposal.objects.touching(Kind.STORY, family).values("pk")
    subjects = Q(kind__in=(Kind.STORY, Kind.LEFT), number__in=family) | Q(kind=Kind.PROPOSAL, number__in=asked)
    return log_of(subjects | Q(kind=Kind.ARTICLE, number__in=list(articles)), user)


def back_to(request: HttpRequest, otherwise: str) -> HttpResponse:
    """To the page of this site that the form names, else to that of this name."""
    to = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(to, {request.get_host()}, require_https=request.is_secure())
    return redirect(to if safe and to.startswith("/") else otherwise)


@require_POST
def undo_view(request: HttpRequest, key: int) -> HttpResponse:
    """Take back a decision."""
    if not may(request.user, "decide"):
        raise PermissionDenied
    decision = get_object_or_404(Decision, pk=key)
    try:
        undo(decision=decision, by=request.user, now=timezone.now())
    except DecisionRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("It was taken back; everything is as it was before."))
    return back_to(request, reverse("admin:articles_decision_changelist"))


class StandingFilter(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("stands", gettext_lazy("Stands")), ("undone", gettext_lazy("Taken back"))]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Decision]") -> "QuerySet[Decision]":
        return queryset.filter(undone_at__isnull=self.value() == "stands") if self.value() else queryset


class WhoFilter(admin.SimpleListFilter):
    title = gettext_lazy("by")
    parameter_name = "by"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("person", gettext_lazy("A person")),
            ("import", gettext_lazy("The import")),
            ("me", gettext_lazy("Me")),
        ]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Decision]") -> "QuerySet[Decision]":
        match self.value():
            case "person":
                return queryset.filter(by__isnull=False)
            case "import":
                return queryset.filter(by__isnull=True)
            case "me":
                return queryset.filter(by=request.user.pk)
        return queryset


class LogList(DeskList):
    """A list whose rows know their sentence."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows = list(self.result_list)
        told = {entry.pk: entry for entry in entries(rows, request.user)}
        for row in rows:
            row.entry = told[row.pk]
        self.result_list = rows


@admin.register(Decision, site=desk)
class DecisionAdmin(FormlessAdmin):
    list_display = ("when", "actor", "what", "noted", "way_back")
    list_display_links = None
    list_filter = (StandingFilter, KindFilter, WhoFilter)
    search_fields = ("actor", "verb")
    search_help_text = gettext_lazy("The name of a colleague.")
    ordering = ("-pk",)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return LogList

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Decision]":
        return super().get_queryset(request).select_related("undone_by").defer("changes")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(undo_view)
        return [path("<int:key>/undo/", view, name="articles_decision_undo"), *super().get_urls()]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("when", "actor", "what_alone", "reason", "rows_changed", "taken_back")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.get_fields(request, obj)

    @admin.display(description=gettext_lazy("when"), ordering="at")
    def when(self, row: Decision) -> str:
        return moment(row.at)

    @admin.display(description=gettext_lazy("what"))
    def what(self, row: Any) -> SafeString:
        return row.entry.said  # type: ignore[no-any-return]

    @admin.display(description=gettext_lazy("what"))
    def what_alone(self, row: Decision) -> SafeString:
        return said(row, Names([row]))

    @admin.display(description=gettext_lazy("why"))
    def noted(self, row: Any) -> str:
        return str(row.entry.reason)

    @admin.display(description=gettext_lazy("why"))
    def reason(self, row: Decision) -> str:
        return why(row) or _("nothing was noted")

    @admin.display(description=gettext_lazy("rows changed"))
    def rows_changed(self, row: Decision) -> str:
        return str(sum(len(change.get("pks", [0])) for change in row.changes))

    @admin.display(description=gettext_lazy("taken back"))
    def taken_back(self, row: Decision) -> str:
        return _undone(row) or _("no, it stands")

    @admin.display(description=gettext_lazy("way back"))
    def way_back(self, row: Any) -> SafeString | str:
        """The list stands inside one form, whose buttons may each lead elsewhere."""
        if row.entry.undone or not row.entry.undoable:
            return str(row.entry.undone)
        if row.entry.blocked:
            return _("after the later ones")
        where = reverse("admin:articles_decision_undo", args=(row.pk,))
        return format_html('<button type="submit" class="undo" formaction="{}">{}</button>', where, _("Undo"))
