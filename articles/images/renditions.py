"""What is made of a picture: one table of names and sizes, from which files are made and addresses frozen.

A name says what is in the file and nothing else: `1280.webp` is the whole picture so many pixels wide,
`16x9-30-60-640.webp` its part around the point 30 % from the left and 60 % from the top. So another point gives other
addresses, and what an address answers never changes.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PIL import Image

WIDTHS = (320, 640, 1280, 1920)
RATIOS = {"16x9": (16, 9), "4x3": (4, 3), "1x1": (1, 1)}
"""What search engines ask for: one picture in three ratios (developers.google.com, structured data for articles)."""
CARD = "16x9"
FALLBACK = 1280
"""Widest JPEG: for those who cannot show WebP, for search engines and for whoever shows a link."""
CENTRE = (50, 50)
QUALITY = {"webp": 78, "jpg": 82}


@dataclass(frozen=True, slots=True)
class Rendition:
    """A file to be: the whole picture where `ratio` is "", else a part of it around the focal point."""

    name: str
    width: int
    height: int
    ratio: str = ""


def wholes(width: int, height: int) -> list[Rendition]:
    """The whole picture in WebP, widths ascending and never wider than it is, and behind them one JPEG."""
    widths = _widths(width)
    return [_whole(one, width, height, "webp") for one in widths] + [_whole(min(width, FALLBACK), width, height, "jpg")]


def crops(width: int, height: int, focus: tuple[int, int] = CENTRE) -> list[Rendition]:
    """The parts around a point in percent: a JPEG in each ratio, and for cards WebP in several widths, ascending."""
    made = []
    for ratio, (across, down) in RATIOS.items():
        most = min(width, height * across // down, FALLBACK)
        made.append(_part(ratio, most, across, down, focus, "jpg"))
        if ratio == CARD:
            made += [_part(ratio, one, across, down, focus, "webp") for one in _widths(most)]
    return made


def _widths(most: int) -> list[int]:
    """The usual widths below the picture's own, and its own; none that is nearly as wide as the next."""
    own = min(most, WIDTHS[-1])
    return [width for width in WIDTHS if width < own * 0.8] + [own]


def _whole(new: int, width: int, height: int, form: str) -> Rendition:
    return Rendition(f"{new}.{form}", new, max(1, round(height * new / width)))


def _part(ratio: str, width: int, across: int, down: int, focus: tuple[int, int], form: str) -> Rendition:
    x, y = focus
    return Rendition(f"{ratio}-{x}-{y}-{width}.{form}", width, max(1, round(width * down / across)), ratio)


def encoded(image: Image.Image, rendition: Rendition, focus: tuple[int, int] = CENTRE) -> bytes:
    """The bytes of one rendition. A part is cut as CSS `object-position` would: the point keeps its place in it."""
    size = (rendition.width, rendition.height)
    width = min(image.width, image.height * size[0] / size[1]) if rendition.ratio else image.width
    height = width * size[1] / size[0] if rendition.ratio else image.height
    left, top = (image.width - width) * focus[0] / 100, (image.height - height) * focus[1] / 100
    box = (left, top, min(left + width, image.width), min(top + height, image.height))
    image = image.resize(size, Image.Resampling.LANCZOS, box, reducing_gap=2)
    form = rendition.name.rpartition(".")[2]
    out = io.BytesIO()
    if form == "webp":
        image.save(out, "WEBP", quality=QUALITY[form])
    else:
        image.save(out, "JPEG", quality=QUALITY[form], progressive=True, optimize=True)
    return out.getvalue()


def described(key: str, width: int, height: int, focus: tuple[int, int], prefix: str) -> dict[str, Any]:
    """A picture's addresses and sizes as a publication keeps them: no page asks for more, and none makes an address.

    {"key", "full": [width, height], "focus": [x, y], "width", "height", "src": JPEG, "srcset": WebP for <source>,
     "crops": {ratio: {"src", "width", "height"}}, "card": {"src", "srcset", "width", "height"}}, every address
    beginning with `prefix`; "width" and "height" are those of "src".
    """
    *webp, jpeg = wholes(width, height)
    parts = crops(width, height, focus)
    cards = [part for part in parts if part.name.endswith(".webp")]

    def address(one: Rendition) -> str:
        return f"{prefix}{key}/{one.name}"

    def srcset(many: Iterable[Rendition]) -> str:
        return ", ".join(f"{address(one)} {one.width}w" for one in many)

    def sized(one: Rendition) -> dict[str, Any]:
        return {"src": address(one), "width": one.width, "height": one.height}

    return {
        "key": key,
        "full": [width, height],
        "focus": list(focus),
        "width": jpeg.width,
        "height": jpeg.height,
        "src": address(jpeg),
        "srcset": srcset(webp),
        "crops": {part.ratio: sized(part) for part in parts if part.name.endswith(".jpg")},
        "card": sized(cards[0]) | {"srcset": srcset(cards)},
    }
