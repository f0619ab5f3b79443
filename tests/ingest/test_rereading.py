"""A report read again with what a person said of its lines: the article follows, and nobody's work is lost."""

from pathlib import Path
from typing import Any

import pytest

from articles.actions.edits import StaleArticle, claim
from articles.actions.judgements import Proposed, judge
from articles.actions.moves import MoveRefused, NotAllowed
from articles.actions.reimporting import settle
from articles.ingest.load import Result, load
from articles.ingest.rereading import give_role, propose_again
from articles.models import Article, Finding, GivenRole, HistoryEntry, Intake, ReportChange, Settled
from articles.text.report import Role
from tests import cast
from tests.factories import NOON

pytestmark = pytest.mark.django_db

TITLE = "Bridge reopens after flood"
LEDE = "The old bridge in Riga, the capital of Latvia, reopened on Tuesday, Mayor Ana Horvat said."
SAID = '"We worked day and night to mend it," Horvat told reporters in Riga.'
OTHER = (
    '"Nobody will forget that night," Finance Minister Ivo Kos said in Vilnius, the capital of Lithuania, where the '
    "parliament of Lithuania met."
)
END = "Latvia had closed the bridge in May."
TEXT = "\n\n".join([TITLE, LEDE, SAID, OTHER, END]) + "\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture
def article(file: Path) -> Article:
    return Article.objects.get(pk=run(file).article)


def run(file: Path) -> Any:
    (outcome,) = load([file], now=NOON).outcomes
    return outcome


def say(article: Article, role: Role | None, *lines: str, **options: Any) -> list[str]:
    article.refresh_from_db()
    intake = article.intakes.get()
    spans = [(TEXT.index(line), TEXT.index(line) + len(line)) for line in lines]
    options = {"seen": article.version, "by": cast.editor(), "now": NOON} | options
    return give_role(article, intake, spans=spans, role=role, **options)


def facts(article: Article) -> dict[str, Any]:
    article.refresh_from_db()
    return {
        "texts": (article.headline, article.proposed_headline, article.body),
        "people": sorted(article.mentions.values_list("person__name", "start", "by_import")),
        "quotes": sorted(article.quotes.values_list("text", "speaker__name", "tier")),
        "tags": sorted(article.tagged.values_list("tag__name", "by_import")),
    }


def test_a_block_given_another_role_takes_its_facts_with_it_and_brings_them_back(article: Article) -> None:
    before = facts(article)
    reading = article.intakes.get().reading
    assert ("Ivo Kos", TEXT.index("Ivo Kos"), True) in before["people"]
    assert say(article, Role.PROMO, OTHER) == []
    after = facts(article)
    assert {name for name, *_place in after["people"]} == {"Ana Horvat"}
    assert [text for text, *_rest in after["quotes"]] == ["We worked day and night to mend it,"]
    assert "Lithuania" not in dict(after["tags"]) and "Lithuania" in dict(before["tags"])
    assert "forget that night" not in after["texts"][2] and END in after["texts"][2]
    blocks = article.intakes.get().blocks
    assert [b["role"] for b in blocks if b["rule"] == "decided"] == ["promo"]
    assert "".join(TEXT[b["start"] : b["end"]] for b in blocks) == TEXT
    given = GivenRole.objects.get()
    assert (given.role, given.text, given.by, given.actor) == ("promo", OTHER, cast.editor(), "edgar")
    say(article, None, OTHER)
    assert facts(article) == before and not GivenRole.objects.exists()
    assert article.intakes.get().reading == reading
    assert [entry.details["role"] for entry in HistoryEntry.objects.order_by("pk")] == ["promo", ""]
    assert article.revisions.count() == article.version == 3


def test_a_line_becomes_the_headline_and_several_lines_a_rail_at_once(article: Article) -> None:
    assert article.headline == TITLE
    say(article, Role.RAIL, TITLE, END)
    assert (article.headline, article.leads.count()) == ("", 2)
    say(article, Role.HEADLINE, END)
    article.refresh_from_db()
    assert (article.headline, article.leads.get().text) == (END, TITLE)


