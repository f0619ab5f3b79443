"""Who works on what until when, and what colleagues say about it. None of it touches the text or its version."""

import re
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles import policy
from articles.actions.moves import MoveRefused, NotAllowed
from articles.actions.notices import tell
from articles.models import Article, Comment, HistoryEntry

LONGEST_COMMENT = 5_000
MOST_MENTIONS = 20
_MENTION = re.compile(r"(?<![\w@])@([\w.@+-]+)")


@transaction.atomic
def assign(article: Article, *, to: Any, due: datetime | None, by: Any, now: datetime) -> None:
    """Say who works on an article (None: nobody) and until when; the log keeps it. Saves meanwhile do not collide."""
    if not policy.may(by, "assign", article):
        raise NotAllowed(_("You may not assign this article."))
    if to is not None and not policy.may(to, "edit"):
        raise MoveRefused(_("%(who)s cannot work on articles.") % {"who": to.get_full_name() or to.get_username()})
    if article.assignee_id == (to.pk if to is not None else None) and article.due_at == due:
        return
    Article.objects.filter(pk=article.pk).update(assignee=to, due_at=due)
    article.assignee, article.due_at = to, due
    HistoryEntry.objects.record(
        article,
        "assign",
        by=by,
        now=now,
        details={
            "to": (to.get_full_name() or to.get_username()) if to is not None else "",
            "due": due.isoformat() if due is not None else "",
        },
    )
    tell(article, [to], what=_("gave it to you"), by=by, now=now)


def comment(article: Article, *, text: str, by: Any, now: datetime) -> Comment:
    """Say something about an article to everybody on the desk."""
    if not policy.may(by, "comment", article):
        raise NotAllowed(_("You may not comment on this article."))
    words = text.replace("\r\n", "\n").strip()
    if not words:
        raise MoveRefused(_("The comment is empty."))
    if len(words) > LONGEST_COMMENT:
        raise MoveRefused(_("The comment is longer than %(most)s characters.") % {"most": LONGEST_COMMENT})
    said = Comment.objects.create(article=article, text=words, by=by, at=now)
    mentioned, _nobody = mentions(words)
    tell(article, mentioned, what=_("mentioned you"), by=by, now=now, words=words)
    others = [one for one in (article.created_by, article.assignee) if one not in mentioned]
    tell(article, dict.fromkeys(others), what=_("commented on it"), by=by, now=now, words=words)
    return said


def mentions(text: str) -> tuple[list[User], list[str]]:
    """Whom a comment calls by @name, and the names that are nobody's on the desk."""
    names = list(dict.fromkeys(name.rstrip(".-+") for name in _MENTION.findall(text)))[:MOST_MENTIONS]
    people = User.objects.filter(_called(names), is_active=True, is_staff=True)
    found = {user.get_username().casefold(): user for user in people}
    return (
        [found[name.casefold()] for name in names if name.casefold() in found],
        [name for name in names if name.casefold() not in found],
    )


def _called(names: list[str]) -> Q:
    return reduce(or_, (Q(username__iexact=name) for name in names), Q(pk__in=[]))


def settle(found: Comment, *, by: Any, now: datetime) -> None:
    """Mark a comment as settled; it stays on record."""
    if not policy.may(by, "comment", found.article):
        raise NotAllowed(_("You may not settle this comment."))
    Comment.objects.filter(pk=found.pk, settled_at__isnull=True).update(settled_at=now, settled_by=by)
