"""How we work: the page explains every label that articles carry."""

import re
from typing import Any

from django.test import Client


def test_explains_every_label(client: Client, db: None) -> None:
    page = client.get("/about/").content.decode()
    for label in ("Inferred from the text", "Outlet unknown", "Headline written by this site", "Not yet confirmed"):
        assert label in page


def test_leads_to_what_it_names(client: Client, db: None, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(3):
        page = client.get("/about/").content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    links = re.findall(r'href="(/[^"]+)"', main)
    assert {"/corrections/", "/feeds/rss.xml", "/api/v1/openapi.json"} <= set(links)
    assert [client.get(link).status_code for link in links] == [200] * len(links)
