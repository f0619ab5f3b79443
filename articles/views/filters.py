"""The filters of lists: what an address asks for, what that means here, and the address of every other choice."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.http import Http404, QueryDict

from articles.models import PublishedArticle, Redirect
from articles.models.published import PublishedArticleQuerySet
from articles.slugs import slug_for
from articles.views.subjects import SUBJECTS, TAG, Subject

MOST_VALUES = 8
LONGEST_VALUE = 200
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
WORD = re.compile(r"[-\w]+")

Values = Mapping[str, tuple[str, ...]]
"""Parameter -> its values: address words, or what the reader wrote where nothing is called that."""


class WordsField(forms.Field):
    """All values of a parameter, without blanks and repetitions."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: list[str] | None) -> list[str]:
        words = list(dict.fromkeys(word.strip() for word in value or () if word.strip()))
        if len(words) > MOST_VALUES or any(len(word) > LONGEST_VALUE or CONTROL.search(word) for word in words):
            raise forms.ValidationError("too much")
        return words


class WordsFilter(django_filters.Filter):
    field_class = WordsField


class ArticleFilters(django_filters.FilterSet):
    """`section`, `tag`, `source` and `person` may stand several times: all of them must hold, or with
    `match=any` any of the tags.

    `chosen` has the rows asked for and `unknown` the words that no visible article carries, both by parameter.
    404 for what no reader can mean: control characters, endless words, dozens of them.
    """

    section = WordsFilter()
    tag = WordsFilter()
    source = WordsFilter()
    person = WordsFilter()
    match = django_filters.CharFilter()

    class Meta:
        model = PublishedArticle
        fields = ()

    def __init__(self, data: QueryDict, queryset: PublishedArticleQuerySet, *, now: datetime, own: Any = None) -> None:
        super().__init__(data, queryset)
        if not self.form.is_valid():
            raise Http404
        self.chosen: dict[str, list[Any]] = {}
        self.unknown: dict[str, list[str]] = {}
        for subject in SUBJECTS:
            rows, unknown = resolve(subject, self.form.cleaned_data[subject.name] or [], now)
            self.chosen[subject.name] = [row for row in rows if row != own]
            self.unknown[subject.name] = unknown
        self.any_tag = self.form.cleaned_data["match"] == "any"

    @property
    def values(self) -> dict[str, tuple[str, ...]]:
        """The choices as their canonical addresses write them."""
        return {
            name: tuple(sorted([*(row.slug for row in rows), *self.unknown[name]]))
            for name, rows in self.chosen.items()
        }

    @property
    def count(self) -> int:
        return sum(map(len, self.values.values()))

    def filter_queryset(self, queryset: PublishedArticleQuerySet) -> PublishedArticleQuerySet:
        """The articles that meet every choice."""
        return self.narrowed(queryset)

    def narrowed(self, queryset: PublishedArticleQuerySet, *, but: Subject | None = None) -> PublishedArticleQuerySet:
        """As `filter_queryset`, leaving the choices of one kind aside."""
        for subject in SUBJECTS:
            rows, unknown = self.chosen[subject.name], self.unknown[subject.name]
            if subject is but:
                continue
            if subject is TAG and self.any_tag:
                queryset = queryset.filter(TAG.carried(rows))
            elif unknown:
                return queryset.none()
            else:
                for row in rows:
                    queryset = queryset.filter(subject.carried([row]))
        return queryset


def resolve(subject: Subject, words: Iterable[str], now: datetime) -> tuple[list[Any], list[str]]:
    """The visible rows that address words, names or former address words stand for; and the words that fit none.

    No query without words, one when all fit.
    """
    slugs = {word: [slug for slug in (word, slug_for(word, "")) if WORD.fullmatch(slug)] for word in words}
    if not slugs:
        return [], []
    asked = {slug for found in slugs.values() for slug in found}
    rows = {row.slug: row for row in subject.visible(now).filter(slug__in=asked)}
    if asked and not all(any(slug in rows for slug in found) for found in slugs.values()):
        moved = dict(Redirect.objects.filter(kind=subject.name, slug__in=asked).values_list("slug", "target"))
        targets = subject.visible(now).in_bulk(list(moved.values())) if moved else {}
        rows = {slug: targets[target] for slug, target in moved.items() if target in targets} | rows
    known = {word: next((rows[slug] for slug in found if slug in rows), None) for word, found in slugs.items()}
    return (
        list({row.pk: row for row in known.values() if row is not None}.values()),
        [word for word, row in known.items() if row is None],
    )


def address(path: str, values: Values, *, any_tag: bool = False, **cursor: str) -> str:
    """The canonical address of a list: parameters and values sorted, nothing twice, nothing that changes nothing."""
    parameters = {name: tuple(sorted(set(words))) for name, words in values.items() if words}
    if any_tag and len(parameters.get("tag", ())) > 1:
        parameters["match"] = ("any",)
    parameters |= {name: (value,) for name, value in cursor.items()}
    query = urlencode(sorted(parameters.items()), doseq=True)
    return f"{path}?{query}" if query else path


def is_canonical(query: QueryDict, canonical: str, also: Iterable[str] = ()) -> bool:
    """Whether the parameters that mean something here (`also` some of the page's own) stand as in the canonical
    address."""
    wanted = QueryDict(canonical.partition("?")[2])
    known = {"section", "tag", "source", "person", "match", "before", "after", *also}
    return [item for item in query.lists() if item[0] in known] == list(wanted.lists())


def with_value(values: Values, name: str, value: str) -> Values:
    return {**values, name: (*values.get(name, ()), value)}


def without_value(values: Values, name: str, value: str) -> Values:
    return {**values, name: tuple(word for word in values.get(name, ()) if word != value)}
