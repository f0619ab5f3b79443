"""Everything published, and the archives."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests import factories


def shown(client: Client, path: str) -> list[str]:
    answer = client.get(path)
    assert answer.status_code == 200
    return [article.headline for _, articles in answer.context["days"] for article in articles]


@pytest.mark.parametrize("count", [1, 3, pytest.param(300, marks=pytest.mark.sqlite)])
def test_asks_a_fixed_number_of_times(client: Client, db: None, count: int, django_assert_num_queries: Any) -> None:
    row = factories.published(tags=("Bridges", "Ferries"), people=("Ana Horvat",), outlet="Herald")
    factories.copies(row, count - 1)
    with django_assert_num_queries(15):
        client.get("/latest/")
    with django_assert_num_queries(16):  # and one for each kind of filter that is set
        client.get("/latest/?person=ana-horvat&source=herald&tag=bridges")


def test_holds_a_year_a_month_a_day_on_the_sites_clocks(client: Client, db: None, settings: Any) -> None:
    for text in ("2023-12-31T22:00", "2024-01-31T21:59", "2024-01-31T22:00", "2024-02-29T12:00", "2024-12-31T22:00"):
        factories.published(text, at=datetime.fromisoformat(text).replace(tzinfo=UTC))
    settings.TIME_ZONE = "Europe/Helsinki"  # two hours ahead in winter
    assert shown(client, "/latest/2024/") == [
        "2024-02-29T12:00",
        "2024-01-31T22:00",
        "2024-01-31T21:59",
        "2023-12-31T22:00",
    ]
    assert shown(client, "/latest/2024/02/") == ["2024-02-29T12:00", "2024-01-31T22:00"]
    assert shown(client, "/latest/2024/02/01/") == ["2024-01-31T22:00"]
    assert shown(client, "/latest/2024/12/") == []
    assert shown(client, "/latest/2025/01/01/") == ["2024-12-31T22:00"]


def test_leads_to_the_nearest_periods_that_hold_anything(client: Client, db: None) -> None:
    for day in (1, 5, 20):
        factories.published(at=datetime(2024, 3, day, 12, tzinfo=UTC))
    context = client.get("/latest/2024/03/05/").context
    assert (context["earlier"].path, context["later"].path) == ("/latest/2024/03/01/", "/latest/2024/03/20/")
    assert [upper.path for upper in context["above"]] == ["/latest/2024/", "/latest/2024/03/"]
    context = client.get("/latest/2023/").context
    assert (context["earlier"], context["later"].path) == (None, "/latest/2024/")


def test_leads_to_the_years_months_and_days_that_hold_anything(client: Client, db: None, settings: Any) -> None:
    settings.TIME_ZONE = "Europe/Helsinki"
    for text in ("2021-06-01T12:00", "2023-12-31T22:00", "2024-02-29T12:00", "2024-03-01T12:00"):
        factories.published(text, at=datetime.fromisoformat(text).replace(tzinfo=UTC))
    factories.published("Later", at=timezone.now() + timedelta(days=400))
    inside = {
        "": ["2024/", "2021/"],
        "2024/": ["2024/01/", "2024/02/", "2024/03/"],
        "2024/01/": ["2024/01/01/"],
        "2024/01/01/": [],
        "2023/": [],
    }
    for path, below in inside.items():
        answer = client.get(f"/latest/{path}")
        assert [each.path for each in answer.context["inside"]] == [f"/latest/{each}" for each in below]
        assert all(f'href="/latest/{each}"' in answer.content.decode() for each in below)


@pytest.mark.parametrize("path", ["/latest/2024/", "/latest/2024/03/"])
def test_asks_once_for_all_the_times_in_a_time(
    client: Client, db: None, django_assert_num_queries: Any, path: str
) -> None:
    for day in (1, 5, 20):
        factories.published(at=datetime(2024, 3, day, 12, tzinfo=UTC))
    with django_assert_num_queries(12):
        client.get(path)


@pytest.mark.parametrize(
    "path", ["0000", "1899", "9999", "24", "2024/13", "2024/00", "2024/3", "2024/02/30", "2024/02/00", "2024/02/1"]
)
def test_knows_no_such_date(client: Client, db: None, path: str) -> None:
    assert client.get(f"/latest/{path}/").status_code == 404


def test_says_so_when_a_time_holds_nothing(client: Client, db: None) -> None:
    page = client.get("/latest/2031/").content.decode()
    assert "Nothing was published in this time" in page
    assert "noindex" in page


def test_groups_by_day(client: Client, db: None) -> None:
    rows = [factories.published(at=datetime(2024, 3, day, 12, tzinfo=UTC)) for day in (5, 5, 4)]
    days = client.get("/latest/").context["days"]
    assert [(day.day, len(articles)) for day, articles in days] == [(5, 2), (4, 1)]
    assert timezone.localtime(rows[0].published_at).date() == days[0][0]
