"""Every page, on a phone and a wide screen, light and dark: accessible, whole, and alone with its own host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import addresses
from playwright.sync_api import Browser, BrowserContext, Page, Request

WIDTHS = {"phone": 360, "desktop": 1280}
# What depends on colours, and so on the scheme. 7:1 for text (AAA) is what the design asks for; it includes AA's 4.5:1.
COLOURS = ["color-contrast-enhanced", "link-in-text-block"]
# WCAG 2.2 AA and 7:1. The markup is the same in both schemes, so in the dark one the colours are judged.
RULES = {
    "light": {
        "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
        "rules": {"color-contrast-enhanced": {"enabled": True}, "color-contrast": {"enabled": False}},
    },
    "dark": {"runOnly": {"type": "rule", "values": COLOURS}},
}
# Of long runs of like rows, made from one template, the first are enough: axe's time grows with the square.
SHORTEN = """(most) => {
  for (const parent of document.querySelectorAll("tbody, ul, ol, section, article")) {
    const run = [...parent.children].filter(({ tagName, className }) => ["TR", "LI", "DIV"].includes(tagName) && className === parent.lastElementChild.className);
    for (const item of run.slice(most)) item.remove();
  }
}"""
LONGEST_RUN = 20


def violations(page: Page, scheme: str = "light") -> list[str]:
    """What axe finds: rule, and where."""
    found = Axe().run(page, options={**RULES[scheme], "resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"][:3]]


SCHEMES = ("light", "dark")


def combinations() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Address, scheme and widths of each test.

    Every page in both schemes and at both widths; but the pages of single claims, some 400
    made from one template, share the four between them.
    """
    claims = 0
    for address in addresses():
        if re.fullmatch(r"evidence/claims/.+", address):
            yield address, SCHEMES[claims % 2], (tuple(WIDTHS)[claims // 2 % 2],)
            claims += 1
        else:
            yield from ((address, scheme, tuple(WIDTHS)) for scheme in SCHEMES)


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[dict[str, BrowserContext]]:
    """One window setting for each scheme, kept for all pages: opening one anew takes longer than a test.

    Reduced motion: a colour half way through a transition is no colour of ours.
    """
    opened = {scheme: browser.new_context(color_scheme=scheme, reduced_motion="reduce") for scheme in SCHEMES}
    yield opened
    for context in opened.values():
        context.close()


@pytest.mark.parametrize(("address", "scheme", "widths"), list(combinations()))
def test_page_is_accessible_and_whole(contexts: dict[str, BrowserContext], base: str, address: str, scheme: str, widths: tuple[str, ...]) -> None:
    page = contexts[scheme].new_page()
    page.set_viewport_size({"width": WIDTHS[widths[0]], "height": 740})
    errors: list[str] = []
    elsewhere: list[str] = []

    def note_request(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https"} and parts.netloc != urlsplit(base).netloc:
            elsewhere.append(request.url)

    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", note_request)
    try:
        page.goto(base + address)
        for name in widths:
            page.set_viewport_size({"width": WIDTHS[name], "height": 740})
            assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[name], f"{name}: the page scrolls sideways"
        page.evaluate(SHORTEN, LONGEST_RUN)
        for name in reversed(widths):
            page.set_viewport_size({"width": WIDTHS[name], "height": 740})
            assert violations(page, scheme) == [], name
        assert errors == []
        assert elsewhere == []
        assert contexts[scheme].cookies() == []
    finally:
        page.close()
