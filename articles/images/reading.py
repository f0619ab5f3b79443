"""A picture file as it came in: decoded and made anew, so that nothing of its bytes goes any further.

What a file is called decides nothing; what Pillow can decode does. The picture that comes out is upright, in sRGB and
without transparency, and carries neither EXIF (a telephone writes where it was taken) nor a comment or a profile.
What the file says of its caption, maker and rights is handed out beside it.
"""

import io
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, IptcImagePlugin

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
"""What is taken in. An animation gives its first frame. SVG is a program rather than a picture, and stays out."""
LEAST_SIDE = 100
MOST_STRETCHED = 10
"""The longer side of a picture is at most so many times the shorter one."""
LARGEST = 3_840
"""Longer side of what is kept: twice the widest rendition."""
LONGEST_NAME = 80
LONGEST_WORDS = 5_000

# EXIF 2.32, tables 4 and 7; IPTC IIM 4.2, chapter 6: (record, data set).
_EXIF_CAPTION, _EXIF_ARTIST, _EXIF_RIGHTS = 0x010E, 0x013B, 0x8298
_IPTC_BYLINE, _IPTC_CREDIT, _IPTC_RIGHTS, _IPTC_CAPTION = (2, 80), (2, 110), (2, 116), (2, 120)
_NOT_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]+")


class PictureRefused(Exception):
    """The file is not taken in. Its message is a sentence that names the file and says what to do."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A picture that was decoded, and what its file said of it ("" where it said nothing)."""

    image: Image.Image
    caption: str
    credit: str
    rights: str


def read_picture(file: IO[bytes], *, name: str, most_bytes: int, most_pixels: int) -> Taken:
    """Decode a file that somebody chose. PictureRefused is raised for one that is no sound picture, or too large.

    The number of pixels is looked at before one is decoded: a file of a few bytes can say that it has a thousand
    million of them.
    """
    called = _called(name)
    raw = file.read(most_bytes + 1)
    if not raw:
        raise PictureRefused(_("“%(name)s” is empty. Choose the file again.") % {"name": called})
    if len(raw) > most_bytes:
        raise PictureRefused(
            _("“%(name)s” is larger than %(most)s. Save it smaller and choose it again.")
            % {"name": called, "most": filesizeformat(most_bytes)}
        )
    try:
        image: Image.Image = Image.open(io.BytesIO(raw), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many(called, most_pixels) from None
    except Exception:
        # Whatever a decoder trips over: the file is not one of ours.
        raise PictureRefused(
            _(
                "“%(name)s” is not a picture in JPEG, PNG, WebP, AVIF or GIF. Save it as one of these and choose it "
                "again."
            )
            % {"name": called}
        ) from None
    width, height = image.size
    if width * height > most_pixels:
        raise _too_many(called, most_pixels)
    if min(width, height) < LEAST_SIDE or max(width, height) > MOST_STRETCHED * min(width, height):
        raise PictureRefused(
            _(
                "“%(name)s” has %(width)s × %(height)s pixels. Each side needs at least %(least)s, and the longer at "
                "most %(times)s times as many as the shorter. Choose another picture."
            )
            % {"name": called, "width": width, "height": height, "least": LEAST_SIDE, "times": MOST_STRETCHED}
        )
    try:
        said = _said(image)
        shrunk = LARGEST / max(width, height)
        image.draft(None, (round(width * shrunk), round(height * shrunk)))  # JPEG alone: decodes a half or a quarter
        image.load()
        return Taken(_anew(image), *said)
    except Exception:
        raise PictureRefused(
            _("“%(name)s” is damaged or incomplete. Export it anew and choose it again.") % {"name": called}
        ) from None


def _called(name: str) -> str:
    """The name of a file as a sentence can show it."""
    base = _NOT_TEXT.sub(" ", name.replace("\\", "/").rpartition("/")[2]).strip() or _("The file")
    return base if len(base) <= LONGEST_NAME else f"{base[: LONGEST_NAME - 10]}…{base[-9:]}"


def _too_many(called: str, most_pixels: int) -> PictureRefused:
    return PictureRefused(
        _("“%(name)s” has more than %(most)s million pixels. Save it smaller and choose it again.")
        % {"name": called, "most": most_pixels // 1_000_000}
    )


def _anew(image: Image.Image) -> Image.Image:
    """The pixels alone: upright, not larger than is kept, in sRGB, on white where they were transparent."""
    profile = image.info.get("icc_profile")
    ImageOps.exif_transpose(image, in_place=True)
    if image.mode.startswith("I"):  # 16 bits of grey, which Pillow else cuts off instead of dividing
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif image.has_transparency_data:
        image = image.convert("RGBA")
    elif image.mode not in {"RGB", "CMYK", "L"}:
        image = image.convert("RGB")
    image.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS)
    if image.mode == "RGBA":
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    elif profile:
        # A profile that does not fit its picture is no reason to refuse it.
        with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            image = converted or image
    bare = Image.new("RGB", image.size)  # carries nothing of what the file said
    bare.paste(image.convert("RGB"))
    return bare


def _said(image: Image.Image) -> tuple[str, str, str]:
    """Caption, credit and rights by IPTC, which agencies write, else by EXIF, which cameras write."""
    exif, iptc = image.getexif(), _iptc(image)
    byline, credit = _text(iptc.get(_IPTC_BYLINE)), _text(iptc.get(_IPTC_CREDIT))
    credit = byline if credit.casefold() in byline.casefold() else f"{byline} / {credit}" if byline else credit
    return (
        _text(iptc.get(_IPTC_CAPTION)) or _text(exif.get(_EXIF_CAPTION)),
        credit or _text(exif.get(_EXIF_ARTIST)),
        _text(iptc.get(_IPTC_RIGHTS)) or _text(exif.get(_EXIF_RIGHTS)),
    )


def _iptc(image: Image.Image) -> dict[Any, Any]:
    # Pillow reads it without a check of its lengths: a broken block is as good as none.
    with suppress(Exception):
        return IptcImagePlugin.getiptcinfo(image) or {}  # type: ignore[arg-type]
    return {}


def _text(value: Any) -> str:
    """Words from metadata: UTF-8, else Latin-1; Pillow has read EXIF as the latter already."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    if isinstance(value, str):
        with suppress(UnicodeEncodeError):
            value = value.encode("latin-1")
    if isinstance(value, bytes):
        try:
            value = value.decode()
        except UnicodeDecodeError:
            value = value.decode("latin-1")
    return " ".join(_NOT_TEXT.sub(" ", value).split())[:LONGEST_WORDS] if isinstance(value, str) else ""
