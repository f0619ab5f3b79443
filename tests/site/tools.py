"""Checks by programs of others, where they are installed: the HTML validator of the W3C (vnu) and Lighthouse."""

import json
import os
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

RUNS = 3  # of Lighthouse: on a busy machine the same page earns 94 and 100
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def vnu() -> list[str]:
    """The command that validates, or [] where it is missing: NEWSROOM_TEST_VNU (a program or a .jar), `vnu` on PATH."""
    found = os.environ.get("NEWSROOM_TEST_VNU") or shutil.which("vnu") or ""
    return ["java", "-Xss2m", "-jar", found] if found.endswith(".jar") else [found] if found else []


def lighthouse() -> list[str]:
    """The command, or [] where it is missing: NEWSROOM_TEST_LIGHTHOUSE, `lighthouse` on PATH."""
    found = os.environ.get("NEWSROOM_TEST_LIGHTHOUSE") or shutil.which("lighthouse")
    return [found] if found else []


def invalid(command: list[str], pages: dict[str, str]) -> dict[str, list[str]]:
    """Name -> faults of its HTML, warnings included, one run for all."""
    with tempfile.TemporaryDirectory() as folder:
        files = {Path(folder) / f"{number}.html": name for number, name in enumerate(pages)}
        for file, name in files.items():
            file.write_text(pages[name])
        done = subprocess.run(
            [*command, "--format", "json", "--exit-zero-always", *map(str, files)], capture_output=True, check=True
        )
        found: dict[str, list[str]] = {name: [] for name in pages}
        for message in json.loads(done.stderr)["messages"]:
            if message["type"] == "error" or message.get("subType") == "warning":
                name = files[Path(message["url"].removeprefix("file:"))]
                found[name].append(f"line {message.get('lastLine')}: {message['message']}")
    return found


def scores(command: list[str], address: str, chromium: str, *, listed: bool) -> dict[str, list[str]]:
    """Category -> faults: what is below 100, with the audits that failed. Performance is the median of `RUNS` runs.

    A quiet machine gives every kind of page 100; a busy one alone takes points, also from a page without any script.
    `listed` is whether the page may stand in search engines; of others it is not asked that it can.
    """
    flags = "--headless --no-sandbox --disable-gpu"
    runs = []
    for categories in [CATEGORIES] + [CATEGORIES[:1]] * (RUNS - 1):
        arguments = [
            *(*command, address, "--quiet", "--output=json", f"--chrome-flags={flags}"),
            f"--only-categories={','.join(categories)}",
            *([] if listed else ["--skip-audits=is-crawlable"]),
        ]
        for _attempt in range(4):  # now and then its Chromium does not start, or records nothing
            done = subprocess.run(arguments, capture_output=True, text=True, env=os.environ | {"CHROME_PATH": chromium})
            if done.returncode == 0:
                break
        else:
            return {"run": [f"it ended with {done.returncode}: {done.stderr.strip()[-300:]}"]}
        runs.append(json.loads(done.stdout))
    found: dict[str, list[str]] = {}
    for name in CATEGORIES:
        points = [run["categories"][name]["score"] for run in runs if name in run["categories"]]
        score = round(100 * statistics.median(points))
        weak = [
            reference["id"]
            for reference in runs[0]["categories"][name]["auditRefs"]
            if reference["weight"] and (runs[0]["audits"].get(reference["id"], {"score": 1})["score"] or 0) < 1
        ]
        found[name] = [] if score == 100 else [f"{score}: {' '.join(weak)}"]
    return found
