"""Answers with validators."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from articles.views.answers import validated, with_validators

THEN = datetime(2024, 3, 5, 12, 0, 0, 900_000, tzinfo=UTC)


def ask(changed_at: datetime | None = None, status: int = 200, **headers: str) -> HttpResponse:
    return with_validators(
        RequestFactory().get("/", headers=headers),
        HttpResponse("text", status=status),
        changed_at,  # type: ignore[arg-type]
    )


def test_gives_the_same_etag_for_the_same_bytes_alone() -> None:
    assert ask().headers["ETag"] == ask().headers["ETag"]
    other = with_validators(RequestFactory().get("/"), HttpResponse("other"))
    assert other.headers["ETag"] != ask().headers["ETag"]


def test_answers_304_to_who_has_it() -> None:
    etag = ask().headers["ETag"]
    for sent in (etag, etag.removeprefix("W/"), f'"other", {etag}', "*"):
        answer = ask(**{"if-none-match": sent})
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["ETag"] == etag
    assert ask(**{"if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize(("seconds", "status"), [(-1, 200), (0, 304), (3600, 304)])
def test_compares_whole_seconds_of_a_date(seconds: int, status: int) -> None:
    since = (THEN + timedelta(seconds=seconds)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    assert ask(THEN, **{"if-modified-since": since}).status_code == status


def test_believes_the_etag_before_the_date() -> None:
    headers = {"if-none-match": '"other"', "if-modified-since": "Fri, 31 Dec 2100 00:00:00 GMT"}
    assert ask(THEN, **headers).status_code == 200


@pytest.mark.parametrize("since", ["", "yesterday", "\x00", "Tue, 99 Foo 2024 99:99:99 GMT", "9" * 400])
def test_overlooks_nonsense(since: str) -> None:
    assert ask(THEN, **{"if-modified-since": since, "if-none-match": since}).status_code == 200


def test_leaves_other_answers_alone() -> None:
    answer = ask(THEN, 404, **{"if-none-match": "*"})
    assert answer.status_code == 404
    assert not {"ETag", "Last-Modified", "Cache-Control"} & set(answer.headers)


def test_lets_nobody_keep_a_way_that_may_be_taken_back() -> None:
    assert ask(status=301).headers["Cache-Control"] == "no-cache"


def test_wraps_a_view() -> None:
    @validated
    def view(request: Any) -> HttpResponse:
        return HttpResponse("text")

    answer = view(RequestFactory().get("/"))
    assert answer.headers["Cache-Control"] == "public, no-cache"
    assert "Last-Modified" not in answer.headers
