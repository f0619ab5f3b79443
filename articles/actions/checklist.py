"""What is looked at before readers get an article: one table of hard and soft rules.

A hard rule must be met. A soft one may be overridden with a reason, which the log keeps.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.html import pictures_within
from articles.models import Article, Kind, Proposal, Tier, Verdict
from articles.times import zoned


@dataclass(frozen=True, slots=True)
class Rule:
    """`lack` answers the sentence that says what is missing for readers to get it at a time, or "" when nothing is."""

    name: str
    label: str | Promise
    hard: bool
    lack: Callable[[Article, datetime], str]
    must_have: str = ""  # the word of NEWSROOM_PICTURES_MUST_HAVE that makes it hard


@dataclass(frozen=True, slots=True)
class Checked:
    """A rule as it stands for one article."""

    name: str
    label: str
    hard: bool
    lack: str
    blocks: bool = False  # not met, and hard because this newsroom says so

    @property
    def look(self) -> str:
        return ("hard" if self.hard else "soft") if self.lack else "met"


def proposed_why(article: Article) -> str:
    """Where a proposed headline comes from: an article without a report was a lead, another outlet's headline."""
    if not article.of_report:
        return _("Its headline is another outlet’s, from a lead.")
    return _("Its headline was taken from the text, because the report has none.")


def _headline(article: Article, _at: datetime) -> str:
    if article.headline.strip():
        return ""
    if article.proposed_headline.strip():
        return proposed_why(article) + " " + _("Confirm it, or write another.")
    return _("It has no headline.")


def _body(article: Article, _at: datetime) -> str:
    return "" if article.body.strip() else _("It has no text.")


def _source(article: Article, _at: datetime) -> str:
    """An article that was written here has no other source; one that came in as a report has."""
    article = article.of_outlet
    if not article.of_report or (article.source_id is not None and not article.source_inferred):
        return ""
    if article.source_id is None:
        return _("The outlet that the report came from is not known.")
    return _("The outlet follows from the text; no line states it, and nobody has confirmed it.")


def _date(article: Article, _at: datetime) -> str:
    if not article.of_report or article.report_date_checked or len(article.report_date) == len("2022-02-22"):
        return ""
    if article.report_date:
        return _("The report states only a part of its date: complete it, or mark it as checked.")
    return _("The date of the report is not known: fill it in, or mark it as checked.")


def _files(article: Article, _at: datetime) -> str:
    count = article.pictures.filter(file="").count()
    return (
        ngettext(
            "%(count)s caption has no picture: choose its file, or remove it.",
            "%(count)s captions have no pictures: choose their files, or remove them.",
            count,
        )
        % {"count": count}
        if count
        else ""
    )


def _credits(article: Article, _at: datetime) -> str:
    count = article.pictures.filter(credit="").exclude(file="").count()
    return (
        ngettext("%(count)s picture has no credit.", "%(count)s pictures have no credit.", count) % {"count": count}
        if count
        else ""
    )


def _alts(article: Article, _at: datetime) -> str:
    # One within the text has words of its own: what is written beside the upload later does not come there. But what
    # is written there goes for the upload, which readers see nowhere else.
    shown = pictures_within(article.body)
    files = article.pictures.filter(alt="").exclude(file="").values_list("file", flat=True)
    bare = {key for key in files if not any(alt and key in src for src, alt in shown)}
    within = {src for src, alt in shown if not alt and not any(key in src for key in bare)}
    count = len(bare) + len(within)
    return (
        ngettext(
            "%(count)s picture has no words for those who cannot see it.",
            "%(count)s pictures have no words for those who cannot see them.",
            count,
        )
        % {"count": count}
        if count
        else ""
    )


def _names(article: Article, _at: datetime) -> str:
    people = article.mentions.values("person_id")
    open_ = Proposal.objects.filter(kind=Kind.PERSON, verdict=Verdict.OPEN)
    count = open_.filter(Q(one__in=people) | Q(other__in=people)).count()
    return (
        ngettext(
            "Of %(count)s person named it is not settled whether two are one.",
            "Of %(count)s people named it is not settled whether two are one.",
            count,
        )
        % {"count": count}
        if count
        else ""
    )


def _speakers(article: Article, _at: datetime) -> str:
    count = article.quotes.filter(tier=Tier.SUGGESTED).count()
    return (
        ngettext(
            "The speaker of %(count)s quote was only suggested; readers do not see it until it is confirmed.",
            "The speakers of %(count)s quotes were only suggested; readers do not see them until they are confirmed.",
            count,
        )
        % {"count": count}
        if count
        else ""
    )


def _embargo(article: Article, at: datetime) -> str:
    """What one report of an event may not say yet, another does not say either without somebody's word for it."""
    beside = Article.objects.filter(membership__story__members__article=article, embargo_until__gt=at)
    other = beside.exclude(pk=article.pk).order_by("-embargo_until").first()
    if other is None or other.embargo_until is None:
        return ""
    return _("Another report of its story is under embargo until %(when)s: %(headline)s") % {
        "when": zoned(other.embargo_until),
        "headline": other,
    }


RULES = (
    Rule("headline", gettext_lazy("Headline, confirmed"), True, _headline),
    Rule("body", gettext_lazy("Text"), True, _body),
    Rule("source", gettext_lazy("Source"), False, _source),
    Rule("date", gettext_lazy("Date of the report"), False, _date),
    Rule("files", gettext_lazy("Pictures of all captions"), False, _files, must_have="file"),
    Rule("credits", gettext_lazy("Credits of pictures"), False, _credits, must_have="credit"),
    Rule("alts", gettext_lazy("Words for pictures"), False, _alts, must_have="alt"),
    Rule("names", gettext_lazy("Names settled"), False, _names),
    Rule("speakers", gettext_lazy("Speakers confirmed"), False, _speakers),
    Rule("embargo", gettext_lazy("No embargo on its story"), False, _embargo),
)


def checklist(article: Article, *, at: datetime) -> list[Checked]:
    """Every rule with what the article lacks for readers to get it at that time. Costs a query for each rule about
    rows."""
    return [_checked(rule, article, at) for rule in RULES]


def _checked(rule: Rule, article: Article, at: datetime) -> Checked:
    insisted, lack = rule.must_have in settings.NEWSROOM_PICTURES_MUST_HAVE, rule.lack(article, at)
    return Checked(rule.name, str(rule.label), rule.hard or insisted, lack, blocks=insisted and bool(lack))
