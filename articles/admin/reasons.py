"""Why the import put two together, or asks about them, in words."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.ingest.evidence import QUOTED_IN_PART
from articles.text.likeness.reports import SAME_TEXT


def story_reasons(evidence: dict[str, Any]) -> list[str]:
    """What two reports of one story share, and what speaks against it; of a row that StoryMember or Proposal keeps."""
    reasons = []
    if (words := evidence.get("quoted_words") or 0) >= QUOTED_IN_PART:
        reasons.append(_("both quote the same %(count)s words") % {"count": words})
    if (words := evidence.get("nearly_quoted_words") or 0) >= QUOTED_IN_PART:
        reasons.append(_("both quote nearly the same %(count)s words") % {"count": words})
    if (share := evidence.get("same_text") or 0) >= SAME_TEXT:
        reasons.append(_("%(share)s of the text is the same") % {"share": f"{round(share * 100)} %"})
    if names := evidence.get("names"):
        reasons.append(_("both name %(names)s") % {"names": ", ".join(names)})
    if shared := evidence.get("words"):
        reasons.append(_("both speak of %(words)s") % {"words": ", ".join(shared)})
    if (days := evidence.get("days_apart")) is not None:
        reasons.append(
            ngettext("%(count)s day lies between them", "%(count)s days lie between them", days) % {"count": days}
        )
    if evidence.get("same_speaker_other_words"):
        reasons.append(_("but a speaker of both says something else in each"))
    return reasons


def likeness_of(evidence: dict[str, Any]) -> str:
    """The figure behind it, and how far it lies from what joins without a person."""
    if "likeness" not in evidence:
        return ""
    margin = evidence.get("margin") or 0
    figures = {"likeness": f"{evidence['likeness']:.2f}", "margin": f"{abs(margin):.2f}"}
    if margin < 0:
        return _("likeness %(likeness)s, %(margin)s short of what joins by itself") % figures
    return _("likeness %(likeness)s, %(margin)s above what joins by itself") % figures


_SPELLINGS = {
    "same": gettext_lazy("the names are the same"),
    "equal": gettext_lazy("the spellings differ in no more than transcription or punctuation"),
    "short": gettext_lazy("one name is a shorter form of the other"),
    "near": gettext_lazy("the spellings are near"),
    "start": gettext_lazy("one surname, and given names that begin alike"),
    "surname": gettext_lazy("one is the surname of the other"),
    "given": gettext_lazy("one is the given name of the other"),
}


def label_reasons(reasons: dict[str, Any]) -> list[str]:
    """What speaks for two people, sources or tags being one."""
    told = [str(_SPELLINGS[reasons["spelling"]])] if reasons.get("spelling") in _SPELLINGS else []
    match reasons.get("roles"):
        case True:
            told.append(_("a role of one is a role of the other"))
        case False:
            told.append(_("but their roles are different"))
    if reasons.get("same_story"):
        told.append(_("reports of one story name them"))
    return told
