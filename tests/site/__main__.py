"""Looks at every kind of page; a line a page and a check, and an exit code of 1 when one fails.

    python -m tests.site [KIND ...]

With kinds (`article`, `search`), pages whose kind begins so alone. The site lives in a folder that is gone afterwards.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

FAULTS_SHOWN = 5


def environment(folder: Path, port: int) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEWSROOM_")}
    return (
        kept
        | {name: value for name, value in os.environ.items() if name.startswith("NEWSROOM_TEST_")}
        | {
            "DJANGO_SETTINGS_MODULE": "tests.site.settings",
            "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright keeps an event loop in this thread
            "DATABASE_URL": f"sqlite:///{folder}/site.sqlite3",
            "NEWSROOM_ENVIRONMENT": "development",
            "NEWSROOM_FOUR_EYES": "no",
            "NEWSROOM_LOG_LEVEL": "ERROR",
            "NEWSROOM_SECRET_KEY": "a key for this one site alone, it is long enough and no secret",
            "NEWSROOM_SITE_URL": f"http://127.0.0.1:{port}",
            "NEWSROOM_WORKERS": "2",
            "PORT": str(port),
            "SITE_CHECK_FOLDER": str(folder),
        }
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(base: str) -> Iterator[None]:
    command = [sys.executable, "-m", "gunicorn", "--config", "python:newsroom.gunicorn", "newsroom.wsgi"]
    with subprocess.Popen(command) as server:
        try:
            for _ in range(100):
                if fetch(f"{base}/healthz")[0] == 200:
                    break
                time.sleep(0.1)
            yield
        finally:
            server.terminate()


def fetch(address: str) -> tuple[int, str, bytes]:
    """(status, content type, body); 0 where nobody answers."""
    try:
        with urlopen(Request(address), timeout=20) as answer:  # noqa: S310 (the site that was just started)
            return answer.status, answer.headers["Content-Type"], answer.read()
    except HTTPError as error:
        return error.code, error.headers["Content-Type"], error.read()
    except URLError:
        return 0, "", b""


class Tally:
    """Prints each finding and counts the bad ones."""

    def __init__(self) -> None:
        self.good = self.bad = 0

    def note(self, page: str, check: str, faults: Iterable[str]) -> None:
        wrong = list(faults)
        self.good, self.bad = self.good + (not wrong), self.bad + bool(wrong)
        print(f"{'FAIL' if wrong else 'PASS'}  {page:<22} {check}", *wrong[:FAULTS_SHOWN], sep="\n      ", flush=True)


def check(base: str, tally: Tally, kinds: list[str]) -> None:
    from playwright.sync_api import sync_playwright

    from tests.conftest import CHROMIUM
    from tests.site import browser, documents, made, tools

    texts: dict[str, str] = {}
    titles: dict[str, str] = {}

    def look(chromium: Any, page: made.Page) -> None:
        status, _, body = fetch(base + page.path)
        texts[page.kind] = body.decode()
        tally.note(page.kind, "head", documents.head(texts[page.kind], base + page.path, found=status == 200))
        title = documents.Head(texts[page.kind]).title
        tally.note(page.kind, "title", [f"as {titles[title]}: {title}"] if title in titles else [])
        if not page.kind.endswith("empty"):
            titles[title] = page.kind
        if page.kind.startswith("article"):
            tally.note(page.kind, "structured data", documents.news_article(texts[page.kind]))
        for name, faults in browser.looked_at(chromium, base, page):
            tally.note(page.kind, name, faults)

    if CHROMIUM is None:
        sys.exit("No Chromium on this machine, so nothing can be looked at.")
    with sync_playwright() as playwright:
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        pages = [page for page in made.EMPTY if wanted(page.kind, kinds)]
        for page in pages:
            look(chromium, page)
        filled = [page for page in made.fill() if wanted(page.kind, kinds)]
        for page in filled:
            look(chromium, page)
        chromium.close()
    if not kinds:
        for path in documents.FILES:
            status, content_type, body = fetch(base + path)
            answer = [f"answers {status}"] if status != 200 else documents.faults_of_file(path, body, content_type)
            tally.note(path, "file", answer)
    if command := tools.vnu():
        for kind, faults in tools.invalid(command, texts).items():
            tally.note(kind, "valid HTML", faults)
    else:
        print("No HTML validator: vnu is neither on PATH nor named by NEWSROOM_TEST_VNU, so validity was left out.")
    if command := tools.lighthouse():
        for page in filled:
            if page.status == 200:
                listed = "noindex" not in documents.Head(texts[page.kind]).meta.get("robots", "")
                scores = tools.scores(command, base + page.path, CHROMIUM, listed=listed)
                for name, faults in scores.items():
                    tally.note(page.kind, f"Lighthouse {name}", faults)
    else:
        print("No Lighthouse on PATH nor named by NEWSROOM_TEST_LIGHTHOUSE, so its scores were left out.")


def wanted(kind: str, kinds: list[str]) -> bool:
    return not kinds or any(kind.startswith(begin) for begin in kinds)


def main() -> None:
    port, tally = free_port(), Tally()
    base = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= (own := environment(Path(folder), port))
        for name in set(os.environ) - set(own):
            del os.environ[name]
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        with served(base):
            check(base, tally, sys.argv[1:])
    print(f"{tally.good} checks passed, {tally.bad} failed.")
    sys.exit(1 if tally.bad else 0)


if __name__ == "__main__":
    main()
