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
TYPES = {"webp": "image/webp", "jpg": "image/jpeg"}


def keep(image: Image.Image) -> tuple[str, int, int]:
    """Write a new picture with its renditions around the middle. Returns its key, width and height."""
    key = secrets.token_hex(16)
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


def public_files(key: str) -> list[str]:
    """The names of a picture's renditions; none when it was withdrawn."""
    return sorted(_listed(f"{PUBLIC}/{key}")[1])


def withdraw(key: str) -> bool:
    """Delete all that readers can ask for of a picture; its master stays for the desk. False: there was nothing."""
    names = public_files(key)
    for name in names:
        default_storage.delete(path_of(key, name))
    if names:
        default_storage.delete(f"{PUBLIC}/{key}")
    return bool(names)


def delete(key: str) -> None:
    """Delete everything of a picture."""
    withdraw(key)
    default_storage.delete(_master(key))


def kept() -> Iterator[tuple[str, datetime]]:
    """The key of every picture that has files, with the time it was made."""
    paths = {name.removesuffix(".jpg"): f"{MASTERS}/{name}" for name in _listed(MASTERS)[1]}
    for key in _listed(PUBLIC)[0]:
        if key not in paths and (names := public_files(key)):
            paths[key] = path_of(key, names[0])
    for key, path in paths.items():
        yield key, default_storage.get_modified_time(path)


def _listed(folder: str) -> tuple[list[str], list[str]]:
    try:
        return default_storage.listdir(folder)
    except FileNotFoundError:
        return [], []
