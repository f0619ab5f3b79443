"""Boilerplate: what stands beside and behind a story without being of it: posts, topics, notes, senders, writers."""

import itertools
import re

from articles.text.anatomy.bylines import names
from articles.text.anatomy.lines import unmarked
from articles.text.anatomy.paragraphs import Paragraph
from articles.text.report import Role

_BOILERPLATE = re.compile(
    r"\A\W*(?:forward[- ]looking statements?.{0,60}|safe harbou?r.{0,60}|cautionary (?:note|statement).{0,60}|notes? (?:to|for) (?:the )?editors?|(?:media |press |investor )?contacts?(?: information| details)?|"
    r"(?:for )?(?:more|further|additional) information|media (?:enquiries|inquiries)|press office|investor relations|background (?:information|notes)|"
    r"(?P<about>about (?:the )?[A-Z0-9][^.?!]{0,70}))\W*\Z",
    re.I,
)
_RELEASE = re.compile(
    r"newswire|wire|release|media contact|contact|notes? to editors|forward-looking|\bends\b|investor relations", re.I
)
_BIO = re.compile(
    r"\A\W{0,3}(?P<name>the (?:author|writer)(?= )|[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,4}?) (?:is (?:a|an|the|our|professor|editor|senior|chief|director|head)\b|writes\b|covers\b|teaches\b|reports (?:on|for|from)\b|was (?:a|the)\b|has (?:written|covered|reported|received)|hosts\b)",
    re.I,
)
_ABOUT_WRITER = re.compile(
    r"\A\W{0,3}(?:about the (?:author|writer|reporter|journalist|contributor|columnist|photographer)s?|disclosure statement)\W*\Z",
    re.I,
)
_BIO_REACH = 24
"""Paragraphs from the end of a report, lists of other stories included."""
_OWN_VIEWS = re.compile(
    r"\bviews (?:expressed )?(?:here |in this \w+ )?are (?:personal|his|her|their|those|the author|strictly)|\bopinions? (?:expressed|are)\b.{0,60}\bown\b",
    re.I,
)
_TOPICS = re.compile(
    r"\A\W{0,3}(?:(?:explore |read )?more (?:on|about) these topics|(?:related )?(?:topics|tags)(?: in this (?:story|article))?|tagged(?: with| as)?|filed under|more about|"
    r"in this (?:story|article)|keywords?|categor(?:y|ies))\W*(?:\Z|:.{1,200}\Z)|\A(?:topics|tags|tagged|filed under|keywords|categories|see more on|(?:read|find|see) more (?:about|on)|more stories on)\b\s*[:|].{1,200}\Z",
    re.I,
)
_TOPICS_INLINE = re.compile(r"[^:|]*[:|]\s*\S")


def place_note_texts(paras: list[Paragraph], first: int) -> None:
    """A label such as "Correction: March 4, 2024" alone on its line takes the paragraph below it along."""
    for above, p in itertools.pairwise(paras[first:]):
        labelled = above.rule == "note label" or _ABOUT_WRITER.match(above.text) is not None
        if labelled and above.words <= 6 and above.end_mark != "." and p.role in (None, Role.PROMO) and p.words > 5:
            p.place(Role.NOTE, "under a note label", 0.8)


def place_posts(paras: list[Paragraph], first: int) -> None:
    """A post of a network set into the story: the words above the line that signs them belong to it."""
    for index in range(first + 1, len(paras)):
        p, above = paras[index], paras[index - 1]
        if (
            p.rule == "embedded post"
            and p.text[0] in "—–-"
            and above.role is None
            and above.words <= 60
            and above.text[0] not in "“"
        ):
            above.place(Role.PROMO, "embedded post", 0.6)


def place_topics(paras: list[Paragraph], first: int) -> None:
    """The topics a site files a report under, and the headline set once more, both at the end."""
    headline = next((p.text for p in paras[:first] if p.role is Role.HEADLINE), None)
    listing = False
    for p in paras[first:]:
        if (p.role is not None and p.role not in (Role.PROMO, Role.STAMP)) or p.prose:
            listing = False
        elif p.role is None and _TOPICS.match(p.text):
            listing = p.text.rstrip(" :").count(" ") < 6 and not _TOPICS_INLINE.match(p.text)
            p.place(Role.PROMO, "topics", 0.8)
        elif p.rule == "topics":
            listing = p.text.endswith(":")
        elif p.role is None and listing and (p.words <= 4 or "," in p.text) and not p.end_mark:
            p.place(Role.PROMO, "topics", 0.75)
        elif p.role is None and p.text == headline:
            p.place(Role.PROMO, "headline repeated", 0.7)


def place_boilerplate(paras: list[Paragraph], first: int) -> None:
    """What a press release prints behind its end: about the sender, notes to editors, contacts."""
    if len(paras) - first < 3:
        return
    total = sum(p.words for p in paras[first:] if p.prose or p.role is not None)
    before = 0
    for index in range(first, len(paras)):
        p = paras[index]
        if before > total * 0.5 and (p.rule == "end mark" or _is_boilerplate_title(paras, index)):
            for q in paras[index if p.role is None else index + 1 :]:
                if q.role in (None, Role.NOTE) and not (q.role and q.rule != "note label"):
                    q.place(Role.PROMO, "behind the end of the story", 0.75)
            return
        before += p.words if p.prose else 0


def _is_boilerplate_title(paras: list[Paragraph], index: int) -> bool:
    p = paras[index]
    found = _BOILERPLATE.match(p.text) if p.words <= 12 and p.role in (None, Role.NOTE) else None
    if not found:
        return False
    if found["about"] is None:
        return True
    near = [*paras[:4], *paras[index + 1 : index + 40]]
    return p.text[6:7].isupper() | p.text.lower().startswith("about the ") and any(
        _RELEASE.search(q.text[:400]) for q in near
    )


def place_bios(paras: list[Paragraph], first: int) -> None:
    """The line on who the writer is, at the end: named in the byline, or with the remark that views are personal."""
    writers = {name for p in paras if p.role is Role.BYLINE for name in names(p.text)}
    for p in paras[max(first + 1, len(paras) - _BIO_REACH) :]:
        if p.role is not None or p.words > 60 or (not p.prose and not p.words > 4):
            continue
        bio = _BIO.match(unmarked(p.text))
        if (bio and (bio["name"] in writers or bio["name"].lower() in ("the author", "the writer"))) or (
            p.words <= 40 and ("view" in p.text.lower() or "opinion" in p.text.lower()) and _OWN_VIEWS.search(p.text)
        ):
            p.place(Role.NOTE, "who the writer is", 0.75)
