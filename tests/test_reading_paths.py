"""What a reader does: by keyboard alone, without JavaScript, on paper."""

from __future__ import annotations

import pytest
from conftest import SITE, addresses, text_of, type_query
from playwright.sync_api import Page, expect

QUESTION = "questions/blood-thinners/"
CARDS = "after/warning-signs/"


# --- Keyboard alone ---


def test_skip_link_is_first_and_leads_to_the_heading(desktop: Page) -> None:
    desktop.goto(QUESTION)
    desktop.keyboard.press("Tab")
    expect(desktop.locator(".md-skip")).to_be_focused()
    desktop.keyboard.press("Enter")
    assert desktop.evaluate("location.hash") == "#start"
    assert desktop.evaluate("document.querySelector(location.hash).tagName") == "H1"


def test_search_opens_answers_and_closes_by_keyboard(desktop: Page) -> None:
    desktop.goto("")
    desktop.keyboard.press("/")
    box = desktop.get_by_role("textbox", name="Search")
    expect(box).to_be_focused()
    expect(desktop.get_by_role("dialog", name="Search")).to_be_visible()
    type_query(desktop, "warfarin")
    expect(desktop.locator(".md-search-result__link").first).to_be_visible()
    desktop.keyboard.press("ArrowDown")
    expect(desktop.locator(".md-search-result__link").first).to_be_focused()
    desktop.keyboard.press("Escape")
    expect(box).not_to_be_focused()


def test_menu_of_a_phone_opens_by_keyboard(phone: Page) -> None:
    phone.goto("")
    menu = phone.get_by_role("button", name="Menu")
    menu.focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("link", name="Myths").first).to_be_in_viewport()


def test_citation_shows_its_source_and_leads_there_and_back(desktop: Page) -> None:
    desktop.goto(QUESTION)
    citation = desktop.locator(".ias-cite__link").first
    citation.focus()
    preview = desktop.get_by_role("tooltip")
    expect(preview).to_be_visible()
    expect(citation).to_have_accessible_description(preview.inner_text())
    desktop.keyboard.press("Escape")
    expect(preview).to_have_count(0)
    desktop.keyboard.press("Enter")
    source = desktop.evaluate("location.hash")
    assert source.startswith("#source-")
    back = desktop.locator(f"{source} .ias-source__back a").first
    back.focus()
    desktop.keyboard.press("Enter")
    assert desktop.evaluate("location.hash") == "#" + citation.get_attribute("id")


def test_claims_are_filtered_and_the_count_is_announced(desktop: Page) -> None:
    desktop.goto("evidence/claims/")
    rows = desktop.locator("tr[data-certainty]")
    total = rows.count()
    desktop.get_by_label("Find in these claims").fill("ear candle suction")
    shown = desktop.locator("tr[data-certainty]:visible").count()
    assert 0 < shown < total
    expect(desktop.locator(".ias-claims").get_by_role("status")).to_have_text(f"{shown} of {total} claims are shown.")
    desktop.get_by_label("Find in these claims").fill("")
    desktop.get_by_label("Direct or borrowed").select_option("borrowed")
    assert all("Borrowed from" in text for text in desktop.locator("tr[data-certainty]:visible").all_inner_texts())


# --- Without JavaScript ---


def test_without_javascript_the_warning_cards_and_menu_are_there(scriptless: Page) -> None:
    scriptless.goto(CARDS)
    expect(scriptless.locator(".ias-card--emergency")).to_be_visible()
    scriptless.locator("label[for='__drawer']").nth(1).click()
    expect(scriptless.get_by_role("link", name="Myths").first).to_be_visible()


@pytest.mark.parametrize("address", ["evidence/claims/", "before/who-should-not-have-it/", "compare/hot-stones/", QUESTION, ""])
def test_without_javascript_all_text_is_visible(scriptless: Page, address: str) -> None:
    scriptless.goto(address)
    texts = scriptless.locator("article :is(p, li, td, th, dt, dd, h2, h3):not([data-module][hidden], details *, form[hidden] *)")
    assert texts.count() > 10
    seen = "(one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.getClientRects().length > 0"
    assert texts.evaluate_all(f"(all) => all.filter((one) => !({seen})(one)).map((one) => one.textContent)") == []


def test_without_javascript_a_citation_leads_to_its_source(scriptless: Page) -> None:
    scriptless.goto(QUESTION)
    scriptless.locator(".ias-cite__link").first.click()
    expect(scriptless.locator("li.ias-source:target")).to_be_in_viewport()


# --- On paper ---


def test_printed_question_keeps_warnings_sources_dates_and_address(desktop: Page) -> None:
    desktop.goto(QUESTION)
    desktop.emulate_media(media="print")
    for part in (".ias-answer", ".ias-warning-line", ".ias-sources li", ".ias-end__dates", ".ias-end__checked", ".ias-end__address"):
        expect(desktop.locator(part).first).to_be_visible()
    expect(desktop.locator(".ias-end__address").first).to_contain_text(QUESTION)
    for part in (".md-header", ".md-sidebar--primary", ".md-footer"):
        expect(desktop.locator(part).first).to_be_hidden()


def test_print_button_prints(desktop: Page) -> None:
    desktop.add_init_script("window.print = () => { window.printed = true }")
    desktop.goto(QUESTION)
    desktop.get_by_role("button", name="Print this page").click()
    assert desktop.evaluate("window.printed") is True


# --- On every health page ---


def test_every_health_page_carries_answer_warning_dates_and_check(project) -> None:
    missing = []
    for page in project.pages:
        if not page.is_health:
            continue
        html = text_of(SITE / (page.src.removesuffix(".md").removesuffix("index") or ".") / "index.html")
        needed = ["ias-answer", page.meta["reviewed_on"], page.meta["next_review"], "Not yet checked by a clinician", "mailto:"]
        needed.append("ias-card--emergency" if 'id="after-session-emergency"' in html else "ias-warning-line")
        missing += [(page.src, part) for part in needed if part not in html]
    assert missing == []


def test_error_page_leads_on(desktop: Page) -> None:
    desktop.goto("404.html")
    main = desktop.locator("article")
    for name in ("All questions", "Who should not have it", "Warning signs and emergency numbers"):
        expect(main.get_by_role("link", name=name)).to_be_visible()
    assert "404.html" in addresses()
