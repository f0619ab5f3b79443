"""What is looked at before publication; soft rules give way to a reason that is kept."""

from typing import Any

import pytest

from articles.actions.checklist import RULES, checklist
from articles.actions.moves import MoveRefused, move
from articles.actions.publication import freeze
from articles.html import figure
from articles.models import Article, Kind, Picture, Proposal, PublishedArticle
from articles.workflow import Status
from tests import cast, factories, pictures
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def report(**fields: Any) -> Article:
    """An article from a report that has nothing to complain of."""
    values: dict[str, Any] = {
        "status": Status.READY,
        "report_name": "report.txt",
        "source": factories.source(),
        "report_date": "2024-03-05",
    }
    return factories.article(**(values | fields))


def looks(article: Article) -> dict[str, str]:
    return {check.name: check.look for check in checklist(article, at=NOON)}


def test_it_has_nothing_to_say_of_what_is_in_order() -> None:
    assert set(looks(report()).values()) == {"met"}
    assert set(looks(factories.article()).values()) == {"met"}  # written here: no outlet, no report date


@pytest.mark.parametrize(
    ("fields", "rule", "look"),
    [
        ({"headline": ""}, "headline", "hard"),
        ({"headline": " ", "proposed_headline": "Proposed"}, "headline", "hard"),
        ({"source": None}, "source", "soft"),
        ({"source_inferred": True}, "source", "soft"),
        ({"report_date": ""}, "date", "soft"),
        ({"report_date": "2024-03"}, "date", "soft"),
        ({"report_date": "--03-05"}, "date", "soft"),
        ({"report_date": "--03-05", "report_date_checked": True}, "date", "met"),
        ({"report_date": "", "report_date_checked": True}, "date", "met"),
    ],
)
def test_it_looks_at_every_field(fields: dict[str, Any], rule: str, look: str) -> None:
    found = looks(report(**fields))
    assert found.pop(rule) == look
    assert set(found.values()) == {"met"}


def test_it_looks_at_text_pictures_people_and_quotes() -> None:
    article = report()
    article.body = ""
    Picture.objects.create(article=article, caption="A bridge")
    pictures.on(article, alt="", credit="")
    ana, other = factories.person("Ana Horvat"), factories.person("A. Horvat")
    factories.mention(article, ana)
    low, high = sorted((ana.pk, other.pk))
    asked = Proposal.objects.create(kind=Kind.PERSON, one=low, other=high, asked_at=NOON)
    quote = factories.quote(article, "So be it.", ana, tier="suggested")
    found = looks(article)
    assert {name: look for name, look in found.items() if look != "met"} == {
        "body": "hard",
        "files": "soft",
        "credits": "soft",
        "alts": "soft",
        "names": "soft",
        "speakers": "soft",
    }
    assert {rule.name for rule in RULES} == set(found)
    article.body = "<p>x</p>"
    Picture.objects.filter(file="").delete()
    Picture.objects.update(credit="R. Reyes", alt="A bridge at night")
    Proposal.objects.filter(pk=asked.pk).update(verdict="different")
    type(quote).objects.update(tier="confirmed")
    assert set(looks(article).values()) == {"met"}


def test_it_looks_at_pictures_within_the_text_too() -> None:
    article = report()
    row = pictures.on(article, alt="")
    for src, alt in ((f"/media/{row.file}/640.jpg", ""), (f"/media/{'a' * 32}/640.jpg", "A bridge")):
        article.body += figure(src, width=640, height=480, alt=alt, caption="")
    (lack,) = [check.lack for check in checklist(article, at=NOON) if check.lack]
    assert lack == "1 picture has no words for those who cannot see it."
    Picture.objects.update(alt="A bridge at night")
    assert looks(article)["alts"] == "soft"
    article.body = article.body.replace('alt=""', 'alt="A bridge at night"')
    assert looks(article)["alts"] == "met"


def test_words_that_a_picture_has_within_the_text_are_words_for_it() -> None:
    article = report()
    row = pictures.on(article, alt="")
    article.body += figure(f"/media/{row.file}/640.jpg", width=640, height=480, alt="A bridge & a boat", caption="")
    assert looks(article)["alts"] == "met"
    frozen = freeze(article, goes_live_at=NOON, published_at=NOON, modified_at=NOON).row
    assert frozen.details["pictures"][0]["alt"] == "A bridge & a boat"


def test_it_lets_a_soft_rule_be_overridden_with_a_reason_that_the_log_keeps() -> None:
    article = report(source=None, report_date="2024")
    for reason in ("", "  "):
        with pytest.raises(MoveRefused) as refusal:
            move(article, "publish", by=cast.publisher(), now=NOON, override=reason)
        assert len(refusal.value.reasons) == 3
    assert not PublishedArticle.objects.exists()
    entry = move(article, "publish", by=cast.publisher(), now=NOON, override=" Everybody has it. ")
    assert entry.details["overridden"] == ["source", "date"]
    assert entry.details["override"] == "Everybody has it."


def test_it_lets_no_hard_rule_be_overridden() -> None:
    article = report(headline="", proposed_headline="Proposed")
    with pytest.raises(MoveRefused):
        move(article, "publish", by=cast.publisher(), now=NOON, override="Please.")


def test_it_asks_no_reason_where_all_is_in_order() -> None:
    entry = move(report(), "publish", by=cast.publisher(), now=NOON, override="Not needed.")
    assert "override" not in entry.details


def test_it_writes_down_what_the_import_published_unmet() -> None:
    entry = move(report(status=Status.INGESTED, source=None), "publish_import", by=None, now=NOON)
    assert (entry.details["overridden"], entry.details["override"]) == (["source"], "")


@pytest.mark.parametrize("piece", ["file", "alt", "credit"])
def test_it_insists_on_what_this_newsroom_wants_pictures_to_have(piece: str, settings: Any) -> None:
    settings.NEWSROOM_PICTURES_MUST_HAVE = [piece]
    article = report(status=Status.READY)
    row = pictures.on(article, **({} if piece == "file" else {piece: ""}))
    if piece == "file":
        Picture.objects.update(file="")
    assert [check.name for check in checklist(article, at=NOON) if check.blocks] == [f"{piece}s"]
    with pytest.raises(MoveRefused) as refusal:
        move(article, "publish", by=cast.publisher(), now=NOON, override="Please.")
    assert "1 " in str(refusal.value)
    row.delete()
    move(article, "publish", by=cast.publisher(), now=NOON)


def test_it_writes_down_that_the_import_passed_over_what_is_insisted_on(settings: Any) -> None:
    settings.NEWSROOM_PICTURES_MUST_HAVE = ["file"]
    article = report(status=Status.INGESTED)
    Picture.objects.create(article=article, caption="A bridge")
    entry = move(article, "publish_import", by=None, now=NOON)
    assert entry.details["overridden"] == ["files"]
