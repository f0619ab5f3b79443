"""Names that are small words elsewhere."""

import pytest

from articles.text.people.names import read_people
from articles.text.report import Block, Role


def names(text: str) -> list[str]:
    return [person.name for person in read_people(text, (Block(Role.BODY, 0, len(text), 1.0, "test"),))]


# Family names that are English words.
FAMILY_FIRST = """
Vice Premier He Guolin said so. => He Guolin
He Minghua, 44, a nurse, said so. => He Minghua
General So Kyong-ho inspected the plant. So Kyong-ho smiled. => So Kyong-ho
Party chief Do Van Hung said so. Hung left. => Do Van Hung
An Sung-min scored twice, and An was cheered. => An Sung-min
District Judge Phoebe Kwan Lai-shan told the court so. Kwan said no. => Phoebe Kwan Lai-shan
Secretary Eric Fong Chi-keung said so. Fong rejected the plea. => Eric Fong Chi-keung
Deputy Prime Minister Trần Quốc Bảo said so. Bảo left on Monday. => Trần Quốc Bảo
Actor Song Min-ho arrived. Song waved. => Song Min-ho
Ma Lijuan told reporters that Ma Long had won. => Ma Lijuan | Ma Long
He Xiaoming is a singer. He likes tea. => He Xiaoming
You Jianhua, a farmer, said so. => You Jianhua
""".strip().splitlines()

# Letters without full stops, and with them.
INITIALS = """
A K Saxena, analyst at a bank, said so. Saxena has a hold rating. => A K Saxena
V S Raghavan said the rains were late. => V S Raghavan
Mr K P Unnikrishnan told the panel no. => K P Unnikrishnan
The judge, M R Nambiar, adjourned. => M R Nambiar
R. Balasubramanian, 52, a fisherman, drowned. => R. Balasubramanian
Justice A.M. Tharakan said so. => A.M. Tharakan
Secretary S K Bose said no. => S K Bose
P Chidambaranathan said he would quit. => P Chidambaranathan
Police officer B Lalrinmawia was hurt. => B Lalrinmawia
Minister P.K. Shaji told reporters so. => P.K. Shaji
Lt Col J T Harding said so. => J T Harding
""".strip().splitlines()

# Family names that are trades.
TRADES = """
Nadeem Fletcher, batting at No 9, faced 40 balls. Fletcher will have surgery. => Nadeem Fletcher
Zubin Driver, bowling from the far end, took two wickets. Driver smiled. => Zubin Driver
Darius Contractor was out for a duck. => Darius Contractor
Ruby Engineer said so. => Ruby Engineer
Maria Barber, 40, left. => Maria Barber
Percy Driver-Hall and Ivan Potter met. => Percy Driver-Hall | Ivan Potter
Simon Schoolmaster laughed. => Simon Schoolmaster
Anil Doctor played on. => Anil Doctor
Rohan Engineer, 22, fielded. => Rohan Engineer
Nina Baker sang. => Nina Baker
Vikram Pilot won the seat. => Vikram Pilot
""".strip().splitlines()

# Family names of two halves, and adjectives of two peoples.
DOUBLED = """
"They laughed," said Chief Elaine Beaulieu-Dene of the Cree Nation. Beaulieu-Dene said so. => Elaine Beaulieu-Dene
Premier Jodie Nkosi-Xhosa resigned. => Jodie Nkosi-Xhosa
Coach Petra Vuković-Serb said so. => Petra Vuković-Serb
Ludo Marchetti-Swiss, 34, skied. => Ludo Marchetti-Swiss
The Franco-German brigade and an Anglo-Irish bank met.
""".strip().splitlines()

# Names that begin with a title in English ears.
HONOUR = """
Md. Shafiqul Bari said the road was closed. => Md. Shafiqul Bari
Mohd Faizal Osman, 30, drove. => Mohd Faizal Osman
"We ran," said Umm Ibrahim, 60. => Umm Ibrahim
Daw Khin Mar Lwin was freed. => Khin Mar Lwin
Tan Ah Hock, 61, sold noodles. => Tan Ah Hock
Sultan bin Faraj Al Amri signed. => Sultan bin Faraj Al Amri
WALTER KINSELLA has been sent off. => WALTER KINSELLA
Prime Minister PEDRO ALCARAZ said so. => PEDRO ALCARAZ
Bishop JOHN OKAFOR said no. => JOHN OKAFOR
""".strip().splitlines()


@pytest.mark.parametrize("line", FAMILY_FIRST)
def test_it_knows_he_so_and_an_as_family_names(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    assert names(text) == (wanted.split(" | ") if wanted else [])


@pytest.mark.parametrize("line", INITIALS)
def test_it_keeps_all_initials(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    assert names(text) == (wanted.split(" | ") if wanted else [])


@pytest.mark.parametrize("line", TRADES)
def test_it_knows_a_trade_behind_a_given_name_as_a_family_name(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    assert names(text) == (wanted.split(" | ") if wanted else [])


@pytest.mark.parametrize("line", DOUBLED)
def test_it_tells_double_names_from_two_peoples(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    assert names(text) == (wanted.split(" | ") if wanted else [])


@pytest.mark.parametrize("line", HONOUR)
def test_it_finds_these_names(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    assert names(text) == (wanted.split(" | ") if wanted else [])