def test_what_a_person_wrote_added_removed_or_confirmed_stays(article: Article) -> None:
    article.tagged.get(tag__name="Latvia").delete()
    article.mentions.filter(person__name="Ivo Kos").update(by_import=False)
    article.quotes.filter(speaker__name="Ivo Kos").update(tier="confirmed")
    claim(article, seen=1, by=cast.editor(), now=NOON)
    article.headline = "Our own headline"
    article.body = article.body.replace("The old bridge", "The venerable bridge").replace("that night", "this night")
    article.save()
    assert say(article, Role.PROMO, OTHER, END) == ["body"]
    after = facts(article)
    assert after["texts"][0] == "Our own headline" and "venerable" in after["texts"][2]
    assert "forget this night" in after["texts"][2]  # a question, not taken
    assert END not in after["texts"][2]  # nobody wrote on it
    assert {name for name, *_place in after["people"]} == {"Ana Horvat", "Ivo Kos"}
    assert "Ivo Kos" in [speaker for _text, speaker, _tier in after["quotes"]]
    assert "Latvia" not in dict(after["tags"]) and "Lithuania" not in dict(after["tags"])
    change = article.report_changes.get()
    assert (change.field, change.clash) == ("body", True)
    settle(article, [change], Settled.TAKEN, by=cast.editor(), now=NOON)
    article.refresh_from_db()
    assert "venerable" in article.body and "this night" not in article.body


def test_what_was_kept_out_is_not_asked_again_and_what_the_report_takes_back_no_longer(article: Article) -> None:
    Article.objects.update(headline="Our own headline")
    assert say(article, Role.HEADLINE, END) == ["headline"]
    change = ReportChange.objects.open().get()
    assert (change.base, change.theirs) == ({"headline": TITLE}, {"headline": END})
    settle(article, [change], Settled.KEPT, by=cast.editor(), now=NOON)
    assert say(article, Role.PROMO, OTHER) == [] and Article.objects.get().headline == "Our own headline"
    assert say(article, None, END) == ["headline"]
    assert say(article, Role.HEADLINE, END) == [] and not ReportChange.objects.open().exists()
    assert not article.intakes.get().waits  # nothing to decide first: the report may be judged further


def test_a_line_that_is_none_any_more_asks_nothing(article: Article) -> None:
    Article.objects.update(headline="Our own headline")
    assert say(article, Role.RAIL, TITLE) == [] and Article.objects.get().headline == "Our own headline"


def test_roles_hold_for_a_later_version_of_the_report(article: Article, file: Path) -> None:
    say(article, Role.PROMO, OTHER)
    file.write_text("An editor's note stands here now.\n\n" + TEXT.replace("in May", "in June"))
    assert run(file).outcome is not Result.UNCHANGED
    newest = Intake.objects.order_by("-pk")[0]
    assert newest.text.index(OTHER) != TEXT.index(OTHER)
    assert [newest.text[b["start"] : b["end"]] for b in newest.blocks if b["role"] == "promo"] == [OTHER]


def test_what_was_rejected_is_not_proposed_again_until_that_is_taken_back(article: Article, file: Path) -> None:
    starts = tuple(article.mentions.filter(person__name="Ivo Kos").values_list("start", flat=True))
    found = [Proposed(Finding.PERSON, "ivo kos", "Ivo Kos", starts), Proposed(Finding.TAG, "latvia", "Latvia")]
    judge(article, found, confirmed=False, seen=1, by=cast.editor(), now=NOON)
    say(article, Role.PROMO, END)
    say(article, None, END)
    gone = facts(article)
    assert "Latvia" not in dict(gone["tags"]) and "Ivo Kos" not in {name for name, *_place in gone["people"]}
    assert ("Nobody will forget that night,", None, "sure") in gone["quotes"]
    reading = article.intakes.get().reading
    assert "Ivo Kos" not in [person["name"] for person in reading["people"]]
    options: dict[str, Any] = {"by": cast.editor(), "now": NOON}
    propose_again(article, article.intakes.get(), kind="person", key="ivo kos", seen=article.version, **options)
    back = facts(article)
    assert starts == tuple(at for name, at, _by in back["people"] if name == "Ivo Kos")
    assert ("Nobody will forget that night,", "Ivo Kos", "sure") in back["quotes"]
    file.write_text(TEXT.replace("in May", "in June"))
    run(file)
    newest = Intake.objects.order_by("-pk")[0]
    assert "Latvia" not in [tag["name"] for tag in newest.reading["tags"]]


def test_it_is_for_who_may_edit_and_has_seen_the_last_version(article: Article) -> None:
    with pytest.raises(NotAllowed):
        say(article, Role.PROMO, OTHER, by=cast.reporter())
    with pytest.raises(StaleArticle):
        say(article, Role.PROMO, OTHER, seen=7)
    with pytest.raises(MoveRefused):
        give_role(article, article.intakes.get(), spans=[(5, 5)], role=Role.PROMO, seen=1, by=cast.editor(), now=NOON)
    assert not GivenRole.objects.exists() and article.revisions.count() == 1
    assert HistoryEntry.objects.count() == 0
