import pytest

from articles.text.speech.quotes import read_quotes
from tests.text.typed import body, people, spoken

ANA, IVO, MARA = "Ana Horvat", "Ivo Brandt", "Mara Lind"

W = "We will rebuild the bridge"
CLAUSES = {
    "subject, verb": (f"“{W},” Ana Horvat said.", ANA),
    "verb, subject": (f"“{W},” said Ana Horvat.", ANA),
    "present": (f"“{W},” says Horvat.", ANA),
    "told reporters": (f"“{W},” Horvat told reporters in Brod with Ivo Brandt.", ANA),
    "told somebody": (f"“{W},” Horvat told Ivo Brandt.", ANA),
    "title before": (f"“{W},” said Freedonian Foreign Minister Ana Horvat.", ANA),
    "title of a place": (f"“{W},” said Minister of Finance Ana Horvat.", ANA),
    "office of a town": (f"“{W},” said the mayor of Brod, Ana Horvat, on Monday.", ANA),
    "office, then name, then verb": (f"“{W},” the mayor of Brod, Ana Horvat, said on Monday.", ANA),
    "explained by commas": (f"“{W},” Ana Horvat, the mayor of Brod, said.", ANA),
    "age": (f"“{W},” Ana Horvat, 45, said.", ANA),
    "age and trade": (f"“{W},” Ana Horvat, 45, a driver from Brod, said.", ANA),
    "relative clause": (f"“{W},” said Ana Horvat, who met Ivo Brandt on Monday.", ANA),
    "relative clause before the verb": (f"“{W},” Ana Horvat, who met Ivo Brandt on Monday, said.", ANA),
    "a friend of another": (f"“{W},” Ana Horvat, a friend of Ivo Brandt, said.", ANA),
    "of a party": (f"“{W},” said Ana Horvat of the Green Union.", ANA),
    "of a party, verb last": (f"“{W},” Ana Horvat of the Green Union said.", ANA),
    "from a town": (f"“{W},” Ana Horvat from Brod said.", ANA),
    "brackets": (f"“{W},” Ana Horvat (Green Union) said.", ANA),
    "adverb": (f"“{W},” Horvat later added.", ANA),
    "adverb before": (f"“{W},” quietly added Horvat.", ANA),
    "time between": (f"“{W},” Horvat on Tuesday told the council.", ANA),
    "date between": (f"Horvat on February 21 said: “{W}.”", ANA),
    "auxiliary": (f"“{W},” Horvat had told the council.", ANA),
    "relation, then name": (f"“{W},” said his wife, Ana Horvat.", ANA),
    "relation and name": (f"“{W},” his daughter Ana Horvat said.", ANA),
    "lawyer with a name": (f"“{W},” said Ivo Brandt’s lawyer, Ana Horvat.", ANA),
    "before, colon": (f"Ana Horvat said: “{W}.”", ANA),
    "before, comma": (f"Ana Horvat said, “{W}.”", ANA),
    "before, bare": (f"Ana Horvat said “{W}”.", ANA),
    "before, that": ("Ana Horvat told the council that “we will rebuild the bridge”.", ANA),
    "before, in a statement": (f"In a statement on Monday, Ana Horvat said: “{W}.”", ANA),
    "statement after the verb": (f"Ana Horvat said in a statement to Ivo Brandt: “{W}.”", ANA),
    "before, explained": (f"Ana Horvat, the mayor of Brod, said: “{W}.”", ANA),
    "before, asked": (f"Asked about Ivo Brandt, Ana Horvat said: “{W}.”", ANA),
    "before, when": (f"When Ivo Brandt resigned, Ana Horvat said: “{W}.”", ANA),
    "before, two verbs": (f"Ana Horvat shook her head and said: “{W}.”", ANA),
    "capital verb": (f"Said Ana Horvat: “{W}.”", ANA),
    "according to": ("According to Ana Horvat, “we will rebuild the bridge”.", ANA),
    "according to, after": ("The town “will rebuild the old bridge”, according to Ana Horvat.", ANA),
    "in the words of": ("In the words of Ana Horvat, “we will rebuild the bridge”.", ANA),
    "as she put it": (f"“{W},” as Ana Horvat put it.", ANA),
    "participle": (f"Ana Horvat shrugged, saying: “{W}.”", ANA),
    "participle, after another verb": (
        "Ana Horvat told Ivo Brandt to go, adding that “we will rebuild the bridge”.",
        ANA,
    ),
    "with somebody saying": ("The vote ended with Ana Horvat saying “we will rebuild the bridge”.", ANA),
    "quoted as saying": ("Ana Horvat was quoted as saying “we will rebuild the bridge”.", ANA),
    "quoted by others": ("The paper quoted Ana Horvat as saying “we will rebuild the bridge”.", ANA),
    "called": ("Ana Horvat called the plan “a gift to the people of Brod”.", ANA),
    "described as": ("Ana Horvat described Ivo Brandt as “a gift to the people of Brod”.", ANA),
    "described by": ("The plan was described by Ana Horvat as “a gift to the people of Brod”.", ANA),
    "last clause": ("The plan was “a gift to the people of Brod” and would stay, Ana Horvat said.", ANA),
    "name and colon": (f"Ana Horvat: “{W}.”", ANA),
    "capitals and colon": (f"ANA HORVAT: “{W}.”", ANA),
    "dash and name": (f"“{W}.” — Ana Horvat, mayor of Brod", ANA),
    "dash and name below": (f"“{W}.”\n― Ana Horvat, mayor of Brod", ANA),
    "colon without a verb": (f"Ana Horvat was blunt: “{W}.”", ANA),
    "colon at the end of the paragraph": (f"Ana Horvat had a plan for the town:\n“{W}.”", ANA),
    "her letter": (f"Ana Horvat’s letter to Ivo Brandt read: “{W}.”", ANA),
    "after a full stop": (f"“{W}.” Ana Horvat said.", ANA),
    "relative who": (f"Ivo Brandt met Ana Horvat, who said: “{W}.”", ANA),
    "subject of the sentence": ("Ana Horvat wants the town to be “as quiet as it was in 1950”.", ANA),
    "wrote on": (f"“{W},” Horvat wrote on Friday.", ANA),
    "insisted": (f"“{W},” insisted Horvat.", ANA),
    "possessive and adverb": (f"“{W},” Brandt’s rival Ana Horvat said.", ANA),
    "co-ordinated": (f"Ivo Brandt said no, but Ana Horvat said: “{W}.”", ANA),
    "though it was another": ("Although Ivo Brandt said no, “we will rebuild the bridge”, Ana Horvat said.", ANA),
    "nested clause": (f"Ivo Brandt said Ana Horvat had told him: “{W}.”", ANA),
    "deputy before": (f"“{W},” deputy mayor Ana Horvat told the council.", ANA),
    "semicolon": (f"Ivo Brandt laughed; “{W},” said Ana Horvat.", ANA),
}

