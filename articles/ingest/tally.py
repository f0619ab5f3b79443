"""What a run made of the files it was given: an outcome for each report, and their tally."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from articles.ingest.folders import LeftOut


class Result(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    """Of a report that is gone from its folder. It has no file in this run and is not counted among its reports."""


@dataclass(slots=True)
class Outcome:
    """What became of one file. `article` is the article's number, None where there is none."""

    file: str
    outcome: Result
    reason: str = ""
    warnings: list[str] = field(default_factory=list)
    article: int | None = None

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(slots=True)
class Tally:
    """left_out: the entries of folders that were passed over, by the reason."""

    outcomes: list[Outcome] = field(default_factory=list)
    withdrawn: list[Outcome] = field(default_factory=list)
    left_out: Mapping[LeftOut, list[str]] = field(default_factory=dict)

    def count(self, result: Result) -> int:
        return sum(outcome.outcome == result for outcome in self.outcomes)

    @property
    def passed_over(self) -> int:
        return sum(map(len, self.left_out.values()))

    def as_dict(self) -> dict[str, Any]:
        """How many files had each outcome, how many reports are gone from their folders since those were loaded last,
        how many entries of folders were passed over, and how many of them for which reason."""
        counts = {result.value: self.count(result) for result in Result}
        why = {reason.value: len(names) for reason, names in self.left_out.items()}
        return {
            **counts,
            Result.WITHDRAWN.value: len(self.withdrawn),
            "passed_over": self.passed_over,
            "passed_over_why": why,
        }
