"""Captions: the line under a picture, and the credit at its end or beside it."""

import re
from collections.abc import Iterable

from articles.text.anatomy.cues import AGENCIES, MONTH, WEEKDAY
from articles.text.anatomy.name_shape import is_name, may_be_person
from articles.text.report import Block, CaptionReading, Role
from articles.text.typography import passage

_PHOTO = r"(?:photo(?:graph)?s?|pictures?|pics?|images?|illustration|graphic|screen ?(?:grab|shot)|video ?still|still|cartoon)"
_CREDIT_LABEL = (
    rf"(?:image (?:source|copyright|credit),|(?:{_PHOTO}|file {_PHOTO})(?: (?:credit|courtesy|source|supplied|copyright|taken|submitted|provided)s?)?"
    rf"|credits?|courtesy|pic credit|caption credit|handout|copyright)"
)
_NAMES = r"[A-ZÀ-ÖØ-Þ@][^.;:!?()\[\]]{1,80}?"
_PAIR = r"[A-ZÀ-ÖØ-Þ][\w.'’&-]*(?: [A-Za-zÀ-ÿ][\w.'’&-]*){0,5} ?/ ?[A-ZÀ-ÖØ-Þ][\w.'’&-]*(?: [A-Za-zÀ-ÿ][\w.'’&-]*){0,5}(?: ?/ ?[A-ZÀ-ÖØ-Þ][\w.'’& -]{1,30})?"
_BRACKET = re.compile(r"\s*[(\[](?P<inner>[^()\[\]]{2,100})[)\]][.]?\Z")
_LABELLED = re.compile(
    rf"(?:(?:\A|(?<=[.!?”\"’)…]))\s*(?:[|/–—-]\s*)?{_CREDIT_LABEL}(?:\s+by|\s*:|\s+of|\s+from)"
    rf"|\s*(?:(?<=\s)|[|/–—])\s*{_CREDIT_LABEL}\s*:)\s+(?P<credit>[^\s(][^()]{{1,90}}?)\.?\Z",
    re.I,
)
_LABEL_WORDS = (
    "photo",
    "pic",
    "image",
    "illustr",
    "graphic",
    "screen",
    "video",
    "still",
    "cartoon",
    "credit",
    "courtesy",
    "handout",
    "copyright",
)
_SLASH_PAIR = re.compile(rf"(?<=[.!?”\"’)…])\s*(?:[|–—-]\s*)?(?P<credit>{_PAIR})\.?\Z")
_MARKED = re.compile(
    rf"\s*(?:\s[/|]\s|\s[–—-]\s?|\s?©\s?(?:\d{{4}} )?)(?P<credit>{_PAIR}|{AGENCIES}|(?<=©)[^.]{{2,60}}|(?<=© )[^.]{{2,60}})\.?\Z"
)
_AFTER_STOP = re.compile(
    rf"(?<=[.!?”\"…])\s+(?P<credit>(?:{AGENCIES})(?: (?:Photo|Images?|File|file photo))?|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{1,3}}"
    r"(?:,| for| via| \|) (?:the |The )?[A-Z][\w.'’& -]{2,40}|[A-Z][\w’'-]+ (?:Images|Photos?)|(?:[A-Z][\w.'’-]+ ){1,3}(?:file )?photo|(?:Getty|Shutterstock|Alamy|EPA|iStock)(?: Images)?|[A-ZÀ-Þ][A-ZÀ-Þ&'’./-]+(?: [A-ZÀ-Þ&'’./-]+){1,6})\.?\Z"
)
_INNER = re.compile(
    rf"\A(?:{_CREDIT_LABEL}(?:\s+by|\s*:|\s+of|\s+from|\s+)\s*.*|.*\b(?:photo|photograph|picture|pic|image|images|file photo|handout|courtesy|supplied|getty|shutterstock|via|screengrab)\b.*"
    rf"|{_PAIR}|[A-Z][\w.& ]{{1,30}}: ?[A-Z][\w.'’-]+(?: [\w.'’/-]+){{0,5}}|©.*)\Z",
    re.I,
)
_INNER_AGENCY = re.compile(rf"\A(?:{AGENCIES})(?:[/,] ?(?:{AGENCIES}))*(?: photo)?\Z")
_LICENCE = re.compile(r",?\s*(?:Purchase|Acquire) Licensing Rights.*\Z")
_FOR_OUTLET = re.compile(r"\A[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} (?:for|via) (?:the |The )?[A-Z]")
_ONLY_PAIR = re.compile(rf"\A{_PAIR}\Z")
_OUTLETISH = re.compile(
    r"\b(?:Images?|Photos?|Pictures|Press|News|Media|Agency|Agentur|Times|Post|Herald|Handout|Pool|Service|Wire|Via|Archive|REUTERS)\b"
)
_STRIP_LABEL = re.compile(
    rf"\A\W*(?:image (?:source|copyright|credit),|{_CREDIT_LABEL}(?:\s+by|\s*:|\s+of|\s+from)\s*)(?:by\s+|:\s*)?", re.I
)
_LABEL_FIRST = re.compile(
    r"\A\W{0,3}(?:file\s?(?:photo|picture|image|pic)?\s*(?:[-–—:]+)|pictured(?: (?:above|below|here|left|right|from left|in \d{4}|are|is|at|with))?\s*[:,-]?|"
    rf"(?:caption|photo caption|image caption|image|photo|picture|photograph|above|below|left|right|from left|top|clockwise(?: from (?:top|left|top left))?|in this .{{0,60}}{_PHOTO}|a (?:file|handout|general|undated) (?:{_PHOTO}|view)|an? .{{0,30}}{_PHOTO} (?:of|shows|released|provided|taken)|"
    r"this .{0,40}(?:photo|image|picture|photograph|handout|screengrab|frame grab|satellite))\b(?![-’']))",
    re.I,
)
_CAPTION_LABEL_STRONG = re.compile(
    r"\A\W{0,3}(?:file\s?(?:photo|picture|image|pic)?\s*[-–—:]|pictured\b|(?:photo )?caption\s*[:|-]|image caption|(?:image|photo|picture|above|below|left|right|top)\s*:|from left\s*[:,]|"
    r"in this .{0,60}\b(?:photo|image|picture|photograph|video|frame)\b|an? (?:file|handout|undated|general view|aerial|satellite|combination) (?:photo|picture|image|view|photograph)\b|file photo|this .{0,30}(?:photo|handout|image|screengrab|frame grab)\b)",
    re.I,
)
_POSITION = re.compile(
    r"\((?:pictured|left|right|centre|center|top|bottom|far left|far right|second (?:from )?(?:left|right)|[LRC]|l|r|c|(?:[2-9]nd|[2-9]rd|[2-9]th)[ -](?:left|right|L|R)|"
    r"in (?:red|blue|white|black|green|yellow)|front|back|above|below|(?:front|back|top|bottom) (?:row|left|right|centre|center)|from left|foreground|background|file)\)|"
    r",? (?:left|right|centre|center|second from (?:left|right)|foreground|far (?:left|right)),|\bpictured (?:here|above|below|in|with|at|on|outside)\b|\b(?:is|are) (?:seen|pictured|shown)\b|, pictured\b|\bfile (?:photo|picture|image)\b",
    re.I,
)
_PRESENT = re.compile(
    r"(?<!\bin )(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bof )(?<!\bto )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bfor )\b(?:attends?|walks?|speaks?|stands?|looks?|poses?|waves?|gestures?|shakes? hands|holds?|searche?s?|waits?|carry|carries|arrives?|leaves?|"
    r"listens?|watche?s?|sits?|gathers?|marche?s?|rides?|celebrates?|reacts?|inspects?|clears?|passe?s|works?|plays?|addresse?s?|"
    r"greets?|embraces?|smiles?|hugs?|lays?|queues?|line up|lines up|rests?|floats?|burns?|rise?s?|flies|fly|sails?|crosse?s|drives?|"
    r"delivers?|participates?|takes? part|make their way|makes (?:his|her|its) way|protests?|demonstrates?|wades?|battles?|tend|tends|sweeps?|checks?|"
    r"prays?|kneels?|dances?|performs?|unloads?|loads?|lifts?|enters?|exits?|visits?|surveys?|meets?|talks?|pays? (?:tribute|respects)|bows?|"
    r"(?:is|are) (?:\w+ing|seen|shown|displayed|parked|stacked|covered|lined|reflected)\b)\b"
)
_PAST = re.compile(
    r"\b(?:said|says|told|announced|has|have|had|was|were|will|would|could|should|did|added|died|killed (?!in|by)|called|warned|urged|agreed|voted|"
    r"ordered|approved|rejected|accused|denied|confirmed|reported|according)\b"
)
_FINISHED = re.compile(r"\b[a-z]{3,}ed\b(?! by)")
_SOMEBODY_DID = re.compile(r"\b[A-Z][\w'’-]+ [a-z]{3,}ed (?!by\b|in\b|with\b|at\b|on\b|from\b|for\b|as\b)")
"""A name and what it did, in the past: the first sentence of a story, whatever noun of it looks like a verb ("exit")."""
_WHERE_WHEN = re.compile(
    rf"\b(?:on|in|at|near|outside|during|after|before|following|ahead of)\b.{{2,80}}\b(?:{WEEKDAY}|{MONTH} \d|\d{{4}}|\d{{1,2}} {MONTH})|,? (?:{MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {MONTH}(?: \d{{4}})?|(?:19|20)\d\d)\W{{0,3}}\Z"
)
_MANY_SENTENCES = re.compile(r"[.!?](?<=[^\W\d_][^\W\d_][^\W\d_].) +[A-Z“\"]")
_CREDIT_LINE = re.compile(
    rf"\A[\W_]{{0,4}}(?:(?i:image (?:source|copyright|credit),.{{2,80}}|{_CREDIT_LABEL}\s*(?:by\b|:|\||–|—|-|\.\.\.|…|\bof\b|courtesy)\s*.{{2,90}})|(?P<pair>{_PAIR})|©\s?.{{2,60}}"
    rf"|(?:{AGENCIES})(?: Photo| Images)|REUTERS|(?:Getty|Shutterstock|Alamy|iStock|Unsplash|Pexels|EPA|AFP|AP|PA)(?: (?:Images|Photo|Wire))?(?:[/ ].{{0,40}})?"
    r"|(?P<person>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}) (?:for|via) (?:the |The )?[A-Z].{2,40}|(?i:(?:file|handout|stock|courtesy|supplied|submitted|library) (?:photo|image|picture)s?))[\W_]{0,3}\Z"
)
_CAPTION_WORDS = 70
_BARE_CAPTION_WORDS = 45


