"""Proposals are confirmed and rejected; who did so and when stays on record."""

from typing import Any

import pytest

from articles.actions.checklist import checklist
from articles.actions.edits import StaleArticle
from articles.actions.judgements import Proposed, judge, note_removed, standing
from articles.actions.moves import MoveRefused, NotAllowed
from articles.models import Article, Finding, HistoryEntry, Judgement
from articles.models.person import spelling_key
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    made = factories.article(
        "", proposed_headline="A tale", source=factories.source("Herald"), source_inferred=True, report_date="--03-05"
    )
    who = factories.person("Ana Horvat")
    factories.mention(made, who, start=0, end=10, by_import=True)
    factories.mention(made, who, start=20, end=30, by_import=True)
    factories.quote(made, "So be it.", who, tier="suggested", start=40, end=49)
    made.tagged.create(tag=factories.tag("Rivers"), start=50, end=56, by_import=True)
    return made


ALL = (
    Proposed(Finding.HEADLINE, "a tale", "A tale"),
    Proposed(Finding.SOURCE, "herald", "Herald"),
    Proposed(Finding.DATE, "--03-05", "--03-05"),
    Proposed(Finding.PERSON, "ana horvat", "Ana Horvat", (0, 20)),
    Proposed(Finding.TAG, "rivers", "Rivers", (50,), 56),
    Proposed(Finding.SPEAKER, "x:ana horvat", "Ana Horvat: So be it.", (40,)),
)


def decide(article: Article, *found: Proposed, confirmed: bool, **options: Any) -> list[Judgement]:
    article.refresh_from_db()
    options = {"seen": article.version, "by": cast.editor(), "now": NOON} | options
    return judge(article, found, confirmed=confirmed, **options)


def lacks(article: Article) -> set[str]:
    return {check.name for check in checklist(article, at=NOON) if check.lack}


def test_all_that_is_confirmed_is_the_desks_in_one_version(article: Article) -> None:
    assert lacks(article) >= {"headline", "speakers"}
    decide(article, *ALL, confirmed=True)
    article.refresh_from_db()
    assert (article.headline, article.source_inferred, article.report_date_checked) == ("A tale", False, True)
    assert not article.mentions.filter(by_import=True).exists() and not article.tagged.filter(by_import=True).exists()
    assert article.quotes.get().tier == "confirmed" and lacks(article) == set()
    assert (article.version, article.revisions.count(), HistoryEntry.objects.get().details["count"]) == (2, 1, 6)
    row = Judgement.objects.get(kind="tag")
    assert (row.confirmed, row.by, row.actor, row.at, row.label) == (True, cast.editor(), "edgar", NOON, "Rivers")


def test_all_that_is_rejected_goes_and_the_words_of_a_quote_stay(article: Article) -> None:
    decide(article, *ALL, confirmed=False)
    article.refresh_from_db()
    assert (article.headline, article.proposed_headline, article.source, article.report_date) == ("", "", None, "")
    assert not article.mentions.exists() and not article.tagged.exists()
    quote = article.quotes.get()
    assert (quote.speaker, quote.tier) == (None, "sure")
    assert len(article.judgements.rejected()) == 6
    decide(article, Proposed(Finding.QUOTE, "x", "So be it.", (40,)), confirmed=False)
    assert not article.quotes.exists()


def test_a_suggested_tag_is_added_with_its_place_and_a_second_answer_replaces_the_first(article: Article) -> None:
    found = Proposed(Finding.TAG, "bridges", "Bridges", (3,), 10)
    factories.tag("Bridges")
    decide(article, found, confirmed=True)
    use = article.tagged.get(tag__name="Bridges")
    assert (use.start, use.end, use.by_import) == (3, 10, False)
    decide(article, found, confirmed=False)
    assert Judgement.objects.get().confirmed is False and article.tagged.count() == 1


def test_it_refuses_strangers_late_comers_and_what_nobody_proposes(article: Article) -> None:
    for fault, options in ((NotAllowed, {"by": cast.reporter()}), (StaleArticle, {"seen": 9})):
        with pytest.raises(fault):
            decide(article, *ALL, confirmed=True, **options)
    with pytest.raises(MoveRefused):
        decide(article, confirmed=True)
    assert not Judgement.objects.exists() and not HistoryEntry.objects.exists()


def test_what_a_person_takes_out_counts_as_rejected_until_they_put_it_back(article: Article) -> None:
    before, who = standing(article), factories.person("Ana Horvat")
    article.tagged.all().delete()
    article.mentions.all().delete()
    article.quotes.all().delete()
    note_removed(article, before, by=cast.editor(), now=NOON)
    kinds = {kind for kind, _key in article.judgements.rejected()}
    assert (
        kinds == {"tag", "person", "quote"} and ("person", spelling_key("Ana Horvat")) in article.judgements.rejected()
    )
    before = standing(article)
    factories.mention(article, who)
    article.tagged.create(tag=factories.tag("Rivers"))
    note_removed(article, before, by=cast.editor(), now=NOON)
    assert {kind for kind, _key in article.judgements.rejected()} == {"quote"}


@pytest.mark.parametrize("count", [1, 3])
def test_all_people_are_confirmed_with_as_many_queries_as_one(
    article: Article, count: int, django_assert_num_queries: Any
) -> None:
    found = [Proposed(Finding.PERSON, f"person {n}", f"Person {n}", (n,)) for n in range(count)]
    editor = cast.editor()
    editor.has_perm("articles.change_article")
    with django_assert_num_queries(16):
        decide(article, *found, confirmed=True, by=editor)
