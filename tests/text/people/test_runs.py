"""Names that hold lower-case words, quotation marks and apostrophes."""

import pytest

from articles.text.people.names import read_people
from articles.text.report import Block, Role


def names(text: str) -> list[str]:
    return [person.name for person in read_people(text, (Block(Role.BODY, 0, len(text), 1.0, "test"),))]


# Small words within a name.
PARTICLES = """
"We stay," said Tiago Henrique de Melo e Castro, head of the union. Melo e Castro said no. => Tiago Henrique de Melo e Castro
Marta Teixeira e Sousa told the court so. => Marta Teixeira e Sousa
Joaquim Ortega y Gasset said it. => Joaquim Ortega y Gasset
Energy minister Chepkemoi arap Rono vowed to fight. => Chepkemoi arap Rono
Lawyer Kiplagat arap Bett said so. Mr Bett left. => Kiplagat arap Bett
Rodrigo Paz de la Cueva, the state's director of roads, spoke. => Rodrigo Paz de la Cueva
"It rains," Ferrer de la Cruz posted on X. The director, Tomás Ferrer de la Cruz, was late. => Tomás Ferrer de la Cruz
Inés Lozano de los Ríos said the dam was full. => Inés Lozano de los Ríos
Maria Conceição dos Santos e Silva, 44, a nurse, said so. => Maria Conceição dos Santos e Silva
Mats af Ugglas and Carl zu Hohenau met. => Mats af Ugglas | Carl zu Hohenau
The poet Nur binti Hassan spoke. => Nur binti Hassan
Minister Khalid bin Saud Al Harbi said oil would flow. => Khalid bin Saud Al Harbi
Judge Amina bint Rashid al Kaabi ruled. => Amina bint Rashid al Kaabi
Rajesh a/l Muniandy, 34, a clerk, was charged. => Rajesh a/l Muniandy
Coach Ruud van 't Hoff smiled. => Ruud van 't Hoff
Senator Vítor d'Almeida e Brito said no. => Vítor d'Almeida e Brito
""".strip().splitlines()

# Nicknames in quotation marks.
NICKNAMES = """
Skipper Billy “the Net” Hanrahan has mended his own. Hanrahan said so. => Billy “the Net” Hanrahan
Trainer Jackie 'the Fox' Dunleavy said the horse was fit. => Jackie 'the Fox' Dunleavy
Boxer Ray "The Quiet Man" Otieno won. => Ray "The Quiet Man" Otieno
Rapper Kwame “Black Star” Mensah was there. => Kwame “Black Star” Mensah
Drug lord Rubén (El Gordo) Salcedo was held. => Rubén (El Gordo) Salcedo
Ferdinand “Bong” Villareal Jr. said the vote was fair. => Ferdinand “Bong” Villareal Jr.
Former mayor Francis ‘Dodong’ Cabrera-Uy was charged. => Francis ‘Dodong’ Cabrera-Uy
Rosario Luz "Lulu" Delgado-Tan, 61, a teacher, sued. => Rosario Luz "Lulu" Delgado-Tan
Bassist Leroy “Sticks and Stones” Grant died on Friday. => Leroy “Sticks and Stones” Grant
Pat “the Postman” Geraghty retired on Friday after forty years. => Pat “the Postman” Geraghty
Sinéad "of the Wells" Mannion said the pump was dry. => Sinéad "of the Wells" Mannion
""".strip().splitlines()

# Apostrophes within a name and at its end.
APOSTROPHES = """
The case was filed by activist Peter Anyang’ Opiyo. => Peter Anyang’ Opiyo
Governor Prof. Akinyi Ong’ang’a said no. => Akinyi Ong’ang’a
Ezekiel Ng'eno said the river rose. => Ezekiel Ng'eno
Lawyer Otieno Ang' Oduor told journalists he would appeal. => Otieno Ang' Oduor
Petro Hryhor’yev, a miner, said so. => Petro Hryhor’yev
Sana'a-born writer Ru'a Al-Sabahi said so. => Ru'a Al-Sabahi
Chief Ta'ala Fa'alogo told the village so. => Ta'ala Fa'alogo
Nurse Keri Ka'ahumanu-Lee said the road was cut. => Keri Ka'ahumanu-Lee
The dockers’ union and the teachers’ union met Ana Horvat. => Ana Horvat
Musa N’Diaye said he had seen it. => Musa N’Diaye
""".strip().splitlines()

# Two family names, of which the first is used alone.
DOUBLE = """
The governor of Sonora, Ernesto Villaseca Prado, told a press conference so. Villaseca said schools would shut. => Ernesto Villaseca Prado
Lucía del Carmen Arizmendi Toro, a former judge, won. Arizmendi took 50% of the vote. => Lucía del Carmen Arizmendi Toro
Hernán Echavarría Luque said so. Echavarría told supporters he won. Echavarría’s rival, Rosa Pinzón, wept. => Hernán Echavarría Luque | Rosa Pinzón
"Enough," Villaseca said. Ernesto Villaseca Prado is governor. => Ernesto Villaseca Prado
Yesenia Urrutia Paz said the school was dark. Urrutia blamed the mayor. => Yesenia Urrutia Paz
Gonzalo Irigoyen Letelier won the seat. "I slept," Irigoyen told the station. => Gonzalo Irigoyen Letelier
Adriana Zuluaga Mejía, a vet, found it. Zuluaga’s dog barked. => Adriana Zuluaga Mejía
The envoy, Óscar Guachalla Quispe, left. Guachalla was tired. => Óscar Guachalla Quispe
Martín Etchegaray Sosa scored. Etchegaray limped off. => Martín Etchegaray Sosa
Judge Pilar Xuriguera Font ruled. Critics of Xuriguera objected. => Pilar Xuriguera Font
Nélida Huanca Mamani sells tea. Huanca Mamani said prices rose. => Nélida Huanca Mamani
""".strip().splitlines()


@pytest.mark.parametrize("line", PARTICLES)
def test_it_keeps_the_small_words_of_a_name(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    assert names(text) == (wanted.split(" | ") if wanted else [])


@pytest.mark.parametrize("line", NICKNAMES)
def test_it_keeps_a_nickname_within_the_name(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    assert names(text) == (wanted.split(" | ") if wanted else [])


@pytest.mark.parametrize("line", APOSTROPHES)
def test_it_keeps_the_apostrophes_of_a_name(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    assert names(text) == (wanted.split(" | ") if wanted else [])


@pytest.mark.parametrize("line", DOUBLE)
def test_it_knows_the_first_of_two_family_names(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    assert names(text) == (wanted.split(" | ") if wanted else [])