def credit_start(text: str, *, sure: bool = False) -> int | None:
    """Where the credit at the end of a caption begins, or None.

    `sure` says that the text is a caption for other reasons: then a bare agency counts as a credit too."""
    tail = max(0, len(text) - 160)
    bracket = _BRACKET.search(text, tail) if text.rstrip(".")[-1:] in (")", "]") else None
    if bracket:
        inner = bracket["inner"]
        if _is_position(inner):
            return None
        if _INNER.match(inner) and not inner.islower() and _short_names(inner):
            labelled = sure or not _ONLY_PAIR.match(inner) or _is_credible_pair(inner)
            return bracket.start() if labelled else None
        if _INNER_AGENCY.match(inner) and sure:
            return bracket.start()
        named = (
            is_name(inner)
            or _OUTLETISH.search(inner) is not None
            or "/" in inner
            or _FOR_OUTLET.match(inner) is not None
        )
        return bracket.start() if sure and named and _short_names(inner) and len(inner.split()) <= 6 else None
    last = text[tail:]
    slash, label = "/" in last, any(word in last.lower() for word in _LABEL_WORDS)
    patterns = ((slash, _SLASH_PAIR), (label, _LABELLED), (sure or slash or "©" in last, _MARKED))
    for pattern in (pattern for may, pattern in patterns if may):
        match = pattern.search(text, max(tail, 1))
        if match and _short_names(match["credit"]):
            if (
                pattern is not _LABELLED
                and not sure
                and "/" in match["credit"]
                and not _is_credible_pair(match["credit"])
            ):
                continue
            if pattern is _MARKED and not sure and "/" not in match["credit"] and "©" not in match.group():
                continue
            return match.start()
    match = _AFTER_STOP.search(text, tail) if sure else None
    return match.start() if match else None


