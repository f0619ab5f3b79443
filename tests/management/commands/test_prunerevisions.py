from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.models import Revision
from tests import factories

pytestmark = pytest.mark.django_db


def test_it_deletes_what_is_older_than_the_setting_says(settings: Any) -> None:
    settings.NEWSROOM_REVISION_DAYS = 30
    article = factories.article(version=5)
    for number, days in enumerate((90, 40, 10), start=1):
        Revision.objects.create(
            article=article, number=number, created_at=timezone.now() - timedelta(days=days), content={}
        )
    out = StringIO()
    call_command("prunerevisions", stdout=out)
    assert out.getvalue() == "Deleted 2 revisions.\n"
    call_command("prunerevisions", "--days", "5", stdout=out)
    assert not Revision.objects.exists()
