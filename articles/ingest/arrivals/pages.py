"""HTML pages: the article's text out of a page, and what the page's head says of it.

The text is taken out by trafilatura, which comes with the extra `web`. It makes one line of each paragraph; blank lines
are put between them, for that is how reports come.
"""

import re
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from articles.ingest.arrivals.arrival import Arrival, lenient, refusal
from articles.ingest.reading import Refused, raw_report

SUFFIXES = (".html", ".htm", ".xhtml")
LEAST = 40
"""Characters. A page with less text than that has no article."""
MOST_TAGS = 20_000
"""What finding the text of a page costs grows faster than its tags: 2 seconds for so many, 20 for three times as many.
Pages of news have some thousands, a live blog of a whole day ten thousand."""
_STARTS = re.compile(rb"<\0?[a-z]", re.IGNORECASE)


def page(label: str, name: str, raw: bytes) -> Arrival:
    """The report on a page. `name` is that of its file; the report is called so with .txt behind it."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        return refusal(label, _("pages need the extra “web”: install requirements-production.txt."))
    if len(_STARTS.findall(raw)) > MOST_TAGS:
        return refusal(label, _("it has more than %(most)d tags: save its text as a file.") % {"most": MOST_TAGS})
    found: Any = bare_extraction(raw, include_comments=False, include_tables=False, with_metadata=True)
    if found is None or len(found.text or "") < LEAST:
        return refusal(label, _("no article was found on this page."))
    try:
        report = raw_report(f"{name}.txt", as_report(found.title or "", found.text).encode())
    except Refused as fault:
        return refusal(label, fault)
    said = (
        ("headline", found.title),
        ("outlet", found.sitename),
        ("address", found.url),
        ("date", found.date),
        ("author", [one for one in (found.author or "").split("; ") if one]),
    )
    return Arrival(label, replace(report, details=lenient(said, where=name), original=raw))


def as_report(title: str, text: str) -> str:
    """Title and paragraphs, a blank line between them; the title once."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    title = " ".join(title.split())
    if title and (not lines or lines[0].casefold() != title.casefold()):
        lines.insert(0, title)
    return "\n\n".join(lines) + "\n"
