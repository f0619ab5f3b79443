"""The form of an article while somebody types in it: a sign of life, the text kept, and what was kept shown again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.actions.comparing import Difference, Sheet, compare
from articles.actions.moves import NotAllowed
from articles.actions.typing import TooLong, begin, keep_typed, sign_of_life, sign_off, take_over, texts_of
from articles.html import as_written
from articles.models import Article, Presence, SideDraft
from articles.policy import may
from articles.times import moment


@require_POST
def begin_view(request: HttpRequest) -> HttpResponse:
    """The first words of a new article: it is on the desk from now on, and the answer says where."""
    now = timezone.now()
    try:
        article = begin(fields=texts_of(request.POST), by=request.user, now=now)
    except NotAllowed:
        raise PermissionDenied from None
    except TooLong as refusal:
        return JsonResponse({"kept": str(refusal)})
    if "closed" not in request.POST:
        sign_of_life(article, by=request.user, now=now)
    address = {
        key: reverse(f"admin:articles_article_{key}", args=(article.pk,)) for key in ("change", "typing", "take_over")
    }
    return JsonResponse(address | {"seen": article.version, "kept": _kept(now)})


def _kept(now: datetime) -> str:
    return _("Kept at %(when)s, not saved yet.") % {"when": moment(now)}


@require_POST
def typing_view(request: HttpRequest, number: int) -> HttpResponse:
    """A sign of life from an open form, with the text where it has changed; answers with sentences to show."""
    article = get_object_or_404(Article, pk=number)
    if not may(request.user, "edit") or not may(request.user, "view", article):
        raise PermissionDenied
    now = timezone.now()
    kept = ""
    fields = texts_of(request.POST)
    seen = version_of(request.POST.get("seen", ""))
    if fields:
        # Also of one who may not edit any more: a move came between, and their text must not be lost.
        try:
            keep_typed(article, fields=fields, seen=seen, by=request.user, now=now)
            kept = _kept(now)
        except TooLong as refusal:
            kept = str(refusal)
    if "closed" in request.POST:
        sign_off(article, by=request.user)
        return JsonResponse({})
    others = sign_of_life(article, by=request.user, now=now, looks="looks" in request.POST)
    moved = ""
    if seen and seen != article.version:
        moved = _("Somebody has saved this article since you opened it. Your text is kept; save it to see both.")
    said = {"others": " ".join(str(one) for one in others), "kept": kept, "moved": moved, "held": ""}
    if any(one.holds for one in others):
        said["held"] = _("What you type is kept beside the article. To save it, take the article over.")
    return JsonResponse(said)


@require_POST
def take_over_view(request: HttpRequest, number: int) -> HttpResponse:
    """Hold the article in the place of a colleague, with one's own text in the form where one is kept."""
    article = get_object_or_404(Article, pk=number)
    if not may(request.user, "view", article) or not may(request.user, "edit", article):
        raise PermissionDenied
    draft = take_over(article, by=request.user, now=timezone.now())
    messages.success(request, _("You are editing it now. What your colleague has typed is kept for them."))
    address = reverse("admin:articles_article_change", args=(article.pk,))
    return redirect(f"{address}?draft={draft.pk}" if draft is not None else address)


def version_of(text: str) -> int:
    """The version that a form says it began from; 0 for nonsense."""
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def held_by_another(article: Article, user: Any) -> str:
    """The sentence on the colleague who is editing the article now, or "". Asked once for each reading of a row."""
    if not hasattr(article, "held"):
        holder = Presence.objects.holder(article, but=user, now=timezone.now())
        article.held = str(holder or "")  # type: ignore[attr-defined]
    return article.held  # type: ignore[attr-defined]


@require_POST
def discard_view(request: HttpRequest, number: int, key: int) -> HttpResponse:
    """Throw one's own side draft away."""
    article = get_object_or_404(Article, pk=number)
    if not may(request.user, "view", article):
        raise PermissionDenied
    get_object_or_404(SideDraft, pk=key, article=article, by=request.user).delete()
    messages.success(request, _("The text beside the article was thrown away."))
    return redirect("admin:articles_article_change", article.pk)


@dataclass(frozen=True, slots=True)
class Beside:
    """A side draft as the page shows it, compared with the article as it stands."""

    draft: SideDraft
    when: str
    until: datetime
    differences: list[Difference]


def beside(article: Article, user: Any, *, tags: str) -> list[Beside]:
    """The person's own side drafts that say anything that the article does not; `tags` as the form would show them."""
    drafts = list(SideDraft.objects.filter(article=article, by=user))
    if not drafts:
        return []
    days = timedelta(days=settings.NEWSROOM_REVISION_DAYS)
    shown = [Beside(one, moment(one.at), one.at + days, _differences(article, one, tags)) for one in drafts]
    return [one for one in shown if one.differences]


def _differences(article: Article, draft: SideDraft, tags: str) -> list[Difference]:
    now: Sheet = {
        name: str(getattr(article, name))
        for name in ("headline", "standfirst", "byline", "dateline", "report_date", "slug")
    }
    now |= {"body": as_written(article.body).text, "tags": tags}
    return compare(now, now | {name: text for name, text in draft.fields.items() if name != "body_as"})


def draft_for_form(request: HttpRequest, article: Article | None) -> dict[str, str]:
    """The texts of the side draft that the address asks to put into the form; {} when it asks for none."""
    key = request.GET.get("draft", "")
    if article is None or request.method != "GET" or not key.isdecimal() or len(key) > 15:
        return {}
    draft = SideDraft.objects.filter(pk=key, article=article, by_id=request.user.pk).first()
    return dict(draft.fields) if draft is not None else {}
