"""Quotations on the desk: the words, every article that carries them, and others that nearly say the same."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.base import DeskList, QueueFilter, ReadOnlyAdmin
from articles.admin.site import desk
from articles.models import PublishedQuote, Quotation, Quote, quotations_like
from articles.text.likeness.coverage import how_it_differs

MOST_USES = 200


class SharedFilter(QueueFilter):
    """Words that several articles carry, unless all are asked for."""

    title = gettext_lazy("carried by")
    parameter_name = "in"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("several", gettext_lazy("Several articles")), ("any", gettext_lazy("Any article"))]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Quotation]") -> "QuerySet[Quotation]":
        if self.value() == "any":
            return queryset
        later = Quote.objects.filter(quotation=OuterRef("quotation"), article__gt=OuterRef("article"))
        return queryset.filter(Exists(Quote.objects.filter(Exists(later), quotation=OuterRef("pk"))))


class QuotationList(DeskList):
    """A list whose rows know how many articles carry them, counted for the page in one query."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows = list(self.result_list)
        uses = Quote.objects.filter(quotation__in=[row.pk for row in rows]).order_by().values("quotation")
        counts = dict(uses.annotate(found=Count("article", distinct=True)).values_list("quotation", "found"))
        for row in rows:
            row.article_count = counts.get(row.pk, 0)
        self.result_list = rows


@admin.register(Quotation, site=desk)
class QuotationAdmin(ReadOnlyAdmin):
    list_display = ("text", "carried_by")
    list_filter = (SharedFilter,)
    search_fields = ("text",)
    search_help_text = gettext_lazy("Words of the quotation.")
    ordering = ("-pk",)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return QuotationList

    @admin.display(description=gettext_lazy("articles"))
    def carried_by(self, row: Any) -> str:
        return str(row.article_count)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        quotation = self.get_object(request, unquote(object_id))
        if quotation is None:
            raise Http404
        if not self.has_view_permission(request, quotation):
            raise PermissionDenied
        return TemplateResponse(request, "admin/articles/quotation/page.html", quotation_page(request, quotation))


def quotation_page(request: HttpRequest, quotation: Quotation) -> dict[str, Any]:
    """What the page of a quotation shows: uses in the desk's articles, those of the same words first."""
    alike = list(quotations_like(quotation))
    rows = Quote.objects.filter(quotation__in=alike).select_related("article__source", "speaker")
    quotes = list(rows.defer("article__body", "article__standfirst").order_by("article__created_at", "pk")[:MOST_USES])
    visible = PublishedQuote.objects.filter(quotation__in=alike, article__goes_live_at__lte=timezone.now())
    live = set(visible.filter(article__goes_off_at__isnull=True).values_list("article__number", flat=True))
    for quote in quotes:
        quote.kind, quote.places = how_it_differs(quotation.text, quote.text)  # type: ignore[attr-defined]
        if quote.kind == "differs" and how_it_differs(quote.text, quotation.text)[0] == "cut":  # type: ignore[attr-defined]
            quote.kind = "longer"  # type: ignore[attr-defined]
        quote.live = quote.article_id in live  # type: ignore[attr-defined]
    own = [quote for quote in quotes if quote.quotation_id == quotation.pk]
    others = [quote for quote in quotes if quote.quotation_id != quotation.pk]
    published = any(quote.live for quote in own)  # type: ignore[attr-defined]
    return {
        **desk.each_context(request),
        "title": _("Quotation"),
        "opts": Quotation._meta,
        "quotation": quotation,
        "groups": [(_("The same words"), own), (_("Cut, longer, or with other words"), others)],
        "address": reverse("quotation", args=(quotation.pk,)) if published else "",
    }
