"""Who may do what. Every view, action and button asks `may`, and nothing else decides."""

from typing import Any

from articles.models import Article
from articles.workflow import EDITABLE, MOVES, Status

OWN_STATES = frozenset({Status.INGESTED, Status.DRAFT, Status.CHANGES_REQUESTED})
"""Where a text is still its writer's; from submission on it is the desk's."""


def may(user: Any, verb: str, article: Article | None = None) -> bool:
    """Whether `user` may do `verb`: "view", "add", "copy", "edit", "share" (by a preview link), "assign", "comment",
    "embargo", "lift_embargo" (or shorten it), "decide" (what is one: stories, people, sources, tags), "settle" (what
    becomes of a change in the article's report), or a move of the workflow.

    With an article, whether to this one: the state must allow it and, for edit and submit, the text must be the
    user's own unless they may edit the articles of others. Without one, whether to any at all.
    """
    if not user.is_active or not user.is_staff:
        return False
    if verb in MOVES:
        move = MOVES[verb]
        if verb == "spike" and article is not None and _is_own_note(user, article):
            return True
        if move.by_machine or not user.has_perm(f"articles.{move.permission}"):
            return False
        if article is None:
            return True
        return article.status in move.sources and (verb != "submit" or _owns(user, article))
    if verb == "copy":
        # What was dropped or withdrawn does not come back under another number.
        gone = article is not None and article.status in {Status.SPIKED, Status.KILLED}
        return may(user, "add") and may(user, "view", article) and not gone
    if verb == "embargo":
        # Over a text that is with the desk by now its writer still knows what was agreed with whom.
        return may(user, "assign", article) and (
            article is None or article.status not in {Status.SPIKED, Status.KILLED}
        )
    if verb == "edit":
        if not user.has_perm("articles.change_article"):
            return False
        return article is None or (article.status in EDITABLE and _owns(user, article))
    if verb == "settle":
        return bool(user.has_perm("articles.change_article")) and (article is None or _owns(user, article))
    if verb == "comment":
        return bool(user.has_perm("articles.view_article") and user.has_perm("articles.change_article"))
    if verb == "decide":
        return bool(user.has_perm("articles.change_proposal"))
    if verb in {"share", "assign"}:
        if not user.has_perm("articles.change_article"):
            return False
        if verb == "share" and article is not None and article.status in {Status.SPIKED, Status.KILLED}:
            return False
        own = article is None or article.created_by_id == user.pk
        return own or bool(user.has_perm("articles.edit_any_article"))
    return bool(user.has_perm(f"articles.{verb}_article"))


def _is_own_note(user: Any, article: Article) -> bool:
    """Whether a text is its writer's alone: begun by them, no report, and never handed in to the desk."""
    own = article.created_by_id == user.pk and article.report_name is None and may(user, "edit", article)
    return own and article.status == Status.DRAFT and not article.history.filter(verb="submit").exists()


def _owns(user: Any, article: Article) -> bool:
    if user.has_perm("articles.edit_any_article"):
        return True
    if article.status not in OWN_STATES:
        return False
    # A report that nobody has taken up belongs to nobody; whoever takes it up becomes its writer.
    return user.pk in {article.created_by_id, article.assignee_id}
