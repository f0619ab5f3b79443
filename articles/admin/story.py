"""Stories on the desk: which reports tell one event, why they stand together, and every act on that."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
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

from articles.actions import stories
from articles.actions.decisions import DecisionRefused
from articles.admin.base import DeskList, FormlessAdmin, QueueFilter
from articles.admin.coverage import coverage_of
from articles.admin.decision import log_of_story
from articles.admin.proposal import questions_about
from articles.admin.reach import reach_of
from articles.admin.reasons import likeness_of, story_reasons
from articles.admin.site import desk
from articles.models import Decider, Kind, Proposal, PublishedArticle, Story, StoryMember
from articles.policy import may
from articles.report_date import spoken_date
from articles.times import moment

MOST_REPORTS = 200
LONGEST_REASON = 500
LONGEST_TITLE = 300


class ToldFilter(QueueFilter):
    """Stories of several reports, unless others are asked for."""

    title = gettext_lazy("stories")
    parameter_name = "told"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("several", gettext_lazy("Of several reports")),
            ("unconfirmed", gettext_lazy("Not confirmed by anybody")),
            ("confirmed", gettext_lazy("Confirmed")),
            ("single", gettext_lazy("Of one report")),
        ]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Story]") -> "QuerySet[Story]":
        match self.value():
            case "single":
                return queryset.filter(size=1)
            case "confirmed":
                return queryset.filter(size__gte=2, confirmed_at__isnull=False)
            case "unconfirmed":
                return queryset.filter(size__gte=2, confirmed_at__isnull=True)
        return queryset.filter(size__gte=2)


def reports_of(story: Story) -> list[StoryMember]:
    """The places of a story's reports, the earliest first, each with its article and outlet."""
    members = story.members.select_related("article__source").defer("article__standfirst")
    return list(members.order_by("article__created_at", "article_id")[:MOST_REPORTS])


Act = Callable[[Story, HttpRequest, datetime], tuple[str, Story]]
"""Does what the form asks for. What to say, and the story whose page shows it and its line in the log."""


def _chosen(story: Story, request: HttpRequest) -> list[int]:
    return [int(key) for key in request.POST.getlist("report") if key.isdecimal() and len(key) < 18]


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "").strip()[:LONGEST_REASON]


def _other(story: Story, request: HttpRequest) -> Story:
    """The story that the form names by its number, another than this one."""
    number = request.POST.get("other", "").strip()
    found = Story.objects.filter(pk=int(number)).first() if number.isdecimal() and len(number) < 18 else None
    if found is None:
        raise DecisionRefused(_("There is no story of that number. It stands in the story’s address and on its page."))
    if found.survivor == story:
        raise DecisionRefused(_("That is the number of this story: give that of the other one."))
    return found


def _confirm(story: Story, request: HttpRequest, now: datetime) -> tuple[str, Story]:
    stories.confirm(story=story, by=request.user, now=now)
    return _("Confirmed: the import takes no report out of this story."), story


def _entitle(story: Story, request: HttpRequest, now: datetime) -> tuple[str, Story]:
    stories.entitle(story=story, title=request.POST.get("title", "")[:LONGEST_TITLE], by=request.user, now=now)
    return _("Readers see the new title at once."), story


def _split(story: Story, request: HttpRequest, now: datetime) -> tuple[str, Story]:
    new = stories.split(
        story=story, articles=_chosen(story, request), by=request.user, now=now, reason=_reason(request)
    )
    said = _("They tell a story of their own now, number %(number)s. The two are never joined again by themselves.")
    return said % {"number": new.pk}, story


def _move(story: Story, request: HttpRequest, now: datetime) -> tuple[str, Story]:
    chosen = set(_chosen(story, request))
    articles = [member.article for member in reports_of(story) if member.article_id in chosen]
    if not articles:
        raise DecisionRefused(_("Choose the reports that shall move."))
    other = _other(story, request)
    for article in articles:
        stories.move(article=article, story=other, by=request.user, now=now, reason=_reason(request))
    return _("Moved into this story, number %(number)s, and kept here.") % {"number": other.survivor.pk}, other


def _group(story: Story, request: HttpRequest, now: datetime) -> tuple[str, Story]:
    kept = stories.group(stories=[story, _other(story, request)], by=request.user, now=now, reason=_reason(request))
    return _("All reports are in this story, number %(number)s, now.") % {"number": kept.pk}, kept


ACTS: dict[str, Act] = {"confirm": _confirm, "entitle": _entitle, "split": _split, "move": _move, "group": _group}


@require_POST
def act_view(request: HttpRequest, key: int) -> HttpResponse:
    """Do to a story what the button says."""
    if not may(request.user, "decide"):
        raise PermissionDenied
    story = get_object_or_404(Story, pk=key)
    act = ACTS.get(request.POST.get("act", ""))
    try:
        if act is None:
            raise DecisionRefused(_("Nothing was done: the form did not say what."))
        with transaction.atomic():
            done, story = act(story, request, timezone.now())
        messages.success(request, done)
    except DecisionRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("admin:articles_story_change", Story.objects.get(pk=story.pk).survivor.pk)


