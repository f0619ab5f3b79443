"""The inbox of changed reports, from the front page to the decision."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.actions.moves import move
from articles.ingest.load import load
from articles.models import Article, ReportChange
from articles.workflow import Status
from tests import cast, factories
from tests.actions.test_reimporting import ADDED, V1, V2, Desk
from tests.admin import pages

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def waiting(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.load(V1)
    desk.edit(headline="Our <b>words</b>", byline="Rita Reporter")
    desk.load(V2.replace("\n\nThe old", "\n\nBy Ivo Kos\n\nThe old"))
    return desk


def page(change: ReportChange) -> str:
    return reverse("admin:articles_reportchange_change", args=(change.pk,))


def answer(client: Client, **posted: Any) -> Any:
    path = reverse("admin:articles_reportchange_settle", args=(Article.objects.get().pk,))
    return client.post(path, posted, follow=True)


def test_it_leads_from_the_front_page_to_both_versions_and_a_decision(client: Client, waiting: Desk) -> None:
    client.force_login(cast.editor())
    panels = {panel.name: panel for panel in client.get("/admin/").context["front"]["panels"]}
    assert panels["changed"].count == ReportChange.objects.count() == 2
    change = ReportChange.objects.get(field="headline")
    assert page(change) in [row.url for row in panels["changed"].rows]
    assert page(change).removesuffix("change/").split("/")[-2] in client.get(panels["changed"].url).content.decode()
    html = client.get(page(change)).content.decode()
    assert "<del>Our &lt;b&gt;words&lt;/b&gt;</del><ins>Bridge reopens after the flood</ins>" in html
    assert "Decide what becomes of the changes" in client.get(pages.change(waiting.article)).content.decode()
    shown = answer(client, change=change.pk, verdict="taken")
    assert "1 decision made." in shown.content.decode()
    assert waiting.article.headline == "Bridge reopens after the flood"
    assert "Taken over from the changed report: Headline" in client.get(pages.change(waiting.article)).content.decode()
    assert "Theirs was taken" in client.get(page(change)).content.decode()
    shown = answer(client, change="all", verdict="kept")
    assert shown.redirect_chain[-1][0] == pages.change(waiting.article)
    assert waiting.article.byline == "Rita Reporter" and not ReportChange.objects.open().exists()


def test_a_field_can_be_written_anew(client: Client, waiting: Desk) -> None:
    client.force_login(cast.editor())
    answer(client, change=ReportChange.objects.get(field="headline").pk, verdict="written", text="Words of both")
    assert waiting.article.headline == "Words of both"


def test_who_may_not_decide_reads_and_is_refused(client: Client, waiting: Desk) -> None:
    client.force_login(cast.reporter("ruth"))
    change = ReportChange.objects.get(field="headline")
    html = client.get(page(change)).content.decode()
    assert "To decide it is for those who may edit the article." in html and 'value="taken"' not in html
    assert "not open to you" in answer(client, change=change.pk, verdict="taken").content.decode()
    for wrong in ({"change": "all", "verdict": "x"}, {"change": "all"}):
        assert answer(client, **wrong).status_code == 404
    assert "decided on it already" in answer(client, change="x", verdict="kept").content.decode()
    assert client.get(reverse("admin:articles_reportchange_settle", args=(waiting.article.pk,))).status_code == 405
    assert waiting.article.headline == "Our <b>words</b>"
    way = "admin:articles_article_changes"
    client.force_login(User.objects.create_user("newcomer", is_staff=True))
    assert client.get(reverse(way, args=(waiting.article.pk,))).status_code == 403
    client.force_login(cast.reporter())
    assert client.get(reverse(way, args=(10**18 * 90,))).status_code == 404


def test_it_says_what_becomes_of_a_published_article(client: Client, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.load(V1)
    people = cast.reporter(), cast.reporter(), cast.editor(), cast.publisher()
    for verb, by in zip(("take_up", "submit", "approve", "publish"), people, strict=True):
        move(desk.article, verb, by=by, now=timezone.now(), override="A reason.")
    desk.load(V2)
    client.force_login(cast.editor())
    change = ReportChange.objects.get(field="body")
    html = client.get(page(change)).content.decode()
    assert "readers keep the published text" in html and f"<ins>{ADDED}" in html
    answer(client, change="all", verdict="taken")
    assert (desk.article.status, ADDED in desk.article.body) == (Status.DRAFT, True)


def test_a_withdrawn_report_is_shown_with_what_its_outlet_says(client: Client, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.load(V1)
    desk.load(f"MANDATORY KILL <now>: bridge\n\n{V1}".replace(" <now>", ""))
    client.force_login(cast.editor())
    change = ReportChange.objects.get()
    html = client.get(page(change)).content.decode()
    assert "MANDATORY KILL: bridge" in html and 'value="taken"' not in html
    log = client.get(pages.change(desk.article)).content.decode()
    assert "Its outlet has withdrawn the report" in log
    answer(client, change=change.pk, verdict="kept")
    assert not ReportChange.objects.open().exists()


def test_the_pages_say_what_changed_in_the_report_and_that_its_file_is_gone(client: Client, waiting: Desk) -> None:
    client.force_login(cast.reporter())
    intake = waiting.article.intakes.order_by("-pk")[0]
    html = client.get(reverse("admin:articles_intake_change", args=(intake.pk,))).content.decode()
    assert "By Ivo Kos" in html and f"<ins>{ADDED}" in html
    folder = waiting.file.parent
    load([folder], now=timezone.now())
    waiting.file.unlink()
    load([folder], now=timezone.now() + timedelta(seconds=1))
    assert "no longer in the folder" in client.get(pages.change(waiting.article)).content.decode()
    assert "no longer in its folder" in client.get(reverse("admin:articles_intake_changelist")).content.decode()


@pytest.mark.parametrize("count", [1, 3, pytest.param(300, marks=pytest.mark.sqlite)])
def test_the_list_asks_the_database_as_often_for_300_changes_as_for_one(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        article = factories.article(f"Story {number}")
        intake = pages.intake(article, "A story.")
        ReportChange.objects.create(article=article, intake=intake, field="headline", found_at=timezone.now())
    client.force_login(cast.reporter())
    with django_assert_num_queries(6):
        assert client.get(reverse("admin:articles_reportchange_changelist")).status_code == 200
