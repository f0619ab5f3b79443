"""What every public page carries: the site's name, its own address, its sections and the rail of latest headlines.

And what an article's page shows of a publication, saved or not: the site and the desk's preview make the same page.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import timezone

from articles.models import PublishedArticle, Section, SiteIdentity
from articles.renditions.opengraph import description, open_graph
from articles.renditions.said import has_public_note, original_address
from articles.renditions.schemaorg import as_script, news_article
from articles.renditions.site import Site
from articles.stylesheet import LISTS, SITE, stylesheet_address
from articles.workflow import Change

RAIL_LENGTH = 10


def latest_headlines(now: datetime, *, without: int | None = None) -> list[PublishedArticle]:
    """The newest visible articles; `without` is the number of the page's own article. One query."""
    rows = PublishedArticle.objects.visible(now).newest().only("number", "slug", "headline", "published_at")
    if without is not None:
        rows = rows.exclude(number=without)
    return list(rows[:RAIL_LENGTH])


def visible_sections(now: datetime) -> list[Section]:
    """The sections that have an article for readers, in their order. One query."""
    articles = PublishedArticle.objects.visible(now).filter(filed__section=OuterRef("pk"))
    return list(Section.objects.filter(Exists(articles)).only("name", "slug"))


def site(identity: SiteIdentity) -> dict[str, Any]:
    """The site's name, look, address and notice. Asks no database, so that error pages can be made from it."""
    return {
        "site_name": identity.name or settings.NEWSROOM_SITE_NAME,
        "site_url": settings.NEWSROOM_SITE_URL,
        "site_notice": settings.NEWSROOM_NOTICE,
        "identity": identity,
        "stylesheet": stylesheet_address(SITE, identity),
        "lists_stylesheet": stylesheet_address(LISTS, identity),
        "papers": [(name, identity.colours(name)["paper"]) for name in identity.COLOURS],
    }


def addresses() -> Site:
    """This site for who needs its addresses alone: its name is that of the settings. Asks no database."""
    return Site(settings.NEWSROOM_SITE_NAME, settings.NEWSROOM_SITE_URL, settings.LANGUAGE_CODE)


def this_site(identity: SiteIdentity | None = None) -> Site:
    """What renditions say of this site. One query where the caller has not asked already."""
    identity, bare = identity or SiteIdentity.of_this_site(), addresses()
    return replace(
        bare,
        name=identity.name or bare.name,
        logo=bare.to("logo", identity.logo_key) if identity.logo_key else "",
        elsewhere=tuple(link["url"] for link in identity.social_links),
    )


def public_page(
    path: str | None, rail: Sequence[PublishedArticle], identity: SiteIdentity | None = None
) -> dict[str, Any]:
    """The context that base.html needs: `path` is the page's one address on this site, quoted, with its query.

    None for a page that has no address of its own, such as an error. Two queries: what the site is called and how it
    looks, where the caller has not asked already, and its sections.
    """
    canonical = None if path is None else f"{settings.NEWSROOM_SITE_URL}{path}"
    frame = {"canonical": canonical, "rail": rail, "sections": visible_sections(timezone.now())}
    return site(identity or SiteIdentity.of_this_site()) | frame


def article_context(
    row: PublishedArticle,
    notes: Iterable[PublishedArticle] = (),
    others: Iterable[PublishedArticle] = (),
    elsewhere: Mapping[int, int] | None = None,
    identity: SiteIdentity | None = None,
) -> dict[str, Any]:
    """What article.html shows of a publication, saved or not; `notes` are its and its predecessors' public notes.

    Of a report that its outlet has published at a known address, that is the canonical one.

    elsewhere: which of its quotations other articles carry too, by their place in it; each with its number.
    """
    noted = list(notes) or ([row] if has_public_note(row) else [])
    site = this_site(identity)
    below = [one for one in noted if one.details.get("note_below")]
    original = original_address(row)
    return {
        **({"canonical": original} if original else {}),
        "original": original,
        "address": site.article(row),
        "article": row,
        "notes": [one for one in noted if one not in below],
        "notes_below": below,
        "retracted": any(one.change == Change.RETRACTION for one in noted),
        "others": list(others),
        "described": [one for one in row.details.get("pictures", ()) if not one.get("image")],
        "speakers": speakers(row.details.get("quotes", ()), elsewhere),
        "description": description(row),
        "open_graph": open_graph(row, site),
        "structured_data": as_script(news_article(row, site, noted)),
    }


def speakers(
    quotes: Iterable[dict[str, Any]], elsewhere: Mapping[int, int] | None = None
) -> list[tuple[dict[str, str] | None, list[dict[str, Any]]]]:
    """(speaker, what they said) in the order of their first quotation; quotations without a speaker come last.

    Each quotation has its `text`, and in `elsewhere` the number of its page where other articles carry it too.
    """
    said = [quote | {"elsewhere": (elsewhere or {}).get(position)} for position, quote in enumerate(quotes)]
    order: dict[str, int] = {}
    for quote in said:
        if quote["speaker"]:
            order.setdefault(quote["speaker"]["slug"], len(order))

    def rank(quote: dict[str, Any]) -> int:
        return order[quote["speaker"]["slug"]] if quote["speaker"] else len(order)

    groups = (list(group) for _, group in groupby(sorted(said, key=rank), key=rank))
    return [(group[0]["speaker"], group) for group in groups]
