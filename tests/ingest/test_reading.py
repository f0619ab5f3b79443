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
        ("« Voilà\u00a0», dit-elle. « C’est terminé\u00a0», a-t-il ajouté.\n".encode("cp1252"), "cp1252"),
        ("Bus na hÉireann said so, Brendan Ó Sé wrote. Tír na nÓg, “Sé”.\n".encode("cp1252"), "cp1252"),
        ("Ministrs Ādolfs Bērziņš sacīja: Ā, labi. Rīgā viss ir mierīgi.\n".encode("utf-16-be"), "utf-16-be"),
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
        (STORY.encode("utf-16-le") + b"\n", "not utf-16-le"),
        ("Wałęsa powiedział w Gdańsku, że sytuacja się zmieniła.".encode("cp1250"), "not UTF-8"),
        ("Wałęsa powiedział w Gdańsku, że sytuacja się zmieniła.".encode("iso8859-2"), "not UTF-8"),
        ("“We won’t go,” she said in the café. It’s naïve.".encode("mac_roman"), "not UTF-8"),
        ("Министр заявил во вторник, что цены выросли.".encode("cp1251"), "not UTF-8"),
        ("大臣は火曜日に物価が上昇したと述べた。".encode("shift_jis"), "not UTF-8"),
        ("部长周二表示物价上涨。".encode("gb18030"), "not UTF-8"),
        (b"Plain \xc3\xa9t\xe9 fran\xe7ais na\xefve d\xe9j\xe0 vu", "not UTF-8"),
        (b"a" * (LIMIT + 1), "larger than the limit of 10000 bytes"),
    ],
)
def test_it_refuses_what_is_no_text_and_says_why(tmp_path: Path, raw: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        opened(file(tmp_path, raw))


def test_it_refuses_a_report_of_too_many_lines(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="lines"):
        open_report(file(tmp_path, b"x\n" * 250_001), limit=1_000_000)


def test_lines_that_end_in_two_characters_are_counted_once(tmp_path: Path) -> None:
    assert open_report(file(tmp_path, b"x\r\n" * 250_000), limit=1_000_000).text


def test_it_refuses_a_line_of_a_million_characters(tmp_path: Path) -> None:
    line = b"word " * 200_000
    assert open_report(file(tmp_path, line + b"\n" + line), limit=3_000_000).text
    with pytest.raises(Refused, match="a line of more than 1000000"):
        open_report(file(tmp_path, b"x\n" + line + b"s"), limit=3_000_000)


def test_it_refuses_a_file_that_is_still_being_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(tmp_path, STORY.encode())
    look = os.fstat

    def growing(descriptor: int) -> os.stat_result:
        found = look(descriptor)
        with path.open("ab") as writer:
            writer.write(b"And one line more.\n")
        return found

    monkeypatch.setattr(os, "fstat", growing)
    with pytest.raises(Refused, match="changed while"):
        opened(path)


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
