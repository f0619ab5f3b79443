"""Outlets: who published a report, where a line states it or other evidence tells."""

import re
from collections.abc import Iterable

from articles.text.anatomy.stamps import before_day
from articles.text.people.lexicon import ROLE, WORD, fold, lexicon
from articles.text.report import Block, Role, SourceReading
from articles.text.typography import Passage, passage

_PAPER = (
    r"Times|Post|Herald|News|Gazette|Tribune|Daily|Courier|Chronicle|Standard|Star|Sun|Mirror|Guardian|Telegraph|Independent|Observer|"
    r"Journal|Echo|Argus|Examiner|Press|Record|Mail|Express|Nation|Vanguard|Punch|Mercury|Globe|Register|Sentinel|Bulletin|Dispatch|Leader|"
    r"Advertiser|Agency|Wire|Wire Service|Service|Network|Broadcasting|Radio|Television|TV|Review|Monitor|Ledger|Inquirer|Enquirer|Citizen|Voice|"
    r"Today|Weekly|Magazine|Report|Reporter|Beacon|Banner|Messenger|Observatory|World Service|Online|Digest|Insider|Politico|Media|FM"
)
_TRADE = frozenset(
    "the daily evening morning sunday saturday weekly national new free wire news world business city harbour port".split()
)
_OUTLET_LINE = re.compile(
    rf"\A(?:The |THE )?[A-Z][\w.'’&-]*\s(?:(?:[A-Z][\w.'’&-]*|&|and)\s){{0,4}}?(?:{_PAPER}|{_PAPER.upper()})(?:\s(?:Online|News|Agency|Service|Network|Magazine|\([A-Z][A-Za-z ]{{1,24}}\)))?\Z|\A(?:[a-z0-9-]+\.){{1,2}}(?:com|org|net|co\.\w\w|news|info|[a-z]{{2}})\Z"
)
_NAME = r"(?P<name>(?:The )?[A-Z0-9][\w.&/'-]*(?:[ ](?:of|the|and|de|[A-Z][\w.&/'-]*)){0,5}?)"
_STATED = (
    re.compile(
        rf"\b(?:[Oo]riginally|[Ff]irst)\s(?:published|appeared|posted)\s(?:by|in|on|at)\s(?:the website of )?{_NAME}(?=[\s]*(?:[.,;:(|]|\Z|on\b|in\b|under\b|and\b|at\b|as\b))"
    ),
    re.compile(rf"\A\W{{0,3}}(?:[Oo]riginally )?[Pp]ublished by:?\s{_NAME}(?=[.,;:(|]|\Z|\son\b)"),
    re.compile(
        rf"\A\W{{0,3}}(?:[Rr]epublished|[Rr]eprinted|[Rr]eproduced)\s(?:from|with (?:the )?permission (?:of|from)|courtesy of)\s{_NAME}(?=[.,;:(|]|\Z|\sunder\b)"
    ),
    re.compile(
        rf"(?:©|\([cC]\)|\b[Cc]opyright)\s?(?:©\s?|\([cC]\)\s?)?(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?,?\s)?(?:by )?{_NAME}(?:\s\d{{4}})?(?=[.,;:(|–—]|\Z|\s-|\sAll\b|\sall\b)"
    ),
    re.compile(rf"\A(?:Source|SOURCE|Publisher|Outlet|Publication|Newspaper)\s?:?\s{_NAME}\W?\Z"),
)
_THING = r"(?:newsletters?|(?:[A-Z][\w-]*\s){0,3}(?:Live )?Briefing|coverage|app|podcasts?|journalism|reporting|website|newsroom|reporters|journalists|WhatsApp|Telegram|YouTube|Facebook|email|morning|daily|weekly|free|breaking|live|latest|top|in-depth)"
_INFERRED = (
    re.compile(rf"{_NAME}[’']s?\s(?:[A-Za-z]+\s){{0,2}}?{_THING}\b"),
    re.compile(
        rf"\b(?:[Ff]ollow|[Ll]ike|[Jj]oin|[Ss]upport|FOLLOW|SUPPORT)\s{_NAME}(?=\son\s|\sby\b|\sthrough\b|\sand\s|\W*\Z)"
    ),
    re.compile(
        rf"\b(?:[Ss]ign up (?:for|to)|[Ss]ubscribe to|[Dd]ownload|[Gg]et|[Jj]oin|[Vv]isit|[Rr]ead more (?:from|at|on|in)|[Mm]ore (?:from|at|on))\s(?:[Tt]he\s(?=[A-Z]))?{_NAME}(?=\s(?:newsletter|app|website|e-?mail|podcast|daily|morning|weekly|briefing|WhatsApp|Telegram|channel|Newsletter|App)|\sfor\b|\W*\Z)"
    ),
)
_NOT_AN_OUTLET = re.compile(
    r"\A(?:Us|Our|The|This|Your|You|We|It|Here|Now|Today|For|All|More|Click|Sign|Subscribe|Get|Follow|Share|Twitter|Facebook|X|Instagram|WhatsApp|Telegram|YouTube|"
    r"Google|Apple|Read|See|In|On|A|An|And|To|Of|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Photo|Image|Newsletter|Don|What|Let|That|There|Who|How|"
    r"Alert|Alerts|Breaking|News|Live|Daily|Morning|Weekly|World|Terms|All rights|Rights|\d+)\Z"
)