UNNAMED = {
    "a spokesman": f"Ana Horvat was there. “{W},” a spokesman said.",
    "a spokesman for her": f"“{W},” a spokesman for Ana Horvat said.",
    "said a spokesman for her": f"“{W},” said a spokesman for Ana Horvat.",
    "her lawyer": f"“{W},” Ana Horvat’s lawyer said.",
    "said her lawyer": f"“{W},” said Ana Horvat’s lawyer.",
    "her office": f"“{W},” Ana Horvat’s office said.",
    "people close to her": f"“{W},” said people close to Ana Horvat.",
    "a source told her": f"“{W},” a source told Ana Horvat.",
    "the ministry": f"Ana Horvat came. “{W},” the ministry said in a statement.",
    "one witness": f"Ana Horvat came. “{W},” one witness said.",
    "police": f"Ana Horvat came. “{W},” police said.",
    "officials": f"“{W},” officials told Ana Horvat.",
    "two people": f"“{W},” Ana Horvat and Ivo Brandt said.",
    "a neighbour, then he": f"Ana Horvat came. A neighbour opened the door. “{W},” he said.",
    "they": f"Ana Horvat came. “{W},” they said.",
    "the judge": f"Ana Horvat, 45, was fined. The judge told her: “{W}.”",
    "passive": f"Ana Horvat was told “{W}”.",
    "friend of hers": f"“{W},” said a friend of Ana Horvat.",
    "said one": f"Supporters of Ana Horvat cheered. “{W},” said one.",
    "neighbour's name unknown": f"“{W},” said Ana Horvat’s neighbour.",
    "statement": f"“{W},” the statement said.",
    "a second minister": f"Ana Horvat resigned. “{W},” a minister said.",
}

