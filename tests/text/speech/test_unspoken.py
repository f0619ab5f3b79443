import pytest

from tests.text.typed import spoken

ANA, IVO, MARA, TOMAS = CAST = "Ana Horvat", "Ivo Brandt", "Mara Lind", "Tomas Reed"

SPOKEN = [
    ("Police said the man was known as ‘The Fox’ and had ‘no fixed address’.", []),
    (
        "‘It’s all over,’ said Horvat. ‘The players’ union won’t budge, and that’s that.’",
        [("It’s all over,", ANA), ("The players’ union won’t budge", ANA)],
    ),
    (
        "'It's all over,' said Horvat. 'The players' union won't budge, and that's that.'",
        [("It's all over,", ANA), ("The players' union", ANA)],
    ),
    (
        "She said 'the players' union won't budge an inch this time' and left. Ana Horvat is 40.",
        [("the players' union won't budge an inch", None)],
    ),
    ("Horvat said: ‘He told me, “I’m not going anywhere”, and I believed him.’", [("He told me, “I’m not going", ANA)]),
    ("Horvat said: “He told me, ‘I’m not going anywhere’, and I believed him.”", [("He told me, ‘I’m not", ANA)]),
    ("\"I said to him, 'Why now?'\" Horvat recalled.", [("I said to him, 'Why now?'", ANA)]),
    (
        '"He said \'no\'," said Horvat, "and that was the end of it all."',
        [("He said 'no',", ANA), ("and that was the end", ANA)],
    ),
    (
        "Brandt’s debut, ‘A House by the Sea’, won a prize. ‘I cried for a week,’ he said.",
        [("I cried for a week,", IVO)],
    ),
    ("The film “A House by the Sea” opens on Friday. “I cried,” said Brandt.", [("I cried,", IVO)]),
    ("Brandt directed “A House by the Sea” and “The Last Summer of My Life.”", []),
    ("In “The Last Summer of My Life,” Brandt plays a priest.", []),
    ("“The Last Summer of My Life,” directed by Ivo Brandt, opens on Friday.", []),
    ("Her latest book, “How to be happy in ten easy steps,” is out now, Horvat said.", []),
    ("The hashtag “we will not be silenced again” trended.", []),
    ("Protesters chanted “we will not be silenced again” outside.", [("we will not be silenced", None)]),
    ("They carried signs saying “Hands off our river” and “Not in our name, not ever”.", []),
    ("A sign on the door said “back in five minutes or so”.", []),
    ("“Back in five minutes or so,” said the sign on the door.", []),
    ("The word “resilience” appears 40 times. The term “a just and fair transition” appears once.", []),
    ("The so-called “law on the protection of the nation” passed.", []),
    ("The game, which translates as “run as fast as you can”, is popular.", []),
    ("The company's “move fast and break all things” culture was blamed.", []),
    ("He got a “get out of jail free” card.", []),
    ("His “I have a dream that one day” speech is famous.", []),
    ("Dwayne “The Rock” Brandt was there. Ivo “Iron” Brandt too.", []),
    ("Headlined “Why we must all leave the city now”, the article went viral.", []),
    ("Article 5 says that “an armed attack against one is an attack against all”.", [("an armed attack", None)]),
    ("The letter, seen by this paper, says: “We regret that we cannot pay you.”", [("We regret", None)]),
    ("“We regret that we cannot pay you,” the letter said. Horvat wept.", [("We regret", None)]),
    (
        "The album, “Songs in the Key of B Flat,” was made by Brandt. “I wrote it in a week,” he said.",
        [("I wrote it in a week,", IVO)],
    ),
    (
        "“The council is listening,” Horvat said; “the council is always, always listening.”",
        [("The council is listening,", ANA), ("the council is always", ANA)],
    ),
    ("“We did it!” shouted Brandt.", [("We did it!", IVO)]),
    (
        "“Will it work?” he asked. “Nobody knows.” Ivo Brandt shrugged.",
        [("Will it work?", None), ("Nobody knows.", None)],
    ),
    ("“Well …” said Brandt, “it depends on the weather.”", [("Well …", IVO), ("it depends on the weather.", IVO)]),
    ("Brandt: “Will it work?” Horvat: “Nobody knows for sure.”", [("Will it work?", IVO), ("Nobody knows", ANA)]),
    ("“‘Never again’ is what we said,” Horvat told the crowd.", [("‘Never again’ is what we said,", ANA)]),
    ("“We need ‘a new deal’ for Brod,” Horvat said.", [("We need ‘a new deal’ for Brod,", ANA)]),
    ("Horvat described it as ‘shameful’, ‘wrong’ and ‘a betrayal of all of our values’.", [("a betrayal of all", ANA)]),
    (
        "Horvat said the deal was “dead,” “finished” and “never coming back to this house.”",
        [("never coming back", ANA)],
    ),
    ("The £4m plan, which Horvat called “bonkers”, was dropped.", []),
    ("Horvat joked that he was “a bit of a wally really”.", [("a bit of a wally really", ANA)]),
    (
        ("He asked: “Who goes there?” No one answered. Ivo Brandt waited. “Who goes there?” he asked again."),
        [("Who goes there?", None), ("Who goes there?", IVO)],
    ),
    ("Brandt said, “We won’t go back to the old days. We won’t.”", [("We won’t go back", IVO)]),
    (
        "“We’re done,” Brandt said. “Done, done, done.” He then left the room. “Goodbye,” he added.",
        [("We’re done,", IVO), ("Done, done, done.", IVO), ("Goodbye,", IVO)],
    ),
    (
        'Mr. Brandt said, "It\'s a great day for the team." "We\'re very proud," Ms. Lind added.',
        [("It's a great day", IVO), ("We're very proud,", MARA)],
    ),
    ("“This is not normal. This is not OK,” said Horvat", [("This is not normal.", ANA)]),
    (
        "“This is not normal” Horvat said “and it is not OK with any of us”",
        [("This is not normal", ANA), ("and it is not OK", ANA)],
    ),
    ("As Horvat says: “This is not a normal year for us.”", [("This is not a normal", ANA)]),
    ("As Horvat put it, “this is not a normal year for us”.", [("this is not a normal", ANA)]),
    ("Or, as Horvat put it: “This is not a normal year.”", [("This is not a normal", ANA)]),
    ("To quote Horvat: “This is not a normal year.”", [("This is not a normal", ANA)]),
    ("Quoting Horvat, Brandt said: “This is not a normal year.”", [("This is not a normal", IVO)]),
    ("Horvat's statement in full: “This is not a normal year for us.”", [("This is not a normal", ANA)]),
    ("Horvat's first words were “this is not a normal year”.", [("this is not a normal", ANA)]),
    ("Horvat's first words on the stage: “This is not a normal year.”", [("This is not a normal", ANA)]),
    ("Horvat's reaction? “This is not a normal year.”", [("This is not a normal", ANA)]),
    ("Horvat on Brandt: “He is not a normal man.”", [("He is not a normal", ANA)]),
    ("Horvat, on her new job: “This is not a normal year.”", [("This is not a normal", ANA)]),
    (
        "The mayor's message to the people of Brod: “Stay at home and stay warm.” Ana Horvat left.",
        [("Stay at home", None)],
    ),
    ("“Stay at home and stay warm” is the message from Horvat.", [("Stay at home", ANA)]),
    ("“Stay at home and stay warm” was Horvat's message.", [("Stay at home", ANA)]),
    ("The message from Horvat was “stay at home and stay warm”.", [("stay at home", ANA)]),
    ("There was a note from Horvat: “Stay at home and stay warm.”", [("Stay at home", ANA)]),
]


