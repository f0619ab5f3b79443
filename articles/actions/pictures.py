"""Pictures from upload to withdrawal: files are written here and deleted here, and nowhere else."""

from dataclasses import dataclass
from typing import IO

from django.conf import settings
from django.utils.translation import gettext as _

from articles.images import files
from articles.images.reading import PictureRefused, read_picture
from articles.images.renditions import CENTRE

__all__ = ["Kept", "PictureRefused", "aim", "take_in"]


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
    """Decode an uploaded file and write its renditions. PictureRefused is raised for one that is not taken.

    The files are there before any row names them; those that none names in the end are swept by `prunepictures`.
    """
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
