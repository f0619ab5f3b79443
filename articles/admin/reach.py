"""Whether readers have an article: asked of its publications, for a whole list in one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.models import Article, PublishedArticle
from articles.times import moment, zoned
from articles.workflow import Status

_FIELDS = ("number", "revision", "slug", "headline", "unconfirmed", "published_at", "goes_live_at", "goes_off_at")


@dataclass(frozen=True, slots=True)
class Reach:
    """What readers have of one article now (`live`) and will have at a set time (`coming`), and when they lose it
    (`ends`)."""

    live: PublishedArticle | None = None
    coming: PublishedArticle | None = None
    ends: datetime | None = None
    embargo: datetime | None = None  # one that is not over
    changed: bool = False  # the working copy was saved after what readers have or will have
    killed: bool = False

    def state(self, article: Article) -> tuple[str, str]:
        """The state of the article and its name: what readers do not have yet is not called published."""
        if article.status == Status.PUBLISHED and self.live is None and self.coming is not None:
            return "scheduled", _("Scheduled")
        return article.status, article.get_status_display()

    def sayings(self, now: datetime) -> list[tuple[str, str]]:
        """What there is to say, each with a name for its look."""
        found = []
        if self.embargo is not None:
            found.append(("embargo", _("Embargo until %(when)s") % {"when": zoned(self.embargo, now=now)}))
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
                ("scheduled", _("Scheduled for %(when)s") % {"when": zoned(self.coming.goes_live_at, now=now)})
            )
        if self.ends is not None:
            found.append(("ending", _("Ends %(when)s") % {"when": zoned(self.ends, now=now)}))
        if self.changed:
            found.append(("changed", _("Unpublished changes")))
        if not self.killed and self.live is None and self.coming is None:
            found.append(("none", _("Readers do not have it")))
        return found

    def badges(self, now: datetime, number: int) -> SafeString:
        """For a list, where the column is about readers already; changes lead to what they are."""
        return format_html_join(" ", "{}", ((self._badge(look, saying, number),) for look, saying in self.sayings(now)))

    def _badge(self, look: str, saying: str, number: int) -> SafeString:
        if look == "changed" and self.live is not None:
            address = reverse("admin:articles_article_revisions", args=(number,)) + "?old=live&new=now"
            return format_html('<a class="badge reach-{}" href="{}">{}</a>', look, address, saying)
        return format_html('<span class="badge reach-{}">{}</span>', look, _("no") if look == "none" else saying)


def reach_of(articles: Iterable[Article], *, now: datetime) -> dict[int, Reach]:
    """The reach of each article by its number, in one query."""
    every = {article.pk: article for article in articles}
    live: dict[int, PublishedArticle] = {}
    coming: dict[int, PublishedArticle] = {}
    for row in PublishedArticle.objects.lasting(now).filter(number__in=every).only(*_FIELDS):
        (live if row.goes_live_at <= now else coming)[row.number] = row
    return {
        number: Reach(
            live=live.get(number),
            coming=coming.get(number),
            ends=_end(live.get(number), coming.get(number)),
            embargo=article.embargo_until if article.embargo_until and article.embargo_until > now else None,
            changed=_changed(article, coming.get(number) or live.get(number)),
            killed=article.status == Status.KILLED,
        )
        for number, article in every.items()
    }


def _end(live: PublishedArticle | None, coming: PublishedArticle | None) -> datetime | None:
    """When readers lose the article: an end of what they have, unless the next publication opens at that moment."""
    follows = coming.goes_live_at if coming is not None else None
    if live is not None and live.goes_off_at is not None and live.goes_off_at != follows:
        return live.goes_off_at
    return coming.goes_off_at if coming is not None else None


def _changed(article: Article, row: PublishedArticle | None) -> bool:
    return row is not None and article.version > row.revision
