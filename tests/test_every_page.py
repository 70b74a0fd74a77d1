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
# WCAG 2.2 AA, and 7:1 for text (AAA), which the design asks for.
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations"],
}


def violations(page: Page) -> list[str]:
    """What axe finds: rule, and where."""
    found = Axe().run(page, options=AXE).response["violations"]
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


@pytest.mark.parametrize(("address", "scheme", "widths"), combinations())
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
            width = WIDTHS[name]
            page.set_viewport_size({"width": width, "height": 740})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name}: the page scrolls sideways"
            assert violations(page) == [], name
        assert errors == []
        assert elsewhere == []
        assert contexts[scheme].cookies() == []
    finally:
        page.close()
