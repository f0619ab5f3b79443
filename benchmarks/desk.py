"""How fast the desk's pages open among many articles: `python benchmarks/desk.py`.

A hundred thousand articles are made up, in all states, with tags, people, sources, publications, leads and raw reports
(ten thousand with `QUICK=1`). Each page is asked for seven times by an editor, and the quickest answer counts: the
others tell of the machine's other work. Each line: page and database, milliseconds over the bar of 300, 1.00, PASS or
FAIL. Exit 1 when one fails.
"""

import os
import random
import sys
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from _measuring import line, on_each_database

BAR = 300.0  # milliseconds
ARTICLES = 10_000 if os.environ.get("QUICK") else 100_000
TIMES = 7
PAGES = {
    "front": "/admin/",
    "articles": "/admin/articles/article/",
    "articles.drafts": "/admin/articles/article/?state=draft",
    "articles.live": "/admin/articles/article/?readers=live",
    "articles.search-one": "/admin/articles/article/?q=harbour77777",
    "articles.search-many": "/admin/articles/article/?q=harbour",
    "articles.last-page": "/admin/articles/article/?p=10",
    "article": "/admin/articles/article/{number}/change/",
    "leads": "/admin/articles/lead/",
    "intake": "/admin/articles/intake/",
    "people": "/admin/articles/person/",
    "people.search": "/admin/articles/person/?q=Horvat",
    "tags": "/admin/articles/tag/",
    "publications": "/admin/articles/publishedarticle/",
    "history": "/admin/articles/historyentry/",
}
NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
WORDS = "harbour bridge council storm mayor budget school hospital strike ferry tunnel market court vote".split()


def measure(database: str) -> int:
    from django.conf import settings
    from django.test import Client

    # The hashed names of style sheets are of no account here, and a fresh checkout has none.
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.ALLOWED_HOSTS = ["testserver"]
    fill()
    client, failed = Client(), False
    client.force_login(editor())
    for name, address in PAGES.items():
        path = address.format(number=ARTICLES // 2)
        spent = []
        for _ in range(TIMES):
            began = time.perf_counter()
            answer = client.get(path)
            spent.append((time.perf_counter() - began) * 1000)
            assert answer.status_code == 200, (path, answer.status_code)
        best = min(spent)
        failed |= not line(f"desk.{name}-{database}", best / BAR, 1.0, f"{best:.0f} ms among {ARTICLES:,}")
    return 1 if failed else 0


def editor() -> Any:
    from django.contrib.auth.models import Group, User

    user = User.objects.create_user("editor", is_staff=True)
    user.groups.add(Group.objects.get(name="Editor"))
    return user


def fill() -> None:
    """Make the rows, in bulk; what a page shows of them is all that counts."""
    from django.db import connection

    from articles.models import (
        Article,
        ArticleTag,
        HistoryEntry,
        Intake,
        Lead,
        Mention,
        Person,
        PersonName,
        PublishedArticle,
        Source,
        Story,
        StoryMember,
        Tag,
    )
    from articles.workflow import Status

    dice = random.Random(11)
    sources = Source.objects.bulk_create(Source(name=f"Outlet {n}", slug=f"outlet-{n}") for n in range(300))
    people = Person.objects.bulk_create(
        Person(name=f"Ana{n} Horvat{n % 977}", slug=f"ana-{n}") for n in range(ARTICLES // 5)
    )
    PersonName.objects.bulk_create((PersonName(person=one, name=one.name, key=one.slug) for one in people), 5_000)
    tags = Tag.objects.bulk_create(Tag(name=f"Topic {n}", slug=f"topic-{n}") for n in range(2_000))
    states = [Status.PUBLISHED] * 17 + [Status.INGESTED, Status.DRAFT, Status.SUBMITTED]

    def made(number: int) -> Article:
        headline = f"{dice.choice(WORDS).capitalize()} and {dice.choice(WORDS)}{number} in Lune Valley"
        return Article(
            status=dice.choice(states),
            headline=headline,
            body=f"<p>{' '.join(dice.choices(WORDS, k=150))}</p>",
            created_at=NOW - timedelta(minutes=number),
            source=dice.choice(sources),
            report_name=f"{number}.txt",
        )

    numbers: list[int] = []
    for at in range(0, ARTICLES, 5_000):
        batch = Article.objects.bulk_create(made(number) for number in range(at, min(at + 5_000, ARTICLES)))
        numbers += [article.pk for article in batch]
        live = [article for article in batch if article.status == Status.PUBLISHED]
        ArticleTag.objects.bulk_create(
            ArticleTag(content_object=article, tag=tag) for article in batch for tag in dice.sample(tags, 2)
        )
        Mention.objects.bulk_create(
            Mention(article=article, person=one, surface=one.name)
            for article in batch
            for one in dice.sample(people, 3)
        )
        Intake.objects.bulk_create(
            Intake(
                file_name=article.report_name,
                sha256=f"{article.pk:064}",
                encoding="utf-8",
                raw=article.headline.encode(),
                reading=READING,
                engine=1,
                imported_at=article.created_at,
                article=article,
            )
            for article in batch
        )
        Lead.objects.bulk_create(
            Lead(
                article=article,
                text=f"Elsewhere {article.headline}",
                kind="rail",
                position=0,
                start=0,
                end=9,
                captured_at=NOW,
            )
            for article in batch
        )
        HistoryEntry.objects.bulk_create(history(HistoryEntry, live))
        PublishedArticle.objects.bulk_create(
            PublishedArticle(
                number=article.pk,
                revision=1,
                slug=f"a-{article.pk}",
                headline=article.headline,
                body_html=article.body,
                body_text=article.headline,
                change="first",
                published_at=article.created_at,
                modified_at=article.created_at,
                goes_live_at=article.created_at,
            )
            for article in live
        )
    stories = Story.objects.bulk_create(
        (Story(created_at=NOW, size=2, latest_at=NOW - timedelta(minutes=n)) for n in range(ARTICLES // 2)), 5_000
    )
    StoryMember.objects.bulk_create(
        (StoryMember(article_id=number, story=stories[at // 2], joined_at=NOW) for at, number in enumerate(numbers)),
        5_000,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def history(model: Any, articles: Iterable[Any]) -> Iterable[Any]:
    return (
        model(
            article=article, at=article.created_at, verb="publish_import", from_status="ingested", to_status="published"
        )
        for article in articles
    )


READING: dict[str, Any] = {
    "blocks": [], "people": [], "quotes": [], "tags": [], "lints": [], "suggested_tags": [], "terms": [],
    "credits": [], "credit_spans": [], "partial_dates": [], "dates": [], "captions": [], "notes": [], "promos": [],
    "subheads": [], "see_also": [], "rail": [], "byline": [], "body_paragraphs": [], "headline": None, "source": None,
    "proposed_headline": None, "proposed_headline_span": None, "dek": None, "dateline": None,
}  # fmt: skip

if __name__ == "__main__":
    sys.exit(on_each_database(__file__, measure))
