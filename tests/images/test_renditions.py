"""Sizes and names of what is made of a picture."""

import io
import re

import pytest
from PIL import Image

from articles.images.files import NAME
from articles.images.renditions import crops, described, encoded, wholes


@pytest.mark.parametrize(
    ("width", "widths"),
    [(3_840, [320, 640, 1280, 1920]), (1_200, [320, 640, 1200]), (700, [320, 700]), (320, [320]), (110, [110])],
)
def test_it_makes_a_picture_smaller_and_never_larger(width: int, widths: list[int]) -> None:
    *webp, jpeg = wholes(width, width * 2 // 3)
    assert [one.width for one in webp] == widths
    assert jpeg.name.endswith(".jpg") and jpeg.width <= 1280


def test_it_cuts_the_three_ratios_that_search_engines_ask_for() -> None:
    parts = crops(1_500, 1_000, (30, 60))
    jpegs = {part.ratio: (part.width, part.height) for part in parts if part.name.endswith("jpg")}
    assert jpegs == {"16x9": (1280, 720), "4x3": (1280, 960), "1x1": (1000, 1000)}
    assert [part.name for part in parts if part.name.endswith("webp")] == [
        "16x9-30-60-320.webp",
        "16x9-30-60-640.webp",
        "16x9-30-60-1280.webp",
    ]


@pytest.mark.parametrize(("focus", "colours"), [((0, 50), {"red"}), ((100, 50), {"blue"}), ((50, 50), {"red", "blue"})])
def test_it_keeps_the_point_in_the_part(focus: tuple[int, int], colours: set[str]) -> None:
    image = Image.new("RGB", (900, 300), "red")
    image.paste("blue", (450, 0, 900, 300))
    (square,) = [part for part in crops(900, 300, focus) if part.ratio == "1x1"]
    made = Image.open(io.BytesIO(encoded(image, square, focus)))
    assert made.size == (300, 300)
    ends = {"red" if pixel[0] > 128 else "blue" for pixel in (made.getpixel((5, 9)), made.getpixel((295, 9)))}  # type: ignore[index,operator]
    assert ends == colours


def test_it_gives_other_addresses_to_other_cuts_and_the_same_to_the_whole() -> None:
    one, other = (described("k" * 32, 900, 600, focus, "/media/") for focus in ((50, 50), (10, 50)))
    assert one["srcset"] == other["srcset"]
    assert one["card"]["srcset"] != other["card"]["srcset"]
    assert {part["src"] for part in one["crops"].values()}.isdisjoint(part["src"] for part in other["crops"].values())


def test_it_makes_no_name_that_has_no_address() -> None:
    for width, height in ((100, 1000), (1000, 100), (3840, 2160)):
        for one in (*wholes(width, height), *crops(width, height, (100, 100))):
            assert re.fullmatch(NAME, one.name)
            assert one.width >= 1 and one.height >= 1
