"""Reports of one event side by side as the desk has them: working copies, published or not."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.html import plain
from articles.models import Article, ArticleTag, Credit, Mention, QuotationLink, Quote, TagKind
from articles.text.likeness.coverage import Coverage, Printed, Stated, Told, Topic, as_named, chosen, compare
from articles.text.likeness.figures import days, figures


def coverage_of(articles: Sequence[Article]) -> Coverage:
    """Working copies held side by side; `articles` with their sources. Five queries for any number of them."""
    numbers = [article.pk for article in articles]
    agencies: dict[int, list[str]] = defaultdict(list)
    for credit in Credit.objects.filter(article__in=numbers).select_related("source").order_by("pk"):
        agencies[credit.article_id].append(credit.source.name)
    told = [_told(article, agencies[article.pk]) for article in articles]
    columns = {one.number for one in chosen(told)}
    stated = _stated([article for article in articles if article.pk in columns])
    printed = _printed(numbers)
    quotations = list({one.quotation for quotes in printed.values() for one in quotes})
    links = QuotationLink.objects.filter(one__in=quotations, other__in=quotations).values_list("one", "other")
    full = [replace(one, stated=stated.get(one.number, {}), printed=printed.get(one.number, ())) for one in told]
    return compare(full, links)


def _told(article: Article, agencies: Sequence[str]) -> Told:
    url = reverse("admin:articles_article_change", args=(article.pk,))
    outlet = article.source.name if article.source else "" if article.of_report else _("this site")
    return Told(article.pk, str(article), url, outlet, tuple(dict.fromkeys(agencies)))


def _stated(articles: Sequence[Article]) -> dict[int, dict[Topic, list[Stated]]]:
    stated: dict[int, dict[Topic, list[Stated]]] = {article.pk: defaultdict(list) for article in articles}
    named: dict[tuple[int, int], list[Mention]] = defaultdict(list)
    for mention in Mention.objects.filter(article__in=articles).select_related("person"):
        named[mention.article_id, mention.person_id].append(mention)
    for (number, key), mentions in named.items():
        person = mentions[0].person
        roles = [one.role for one in mentions if one.role and not one.relative]
        written = as_named([one.surface for one in mentions], roles)
        url = reverse("admin:articles_person_change", args=(key,))
        stated[number][Topic.PEOPLE].append(Stated(f"{key}", person.name, written, url))
    places = ArticleTag.objects.filter(content_object__in=articles, tag__kind=TagKind.PLACE)
    for use in places.select_related("tag").order_by("pk"):
        url = reverse("admin:articles_tag_change", args=(use.tag_id,))
        stated[use.content_object_id][Topic.PLACES].append(Stated(f"{use.tag_id}", use.tag.name, use.tag.name, url))
    for article in articles:
        text = plain(article.body)
        stated[article.pk][Topic.DATES] = [Stated(key, words, words) for key, words in days(text)]
        stated[article.pk][Topic.FIGURES] = [Stated(key, words, words) for key, words in figures(text)]
    return stated


def _printed(numbers: Sequence[int]) -> dict[int, list[Printed]]:
    printed: dict[int, list[Printed]] = defaultdict(list)
    for quote in Quote.objects.filter(article__in=numbers).select_related("speaker").order_by("article", "start", "pk"):
        speaker = quote.speaker
        url = reverse("admin:articles_person_change", args=(speaker.pk,)) if speaker else ""
        printed[quote.article_id].append(Printed(quote.quotation_id, quote.text, speaker.name if speaker else "", url))
    return printed
