"""A save claims its article: not from under a colleague who is editing it, whoever saves and from where."""

from datetime import timedelta

import pytest

from articles.actions.edits import HeldByAnother, StaleArticle, claim
from articles.actions.typing import sign_of_life
from articles.models.sidedraft import LEASE
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def test_it_waits_until_a_colleague_is_done_and_never_for_oneself() -> None:
    article = factories.article()
    sign_of_life(article, by=cast.editor(), now=NOON)
    with pytest.raises(HeldByAnother, match=r"edgar is editing since .* Take the article over first\."):
        claim(article, seen=1, by=cast.publisher(), now=NOON)
    claim(article, seen=1, by=cast.editor(), now=NOON)
    claim(article, seen=2, by=cast.publisher(), now=NOON + LEASE + timedelta(seconds=1))
    with pytest.raises(StaleArticle, match="Somebody has saved or moved"):
        claim(article, seen=2, by=cast.editor(), now=NOON + LEASE + timedelta(seconds=1))
