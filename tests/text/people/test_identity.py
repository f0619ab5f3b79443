"""Who is one person in two newsrooms, and who is not. Spellings of public figures, and invented people."""

import pytest

from articles.text.people.identity import (
    Bearer,
    Likeness,
    are_one,
    are_one_in_a_story,
    likeness,
    longer_sounds,
    name_likeness,
    shorter_forms,
    sound_of,
    sounds_of,
)

NAMES = """
Ratko Mladic = Ratko Mladić => SAME
Şahap Kavcıoğlu = Sahap Kavcioglu => SAME
Bjørn Aasen = Bjoern Aasen => SAME
Kim Jong-un = Kim Jong Un => SAME
Aleksis Çipras = Alexis Tsipras => SOUND
Magnus Karlsen = Magnus Carlsen => SOUND
Sutopo Purwo Nugroho = S. P. Nugroho => SHORT
Sh. Yuldoshev = Shuhrat Yuldoshev => SHORT
Jerome H. Powell = Jerome Powell => SHORT
Recep Tayyip Erdoğan = Tayyip Erdogan => SHORT
Panos Kammenos = Panagiotis Kammenos => SHORT
Gotabaya Rajapaksa = Gotabhaya Rajapakse => NEAR
Kim Chen Yn = Kim Jong Un => NEAR
Lee Yong-ho = Ri Yong Ho => NEAR
Hristo Valchanov = Christo Valchanov => NEAR
Peter Hansen = Peter Hanson => NEAR
Rui Vilaverde = Rui Villa Verde => SOUND
Ihor Dobrytsky = Igor Dobritsky => SHORT
Tommy Zbroszyk = Tomasz Zbroszyk => START
Joseph Kipsomei = Josphat Kipsomei => START
Jan Kowalski = Jana Kowalska => DIFFERENT
Maria Lopez = Mario Lopez => DIFFERENT
Martin Keller = Martina Keller => DIFFERENT
Jan Zielinski = Kacper Zielinski => DIFFERENT
"""


@pytest.mark.parametrize("line", NAMES.strip().splitlines())
def test_two_full_names_are_as_like_as_newsrooms_write_them(line: str) -> None:
    names, _, wanted = line.partition(" => ")
    one, _, other = names.partition(" = ")
    assert name_likeness(one, other) is name_likeness(other, one) is Likeness[wanted]


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ({"Widodo"}, {"Joko Widodo"}, Likeness.SURNAME),
        ({"Moon"}, {"Moon Jae-in"}, Likeness.SURNAME),
        ({"Vitali"}, {"Vitali Brannick"}, Likeness.GIVEN),
        ({"Ramon Villar Sr"}, {"Ramon Villar Jr"}, Likeness.DIFFERENT),
        ({"Ramon Villar"}, {"Ramon Villar Jr"}, Likeness.SHORT),
        ({"J. Villar", "Jan Villar"}, {"Jakob Villar"}, Likeness.DIFFERENT),
        ({"Hansen"}, {"Hanson"}, Likeness.DIFFERENT),
    ],
)
def test_people_are_as_like_as_their_names_allow(one: set[str], other: set[str], wanted: Likeness) -> None:
    found = likeness(one, other)
    assert found is likeness(other, one)
    assert found is wanted or (wanted is Likeness.DIFFERENT and found <= Likeness.NEAR and len(one) > 1)


def alike(one: Bearer, other: Bearer, *, company: float = 0, alone: bool = True) -> bool:
    return are_one(likeness(one.names, other.names), one, other, company=company, alone=alone)


def test_across_stories_a_full_name_is_one_person_unless_something_speaks_against_it() -> None:
    assert alike(Bearer({"Milorad Dragovan"}), Bearer({"Milorad Dragovan"}))
    assert alike(Bearer({"Miha Dragovan"}, {"Prime Minister"}), Bearer({"Miha Dragovan"}, {"head of state"}))
    assert not alike(Bearer({"Miha Dragovan"}, {"judge"}), Bearer({"Miha Dragovan"}, {"goalkeeper"}))


def test_across_stories_who_is_in_the_news_once_is_not_whoever_has_the_name() -> None:
    fisherman, boss = Bearer({"Peter Odhiambo"}, {"fisherman of 33"}), Bearer({"Peter Odhiambo"}, {"union boss"})
    assert not alike(fisherman, boss, company=3)
    assert not alike(fisherman, Bearer({"Peter Odhiambo"}), company=3)
    assert alike(Bearer({"Dorothy Brindle"}, {"retired headteacher"}), Bearer({"Dorothy Brindle"}), company=2)
    assert not alike(Bearer({"Mehmet Demir"}, {"runs a grocery"}), Bearer({"Mehmet Demir"}, {"head of the team"}))


