"""Whether a report says that its outlet has withdrawn it: a kill notice of an agency, a page that was retracted."""

import re

from articles.text.report import Span

AT_THE_TOP, AT_THE_END = 3, 2
"""Lines with text among which a notice is looked for. What stands between them tells of others' stories."""

_ITSELF = (
    r"(?:this|the (?:above|preceding|following)|our)\s+(?:news\s+|wire\s+)?(?:story|report|article|item|dispatch|piece)"
)
_TAKEN_BACK = r"(?:withdrawn|retracted|killed|rescinded|unpublished)"
_NOTICES = (
    # "MANDATORY KILL", "KILL: Storm-Coast", "BC-Storm, KILL"; in capitals and set apart, for films are called so too.
    r"^\W*(?:[\w-]+,\s+)?(?:(?:BULLETIN|MANDATORY|PHOTO|STORY|URGENT|EDITORS?:?)\s+)*KILL(?:ED)?(?:\s+(?:NOTICE|ADVISORY))?\s*(?:$|[:!(/–—]|-\s|\.\s*$)",
    r"^\W*(?:WITHDRAWN|RETRACTED|RETRACTION|STORY WITHDRAWN|WITHDRAWAL)\s*(?:$|[:–—]|-\s|\.\s*$)",
    rf"^\W*(?i:(?:the\s+)?(?:story|report|article|item)\s+(?:has\s+been\s+|was\s+|is\s+)?{_TAKEN_BACK})\W*$",
    rf"(?:^|[.:!–—]\s+)\W*(?i:{_ITSELF}\s+(?:has\s+been|have\s+been|was|is|stands)\s+(?:now\s+|hereby\s+)?{_TAKEN_BACK})\b",
    rf"(?i:\b(?:we|has|have|had)\s+(?:\w+\s+)?{_TAKEN_BACK}\s+{_ITSELF})\b",
    rf"(?i:\b(?:please\s+|must\s+)(?:kill|disregard|do not use)\s+{_ITSELF})\b",
    rf"^\W*(?i:(?:editors?\W+)?(?:please\s+)?(?:kill|do not (?:use|publish))\s+{_ITSELF})\b",
)
_NOTICE = re.compile("|".join(f"(?:{notice})" for notice in _NOTICES))
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_QUOTED = re.compile(r"[“\"„«][^”\"“»]*[”\"“»]")


def withdrawal(text: str) -> Span | None:
    """The line of a report that says it is withdrawn, or None.

    Agencies send a kill under the name of the story that it withdraws, with the word in capitals at the top; sites put
    a sentence about "this article" above or below it.
    """
    lines = list(_LINE.finditer(text))
    for line in dict.fromkeys([*lines[:AT_THE_TOP], *lines[-AT_THE_END:]]):
        said = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), line.group().lstrip("\ufeff"))
        if _NOTICE.search(said):
            return Span(line.start(), line.end())
    return None
