import pytest

from tests.text.typed import spoken

ANA, IVO, MARA, TOMAS = CAST = "Ana Horvat", "Ivo Brandt", "Mara Lind", "Tomas Reed"

SPEAKERS = [
    ("A student named Ana Horvat posted a picture.\n“Super proud of our art work here,” she tweeted.", [ANA]),
    (
        (
            "In December, a woman in the audience at a Brandt campaign event in Brod asked him: “Do you "
            "think all of us are fools?”"
        ),
        [None],
    ),
    ("“We’re not measuring ourselves against that,” said Horvat campaign chairman Ivo Brandt.", [IVO]),
    (("“We’re not measuring ourselves against that,” Horvat campaign chairman Ivo Brandt told reporters."), [IVO]),
    (
        (
            "Horvat press secretary Ivo Brandt issued a statement. “We’re not measuring ourselves against "
            "that,” he said."
        ),
        [IVO],
    ),
    (
        (
            "Mr. Brandt, noting that the party's “races are not as easy as the last one,” added: “I’m "
            "worried about the turnout.”"
        ),
        [IVO, IVO],
    ),
    (
        ("“It is time for us to work together” and to pass the bill, Mr. Brandt said. “Or else we’ll lose again.”"),
        [IVO, IVO],
    ),
    (
        ("“Not me at all, no,” said Horvat, 21, shaking her head so furiously that her hat fell. “I don’t want it.”"),
        [ANA, ANA],
    ),
    (
        (
            "Asked about it, Brandt’s campaign manager Ana Horvat did not apologize, but said Brandt was "
            "worried: “It’s pretty rattling for anybody. So I excuse him,” Horvat told CNN."
        ),
        [ANA],
    ),
    (
        (
            "Hammering Horvat once again, Brandt said news that the former minister met donors “is further "
            "proof of a rotten system.”"
        ),
        [IVO],
    ),
    (
        (
            "Her friend Ana Horvat, 20, a student from Brod, chimed in. “I did not think, until this year, "
            "I would vote.”"
        ),
        [ANA],
    ),
    (
        (
            "Horvat, who hugged Brandt while wearing a cape bearing the words, “I’m with Mister President,” "
            "shouted, “In three days, let’s make history!”"
        ),
        [ANA],
    ),
    (
        (
            "“I’m not absolute on all his policies,” one said. “He lies too much to us.”\n“Even so, he is "
            "what our country needs.”"
        ),
        [None, None, None],
    ),
    (
        (
            "“It’s kind of become a big joke,” said Ana Horvat, 20, a nursing student. Earlier that day, "
            "she said, her friends had laughed.\n“It shouldn’t be funny, but it is.”"
        ),
        [ANA, ANA],
    ),
    (("Trump Jr. aside, Brandt Foundation executive Ana Horvat said “the whole thing is a joke to them.”"), [ANA]),
    ("Ana Horvat Jr. said “the whole thing is a joke to them.”", [ANA]),
    ("Horvat allies such as Brandt said “the whole thing is a joke to them.”", [None]),
    ("Brandt told the crowd that Horvat had called him “a threat to all that we hold dear.”", [ANA]),
    ("Brandt was asked by Horvat whether he was “a threat to all that we hold dear.”", [ANA]),
    ("Of all the people in the room, only Horvat said: “Leave that man alone right now.”", [ANA]),
    ("Not even Horvat would say “leave that man alone right now.”", [ANA]),
    ("Neither Brandt nor Horvat said: “Leave that man alone right now.”", [None]),
    (
        (
            "“Leave that man alone,” cried Horvat from the gallery. Brandt looked up. “Thank you for that, "
            "ma’am,” he said."
        ),
        [ANA, IVO],
    ),
    ("Brandt’s first wife, Ana Horvat, said she had begged him: “Leave that man alone right now.”", [ANA]),
    ("Horvat (pictured) said: “Leave that man alone right now.”", [ANA]),
    ("Horvat, pictured left with Brandt, said: “Leave that man alone right now.”", [ANA]),
    ("Horvat, of Mill Lane, Brod, said: “Leave that man alone right now.”", [ANA]),
    ("Horvat, from Brod, who has three children with Brandt, said: “Leave that man alone right now.”", [ANA]),
    ("Horvat – who has three children – said: “Leave that man alone right now.”", [ANA]),
    ("Chief constable Ana Horvat QPM said: “Leave that man alone right now.”", [ANA]),
    ("Chair of the committee Ana Horvat said: “Leave that man alone right now.”", [ANA]),
    ("Chair of the committee, Ana Horvat, said: “Leave that man alone right now.”", [ANA]),
    ("The committee’s chair, Ana Horvat MP, said: “Leave that man alone right now.”", [ANA]),
    ("Ana Horvat, MP for Brod, said: “Leave that man alone right now.”", [ANA]),
    ("Ana Horvat, head of policy at the charity Shelter Now, said: “Leave that man alone right now.”", [ANA]),
    (
        ("Responding to the ruling, Ana Horvat from the charity Shelter Now said: “Leave that man alone right now.”"),
        [ANA],
    ),
    ("Shelter Now’s Ana Horvat said: “Leave that man alone right now.”", [ANA]),
    ("Charity boss Ana Horvat has said “that man must be left alone right now”.", [ANA]),
    ("Charity boss Ana Horvat has hit out at Brandt, saying “that man must be left alone right now”.", [ANA]),
    ("Ana Horvat has hit out at Brandt, branding him “a man who must be left alone”.", [ANA]),
    (
        ("Ana Horvat took to Instagram to share her joy. “What a day to remember that was,” she captioned the photo."),
        [ANA],
    ),
    ("The star, 34, wrote on Instagram: “What a day to remember that was.” Ana Horvat wed in May.", [None]),
    ("Ana Horvat wed in May. The star, 34, wrote on Instagram: “What a day to remember that was.”", [ANA]),
    (
        (
            "A fan commented: “What a day to remember that was.” Another added: “You look so lovely in "
            "that.” Ana Horvat smiled."
        ),
        [None, None],
    ),
    ("One fan told Horvat: “What a day to remember that was.”", [None]),
    ("A source told The Sun: “Ana Horvat is over the moon.”", [None]),
    ("An insider said of Horvat: “She is over the moon about it.”", [None]),
    ("A friend of the couple said Horvat was “over the moon about the whole thing”.", [None]),
    ("Her mum, Ana Horvat, 55, said: “She is over the moon about it.”", [ANA]),
    ("Mum-of-three Ana Horvat said: “I am over the moon about it.”", [ANA]),
    ("The mum-of-three said: “I am over the moon about it.”", [None]),
    ("Ana Horvat won the jackpot. The mum-of-three said: “I am over the moon about it.”", [ANA]),
    ("Reuters quoted Brandt as saying the deal was “as good as dead in the water”.", [IVO]),
    ("Brandt was cited by Reuters as saying “the deal is as good as dead”.", [IVO]),
    ("State news agency TASS cited Brandt as saying: “The deal is as good as dead.”", [IVO]),
    ("“The deal is as good as dead,” Brandt was quoted as saying by TASS.", [IVO]),
    ("“The deal is as good as dead,” Interfax quoted Brandt as saying.", [IVO]),
    ("“The deal is as good as dead,” TASS quoted a source as saying. Ivo Brandt is ill.", [None]),
    ("“The deal is as good as dead,” the agency quoted Brandt as telling reporters.", [IVO]),
    ("“The deal is as good as dead,” Brandt is reported to have said.", [IVO]),
    ("Brandt is said to have told Horvat that “the deal is as good as dead”.", [IVO]),
    ("Brandt is understood to have said “the deal is as good as dead”.", [IVO]),
    ("According to Brandt, Horvat said “the deal is as good as dead”.", [ANA]),
    ("Horvat said, according to Brandt, that “the deal is as good as dead”.", [ANA]),
    ("“The deal is as good as dead,” Horvat said, according to Brandt.", [ANA]),
    ("Horvat said that, in her view, “the deal is as good as dead”.", [ANA]),
]


@pytest.mark.parametrize(("raw", "speakers"), SPEAKERS)
def test_it_finds_the_head_of_the_phrase(raw: str, speakers: list[str | None]) -> None:
    assert [name for _, name in spoken(raw, *CAST)] == speakers