def test_across_stories_a_name_that_many_have_needs_a_role_or_company() -> None:
    one, other = Bearer({"John Smith"}), Bearer({"John Smith"}, {"secretary of state"})
    assert not alike(one, other, company=1)
    assert alike(one, other, company=2)
    assert alike(Bearer({"John Smith"}, {"Secretary of State"}), other)
    economist = Bearer({"John Smith"}, {"chief economist of the bank"})
    assert not alike(economist, Bearer({"John Smith"}, {"head of the union"}), company=3)


def test_across_stories_company_goes_before_roles_for_a_name_that_few_have() -> None:
    builder, man = Bearer({"Viorel Brădovanu"}, {"builder"}), Bearer({"Viorel Bradovanu"}, {"businessman"})
    judge, senator = Bearer({"Viorel Bradovanu"}, {"judge"}), Bearer({"Viorel Bradovanu"}, {"senator"})
    assert not alike(builder, man)
    assert alike(builder, man, company=1)
    assert not alike(judge, senator, company=1)
    assert alike(judge, senator, company=2)
    assert not alike(Bearer({"John Smith"}, judge.roles), Bearer({"John Smith"}, senator.roles), company=9)
    assert not alike(Bearer({"John Smith"}, {"teacher"}), Bearer({"John Smith"}, {"teacher of 41"}))


def test_across_stories_a_surname_alone_is_nobody_whatever_the_company() -> None:
    surname, full = Bearer({"Widodo"}, {"President"}), Bearer({"Joko Widodo"}, {"Indonesian president"})
    assert not alike(surname, full, company=9)


def test_across_stories_names_that_begin_alike_need_much_company() -> None:
    one, other = Bearer({"Tommy Zbroszyk"}), Bearer({"Tomasz Zbroszyk"}, {"defender"})
    assert not alike(one, other, company=3)
    assert alike(one, other, company=4)
    assert alike(Bearer({"Tommy Zbroszyk"}, {"defender"}), other, company=2)
    assert not are_one_in_a_story(Likeness.START, one, other, alone=True)


def test_across_stories_another_spelling_needs_a_role_and_a_surname_more() -> None:
    one, other = Bearer({"Sergey Malinov"}, {"minister"}), Bearer({"Sergei Malinov"}, {"Foreign Minister"})
    assert alike(one, other)
    assert not alike(Bearer({"Sergey Malinov"}), other)
    assert not alike(Bearer({"Malinov"}, {"minister"}), other, company=1)


def test_in_a_story_a_surname_is_its_only_bearer() -> None:
    full, surname = Bearer({"Joko Widodo"}), Bearer({"Widodo"}, {"president"})
    assert are_one_in_a_story(Likeness.SURNAME, full, surname, alone=True)
    assert not are_one_in_a_story(Likeness.SURNAME, full, surname, alone=False)
    assert not are_one_in_a_story(Likeness.SURNAME, Bearer({"Joko Widodo"}, {"striker"}), surname, alone=True)


def test_in_a_story_a_full_name_is_one_person_in_two_roles_unless_many_have_it() -> None:
    roles = {"superintendent"}, {"judge"}
    rare, many = ([Bearer({name}, given) for given in roles] for name in ("Wanjiku Gathuvo", "John Smith"))
    assert are_one_in_a_story(Likeness.SAME, *rare, alone=True)
    assert not are_one_in_a_story(Likeness.SAME, *many, alone=True)


def test_in_a_story_two_known_names_are_two_unless_a_role_says_otherwise() -> None:
    one, other = Bearer({"Peter Hansen"}), Bearer({"Peter Hanson"})
    assert not are_one_in_a_story(Likeness.NEAR, one, other, alone=True)
    one.roles, other.roles = {"mayor"}, {"Mayor of Dornau"}
    assert are_one_in_a_story(Likeness.NEAR, one, other, alone=True)


def test_near_spellings_are_found_by_one_sound() -> None:
    assert sound_of("Gotabaya Rajapaksa") == sound_of("Gotabhaya Rajapakse")
    assert sound_of("Mr Malinov") == ""
    assert sound_of("Joko Widodo") in longer_sounds("Widodo")
    assert sound_of("Maricel Cruz") in sounds_of("Maricel Jalandoni-Cruz")
    assert "rodrigo alarkon" in shorter_forms("Rodrigo Alarcón Viteri")
