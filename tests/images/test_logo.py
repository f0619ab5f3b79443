"""A logo that came in: made anew as a PNG, or refused with a sentence."""

import io

import pytest
from PIL import Image

from articles.images.logo import LARGEST, MOST_BYTES, read_logo
from articles.images.reading import PictureRefused
from tests import pictures


def made(kind: str = "PNG", size: tuple[int, int] = (300, 90), mode: str = "RGBA", **options: object) -> io.BytesIO:
    out = io.BytesIO()
    Image.new(mode, size, "#9b1c1c" if mode == "RGB" else (155, 28, 28, 0)).save(out, kind, **options)
    out.seek(0)
    return out


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("WEBP", "RGBA"), ("JPEG", "RGB")])
def test_it_becomes_a_png_and_stays_transparent(kind: str, mode: str) -> None:
    body, key, width, height = read_logo(made(kind, mode=mode))
    image = Image.open(io.BytesIO(body))
    assert (image.format, image.size) == ("PNG", (width, height)) == ("PNG", (300, 90))
    assert len(key) == 20
    if mode == "RGBA":
        assert image.convert("RGBA").getpixel((5, 5))[3] == 0  # type: ignore[index]


def test_it_fits_the_top_of_a_page_and_carries_nothing_else() -> None:
    exif = Image.Exif()
    exif[0x010E] = "where it was taken"
    body, _key, width, height = read_logo(made("JPEG", (3000, 3000), "RGB", exif=exif))
    assert width <= LARGEST[0] and height <= LARGEST[1]
    assert b"where it was taken" not in body
    noise = Image.effect_noise(LARGEST, 90).convert("RGB")
    out = io.BytesIO()
    noise.save(out, "PNG")
    assert len(read_logo(io.BytesIO(out.getvalue()))[0]) < 120_000


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "no sound picture"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "no sound picture"),
        (made().getvalue()[:60], "no sound picture"),
        (made(size=(8, 8)).getvalue(), "8 × 8 pixels"),
        (pictures.bomb(5_000, 5_000), "5000 × 5000 pixels"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * MOST_BYTES, "larger than 2 MB"),
    ],
)
def test_it_refuses_what_is_no_logo(raw: bytes, said: str) -> None:
    with pytest.raises(PictureRefused, match=said):
        read_logo(io.BytesIO(raw))


def test_it_takes_no_animation_of_another_kind() -> None:
    with pytest.raises(PictureRefused):
        read_logo(made("GIF", mode="RGB"))
