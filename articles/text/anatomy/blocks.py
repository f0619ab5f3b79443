"""Anatomy: a raw report cut into blocks, each with one role, that cover it without gap or overlap."""

import re
from collections.abc import Iterable

from articles.text.anatomy.captions import label_length
from articles.text.anatomy.front import merge_headline_lines, place_front
from articles.text.anatomy.openings import opening
from articles.text.anatomy.paragraphs import Paragraph, paragraphs
from articles.text.anatomy.pullquotes import place_pull_quotes
from articles.text.anatomy.story import credited, place_story
from articles.text.report import Block, Role
from articles.text.typography import passage

_CREDIT_BEHIND = re.compile(
    r"(?<=[.!?”\"])\s+[(\[](?:(?:[Ww]ith )?(?:[Aa]dditional |[Ff]urther )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslat\w+|[Ff]iles)"
    r"\s(?:and \w+\s)?(?:by|from)\b[^()]{2,300}|[A-Z][^()]{1,120}\bcontributed\b[^()]{0,60})[)\]]\.?\Z"
    r"|(?<=[.!?”\"])\s+(?:[Aa]dditional )?Reporting by [A-Z][^.]{2,120}; ?(?:[Ee]diting|[Ww]riting|[Aa]dditional)[^.]{3,120}\.?\Z"
)
_END_BEHIND = re.compile(r"(?<=[.!?”\"])\s*(?:Enditem|-?ENDS-?|-30-|\(END\)|/?[Ee]nds?/)\Z")
_CREDIT_REACH = 420
_TURN = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3}(?: \([^()]{2,40}\)|, [A-Z ]{3,30})?:(?: |\Z)")
_TURNS = 3
_TURNS_REACH = 16

Piece = tuple[int, int, Role, float, str]


def blocks(raw: str, *, roles: Iterable[tuple[int, int, Role]] = ()) -> tuple[Block, ...]:
    """The blocks of a raw report, in order, covering it from 0 to len(raw) without gap or overlap.

    `roles` are (start, end, role) that a person decided: those stretches come back as blocks of just that role."""
    decided = _clean(roles, len(raw))
    paras = merge_headline_lines(raw, paragraphs(raw))
    _place_decided(paras, decided)
    first = place_front(paras)
    place_story(paras, first)
    place_pull_quotes(paras, first)
    pieces: list[Piece] = []
    opened = _is_transcript(paras, first)
    for p in paras:
        story = p.role is Role.BODY
        pieces.extend(_pieces(raw, p, first_of_story=story and not opened))
        opened = opened or story
    return tuple(_tiled(raw, _carved(pieces, decided)))


def _is_transcript(paras: list[Paragraph], first: int) -> bool:
    """Whether the story begins with somebody speaking: "Ana Horvat (Labour): “No.”" is no dateline when others answer."""
    turns = sum(1 for p in paras[first : first + _TURNS_REACH] if _TURN.match(p.text))
    return turns >= _TURNS and first < len(paras) and _TURN.match(paras[first].text) is not None


def _clean(roles: Iterable[tuple[int, int, Role]], length: int) -> list[tuple[int, int, Role]]:
    """The decided stretches inside the text, in order, each cut where the next begins."""
    inside = sorted((max(start, 0), min(end, length), Role(role)) for start, end, role in roles)
    inside = [entry for entry in inside if entry[0] < entry[1]]
    cut: list[tuple[int, int, Role]] = []
    for start, end, role in inside:
        begin = max(start, cut[-1][1]) if cut else start
        if begin < end:
            cut.append((begin, end, role))
    return cut


def _place_decided(paras: list[Paragraph], decided: list[tuple[int, int, Role]]) -> None:
    """Paragraphs that a decided stretch covers are placed before any rule looks at them."""
    at = 0
    for p in paras:
        while at < len(decided) and decided[at][1] < p.end:
            at += 1
        if at < len(decided) and decided[at][0] <= p.start:
            p.place(decided[at][2], "decided", 1.0)


