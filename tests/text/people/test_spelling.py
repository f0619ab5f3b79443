"""Spellings of one name, and names that only look alike. Pairs are of public figures' spellings and invented people."""

import pytest

from articles.text.people.spelling import folded_key, same_spelling

ONE_NAME = """
Sergey Lavrov = Sergei Lavrov
Volodymyr Zelensky = Volodymyr Zelenskyy
Volodymyr Zelenskiy = Volodymyr Zelenskyi
Vladimir Putin = Wladimir Putin
Dmitry Medvedev = Dmitri Medvedev
Alexei Navalny = Aleksey Navalny
Yevgeny Prigozhin = Evgeny Prigozhin
Ramzan Kadyrov = Ramzan Kadirov
Mohammed bin Salman = Mohamed bin Salman
Bashar al-Assad = Bashar Assad
Thorbjørn Jagland = Thorbjoern Jagland
Rasa Vaitkutė = Rasa Vaitkute
Tomas Brazdeikis = Thomas Brazdeikis
Ivana Perković Laz = Ivana Perkovic-Laz
Sólveig Kjærúlf = Solveig Kjaerulf
Zaur Aliev = Zaur Aliyev
Henrik Lindqvist = Henrik Lindquist
Jenalyn de la Cruz = Jenalyn dela Cruz
Kim Jong Un = Kim Jong-un
Tsai Ing-wen = Tsai Ing-Wen
J. K. Rowling = J.K. Rowling
Viktor Yanukovych = Viktor Yanukovich
Recep Tayyip Erdoğan = Recep Tayyip Erdogan
Jürgen Klopp = Juergen Klopp
Gerhard Schröder = Gerhard Schroeder
Nguyễn Phú Trọng = Nguyen Phu Trong
SERGEI LAVROV = Sergei Lavrov
Sir Keir Starmer = Keir Starmer
Nadia Okonjo KC = Nadia Okonjo
Oleksii Reznikov = Oleksiy Reznikov
Catherine O'Hara = Katherine O’Hara
"""

PERHAPS_ONE = """
Mohammed bin Salman = Muhammad bin Salman
Muammar Gaddafi = Moammar Qaddafi
Osama bin Laden = Usama bin Ladin
Fyodor Dostoevsky = Fyodor Dostoyevsky
Joe Biden = Joseph Biden
George W. Bush = George Bush
Oleksandr Usyk = Aleksandr Usyk
Benjamin Netanyahu = Binyamin Netanyahu
Saddam Hussein = Saddam Husayn
Mykola Azarov = Nikolai Azarov
"""

NEVER_EQUAL = """
Maria Ivanova = Mario Ivanova
Ivan Ivanov = Ivan Ivanova
Ivan Ivanov = Ivana Ivanov
John Smith = Jane Smith
Paul Davis = Paul Davies
Peter Hansen = Peter Hanson
Anna Kowalski = Anna Kowalska
Smith = John Smith
Lavrov = Sergei Lavrov
George Bush = Jeb Bush
Joe Biden = Jill Biden
Kim Jong Un = Kim Jong Il
Kim Jong Un = Kim Yo Jong
Donald Trump = Donald Tusk
Mohammed Salah = Mohamed Saleh
Michael Brown = Mitchell Brown
Christian Berg = Christina Berg
Daniel Ortega = Daniela Ortega
Alexander Petrov = Alexandra Petrov
Alexander Petrov = Alexandra Petrova
Carlo Rossi = Carla Rossi
Robert Miller = Robert Muller
Jan Novak = Jana Novakova
Wang Wei = Wang Lei
Chen Yi = Cheng Yi
Zhang Min = Zhang Ming
Leslie Hope = Lesley Hope
Jo Cox = Joe Cox
Mark Reed = Mark Reid
Ivan Popov = Ivan Popović
Milan Petrović = Milan Petrov
Nikola Saric = Nikolai Saric
"""


def pairs(table: str) -> list[tuple[str, str]]:
    return [tuple(line.split(" = ")) for line in table.strip().splitlines()]  # type: ignore[misc]


@pytest.mark.parametrize(("a", "b"), pairs(ONE_NAME))
def test_it_meets_two_spellings_under_one_key(a: str, b: str) -> None:
    assert folded_key(a) == folded_key(b) or same_spelling(a, b) == "equal"
    assert same_spelling(a, b) == same_spelling(b, a) == "equal"


@pytest.mark.parametrize(("a", "b"), pairs(PERHAPS_ONE))
def test_it_proposes_a_likely_variant_and_no_more(a: str, b: str) -> None:
    assert same_spelling(a, b) == same_spelling(b, a) == "near"


@pytest.mark.parametrize(("a", "b"), pairs(NEVER_EQUAL))
def test_it_never_equates_two_people(a: str, b: str) -> None:
    assert same_spelling(a, b) != "equal"
    assert same_spelling(b, a) != "equal"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Maria Rossi", "Mario Rossi"),
        ("Ivan Ivanov", "Ivan Ivanova"),
        ("Anna Kowalski", "Anna Kowalska"),
        ("Smith", "Ann Smith"),
    ],
)
def test_it_blocks_endings_that_tell_people_apart_and_bare_surnames(a: str, b: str) -> None:
    assert same_spelling(a, b) == "different"


@pytest.mark.parametrize("name", ["", " ", "-", "’", "Jr.", "1234", "習近平", "Ó", "al-", "Mr", "Xi"])
def test_it_takes_any_string(name: str) -> None:
    assert isinstance(folded_key(name), str)
    assert same_spelling(name, "Ana Horvat") == "different"