def is_outlet_line(text: str) -> bool:
    """Whether a short line is the name of an outlet and nothing else: "The Harbour Times", "skelbynews.com"."""
    if len(text) > 48 or not _OUTLET_LINE.match(text):
        return False
    words = text.split("(", 1)[0].split()
    return text.islower() or all(_may_be_in_a_title(word) for word in words[:-1])


def outlet_of(text: str) -> str:
    """The outlet that a short line names, alone or with the day behind it ("The Harbour Times, 5 March"); else ""."""
    name = before_day(text) or text
    return name if is_outlet_line(name) else ""


def may_be_outlet(text: str) -> bool:
    """Whether two or three words end as the name of a paper does, whatever stands before: "Coast Gazette"."""
    return 1 <= text.count(" ") <= 2 and _OUTLET_LINE.match(text) is not None


def _may_be_in_a_title(word: str) -> bool:
    """ "Minister Backs Annual Report" is a headline: before the paper's word stand names and a few words of the trade."""
    return (
        word.lower() in _TRADE
        or re.fullmatch(_PAPER, word) is not None
        or not lexicon().kinds(fold(word)) & (WORD | ROLE)
    )


def read_source(raw: str, blocks: Iterable[Block], agency: tuple[str, int, int] | None = None) -> SourceReading | None:
    """Who published a report: a line that states it, else the agency of its dateline, else what a promotion tells.

    `agency` is name, start and end of the agency in the dateline. A name drawn from a promotion is `inferred`."""
    placed = [(block, passage(raw, block.start, block.end)) for block in blocks if block.role in _SPEAKING]
    for block, text in placed:
        name = outlet_of(text.text) if block.rule == "outlet line" else ""
        if name:
            span = text.span(0, len(name))
            return SourceReading(name, span.start, span.end, False)
    for _, text in placed:
        stated = _first_name(_STATED, text)
        if stated:
            return SourceReading(*stated, False)
    if agency:
        return SourceReading(*agency, False)
    for block, text in placed:
        if block.role in (Role.PROMO, Role.RAIL_LABEL, Role.NOTE):
            inferred = _first_name(_INFERRED, text)
            if inferred:
                return SourceReading(*inferred, True)
    return None


_SPEAKING = frozenset({Role.PROMO, Role.NOTE, Role.STAMP, Role.CREDIT, Role.RAIL_LABEL})


def _first_name(patterns: tuple[re.Pattern[str], ...], text: Passage) -> tuple[str, int, int] | None:
    if len(text.text) > 1500:
        return None
    for pattern in patterns:
        for match in pattern.finditer(text.text):
            name = match["name"].rstrip(".,'’")
            if name.startswith("The ") and len(name) <= 5:
                continue
            if _NOT_AN_OUTLET.match(name) or not any(c.isalpha() for c in name):
                continue
            span = text.span(match.start("name"), match.start("name") + len(name))
            return name, span.start, span.end
    return None