def _is_position(inner: str) -> bool:
    return _POSITION.fullmatch(f"({inner})") is not None


def _short_names(text: str) -> bool:
    words = [word for word in text.replace("/", " ").split() if word[:1].isalpha()]
    small = {
        "by",
        "for",
        "via",
        "of",
        "the",
        "and",
        "photo",
        "image",
        "picture",
        "file",
        "courtesy",
        "credit",
        "supplied",
        "images",
        "photos",
    }
    lower = sum(1 for word in words if word[0].islower() and word.lower() not in small)
    return len(words) <= 14 and lower <= max(1, len(words) // 4)


def credit_name(text: str) -> str:
    """The name in a credit without brackets, marks and the label: "(Photo: Jane Doe/Agency)" gives "Jane Doe/Agency"."""
    bare = _LICENCE.sub("", text).strip(" \t|–—-[]*_")
    if bare.startswith("/"):
        bare = bare[1:].strip()
    if bare.startswith("(") and bare.endswith((")", ").")):
        bare = bare.rstrip(".")[1:-1]
    name = _STRIP_LABEL.sub("", bare, count=1).strip(" ©|.[]()") if not bare.startswith("©") else bare.strip("© .")
    if name.endswith((" Inc", " Jr", " Ltd", " Co")) and bare.endswith("."):
        name += "."
    return name or bare


def is_credit_line(text: str, words: int) -> bool:
    """Whether a line by itself is the credit of a picture: "Photo: Jane Doe/Agency", "Getty Images"."""
    match = _CREDIT_LINE.match(text) if words <= 16 else None
    if match is None or not _short_names(_STRIP_LABEL.sub("", text, count=1)):
        return False
    if match["pair"]:
        return _is_credible_pair(match["pair"])
    return match["person"] is None or may_be_person(match["person"])


def is_picture_text(text: str) -> bool:
    """Whether a line is what a site says to those who cannot see a picture: its credit, words, and the credit again."""
    tokens = text.split()
    for count in range(1, 5):
        credit = " ".join(tokens[:count])
        if len(tokens) > 2 * count and len(credit) > 5 and credit[0].isupper() and text.endswith(credit):
            return True
    return False


def _is_credible_pair(text: str) -> bool:
    """Whether "A/B" names a photographer and an agency: a full name on one side, or a known agency."""
    sides = [side.strip() for side in text.split("/")]
    return any(_INNER_AGENCY.match(side) or _OUTLETISH.search(side) for side in sides) or (
        is_name(sides[0]) and may_be_person(sides[0])
    )


def caption_cue(text: str, words: int) -> tuple[str, float] | None:
    """Name of the rule and confidence where the wording of a paragraph says that it is a caption, wherever it stands."""
    if words > _CAPTION_WORDS or text[0] in '"“':
        return None
    if _CAPTION_LABEL_STRONG.match(text):
        return "caption label", 0.9
    start = credit_start(text)
    if start is not None and words >= 3:
        return "picture credit at the end", 0.85
    return None


def looks_like_caption(text: str, words: int) -> tuple[str, float] | None:
    """The same for a sentence between headline and story, where wording and place together are enough."""
    if (
        words > _BARE_CAPTION_WORDS
        or text[0] in '"“'
        or (_PAST.search(text.split(", who ")[0]) and not _POSITION.search(text))
    ):
        return None
    place = _POSITION.search(text)
    if place and (_PRESENT.search(text) or not _FINISHED.search(text)):
        return "position in the picture", 0.85 if "pictured" not in place.group() else 0.7
    credit = credit_start(text, sure=True)
    if credit is not None and any(map(str.isalpha, text[:credit])):  # "1. Harbour Bridge, Port Elsa" says nothing else
        return "picture credit at the end", 0.75
    capitals = _AFTER_STOP.search(text, max(0, len(text) - 160))
    if capitals and capitals["credit"].isupper() and " " in capitals["credit"] and not text.isupper():
        return "credit in capitals", 0.8
    if _LABEL_FIRST.match(text):
        return "caption label", 0.75
    if text.endswith(":") or _MANY_SENTENCES.search(text):
        return None
    if _PRESENT.search(text) and _WHERE_WHEN.search(text) and not _SOMEBODY_DID.search(text):
        return "present tense with place or day", 0.65
    return None


def read_captions(raw: str, blocks: Iterable[Block]) -> tuple[CaptionReading, ...]:
    """The captions with their credits: a credit belongs to the caption that it follows, else to the one it precedes."""
    found: list[CaptionReading] = []
    waiting = ""
    last: Role | None = None
    for block in blocks:
        if block.role is Role.SPACE:
            continue
        if block.role is Role.CAPTION:
            text = passage(raw, block.start, block.end).text
            found.append(CaptionReading(text, block.start, block.end, waiting))
            waiting = ""
        elif block.role is Role.PHOTO_CREDIT:
            name = credit_name(passage(raw, block.start, block.end).text)
            if last is Role.CAPTION and not found[-1].credit:
                previous = found[-1]
                found[-1] = CaptionReading(previous.text, previous.start, previous.end, name)
            else:
                waiting = name
        else:
            waiting = ""
        last = block.role
    return tuple(found)


def has_place_and_day(text: str) -> bool:
    """Whether a phrase names where or when a picture was taken: "in Skelby on Monday"."""
    return _WHERE_WHEN.search(text) is not None


_TEXT_LABEL = re.compile(r"\A(?:(?:image|photo|picture) )?caption\s*[:|,]\s*|\A(?:image|photo|picture)\s*:\s*", re.I)


def is_caption_label(text: str) -> bool:
    """Whether a line says only that the next one is a caption: "Image caption,"."""
    return _LABEL_ALONE.match(text) is not None


_LABEL_ALONE = re.compile(r"\A\W{0,3}(?:(?:image|media|video|photo|picture|figure) )?caption\s*[,:]?\Z", re.I)


def label_length(text: str) -> int:
    """How much of a caption is a label that says only that it is one: "Image caption, ", "Image: "."""
    match = _TEXT_LABEL.match(text)
    return match.end() if match and len(text) - match.end() > 8 else 0
