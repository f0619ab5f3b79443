"""What is kept in the repository: seeds as they came, locks that fit, and nothing of anybody's machine."""

import hashlib
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
SEEDS = {
    "000_0dc1c6ddda803741.txt": "307df5b97e725090ca6b10900c0113f4bc2a2424de510a47e0d764e63f3df0f0",
    "004_7c6801585cd99c62.txt": "ea961f81b782d265bc78dac8e92aeb4fccfe2eb95fe41b4a6296914feccfc679",
}
LOCKS = {
    "requirements.txt": [],
    "requirements-production.txt": ["postgres", "redis"],
    "requirements-test.txt": ["postgres", "redis", "test"],
    "requirements-dev.txt": ["postgres", "redis", "test", "dev"],
}


def locked(lock: str) -> dict[str, set[str]]:
    """Package -> its pinned versions (Django has one for each range of Python)."""
    pins: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9.-]+)==([^ \\]+)", (ROOT / lock).read_text(), re.MULTILINE):
        pins.setdefault(name, set()).add(version)
    return pins


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_holds_the_seeds_byte_for_byte() -> None:
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (ROOT / "seeds").glob("*.txt")}
    assert found == SEEDS


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_what_the_project_asks_for(lock: str) -> None:
    pins = locked(lock)
    asked = [*PROJECT["dependencies"]]
    for extra in LOCKS[lock]:
        asked += PROJECT["optional-dependencies"][extra]
    for requirement in map(Requirement, asked):
        if requirement.name == "newsroom" or (requirement.marker and not requirement.marker.evaluate()):
            continue
        versions = pins.get(requirement.name.lower(), set())
        assert versions, f"{requirement.name} is not in {lock}: make lock"
        assert all(requirement.specifier.contains(version) for version in versions), f"{requirement}: make lock"


def test_locks_the_same_versions_everywhere() -> None:
    everything = locked("requirements-dev.txt")
    for lock in LOCKS:
        assert {name: versions for name, versions in everything.items() if name in locked(lock)} == locked(lock)


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_with_hashes_and_without_addresses(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    assert not re.search(r"^--?[a-z]", text, re.MULTILINE), "an option, such as an index, stands in the lock"
    for block in re.split(r"\n(?=[a-z0-9.-]+==)", text)[1:]:
        assert "--hash=sha256:" in block, block.splitlines()[0]


def test_names_nobodys_machine_and_no_registry() -> None:
    # Put together here, so that this file does not find itself.
    home = re.compile("(?<![\\w.])/(?:" + "|".join(["ro" + "ot", "wo" + "rk", "ho" + "me", "Us" + "ers"]) + ")/[\\w.]")
    registry = re.compile(
        "|".join(["py" + r"pi\.org", "python" + "hosted", "registry" + r"\.npm", "deb" + r"\.debian"])
    )
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        for number, line in enumerate(text.splitlines(), 1):
            if home.search(line) or registry.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert found == []


def test_readme_names_every_command_and_make_target() -> None:
    readme = (ROOT / "README.md").read_text()
    commands = {path.stem for path in (ROOT / "articles/management/commands").glob("*.py")} - {"__init__"}
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)
    missing = {f"manage.py {name}" for name in commands if f"manage.py {name}" not in readme}
    missing |= {f"make {name}" for name in targets if f"make {name}" not in readme}
    assert not missing


def test_readme_shows_pictures_that_are_there() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (ROOT / "README.md").read_text())
    assert shown
    assert [name for name in shown if not (ROOT / name).is_file()] == []
