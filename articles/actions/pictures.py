"""Pictures from upload to withdrawal: files are written here and deleted here, and nowhere else.

No row takes its files with it: a publication, a revision or a preview may go on naming them. A file goes when none
does (`sweep`). When an article is killed, what readers can ask for of its pictures goes at once (`withdraw`), since a
picture may be the very reason and its address is known by then; whoever has it in a cache already keeps it. The master
stays for the desk, which must be able to say what was withdrawn.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import IO, Any

from django.conf import settings
from django.db.models import Model, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from articles.images import files
from articles.images.reading import PictureRefused, read_picture
from articles.images.renditions import CENTRE
from articles.models import Article, Picture, PreviewLink, PublishedArticle, Revision, SideDraft, Tombstone

__all__ = ["Kept", "PictureRefused", "Swept", "aim", "published_keys", "sweep", "take_in", "withdraw"]

_NAMED_BY: tuple[tuple[type[Model], str, str], ...] = (
    (Picture, "file", "article_id"),
    (Article, "body", "pk"),
    (Revision, "content", "article_id"),
    (PublishedArticle, "details", "number"),
    (PublishedArticle, "body_html", "number"),
    (PreviewLink, "frozen", "article_id"),
    (SideDraft, "fields", "article_id"),
)
"""Every column that may name a picture, with the number of its article."""
_KEY = re.compile(rf"(?<![0-9a-f]){files.KEY}(?![0-9a-f])")
_YOUNG = timedelta(days=1)
"""So long a file may wait for its row: an open form holds it (admin/picture.py)."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture whose files are written, and what its file said of it ("" where it said nothing)."""

    key: str
    width: int
    height: int
    caption: str = ""
    credit: str = ""
    rights: str = ""


def take_in(file: IO[bytes], *, name: str) -> Kept:
    """Decode an uploaded file and write its renditions. PictureRefused is raised for one that is not taken."""
    file.seek(0)
    taken = read_picture(
        file,
        name=name,
        most_bytes=settings.NEWSROOM_PICTURE_SIZE_LIMIT,
        most_pixels=settings.NEWSROOM_PICTURE_PIXEL_LIMIT,
    )
    return Kept(*files.keep(taken.image), taken.caption, taken.credit, taken.rights)


def aim(key: str, focus: tuple[int, int]) -> None:
    """Cut the parts of a kept picture around a point in percent. Those around other points stay: pages show them."""
    if focus != CENTRE and not files.cut(key, focus):
        raise PictureRefused(_("The file of this picture is gone, so it cannot be cut anew. Choose the file again."))


def withdraw(number: int) -> None:
    """Delete what readers can ask for of the pictures that this article alone has or ever had."""
    mine = {key for key, _number in _named(number)}
    for key in mine - set(Picture.objects.exclude(article=number).filter(file__in=mine).values_list("file", flat=True)):
        files.withdraw(key)


@dataclass(frozen=True, slots=True)
class Swept:
    deleted: int
    withdrawn: int


def sweep(*, now: datetime) -> Swept:
    """Delete the files that nothing names, and withdraw again what killed articles alone name."""
    killed = set(Tombstone.objects.values_list("number", flat=True))
    alive: set[str] = set()
    dead: set[str] = set()
    for key, number in _named():
        (dead if number in killed else alive).add(key)
    deleted = withdrawn = 0
    for key, made_at in list(files.kept()):
        if key in alive:
            continue
        if key in dead:
            withdrawn += files.withdraw(key)
        elif made_at < now - _YOUNG:
            files.delete(key)
            deleted += 1
    return Swept(deleted, withdrawn)


def published_keys(shown: "QuerySet[PublishedArticle]") -> set[str]:
    """The keys of the pictures that these publications show."""
    texts = shown.order_by().values_list(Cast("details", TextField()), "body_html")
    return {key for row in texts.iterator(chunk_size=200) for text in row for key in _KEY.findall(text)}


def _named(number: int | None = None) -> Iterator[tuple[str, int]]:
    """(key, article's number) of every picture that a row names; of one article's rows alone with `number`."""
    for model, column, article in _NAMED_BY:
        rows: Any = model._default_manager.all()
        if number is not None:
            rows = rows.filter(**{article: number})
        texts = rows.order_by().values_list(article, Cast(column, TextField()))
        for named, text in texts.iterator(chunk_size=200):
            for key in _KEY.findall(text):
                yield key, named
