"""Firms, ships, peaks and works that have the shape of a name, and people who stand beside such words."""

import pytest

from articles.text.people.names import read_people
from articles.text.report import Block, Role


def names(text: str) -> list[str]:
    return [person.name for person in read_people(text, (Block(Role.BODY, 0, len(text), 1.0, "test"),))]


# What says so stands beside them.
BODIES = """
Sundaram Cements on Tuesday said its board approved the plan.
Vikram Patel Securities said the price was high.
The analysts at Priya Shah Capital said so.
The government signed the deal with Fairfax Dunmore, a British engineering group.
The MV Santa Lucila, which left Cebu at midnight, sank. The Santa Lucila carried 90.
The court ruled that Hastings Moore Power (U) Limited was liable.
Thai Nguyen port and Vung Tau port were shut.
Iarnród Éireann said the trains would run. Bus Éireann said so too.
Dalton Pryce plc said it would cut 300 jobs.
The shares of Mahendra Motors fell 4%. Mahendra Motors said it was surprised.
Hartley Grange, a retirement village, said it was sorry.
The tanker Stella Maris and the trawler Ocean Mary collided. Ocean Mary sank.
The law firm Barton Keane said its client was innocent. Barton Keane declined to comment.
The consultancy Oxley Grant expects prices to rise 4%.
Nairn Calloway, the world's largest maker of lifts, said sales rose.
Analysts at Harlow Finch expect a cut.
Greenwood Capital bought a stake in Ashby Lowe for $40 million.
Ashby Lowe shares rose 3%.
The play “Madame Violet” and the film "Mister Rowan" were shown. In “Madame Violet,” she sings.
The series “Inspector Harrow” and the novel "Doctor Maple" were sold.
She plays Captain Rosa Thorn in the film “Sister Clara”. => Rosa Thorn
Tata Nagar and Salem Junction were crowded. The Deccan Queen was late.
The brand Nordic Ella and the app Kira Pay are owned by Maru Foods.
Bharti Steel and Orient Chemicals posted losses. Orient Chemicals said demand fell.
The Janata Morcha and the Lok Shakti said they would merge.
Partido Nuevo Norte and Nova Esquerda agreed.
Port Harcourt Refinery and Delta Breweries said so.
It sank off Punta Gorda on Monday. Boats left Punta Gorda.
Golden Harbour Shipping said it had told the crew.
Ferry operator Blue Lagoon Lines said it was sorry.
Wing Tai Textiles and Sun Lok Electric fell.
Hang Lok Bank said the clerk had been sacked.
Yamada Heavy Industries said orders rose.
The ferry's owner, Maritima Dos Reis, said the hull was sound.
Ashford Vine LLP, which represents the families, said the ruling was late.
The drugmaker Novalis Brandt said its trial had failed.
Linden Marsh's board met on Monday. Shares of Linden Marsh fell 4%.
Mercer Hale, the law firm that wrote the report, declined to comment.
She joined Carver Bligh in 2014 as a partner at Carver Bligh.
Kenta Shipping owns the MT Silver Dawn and the MV Andrea Bella. The Andrea Bella was empty.
A unit of Pryor Steele bought Hobbs Keller for $3 million.
Mitra Desai Foods was fined.
Union leader Roza Akhmetova said Karim Steel Works would close. => Roza Akhmetova
Barclay Finch costs £40 a month.
Volunteers from Casa Esperanza and Mesa Verde helped.
Villagers fled to Santa Rosalía and San Mateo del Mar.
Rangers at Cradle Flat and Dove Rise saw smoke.
The Tasman Spirit, a 180m tanker, ran aground off Point Lonsdale.
""".strip().splitlines()

