"""What the tests share: the built site on a local server, and a real browser."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from scripts.addresses import ledger
from scripts.browser import find
from scripts.project import ROOT, Project

SITE = ROOT / "site"


def addresses() -> list[str]:
    """Address of every page of the built site below its root, the error page included."""
    pages = [path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html")]
    return sorted(page.removesuffix("index.html") for page in pages)


def in_theme(address: str) -> bool:
    """Whether a page is more than a redirect or an embed, which stand without the theme (tests/test_kit.py)."""
    return not address.startswith(("q/", "embed/")) and address not in _moved()


@functools.cache
def _moved() -> set[str]:
    return {row.address for row in ledger(Project()) if row.moved_to}


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Address of a local server of a folder, ending in a slash."""
    handler = functools.partial(_QuietHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def base() -> Iterator[str]:
    """Address of a local server of the built site, ending in a slash."""
    with served(SITE) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; scripts.browser has made sure there is one."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find(playwright),
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-features=SpareRendererForSitePerProcess"],
        )
        yield browser
        browser.close()


@pytest.fixture
def desktop(browser: Browser, base: str) -> Iterator[Page]:
    """A page in a wide window, with relative addresses resolved against the site."""
    yield from _page(browser, base, viewport={"width": 1280, "height": 900})


@pytest.fixture
def phone(browser: Browser, base: str) -> Iterator[Page]:
    """A page in a window as narrow as a phone."""
    yield from _page(browser, base, viewport={"width": 360, "height": 740})


@pytest.fixture
def scriptless(browser: Browser, base: str) -> Iterator[Page]:
    """A page on a phone without JavaScript."""
    yield from _page(browser, base, viewport={"width": 360, "height": 740}, java_script_enabled=False)


def _page(browser: Browser, base: str, **options: object) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(base_url=base, **options)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def project() -> Project:
    """The project whose site was built."""
    return Project()


# Counts what the search box asks and what it is answered.
_COUNT_ANSWERS = """() => {
  const search = window.iasSearch;
  if (search.asked !== undefined) return;
  Object.assign(search, { asked: 0, answered: 0 });
  const post = search.postMessage;
  search.postMessage = (message) => { if (message.type === 2) { search.asked += 1; search.lastAsked = message.data; } post(message); };
  search.addEventListener("message", ({ data }) => { if (data.type === 3) search.answered += 1; });
}"""


def type_query(page: Page, query: str) -> None:
    """Type into the focused search box, and wait until each query typed so has been answered."""
    page.evaluate(_COUNT_ANSWERS)
    page.keyboard.type(query)
    page.wait_for_function(
        "() => { const { asked, answered, lastAsked } = window.iasSearch; return asked === answered && lastAsked === document.activeElement.value; }"
    )


def text_of(path: Path) -> str:
    """Text of a file of the built site."""
    return path.read_text("utf-8")
