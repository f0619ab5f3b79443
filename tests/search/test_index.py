"""Full-text search over what readers have, the same on SQLite and PostgreSQL."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, connections
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.models import PublishedArticle
from articles.search import TookTooLong, best_first, index, marked, parse, passage, search
from tests import factories


def found(text: str, rows: Any = None, **bounds: Any) -> list[str]:
    """Headlines of what the search finds, newest first."""
    rows = PublishedArticle.objects.visible(timezone.now()) if rows is None else rows
    hits = search(parse(text), rows, **bounds).newest
    headlines = PublishedArticle.objects.in_bulk([hit.pk for hit in hits])
    return [headlines[hit.pk].headline for hit in hits]


@pytest.mark.parametrize(
    "text",
    [
        "ferry",
        "FERRY",
        "ferry tunnel",
        "tunnel ferry",
        "“ferry tunnel”",
        '"Ferry   tunnel"',
        "«ferry tunnel»",
        "„ferry tunnel“",
        "‘ferry tunnel’",
        '"ferry tunnel',
        "ferr*",
        "“ferry tun”*",
        "ferry -zeppelin",
        "mayor's",
        "mayor’s ferry",
        "Mayors",
        "tunnels",
        "Francois",
        "François",
        "franc\u0327ois",
        "Strasse",
        "STRAẞE",
        "Lodz",
        "Łódź",
        "Ørsted",
        "orsted",
        "МОСКВА",
        "well-known",
        "“well known”",
        "3.5",
        "“bank of linden”",
        "“the bank of linden”",
        "the ferry",
        "ﬁne",
    ],
)
def test_finds_what_a_reader_means(db: None, text: str) -> None:
    factories.published("Other", text="Nothing of the kind, a bank far from all linden trees.")
    body = "The mayor’s ferry tunnel in Łódź cost 3.5 million, a well-known François of Straße, Москва and the Bank of "
    factories.published("Wanted", text=body + "Linden said; Ørsted ﬁne.")
    assert found(text) == ["Wanted"]


@pytest.mark.parametrize(
    "text",
    [
        "zeppelin",
        "“tunnel ferry”",
        "ferry -tunnel",
        "ferry -“ferry tunnel”",
        "ferry -tun*",
        "err",
        "“ferry tun”",
        "“ferries tunnel”",
        "headline:ferry",
        "ferry AND zeppelin",
        "-ferry",
        "“bank linden”",
        "",
        "the",
        "“to be or not to be”",
        "*",
        "f*",
    ],
)
def test_finds_nothing_else(db: None, text: str) -> None:
    factories.published("Wanted", text="The ferry tunnel and the Bank of Linden.")
    assert found(text) == []


def test_looks_into_headline_standfirst_byline_dateline_and_text(db: None) -> None:
    factories.published("Alpha here", standfirst="Beta here", byline="Gamma K", dateline="DELTA", text="Epsilon")
    for word in ("alpha", "beta", "gamma", "delta", "epsilon"):
        assert found(word) == ["Alpha here"]
    assert found("alpha epsilon") == ["Alpha here"]


def test_puts_headlines_before_texts(db: None) -> None:
    long = "Words about other things. " * 30
    factories.published("In the text", text=f"{long} A ferry. {long}")
    factories.published("A ferry", text=long)
    hits = search(parse("ferry"), PublishedArticle.objects.all())
    best = best_first(hits.newest)
    assert PublishedArticle.objects.get(pk=best[0].pk).headline == "A ferry"
    assert found("ferry") == ["In the text", "A ferry"]


def test_takes_the_newest_whatever_the_order_they_came_in(db: None) -> None:
    for day in (3, 1, 4, 0, 2):
        factories.published(f"Day {day}", text="ferry", at=factories.NOON + timedelta(days=day))
    assert found("ferry", limit=3) == ["Day 4", "Day 3", "Day 2"]
    rows = PublishedArticle.objects.filter(published_at__lte=factories.NOON + timedelta(days=3))
    assert found("ferry", rows, until=factories.NOON + timedelta(days=3), limit=2) == ["Day 3", "Day 2"]


def test_says_when_there_are_more(db: None) -> None:
    for _ in range(3):
        factories.published(text="ferry")
    visible = PublishedArticle.objects.visible(timezone.now())
    for limit, more in ((2, True), (3, False), (4, False)):
        hits = search(parse("ferry"), visible, limit=limit)
        assert (len(hits.newest), hits.more) == (min(limit, 3), more)


def test_stays_within_the_rows_it_is_given(db: None) -> None:
    one, _other = (factories.published(name, text="ferry", tags=(name,)) for name in ("One", "Other"))
    rows = PublishedArticle.objects.visible(timezone.now())
    assert found("ferry", rows.about(factories.tag("One"))) == ["One"]
    assert found("ferry", rows.none()) == []
    PublishedArticle.objects.filter(pk=one.pk).update(goes_off_at=timezone.now())
    assert found("ferry") == ["Other"]


# The index keeps up


def held() -> set[int]:
    """Primary keys in the index."""
    table = "article_id FROM articles_search"
    if connection.vendor == "sqlite":
        table = "id & 1073741823 FROM articles_search_docsize"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {table}")
        return {row[0] for row in cursor.fetchall()}


def is_sound() -> bool:
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO articles_search (articles_search) VALUES ('integrity-check')")
    return True


def test_follows_every_change_of_a_publication(db: None) -> None:
    row = factories.published("Old words", text="zeppelin", at=factories.NOON)
    PublishedArticle.objects.filter(pk=row.pk).update(headline="New Straße", body_text="dirigible")
    assert (found("zeppelin"), found("dirigible"), found("old")) == ([], ["New Straße"], [])
    PublishedArticle.objects.filter(pk=row.pk).update(published_at=factories.NOON + timedelta(days=9))
    assert found("strasse") == ["New Straße"]
    assert held() == {row.pk}
    row.delete()
    assert held() == set()
    assert is_sound()


def test_forgets_what_is_over_and_keeps_what_will_be(db: None) -> None:
    now = timezone.now()
    row = factories.published("First", text="zeppelin")
    PublishedArticle.objects.filter(pk=row.pk).update(goes_off_at=now + timedelta(hours=1))
    second = PublishedArticle.objects.get(pk=row.pk)
    second.pk, second.goes_live_at, second.goes_off_at = None, now + timedelta(hours=1), None
    second.body_text = "dirigible"
    second.save(force_insert=True)
    assert held() == {row.pk, second.pk}
    assert (found("zeppelin"), found("dirigible")) == (["First"], [])
    rows = PublishedArticle.objects.visible(now + timedelta(hours=2))
    assert (found("zeppelin", rows), found("dirigible", rows)) == ([], ["First"])
    PublishedArticle.objects.filter(pk=second.pk).update(goes_off_at=now + timedelta(hours=1))
    PublishedArticle.objects.filter(pk=row.pk).update(goes_off_at=now)
    assert held() == {second.pk}
    second.goes_off_at = now
    PublishedArticle.objects.filter(pk=second.pk).delete()
    PublishedArticle.objects.filter(pk=row.pk).update(goes_off_at=None)
    assert held() == {row.pk}
    assert is_sound()


def test_takes_texts_of_any_length(db: None) -> None:
    words = " ".join(f"w{number}x" for number in range(80_000))
    factories.published("Long", text=f"zeppelin {words}")
    factories.published("One word", text="z" * 5000)
    assert found("zeppelin w99x") == ["Long"]


def test_has_its_triggers(db: None) -> None:
    with connection.cursor() as cursor:
        table = "sqlite_master WHERE type = 'trigger' AND" if connection.vendor == "sqlite" else "pg_trigger WHERE"
        column = "name" if connection.vendor == "sqlite" else "tgname"
        cursor.execute(f"SELECT {column} FROM {table} {column} LIKE 'articles_search%%'", [])  # noqa: S608
        names = {row[0] for row in cursor.fetchall()}
    expected = {"insert", "update", "delete"} if connection.vendor == "sqlite" else {"rows", "all"}
    assert names == {f"articles_search_{name}" for name in expected}


@pytest.mark.sqlite
def test_asks_once(db: None, django_assert_num_queries: Any) -> None:
    for rows in (1, 2):
        factories.published(text="ferry")
        with django_assert_num_queries(1):
            assert len(search(parse("ferry"), PublishedArticle.objects.visible(timezone.now())).newest) == rows


@pytest.mark.postgresql
def test_asks_twice_at_most(db: None, django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(60):
        factories.published(f"Number {number}", text="ferry " + ("tunnel " if number % 2 else "") + f"only{number}")
    monkeypatch.setattr(index, "_WINDOW", 20)
    monkeypatch.setattr(index, "_COMMON", 5)
    monkeypatch.setattr(index, "_ENOUGH", 15)
    visible = PublishedArticle.objects.visible(timezone.now())
    for text, count, more, queries in (
        ("ferry", 20, True, 5),
        ("tunnel", 30, False, 6),
        ("only0", 1, False, 6),
        ("only59", 1, False, 6),
        ("zeppelin", 0, False, 6),
    ):
        with django_assert_num_queries(queries):
            hits = search(parse(text), visible)
        assert (len(hits.newest), hits.more) == (count, more)
    monkeypatch.setattr(index, "_WINDOW", 100)
    with django_assert_num_queries(5):
        assert not search(parse("only0"), visible).more


@pytest.mark.sqlite
def test_stops_in_time_on_sqlite(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(30):
        factories.published(text="ferry")
    handlers: list[int] = []
    monkeypatch.setattr(index, "SECONDS", -1.0)
    real = connections["default"].connection

    class Impatient:
        def set_progress_handler(self, handler: Any, steps: int) -> None:
            handlers.append(steps)
            real.set_progress_handler(handler, min(steps, 10))

        def __getattr__(self, name: str) -> Any:
            return getattr(real, name)

    monkeypatch.setattr(connections["default"], "connection", Impatient())
    with pytest.raises(TookTooLong):
        search(parse("ferry"), PublishedArticle.objects.all())
    assert handlers[-1] == 0
    assert PublishedArticle.objects.count() == 30


@pytest.mark.postgresql
def test_stops_in_time_on_postgresql(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    factories.published(text="ferry")
    monkeypatch.setattr(index, "tsquery", lambda query: ("(SELECT 'a'::tsquery FROM pg_sleep(5))", []))
    monkeypatch.setattr(index, "SECONDS", 0.05)
    with pytest.raises(TookTooLong):
        search(parse("ferry"), PublishedArticle.objects.all())
    assert PublishedArticle.objects.count() == 1


@pytest.mark.django_db
class AnyText(TestCase):
    """No text raises, whatever is in it."""

    @classmethod
    def setUpTestData(cls) -> None:
        factories.published("Wanted", text="The ferry tunnel.")

    @given(st.text(max_size=60) | st.text(alphabet="ab \"'*-()^:+{}[]|&!~<>\\%_“”‘’", max_size=40))
    def test_is_an_answerable_question(self, text: str) -> None:
        query = parse(text)
        search(query, PublishedArticle.objects.visible(timezone.now()))
        for shown in (marked(query, text), passage(query, text + " ferry")):
            assert all(piece for piece, _ in shown)
        assert "".join(piece for piece, _ in marked(query, text)) == text
