"""Any decision about two stories, people, sources or tags that may be one: making it, and taking it back."""

from datetime import datetime
from typing import Any

from articles.actions import merging, people, sources, stories, tags
from articles.models import Decision, Kind, Proposal, Verdict

FAMILIES = {Kind.PERSON: people.FAMILY, Kind.SOURCE: sources.FAMILY, Kind.TAG: tags.FAMILY}


def decide(*, proposal: Proposal, verdict: Verdict, by: Any, now: datetime, reason: str = "") -> None:
    """Answer a question: "same" makes the two one, "different" keeps the import from it, "unsure" leaves it so.

    `reason` is what the log says of why. Raises DecisionRefused, with a sentence, where one of the two is gone.
    """
    if proposal.kind == Kind.STORY:
        stories.decide(proposal=proposal, verdict=verdict, by=by, now=now, reason=reason)
    else:
        family = FAMILIES[Kind(proposal.kind)]
        merging.decide(family, proposal=proposal, verdict=verdict, by=by, now=now, reason=reason)


def undo(*, decision: Decision, by: Any, now: datetime) -> None:
    """Take back a decision; raises DecisionRefused, with a sentence, where a later one about the same stands."""
    if decision.kind == Kind.STORY:
        stories.undo(decision=decision, by=by, now=now)
    else:
        merging.undo(FAMILIES[Kind(decision.kind)], decision=decision, by=by, now=now)
