"""A file that somebody chose: what is taken in, what is refused with which words, and what is left of it."""

import io

import pytest
from PIL import Image

from articles.images.reading import PictureRefused, Taken, read_picture
from tests import pictures


def read(content: bytes, name: str = "bridge.jpg", *, most_bytes: int = 1 << 20, most_pixels: int = 1_000_000) -> Taken:
    return read_picture(io.BytesIO(content), name=name, most_bytes=most_bytes, most_pixels=most_pixels)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_it_takes_each_form_by_its_content_whatever_its_name(form: str) -> None:
    image = read(pictures.picture((200, 150), form), "holiday.txt").image
    assert (image.mode, image.size, image.info) == ("RGB", (200, 150), {})


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (pictures.SVG, "is not a picture in JPEG"),
        (b"<script>alert(1)</script>" + pictures.picture((200, 150), "GIF"), "is not a picture in JPEG"),
        (pictures.picture((200, 150), "BMP"), "is not a picture in JPEG"),
        (pictures.picture()[:-400], "is damaged or incomplete"),
        (pictures.picture((200, 150), "PNG")[:200], "is damaged or incomplete"),
        (pictures.bomb(), "more than 1 million pixels"),
        (pictures.bomb(2_000, 2_000), "more than 1 million pixels"),
        (pictures.bomb(500, 500), "is damaged or incomplete"),
        (pictures.picture((99, 300)), "99 × 300 pixels"),
        (pictures.picture((1_200, 110)), "1200 × 110 pixels"),
        (pictures.picture() + b"\0" * (1 << 20), "is larger than 1.0"),
    ],
)
def test_it_refuses_what_is_no_sound_picture_and_says_why(content: bytes, says: str) -> None:
    with pytest.raises(PictureRefused) as refusal:
        read(content, "C:\\fake\\evil\u202egnp.jpg")
    assert says in str(refusal.value)
    assert str(refusal.value).startswith("“evil gnp.jpg” ")


def test_it_shortens_a_name_without_end() -> None:
    with pytest.raises(PictureRefused) as refusal:
        read(b"", "a" * 5_000 + ".jpg")
    assert len(str(refusal.value)) < 150


def test_it_leaves_nothing_of_the_file_but_its_pixels() -> None:
    content = pictures.picture(exif=pictures.exif(), comment=pictures.COMMENT, icc_profile=b"no profile at all")
    image = read(content).image
    assert (image.info, dict(image.getexif())) == ({}, {})


def test_it_turns_a_picture_upright() -> None:
    # 6: the camera was turned a quarter clockwise (EXIF 2.32, tag 0x0112); what was left is now above.
    image = read(pictures.picture((640, 480), exif=pictures.exif(orientation=6))).image
    assert image.size == (480, 640)
    above, below = image.getpixel((240, 20)), image.getpixel((240, 620))
    assert above[0] > 200 and below[2] > 200  # type: ignore[index,operator]


def test_it_lays_what_is_transparent_on_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (200, 150), (0, 0, 0, 0)).save(out, "PNG")
    assert read(out.getvalue()).image.getpixel((5, 5)) == (255, 255, 255)


def test_it_keeps_the_shades_of_sixteen_bits_of_grey() -> None:
    out = io.BytesIO()
    Image.new("I;16", (200, 150), 0x8000).save(out, "PNG")
    assert read(out.getvalue()).image.getpixel((5, 5)) == (128, 128, 128)


@pytest.mark.parametrize("mode", ["CMYK", "L", "1", "P"])
def test_it_makes_every_kind_of_pixel_red_green_and_blue(mode: str) -> None:
    form = "JPEG" if mode in {"CMYK", "L"} else "PNG"
    assert read(pictures.picture((200, 150), form, mode)).image.mode == "RGB"


def test_it_reads_what_a_camera_says() -> None:
    taken = read(pictures.picture(exif=pictures.exif()))
    assert (taken.caption, taken.credit, taken.rights) == ("A ferry at the quay", "Ina Quell", "(c) Ina Quell")


def test_it_believes_an_agency_before_a_camera() -> None:
    said = {"caption": "Die Fähre\r\nam Kai", "byline": "Lee Vos", "credit": "Baltic Wire", "rights": "Editorial use"}
    taken = read(pictures.with_iptc(pictures.picture(exif=pictures.exif()), **said))
    assert (taken.caption, taken.credit, taken.rights) == ("Die Fähre am Kai", "Lee Vos / Baltic Wire", "Editorial use")


def test_it_lives_with_broken_words_in_a_file() -> None:
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0\xff\xff\xff\xff\x1c\x02\x78\xff\xff"
    jpeg = pictures.picture()
    taken = read(jpeg[:2] + b"\xff\xed\x00" + bytes([len(block) + 2]) + block + jpeg[2:])
    assert taken.caption == ""
