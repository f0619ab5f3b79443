"""The product as one Django app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Newsroom"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from articles.desk_search import keep
        from articles.models.role import grant_roles  # models cannot be imported before the apps are ready

        post_migrate.connect(grant_roles, sender=self)
        post_migrate.connect(keep, sender=self)
