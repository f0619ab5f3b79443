"""“Perhaps the same”: questions about two stories, people, sources or tags, each side beside the other."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles.actions.deciding import FAMILIES, decide
from articles.actions.decisions import DecisionRefused
from articles.admin.base import DeskList, FormlessAdmin, KindFilter, QueueFilter
from articles.admin.called import names_of
from articles.admin.coverage import coverage_of
from articles.admin.reasons import label_reasons, likeness_of, story_reasons
from articles.admin.site import desk
from articles.html import plain
from articles.models import (
    Article,
    ArticleTag,
    Credit,
    Kind,
    Mention,
    Person,
    Proposal,
    Source,
    Story,
    Tag,
    Verdict,
)
from articles.policy import may
from articles.report_date import spoken_date
from articles.times import moment

SHOWN = 4
"""Reports of each side, roles, colleagues and spellings that a question shows."""
LEDE_WORDS = 45
LONGEST_REASON = 500
USES: dict[str, tuple[Any, str, str]] = {
    Kind.PERSON: (Mention, "person", "article"),
    Kind.SOURCE: (Article, "source", "pk"),
    Kind.TAG: (ArticleTag, "tag", "content_object"),
}


@dataclass(slots=True)
class Card:
    """A report, as far as one needs it to tell what it is about."""

    headline: str
    url: str
    outlet: str
    when: str
    lede: str


@dataclass(slots=True)
class Side:
    name: str
    url: str
    facts: list[tuple[str, str]] = field(default_factory=list)
    reports: list[Card] = field(default_factory=list)
    count: int = 0


def page_of(kind: str, number: int) -> str:
    return reverse(f"admin:articles_{kind}_change", args=(number,))


def questions_about(kind: Kind, numbers: Collection[int]) -> list[Proposal]:
    """The open questions of which one side is among these, each with `names` and `why`."""
    rows = list(Proposal.objects.touching(kind, list(numbers)).open()[: SHOWN * 5])
    names = names_of(rows)
    for row in rows:
        sides = [(names.get((row.kind, number), ""), page_of(row.kind, number)) for number in (row.one, row.other)]
        row.others = [side for number, side in zip((row.one, row.other), sides, strict=True) if number not in numbers]  # type: ignore[attr-defined]
        row.why = reasons_of(row)  # type: ignore[attr-defined]
    return rows


def reasons_of(proposal: Proposal) -> list[str]:
    tell = story_reasons if proposal.kind == Kind.STORY else label_reasons
    return tell(proposal.reasons)


def cards(articles: Iterable[Article]) -> list[Card]:
    return [
        Card(
            str(article),
            reverse("admin:articles_article_change", args=(article.pk,)),
            article.source.name if article.source else _("outlet unknown"),
            spoken_date(article.report_date) if article.report_date else moment(article.created_at),
            _lede(article),
        )
        for article in articles
    ]


def _lede(article: Article) -> str:
    words = (article.standfirst or plain(article.body)).partition("\n")[0].split()
    return " ".join(words[:LEDE_WORDS]) + ("…" if len(words) > LEDE_WORDS else "")


def _story_sides(proposal: Proposal) -> tuple[list[Side], dict[str, Any]]:
    """Both stories with their first reports; the one that the question is about comes first. And what they share."""
    sides, told = [], []
    names = names_of([proposal])
    for number in (proposal.one, proposal.other):
        story = Story.objects.filter(pk=number).first()
        if story is None:
            continue
        survivor = story.survivor
        members = survivor.members.select_related("article__source").order_by("article__created_at", "article_id")
        articles = [member.article for member in members[: SHOWN * 5]]
        articles.sort(key=lambda article: article.pk != proposal.reasons.get("article"))
        told += articles[:SHOWN]
        name = names.get((Kind.STORY, survivor.pk)) or str(survivor)
        sides.append(Side(name, page_of(Kind.STORY, survivor.pk), [], cards(articles[:SHOWN]), survivor.size))
    return sides, {"coverage": coverage_of(told)}


def _label_sides(proposal: Proposal) -> tuple[list[Side], dict[str, Any]]:
    model, noun, article = USES[proposal.kind]
    rows = FAMILIES[Kind(proposal.kind)].model._default_manager.in_bulk([proposal.one, proposal.other])
    sides = []
    for number in (proposal.one, proposal.other):
        if number not in rows:
            continue
        uses = model.objects.filter(**{noun: number}).order_by().values(article)
        articles = Article.objects.filter(pk__in=uses).select_related("source").order_by("-created_at", "-pk")
        newest = list(articles[:SHOWN])
        tell = FACTS[proposal.kind]
        count = uses.aggregate(found=Count(article, distinct=True))["found"]
        sides.append(Side(rows[number].name, page_of(proposal.kind, number), tell(rows[number]), cards(newest), count))
    return sides, {}


def _facts(*facts: tuple[str, Iterable[str]]) -> list[tuple[str, str]]:
    return [(label, text) for label, words in facts if (text := ", ".join(list(dict.fromkeys(words))[: SHOWN * 2]))]


def _of_person(person: Person) -> list[tuple[str, str]]:
    mentions = Mention.objects.filter(person=person).order_by("-article_id", "start")
    roles = mentions.exclude(role="").values_list("role", flat=True)[:50]
    outlets = mentions.exclude(article__source=None).values_list("article__source__name", flat=True)[:50]
    return _facts(
        (_("Spelled"), person.names.values_list("name", flat=True)),
        (_("Roles"), (role.rstrip(" ,;") for role in roles)),
        (_("Outlets"), outlets),
        (_("Named with"), named_with(person)),
    )


def named_with(person: Person) -> list[str]:
    """Whom the same articles name most often, the newest fifty of them."""
    articles = person.mentions.order_by("-article_id").values_list("article_id", flat=True).distinct()[:50]
    others = Mention.objects.filter(article__in=list(articles)).exclude(person=person).order_by()
    pairs = others.values_list("person__name", "article").distinct()
    return [name for name, _count in Counter(name for name, _article in pairs).most_common(SHOWN * 2)]


def _of_source(source: Source) -> list[tuple[str, str]]:
    credited = Credit.objects.filter(source=source).count()
    return _facts(
        (_("Kind"), [str(source.get_kind_display())]),
        (_("Website"), [source.website]),
        (_("Also called"), source.other_names.values_list("name", flat=True)),
        (_("Credited in"), [str(credited)] if credited else []),
    )


def _of_tag(tag: Tag) -> list[tuple[str, str]]:
    return _facts(
        (_("Kind"), [str(tag.get_kind_display())]),
        (_("Synonyms"), tag.synonyms.values_list("name", flat=True)),
        (_("Code"), [tag.code]),
    )


FACTS: dict[str, Callable[[Any], list[tuple[str, str]]]] = {
    Kind.PERSON: _of_person,
    Kind.SOURCE: _of_source,
    Kind.TAG: _of_tag,
}


@require_POST
def answer_view(request: HttpRequest, key: int) -> HttpResponse:
    """Answer a question, and go on to the next one that is open."""
    if not may(request.user, "decide"):
        raise PermissionDenied
    proposal = get_object_or_404(Proposal, pk=key)
    answers = {Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE}
    verdict = request.POST.get("verdict", "")
    reason = request.POST.get("reason", "").strip()[:LONGEST_REASON]
    try:
        if verdict not in answers:
            raise DecisionRefused(_("Say whether they are the same, different, or whether you are unsure."))
        decide(proposal=proposal, verdict=Verdict(verdict), by=request.user, now=timezone.now(), reason=reason)
    except DecisionRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("admin:articles_proposal_change", key)
    where = reverse("admin:articles_decision_changelist")
    messages.success(request, format_html(_('Noted. <a href="{}">Undo it in the log</a>.'), where))
    following = Proposal.objects.open().filter(kind=proposal.kind).first()
    if following is not None:
        return redirect("admin:articles_proposal_change", following.pk)
    return redirect("admin:articles_proposal_changelist")


class VerdictFilter(QueueFilter):
    """Open questions, unless others are asked for."""

    title = gettext_lazy("answer")
    parameter_name = "answer"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [*Verdict.choices, ("all", gettext_lazy("All"))]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Proposal]") -> "QuerySet[Proposal]":
        value = self.value()
        return queryset if value == "all" else queryset.filter(verdict=value)


class QuestionList(DeskList):
    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows = list(self.result_list)
        names = names_of(rows)
        for row in rows:
            row.pair = [names.get((row.kind, number), _("gone")) for number in (row.one, row.other)]
        self.result_list = rows


@admin.register(Proposal, site=desk)
class ProposalAdmin(FormlessAdmin):
    list_display = ("pair", "kind", "why", "asked", "verdict")
    list_filter = (VerdictFilter, KindFilter)
    ordering = ("-likeness", "-pk")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return QuestionList

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        shown = super().get_changelist_instance(request)
        shown.called_many = _("questions")  # type: ignore[attr-defined]
        return shown

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(answer_view)
        return [path("<int:key>/answer/", view, name="articles_proposal_answer"), *super().get_urls()]

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        proposal = self.get_object(request, unquote(object_id))
        if proposal is None:
            raise Http404
        if not self.has_view_permission(request, proposal):
            raise PermissionDenied
        sides, more = (_story_sides if proposal.kind == Kind.STORY else _label_sides)(proposal)
        context = {
            **desk.each_context(request),
            "title": _QUESTIONS[Kind(proposal.kind)],
            "opts": Proposal._meta,
            "proposal": proposal,
            "sides": sides,
            "reasons": reasons_of(proposal),
            "figure": likeness_of(proposal.reasons),
            "waiting": Proposal.objects.open().filter(kind=proposal.kind)[:100].count(),
            "may_decide": may(request.user, "decide"),
            "answers": _ANSWERS,
            "desk": True,
            **more,
        }
        return TemplateResponse(request, "admin/articles/proposal/page.html", context)

    @admin.display(description=gettext_lazy("the two"))
    def pair(self, row: Any) -> SafeString:
        return format_html('<span dir="auto">{}</span> <span dir="auto">{}</span>', *row.pair)

    @admin.display(description=gettext_lazy("why"))
    def why(self, row: Proposal) -> str:
        return "; ".join(reasons_of(row))

    @admin.display(description=gettext_lazy("asked"), ordering="asked_at")
    def asked(self, row: Proposal) -> str:
        return moment(row.asked_at)


_QUESTIONS = {
    Kind.STORY: gettext_lazy("Do these tell of one event?"),
    Kind.PERSON: gettext_lazy("Are these one person?"),
    Kind.SOURCE: gettext_lazy("Are these one source?"),
    Kind.TAG: gettext_lazy("Are these one tag?"),
}
_ANSWERS = [
    (Verdict.SAME, gettext_lazy("The same"), "s"),
    (Verdict.DIFFERENT, gettext_lazy("Different"), "d"),
    (Verdict.UNSURE, gettext_lazy("Unsure"), "u"),
]
"""(answer, the words on its button, its access key)."""
