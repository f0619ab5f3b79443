"""Golden reports: a raw report in `<case>.txt` and what a person reads in it in `<case>.json`."""

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
"""The reports that the owner gave. Their expectations lie here as `seed-*.json`, the files themselves in `seeds/`."""

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")


@dataclass(frozen=True)
class Case:
    name: str
    path: Path
    gold: dict[str, Any]

    @property
    def text(self) -> str:
        return decode(self.path.read_bytes())


def decode(raw: bytes) -> str:
    """Bytes of a report file -> its text: UTF-16 with a mark, UTF-8 (a mark stays as first character), else cp1252."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def plain(text: str | None) -> str:
    """The reading text of a stretch: composed characters, no invisible ones, white space as single spaces."""
    return re.sub(r"\s+", " ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text or ""))).strip()


def load(name: str) -> Case:
    gold = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    folder = SEEDS if (SEEDS / gold["file"]).is_file() else HERE
    return Case(name, folder / gold["file"], gold)


def names() -> list[str]:
    return sorted(path.stem for path in HERE.glob("*.json"))


def load_all() -> list[Case]:
    return [load(name) for name in names()]
