"""The desk's front page: what waits, for whom, and where to go from there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Q, QuerySet
from django.db.models.functions import Left
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.actions.reimporting import field_label
from articles.admin.base import OPENING, first_words
from articles.admin.called import names_of
from articles.admin.counting import MOST, capped_count, spoken
from articles.models import Article, Intake, Lead, Notice, Proposal, PublishedArticle, ReportChange
from articles.policy import may
from articles.times import moment, zoned
from articles.workflow import Change, Status

ROWS = 5
WAITING = (Status.INGESTED, Status.DRAFT, Status.CHANGES_REQUESTED, Status.SUBMITTED, Status.READY)


@dataclass(frozen=True)
class Row:
    text: str
    url: str
    aside: str = ""
    at: datetime | None = None
    flag: str = ""
    words: str = ""  # what an article without a headline begins with

    @property
    def when(self) -> str:
        return moment(self.at)


@dataclass(frozen=True)
class Panel:
    """A list of what waits: its first rows, how many there are, and the way to all of them."""

    name: str
    title: str
    rows: list[Row]
    count: int
    url: str
    empty: str

    @property
    def spoken(self) -> str:
        return spoken(self.count)

    @property
    def more(self) -> bool:
        return self.count > len(self.rows)


@dataclass(frozen=True)
class State:
    label: str
    name: str
    count: int
    url: str

    @property
    def spoken(self) -> str:
        return spoken(self.count)


def front_page(user: Any, *, now: datetime) -> dict[str, Any]:
    """States with their counts, and the panels that concern this person. The number of queries never grows."""
    if not may(user, "view"):
        return {"states": [], "panels": [], "may_add": False}
    panels = [_notices(user), _own(user), _given(user), _to_approve(user), _to_publish(user), _reports(user)]
    panels += [_unconfirmed(now), _leads(user, now), _coming_up(now), _recent(now)]
    panels += [_perhaps_the_same(user), _changed(user), _intake(user)]
    states = [
        State(status.label, status.value, capped_count(Article.objects.filter(status=status)), articles_in(status))
        for status in WAITING
    ]
    shown = [panel for panel in panels if panel is not None]
    return {"states": states, "panels": shown, "may_add": may(user, "add")}


def articles_in(*statuses: str, **more: str) -> str:
    """The address of the article list, filtered."""
    query = urlencode({"state": ",".join(statuses), **more}, safe=",")
    return f"{reverse('admin:articles_article_changelist')}?{query}"


def _article_rows(articles: Iterable[Article]) -> list[Row]:
    return [
        Row(
            text=article.best_headline or _("No headline yet"),
            url=reverse("admin:articles_article_change", args=(article.pk,)),
            aside=_beside(article),
            at=article.edited_at or article.created_at,
            flag=_flag(article),
            words=first_words(article, article.opening),  # type: ignore[attr-defined]
        )
        for article in articles
    ]


def _flag(article: Article) -> str:
    if article.due_at is not None:
        return _("due %(when)s") % {"when": moment(article.due_at)}
    return _("proposed headline") if article.headline_proposed else ""


def _beside(article: Article) -> str:
    """Whose it is, or for one's own what became of it."""
    if article.status in {Status.DRAFT, Status.CHANGES_REQUESTED}:
        return str(article.get_status_display())
    writer, given = article.created_by, article.assignee
    said = [_name(writer)] if writer is not None else []
    if given is not None and given != writer:
        said.append(_("given to %(who)s") % {"who": _name(given)})
    return ", ".join(said)


def _name(user: Any) -> str:
    return str(user.get_full_name() or user.get_username())


def _articles(name: str, title: str, articles: "QuerySet[Article]", url: str, empty: str) -> Panel:
    newest = (
        articles.select_related("created_by", "assignee")
        .defer("body", "standfirst")
        .annotate(opening=Left("body", OPENING))
    )
    rows = _article_rows(newest.order_by("-created_at", "-pk")[:ROWS])
    return Panel(name, title, rows, capped_count(articles), url, empty)


