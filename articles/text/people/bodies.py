"""Signs beside a name that it is a company's, a ship's or a place's: "Harlow Finch, a law firm", "shares of Harlow Finch"."""

from articles.text.people.lexicon import COMMON_GIVEN, GIVEN, HONORIFIC, HUMAN, PLACE, PLURAL_ROLE, ROLE, SAY, WORD
from articles.text.people.tokens import CAPITAL, INITIAL, LOWER, MARK, Token

# What a name is said to be after a comma: "Harlow Finch, the world's largest maker of lifts".
_BODIES = frozenset(
    "company firm group giant bank maker conglomerate consultancy contractor startup start-up chain retailer lender insurer brewer carmaker"
    " automaker chipmaker drugmaker manufacturer airline subsidiary unit arm venture consortium corporation cooperative co-operative agency"
    " charity nonprofit non-profit organisation organization foundation institute think-tank party movement union federation club team band"
    " newspaper magazine website broadcaster publisher label studio platform app brand product drug game ship ferry vessel tanker trawler"
    " freighter boat yacht liner barge tug village town city suburb township hamlet port peak mountain volcano river lake island islet strait"
    " hill district region province municipality neighbourhood neighborhood resort hotel restaurant pub hospital school university museum"
    " stadium racehorse horse dog cat developer operator supplier exporter importer distributor brokerage hedge fund refinery factory plant"
    " utility coalition alliance newspaper periodical weekly tabloid daily film novel song album play opera series sitcom poem painting".split()
)
_DETERMINERS = frozenset("a an the its another one".split())
_ENDS_NOUN = frozenset(
    "of in for at on from with to near by that which who whose where and or but based owned listed made run built founded".split()
)
_LEGAL = frozenset("plc ltd limited inc llc llp gmbh ag sa corp bhd sdn pte pty pvt tbk oyj srl spa nv bv".split())
_PAPERS = frozenset("shares stock bonds shareholders investors".split())
_STAFF = frozenset("analysts workers employees staff economists strategists executives shareholders engineers".split())
_OWNERS = frozenset("his her their the a its this that with".split())
_MONEYED = frozenset(
    "stake stakes shares merger takeover acquisition subsidiary shareholders owner owners unit board investors".split()
)
_OWNING = frozenset("in of with by".split())
_SHIPS = frozenset("mv m/v ss uss hms hmas hmcs mt ms rms fv f/v mts sv ins brp krv kri km lct mtug".split())
_CLIMBED = frozenset("climbed climbing climbs summited summiting scaled scaling aboard".split())
_PARTS_OF_PLACES = frozenset(
    "face summit slopes foothills flank flanks peak coast shores shore waters outskirts suburbs streets ridge banks port harbour harbor"
    " villages towns districts island islands airport mouth".split()
)
_WORKS = frozenset(
    "film films movie novel novels play plays song songs album albums series sitcom opera musical book books painting poem ballet memoir"
    " documentary sequel single thriller drama comedy called titled entitled show in for".split()
)
_PLAYING = frozenset("plays played playing portrays portrayed portraying".split())
_STAGED = frozenset("film movie soap series drama show sitcom comedy musical play opera novel remake biopic".split())
_AT_SEA = frozenset(
    "sank coast capsized anchored moored sunk aground shore waters water boat ship minutes miles".split()
)
_LONGEST_NOUN = 9


def names_body(tokens: list[Token], first: int, last: int) -> bool:
    """Whether what stands beside tokens[first:last] says that this is no person but a body, a ship or a place."""
    start = first
    while start and tokens[start - 1].kinds & HONORIFIC and tokens[start - 1].shape == CAPITAL:
        start -= 1
    if start != first:
        return _is_ship(tokens, start) or _is_title(tokens, start, last) or _is_part(tokens, start, last)
    head = tokens[first].kinds
    known = bool(head & COMMON_GIVEN and not head & (WORD | PLACE)) or last - first < 2
    return _after(tokens, last, known) or _before(tokens, first) or _is_part(tokens, first, last)


def _is_ship(tokens: list[Token], first: int) -> bool:
    return bool(first) and tokens[first - 1].low in _SHIPS and tokens[first - 1].shouted


