"""Every page, on a phone and a wide screen, light and dark: accessible, whole, and alone with its own host."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import addresses
from playwright.sync_api import Browser, Page, Request

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


@pytest.mark.parametrize("address", addresses())
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_is_accessible_and_whole(browser: Browser, base: str, address: str, scheme: str) -> None:
    # Reduced motion: a colour half way through a transition is no colour of ours.
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce", viewport={"width": WIDTHS["phone"], "height": 740})
    page = context.new_page()
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
        for name, width in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": 740})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name}: the page scrolls sideways"
            assert violations(page) == [], name
        assert errors == []
        assert elsewhere == []
        assert context.cookies() == []
    finally:
        context.close()
