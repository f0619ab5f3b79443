"""Paragraphs: what the shape of a paragraph tells of it, whatever its words say."""

import re
from dataclasses import dataclass

from articles.text.anatomy.cues import Cue, cue
from articles.text.anatomy.labels import list_label
from articles.text.anatomy.lines import Line, ending, is_marked, unmarked
from articles.text.anatomy.lines import paragraphs as joined_lines
from articles.text.anatomy.name_shape import is_name
from articles.text.report import Role
from articles.text.typography import reading_text

SMALL_WORDS = frozenset(
    """the and for but nor yet off out per via with from over into onto upon amid than that after about under until
    before above below among near down while when where what who how why his her its their our your are was were not
    has had says say can may will all new one two more most""".split()
)
"""Words that a headline in title case may leave in lower case; three letters and more, shorter ones never count."""

_TOKEN = re.compile(r"[^\W\d_][\w'’.&-]*")
_SENTENCE_BREAK = re.compile(r"[.!?](?<=[^\W\d_][^\W\d_][^\W\d_].)[\"”’)]? +[\"“‘(]?[A-ZÀ-ÖØ-Þ]")
_ABBREVIATION_END = re.compile(
    r"(?:\b[A-Za-z]\.(?:[A-Za-z]\.)*|\b(?:Inc|Ltd|Corp|Co|Jr|Sr|St|Ave|No|Gov|Sen|Rep|Dr|vs|Calif|Fla|Tex|Mass|Wash|Ore|"
    r"Ariz|Colo|Conn|Penn|Ill|Ind|Mich|Minn|Miss|Mo|Neb|Nev|Okla|Tenn|Va|Wis|Wyo|Ky|La|Md|Del|Ala|Ark|Ga|Kan|Mont)\.)[\"'”’)]*\Z"
)
_BEHIND = re.compile(r"(?<=[.!?”\"])\s*(?:[(\[][^()\[\]]{2,240}[)\]]|Enditem|-?ENDS-?|-30-)\Z")
_SPEAKER = re.compile(r"(?:[QA]|[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,30})(?::|\.(?=\s+[A-Z])) +\S")
_HOST = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ.'’-]+){1,3}, (?:CO-)?(?:[A-Z]+ )?(?:HOST|BYLINE|ANCHOR|REPORTER|PRESENTER|CORRESPONDENT|MODERATOR)S?:\Z"
)
_SOUND = re.compile(
    r"[(\[](?:SOUND ?BITE|LAUGHTER|LAUGHS|APPLAUSE|CROSSTALK|MUSIC|CHEER\w*|SINGING|SPEAKING|READING|BEGIN|END (?:VIDEO|AUDIO|CLIP)|INAUDIBLE|SOUND|VIDEO CLIP|AUDIO|COMMERCIAL|VOICE|UNIDENTIFIED)[^()\[\]]{0,80}[)\]]\Z"
)
PROSE_WORDS = 28
"""A paragraph of so many words is prose, full stop or not: headlines stay under 26."""
HEADLINE_WORDS = 30
_CAPTION_WORDS = 45


