"""The filters of the article list."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.actions.moves import move
from articles.models import Article, SourceName
from articles.workflow import Status
from tests import cast, factories

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


def found(client: Client, **query: str) -> set[str]:
    answer = client.get(LIST, query)
    assert answer.status_code == 200
    return {article.best_headline for article in answer.context["cl"].result_list}


def test_it_filters_by_one_state_or_several(client: Client) -> None:
    client.force_login(cast.editor())
    for status in (Status.DRAFT, Status.READY, Status.SPIKED):
        factories.article(status, status=status)
    assert found(client, state="draft") == {"draft"}
    assert found(client, state="draft,ready") == {"draft", "ready"}
    assert found(client, state="nonsense") == set()


def test_it_filters_by_what_readers_have(client: Client) -> None:
    client.force_login(cast.editor())
    now = timezone.now()
    for name in ("live", "unconfirmed", "scheduled", "cancelled", "none"):
        factories.article(name, status=Status.READY)
    one = {article.headline: article for article in Article.objects.all()}
    move(one["live"], "publish", by=cast.publisher(), now=now)
    Article.objects.filter(headline="unconfirmed").update(status=Status.INGESTED)
    one["unconfirmed"].refresh_from_db()
    move(one["unconfirmed"], "publish_import", by=None, now=now)
    for name in ("scheduled", "cancelled"):
        move(one[name], "publish", by=cast.publisher(), now=now, at=now + timedelta(days=1))
    move(one["cancelled"], "unpublish", by=cast.publisher(), now=now, note="No.")
    assert found(client, readers="live") == {"live", "unconfirmed"}
    assert found(client, readers="unconfirmed") == {"unconfirmed"}
    assert found(client, readers="scheduled") == {"scheduled"}
    assert found(client, readers="none") == {"cancelled", "none"}
    assert found(client, readers="recent") == {"live"}
    assert found(client, readers="changed") == set()
    Article.objects.exclude(headline="unconfirmed").update(version=2)
    assert found(client, readers="changed") == {"live"}
    Article.objects.filter(headline="live").update(status=Status.READY)
    one["live"].refresh_from_db()
    move(one["live"], "publish", by=cast.publisher(), now=now, at=now + timedelta(days=1))
    assert found(client, readers="changed") == set()


def test_it_filters_by_headline_and_writer(client: Client) -> None:
    client.force_login(cast.editor())
    factories.article("written", created_by=cast.editor())
    factories.article("", proposed_headline="proposed")
    factories.article("")
    assert found(client, headline="written") == {"written"}
    assert found(client, headline="proposed") == {"proposed"}
    assert found(client, headline="missing") == {""}
    assert found(client, writer="me") == {"written"}
    assert found(client, writer="nobody") == {"proposed", ""}
    Article.objects.exclude(headline="").update(assignee=cast.editor())
    Article.objects.filter(proposed_headline="proposed").update(assignee=cast.editor())
    assert found(client, writer="given") == {"proposed"}


def test_it_finds_a_source_by_any_of_its_names(client: Client) -> None:
    client.force_login(cast.editor())
    wire = factories.source("Baltic Wire")
    SourceName.objects.create(source=wire, name="BW")
    factories.article("theirs", source=wire)
    factories.article("unknown")
    for name in ("baltic wire", "BW", wire.slug):
        assert found(client, source=name) == {"theirs"}
    assert found(client, source="none") == {"unknown"}
    assert found(client, source="nobody’s") == set()


def test_it_finds_a_tag_and_a_person(client: Client) -> None:
    client.force_login(cast.editor())
    tagged = factories.article("tagged")
    tagged.tagged.create(tag=factories.tag("Bridges"))
    factories.mention(tagged, factories.person("Ana Horvat"))
    factories.article("bare")
    assert found(client, tag="bridges") == {"tagged"}
    assert found(client, tag="none") == {"bare"}
    assert found(client, person="ana horvat") == {"tagged"}
    assert found(client, person="ana-horvat", state="ready") == set()


def test_it_keeps_the_other_filters_and_the_search_when_one_types_a_name(client: Client) -> None:
    client.force_login(cast.editor())
    html = client.get(LIST, {"state": "draft", "q": "ferry", "source": "<Wire>"}).content.decode()
    form = html.split('class="typed-filter"', 1)[1].split("</form>", 1)[0]
    assert '<input type="hidden" name="state" value="draft">' in form
    assert '<input type="hidden" name="q" value="ferry">' in form
    assert 'value="&lt;Wire&gt;"' in form
    search = html.split('id="changelist-search"', 1)[1].split("</form>", 1)[0]
    assert '<input type="hidden" name="source" value="&lt;Wire&gt;">' in search
