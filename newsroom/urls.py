"""Mounts: the desk, and the readers' site."""

from importlib.util import find_spec

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
]
if find_spec("articles.urls"):
    urlpatterns.append(path("", include("articles.urls")))
