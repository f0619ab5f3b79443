"""Putting an article into a section, from the list."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles import policy
from articles.actions.edits import claim, record_revision
from articles.actions.moves import MoveRefused, NotAllowed
from articles.models import Article, Section


@transaction.atomic
def put_into(section: Section | None, article: Article, *, by: Any, now: datetime) -> bool:
    """Put an article into a section, or with None into none: a save with a revision, as from its form.

    False where it stands there already. Raises NotAllowed, MoveRefused for an article in a state in which nothing is
    edited, and StaleArticle when somebody is editing it or has saved it since it was read; nothing is changed then.
    """
    if article.section_id == (section.pk if section is not None else None):
        return False
    if not article.editable:
        raise MoveRefused(
            _("Nothing can be changed in an article in the state “%(state)s”.")
            % {"state": article.get_status_display()}
        )
    if not policy.may(by, "edit", article):
        raise NotAllowed(_("You may not edit this article."))
    claim(article, seen=article.version, by=by, now=now)
    article.section = section
    article.save(update_fields=["section"])
    record_revision(article, by=by, now=now)
    return True
