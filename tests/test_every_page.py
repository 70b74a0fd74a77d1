"""Every page, on a phone and a wide screen, light and dark: accessible, whole, and alone with its own host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import addresses, in_theme
from playwright.sync_api import Browser, Page, Request

WIDTHS = {"phone": 360, "desktop": 1280}
# WCAG 2.2 AA, and 7:1 for text (AAA), which the design asks for. Both rules of contrast are needed:
# axe's rule for 7:1 lets pass what is below 4.5:1, because the other names it.
EVERYTHING = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
}
# What depends on the scheme; the markup is the same in both.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]}}
# Of long runs of like rows, made from one template, the first are enough: axe's time grows with the square.
SHORTEN = """(most) => {
  for (const parent of document.querySelectorAll("tbody, ul, ol, section, article")) {
    const run = [...parent.children].filter(({ tagName, className }) => ["TR", "LI", "DIV"].includes(tagName) && className === parent.lastElementChild.className);
    for (const item of run.slice(most)) item.remove();
  }
}"""
LONGEST_RUN = 20


def violations(page: Page, rules: dict[str, object] = EVERYTHING, inside: str | None = None) -> list[str]:
    """What axe finds, in the whole page or inside a part of it: rule, and where."""
    found = Axe().run(page, inside, options={**rules, "resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"][:3]]


class Window:
    """A browser window kept for all pages, because opening one takes longer than reading a page.

    It notes what goes wrong: errors, and requests to other hosts.
    """

    def __init__(self, page: Page, host: str) -> None:
        self.page = page
        self.wrong: list[str] = []
        page.on("console", lambda message: self.wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", lambda request: self._note(request, host))

    def _note(self, request: Request, host: str) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https"} and parts.netloc != host:
            self.wrong.append(f"asks another host: {request.url}")


@pytest.fixture(scope="session")
def window(browser: Browser, base: str) -> Iterator[Window]:
    """Reduced motion: a colour half way through a transition is no colour of ours."""
    context = browser.new_context(color_scheme="light", reduced_motion="reduce", viewport={"width": 360, "height": 740})
    yield Window(context.new_page(), urlsplit(base).netloc)
    context.close()


def _made(address: str) -> bool:
    return re.fullmatch(r"(evidence/claims|before/conditions)/.+", address) is not None


def _resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= width, f"the page scrolls sideways at {width} px"


@pytest.mark.parametrize("address", [address for address in addresses() if in_theme(address) and not _made(address)])
def test_page_is_accessible_and_whole(window: Window, base: str, address: str) -> None:
    page = window.page
    window.wrong.clear()
    page.goto(base + address)
    for width in WIDTHS.values():
        _resize(page, width)
    page.evaluate(SHORTEN, LONGEST_RUN)
    assert violations(page) == [], "light, desktop"
    _switch_to_dark(page)
    assert violations(page, COLOURS) == [], "dark, desktop"
    page.set_viewport_size({"width": WIDTHS["phone"], "height": 740})
    assert violations(page, COLOURS) == [], "dark, phone"
    page.evaluate("document.body.dataset.mdColorScheme = 'default'")
    assert violations(page) == [], "light, phone"
    page.evaluate("localStorage.clear()")
    assert window.wrong == []
    assert page.context.cookies() == []


def _switch_to_dark(page: Page) -> None:
    """As a reader does: by the switch in the header, where the page has one."""
    page.evaluate("document.querySelector('#__palette_1')?.click()")
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")


@pytest.mark.parametrize(("address", "number"), [(address, number) for number, address in enumerate(filter(_made, addresses()))])
def test_page_made_from_a_fact_is_accessible_and_whole(window: Window, base: str, address: str, number: int) -> None:
    """Some 500 pages from two templates share schemes and widths between them; what surrounds the text is judged above."""
    page = window.page
    window.wrong.clear()
    page.goto(base + address)
    _resize(page, tuple(WIDTHS.values())[number % 2])
    if number // 2 % 2:
        page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    assert violations(page, inside="article") == []
    assert window.wrong == []