CARRIED = {
    "between": (f"“{W},” Ana Horvat said. “It is ours to build.”", [ANA, ANA]),
    "between, running on": (f"“{W},” Ana Horvat said, “and then we will dance on it.”", [ANA, ANA]),
    "he added": (f"“{W},” Ana Horvat said. “It is ours to build,” she added.", [ANA, ANA]),
    "pronoun in the next paragraph": (f"“{W},” Ana Horvat said.\n“It is ours to build,” she said.", [ANA, ANA]),
    "pronoun passes over the other gender": (f"Ana Horvat met Ivo Brandt.\n“{W},” he said.", [IVO]),
    "pronoun takes the subject": (f"Ana Horvat met Mara Lind on Monday. “{W},” she said.", [ANA]),
    "pronoun takes the later subject": (
        f"“{W},” Ana Horvat said. Mara Lind disagreed. “It is far too dear,” she said.",
        [ANA, MARA],
    ),
    "subject between": (f"“{W},” Ivo Brandt said.\nAna Horvat came later. “It is far too dear,” she said.", [IVO, ANA]),
    "subject of the sentence before": (
        f"“{W},” Ivo Brandt said.\nAna Horvat was not so sure. “It is far too dear.”",
        [IVO, ANA],
    ),
    "indirect speech before": (f"Ana Horvat said the bridge was old. “{W}.”", [ANA]),
    "object of others": (f"Police arrested Ivo Brandt on Monday. “{W},” he told the court.", [IVO]),
    "cataphora": (
        f"In a letter to Ivo Brandt, Ana Horvat was clear. In a reply to Mara Lind, she wrote: “{W}.”",
        [ANA],
    ),
    "when she arrived": (f"When Ana Horvat arrived, she said: “{W}.”", [ANA]),
    "two speakers in turn": (
        f"“{W},” said Ana Horvat.\n“It is far too dear,” said Ivo Brandt.\n“It is ours to build,” Horvat replied.",
        [ANA, IVO, ANA],
    ),
    "from the paragraph before": (f"Ana Horvat said the bridge was old.\n“{W}.”", [ANA]),
    "after an unnamed one": (f"Ana Horvat came. “{W},” a neighbour said. “It is far too dear.”", [None, None]),
    "clause behind": (f"“{W}.” It was late. “It is far too dear,” Ana Horvat said.", [ANA, ANA]),
    "the other in the sentence": (
        "Ana Horvat said “we will rebuild the bridge” but Ivo Brandt said “nobody will ever pay for it”.",
        [ANA, IVO],
    ),
    "adding": (f"“{W},” said Ana Horvat, adding: “It is ours to build.”", [ANA, ANA]),
    "he says in a play of commas": (f"Ivo Brandt, he says, has lost: “{W}.”", [IVO]),
}

