"""A logo as it came in: decoded and made anew as a PNG of a size for the top of a page, transparent where it was."""

import io
from hashlib import blake2b
from typing import IO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from articles.images.reading import PictureRefused

FORMATS = ("PNG", "JPEG", "WEBP")
MOST_BYTES = 2 << 20
MOST_PIXELS = 16_000_000
LARGEST = (640, 160)  # twice what a page shows
LEAST_SIDE = 16
HEAVY = 60_000
"""From so many bytes on it gets by with 256 colours."""


def read_logo(file: IO[bytes]) -> tuple[bytes, str, int, int]:
    """The bytes of the PNG, their digest, its width and height. PictureRefused is raised for what is no sound picture
    of these kinds, with a sentence for who chose it."""
    raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise PictureRefused(_("The logo is larger than 2 MB. Save it smaller and choose it again."))
    try:
        image: Image.Image = Image.open(io.BytesIO(raw), formats=FORMATS)
        width, height = image.size
        if min(width, height) < LEAST_SIDE or width * height > MOST_PIXELS:
            raise PictureRefused(
                _("The logo has %(width)s × %(height)s pixels: choose one between %(least)s and 4000 on each side.")
                % {"width": width, "height": height, "least": LEAST_SIDE}
            )
        image.load()
        image = ImageOps.exif_transpose(image).convert("RGBA")
    except PictureRefused:
        raise
    except Exception:
        # Whatever a decoder trips over: the file is not one of ours.
        raise PictureRefused(_("This is no sound picture in PNG, JPEG or WebP. Export the logo anew.")) from None
    image.thumbnail(LARGEST, Image.Resampling.LANCZOS)
    bare = Image.new("RGBA", image.size)  # carries nothing of what the file said
    bare.paste(image)
    body = _png(bare)
    if len(body) > HEAVY:
        body = _png(bare.quantize(256, method=Image.Quantize.FASTOCTREE))
    return body, blake2b(body, digest_size=10).hexdigest(), *bare.size


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
