"""Mounts: the desk, its previews for people without an account, and the readers' site with its pages for errors."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from articles.admin import missing
from articles.admin.preview import shared_view
from articles.admin.site import desk
from articles.middleware import DESK
from articles.views import errors

urlpatterns = [
    path("admin/", desk.urls),
    path("preview/<str:token>/", shared_view, name="preview"),
    path("", include("articles.urls")),
]


def handler404(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The readers' page; the desk's where someone at the desk asks for one of its own addresses."""
    if request.path_info.startswith(DESK) and hasattr(request, "user") and desk.has_permission(request):
        return missing.not_found(request)
    return errors.not_found(request, exception)


handler400 = "articles.views.errors.bad_request"
handler403 = "articles.views.errors.forbidden"
handler500 = "articles.views.errors.server_error"
