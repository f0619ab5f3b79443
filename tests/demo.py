"""Fills the database with a site that has gone on for days: what `make demo` shows.

    python -m tests.demo

The seeds and the made-up reports come in hour by hour, are filed into sections, get drawn pictures, are corrected, and
are chosen for the front page. A database that has articles is left as it is.
"""

import io
import os
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Any

SECTIONS = {
    "Sport": {"sport"},
    "Science": {"science-and-technology", "volcanoes", "health", "epidemics", "weather"},
    "Courts": {"courts", "crime-and-justice", "police"},
    "Culture": {"arts-and-entertainment", "human-interest", "lifestyle", "music", "religion", "religion-and-churches"},
    "World": {"diplomacy", "armed-conflict", "conflict-and-peace", "prisons", "disasters-and-accidents", "earthquakes"},
    "Economy": {"business-and-economy", "shipping", "strikes", "work-and-labour", "energy", "company-results"},
    "Politics": {"politics", "elections", "government", "local-government", "parliament"},
}
"""Section -> the tags whose articles stand in it; the first that fits."""
PLACES = ("World", "Politics", "Economy", "Science", "Courts", "Culture", "Sport")
SCENES = {
    "sea": {"shipwrecks-and-ferries", "shipping", "fishing", "iceland", "strikes"},
    "town": {"politics", "courts", "crime-and-justice", "business-and-economy", "elections", "diplomacy", "sport"},
}
CREDIT = "Drawn for this demonstration"
CAPTION = "A drawing stands in for a photograph here."


def fill(reports: Sequence[Path], now: datetime) -> None:
    """The reports as if they had come in one event after the other, those of the last file just now."""
    from articles.ingest.load import load

    events = [list(files) for _, files in groupby(reports, key=lambda file: file.name.partition("-")[0])]
    moment, steps = now, []
    for files in reversed(events):
        moment -= timedelta(hours=2, minutes=7)
        steps.append((moment, files))
    for position, (moment, files) in enumerate(reversed(steps)):
        load(files, now=moment, publish=position % 4 == 0)
        if position % 4:
            edit([file.name for file in files], moment + timedelta(minutes=40), picture=position % 3 != 2)
    correct(now - timedelta(minutes=30))
    choose()


def edit(names: list[str], now: datetime, *, picture: bool) -> None:
    """What the desk makes of new reports: each in its section, the first with a picture, all published."""
    from articles.actions.edits import record_revision
    from articles.actions.moves import move
    from articles.models import Article, Section

    for position, article in enumerate(Article.objects.filter(report_name__in=names).order_by("pk")):
        if not article.headline:
            if article.proposed_headline:
                move(article, "publish_import", by=None, now=now)
            continue
        move_on(article, now, "take_up")
        tags = {tag.slug for tag in article.tags.all()}
        section = next((name for name, slugs in SECTIONS.items() if slugs & tags), None)
        if section:
            place = {"position": PLACES.index(section)}
            article.section = Section.objects.get_or_create(name=section, defaults=place)[0]
        if picture and not position:
            illustrate(article, tags)
        article.version += 1
        article.save()
        record_revision(article, by=person("editor"), now=now)
        move_on(article, now, "submit", "approve", "publish")
        now += timedelta(minutes=9)


def illustrate(article: Any, tags: set[str]) -> None:
    """A main picture; a long text has another within it."""
    from articles.actions.pictures import take_in
    from articles.html import figure
    from articles.models import Picture
    from tests.drawings import drawing

    kind = next((kind for kind, slugs in SCENES.items() if slugs & tags), "hills")
    for position, word in enumerate((article.headline, f"{article.headline}, again")):
        content, alt = drawing(word, kind if not position else "hills")
        kept = take_in(io.BytesIO(content), name="drawing.jpg")
        row = Picture.objects.create(
            article=article, file=kept.key, width=kept.width, height=kept.height, position=position,
            caption=CAPTION, alt=alt, credit=CREDIT,
        )  # fmt: skip
        if len(article.body) < 1_500:
            break
        if position and (image := row.image()):
            shown = figure(image["src"], width=image["width"], height=image["height"], alt=alt, caption=CAPTION)
            paragraphs = article.body.split("</p>")
            article.body = "</p>".join([*paragraphs[:4], shown + paragraphs[4], *paragraphs[5:]])


def correct(now: datetime) -> None:
    """Two articles are set right."""
    from articles.actions.edits import record_revision
    from articles.models import Article
    from articles.workflow import Change

    notes = {
        Change.CORRECTION: "An earlier version named the wrong day. It was Tuesday.",
        Change.CLARIFICATION: "It now says who counted, and when.",
    }
    rows = Article.objects.filter(status="published", section__isnull=False).order_by("-pk")[3:5]
    for article, (change, note) in zip(rows, notes.items(), strict=False):
        move_on(article, now, "rework")
        article.body = article.body.replace("</p>", " It was Tuesday.</p>", 1)
        article.version += 1
        article.save()
        record_revision(article, by=person("editor"), now=now)
        move_on(article, now, "submit", "approve")
        move_on(article, now, "publish", change=change, note=note)


def choose() -> None:
    """The front page: a top story with a picture, and a list for each section that has something."""
    from articles.models import CuratedFront, FrontList, Picture, PublishedArticle, Section
    from articles.models.curated import ListKind

    pictured = Picture.objects.exclude(file="").values("article_id")
    top = PublishedArticle.objects.filter(number__in=pictured).newest().first()
    front = CuratedFront.objects.create(pk=CuratedFront.ONLY, top_id=top.number if top else None)
    for position, section in enumerate(Section.objects.all()):
        FrontList.objects.create(front=front, position=position, kind=ListKind.SECTION, section=section)


def move_on(article: Any, now: datetime, *verbs: str, **more: Any) -> None:
    """Moves of the desk; nobody approves their own text."""
    from articles.actions.moves import move

    for verb in verbs:
        article.refresh_from_db()
        by = person("editor" if verb in {"take_up", "submit", "rework"} else "publisher")
        move(article, verb, by=by, now=now, **more, **({"override": "A demonstration."} if verb == "publish" else {}))


def person(name: str) -> Any:
    from django.contrib.auth import get_user_model

    return get_user_model().objects.get(username=name)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.utils import timezone

    from articles.models import Article

    if Article.objects.exists():
        return
    made_up = sorted((settings.BASE_DIR / "tests" / "reports").glob("*.txt"))
    Random(7).shuffle(made_up)
    order = {name: place for place, name in enumerate(dict.fromkeys(file.name.partition("-")[0] for file in made_up))}
    made_up.sort(key=lambda file: (order[file.name.partition("-")[0]], file.name))
    print("Filling the demonstration, which takes a minute ...")
    fill([*made_up, *sorted((settings.BASE_DIR / "seeds").glob("*.txt"))], timezone.now())


if __name__ == "__main__":
    main()
