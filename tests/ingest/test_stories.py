"""Every report finds its story on import."""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest
from django.conf import settings

from articles.actions import stories
from articles.ingest.load import load
from articles.models import (
    Article,
    Decider,
    Decision,
    Kind,
    Lead,
    Person,
    Proposal,
    Quotation,
    Story,
    StoryMember,
    StorySignature,
    StoryTerm,
    TermCount,
    Verdict,
)
from tests import cast
from tests.factories import NOON
from tests.reports import cases

pytestmark = pytest.mark.django_db

Pair = frozenset[str]


def load_cases(golden: Iterable[cases.Case]) -> None:
    tally = load([case.path for case in golden], now=NOON)
    assert not [outcome for outcome in tally.outcomes if outcome.outcome == "refused"]


def pairs_found() -> set[Pair]:
    told: dict[int, list[str]] = {}
    for story, name in StoryMember.objects.values_list("story", "article__report_name"):
        told.setdefault(story, []).append(name)
    return {frozenset(pair) for names in told.values() for pair in combinations(names, 2)}


SEEDS = ("seed-000", "seed-004")


def test_the_seeds_are_one_story_with_one_quotation_in_common() -> None:
    load_cases(map(cases.load, SEEDS))
    (story,) = Story.objects.told()
    assert story.size == 2
    shared = [row for row in Quotation.objects.all() if row.uses.values("article").distinct().count() == 2]
    assert [row.text.split()[:4] for row in shared] == [["Now", "that", "we", "see"]]
    later = StoryMember.objects.get(evidence__has_key="quoted_words")
    assert later.evidence["quoted_words"] == 32
    assert later.evidence["margin"] == pytest.approx(
        later.evidence["likeness"] - settings.NEWSROOM_STORY_LIKENESS, abs=0.002
    )


def test_the_seeds_have_one_lavrov_with_both_spellings() -> None:
    load_cases(map(cases.load, SEEDS))
    (lavrov,) = Person.objects.filter(names__name__contains="Lavrov").distinct()
    spellings = set(lavrov.names.values_list("name", flat=True))
    assert {"Sergey Lavrov", "Sergei Lavrov"} <= spellings


def test_no_line_of_a_rail_joins_a_story() -> None:
    load_cases(map(cases.load, SEEDS))
    assert Lead.objects.filter(kind="rail").count() == 17
    assert StoryMember.objects.count() == Article.objects.count() == 2
    terms = set(StoryTerm.objects.values_list("term", flat=True))
    assert not terms & {"epstein", "takaichi", "trump", "jagland", "nexstar", "tariff", "belgorod"}


def test_every_report_has_a_story_of_its_own_at_first() -> None:
    load_cases([cases.load("seed-000")])
    (member,) = StoryMember.objects.all()
    assert (member.story.size, member.decided_by) == (1, Decider.IMPORT)
    assert not Decision.objects.exists()


def test_a_near_miss_is_asked_about_once_with_its_reasons() -> None:
    load_cases(map(cases.load, ("swap-radio", "swap-february")))
    (question,) = Proposal.objects.open().filter(kind=Kind.STORY)
    assert question.reasons["names"] and question.reasons["words"]
    assert question.reasons["margin"] < 0
    stories.decide(proposal=question, verdict=Verdict.DIFFERENT, by=cast.editor(), now=NOON)
    load_cases([cases.load("swap-aggregator")])
    assert not Proposal.objects.open().filter(kind=Kind.STORY).exists()
    assert sorted(Story.objects.told().values_list("size", flat=True)) == [2]


def changed(path: Path, folder: Path, text: str) -> Path:
    copy = folder / path.name
    copy.write_text(text, encoding="utf-8")
    return copy


def test_a_changed_report_keeps_its_story_and_its_terms_are_counted_once(tmp_path: Path) -> None:
    load_cases(map(cases.load, SEEDS))
    case = cases.load("seed-004")
    before = set(StoryMember.objects.values_list("article", "story"))
    load([changed(case.path, tmp_path, case.text.replace("separatist", "rebel"))], now=NOON + timedelta(days=1))
    assert set(StoryMember.objects.values_list("article", "story")) == before
    held = Counter(term[0] for row in StorySignature.objects.all() for term in row.terms)
    counts = dict(TermCount.objects.filter(reports__gt=0).values_list("term", "reports"))
    assert counts.pop("") == 2
    assert counts == held
    assert not StoryTerm.objects.filter(term="separatist", article__report_name=case.path.name).exists()


def test_a_report_that_was_alone_finds_its_story_when_it_is_changed(tmp_path: Path) -> None:
    first, second = map(cases.load, SEEDS)
    load_cases([first])
    load([changed(second.path, tmp_path, "Nothing to see\n\nThis is no story.\n")], now=NOON)
    assert not Story.objects.told().exists()
    load([changed(second.path, tmp_path, second.text)], now=NOON)
    assert Story.objects.told().count() == 1


