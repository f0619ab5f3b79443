"""Renditions as this site serves them: for ever, by their type, and nothing else of the disk."""

import io

import pytest
from django.core.files.storage import default_storage
from django.test import Client

from articles.actions.pictures import take_in
from articles.images.files import MASTERS, PUBLIC, path_of
from articles.images.renditions import described
from tests import pictures

pytestmark = pytest.mark.sqlite


@pytest.fixture
def key() -> str:
    content = pictures.picture(exif=pictures.exif(), comment=pictures.COMMENT)
    return take_in(io.BytesIO(content), name="bridge.jpg").key


def test_it_serves_every_address_that_is_frozen_for_ever(client: Client, key: str) -> None:
    image = described(key, 640, 480, (50, 50), "/media/")
    srcsets = f"{image['srcset']}, {image['card']['srcset']}"
    addresses = {image["src"], image["card"]["src"], *(part["src"] for part in image["crops"].values())}
    addresses |= {one.split()[0] for one in srcsets.split(", ")}
    assert len(addresses) == 8
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == {"webp": "image/webp", "jpg": "image/jpeg"}[address.rpartition(".")[2]]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "immutable" in answer.headers["Cache-Control"] and "max-age=31536000" in answer.headers["Cache-Control"]
        head = client.head(address)
        assert (head.content, head.headers["Content-Length"]) == (b"", str(len(answer.content)))
        for sent in (
            {"if-none-match": answer.headers["ETag"]},
            {"if-modified-since": answer.headers["Last-Modified"]},
        ):
            again = client.get(address, headers=sent)
            assert (again.status_code, again.content) == (304, b"")


def test_it_keeps_no_byte_of_what_a_file_said(key: str) -> None:
    paths = [path_of(key, name) for name in default_storage.listdir(f"{PUBLIC}/{key}")[1]] + [f"{MASTERS}/{key}.jpg"]
    for path in paths:
        with default_storage.open(path) as file:
            content = file.read()
        for word in (b"Exif", b"GPS", b"Kamera", b"Quell", b"Left by", b"bridge", b"http"):
            assert word not in content, path


@pytest.mark.parametrize(
    "address",
    [
        "/media/{key}/master.jpg",
        "/media/{key}.jpg",
        "/media/masters/{key}.jpg",
        "/media/{key}/",
        "/media/{key}/641.webp",
        "/media/{key}/640.WEBP",
        "/media/{key}/640.svg",
        "/media/{key}/..%2f..%2fmasters%2f{key}.jpg",
        "/media/../masters/{key}.jpg",
        "/media/{key}/640.webp%00.jpg",
        "/media/{key}/640.webp%0a",
        "/media//etc/passwd",
        "/media/0000000000000000000000000000000/640.webp",
    ],
)
def test_it_has_no_other_file(client: Client, db: None, key: str, address: str) -> None:
    assert client.get(address.format(key=key)).status_code == 404
