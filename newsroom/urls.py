"""Mounts: the desk, and the readers' site with its pages for what went wrong."""

from django.urls import include, path

from articles.admin.site import desk

urlpatterns = [
    path("admin/", desk.urls),
    path("", include("articles.urls")),
]

handler400 = "articles.views.errors.bad_request"
handler404 = "articles.views.errors.not_found"
handler500 = "articles.views.errors.server_error"
