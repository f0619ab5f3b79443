"""Who is who: shorter namings, relatives, namesakes, and headlines before anybody has been introduced."""

import time

import pytest

from articles.text.report import Role
from tests.text.people.test_names import people

# Who is who: the text, then each person with all the places where he or she is named.
LINKS = """
Governor Ann Tolley resigned. Tolley, 61, gave no reason. "I am tired," Tolley said. \
=> Ann Tolley: Ann Tolley, Tolley, Tolley
Tolley resigned on Friday. Governor Ann Tolley gave no reason. => Ann Tolley: Tolley, Ann Tolley
Ramon Villar Jr won the seat. His father, the former senator Ramon Sr, died in May. Villar wept. \
=> Ramon Villar Jr: Ramon Villar Jr, Villar | Ramon Villar Sr: Ramon Sr
The spokesman Rustam Normatov said no. He denied that Foreign Minister Normatov, who is not related to him, had left. \
=> Rustam Normatov: Rustam Normatov | Normatov: Normatov
Moon and Trump spoke by telephone. President Donald Trump was in the air. => Moon: Moon | Donald Trump: Trump, Donald Trump
President Putin said no. Vladimir Putin smiled. => Vladimir Putin: Putin, Vladimir Putin
Xi Jinping flew to Hanoi. Xi said he was pleased. => Xi Jinping: Xi Jinping, Xi
Kim Jong Un rode a white horse. Kim said it was fast. => Kim Jong Un: Kim Jong Un, Kim
Mohammed bin Salman said no. Bin Salman left, and bin Salman came back. \
=> Mohammed bin Salman: Mohammed bin Salman, Bin Salman, bin Salman
Bashar al-Assad said no. Assad left and al-Assad returned. => Bashar al-Assad: Bashar al-Assad, Assad, al-Assad
Andrés Manuel López Obrador said yes. López Obrador smiled. \
=> Andrés Manuel López Obrador: Andrés Manuel López Obrador, López Obrador
Virgil van Dijk scored. Van Dijk said van Dijk was happy. => Virgil van Dijk: Virgil van Dijk, Van Dijk, van Dijk
John and Jane Smithers said they heard nothing. => John Smithers: John | Jane Smithers: Jane Smithers
Barack and Michelle Obama waved. Barack Obama spoke. \
=> Barack Obama: Barack, Barack Obama | Michelle Obama: Michelle Obama
President Joe Biden and his wife, Jill Biden, waved. Biden spoke. \
=> Joe Biden: Joe Biden, Biden | Jill Biden: Jill Biden
Paul Renner sued his brother Mark Renner. Mark said he was sorry. Renner was not. \
=> Paul Renner: Paul Renner, Renner | Mark Renner: Mark Renner, Mark
Ali Haddad met Sara Haddad. Mrs Haddad wept and Mr Haddad left. \
=> Ali Haddad: Ali Haddad, Haddad | Sara Haddad: Sara Haddad, Haddad
Volodymyr Zelenskyy spoke. Zelensky waved. => Volodymyr Zelenskyy: Volodymyr Zelenskyy, Zelensky
Donald Trump won. The Trump administration said so, and a Trump aide agreed. => Donald Trump: Donald Trump, Trump, Trump
Donald Trump spoke at Trump Tower for the Trump Organization. => Donald Trump: Donald Trump
Joe Biden left. Biden-era rules stay. => Joe Biden: Joe Biden, Biden
Denzel Washington flew to Washington. Washington said he was tired. => Denzel Washington: Denzel Washington, Washington
Gerald Ford drove a Ford. Ford said it was slow. => Gerald Ford: Gerald Ford, Ford
Theresa May resigned in May. May said she was sad. => Theresa May: Theresa May, May
However Smith said no, and now Biden said yes. Joe Biden and Ann Smith met. \
=> Ann Smith: Smith, Ann Smith | Joe Biden: Biden, Joe Biden
George W. Bush spoke. George Bush smiled, and Bush left. => George W. Bush: George W. Bush, George Bush, Bush
Kane said his leg was fine. "It is fine," Kane said. => Kane: Kane, Kane
Mr Dalgleish told the court he slept. Dalgleish left. => Dalgleish: Dalgleish, Dalgleish
The striker Marcus Rashford scored twice. Rashford's second was fine. => Marcus Rashford: Marcus Rashford, Rashford
""".strip().splitlines()


@pytest.mark.parametrize("line", LINKS)
def test_it_tells_who_is_who(line: str) -> None:
    text, wanted = line.split(" => ")
    found = [f"{p.name}: {', '.join(m.surface for m in p.mentions)}" for p in people(text)]
    assert found == wanted.split(" | ")


HEADLINES = """
Tolley Quits as Governor Over Road Scandal => Tolley
TOLLEY QUITS AS GOVERNOR OVER ROAD SCANDAL => TOLLEY
Why Ann Tolley Had To Go => Ann Tolley
Former Governor Tolley Charged With Fraud, Judge Says => Tolley
Federal Judge Restores Funding for Gateway Rail Tunnel Project =>
How Tolley's Downfall Split the Party => Tolley
Roads To Nowhere: What We Know So Far =>
Who is Ann Tolley? => Ann Tolley
""".strip().splitlines()


@pytest.mark.parametrize("line", HEADLINES)
def test_it_reads_a_headline_by_what_the_text_says(line: str) -> None:
    headline, _, wanted = line.partition(" =>")
    raw = f"{headline}\nGovernor Ann Tolley resigned on Friday over a road that was never built, her office said."
    [person] = people(raw, Role.HEADLINE)
    assert person.name == "Ann Tolley"
    in_headline = [m.surface for m in person.mentions if m.start < len(headline)]
    assert in_headline == wanted.split()[:0] + ([wanted.strip()] if wanted.strip() else [])


def test_it_reads_a_long_list_of_namesakes_in_time() -> None:
    letters = "abcdefghijklmnopqrst"
    given = [f"{a}a{b}o{c}".capitalize() for a in letters for b in letters for c in letters]
    raw = "\n".join(f"{name} Horvat, 40, a nurse, said no." for name in given[:4000])
    begin = time.process_time()
    found = people(raw)
    assert time.process_time() - begin < 10
    assert len(found) > 3000
