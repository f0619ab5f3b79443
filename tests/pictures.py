"""Files of pictures for tests: sound ones, with what cameras and agencies write into them, and hostile ones."""

import io
import struct
import zlib
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.actions.pictures import take_in
from articles.images import files
from articles.models import Article, Picture

CAMERA = "Kamera GmbH"
COMMENT = "Left by the program that wrote it"


def picture(size: tuple[int, int] = (640, 480), form: str = "JPEG", mode: str = "RGB", **options: Any) -> bytes:
    """A picture red on the left and blue on the right, so that one sees where it was cut."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, size[0], size[1]))
    out = io.BytesIO()
    image.convert(mode).save(out, form, **options)
    return out.getvalue()


def exif(*, orientation: int = 1) -> Image.Exif:
    """What a telephone writes: who, what, and where on Earth."""
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010F] = CAMERA
    tags[0x010E] = "A ferry at the quay"
    tags[0x013B] = "Ina Quell"
    tags[0x8298] = "(c) Ina Quell"
    tags.get_ifd(0x8825).update({1: "N", 2: (57.0, 42.0, 3.0), 3: "E", 4: (11.0, 58.0, 5.0)})
    return tags


def iptc(**said: str) -> bytes:
    """The block of a JPEG in which agencies write: caption, byline, credit, rights."""
    numbers = {"byline": 80, "credit": 110, "rights": 116, "caption": 120}
    sets = b"".join(
        struct.pack(">BBBH", 0x1C, 2, numbers[name], len(text.encode())) + text.encode() for name, text in said.items()
    )
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(sets)) + sets + b"\0" * (len(sets) % 2)
    return b"Photoshop 3.0\0" + block


def with_iptc(jpeg: bytes, **said: str) -> bytes:
    block = iptc(**said)
    return jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + jpeg[2:]


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG of a few hundred bytes that says it has 900 million pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    lines = zlib.compress(b"\0" * 10_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def upload(content: bytes | None = None, name: str = "IMG_0042 Ana at home.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, picture() if content is None else content, "image/jpeg")


def on(article: Article, content: bytes | None = None, **fields: Any) -> Picture:
    """A picture with a file, as the desk has put it on an article."""
    kept = take_in(io.BytesIO(picture() if content is None else content), name="bridge.jpg")
    values = {"caption": "The bridge", "alt": "A bridge at night", "credit": "R. Reyes"} | fields
    return Picture.objects.create(article=article, file=kept.key, width=kept.width, height=kept.height, **values)


def clear() -> None:
    """Forget the files that other tests have left in the memory of this process."""
    for key, _made_at in list(files.kept()):
        files.delete(key)
