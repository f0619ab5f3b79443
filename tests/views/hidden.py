"""Articles that readers must not see, one of each kind, all carrying one word."""

from datetime import timedelta

from django.utils import timezone

from articles.models import Article, ArticleTag, Lead, PublishedArticle, Story, StoryMember, Tombstone
from articles.workflow import Change, Status
from tests import factories

WORD = "Quicksilver"
SLUG = "quicksilver"
KILLED = 900_001


def plant() -> list[PublishedArticle]:
    """A draft, and publications that are scheduled, over and withdrawn. Their tag, person and outlet carry the word."""
    now = timezone.now()
    draft = factories.article(
        f"{WORD} draft",
        text=f"{WORD} in a draft.",
        source=factories.source(f"{WORD} Times"),
        section=factories.section(WORD),
    )
    ArticleTag.objects.create(content_object=draft, tag=factories.tag(WORD))
    factories.mention(draft, factories.person(f"Ann {WORD}"), role=f"{WORD} role")

    scheduled = published(f"{WORD} scheduled", at=now + timedelta(hours=1))
    over = published(f"{WORD} over")
    killed = published(f"{WORD} killed")
    for row in (over, killed):
        row.goes_off_at = now - timedelta(seconds=1)
        row.save()
    PublishedArticle.objects.filter(pk=killed.pk).update(number=KILLED)
    killed.number = KILLED
    Tombstone.objects.create(number=KILLED, killed_at=now, reason="The letter was forged.")

    live = factories.published("Live, with a newer draft", tags=("Bridges",), people=("Ana Horvat",), outlet="Herald")
    Article.objects.filter(pk=live.number).update(headline=f"{WORD} rework", status=Status.DRAFT)
    for number in (draft.pk, live.number):  # a lead is the desk's, also one that came after the publication
        Lead.objects.create(
            article_id=number, kind="rail", text=f"{WORD} in a lead", position=0, start=0, end=9, captured_at=now
        )
    # One story of all of them, and a correction of what is over, so that no list of either leads to them.
    story = Story.objects.create(created_at=now, size=4)
    for number in (scheduled.number, over.number, draft.pk, live.number):
        StoryMember.objects.create(article_id=number, story=story, joined_at=now)
    note = {"change": Change.CORRECTION, "note": f"{WORD} in a note."}
    PublishedArticle.objects.filter(pk__in=[over.pk, killed.pk, scheduled.pk]).update(**note)
    return [scheduled, over, killed, live]


def published(headline: str, **fields: object) -> PublishedArticle:
    return factories.published(
        headline,
        text=f"{WORD} in the text.",
        standfirst=f"{WORD} in the standfirst.",
        tags=(WORD, "Bridges"),
        people=(f"Ann {WORD}", "Ana Horvat"),
        outlet=f"{WORD} Times",
        section=factories.section(WORD),
        **fields,
    )