def _is_title(tokens: list[Token], first: int, last: int) -> bool:
    """ "Mister Rowan" in quotation marks of its own is a film or a book."""
    if not first or tokens[first - 1].low not in "\"“‘'«":
        return False
    end = last
    if end < len(tokens) and tokens[end].low in (",", "."):
        end += 1
    if end >= len(tokens) or tokens[end].low not in "\"”’'»" or tokens[end].shape != MARK:
        return False
    return not any(t.kinds & SAY and t.shape == LOWER for t in tokens[end + 1 : end + 4])


def _is_part(tokens: list[Token], first: int, last: int) -> bool:
    """ "plays Rosa Thorn in the film", "in the role of Rosa Thorn": somebody made up."""
    if first < 2:
        return False
    one, two = tokens[first - 1], tokens[first - 2]
    if one.low == "of" and two.low in ("role", "part", "character"):
        return True
    if one.low not in _PLAYING or last + 1 >= len(tokens) or tokens[last].low != "in":
        return False
    return any(t.low in _STAGED for t in tokens[last + 1 : last + 6])


def _employs(after: Token, beyond: Token) -> bool:
    """ "Barton Keane analyst Ken Lund", "Barton Keane employees"."""
    if after.low in _STAFF and after.shape == LOWER:
        return True
    role = after.kinds & ROLE and not after.kinds & (SAY | HUMAN) and (after.shape == LOWER or after.shouted)
    return bool(role) and beyond.shape == CAPITAL and beyond.space and bool(beyond.kinds & GIVEN)


def _after(tokens: list[Token], last: int, known: bool) -> bool:
    after = tokens[last] if last < len(tokens) else None
    if after is None or tokens[last - 1].possessive:
        return False
    beyond = tokens[last + 1] if last + 1 < len(tokens) else None
    if after.low in _LEGAL and after.shape in (CAPITAL, LOWER, INITIAL) and after.space and after.low != "sa":
        return True
    if beyond is None:
        return False
    if after.low == "(":  # "(U) Limited", "(Pty) Ltd"
        return last + 3 < len(tokens) and tokens[last + 2].low == ")" and tokens[last + 3].low in _LEGAL
    if after.low in _PAPERS and after.shape == LOWER and beyond.shape == LOWER:
        return beyond.low not in _OWNERS
    if not known and _employs(after, beyond):
        return True
    if not known and after.low in ("says", "said") and beyond.low == "its":
        return True
    if not known and after.low == "," and beyond.low == "which" and last + 2 < len(tokens):
        return tokens[last + 2].shape == LOWER and tokens[last - 1].space
    return after.low in (",", "is", "was") and _apposed(tokens, last + 1)


def _apposed(tokens: list[Token], at: int) -> bool:
    """ ", a British engineering group without": the head of the noun after the comma is a body."""
    if tokens[at].low not in _DETERMINERS:
        owner = next((n for n in range(at, min(at + 4, len(tokens))) if tokens[n].possessive), None)
        if owner is None or any(tokens[n].shape != CAPITAL for n in range(at, owner + 1)):
            return False
    head = None
    for n in range(at + 1, min(at + _LONGEST_NOUN, len(tokens))):
        token = tokens[n]
        if (token.shape == MARK and token.low not in "-’'") or (token.shape == LOWER and token.low in _ENDS_NOUN):
            break
        if token.shape == LOWER and token.kinds & SAY and not token.kinds & ROLE:
            break
        head = token if token.shape == LOWER else None
    return head is not None and head.low in _BODIES


def _before(tokens: list[Token], first: int) -> bool:
    if _is_ship(tokens, first):
        return True
    if first < 2:
        return False
    one, two = tokens[first - 1], tokens[first - 2]
    if (one.low in _CLIMBED and one.shape == LOWER) or (one.low == "of" and two.low in _PARTS_OF_PLACES):
        return True
    if one.low in "\"“‘'«" and one.shape == MARK and two.low in _WORKS and two.shape == LOWER:
        return True
    if one.low == "with" and two.low in ("merged", "merge", "merges", "merging"):
        return True
    if one.low == "off" and two.shape == LOWER and two.low in _AT_SEA:
        return True
    if one.low == "at" and one.shape == LOWER and two.shape == LOWER:
        return bool(two.kinds & (ROLE | PLURAL_ROLE)) and not two.kinds & (SAY | HUMAN)
    return one.low in _OWNING and two.low in _MONEYED and two.shape == LOWER


def ends_as_place(tokens: list[Token], last: int) -> bool:
    """ "Baja California Sur", "Punta Gorda": the last word is a part of places and of no person."""
    return tokens[last - 1].low in ("sur", "norte") and bool(tokens[last - 2].kinds & PLACE)
