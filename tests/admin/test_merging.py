"""Merging on the pages of people, sources and tags."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Decision, Kind, Proposal, Verdict
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db

MADE = {"person": factories.person, "source": factories.source, "tag": factories.tag}


def page(name: str, key: int) -> str:
    return reverse(f"admin:articles_{name}_change", args=(key,))


def merge(client: Client, name: str, key: int, **data: Any) -> str:
    where = reverse(f"admin:articles_{name}_merge", args=(key,))
    return client.post(where, data, follow=True).content.decode()


@pytest.mark.parametrize("stays", ["this", "other"])
@pytest.mark.parametrize("name", MADE)
def test_it_merges_either_way_and_takes_it_back(client: Client, name: str, stays: str) -> None:
    this, other = (MADE[name](text) for text in ("Sergey Malinov", "Sergei Malinov"))
    keep, gone = (this, other) if stays == "this" else (other, this)
    client.force_login(cast.editor())
    html = merge(client, name, this.pk, other=other.pk, stays=stays, reason="One and the same.")
    assert f"“{gone}” went into “{keep}”" in html
    assert "One and the same." in html and f"merged “{gone}” into" in html
    assert f"Addresses that lead here: {gone.slug}" in html
    assert client.get(page(name, gone.pk)).headers["Location"] == page(name, keep.pk)
    decision = Decision.objects.latest("pk")
    client.post(reverse("admin:articles_decision_undo", args=(decision.pk,)), {"next": page(name, keep.pk)})
    assert client.get(page(name, gone.pk)).status_code == 200
    assert "apart from now on" in client.get(page(name, keep.pk)).content.decode()
    assert Proposal.objects.get().verdict == Verdict.DIFFERENT


@pytest.mark.parametrize("name", MADE)
def test_it_refuses_itself_nobody_and_whoever_may_not(client: Client, name: str) -> None:
    this = MADE[name]("Sergey Malinov")
    client.force_login(cast.editor())
    assert "Choose two that are not one already." in merge(client, name, this.pk, other=this.pk)
    for wrong in ("", "x", "999999", "9" * 30):
        assert "Choose the other one." in merge(client, name, this.pk, other=wrong)
    client.force_login(cast.reporter())
    where = reverse(f"admin:articles_{name}_merge", args=(this.pk,))
    assert client.post(where, {"other": MADE[name]("Other").pk}).status_code == 403
    assert where not in client.get(page(name, this.pk)).content.decode()
    assert not Decision.objects.exists()


def test_a_person_s_page_says_who_spells_the_name_how(client: Client) -> None:
    person = factories.person("Sergey Malinov")
    for surface, outlet in (("Sergey Malinov", "Herald"), ("Sergei Malinov", "Echo"), ("Malinov", "Echo")):
        article = factories.article(source=factories.source(outlet))
        factories.mention(article, person).surface = surface
        person.mentions.filter(article=article).update(surface=surface)
    client.force_login(cast.reporter())
    html = client.get(page("person", person.pk)).content.decode()
    panel = html[html.index("Who spells it how") :].partition("</section>")[0]
    assert '<strong dir="auto">Sergei Malinov</strong> <span class="beside"><span dir="auto">Echo</span> 1×' in panel
    assert panel.count("<strong") == 2


def test_a_question_stands_on_the_pages_of_both(client: Client) -> None:
    one, other = factories.person("Ivo Marić"), factories.person("Ivo Maric")
    low, high = sorted((one.pk, other.pk))
    Proposal.objects.create(kind=Kind.PERSON, one=low, other=high, asked_at=NOON, reasons={"spelling": "near"})
    client.force_login(cast.reporter())
    for key, beside in ((one.pk, other), (other.pk, one)):
        html = client.get(page("person", key)).content.decode()
        assert "the spellings are near" in html and page("person", beside.pk) in html
