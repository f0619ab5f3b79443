"""An address that the desk has not."""

from django.test import Client

from tests import cast

ELSEWHERE = "/admin/articles/zeppelin/"


def test_is_answered_by_the_desk_for_whoever_is_signed_in(client: Client, db: None) -> None:
    client.force_login(cast.reporter())
    for path in (ELSEWHERE, "/admin/articles/article/999/revisions/"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert b"Newsroom desk" in answer.content
        assert b'href="/admin/"' in answer.content
    assert b"Newsroom desk" not in client.get("/no-such-page/").content


def test_says_nothing_of_the_desk_to_strangers(client: Client, db: None) -> None:
    answer = client.get(ELSEWHERE, follow=True)
    assert answer.redirect_chain == [(f"/admin/login/?next={ELSEWHERE}", 302)]
