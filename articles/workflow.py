"""The editorial workflow as data: the states of a working copy, and one table of the moves between them.

`actions/moves.py` carries the moves out, `policy.py` says who may, the admin draws a button for each: all three read
this table and none of them adds to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """What the desk's working copy is. Whether readers have the article is asked of PublishedArticle."""

    INGESTED = "ingested", _("Ingested")
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    CHANGES_REQUESTED = "changes_requested", _("Changes requested")
    READY = "ready", _("Ready")
    PUBLISHED = "published", _("Published")
    SPIKED = "spiked", _("Spiked")
    KILLED = "killed", _("Killed")


class Change(models.TextChoices):
    """What a publication is to readers who know the article already."""

    FIRST = "first", _("First publication")
    MINOR = "minor", _("Minor edit")
    UPDATE = "update", _("Update")
    CORRECTION = "correction", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")
    RETRACTION = "retraction", _("Retraction")


PUBLIC_NOTES = (Change.CORRECTION, Change.CLARIFICATION, Change.RETRACTION)
"""Changes of which readers are told, with the note that was written for them."""


class Need(StrEnum):
    """What must be true of an article before a move; `actions/moves.py` holds the test and the sentence for each."""

    HEADLINE = "headline"
    ANY_HEADLINE = "any headline"  # confirmed or proposed
    BODY = "body"
    LIVE = "live"  # readers have it, or will have it at a set time
    NOT_LIVE = "not live"
    COMING = "coming"  # readers will get it, or a change of it, at a set time
    ENDING = "ending"  # readers will lose it at a set time
    UNCONFIRMED = "unconfirmed"  # readers have what the import published
    SHOWN = "shown"  # readers have it, have had it or will have it
    UNTOUCHED = "untouched"  # no person has edited or moved it
    OTHER_EYES = "other eyes"  # whoever does it is not who wrote the text (the setting FOUR_EYES turns this off)
    APPROVED_BY_OTHERS = "approved by others"  # whoever does it has not changed the text since (the same setting)


@dataclass(frozen=True, slots=True)
class Move:
    """One legal change of state. `permission` is a codename of the Article model."""

    verb: str
    label: str | Promise
    sources: frozenset[Status]
    target: Status
    permission: str
    needs: tuple[Need, ...] = ()
    takes_note: bool = False  # a reason is required: it sends back or takes away
    takes_time: bool = False  # it happens at a set time, which is required
    stays: frozenset[Status] = frozenset()  # states in which the working copy stays all the same
    by_machine: bool = False  # belongs to the import, never a button

    def lands(self, status: Status | str) -> Status:
        """The state that the move leads to from this one."""
        return Status(status) if status in self.stays else self.target


EDITABLE = frozenset({Status.INGESTED, Status.DRAFT, Status.SUBMITTED, Status.CHANGES_REQUESTED, Status.READY})
"""States in which the working copy may be edited; a published article is taken up for rework first."""

_TABLE = (
    Move("take_up", _("Take up"), frozenset({Status.INGESTED}), Status.DRAFT, "take_up_article"),
    Move(
        "submit",
        _("Submit to the desk"),
        frozenset({Status.DRAFT, Status.CHANGES_REQUESTED}),
        Status.SUBMITTED,
        "submit_article",
        needs=(Need.HEADLINE, Need.BODY),
    ),
    Move(
        "request_changes",
        _("Send back for changes"),
        frozenset({Status.SUBMITTED, Status.READY}),
        Status.CHANGES_REQUESTED,
        "request_changes_article",
        takes_note=True,
    ),
    Move(
        "approve",
        _("Approve"),
        frozenset({Status.SUBMITTED}),
        Status.READY,
        "approve_article",
        needs=(Need.HEADLINE, Need.BODY, Need.OTHER_EYES),
    ),
    Move(
        "publish",
        _("Publish"),
        frozenset({Status.READY}),
        Status.PUBLISHED,
        "publish_article",
        needs=(Need.HEADLINE, Need.BODY, Need.APPROVED_BY_OTHERS),
    ),
    Move(
        "publish_import",
        _("Publish on import"),
        frozenset({Status.INGESTED}),
        Status.PUBLISHED,
        "publish_article",
        needs=(Need.ANY_HEADLINE, Need.BODY, Need.UNTOUCHED),
        by_machine=True,
    ),
    Move(
        "reingest",
        _("Take in the changed report"),
        frozenset({Status.PUBLISHED}),
        Status.INGESTED,
        "change_article",
        needs=(Need.UNTOUCHED,),
        by_machine=True,
    ),
    Move(
        "cancel_schedule",
        _("Cancel the schedule"),
        EDITABLE | {Status.PUBLISHED},
        Status.READY,
        "publish_article",
        needs=(Need.COMING,),
        stays=EDITABLE,
    ),
    Move(
        "confirm",
        _("Confirm"),
        frozenset({Status.PUBLISHED}),
        Status.PUBLISHED,
        "confirm_article",
        needs=(Need.UNCONFIRMED,),
    ),
    Move("rework", _("Rework"), frozenset({Status.PUBLISHED}), Status.DRAFT, "rework_article"),
    Move(
        "unpublish",
        _("Unpublish"),
        EDITABLE | {Status.PUBLISHED},
        Status.DRAFT,
        "unpublish_article",
        needs=(Need.LIVE,),
        takes_note=True,
    ),
    Move(
        "unpublish_later",
        _("Unpublish later"),
        EDITABLE | {Status.PUBLISHED},
        Status.PUBLISHED,
        "unpublish_article",
        needs=(Need.LIVE,),
        takes_note=True,
        takes_time=True,
        stays=EDITABLE,
    ),
    Move(
        "cancel_unpublish",
        _("Leave it on the site"),
        EDITABLE | {Status.PUBLISHED},
        Status.PUBLISHED,
        "unpublish_article",
        needs=(Need.ENDING,),
        stays=EDITABLE,
    ),
    Move(
        "spike",
        _("Spike"),
        EDITABLE,
        Status.SPIKED,
        "spike_article",
        needs=(Need.NOT_LIVE,),
        takes_note=True,
    ),
    Move("revive", _("Bring back"), frozenset({Status.SPIKED}), Status.DRAFT, "spike_article"),
    Move(
        "kill",
        _("Kill"),
        EDITABLE | {Status.PUBLISHED},
        Status.KILLED,
        "kill_article",
        needs=(Need.SHOWN,),
        takes_note=True,
    ),
)

MOVES: dict[str, Move] = {move.verb: move for move in _TABLE}
MACHINE_MOVES = frozenset(move.verb for move in _TABLE if move.by_machine)
MACHINE_ACTS = MACHINE_MOVES | {"report_changed", "report_withdrawn"}
"""What the import alone writes into an article's log: nobody has touched an article for which no more is on record."""


def moves_from(status: str) -> Iterator[Move]:
    """The moves that the table allows from a state, in the order in which the desk shows them."""
    return (move for move in _TABLE if status in move.sources)