# The same words beside people.
PEOPLE = """
Ana Horvat, a company director, said so. => Ana Horvat
Petar Kos, a band leader, died. => Petar Kos
Mei Tanaka, the club's chairwoman, resigned. => Mei Tanaka
Lars Bergquist, a hospital porter, was hurt. => Lars Bergquist
Chidi Nwosu, a ferry captain, swam ashore. => Chidi Nwosu
Joyce Banda-Phiri, the bank's founder, said its loans were safe. => Joyce Banda-Phiri
Hanna Lindqvist, whose boat sank, wept. => Hanna Lindqvist
Ravi Shankar-Rao, who bought shares in the firm, sued. => Ravi Shankar-Rao
Paulo Reis shares a flat with two friends. => Paulo Reis
The film stars Ingrid Halvorsen as a nurse. => Ingrid Halvorsen
She was played by Ingrid Halvorsen in the film. => Ingrid Halvorsen
Novak plays Nico Benavides in the final on Sunday. => Novak | Nico Benavides
Police named him as Darragh Foley, 34. => Darragh Foley
The award went to Temuera Ngata for his work. => Temuera Ngata
The order was given to Sgt. Wes Holcomb. => Wes Holcomb
The court handed the contract to Judge Nadia Farouk to review. => Nadia Farouk
He worked with Omar Castellanos on the deal. => Omar Castellanos
In London and Ana Horvat said no. => Ana Horvat
He said he met Ilse Vogt in Vienna and Otto Kreuz in Graz. => Ilse Vogt | Otto Kreuz
Speaking in Brussels, Donal Heffernan said the vote was fair. => Donal Heffernan
In Tashkent, Bobur Yuldashev said the vote was fair. => Bobur Yuldashev
The visit follows US President Tom Rendell's call. => Tom Rendell
It comes after Polish President Andrzej Wolny vetoed it. => Andrzej Wolny
Officials told Prime Minister Asha Raman that it was late. => Asha Raman
""".strip().splitlines()

# Capitals that are nothing of the kind.
PLAIN = """
The bank's chief executive, Maya Holt, told The Northern Echo that Easter had been slow. Holt said Aldgate Bank would open on Sunday. => Maya Holt
He Said She Said is a play. So Long, a song, was sung. An Evening With friends followed.
He Tweeted on Monday. You Tube was down.
In May Mr Wright said May Day was off. => Wright
The mayor, who is called “Boss” by friends, left.
They read “The Old House” and “Miss Marple” in bed.
“We will appeal,” Zentrix told reporters.
The children, Monday and Tuesday aside, went to school.
Two sons of Paris, France and Germany won.
His brothers, the Bank of Kent said, owed money.
Shares of Apple rose; stake in Mercedes fell.
The band’s singer, Otis Redmayne, is also in Blue Harvest. => Otis Redmayne
The doctors’ union and Oxfam’s staff agreed.
The Rockin’ Robin and the Ol’ Man pub closed.
The judge said U.S. Steel and the U.K. Treasury were right. At 9 A.M. Tuesday it rained.
Kenyan runner Faith Cherono beat Ethiopia's Letesenbet Haile in Doha. => Faith Cherono | Letesenbet Haile
Vietnamese Do Thi Lan and Ngo Van Duc won. => Do Thi Lan | Ngo Van Duc
The Sultan of Oman and the Emir of Qatar met Sultan Haitham. => Sultan Haitham
In Rio Grande do Sul and Mato Grosso do Norte crops failed.
Human rights lawyer Ines Cabral, which is odd, said so. => Ines Cabral
The fireman and the postman, Dewi Probert, talked. => Dewi Probert
On Friday Human Rights Watch said so. Superman flew.
Ana Horvat is a hospital doctor. Petar Kos was a club legend. Mia Lund is a brand manager. => Ana Horvat | Petar Kos | Mia Lund
Vera Holm, the party's founder, and Nils Brekke, a film star, wed. => Vera Holm | Nils Brekke
Idris Okoye is the team's coach; Rui Matos was a startup founder. => Idris Okoye | Rui Matos
He bought it with Leo Brandt in a deal. The deal with Leo Brandt fell through. => Leo Brandt
""".strip().splitlines()


@pytest.mark.parametrize("line", BODIES)
def test_it_takes_no_firm_ship_or_work_for_a_person(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    assert names(text) == (wanted.split(" | ") if wanted else [])


@pytest.mark.parametrize("line", PEOPLE)
def test_it_still_finds_people_beside_such_words(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    assert names(text) == (wanted.split(" | ") if wanted else [])


@pytest.mark.parametrize("line", PLAIN)
def test_it_reads_plain_prose(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    assert names(text) == (wanted.split(" | ") if wanted else [])


WELL_KNOWN = """
Grant Thornton resigned and Clifford Chance advised.
A spokesperson for Baker McKenzie declined.
Harvey Nichols sales fell; Aer Lingus flew on.
Clara Barton Parkway and Rosa Luxemburg Platz flooded.
Miss Universe and Mister World were crowned.
The agent worked for Curtis Brown.
They drove from Mae Sot to Chiang Rai.
They climbed Nanga Parbat before Nanda Devi.
Boats left Punta Gorda and Bahir Dar.
The road to Kota Bharu was shut.
""".strip().splitlines()


@pytest.mark.parametrize("line", WELL_KNOWN)
def test_it_knows_well_known_things(line: str) -> None:
    assert names(line) == []