class StoryList(DeskList):
    """A list whose rows know what they are called, who tells them, and how many questions are open. Three queries."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows = list(self.result_list)
        keys = [row.pk for row in rows]
        told: dict[int, list[StoryMember]] = {key: [] for key in keys}
        members = StoryMember.objects.filter(story__in=keys).select_related("article__source")
        columns = ("story", "article__headline", "article__proposed_headline", "article__source__name")
        for member in members.only(*columns).order_by("article__created_at", "article_id"):
            told[member.story_id].append(member)
        asked: Counter[int] = Counter()
        for pair in Proposal.objects.touching(Kind.STORY, keys).open().values_list("one", "other"):
            asked.update(pair)
        for row in rows:
            row.told, row.asked = told[row.pk], asked[row.pk]
        self.result_list = rows


@admin.register(Story, site=desk)
class StoryAdmin(FormlessAdmin):
    list_display = ("called", "size", "outlets", "latest", "state", "questions")
    list_filter = (ToldFilter,)
    search_fields = ("title", "members__article__headline", "members__article__proposed_headline", "=pk")
    search_help_text = gettext_lazy("Words of a title or of a headline, or the number of a story.")
    ordering = ("-latest_at", "-pk")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return StoryList

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(act_view)
        return [path("<int:key>/act/", view, name="articles_story_act"), *super().get_urls()]

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        story = self.get_object(request, unquote(object_id))
        if story is None:
            raise Http404
        if not self.has_view_permission(request, story):
            raise PermissionDenied
        return TemplateResponse(request, "admin/articles/story/page.html", story_page(request, story))

    @admin.display(description=gettext_lazy("story"))
    def called(self, story: Any) -> str:
        return story.title or (str(story.told[0].article) if story.told else str(story))

    @admin.display(description=gettext_lazy("outlets"))
    def outlets(self, story: Any) -> str:
        names = dict.fromkeys(one.article.source.name for one in story.told if one.article.source is not None)
        return ", ".join(names) or _("unknown")

    @admin.display(description=gettext_lazy("latest report"), ordering="latest_at")
    def latest(self, story: Story) -> str:
        return moment(story.latest_at)

    @admin.display(description=gettext_lazy("state"))
    def state(self, story: Story) -> SafeString:
        look, text = ("state-ready", _("confirmed")) if story.confirmed_at else ("proposed", _("by the import"))
        return format_html('<span class="badge {}">{}</span>', look, text)

    @admin.display(description=gettext_lazy("perhaps the same"))
    def questions(self, story: Any) -> str:
        return str(story.asked or "")


def story_page(request: HttpRequest, story: Story) -> dict[str, Any]:
    """What the page of a story shows. The number of queries does not grow with its reports."""
    now = timezone.now()
    members = reports_of(story)
    numbers = [member.article_id for member in members]
    reach = reach_of([member.article for member in members], now=now)
    live = [one.live for one in reach.values() if one.live is not None]
    for member in members:
        member.why = _why(member)  # type: ignore[attr-defined]
        member.figure = likeness_of(member.evidence)  # type: ignore[attr-defined]
        member.live = reach[member.article_id].live is not None  # type: ignore[attr-defined]
        member.state = reach[member.article_id].state(member.article)[1]  # type: ignore[attr-defined]
        member.dated = spoken_date(date) if (date := member.article.report_date) else ""  # type: ignore[attr-defined]
    title = story.title or (str(members[0].article) if members else str(story))
    survivor = story.survivor if story.merged_into_id else None
    return {
        **desk.each_context(request),
        "title": title,
        "opts": Story._meta,
        "story": story,
        "survivor": survivor,
        "survivor_name": _story_name(survivor) if survivor is not None else "",
        "members": members,
        "coverage": coverage_of([member.article for member in members]),
        "desk": True,
        "questions": questions_about(Kind.STORY, story.family()),
        "log": log_of_story(story, numbers, request.user),
        "may_decide": may(request.user, "decide"),
        "address": reverse("story", args=(story.pk, story.public_slug(min(live, key=_first)))) if live else "",
    }


def _story_name(story: Story) -> str:
    first = story.members.select_related("article").order_by("article__created_at", "article_id").first()
    return story.title or (str(first.article) if first is not None else str(story))


def _first(row: PublishedArticle) -> tuple[datetime, int]:
    return row.published_at, row.number


def _why(member: StoryMember) -> list[str]:
    if reasons := story_reasons(member.evidence):
        return reasons
    return [_("placed by a person")] if member.decided_by == Decider.PERSON else [_("the first of the story")]
