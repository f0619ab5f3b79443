"""Every answer carries the security headers, and the client's address cannot be claimed by the client."""

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from articles.middleware import HEADERS, SecurityHeaders, client_address


def test_sends_every_header_with_an_unknown_page(client: Client) -> None:
    answer = client.get("/no-such-page/")
    assert answer.status_code == 404
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