def _notices(user: Any) -> Panel | None:
    unread = Notice.objects.filter(to=user).unread()
    newest = unread.select_related("article").annotate(opening=Left("article__body", OPENING))
    rows = [
        Row(
            text=notice.article.best_headline or _("No headline yet"),
            url=reverse("admin:articles_article_change", args=(notice.article_id,)),
            aside=f"{notice.actor} {notice.what}",
            at=notice.at,
            words=first_words(notice.article, notice.opening),
        )
        for notice in newest.defer("article__body", "article__standfirst")[:ROWS]
    ]
    return Panel("notices", _("For you"), rows, capped_count(unread), "", "") if rows else None


def _own(user: Any) -> Panel | None:
    if not may(user, "edit"):
        return None
    states = (Status.DRAFT, Status.CHANGES_REQUESTED)
    return _articles(
        "own",
        _("Yours to finish"),
        Article.objects.filter(Q(created_by=user) | Q(assignee=user), status__in=states),
        articles_in(*states, writer="me"),
        _("Nothing of yours waits. Take up a report, or add an article."),
    )


def _given(user: Any) -> Panel | None:
    """What colleagues have handed to this very person, and what is theirs to take on; shown where there is any."""
    waits = {"approve": Status.SUBMITTED, "publish": Status.READY}
    if not (states := [state for verb, state in waits.items() if may(user, verb)]):
        return None
    articles = Article.objects.given_to(user).filter(status__in=states)
    panel = _articles("given", _("Given to you"), articles, articles_in(*states, writer="given"), "")
    return panel if panel.rows else None


def _to_approve(user: Any) -> Panel | None:
    if not may(user, "approve"):
        return None
    return _articles(
        "approve",
        _("Waiting for approval"),
        Article.objects.filter(status=Status.SUBMITTED),
        articles_in(Status.SUBMITTED),
        _("Nothing waits for approval."),
    )


def _to_publish(user: Any) -> Panel | None:
    if not may(user, "publish"):
        return None
    return _articles(
        "publish",
        _("Ready to publish"),
        Article.objects.filter(status=Status.READY),
        articles_in(Status.READY),
        _("Nothing is ready to be published."),
    )


def _reports(user: Any) -> Panel | None:
    if not may(user, "take_up"):
        return None
    return _articles(
        "reports",
        _("Reports to take up"),
        Article.objects.filter(status=Status.INGESTED),
        articles_in(Status.INGESTED),
        _("No new report waits."),
    )


def _unconfirmed(now: datetime) -> Panel:
    live = PublishedArticle.objects.visible(now).filter(unconfirmed=True)
    rows = [
        Row(
            text=row.headline,
            url=reverse("admin:articles_article_change", args=(row.number,)),
            at=row.goes_live_at,
            flag=_("headline written by this site") if row.headline_proposed else "",
        )
        for row in live.only("number", "headline", "headline_proposed", "goes_live_at").newest()[:ROWS]
    ]
    return Panel(
        "unconfirmed",
        _("Live, unconfirmed"),
        rows,
        capped_count(live),
        f"{reverse('admin:articles_article_changelist')}?readers=unconfirmed",
        _("Everything that readers have was confirmed by the desk."),
    )


def _recent(now: datetime) -> Panel:
    """What readers got in the last day, the newest first."""
    recent = PublishedArticle.objects.recent(now)
    newest = recent.only("number", "headline", "goes_live_at", "change").order_by("-goes_live_at", "-number")
    rows = [
        Row(
            text=row.headline,
            url=reverse("admin:articles_article_change", args=(row.number,)),
            at=row.goes_live_at,
            flag="" if row.change == Change.FIRST else str(row.get_change_display()),
        )
        for row in newest[:ROWS]
    ]
    return Panel(
        "recent",
        _("Recently published"),
        rows,
        capped_count(recent),
        f"{reverse('admin:articles_article_changelist')}?readers=recent",
        _("The desk has published nothing in the last day."),
    )


