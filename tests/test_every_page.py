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
# WCAG 2.2 AA, and 7:1 for text (AAA), which the design asks for. Both rules of contrast are needed: what
# misses AA's 4.5:1 is left by the enhanced rule to the other.
CONTRAST = ["color-contrast", "color-contrast-enhanced"]
EVERYTHING = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "rules": {"color-contrast-enhanced": {"enabled": True}}}
# Contrast takes axe longer than all the rest together.
BUT_CONTRAST = {**EVERYTHING, "rules": {rule: {"enabled": False} for rule in CONTRAST}}
# What depends on the scheme; the markup is the same in both.
COLOURS = {"runOnly": {"type": "rule", "values": [*CONTRAST, "link-in-text-block"]}}
# The menu is the same on all pages of a room: it is judged on the room's first page, and left out elsewhere.
MENU = ".md-sidebar--primary"
# Of long runs of like rows, made from one template, the first are enough: axe's time grows with the square.
SHORTEN = """(most) => {
  for (const parent of document.querySelectorAll("tbody, ul, ol, section, article")) {
    const run = [...parent.children].filter(({ tagName, className }) => ["TR", "LI", "DIV", "SECTION"].includes(tagName) && className === parent.lastElementChild.className);
    for (const item of run.slice(most)) item.remove();
  }
}"""
LONGEST_RUN = 6


def violations(page: Page, rules: dict[str, object] = EVERYTHING, where: str | dict[str, object] | None = None) -> list[str]:
    """What axe finds, in the whole page or in what ``where`` (axe's context) names: rule, and place."""
    found = Axe().run(page, where, options={**rules, "resultTypes": ["violations"]}).response["violations"]
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


def _of_theme(address: str) -> bool:
    return in_theme(address) and not _made(address)


@pytest.mark.parametrize(("address", "number"), [(address, number) for number, address in enumerate(filter(_of_theme, addresses()))])
def test_page_is_accessible_and_whole(window: Window, base: str, address: str, number: int) -> None:
    """Both widths and both schemes; contrast in light at one width and in dark at the other, by turns of pages."""
    page = window.page
    window.wrong.clear()
    page.goto(base + address)
    for width in WIDTHS.values():
        _resize(page, width)
    page.evaluate(SHORTEN, LONGEST_RUN)
    where = None if address.count("/") < 2 else {"exclude": [[MENU]]}
    for place, (name, width) in enumerate(WIDTHS.items()):
        page.set_viewport_size({"width": width, "height": 740})
        if place == number % 2:
            assert violations(page, EVERYTHING, where) == [], f"light, {name}"
        else:
            assert violations(page, BUT_CONTRAST, where) == [], f"light, {name}"
            _switch(page, "slate")
            assert violations(page, COLOURS, where) == [], f"dark, {name}"
            _switch(page, "default")
    page.evaluate("localStorage.clear()")
    assert window.wrong == []
    assert page.context.cookies() == []


def _switch(page: Page, scheme: str) -> None:
    """As a reader does, by the switch in the header; the error page of a built site has it too."""
    page.evaluate("(scheme) => document.querySelector(scheme === 'slate' ? '#__palette_1' : '#__palette_0').click()", scheme)
    assert page.evaluate("document.body.dataset.mdColorScheme") == scheme


@pytest.mark.parametrize(("address", "number"), [(address, number) for number, address in enumerate(filter(_made, addresses()))])
def test_page_made_from_a_fact_is_accessible_and_whole(window: Window, base: str, address: str, number: int) -> None:
    """Some 500 pages from two templates share schemes and widths between them; what surrounds the text is judged above."""
    page = window.page
    window.wrong.clear()
    page.goto(base + address)
    _resize(page, tuple(WIDTHS.values())[number % 2])
    if number // 2 % 2:
        page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    assert violations(page, where="article") == []
    assert window.wrong == []
