"""Taking back any decision about stories, people, sources and tags."""

from datetime import datetime
from typing import Any

from articles.actions import merging, people, sources, stories, tags
from articles.models import Decision, Kind

FAMILIES = {Kind.PERSON: people.FAMILY, Kind.SOURCE: sources.FAMILY, Kind.TAG: tags.FAMILY}


def undo(*, decision: Decision, by: Any, now: datetime) -> None:
    """Take back a decision; raises DecisionRefused, with a sentence, where a later one about the same stands."""
    if decision.kind == Kind.STORY:
        stories.undo(decision=decision, by=by, now=now)
    else:
        merging.undo(FAMILIES[Kind(decision.kind)], decision=decision, by=by, now=now)