def _coming_up(now: datetime) -> Panel:
    """What readers get or lose at a set time, the next first."""
    coming, ending = PublishedArticle.objects.coming(now), PublishedArticle.objects.ending(now)
    opens = coming.only("number", "headline", "goes_live_at", "change").order_by("goes_live_at", "number")[:ROWS]
    ends = ending.only("number", "headline", "goes_off_at").order_by("goes_off_at", "number")[:ROWS]
    events = [(row.goes_live_at, row, _("goes live") if row.change == Change.FIRST else _("changes")) for row in opens]
    events += [(row.goes_off_at, row, _("is taken off")) for row in ends if row.goes_off_at is not None]
    rows = [
        Row(row.headline, reverse("admin:articles_article_change", args=(row.number,)), zoned(at, now=now), flag=what)
        for at, row, what in sorted(events, key=lambda event: event[0])[:ROWS]
    ]
    timed = {number for found in (coming, ending) for number in found.values_list("number", flat=True)[: MOST + 1]}
    return Panel(
        "coming",
        _("Coming up"),
        rows,
        min(len(timed), MOST + 1),
        f"{reverse('admin:articles_article_changelist')}?readers=timed",
        _("Nothing is scheduled."),
    )


def _leads(user: Any, now: datetime) -> Panel | None:
    if not user.has_perm("articles.view_lead"):
        return None
    leads = Lead.objects.waiting(now, days=settings.NEWSROOM_LEAD_DAYS).once()
    rows = [
        Row(lead.text, reverse("admin:articles_lead_change", args=(lead.pk,)), str(lead.get_kind_display()))
        for lead in leads.only("text", "kind").order_by("-captured_at", "-pk")[:ROWS]
    ]
    return Panel(
        "leads",
        _("Open leads"),
        rows,
        capped_count(leads),
        reverse("admin:articles_lead_changelist"),
        _("No lead is open."),
    )


def _perhaps_the_same(user: Any) -> Panel | None:
    if not user.has_perm("articles.view_proposal"):
        return None
    questions = Proposal.objects.open()
    first = list(questions[:ROWS])
    names = names_of(first)
    rows = [
        Row(
            text=" / ".join(names.get((one.kind, number), _("gone")) for number in (one.one, one.other)),
            url=reverse("admin:articles_proposal_change", args=(one.pk,)),
            aside=str(one.get_kind_display()),
            at=one.asked_at,
        )
        for one in first
    ]
    return Panel(
        "same",
        _("Perhaps the same"),
        rows,
        capped_count(questions),
        reverse("admin:articles_proposal_changelist"),
        _("No question is open."),
    )


def _changed(user: Any) -> Panel | None:
    if not may(user, "settle") or not user.has_perm("articles.view_reportchange"):
        return None
    changes = ReportChange.objects.open()
    shown = ("article", "field", "found_at", "article__headline", "article__proposed_headline")
    named = changes.select_related("article").only(*shown)
    rows = [
        Row(
            text=str(change.article),
            url=reverse("admin:articles_reportchange_change", args=(change.pk,)),
            at=change.found_at,
            flag=field_label(change.field),
        )
        for change in named.order_by("-found_at", "-pk")[:ROWS]
    ]
    return Panel(
        "changed",
        _("Changed reports to decide on"),
        rows,
        capped_count(changes),
        reverse("admin:articles_reportchange_changelist"),
        _("No changed report waits for a decision."),
    )


def _intake(user: Any) -> Panel | None:
    if not user.has_perm("articles.view_intake"):
        return None
    intakes = Intake.objects.all()
    rows = [
        Row(
            text=intake.file_name,
            url=reverse("admin:articles_intake_change", args=(intake.pk,)),
            at=intake.imported_at,
            flag=_("waits for a decision") if intake.waits else "",
        )
        for intake in intakes.only("file_name", "imported_at", "waits")[:ROWS]
    ]
    return Panel(
        "intake",
        _("Newest intake"),
        rows,
        capped_count(intakes),
        reverse("admin:articles_intake_changelist"),
        _("No report has been imported yet."),
    )