def test_what_a_person_decided_is_never_moved(tmp_path: Path) -> None:
    load_cases([cases.load("seed-000")])
    first = Article.objects.get()
    load_cases([cases.load("seed-004")])
    stories.split(story=Story.objects.get(members__article=first), articles=[first.pk], by=cast.editor(), now=NOON)
    load_cases(map(cases.load, ("talks-geneva-wire", "klaipeda-wire")))
    again = cases.load("seed-004")
    load([changed(again.path, tmp_path, again.text.replace("separatist", "rebel"))], now=NOON)
    assert not Story.objects.told().filter(members__article=first).exists()


def test_a_new_report_joins_one_of_two_stories_that_a_person_keeps_apart() -> None:
    load_cases(map(cases.load, ("ferry-aussie", "ferry-manila")))
    aussie = Article.objects.get(report_name="ferry-aussie.txt")
    stories.split(story=Story.objects.get(members__article=aussie), articles=[aussie.pk], by=cast.editor(), now=NOON)
    load_cases([cases.load("ferry-broadcaster")])
    (pair,) = pairs_found()
    assert "ferry-broadcaster.txt" in pair


def test_a_new_report_makes_one_story_of_two_that_it_belongs_to() -> None:
    load_cases(map(cases.load, ("klaipeda-brief", "klaipeda-broadsheet")))
    load_cases(map(cases.load, ("klaipeda-wire", "klaipeda-tabloid")))
    (story,) = Story.objects.told()
    assert story.size == 4
    emptied = Story.objects.exclude(pk=story.pk)
    assert {row.survivor for row in emptied} == {story}


def test_what_the_import_did_can_be_taken_back_and_is_not_done_again(tmp_path: Path) -> None:
    load_cases(map(cases.load, SEEDS))
    joined = Decision.objects.get(kind=Kind.STORY, verb="join")
    assert (joined.by, joined.actor) == (None, "Import")
    stories.undo(decision=joined, by=cast.editor(), now=NOON)
    assert not Story.objects.told().exists()
    case = cases.load("seed-004")
    load([changed(case.path, tmp_path, case.text.replace("Reuters", "APA"))], now=NOON)
    assert not Story.objects.told().exists()
    assert not Proposal.objects.open().filter(kind=Kind.STORY).exists()


def test_words_in_common_that_are_a_formula_join_nothing(tmp_path: Path) -> None:
    oath = "“I swear by almighty God that I shall be faithful and bear true allegiance,” {} said."
    reports = {
        "river": "Mayor sworn in at Dornau\n\nThe river port has a mayor again.\n\n" + oath.format("Ilse Brandt"),
        "court": "Judge takes the bench in Velika\n\nA vacancy of two winters ended.\n\n" + oath.format("Marko Jurić"),
    }
    for name, text in reports.items():
        (tmp_path / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    load([tmp_path], now=NOON)
    assert not Story.objects.told().exists()
    assert Quotation.objects.get().uses.count() == 2


def test_a_text_that_two_outlets_print_is_one_story_without_a_quotation(tmp_path: Path) -> None:
    sentence = "The {} of the canal was drained by engineers who found {} lamps, {} bicycles and a safe."
    body = "\n\n".join(sentence.format(part, n, n * 3) for n, part in enumerate(("upper lock", "basin", "mouth"), 3))
    (tmp_path / "one.txt").write_text(f"Canal drained\n\n{body}\n", encoding="utf-8")
    (tmp_path / "two.txt").write_text(f"Safe found in canal\n\n{body}\n\nIt was empty.\n", encoding="utf-8")
    load([tmp_path], now=NOON)
    assert Story.objects.told().get().size == 2
    assert StoryMember.objects.get(evidence__has_key="same_text").evidence["same_text"] > 0.3


EVENTS = Path(__file__).with_name("events")
"""Short reports, most without a quotation in common: `<event>-1.txt`, `-2` ... tell one event, `-other` a near miss."""


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "crowded", [False, pytest.param(True, marks=pytest.mark.faults)], ids=["alone", "among others"]
)
def test_it_tells_an_event_from_what_came_of_it_without_a_quotation_in_common(crowded: bool) -> None:
    if crowded:
        load_cases(cases.load_all())
    load([EVENTS], now=NOON)
    names = sorted(path.name for path in EVENTS.glob("*.txt"))
    told = [name for name in names if not name.endswith("-other.txt")]
    wanted = {
        frozenset(pair) for pair in combinations(told, 2) if pair[0].rpartition("-")[0] == pair[1].rpartition("-")[0]
    }
    found = {pair for pair in pairs_found() if pair & set(names)}
    assert found - wanted == set()
    assert len(found & wanted) >= 0.8 * len(wanted), wanted - found


def test_what_is_not_joined_is_asked_about() -> None:
    load([EVENTS / "hunting-2.txt", EVENTS / "hunting-other.txt"], now=NOON)
    (question,) = Proposal.objects.open().filter(kind=Kind.STORY)
    assert question.reasons["likeness"] < settings.NEWSROOM_STORY_LIKENESS
