"""People of one name: children, those who give no other, those who speak of themselves."""

import pytest

from articles.text.people.names import read_people
from articles.text.report import Block, Role


def names(text: str) -> list[str]:
    return [person.name for person in read_people(text, (Block(Role.BODY, 0, len(text), 1.0, "test"),))]


# Given names in a family.
CHILDREN = """
She is survived by their children, Rhys and Carys, and four grandchildren. => Rhys | Carys
He leaves a wife, Morag, and two sons, Ewan and Hamish. => Morag | Ewan | Hamish
He is survived by his wife, Sunniva, and their daughters, Maja, Thea and Ingrid. => Sunniva | Maja | Thea | Ingrid
Their sons Lachlan and Fergus run the farm. => Lachlan | Fergus
Her daughter, Siobhán, and her son, Tadhg, found her. => Siobhán | Tadhg
They have two daughters, Saoirse and Niamh. => Saoirse | Niamh
He leaves his parents, Gwen and Alun. => Gwen | Alun
Her brothers, Iorwerth, 40, and Emyr, 38, ran the shop. => Iorwerth | Emyr
She had a daughter, Thandi, and a son, Musa. => Thandi | Musa
The couple's sons, Anders and Nils, flew home. => Anders | Nils
Their twins, Ottilie and Barnaby, are three. => Ottilie | Barnaby
""".strip().splitlines()

# One name is all there is.
MONONYMS = """
Indonesian president Sukirman said so. => Sukirman
Fisherman Suparman said he swam for two hours. Suparman, 41, lost his boat. => Suparman
"The fire was below," said Wagiman, a passenger. => Wagiman
Search and rescue chief Hartoyo told reporters 12 were missing. => Hartoyo
A survivor, Nurhayati, 29, said the crew fled. => Nurhayati
The village head, Sugiarto, said so. => Sugiarto
"My son is gone," Tukinem said. "He was nine." => Tukinem
Spokesman Budiman said 12 bodies were found. => Budiman
A farmer who gave his name as Bekele said so. => Bekele
The widow, who is called Hiwot, wept. => Hiwot
A driver, Abdullahi, said the bridge fell. => Abdullahi
Her neighbour Tsehay said the roof fell. => Tsehay
"No water," Gebru told AFP. => Gebru
""".strip().splitlines()

# What leans towards a person.
PRIZES = """
The prize went to Hirut Gebremedhin Wolde for her film. => Hirut Gebremedhin Wolde
Anjali Roy Barman’s “Dust” won. => Anjali Roy Barman
According to Azamat Turgunbekov, the road is shut. => Azamat Turgunbekov
In the short film section, Rohan Dev Kalita’s “The Boat” won a prize. Kalita thanked his crew. => Rohan Dev Kalita
Arun Nath Bordoloi’s film was shown. => Arun Nath Bordoloi
""".strip().splitlines()


@pytest.mark.parametrize("line", CHILDREN)
def test_it_finds_the_children(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    assert names(text) == (wanted.split(" | ") if wanted else [])


@pytest.mark.parametrize("line", MONONYMS)
def test_it_finds_people_of_one_name(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    assert names(text) == (wanted.split(" | ") if wanted else [])


@pytest.mark.parametrize("line", PRIZES)
def test_it_finds_those_who_are_honoured(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    assert names(text) == (wanted.split(" | ") if wanted else [])
