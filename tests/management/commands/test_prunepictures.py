from io import StringIO

import pytest
from django.core.management import call_command

from articles.actions import pictures as actions
from articles.models import Tombstone
from tests import factories, pictures


def test_it_says_what_it_deleted_and_took_off_the_site(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    out = StringIO()
    pictures.clear()
    article = factories.article()
    pictures.on(article)
    pictures.on(article).delete()
    call_command("prunepictures", stdout=out)
    assert out.getvalue() == "Deleted 0 pictures.\n"
    monkeypatch.setattr(actions, "_YOUNG", actions._YOUNG * 0)
    Tombstone.objects.create(number=article.pk, killed_at=factories.NOON, reason="It was not true.")
    call_command("prunepictures", stdout=out)
    assert out.getvalue().endswith("Deleted 1 picture.\nTook 1 of killed articles off the site.\n")