OFFICES = {
    "the minister": ("Finance Minister Ana Horvat came with Ivo Brandt. “{w},” the minister said.", ANA),
    "no prime minister": (
        "Prime Minister Ivo Brandt met Finance Minister Ana Horvat. “{w},” the finance minister said.",
        ANA,
    ),
    "the prime minister": (
        "Prime Minister Ivo Brandt met Finance Minister Ana Horvat. “{w},” the prime minister said.",
        IVO,
    ),
    "the mayor, by apposition": ("Ana Horvat, the mayor of Brod, met Ivo Brandt. “{w},” the mayor said.", ANA),
    "the 45-year-old": ("Ana Horvat, 45, met Ivo Brandt, 61. “{w},” the 45-year-old said.", ANA),
    "the spokeswoman": ("Police spokeswoman Ana Horvat met Ivo Brandt. “{w},” the spokeswoman said.", ANA),
    "a mayor is not the mayor": ("Ana Horvat, the mayor of Brod, came. “{w},” a mayor from the coast said.", None),
    "the other office": ("Ana Horvat, the mayor of Brod, came. “{w},” the governor said.", None),
    "the Freedonian leader": (
        "Freedonian President Ana Horvat met Ivo Brandt. “{w},” the Freedonian leader said.",
        ANA,
    ),
    "the pensioner": ("Burglars robbed Ana Horvat, 81. “{w},” the pensioner said.", ANA),
    "the striker": ("Ivo Brandt scored twice. “{w},” the striker said.", IVO),
}


@pytest.mark.parametrize("case", CLAUSES)
def test_it_finds_the_speaker_in_the_clause(case: str) -> None:
    raw, speaker = CLAUSES[case]
    found = spoken(raw, ANA + "||ANA HORVAT", IVO, MARA)
    assert found and found[-1][1] == speaker


@pytest.mark.parametrize("case", UNNAMED)
def test_it_leaves_the_unnamed_unnamed(case: str) -> None:
    assert [name for _, name in spoken(UNNAMED[case], ANA, IVO, MARA)] == [None]


@pytest.mark.parametrize("case", CARRIED)
def test_it_carries_the_speaker(case: str) -> None:
    raw, speakers = CARRIED[case]
    assert [name for _, name in spoken(raw, ANA, IVO, MARA)] == speakers


@pytest.mark.parametrize("case", OFFICES)
def test_it_knows_who_holds_the_office(case: str) -> None:
    raw, speaker = OFFICES[case]
    roles = {"Finance Minister", "Prime Minister", "Police spokeswoman", "Freedonian President"}
    ana = next((role for role in sorted(roles) if f"{role} Ana" in raw), "")
    ivo = next((role for role in sorted(roles) if f"{role} Ivo" in raw), "")
    assert [name for _, name in spoken(raw.format(w=W), f"{ANA}|{ana}", f"{IVO}|{ivo}")] == [speaker]


def test_it_is_sure_of_a_clause_and_suggests_the_rest() -> None:
    raw = f"Ana Horvat said the bridge was old.\n“{W}.”\n“It is ours to build,” said Ivo Brandt. “We paid for it.”"
    quotes, _ = read_quotes(raw, body(raw), people(raw, ANA, IVO))
    assert [quote.tier for quote in quotes] == ["suggested", "sure", "sure"]


def test_it_knows_who_speaks_in_a_transcript() -> None:
    raw = "PRESENTER: Hello.\nHORVAT: We left at dawn.\nPRESENTER: So?\nHORVAT: It was so. “Nobody saw us leave.”"
    assert spoken(raw, "Ana Horvat||HORVAT") == [("Nobody saw us leave.", ANA)]
    assert spoken(raw.replace("HORVAT: It was so. ", "")) == [("Nobody saw us leave.", None)]


def test_it_reads_a_title_before_the_gender_of_the_given_name() -> None:
    raw = f"Sir Ana Horvat met Mrs Ivo Brandt. “{W},” he said."
    assert spoken(raw, "Ana Horvat||Sir Ana Horvat", "Ivo Brandt||Mrs Ivo Brandt") == [(f"{W},", ANA)]
