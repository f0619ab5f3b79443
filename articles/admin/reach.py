"""Whether readers have an article: asked of its publications, for a whole list in one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.admin.base import moment
from articles.models import Article, PublishedArticle
from articles.workflow import Status

_FIELDS = ("number", "revision", "slug", "headline", "unconfirmed", "goes_live_at", "goes_off_at")


@dataclass(frozen=True, slots=True)
class Reach:
    """What readers have of one article now (`live`) and will have at a set time (`coming`)."""

    live: PublishedArticle | None = None
    coming: PublishedArticle | None = None
    changed: bool = False  # the working copy was saved after what readers have or will have
    killed: bool = False

    def sayings(self, now: datetime) -> list[tuple[str, str]]:
        """What there is to say, each with a name for its look."""
        found = []
        if self.killed:
            found.append(("killed", _("Withdrawn for good")))
        if self.live is not None:
            since = {"when": moment(self.live.goes_live_at, now=now)}
            found.append(
                ("unconfirmed", _("Live, unconfirmed, since %(when)s") % since)
                if self.live.unconfirmed
                else ("live", _("Live since %(when)s") % since)
            )
        if self.coming is not None:
            found.append(
                ("scheduled", _("Scheduled for %(when)s") % {"when": moment(self.coming.goes_live_at, now=now)})
            )
        if self.changed:
            found.append(("changed", _("Unpublished changes")))
        return found or [("none", _("Readers do not have it"))]

    def badges(self, now: datetime) -> SafeString:
        """For a list, where the column is about readers already."""
        return format_html_join(
            " ",
            '<span class="badge reach-{}">{}</span>',
            ((look, _("no") if look == "none" else saying) for look, saying in self.sayings(now)),
        )


def reach_of(articles: Iterable[Article], *, now: datetime) -> dict[int, Reach]:
    """The reach of each article by its number, in one query."""
    every = {article.pk: article for article in articles}
    rows = PublishedArticle.objects.filter(
        Q(goes_off_at__isnull=True) | (Q(goes_off_at__gt=now) & Q(goes_off_at__gt=F("goes_live_at"))),
        number__in=every,
    ).only(*_FIELDS)
    live: dict[int, PublishedArticle] = {}
    coming: dict[int, PublishedArticle] = {}
    for row in rows:
        (live if row.goes_live_at <= now else coming)[row.number] = row
    return {
        number: Reach(
            live=live.get(number),
            coming=coming.get(number),
            changed=_changed(article, coming.get(number) or live.get(number)),
            killed=article.status == Status.KILLED,
        )
        for number, article in every.items()
    }


def _changed(article: Article, row: PublishedArticle | None) -> bool:
    return row is not None and article.version > row.revision
