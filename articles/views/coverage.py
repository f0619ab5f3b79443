"""What readers have of several reports, as it is compared side by side (text/likeness/coverage.py)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.urls import reverse

from articles.models import PublishedArticle, PublishedPerson, PublishedQuote, PublishedTag, QuotationLink, TagKind
from articles.text.likeness.coverage import Coverage, Printed, Stated, Told, Topic, as_named, chosen, compare
from articles.text.likeness.figures import days, figures


def coverage_of(reports: Sequence[PublishedArticle], site_name: str) -> Coverage:
    """Publications of one story held side by side. Four queries for any number of them, one more for old ones."""
    told = [_told(row, site_name) for row in reports]
    columns = {one.number for one in chosen(told)}
    pks = {row.pk: row.number for row in reports}
    compared = [row for row in reports if row.number in columns]
    stated = _stated(compared)
    printed, quotations = _printed(pks)
    full = [replace(one, stated=stated.get(one.number, {}), printed=printed.get(one.number, ())) for one in told]
    links = QuotationLink.objects.filter(one__in=quotations, other__in=quotations).values_list("one", "other")
    return compare(full, links if quotations else ())


def _told(row: PublishedArticle, site_name: str) -> Told:
    source = row.details.get("source")
    outlet = source["name"] if source else site_name if row.details.get("own") else ""
    agencies = tuple(credit["name"] for credit in row.details.get("credits", ()))
    return Told(row.number, row.headline, row.get_absolute_url(), outlet, agencies)


def _stated(rows: Sequence[PublishedArticle]) -> dict[int, dict[Topic, list[Stated]]]:
    """Number of a report -> what it names: people, places, days and figures."""
    stated: dict[int, dict[Topic, list[Stated]]] = {row.number: defaultdict(list) for row in rows}
    numbers = {row.pk: row.number for row in rows}
    named = PublishedPerson.objects.filter(article__in=list(numbers)).select_related("person").order_by("pk")
    for one in named:
        url = reverse("person", args=(one.person.slug,))
        written = as_named(one.spellings or [one.person.name], one.roles)
        stated[numbers[one.article_id]][Topic.PEOPLE].append(Stated(f"{one.person_id}", one.person.name, written, url))
    places = PublishedTag.objects.filter(content_object__in=list(numbers), tag__kind=TagKind.PLACE)
    for use in places.select_related("tag").order_by("pk"):
        url = reverse("tag", args=(use.tag.slug,))
        stated[numbers[use.content_object_id]][Topic.PLACES].append(
            Stated(f"{use.tag_id}", use.tag.name, use.tag.name, url)
        )
    for number, facts in _counted(rows).items():
        for topic, pairs in facts.items():
            stated[number][topic] = [Stated(key, words, words) for key, words in pairs]
    return stated


def _counted(rows: Sequence[PublishedArticle]) -> dict[int, dict[Topic, list[Any]]]:
    """Days and figures as they were frozen; of publications from before those were, from their text."""
    old = [row.pk for row in rows if "figures" not in row.details]
    texts = dict(PublishedArticle.objects.filter(pk__in=old).values_list("pk", "body_text")) if old else {}
    counted: dict[int, dict[Topic, list[Any]]] = {}
    for row in rows:
        if row.pk in texts:
            counted[row.number] = {Topic.DATES: days(texts[row.pk]), Topic.FIGURES: figures(texts[row.pk])}
        else:
            counted[row.number] = {
                Topic.DATES: row.details.get("dates") or [],
                Topic.FIGURES: row.details.get("figures") or [],
            }
    return counted


def _printed(pks: dict[int, int]) -> tuple[dict[int, list[Printed]], list[int]]:
    """Number of a report -> its quotations; and all their numbers."""
    printed: dict[int, list[Printed]] = defaultdict(list)
    quotations: dict[int, None] = {}
    rows = PublishedQuote.objects.filter(article__in=list(pks)).order_by("article", "position")
    for article, quotation, text, name, slug in rows.values_list(
        "article_id", "quotation_id", "text", "person__name", "person__slug"
    ):
        url = reverse("person", args=(slug,)) if slug else ""
        printed[pks[article]].append(Printed(quotation, text, name or "", url))
        quotations[quotation] = None
    return printed, list(quotations)