@dataclass(slots=True)
class Paragraph:
    """A paragraph with the features that place it. `role` is set once it is placed; `label` is the length of a
    leading label in its reading text ("SEE ALSO: "), which becomes a block of its own."""

    lines: list[Line]
    text: str
    gap: int
    words: int
    end_mark: str
    title_share: float
    low_words: int
    caps: bool
    marked: bool
    cue: Cue | None = None
    list_label: Cue | None = None
    role: Role | None = None
    rule: str = ""
    confidence: float = 0.0
    label: int = 0

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end

    @property
    def title_like(self) -> bool:
        """Set in title case or in capitals, not as a sentence."""
        return self.caps or (self.words >= 2 and self.title_share >= 0.7)

    @property
    def headline_like(self) -> bool:
        """Short, begins as a title does, and has no full stop."""
        if (
            not 2 <= self.words <= HEADLINE_WORDS
            or len(self.text) > 240
            or (self.text[0].islower() and not self.text[1:2].isupper())
        ):
            return False
        if self.end_mark in ".…" and self.end_mark:
            return self.title_like and self.low_words == 0 and self.words >= 3 and not self.sentences
        if self.end_mark in ":;," and self.end_mark:
            return False
        return self.end_mark not in "?!" or not self.end_mark or self.words <= 20

    @property
    def sentences(self) -> bool:
        """Whether it has more than one sentence."""
        return _SENTENCE_BREAK.search(self.text) is not None

    @property
    def prose(self) -> bool:
        """Whether it reads as a paragraph of a story."""
        if self.cue or self.role:
            return False
        if _HOST.match(self.text) or (self.caps and self.text[0] in "([" and _SOUND.match(self.text)):
            return True
        if self.words >= PROSE_WORDS or (self.end_mark and not self.caps and _SPEAKER.match(self.text)):
            return True
        if self.end_mark in ".…" and self.end_mark:
            return not self.headline_like
        if self.end_mark and self.end_mark in "?!":
            return self.words > 20 or self.sentences or (self.text[0] in '"“' and not self.title_like)
        return self.end_mark == ";" or (self.end_mark == ":" and self.words >= 8)

    @property
    def name_like(self) -> bool:
        return is_name(self.text)

    def place(self, role: Role, rule: str, confidence: float, label: int = 0) -> None:
        self.role, self.rule, self.confidence, self.label = role, rule, confidence, label


def is_under_credit(paras: list[Paragraph], index: int) -> bool:
    """Whether a line stands directly under the credit of a picture, both set apart from what is around them."""
    p = paras[index]
    above = paras[index - 1] if index else None
    if above is None or above.role is not Role.PHOTO_CREDIT or p.gap or not above.gap or p.words > _CAPTION_WORDS:
        return False
    if index > 1 and paras[index - 2].role is Role.CAPTION and not above.gap:
        return False
    return index + 1 < len(paras) and paras[index + 1].gap > 0 and p.text[0] not in '"“'


def paragraphs(raw: str) -> list[Paragraph]:
    """The paragraphs of a raw text in order, with their features and the cues of their wording."""
    found = [paragraph(raw, group) for group in joined_lines(raw, _opens_block)]
    if sum(p.words for p in found if p.caps) > 0.6 * sum(p.words for p in found):
        for p in found:  # a telex: capitals tell nothing
            p.caps, p.title_share, p.low_words = False, 0.0, p.words
            p.end_mark = "." if p.text.rstrip("\"'”’)").endswith(".") else p.end_mark
    return found


def _opens_block(text: str) -> bool:
    if text.lower().startswith(("by ", "(reporting", "reporting by", "see also", "read more")):
        return True
    return cue(text, text.count(" ") + 1, False) is not None


def paragraph(raw: str, group: list[Line]) -> Paragraph:
    """One paragraph made of lines, with its features."""
    text = group[0].text if len(group) == 1 else reading_text(raw, group[0].start, group[-1].end)
    words = text.count(" ") + 1
    end_mark = ending(_BEHIND.sub("", text, count=1) if text[-1] in ")]m-S" else text)
    bare = unmarked(text) if words <= 60 else text
    if end_mark == "." and words <= HEADLINE_WORDS and _ABBREVIATION_END.search(text):
        end_mark = "" if _title_share(bare)[0] >= 0.7 else "."
    if end_mark not in ".?!:;,…":
        end_mark = ""
    share, low = _title_share(bare) if words <= HEADLINE_WORDS + 10 else (0.0, words)
    head = text[:200]
    caps = head.isupper() and sum(map(str.isalpha, head)) > 3
    title = caps or share >= 0.7
    found = Paragraph(group, text, group[0].gap, words, end_mark, share, low, caps, is_marked(text))
    found.cue = cue(text, words, title)
    found.list_label = list_label(text, words)
    return found


def _title_share(text: str) -> tuple[float, int]:
    """The share of content words with a capital, the first word left out, and how many content words have none."""
    capitals = low = 0
    for index, token in enumerate(_TOKEN.findall(text)):
        if token[0].isupper():
            capitals += index > 0
        elif len(token) >= 3 and token not in SMALL_WORDS and index > 0 and token.islower():
            low += 1
    return (capitals / (capitals + low) if capitals + low else 0.5), low
