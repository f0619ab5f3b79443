"""What comes in by a path: texts with side files, archives, JSON lines, pages, feeds; and what is refused."""

import bz2
import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from articles.ingest.arrivals import Arrival, arrivals, is_way_in
from articles.ingest.reading import Details

TEXT = "Bridge reopens\n\nThe bridge over the Lune reopened on Tuesday, the council said.\n"


def come(path: Path, *, limit: int = 1 << 20, archive_limit: int = 1 << 24) -> list[Arrival]:
    return list(arrivals(path, limit=limit, archive_limit=archive_limit))


def known(arrival: Arrival) -> Details:
    assert arrival.report is not None
    return arrival.report.details


def zipped(path: Path, files: Iterable[tuple[str | zipfile.ZipInfo, bytes]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return path


def tarred(path: Path, files: Iterable[tuple[tarfile.TarInfo | str, bytes]], mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for given, data in files:
            info = given if isinstance(given, tarfile.TarInfo) else tarfile.TarInfo(given)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def test_a_text_comes_with_what_its_side_file_knows(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(TEXT)
    (tmp_path / "bridge.toml").write_text(
        'outlet = "Lune Valley Post"\naddress = "https://post.example/bridge"\ndate = 2024-03-05\nauthor = ["Ana Horvat"]\n'
    )
    (arrival,) = come(tmp_path / "bridge.txt")
    assert arrival.report is not None and arrival.report.text == TEXT
    assert known(arrival).as_dict() == {
        "outlet": "Lune Valley Post",
        "address": "https://post.example/bridge",
        "date": "2024-03-05",
        "author": ["Ana Horvat"],
    }


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("outlet = ", "bridge.toml cannot be read"),
        ('paper = "Post"', "there is no field “paper”"),
        ('address = "javascript:alert(1)"', "the field “address” is wrong"),
        ('date = "yesterday"', "the field “date” is wrong"),
        ("outlet = true", "the field “outlet” is wrong"),
        (f'headline = "{"x" * 301}"', "longer than 300 characters"),
    ],
)
def test_a_side_file_that_makes_no_sense_is_named(tmp_path: Path, said: str, why: str) -> None:
    (tmp_path / "bridge.txt").write_text(TEXT)
    (tmp_path / "bridge.toml").write_text(said)
    (arrival,) = come(tmp_path / "bridge.txt")
    assert arrival.report is None
    assert why in arrival.refused


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz", "tar.bz2", "tar.xz"])
def test_an_archive_gives_its_reports_in_the_order_of_their_names(tmp_path: Path, kind: str) -> None:
    files = [
        ("b/two.txt", TEXT.encode()),
        ("a.txt", b"A text\n"),
        ("b/two.toml", b'outlet = "Post"'),
        ("notes.md", b"#"),
    ]
    path = tmp_path / f"reports.{kind}"
    if kind == "zip":
        zipped(path, files)
    else:
        tarred(path, files, "w:" + kind.partition(".")[2] if "." in kind else "w")
    one, two = come(path)
    assert one.label == f"{path}:a.txt"
    assert two.report is not None and two.report.name == "b/two.txt"
    assert two.report.raw == TEXT.encode()
    assert known(two).outlet == "Post"


def test_members_that_are_no_plain_files_are_refused_one_by_one(tmp_path: Path) -> None:
    link = tarfile.TarInfo("link.txt")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    device = tarfile.TarInfo("device.txt")
    device.type = tarfile.CHRTYPE
    files: list[tuple[tarfile.TarInfo | str, bytes]] = [
        ("../outside.txt", b"Outside\n"),
        ("/rooted.txt", b"Rooted\n"),
        (link, b""),
        (device, b""),
        ("inner.zip", b"PK"),
        ("good.txt", b"Good\n"),
    ]
    found = {arrival.label.rpartition(":")[2]: arrival for arrival in come(tarred(tmp_path / "reports.tgz", files))}
    assert found.pop("good.txt").report is not None
    assert {name: arrival.refused for name, arrival in found.items()} == {
        "../outside.txt": "its name leads out of the archive.",
        "/rooted.txt": "its name leads out of the archive.",
        "link.txt": "it is a link or a device, not a file.",
        "device.txt": "it is a link or a device, not a file.",
        "inner.zip": "it is an archive within an archive: unpack it first.",
    }


def test_links_in_a_zip_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    back = zipfile.ZipInfo("C:\\back.txt")
    back.filename = "C:\\back.txt"
    (one, two) = come(zipped(tmp_path / "reports.zip", [(link, b"/etc/passwd"), (back, b"Back\n")]))
    assert {one.refused, two.refused} == {
        "it is a link or a device, not a file.",
        "its name leads out of the archive.",
    }


@pytest.mark.parametrize("kind", ["zip", "tgz"])
def test_a_bomb_stops_at_the_limit(tmp_path: Path, kind: str) -> None:
    bomb = b"bomb " * 2_000_000
    files = [(f"{number}.txt", bomb) for number in range(3)]
    path = tmp_path / f"bomb.{kind}"
    (zipped if kind == "zip" else tarred)(path, files)  # type: ignore[operator]
    assert path.stat().st_size < 100_000
    arrivals = come(path, limit=1 << 20, archive_limit=1 << 21)
    assert arrivals and all(arrival.refused for arrival in arrivals)


def test_a_member_beyond_the_limit_takes_no_other_with_it(tmp_path: Path) -> None:
    path = zipped(tmp_path / "reports.zip", [("a.txt", b"x" * 5_000), ("b.txt", TEXT.encode())])
    large, good = come(path, limit=1_000)
    assert "larger than the limit" in large.refused
    assert good.report is not None


@pytest.mark.parametrize("cut", [10, 60, -30])
@pytest.mark.parametrize("name", ["reports.zip", "reports.tgz", "reports.tar.xz"])
def test_a_damaged_archive_is_refused_in_words(tmp_path: Path, name: str, cut: int) -> None:
    path = tmp_path / name
    files = [("a.txt", TEXT.encode() * 40)]
    zipped(path, files) if name.endswith("zip") else tarred(path, files, "w:gz" if name.endswith("gz") else "w:xz")
    path.write_bytes(path.read_bytes()[:cut])
    found = come(path)
    assert found and all("damaged" in arrival.refused for arrival in found)


def test_json_lines_give_a_report_a_line(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    said = [
        {"name": "bridge.txt", "text": TEXT, "outlet": "Lune Valley Post", "author": "Ana Horvat", "date": ""},
        {"text": TEXT},
        {"name": "../x.txt", "text": TEXT},
        {"name": "odd.txt", "text": TEXT, "colour": "red"},
        [1],
    ]
    path.write_text("\n".join([*map(json.dumps, said), "{", ""]))
    good, *bad = come(path)
    assert good.label == f"{path}:1"
    assert good.report is not None and good.report.text == TEXT
    assert known(good).as_dict() == {"outlet": "Lune Valley Post", "author": ["Ana Horvat"]}
    assert [arrival.label.rpartition(":")[2] for arrival in bad] == ["2", "3", "4", "5", "6"]
    assert all(arrival.refused for arrival in bad)


PAGE = """<html><head><title>Bridge reopens - Lune Valley Post</title><meta property="og:title" content="Bridge reopens">
<meta property="og:site_name" content="Lune Valley Post"><meta name="author" content="Ana Horvat">
<meta property="article:published_time" content="2024-03-05T09:00:00Z"><link rel="canonical" href="https://post.example/bridge">
<script>alert("never")</script></head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
<h1>Bridge reopens</h1><p>The bridge over the Lune reopened on Tuesday after two years of work, the council said in a statement.</p>
<p>“It is a good day for the whole valley,” said the mayor, Ivo Kranjc, who cut the ribbon in front of two hundred people.</p>
<p>Heavy lorries will have to wait until the summer, when the second carriageway is to be opened to them too.</p></article>
<footer>All rights reserved. Newsletter. Cookies.</footer></body></html>"""


def test_a_page_gives_its_article_and_keeps_the_page(tmp_path: Path) -> None:
    (tmp_path / "bridge.html").write_text(PAGE)
    (arrival,) = come(tmp_path / "bridge.html")
    assert arrival.report is not None and arrival.report.name == "bridge.html.txt"
    assert arrival.report.text.startswith("Bridge reopens\n\nThe bridge over the Lune reopened")
    assert "Newsletter" not in arrival.report.text and "never" not in arrival.report.text
    assert arrival.report.original == PAGE.encode()
    assert known(arrival).as_dict() == {
        "headline": "Bridge reopens",
        "outlet": "Lune Valley Post",
        "address": "https://post.example/bridge",
        "date": "2024-03-05",
        "author": ["Ana Horvat"],
    }


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_text("<html><body><nav>Home</nav></body></html>")
    (arrival,) = come(tmp_path / "empty.html")
    assert arrival.refused == "no article was found on this page."


def test_a_page_of_very_many_tags_is_refused_before_its_text_is_looked_for(tmp_path: Path) -> None:
    (tmp_path / "many.html").write_text("<html><body><article>" + "<p>The bridge reopened.</p>" * 20_001)
    (arrival,) = come(tmp_path / "many.html")
    assert "more than 20000 tags" in arrival.refused


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"name":"a.txt","text":' + "[" * 100_000, "no JSON"),
        ('{"name":"a.txt",}', "no JSON: see its character 17."),
        ('{"name":"a.txt","text":"Here it is.","date":1e400}', "the field “date” is wrong"),
        ('{"name":"a.txt","text":"Here it is.","date":' + "9" * 5_000 + "}", "no JSON"),
        (r'{"name":"a\u0000.txt","text":"Here it is."}', "its name is longer than 255 characters, or none"),
        (r'{"name":"a.txt","text":"Here \ud800 it is."}', "half a character"),
        (r'{"name":"a.txt","text":"Here it is.","headline":"\ud800"}', "the field “headline” is wrong"),
        (r'{"name":"a.txt","text":"Here it is.","headline":"a\u0000"}', "there is a control character in it"),
    ],
)
def test_a_line_that_was_made_to_break_something_is_refused_alone(tmp_path: Path, line: str, why: str) -> None:
    (tmp_path / "wire.jsonl").write_text(line + "\n" + json.dumps({"name": "good.txt", "text": TEXT}))
    bad, good = come(tmp_path / "wire.jsonl")
    assert why in bad.refused
    assert good.report is not None


@pytest.mark.parametrize("said", ["outlet = 0x" + "f" * 9_000, "outlet = " + "[" * 9_000, "date = 25:61:00"])
def test_a_side_file_that_was_made_to_break_something_is_named(tmp_path: Path, said: str) -> None:
    (tmp_path / "bridge.txt").write_text(TEXT)
    (tmp_path / "bridge.toml").write_text(said)
    (arrival,) = come(tmp_path / "bridge.txt")
    assert "bridge.toml" in arrival.refused


def test_a_fault_in_what_reads_a_page_refuses_that_page_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object, **options: object) -> None:
        raise RecursionError

    monkeypatch.setattr("articles.ingest.arrivals.pages.page", broken)
    (tmp_path / "bridge.html").write_text(PAGE)
    (arrival,) = come(tmp_path / "bridge.html")
    assert arrival.refused == "a fault in this program (RecursionError): please report it."


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Lune Valley Post</title><item><title>Bridge reopens</title><link>https://post.example/bridge</link><guid>b1</guid>
<pubDate>Tue, 05 Mar 2024 09:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[<p>The bridge
reopened &amp; stays open.</p><p>“A good day,” said Ivo Kranjc.</p><script>alert(1)</script>]]></content:encoded></item>
<item><title>Nothing in it</title><guid>b2</guid></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Radio</title><id>x</id><entry>
<id>tag:radio.example,2024:1</id><title>Ferry sails</title><link href="https://radio.example/1"/><updated>2024-03-06T08:00:00Z</updated>
<author><name>Mia Berg</name></author><summary>The ferry sails again from Friday, its owners said.</summary></entry></feed>"""


def test_a_feed_gives_its_entries(tmp_path: Path) -> None:
    (tmp_path / "post.rss").write_text(RSS)
    (tmp_path / "radio.atom").write_text(ATOM)
    bridge, nothing = come(tmp_path / "post.rss")
    assert bridge.report is not None
    assert bridge.report.text.split("\n\n")[0] == "Bridge reopens"
    assert "“A good day,” said Ivo Kranjc." in bridge.report.text and "alert" not in bridge.report.text
    assert known(bridge).as_dict() == {
        "headline": "Bridge reopens",
        "outlet": "Lune Valley Post",
        "address": "https://post.example/bridge",
        "date": "2024-03-05",
    }
    assert nothing.refused == "the entry has no text."
    (ferry,) = come(tmp_path / "radio.atom")
    assert known(ferry).author == ("Mia Berg",) and known(ferry).outlet == "Harbour Radio"
    again = come(tmp_path / "post.rss")[0]
    assert again.report is not None and again.report.name == bridge.report.name


def test_a_feed_that_expands_without_end_is_refused(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{entities}]><rss><channel><title>&e8;</title></channel></rss>'
    (tmp_path / "bomb.rss").write_text(bomb)
    assert [arrival.report for arrival in come(tmp_path / "bomb.rss")] == [None]


def test_a_feed_reads_no_file_of_this_machine(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("heron")
    (tmp_path / "feed.rss").write_text(
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]><rss version="2.0"><channel>'
        "<item><title>T &x;</title><description>&x; some text</description></item></channel></rss>"
    )
    (arrival,) = come(tmp_path / "feed.rss")
    assert "heron" not in (arrival.report.text if arrival.report else "")


def test_it_takes_from_folders_what_ends_like_a_report() -> None:
    names = ["a.txt", "A.TXT", "b.html", "c.zip", "d.tar.gz", "e.jsonl", "f.rss", "g.atom"]
    assert all(map(is_way_in, names))
    assert not any(map(is_way_in, ["a.toml", ".a.txt", "b.md", "c.json", "d.gz", "e.xml", "f.jpg"]))


def test_a_packed_text_is_no_archive(tmp_path: Path) -> None:
    for name, pack in (("a.tgz", gzip.compress), ("a.tar.bz2", bz2.compress)):
        (tmp_path / name).write_bytes(pack(TEXT.encode()))
        (arrival,) = come(tmp_path / name)
        assert "damaged" in arrival.refused
