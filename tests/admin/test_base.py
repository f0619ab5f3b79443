"""A list of the desk answers every address: with its rows, or by leading back to itself."""

from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from articles.admin.site import desk
from tests import cast, factories
from tests.admin.test_site import rows

pytestmark = pytest.mark.django_db

HUGE = "9" * 30
OF_FILTERS = (HUGE, f"1,{HUGE}", "1e999", "(")
ANY = (
    f"id__in={HUGE}",
    "pk__gt=1e999",
    "created_at__year=-1",
    "headline__regex=(",
    "password__startswith=a",
    "user_permissions__codename=x",
    "no_such__thing=1",
    "__=1",
    "_to_field=password",
    "_popup=1&_facets=1&all=",
    f"p={HUGE}",
    "p=-1&o=-0.99.x",
    "q=%25%27%28",
)


def hostile(name: str) -> list[str]:
    """Query strings that no link of the desk makes, for the list of a model."""
    page = next(page for model, page in desk._registry.items() if model._meta.model_name == name)
    own: set[str] = set()
    for one in page.list_filter:
        column = getattr(one, "parameter_name", None)
        own |= {column} if column else {f"{one}__exact", f"{one}__id__exact"}
    return [*ANY, *(urlencode({one: value}) for one in sorted(own) for value in OF_FILTERS)]


@pytest.mark.parametrize("name", sorted(str(model._meta.model_name) for model in desk._registry))
def test_it_answers_any_query_of_a_list_with_the_list_or_the_way_back_to_it(client: Client, name: str) -> None:
    client.force_login(cast.administrator())
    model = next(one for one in desk._registry if one._meta.model_name == name)
    if not model.objects.exists():
        rows()
    address = reverse(f"admin:{model._meta.app_label}_{name}_changelist")
    wrong = []
    for query in hostile(name):
        with transaction.atomic():
            answer = client.get(f"{address}?{query}")
            transaction.set_rollback(True)
        back = answer.status_code == 302 and answer.headers["location"].endswith("?e=1")
        if answer.status_code != 200 and not back:
            wrong.append((query[:60], answer.status_code))
    assert wrong == []


def test_it_says_in_plain_words_that_a_list_cannot_show_what_is_asked(client: Client) -> None:
    client.force_login(cast.reporter())
    factories.article("Bridge reopens")
    address = reverse("admin:articles_article_changelist")
    assert client.get(f"{address}?headline__regex=(a%2B)%2B$").headers["location"] == f"{address}?e=1"
    assert "Bridge reopens" in client.get(f"{address}?e=1").content.decode()
    said = client.get(f"{address}?e=1&id__in={HUGE}").content.decode()
    assert "Show the whole list" in said and "database" not in said
