"""Where the files of pictures lie, and who may have them.

`pictures/KEY/NAME` is what anybody may ask for; KEY is random, so that the picture of a draft is found by nobody who
was not shown the draft. `masters/KEY.jpg` is the picture made anew, in full, which the desk cuts from; no address leads
there. The file that was uploaded is not kept.
"""

import io
import secrets
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from articles.images.renditions import Rendition, crops, described, encoded, wholes

KEY = "[0-9a-f]{32}"
NAME = r"[0-9a-z-]{1,30}\.(?:webp|jpg)"
PUBLIC, MASTERS = "pictures", "masters"
LARGEST_MASTER = 3_840
TYPES = {"webp": "image/webp", "jpg": "image/jpeg"}


def keep(image: Image.Image) -> tuple[str, int, int]:
    """Write a new picture with its renditions around the middle. Returns its key, width and height."""
    key = secrets.token_hex(16)
    image = image.copy()
    image.thumbnail((LARGEST_MASTER, LARGEST_MASTER), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=92, subsampling=0)
    default_storage.save(_master(key), ContentFile(out.getvalue()))
    _write(key, image, [*wholes(*image.size), *crops(*image.size)], (50, 50))
    return key, *image.size


def cut(key: str, focus: tuple[int, int]) -> bool:
    """Make the parts of a kept picture around a point that it has none for. False where its master is gone."""
    try:
        with default_storage.open(_master(key)) as file:
            image = Image.open(file, formats=("JPEG",))
            image.load()
    except FileNotFoundError:
        return False
    _write(key, image, crops(*image.size, focus), focus)
    return True


def _write(key: str, image: Image.Image, renditions: Iterable[Rendition], focus: tuple[int, int]) -> None:
    for rendition in renditions:
        path = path_of(key, rendition.name)
        if not default_storage.exists(path):
            default_storage.save(path, ContentFile(encoded(image, rendition, focus)))


def path_of(key: str, name: str) -> str:
    return f"{PUBLIC}/{key}/{name}"


def _master(key: str) -> str:
    return f"{MASTERS}/{key}.jpg"


def addresses(key: str, width: int, height: int, focus: tuple[int, int]) -> dict[str, object]:
    """What a publication keeps of a picture (renditions.described). Asks nothing of the disk."""
    return described(key, width, height, focus, settings.MEDIA_URL)


def withdraw(key: str) -> None:
    """Delete all that readers can ask for of a picture; its master stays for the desk."""
    for name in _listed(f"{PUBLIC}/{key}")[1]:
        default_storage.delete(path_of(key, name))
    default_storage.delete(f"{PUBLIC}/{key}")


def delete(key: str) -> None:
    """Delete everything of a picture."""
    withdraw(key)
    default_storage.delete(_master(key))


def kept() -> Iterator[tuple[str, datetime]]:
    """The key of every picture that has a master, with the time it was made."""
    for name in _listed(MASTERS)[1]:
        yield name.removesuffix(".jpg"), default_storage.get_modified_time(f"{MASTERS}/{name}")


def _listed(folder: str) -> tuple[list[str], list[str]]:
    try:
        return default_storage.listdir(folder)
    except FileNotFoundError:
        return [], []
