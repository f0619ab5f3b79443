"""The forms beside the report: what a block is, and whether what was read from it is right."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, F, OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from articles.actions.edits import StaleArticle
from articles.actions.judgements import judge
from articles.actions.moves import MoveRefused, NotAllowed
from articles.actions.reimporting import field_label
from articles.admin.findings import Findings
from articles.admin.marks import ROLE_LABELS, entries, label
from articles.admin.site import desk
from articles.admin.typing import version_of
from articles.ingest.rereading import give_role, propose_again
from articles.models import Article, Intake, ReportChange, ReportFile
from articles.policy import may
from articles.text.report import Role


def shown_intake(article: Article) -> Intake | None:
    """The report that the page shows beside an article: the newest that was taken into it, whose places its rows have.

    It comes with `undecided`, whether a newer one waits for decisions, and `gone_at`, since when no file is there.
    """
    files = ReportFile.objects.filter(intake__article=OuterRef("article")).order_by(F("gone_at").desc(nulls_first=True))
    asked = article.intakes.annotate(
        undecided=Exists(ReportChange.objects.open().filter(article=OuterRef("article"))),
        gone_at=Subquery(files.values("gone_at")[:1]),
    )
    return asked.defer("content").order_by(F("revision").desc(nulls_last=True), "-imported_at", "-pk").first()


def _article_and_intake(request: HttpRequest, number: int) -> tuple[Article, Intake]:
    article = get_object_or_404(Article, pk=number)
    if not may(request.user, "view", article) or not request.user.has_perm("articles.view_intake"):
        raise PermissionDenied
    if not may(request.user, "edit", article):
        raise PermissionDenied
    intake = shown_intake(article)
    if intake is None:
        raise Http404
    return article, intake


def _free(intake: Intake) -> None:
    """Raises MoveRefused, with a sentence, where no decision can be made at this moment."""
    if intake.waits:
        raise MoveRefused(_("A changed version of the report waits for a decision: decide about that first."))


def _back(number: int, place: str) -> HttpResponseRedirect:
    return redirect(reverse("admin:articles_article_change", args=(number,)) + f"#{place}")


def _say(request: HttpRequest, fault: Exception) -> None:
    if isinstance(fault, NotAllowed):
        raise PermissionDenied
    messages.error(request, str(fault))


@require_http_methods(["GET", "HEAD", "POST"])
def role_view(request: HttpRequest, number: int, start: int) -> HttpResponse:
    """What the block that begins here is: the form, and the report read again with the answer."""
    article, intake = _article_and_intake(request, number)
    run = _run(intake, start)
    if request.method != "POST":
        return _role_page(request, article, intake, run)
    role = request.POST.get("role", "")
    blocks = run if request.POST.get("run") else run[:1]
    try:
        _free(intake)
        if role and role not in ROLE_LABELS:
            raise MoveRefused(_("Say what the line is."))
        kept = give_role(
            article,
            intake,
            spans=[(block["start"], block["end"]) for block in blocks],
            role=Role(role) if role else None,
            seen=version_of(request.POST.get("seen", "")),
            by=request.user,
            now=timezone.now(),
        )
    except (NotAllowed, MoveRefused, StaleArticle) as fault:
        _say(request, fault)
    else:
        _report_back(request, kept)
    return _back(number, f"line-{start}")


def _run(intake: Intake, start: int) -> list[dict[str, Any]]:
    """The block that begins here, and those behind it that are read as the same."""
    blocks = [block for block in entries(intake.reading, "blocks") if block["role"] != Role.SPACE]
    at = next((at for at, block in enumerate(blocks) if block["start"] == start), None)
    if at is None:
        raise Http404
    last = at
    while last + 1 < len(blocks) and blocks[last + 1]["role"] == blocks[at]["role"]:
        last += 1
    return blocks[at : last + 1]


def _role_page(request: HttpRequest, article: Article, intake: Intake, run: list[dict[str, Any]]) -> HttpResponse:
    line = run[0]  # "block" is a name of the template language
    context = {
        **desk.each_context(request),
        "title": _("What is this?"),
        "article": article,
        "opts": Article._meta,
        "line": line,
        "label": label(line),
        "text": intake.text[line["start"] : line["end"]],
        "roles": [(role.value, name) for role, name in ROLE_LABELS.items()],
        "more": len(run) - 1,
    }
    return TemplateResponse(request, "admin/articles/article/role.html", context)


def _report_back(request: HttpRequest, kept: list[str]) -> None:
    messages.success(request, _("Noted. The report was read again, and the article follows it."))
    if kept:
        messages.warning(
            request,
            _("What somebody wrote was left as it is: %(fields)s. Decide below whether the report’s words replace it.")
            % {"fields": ", ".join(field_label(name).lower() for name in kept)},
        )


@require_POST
def judge_view(request: HttpRequest, number: int) -> HttpResponse:
    """Confirm or reject a proposal, or all; or take a rejection back."""
    article, intake = _article_and_intake(request, number)
    seen, now = version_of(request.POST.get("seen", "")), timezone.now()
    again = request.POST.get("again", "")
    try:
        _free(intake)
        if again:
            kind, _sign, key = again.partition(":")
            propose_again(article, intake, kind=kind, key=key, seen=seen, by=request.user, now=now)
            messages.success(request, _("It is proposed again."))
        else:
            confirmed = "confirm" in request.POST
            value = request.POST.get("confirm" if confirmed else "reject", "")
            found = [state.found for state in Findings(article, intake.reading).meant(value)]
            judge(article, found, confirmed=confirmed, seen=seen, by=request.user, now=now)
            messages.success(request, _said(len(found), confirmed))
    except (NotAllowed, MoveRefused, StaleArticle) as fault:
        _say(request, fault)
    return _back(number, "findings")


def _said(count: int, confirmed: bool) -> str:
    if confirmed:
        return ngettext("%(count)s proposal confirmed.", "%(count)s proposals confirmed.", count) % {"count": count}
    return _("Rejected. It will not be proposed for this article again.")


JUDGING: tuple[tuple[str, str, Callable[..., HttpResponse]], ...] = (
    ("role", "roles/<int:start>/", role_view),
    ("judge", "judge/", judge_view),
)
"""The pages below an article's own: name, address, view."""
