"""Telling those concerned, and nobody else: whom an act on an article is news to, on the desk and by e-mail.

Who does something is never told of it, and who may not read the article is told nothing. A mail server that does not
answer stops no work: mails go out after the act is saved, and a failure is logged.
"""

import logging
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from articles import policy
from articles.models import Article, Notice
from articles.models.history import actor_name
from articles.times import zoned

logger = logging.getLogger(__name__)


def tell(article: Article, whom: Iterable[Any], *, what: str, by: Any, now: datetime, words: str = "") -> list[Notice]:
    """Leave a notice for each of `whom` (users; None is passed over), and send it to those who have an address.

    what: a sentence without its subject ("mentioned you"); words: what was said, "" for nothing.
    """
    people = {user.pk: user for user in whom if user is not None and user != by and policy.may(user, "view", article)}
    actor = actor_name(by)
    notices = Notice.objects.bulk_create(
        Notice(to=user, article=article, actor=actor, what=what, words=words, at=now) for user in people.values()
    )
    addressed = [notice for notice in notices if people[notice.to_id].email]
    if addressed:
        transaction.on_commit(partial(_send, addressed, str(article)), robust=True)
    return notices


def tell_of_move(
    article: Article, verb: str, *, by: Any, now: datetime, words: str, at: datetime | None = None
) -> None:
    """Tell the writer of an article, and who was given it, what became of it (`at`: at which set time)."""
    when = {"when": zoned(at, now=now)} if at is not None else {}
    said = {
        "submit": _("handed it in"),
        "request_changes": _("sent it back"),
        "approve": _("approved it"),
        "publish": _("scheduled it for %(when)s") % when if when else _("published it"),
        "cancel_schedule": _("cancelled its schedule"),
        "unpublish": _("unpublished it"),
        "unpublish_later": _("set it to end %(when)s") % when if when else "",
        "spike": _("spiked it"),
        "kill": _("killed it"),
    }
    if verb in said and by is not None:
        tell_those_concerned(article, what=said[verb], by=by, now=now, words=words)


def tell_those_concerned(article: Article, *, what: str, by: Any, now: datetime, words: str = "") -> None:
    """Tell the writer of an article, and who was given it."""
    tell(article, [article.created_by, article.assignee], what=what, by=by, now=now, words=words)


def _send(notices: list[Notice], headline: str) -> None:
    messages = [
        EmailMessage(
            subject=" ".join(f"{notice} {headline[:120]}".split()),
            body="\n\n".join(filter(None, (f"{notice} {headline}", notice.words, _address(notice)))),
            to=[notice.to.email],
        )
        for notice in notices
    ]
    try:
        with get_connection() as connection:
            connection.send_messages(messages)
    except Exception as fault:  # whatever a mail server does, the act is done
        logger.warning("notices were not mailed: %r", fault)


def _address(notice: Notice) -> str:
    return settings.NEWSROOM_SITE_URL + reverse("admin:articles_article_change", args=(notice.article_id,))
