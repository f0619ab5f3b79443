"""The raw reports: marked to look at, byte for byte to save, never to change."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Intake
from tests import cast, factories
from tests.admin import pages

pytestmark = pytest.mark.django_db
TEXT = "\ufeffFerry “late”\r\n<script>alert(1)</script> 🚢\r\n"


def test_it_shows_the_report_marked_and_escaped(client: Client) -> None:
    row = pages.intake(factories.article(), TEXT)
    client.force_login(cast.reporter())
    html = client.get(reverse("admin:articles_intake_change", args=(row.pk,))).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script>alert" not in html
    assert 'name="_save"' not in html


def test_it_hands_out_the_file_byte_for_byte(client: Client) -> None:
    row = pages.intake(factories.article(), TEXT, file_name='we"ird\r\n.txt')
    client.force_login(cast.reporter())
    answer = client.get(reverse("admin:articles_intake_file", args=(row.pk,)))
    assert answer.content == TEXT.encode()
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="report-{row.pk}.txt"'


def test_it_cannot_be_changed(client: Client) -> None:
    row = pages.intake(factories.article(), TEXT)
    client.force_login(cast.administrator())
    answer = client.post(reverse("admin:articles_intake_change", args=(row.pk,)), {"file_name": "forged"})
    assert answer.status_code == 403
    assert Intake.objects.get().file_name == "report.txt"


@pytest.mark.parametrize("count", [1, 3, pytest.param(300, marks=pytest.mark.sqlite)])
def test_it_asks_the_database_as_often_for_300_reports_as_for_one(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        pages.intake(factories.article(f"Story {number}"), TEXT)
    client.force_login(cast.reporter())
    with django_assert_num_queries(6):
        assert client.get(reverse("admin:articles_intake_changelist")).status_code == 200
