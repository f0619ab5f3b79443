"""Mounts: the desk, its previews for people without an account, and the readers' site with its pages for errors."""

from django.urls import include, path

from articles.admin.preview import shared_view
from articles.admin.site import desk

urlpatterns = [
    path("admin/", desk.urls),
    path("preview/<str:token>/", shared_view, name="preview"),
    path("", include("articles.urls")),
]

handler400 = "articles.views.errors.bad_request"
handler403 = "articles.views.errors.forbidden"
handler404 = "articles.views.errors.not_found"
handler500 = "articles.views.errors.server_error"
