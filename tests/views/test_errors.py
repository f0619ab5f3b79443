"""The pages for what went wrong."""

import re
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client, RequestFactory

from articles.views import errors
from tests import cast, factories

pytestmark = pytest.mark.sqlite


def test_leads_on_from_an_unknown_address(client: Client, db: None) -> None:
    row = factories.published("Bridge reopens")
    answer = client.get("/no-such/<script>/")
    page = answer.content.decode()
    assert answer.status_code == 404
    assert row.get_absolute_url() in page
    assert "noindex" in page
    assert "canonical" not in page
    assert "<script" not in page


def test_tells_programs_of_what_went_wrong_as_json(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("the database has gone away")

    monkeypatch.setattr(connection, "cursor", breaks)
    client.raise_request_exception = False
    answers = [
        client.get("/api/v2/"),
        client.get("/api/v1/", headers={"host": "elsewhere.example"}),
        client.get("/api/v1/articles/"),
    ]
    assert [answer.status_code for answer in answers] == [404, 400, 500]
    for answer in answers:
        assert answer.headers["Content-Type"] == "application/json"
        [(name, sentence)] = answer.json().items()
        assert (name, sentence[-1]) == ("error", ".")


def test_says_of_what_is_too_large_that_nothing_is_lost(client: Client, db: None, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    client.force_login(cast.editor())
    answer = client.post("/admin/articles/article/add/", {"body": "word " * 1000})
    assert answer.status_code == 413
    page = answer.content.decode()
    assert "This is too large" in page and "your text still stands in the form" in page


def test_answers_a_broken_view_without_a_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("the database has gone away")

    monkeypatch.setattr(connection, "cursor", breaks)
    client.raise_request_exception = False
    answer = client.get("/")
    assert answer.status_code == 500
    page = answer.content.decode()
    assert "Something went wrong" in page
    assert "gone away" not in page
    [sheet] = re.findall(r'rel="stylesheet" href="(/[^"]+)"', page)
    assert ".error-page" in client.get(sheet).content.decode()


def test_says_one_sentence_when_there_is_no_template_either(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*args: Any, **kwargs: Any) -> None:
        raise ValueError("no such file in the manifest")

    monkeypatch.setattr(errors, "render", breaks)
    answer = errors.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert b"Something went wrong on our side" in answer.content


def test_answers_a_request_for_another_host_without_a_database(client: Client) -> None:
    answer = client.get("/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "cannot be understood" in answer.content.decode()
    assert "elsewhere" not in answer.content.decode()


def test_says_what_is_not_open_in_plain_words(client: Client, db: None) -> None:
    client.force_login(cast.reporter())
    answer = client.get("/admin/auth/user/add/")
    assert answer.status_code == 403
    assert "This is not open to you" in answer.content.decode()


def test_tells_how_to_save_what_a_stale_form_held(db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.reporter())
    answer = client.post("/admin/articles/article/add/", {"headline": "Typed for an hour"})
    assert answer.status_code == 403
    assert "copy what you typed" in answer.content.decode()


def test_says_how_long_a_locked_name_waits(client: Client, db: None, settings: Any) -> None:
    settings.AXES_ENABLED = True
    for _ in range(settings.AXES_FAILURE_LIMIT):
        answer = client.post("/admin/login/", {"username": "rita", "password": "wrong"})
    assert answer.status_code == 429
    assert "a quarter of an hour" in answer.content.decode()
