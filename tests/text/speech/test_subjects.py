import pytest

from tests.text.typed import spoken

ANA, IVO, MARA, TOMAS = CAST = "Ana Horvat", "Ivo Brandt", "Mara Lind", "Tomas Reed"

SPEAKERS = [
    (
        (
            "“We had no choice,” Ms. Horvat, who is running for re-election, said in an interview Thursday. "
            "“There was nothing left.”"
        ),
        [ANA, ANA],
    ),
    ("“It's not about me,” said Horvat, 34, whose mother died in the fire.", [ANA]),
    ("But Horvat, asked whether she would resign, replied: “Not in a thousand years, my friend.”", [ANA]),
    (("Speaking to reporters after the game, Brandt said he was “over the moon with how the lads played.”"), [IVO]),
    (
        (
            "“I think we can all agree that this was not our best day,” Brandt, the team's captain, "
            "conceded with a smile."
        ),
        [IVO],
    ),
    ("Brandt's coach, Tomas Reed, was less forgiving. “He was lazy all night long,” Reed said.", [TOMAS]),
    (("Horvat declined to comment. Her lawyer said: “My client denies everything in the strongest terms.”"), [None]),
    ("“This is a disgrace to the whole country,” tweeted Horvat.", [ANA]),
    ("In a post on social media, Horvat wrote that she was “deeply sorry for all the pain”.", [ANA]),
    ("In a post on social media, she wrote: “I am deeply sorry for all the pain.”", [None]),
    (("Ana Horvat was arrested. In a post on social media, she wrote: “I am deeply sorry for all the pain.”"), [ANA]),
    ("The decision was welcomed by Horvat, who called it “a victory for common sense and for Brod”.", [ANA]),
    ("The decision angered Horvat. “It is a defeat for common sense,” she said.", [ANA]),
    ("Ivo Brandt, the opposition leader, called the move “a stab in the back for every worker.”", [IVO]),
    ("Critics say the law is “a stab in the back for every worker.”", [None]),
    ("“The law is a stab in the back,” critics say.", [None]),
    (
        (
            "Ana Horvat, chief executive of Brod Steel, said: “We are delighted with these results.” She "
            "added: “There is more to come this year.”"
        ),
        [ANA, ANA],
    ),
    (
        (
            "Ana Horvat, chief executive of Brod Steel, said the results were good. “There is more to come "
            "this year,” she added."
        ),
        [ANA],
    ),
    (("Commenting on the results, Ana Horvat, chief executive, said: “We are delighted with these results.”"), [ANA]),
    (
        (
            "“We are delighted with these results,” commented Ana Horvat, Chief Executive Officer at Brod "
            "Steel. “There is more to come this year.”"
        ),
        [ANA, ANA],
    ),
    ("A spokesperson for Brod Steel said: “We are delighted with these results.”", [None]),
    ("A Downing Street spokesman said: “The prime minister has been clear.”", [None]),
    ("Asked if Brandt would go, a senior official said: “He is finished as a politician.”", [None]),
    ("According to a statement from Horvat, “the talks will go on for ever”.", [ANA]),
    ("A statement from Horvat's office said “the talks will go on for ever”.", [None]),
    ("“The talks will go on for ever,” read a statement from Horvat.", [ANA]),
    ("“The talks will go on for ever,” reads the statement.", [None]),
    ("“The talks will go on for ever,” it added.", [None]),
    ("The report concluded that there had been “a catastrophic failure of leadership at the top”.", [None]),
    ("The judge, Mara Lind, told Brandt: “You have shown no remorse at all.”", [MARA]),
    ("Judge Mara Lind told Brandt: “You have shown no remorse at all.”", [MARA]),
    ("Sentencing Brandt, Judge Lind said: “You have shown no remorse at all.”", [MARA]),
    ("Passing sentence on Brandt, the judge said: “You have shown no remorse at all.”", [None]),
    ("Defending, Tomas Reed said: “My client has shown real remorse.”", [TOMAS]),
    ("Mitigating for Brandt, Tomas Reed said his client was “a broken man with no hope”.", [TOMAS]),
    ("Det Insp Mara Lind, of Brod Police, said: “This was a cowardly attack on a woman.”", [MARA]),
    (("Detective Inspector Mara Lind, who led the inquiry, said: “This was a cowardly attack on a woman.”"), [MARA]),
    ("Speaking outside court, the victim's mother, Ana Horvat, said: “He took my boy away from me.”", [ANA]),
    ("The victim's mother said: “He took my boy away from me.” Ana Horvat wept in court.", [None]),
    ("His mother Ana Horvat said: “He was a lovely lad with a big heart.”", [ANA]),
    ("Neighbour Ana Horvat said: “He was a lovely lad with a big heart.”", [ANA]),
    ("Neighbor Ana Horvat, 60, heard the crash. “It sounded like a bomb going off,” she said.", [ANA]),
    ("One neighbour, who asked not to be named, said: “It sounded like a bomb going off.”", [None]),
    ("“It sounded like a bomb going off,” said a neighbour, who asked not to be named.", [None]),
    ("“It sounded like a bomb going off,” said Horvat's neighbour Mara Lind.", [MARA]),
    ("Mr Brandt told the BBC: “I have nothing to hide from anyone.”", [IVO]),
    ("“I have nothing to hide from anyone,” Mr Brandt told the BBC's Mara Lind.", [IVO]),
    ("Brandt told Lind on her show that he had “nothing to hide from anyone at all”.", [IVO]),
    ("Speaking on the Today programme, Brandt insisted he had “nothing to hide from anyone at all”.", [IVO]),
    ("“Nothing could be further from the truth,” Brandt's spokesman Tomas Reed said in an email.", [TOMAS]),
    (("“Nothing could be further from the truth,” a spokesman for Brandt, Tomas Reed, said in an email."), [TOMAS]),
    ("“Nothing could be further from the truth,” said Tomas Reed, a spokesman for Brandt.", [TOMAS]),
    (
        ("“Nothing could be further from the truth,” said Tomas Reed, Brandt's spokesman. “It is all made up.”"),
        [TOMAS, TOMAS],
    ),
    (
        (
            "Tomas Reed, a spokesman for Brandt, did not respond. Ana Horvat, a spokeswoman for the party, "
            "said “nothing could be further from the truth.”"
        ),
        [ANA],
    ),
    (
        ("“I love this town,” Brandt said, before being interrupted by Horvat. “But it needs to change now.”"),
        [IVO, IVO],
    ),
    ("Horvat, for her part, accused Brandt of “lying to the people of this town for years”.", [ANA]),
    ("Horvat accused Brandt of lying. Brandt called the accusation “a smear from beginning to end.”", [IVO]),
    ("Horvat says that Brandt told her “the money was gone for good.”", [IVO]),
    ("Horvat, whom Brandt once described as “the best friend I ever had”, resigned.", [IVO]),
    ("Brandt was “not a happy man that day”, Horvat recalled.", [ANA]),
    ("Brandt, Horvat said, was “not a happy man that day”.", [ANA]),
    ("Brandt is, in Horvat's words, “not a happy man these days”.", [ANA]),
    ("For Horvat, the answer is simple: “We need more trains and fewer cars.”", [ANA]),
    ("Horvat's message was simple: “We need more trains and fewer cars.”", [ANA]),
    ("Horvat has a simple message: “We need more trains and fewer cars.”", [ANA]),
    ("The response from Horvat was swift: “We need more trains and fewer cars.”", [ANA]),
    ("Not so, says Horvat: “We need more trains and fewer cars.”", [ANA]),
    ("“We need more trains,” Horvat says. But is it true? “I have the numbers right here,” she says.", [ANA, ANA]),
    ("“We need more trains and fewer cars,” says Horvat — and she should know.", [ANA]),
    ("“We need more trains and fewer cars” — Ana Horvat, mayor", [ANA]),
    ("Horvat nods. “We need more trains and fewer cars.”", [ANA]),
    ("Horvat smiles and shrugs. “What can you do about the trains?”", [ANA]),
    ("Horvat laughed when asked about it. “What can you do about the trains?” she said.", [ANA]),
    ("“What can you do about the trains?” she asks, laughing. Ana Horvat is 34.", [None]),
    (
        (
            "Ana Horvat moved to Brod in 2010 with her husband, Ivo Brandt. “We loved the trains,” she "
            "says. “Then they closed the line.”"
        ),
        [ANA, ANA],
    ),
    ("Ana Horvat moved to Brod in 2010 with her husband, Ivo Brandt. “We loved the trains,” he says.", [IVO]),
    (
        (
            "Ana Horvat and Ivo Brandt moved to Brod. “We loved the trains there,” says Brandt. “Then they "
            "closed the line,” adds Horvat."
        ),
        [IVO, ANA],
    ),
    (
        (
            "Mara Lind, director of the museum, and Ivo Brandt, the curator, were there. “It is a great day "
            "for us,” Lind said."
        ),
        [MARA],
    ),
    (
        (
            "Ms Lind said: “It is a great day for us.”\nMr Brandt, the curator, added: “We have waited for "
            "ten years.”\nHe said visitors would see “things they have never seen before”."
        ),
        [MARA, IVO, IVO],
    ),
    ("Police Chief Ivo Brandt said two men were held. “We are looking for a third,” the chief said.", [IVO]),
    (
        (
            "The police chief said two men were held. “We are looking for a third,” he said. Ivo Brandt was "
            "not among them."
        ),
        [None],
    ),
    (
        (
            "Ivo Brandt scored in the ninth minute. Manager Tomas Reed said: “He is the best in the "
            "league.” Brandt himself was modest. “I just kick the ball,” he said."
        ),
        [TOMAS, IVO],
    ),
    ("Tomas Reed praised Ivo Brandt. “He is the best in the league,” he said.", [TOMAS]),
    ("“He is the best in the league,” Reed said of Brandt.", [TOMAS]),
    ("“He is the best in the league,” said Reed of Brandt, who scored twice.", [TOMAS]),
    ("Of Brandt, Reed said: “He is the best in the league.”", [TOMAS]),
    ("Reed was full of praise for Brandt, saying he was “the best in the league by far”.", [TOMAS]),
    ("In his resignation letter, Brandt said he could not “in good conscience go on like this”.", [IVO]),
    (
        ("The minister for trade, Ana Horvat, said exports had risen. “We are on the right road,” the minister said."),
        [ANA],
    ),
    (
        (
            "Trade Minister Ana Horvat met Prime Minister Ivo Brandt. “We are on the right road,” the prime "
            "minister said."
        ),
        [IVO],
    ),
    (
        ("President Ivo Brandt said he would veto it. “This bill is bad for workers,” the president told supporters."),
        [IVO],
    ),
    (
        (
            "Freedonia's president, Ivo Brandt, said he would veto it. “This bill is bad for workers,” the "
            "Freedonian leader said."
        ),
        [IVO],
    ),
    ("“This bill is bad for workers,” said the Freedonian president, Ivo Brandt.", [IVO]),
    (
        (
            "Professor Mara Lind from the University of Brod said: “The results are very striking indeed.” "
            "Dr Reed, who was not involved in the study, said: “The results are far from clear.”"
        ),
        [MARA, TOMAS],
    ),
    (("“The results are very striking,” says lead author Mara Lind, a biologist at the University of Brod."), [MARA]),
    (
        (
            "“The results are very striking,” says co-author Ivo Brandt. Lead author Mara Lind agrees: “We "
            "could not believe our eyes.”"
        ),
        [IVO, MARA],
    ),
    (("Lind, who was 12 at the time, remembers it well. “There was smoke all over the place,” she said."), [MARA]),
    ("“There was smoke all over the place,” recalled Lind, now 80.", [MARA]),
    ("“There was smoke all over the place,” an emotional Lind told the inquiry.", [MARA]),
    ("“There was smoke all over the place,” the then 12-year-old Lind told the inquiry.", [MARA]),
    ("One of the survivors, Mara Lind, said: “There was smoke all over the place.”", [MARA]),
    ("Among the survivors was Mara Lind. “There was smoke all over the place,” she said.", [MARA]),
    ("Among them is Mara Lind, a nurse. “There was smoke all over the place,” she said.", [MARA]),
    (
        (
            "Mara Lind was among the survivors, as was her brother Ivo Brandt. “There was smoke all over "
            "the place,” she said."
        ),
        [MARA],
    ),
    ("The crew rescued Mara Lind. “There was smoke all over the place,” said Lind.", [MARA]),
    ("The captain said there was “smoke all over the bloody place”. Mara Lind survived.", [None]),
    ("Captain Ivo Brandt said there was “smoke all over the bloody place”.", [IVO]),
    ("Senator Ana Horvat (R-Ohio) said, “We will not let this bill pass.”", [ANA]),
    ("Sen. Ana Horvat, R-Ohio, said, “We will not let this bill pass.”", [ANA]),
    (
        (
            "Rep. Ivo Brandt, D-Texas, the committee's ranking member, said in a statement that the bill "
            "was “dead on arrival in the House.”"
        ),
        [IVO],
    ),
    ("“We will not let this bill pass,” Sen. Ana Horvat (R-Ohio) said on the floor.", [ANA]),
    ("“We will not let this bill pass,” Horvat, an Ohio Republican, told CNN.", [ANA]),
    ("“We will not let this bill pass,” the Ohio senator said.  Ana Horvat left.", [None]),
    ("Sen. Ana Horvat of Ohio will vote no. “We will not let this bill pass,” the Ohio senator said.", [ANA]),
    (("House Speaker Ivo Brandt and Sen. Ana Horvat met. “We will not let this bill pass,” the speaker said."), [IVO]),
    (("State police said Brandt was speeding. “He was doing 140 miles an hour,” trooper Tomas Reed said."), [TOMAS]),
    ("Brandt told police he “did not see the car at all”, according to the charge sheet.", [IVO]),
    ("Brandt “did not see the car at all”, according to his lawyer, Tomas Reed.", [TOMAS]),
    ("Brandt “did not see the car at all”, according to police.", [None]),
    ("Prosecutors said Brandt “did not see the car at all”.", [None]),
    ("Prosecutor Mara Lind said Brandt “did not see the car at all”.", [MARA]),
    (
        (
            "Brandt pleaded guilty. “I did not see the car,” he told the court through tears. “I am so "
            "sorry for everything.”"
        ),
        [IVO, IVO],
    ),
    ("Addressing the court, a tearful Brandt said: “I am so sorry for everything.”", [IVO]),
    ("Brandt, visibly upset, said: “I am so sorry for everything.”", [IVO]),
    ("Brandt — visibly upset — said: “I am so sorry for everything.”", [IVO]),
    (("“I'm so sorry for what I did,” said Brandt. Horvat replied: “I will never forgive you for this.”"), [IVO, ANA]),
    ("Dr. Ana Horvat, M.D., a cardiologist, said “patients should not stop taking the drug.”", [ANA]),
    ("Horvat, along with Brandt, said that “patients should not stop taking the drug.”", [ANA]),
    ("The singer Ana Horvat has died aged 90. Her son, Ivo Brandt, said: “She sang to the very end.”", [IVO]),
    ("The singer Ana Horvat has died aged 90. Her son said: “She sang to the very end.”", [None]),
    ("Ana Horvat, who has died aged 90, once said: “I sing to the very end.”", [ANA]),
]


@pytest.mark.parametrize(("raw", "speakers"), SPEAKERS)
def test_it_finds_the_subject(raw: str, speakers: list[str | None]) -> None:
    assert [name for _, name in spoken(raw, *CAST)] == speakers