@pytest.mark.parametrize(("raw", "expected"), SPOKEN)
def test_it_tells_speech_from_titles_and_signs(raw: str, expected: list[tuple[str, str | None]]) -> None:
    found = spoken(raw, *CAST)
    assert [name for _, name in found] == [name for _, name in expected]
    assert all(text.startswith(start) for (text, _), (start, _) in zip(found, expected, strict=True))


UNSPOKEN = [
    "The exhibition, “The Road to the Sea and Back”, runs until May.",
    "He was best known for the 1970s hit “I want to hold on to you”.",
    "The single “don’t let the rain come down again” went to number one.",
    "Their motto is “one for all and all for one”.",
    "The group, which calls itself “Citizens for a Quiet and Clean River”, sued.",
    "The ruling party's slogan, “Forward with the people”, was everywhere.",
    "The company trades as “the shop at the end of the road”.",
    "The suspect, nicknamed “the man with the golden tooth”, fled.",
    "The street is known locally as “the road that goes to nowhere”.",
    "It is what locals call “the road that goes to nowhere”.",
    "The subject line read “Re: the meeting we never had”.",
    "The chapter “How I learned to stop worrying” is the best.",
    "A banner above the gate reads “Work is the best medicine of all”.",
    "The inscription on the bell says “I call the living to prayer”.",
    "Graffiti on the wall said “the king has no clothes on”.",
    "Fans held up cards spelling out “thank you for all of it”.",
    "The phrase “to whom it may concern” is dead.",
    "The show, “Dancing with the Neighbours' Dogs,” returns in May, Horvat said.",
    "Her role in “Dancing with the Neighbours' Dogs” made her a star.",
    "“Dancing with the Neighbours” and “The Long Way Back Home” are up for awards.",
    "The book's title, “How we broke the sea”, is apt.",
    "In a chapter titled “What we owe the sea”, she argues for a tax.",
    "The paper ran the headline “All is lost on the bridge”.",
    "Operation “Wind from the Northern Grey Sea” began.",
    "He scored the so-called “goal of the century so far”.",
    "The “right to be forgotten by everyone” law passed.",
    "The label says “keep away from children and pets”.",
    "The crowd sang “You'll Never Walk Alone Again”.",
    "Mara “Queen of the Mile” Lind won.",
    "“Queen of the Mile” Mara Lind won again.",
    "The proverb “the early bird gets the worm” holds.",
    "The pub is called “The Dog and the Other Dog”.",
    "They named the boat “Over the hills and far away”.",
    "The boat, “Over the hills and far away”, sank.",
]


@pytest.mark.parametrize("raw", UNSPOKEN)
def test_it_takes_no_title_label_or_sign_for_speech(raw: str) -> None:
    assert spoken(raw, *CAST) == []
