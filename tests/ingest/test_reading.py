import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.reading import Refused, decode, open_report

STORY = "Council votes on bridge\n\n“We will mend it,” said Mayor Ana Horvat in Niš.\n"
LIMIT = 10_000


def opened(path: Path) -> object:
    return open_report(path, limit=LIMIT)


def file(tmp_path: Path, raw: bytes, name: str = "report.txt") -> Path:
    path = tmp_path / name
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (STORY.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + STORY.encode(), "utf-8"),
        (STORY.replace("\n", "\r\n").encode(), "utf-8"),
        (STORY.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + STORY.encode("utf-16-be"), "utf-16-be"),
        (STORY.encode("utf-16-le"), "utf-16-le"),
        (STORY.encode("utf-32"), "utf-32-le"),
        (STORY.replace("š", "s").encode("cp1252"), "cp1252"),
        ("Café «déjà vu»\n".encode("cp1252"), "cp1252"),
        (b"He said \x93no\x94 \x96 twice.\n", "cp1252"),
    ],
)
def test_it_tells_the_encoding_and_keeps_every_byte(tmp_path: Path, raw: bytes, encoding: str) -> None:
    report = open_report(file(tmp_path, raw), limit=LIMIT)
    assert report.encoding == encoding
    assert report.text.encode(report.encoding) == raw
    assert bool(report.warnings) == (encoding != "utf-8")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b"\n \t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        ("\u00a0\n\u200b".encode(), "empty"),
        (STORY.replace(" ", "\0").encode(), "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x01\x02\x03\x04ab" * 9, "binary"),
        (STORY.encode()[:26], "byte 25 is not UTF-8"),
        (STORY.encode() + b"\xff", "not UTF-8"),
        (b"ok \xff\xfe\xc3\x28 \xed\xa0\x80 ok\n", "not UTF-8"),
        (b"\xff\xfe\x00\xd8\x00", "utf-16-le"),
        (b"a" * (LIMIT + 1), "larger than the limit of 10000 bytes"),
    ],
)
def test_it_refuses_what_is_no_text_and_says_why(tmp_path: Path, raw: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        opened(file(tmp_path, raw))


def test_it_refuses_a_report_of_too_many_lines(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="lines"):
        open_report(file(tmp_path, b"x\n" * 250_001), limit=1_000_000)


def test_it_refuses_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "dangling.txt").symlink_to("nowhere")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "outside.txt").symlink_to("/etc/passwd")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket.txt"))
        for name, reason in {
            "folder.txt": "folder",
            "pipe.txt": "pipe",
            "dangling.txt": "does not exist",
            "loop.txt": "back to itself",
            "outside.txt": "outside its folder",
            "socket.txt": "socket",
            "absent.txt": "no such file",
        }.items():
            with pytest.raises(Refused, match=reason):
                opened(tmp_path / name)


def test_it_follows_a_link_within_the_folder(tmp_path: Path) -> None:
    file(tmp_path, STORY.encode())
    (tmp_path / "link.txt").symlink_to("report.txt")
    assert open_report(tmp_path / "link.txt", limit=LIMIT).text == STORY


def test_it_refuses_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(tmp_path, STORY.encode())
    path.chmod(0)
    if os.geteuid() == 0:  # who may read everything

        def denied(*args: object) -> int:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", denied)
    with pytest.raises(Refused, match="permissions"):
        opened(path)


def test_a_file_name_that_is_not_utf8_is_kept_in_a_form_that_a_database_takes(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    report = open_report(file(tmp_path, STORY.encode(), name), limit=LIMIT)
    assert report.name == "caf\ufffd.txt"


@given(st.binary(max_size=200))
def test_whatever_the_bytes_they_come_back_or_are_refused(raw: bytes) -> None:
    try:
        text, encoding = decode(raw)
    except Refused:
        return
    assert text.encode(encoding) == raw
    assert "\0" not in text