def _pieces(raw: str, p: Paragraph, *, first_of_story: bool) -> list[Piece]:
    """The blocks of one paragraph: most are one; labels, datelines and credits are split off."""
    role = p.role or Role.BODY
    whole: Piece = (p.start, p.end, role, p.confidence, p.rule)
    if p.rule == "decided":
        return [whole]
    cuts: list[tuple[int, Role, float, str]] = []
    if p.label:
        cuts = [(0, _label_role(role), p.confidence, f"label of {role}"), (p.label, role, p.confidence, p.rule)]
    elif role is Role.CAPTION:
        label, at = label_length(p.text), credited(p)
        cuts = [(0, Role.STAMP, p.confidence, "label of caption")] if label else []
        cuts.append((label, role, p.confidence, p.rule))
        if at and at > label:
            cuts.append((at, Role.PHOTO_CREDIT, p.confidence, "credit in a caption"))
        cuts = cuts if len(cuts) > 1 else []
    elif role is Role.BODY:
        cuts = _story_cuts(p, first_of_story)
    if not cuts:
        return [whole]
    text = passage(raw, p.start, p.end)
    found: list[Piece] = []
    ends = [*(cut[0] for cut in cuts[1:]), len(text.text)]
    for (start, part, sure, rule), end in zip(cuts, ends, strict=True):
        while start < end and text.text[start] == " ":
            start += 1
        while end > start and text.text[end - 1] == " ":
            end -= 1
        if start < end:
            span = text.span(start, end)
            found.append((span.start, span.end, part, sure, rule))
    return found


def _label_role(role: Role) -> Role:
    return Role.RAIL_LABEL if role in (Role.SEE_ALSO, Role.RAIL) else Role.STAMP


def _story_cuts(p: Paragraph, first_of_story: bool) -> list[tuple[int, Role, float, str]]:
    cuts: list[tuple[int, Role, float, str]] = [(0, Role.BODY, p.confidence, p.rule)]
    found = opening(p.text) if first_of_story else None
    if found:
        cuts = [(0, Role.DATELINE, found.confidence, "dateline"), (found.length, Role.BODY, p.confidence, p.rule)]
    credit = _CREDIT_BEHIND.search(p.text, max(0, len(p.text) - _CREDIT_REACH))
    if credit:
        cuts.append((credit.start(), Role.CREDIT, 0.9, "credit behind the story"))
    end = _END_BEHIND.search(p.text, max(0, len(p.text) - 12))
    if end and not credit:
        cuts.append((end.start(), Role.STAMP, 0.85, "end mark"))
    return cuts if len(cuts) > 1 else []


def _carved(pieces: list[Piece], decided: list[tuple[int, int, Role]]) -> list[Piece]:
    """The pieces with the decided stretches set over them."""
    if not decided:
        return pieces
    carved: list[Piece] = [(start, end, role, 1.0, "decided") for start, end, role in decided]
    at = 0
    for start, end, role, sure, rule in pieces:
        while at < len(decided) and decided[at][1] <= start:
            at += 1
        begin, look = start, at
        while begin < end:
            if look >= len(decided) or decided[look][0] >= end:
                carved.append((begin, end, role, sure, rule))
                break
            if decided[look][0] > begin:
                carved.append((begin, decided[look][0], role, sure, rule))
            begin = max(begin, decided[look][1])
            look += 1
    return sorted(carved)


def _tiled(raw: str, pieces: list[Piece]) -> list[Block]:
    """The pieces as blocks, with the space between them."""
    found: list[Block] = []
    at = 0
    for start, end, role, sure, rule in pieces:
        if not raw[start:end].strip() and rule != "decided":
            continue
        if start > at:
            found.append(Block(Role.SPACE, at, start, 1.0, "space between blocks"))
        found.append(Block(role, start, end, sure, rule))
        at = end
    if at < len(raw):
        found.append(Block(Role.SPACE, at, len(raw), 1.0, "space between blocks"))
    return found
