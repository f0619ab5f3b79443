"""Roles as written beside a name. A line is a text, then each person with the roles read for him or her."""

import pytest

from articles.text.people.names import read_people
from articles.text.report import Block, PersonReading, Role


def people(raw: str) -> tuple[PersonReading, ...]:
    return read_people(raw, (Block(Role.BODY, 0, len(raw), 1.0, "test"),))


BEFORE = """
US Secretary of State Ana Horvat cancelled the meeting. => Ana Horvat: US Secretary of State
This follows US President Tom Rendell's call. => Tom Rendell: US President
The row echoes French Prime Minister Luc Amiel's words. => Luc Amiel: French Prime Minister
A cook named Rosa Ibarra fed them. => Rosa Ibarra: cook
Chairman of the Hue provincial People's Committee Lê Văn Tâm spoke. => Lê Văn Tâm: Chairman of the Hue provincial People's Committee
She was a child of a quarryman, Ifan Rees, and his wife, a nurse. => Ifan Rees: quarryman
Opener Jatin Solanki struck 40. => Jatin Solanki: Opener
Chief selector R. Subramony, watching, frowned. => R. Subramony: Chief selector
The vote ousts Prime Minister Asha Raman. => Asha Raman: Prime Minister
U.S. Secretary of State Ana Horvat cancelled the meeting. => Ana Horvat: U.S. Secretary of State
He met Russian foreign minister Oleg Tarasov. => Oleg Tarasov: Russian foreign minister
A day later Ukrainian President Taras Bilyk waved. => Taras Bilyk: Ukrainian President
“We wait,” spokeswoman Vera Lidova said. => Vera Lidova: spokeswoman
Former Ohio governor Dale Pickett won. => Dale Pickett: Former Ohio governor
The former Ohio governor Dale Pickett won. => Dale Pickett: former Ohio governor
Arsenal striker Bakari Saka scored. => Bakari Saka: Arsenal striker
State Department spokesman Ned Holloway said no. => Ned Holloway: State Department spokesman
British Prime Minister Imogen Hart resigned. => Imogen Hart: British Prime Minister
Judge Dean Harper said the jury could go. => Dean Harper: Judge
The actor and director Benedek Arany laughed. => Benedek Arany: actor and director
The regional energy company spokesman Jonas Petraitis said so. => Jonas Petraitis: regional energy company spokesman
Attorney General Rita Molloy sued. => Rita Molloy: Attorney General
Deputy prime minister Olha Stefaniv spoke. => Olha Stefaniv: Deputy prime minister
Chief of staff Mark Meadowes left. => Mark Meadowes: Chief of staff
The Minister of Foreign Affairs Pekka Lahtinen left. => Pekka Lahtinen: Minister of Foreign Affairs
The Archbishop of Canterbury Justin Amory left. => Justin Amory: Archbishop of Canterbury
Germany's chancellor Olga Scholl left. => Olga Scholl: chancellor
Gen. Marcus Milward saluted. => Marcus Milward: Gen.
Energy Minister Prince Abdulaziz bin Faisal said oil would flow. => Abdulaziz bin Faisal: Energy Minister
Then-President Joan Teller signed it. => Joan Teller: Then-President
The director of the port authority, Tomas Brazdeikis, said no. => Tomas Brazdeikis: director of the port authority
The union’s chairwoman, Rasa Vaitkutė, smiled. => Rasa Vaitkutė: chairwoman
In Washington President Joan Teller signed it. => Joan Teller: President
On Monday Prime Minister Imogen Hart resigned. => Imogen Hart: Prime Minister
Dr Neil Prakash and Sir Alan Pike met. => Neil Prakash: - | Alan Pike: -
""".strip().splitlines()

AFTER = """
Jane Dorn, the head of the regional council, said no. => Jane Dorn: head of the regional council
Jane Dorn, 34, a nurse, said no. => Jane Dorn: nurse
Jane Dorn, 34, said no. => Jane Dorn: -
Jane Dorn, mayor of Leeds, left. => Jane Dorn: mayor of Leeds
Jane Dorn, Ukraine's foreign minister, left. => Jane Dorn: foreign minister
Jane Dorn (right), the coach, waved. => Jane Dorn: coach
Jane Dorn, a fish physiologist at the University of Lagos who read the paper, said so. \
=> Jane Dorn: fish physiologist at the University of Lagos
Rasa Vaitkutė, who leads the dockers’ union, said no. => Rasa Vaitkutė: leads the dockers’ union
They met Jane Dorn, President Joan Teller and Sir Alan Pike. => Jane Dorn: - | Joan Teller: President | Alan Pike: -
Jane Dorn, who was late, said the minister had left. => Jane Dorn: -
Jane Dorn, president of the Union of Bakers and Millers, left. \
=> Jane Dorn: president of the Union of Bakers and Millers
""".strip().splitlines()

RELATIVE = """
He met his Ukrainian counterpart Dmytro Kulyk. => Dmytro Kulyk: Ukrainian counterpart
Ana Horvat and her husband, Petar Kos, left. => Petar Kos: husband
He sued his brother Mark Renner. => Mark Renner: brother
She called her lawyer Rudy Galante. => Rudy Galante: lawyer
""".strip().splitlines()

ABSOLUTE = """
Its chief executive Tim Corran left. => Tim Corran: chief executive
The partner Ana Horvat left. => Ana Horvat: partner
US President Joan Teller left. => Joan Teller: US President
""".strip().splitlines()

# A word that is a role elsewhere is none here.
NO_ROLE = """
The minister said Ana Horvat would leave. => Ana Horvat: -
The committee will host Ana Horvat on Monday. => Ana Horvat: -
After the talks with the president, Ana Horvat said she was tired. => Ana Horvat: -
Ana Horvat, the president said, was tired. => Ana Horvat: -
Senators Ana Horvat and Petar Kos left. => Ana Horvat: - | Petar Kos: -
""".strip().splitlines()


@pytest.mark.parametrize("line", BEFORE + AFTER + NO_ROLE)
def test_it_reads_the_role_as_written(line: str) -> None:
    text, wanted = line.split(" => ")
    found = [f"{p.name}: {', '.join(p.roles) or '-'}" for p in people(text)]
    assert found == wanted.split(" | ")


@pytest.mark.parametrize("line", RELATIVE)
def test_it_marks_a_role_that_holds_in_relation_to_somebody(line: str) -> None:
    text, wanted = line.split(" => ")
    name, role = wanted.split(": ")
    person = next(p for p in people(text) if p.name == name)
    assert [(m.role, m.relative) for m in person.mentions] == [(role, True)]


@pytest.mark.parametrize("line", ABSOLUTE)
def test_it_marks_no_other_role_as_relative(line: str) -> None:
    text, wanted = line.split(" => ")
    name, role = wanted.split(": ")
    person = next(p for p in people(text) if p.name == name)
    assert [(m.role, m.relative) for m in person.mentions] == [(role, False)]


def test_it_keeps_each_role_with_its_mention() -> None:
    [person] = people("Governor Dale Pickett spoke. Pickett, a former teacher, left. Pickett waved.")
    assert [m.role for m in person.mentions] == ["Governor", "former teacher", ""]
    assert person.roles == ("Governor", "former teacher")
