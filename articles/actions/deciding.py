"""Answering any question whether two stories, people, sources or tags are one."""

from datetime import datetime
from typing import Any

from articles.actions import merging, stories
from articles.actions.undoing import FAMILIES
from articles.models import Kind, Proposal, Verdict


def decide(*, proposal: Proposal, verdict: Verdict, by: Any, now: datetime, reason: str = "") -> None:
    """Answer a question: "same" makes the two one, "different" keeps the import from it, "unsure" leaves it so.

    `reason` is what the log says of why. Raises DecisionRefused, with a sentence, where one of the two is gone.
    """
    if proposal.kind == Kind.STORY:
        stories.decide(proposal=proposal, verdict=verdict, by=by, now=now, reason=reason)
    else:
        family = FAMILIES[Kind(proposal.kind)]
        merging.decide(family, proposal=proposal, verdict=verdict, by=by, now=now, reason=reason)
