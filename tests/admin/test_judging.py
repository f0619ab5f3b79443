"""Beside the report: what a line is, and whether what was read from it is right. All of it without JavaScript."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.actions.moves import move
from articles.actions.typing import sign_of_life, sign_off
from articles.ingest.pasted import take_in
from articles.models import Article, GivenRole, Judgement
from tests import cast
from tests.admin.pages import change, filled
from tests.factories import NOON
from tests.ingest.test_rereading import END, OTHER, TEXT

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def article(client: Client) -> Article:
    """A pasted report, taken up by the reporter who is signed in."""
    made = Article.objects.get(pk=take_in(TEXT, now=NOON).article)
    move(made, "take_up", by=cast.reporter(), now=NOON)
    client.force_login(cast.reporter())
    return made


def role(article: Article, line: str) -> str:
    return reverse("admin:articles_article_role", args=(article.pk, TEXT.index(line)))


def judge(client: Client, article: Article, **sent: str) -> str:
    article.refresh_from_db()
    path = reverse("admin:articles_article_judge", args=(article.pk,))
    return client.post(path, {"seen": article.version} | sent, follow=True).content.decode()


def test_each_line_leads_to_the_question_what_it_is_and_the_answer_is_heeded(client: Client, article: Article) -> None:
    assert f'href="{role(article, OTHER)}"' in client.get(change(article)).content.decode()
    page = client.get(role(article, OTHER)).content.decode()
    assert 'value="promo"' in page and 'value="body" checked' in page and "Lithuania" in page
    answer = client.post(role(article, OTHER), {"role": "promo", "seen": article.version})
    assert answer.headers["location"] == f"{change(article)}#line-{TEXT.index(OTHER)}"
    html = client.get(change(article)).content.decode()
    assert 'data-label="Promotion ✓"' in html and "Ivo Kos" not in html.split('class="facts"')[1].split("</dl>")[0]
    assert "is: Promotion" in html  # the log
    client.post(role(article, OTHER), {"role": "", "seen": article.version + 1})
    assert not GivenRole.objects.exists()


def test_lines_right_behind_that_are_read_as_the_same_go_with_it(client: Client, article: Article) -> None:
    client.post(role(article, OTHER), {"role": "promo", "run": "1", "seen": article.version})
    assert [given.text for given in GivenRole.objects.all()] == [OTHER, END]


def test_what_a_person_wrote_waits_among_the_changes_of_reports(client: Client, article: Article) -> None:
    form = filled(client.get(change(article)))
    client.post(change(article), form | {"headline": ["Our own"]})
    article.refresh_from_db()
    html = client.post(role(article, END), {"role": "headline", "seen": article.version}, follow=True).content.decode()
    assert "What somebody wrote was left as it is: headline." in html and "or is read otherwise" in html
    path = reverse("admin:articles_reportchange_settle", args=(article.pk,))
    client.post(path, {"change": article.report_changes.get().pk, "verdict": "taken"})
    article.refresh_from_db()
    assert article.headline == END


def test_proposals_are_confirmed_one_by_one_and_all_at_once(client: Client, article: Article) -> None:
    html = client.get(change(article)).content.decode()
    assert 'name="confirm" value="person:ana horvat"' in html and 'value="all"' in html
    html = judge(client, article, confirm="person:ana horvat")
    assert "1 proposal confirmed." in html and 'value="person:ana horvat"' not in html
    assert "confirmed by rita" in html
    assert "confirmed." in judge(client, article, confirm="quote")
    assert set(article.quotes.values_list("tier", flat=True)) == {"confirmed"}
    assert article.tagged.filter(by_import=True).exists()
    assert "Nothing that the import set is unconfirmed." in judge(client, article, confirm="all")
    assert not article.mentions.filter(by_import=True).exists() and not article.tagged.filter(by_import=True).exists()
    assert set(article.quotes.values_list("tier", flat=True)) == {"confirmed"}
    assert article.judgements.filter(confirmed=True).count() > 4
    assert "Nothing of that is proposed any more." in judge(client, article, confirm="all")


def test_a_rejected_proposal_is_listed_and_proposed_again_when_that_is_taken_back(
    client: Client, article: Article
) -> None:
    html = judge(client, article, reject="person:ivo kos")
    assert "It will not be proposed" in html and 'name="again" value="person:ivo kos"' in html
    assert not article.mentions.filter(person__name="Ivo Kos").exists()
    client.post(role(article, END), {"role": "promo", "seen": article.version + 1})
    assert not article.mentions.filter(person__name="Ivo Kos").exists()
    judge(client, article, again="person:ivo kos")
    assert article.mentions.filter(person__name="Ivo Kos").exists() and not Judgement.objects.exists()


def test_a_tag_taken_out_of_the_form_does_not_come_back(client: Client, article: Article) -> None:
    form = filled(client.get(change(article)))
    kept = form["tags"][0].replace("Latvia, ", "").replace(", Latvia", "")
    client.post(change(article), form | {"tags": [kept]})
    article.refresh_from_db()
    client.post(role(article, OTHER), {"role": "promo", "seen": article.version})
    assert not article.tagged.filter(tag__name="Latvia").exists()
    assert article.judgements.rejected() >= {("tag", "latvia")}


def test_it_refuses_stale_pages_nonsense_and_those_who_may_not_edit(client: Client, article: Article) -> None:
    old = {"seen": "0"}
    assert "Somebody has saved or moved this article" in judge(client, article, confirm="all", **old)
    html = client.post(role(article, OTHER), {"role": "promo"} | old, follow=True).content.decode()
    assert "Somebody has saved or moved this article" in html
    sign_of_life(article, by=cast.editor(), now=timezone.now())
    html = client.post(role(article, OTHER), {"role": "promo", "seen": "1"}, follow=True).content.decode()
    assert "edgar is editing since" in html and "Take the article over first." in html
    sign_off(article, by=cast.editor())
    html = client.post(role(article, OTHER), {"role": "king", "seen": "1"}, follow=True).content.decode()
    assert "Say what the line is." in html
    assert client.get(reverse("admin:articles_article_role", args=(article.pk, 3))).status_code == 404
    client.force_login(cast.reporter("ruth"))
    assert client.get(role(article, OTHER)).status_code == 403
    assert client.post(role(article, OTHER), {"role": "promo", "seen": "1"}).status_code == 403
    path = reverse("admin:articles_article_judge", args=(article.pk,))
    assert client.post(path, {"confirm": "all", "seen": "1"}).status_code == 403
    html = client.get(change(article)).content.decode()
    assert 'form="judge"' not in html and 'class="ask"' not in html
    assert not GivenRole.objects.exists() and not Judgement.objects.exists()
