"""The search: what a reader types, sees, hears and may rely on, through the real box."""

from __future__ import annotations

import gzip
import json
import re
import xml.etree.ElementTree as etree
from urllib.parse import urlsplit

import pytest
import yaml
from conftest import SITE, text_of, type_query
from playwright.sync_api import Page, Route, expect
from test_every_page import violations

from scripts import queries
from scripts.addresses import address
from scripts.project import ROOT, Project
from scripts.words import names_of

ASKED = queries.load(ROOT)
MOST_BYTES = 90 * 1024  # engine and index together, compressed
ENGINE = ("assets/javascripts/search/worker.mjs", "assets/javascripts/search/engine.mjs", "assets/javascripts/search/words.mjs", "assets/vendor/minisearch/minisearch.mjs")
INDEX = "search/answers.json"
RESULT = ".md-search-result__link"
PATIENCE = 60_000  # ms: the stock worker first reads an index of over 2 MB


@pytest.fixture(params=["phone", "desktop"])
def reader(request: pytest.FixtureRequest) -> Page:
    """A page 360 or 1280 px wide."""
    return request.getfixturevalue(request.param)


def open_box(page: Page, where: str = "") -> None:
    """Go to a page and open the search box as its window lets one."""
    page.goto(where)
    button = page.locator("label.md-header__button[for='__search']")
    if button.is_visible():
        button.click()
    else:
        page.get_by_role("textbox", name="Search").click()
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()


def search(page: Page, query: str) -> None:
    """Put a query into the open box and wait until its results are there."""
    before = page.evaluate("window.resultsSeen ??= (window.iasSearch.addEventListener('message', ({ data }) => { if (data.type === 3) window.resultsSeen += 1; }), 0)")
    page.get_by_role("textbox", name="Search").fill(query)
    page.wait_for_function("(before) => window.resultsSeen > before", arg=before)


# --- Typing and keys ---


def test_typing_finds_the_answer_and_enter_opens_it(reader: Page) -> None:
    open_box(reader)
    type_query(reader, "warferin")
    first = reader.locator(RESULT).first
    expect(first).to_contain_text("blood thinners")
    expect(reader.get_by_role("status").first).to_have_text(re.compile(r"\d+ matching documents"))
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile("/questions/blood-thinners/$"))


def test_arrow_keys_walk_the_results_and_escape_closes(reader: Page) -> None:
    open_box(reader)
    type_query(reader, "hernia")
    results = reader.locator(RESULT)
    expect(results.first).to_be_visible()
    reader.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    reader.keyboard.press("ArrowUp")
    expect(reader.get_by_role("textbox", name="Search")).to_be_focused()
    reader.keyboard.press("Escape")
    expect(results.first).to_be_hidden()


def test_words_are_found_while_they_are_typed_and_when_pasted(desktop: Page) -> None:
    open_box(desktop)
    type_query(desktop, "osteopo")
    expect(desktop.locator(RESULT).first).to_contain_text("osteoporosis")
    desktop.get_by_role("textbox", name="Search").fill("pacemaker")  # no key is pressed
    expect(desktop.locator(RESULT).first).to_contain_text("pacemaker")
    desktop.get_by_role("button", name="Clear").click()
    expect(desktop.locator(RESULT)).to_have_count(0)


def test_open_results_are_accessible(reader: Page) -> None:
    for scheme in ("light", "dark"):
        reader.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        open_box(reader)
        search(reader, "can't feel my legs warfrin xqzzy")
        assert violations(reader) == [], scheme
        assert reader.evaluate("document.documentElement.scrollWidth") <= reader.viewport_size["width"]


# --- What a result shows ---


def test_each_health_result_shows_its_whole_short_answer_and_its_warning(desktop: Page, project: Project) -> None:
    health = {address(page.src) for page in project.pages if page.is_health}
    warning = " ".join(project.of("warning-signs")["after-session"].value["in_one_line"].split())
    answers = {page["l"]: page["a"] for page in json.loads(text_of(SITE / INDEX))["pages"] if page.get("a")}
    open_box(desktop)
    for query in ("blood thinners", "does it hurt", "hot stones"):
        search(desktop, query)
        shown = desktop.locator(RESULT)
        expect(shown.first).to_contain_text(warning)
        for result in shown.all():
            where = urlsplit(result.get_attribute("href") or "").path.lstrip("/")
            if where in health:
                assert answers[where] in result.inner_text()
                expect(result.locator(".ias-hit__warning")).to_contain_text("Warning signs")


def test_matches_are_marked(desktop: Page) -> None:
    open_box(desktop)
    search(desktop, "pacemakers")
    expect(desktop.locator(f"{RESULT} mark").first).to_have_text(re.compile("pacemaker", re.IGNORECASE))


def test_a_condition_without_a_page_of_its_own_shows_what_to_do(desktop: Page) -> None:
    open_box(desktop)
    search(desktop, "hernea")
    expect(desktop.locator(RESULT).first).to_contain_text("Hernia: Keep off the area.")


# --- Emergencies ---


def test_the_care_card_comes_first_with_its_action_for_every_emergency(desktop: Page, project: Project) -> None:
    cards = {card["urgency"]: card for card in project.of("warning-signs")["after-session"].value["cards"]}
    open_box(desktop)
    missed = []
    for query in (query for query in ASKED if query.card):
        search(desktop, query.text)
        first = desktop.locator(RESULT).first.inner_text() if desktop.locator(RESULT).count() else ""
        card = cards[str(query.card)]
        if not (card["heading"] in first and " ".join(card["do"].split()) in " ".join(first.split())):
            missed.append(query.text)
    assert missed == []


def test_the_care_card_leads_to_the_warning_signs(phone: Page) -> None:
    open_box(phone)
    search(phone, "chest pain")
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(re.compile("/after/warning-signs/$"))


@pytest.mark.parametrize("query", ["does it hurt", "numb feet from diabetes", "sore legs", "can i breathe face down", "high blood pressure", "can a massage cause a stroke", "headache"])
def test_an_ordinary_question_gets_no_care_card(desktop: Page, query: str) -> None:
    open_box(desktop)
    search(desktop, query)
    expect(desktop.locator(".ias-hit__card")).to_have_count(0)


# --- However it is typed ---


def test_the_right_page_is_among_the_first_three_however_it_is_typed(desktop: Page) -> None:
    open_box(desktop)
    missed = []
    for query in ASKED:
        search(desktop, query.text)
        found = [urlsplit(link.get_attribute("href") or "").path.lstrip("/") for link in desktop.locator(RESULT).all()[:3]]
        if not set(found) & {address(src) for src in query.pages}:
            missed.append(query.text)
    assert len(missed) <= 0.05 * len(ASKED), missed


def test_spanish_finds_the_english_page_and_says_so_in_spanish(desktop: Page) -> None:
    open_box(desktop)
    search(desktop, "embarazada")
    expect(desktop.locator(RESULT).first).to_have_attribute("href", re.compile("/questions/pregnant/$"))
    expect(desktop.locator(".ias-search-notes [lang='es']")).to_contain_text("están en inglés")
    search(desktop, "pregnant")
    expect(desktop.locator(".ias-search-notes [lang='es']")).to_have_count(0)


def test_an_unknown_word_is_named_and_does_not_end_the_search(desktop: Page) -> None:
    open_box(desktop)
    search(desktop, "xqzzyv pacemaker")
    expect(desktop.locator(RESULT).first).to_contain_text("pacemaker")
    expect(desktop.locator(".ias-search-notes")).to_contain_text("xqzzyv")


def test_no_result_says_so_and_leads_on(reader: Page) -> None:
    open_box(reader)
    search(reader, "xqzzyv")
    expect(reader.get_by_role("status").first).to_have_text("No matching documents")
    expect(reader.locator(".ias-search-notes")).to_contain_text("xqzzyv")
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile("/questions/a-to-z/$"))


@pytest.mark.parametrize("query", ["warfarin " * 556, "<img src=x onerror='window.harmed=1'><script>window.harmed=1</script> warfarin", "warfarin \u202e\u0000\ud83e\uddb6\u0301\ufdfa 日本語 %00 ../../ ${harmed} \" ' `"])
def test_long_or_strange_queries_do_no_harm(desktop: Page, query: str) -> None:
    errors: list[str] = []
    desktop.on("pageerror", lambda error: errors.append(str(error)))
    open_box(desktop)
    search(desktop, query)
    expect(desktop.locator(RESULT).first).to_contain_text("blood thinners")
    assert desktop.locator(".md-search-result :is(img, script)").count() == 0
    assert desktop.evaluate("window.harmed") is None
    assert errors == []


# --- Addresses ---


@pytest.mark.parametrize("where", ["?q=varicous%20veins", "questions/pregnant/?q=varicous%20veins"])
def test_an_address_can_hold_the_query(reader: Page, where: str) -> None:
    reader.goto(where)
    expect(reader.get_by_role("textbox", name="Search")).to_have_value("varicous veins")
    expect(reader.locator(RESULT).first).to_contain_text("varicose veins")


def test_browsers_are_told_how_to_search(desktop: Page, base: str) -> None:
    desktop.goto("questions/pregnant/")
    link = desktop.locator("link[rel='search']")
    assert link.get_attribute("type") == "application/opensearchdescription+xml"
    assert desktop.evaluate("document.querySelector('link[rel=search]').href") == f"{base}opensearch.xml"
    names = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    description = etree.fromstring(text_of(SITE / "opensearch.xml"))
    site_url = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["site_url"]
    assert description.find("o:Url", names).get("template") == f"{site_url}?q={{searchTerms}}"
    assert 0 < len(description.findtext("o:ShortName", namespaces=names)) <= 16


# --- Cost, and what happens when it fails ---


def test_nothing_is_fetched_before_the_box_is_focused(desktop: Page, base: str) -> None:
    fetched: list[str] = []
    desktop.on("request", lambda request: fetched.append(request.url.removeprefix(base)))
    desktop.goto("questions/pregnant/")
    expect(desktop.locator(".ias-search-notes")).to_have_count(1)  # our module has run
    desktop.wait_for_load_state("networkidle")
    assert [path for path in fetched if path.startswith(("search/", "assets/javascripts/search/", "assets/javascripts/workers/", "assets/vendor/minisearch/"))] == []
    fetched.clear()
    open_box(desktop)
    search(desktop, "pregnant")
    assert {path for path in fetched if path.startswith(("search/", "assets/"))} >= {*ENGINE, INDEX}
    assert not any("search_index" in path for path in fetched)


def test_engine_and_index_stay_small() -> None:
    assert sum(len(gzip.compress((SITE / path).read_bytes(), 9)) for path in (*ENGINE, INDEX)) <= MOST_BYTES


@pytest.mark.parametrize("broken", [*ENGINE, INDEX])
def test_the_stock_search_takes_over_when_ours_cannot_start(desktop: Page, broken: str) -> None:
    desktop.route(f"**/{broken}", lambda route: route.abort())
    open_box(desktop)
    desktop.keyboard.type("warfarin")
    expect(desktop.locator(RESULT).first).to_contain_text(re.compile("warfarin|blood thinner", re.IGNORECASE), timeout=PATIENCE)


def test_the_stock_search_takes_over_when_ours_fails_at_work(desktop: Page) -> None:
    def fail_on_query(route: Route) -> None:
        route.fulfill(content_type="text/javascript", body="export class Engine { query() { throw new Error('broken'); } }")

    desktop.route("**/search/engine.mjs", fail_on_query)
    open_box(desktop)
    desktop.keyboard.type("warfarin")
    expect(desktop.locator(RESULT).first).to_contain_text(re.compile("warfarin|blood thinner", re.IGNORECASE), timeout=PATIENCE)


def test_when_neither_search_starts_the_reader_is_led_on(desktop: Page) -> None:
    for part in (INDEX, "search/search_index.json"):
        desktop.route(f"**/{part}", lambda route: route.abort())
    open_box(desktop)
    expect(desktop.locator(".ias-search-notes")).to_contain_text("Search did not start.")
    expect(desktop.locator(".ias-search-notes").get_by_role("link", name="All subjects, A to Z")).to_be_visible()


# --- Without JavaScript: the list A to Z ---


def test_without_javascript_the_list_is_offered_and_leads_to_the_answer(scriptless: Page) -> None:
    scriptless.goto("questions/pregnant/")
    scriptless.get_by_role("link", name="all subjects, A to Z", exact=True).click()
    entry = scriptless.locator(".ias-a-to-z li", has=scriptless.get_by_text("Eliquis", exact=True))
    entry.get_by_role("link", name="Blood thinners: what to do").click()
    expect(scriptless.get_by_role("heading", name="Blood thinners")).to_be_in_viewport()


def test_the_list_holds_every_condition_medicine_and_page(project: Project) -> None:
    html = text_of(SITE / "questions" / "a-to-z" / "index.html")
    article = html[html.index("<article") : html.index("</article>")]
    words = {re.sub(r"\s+", " ", word).lower() for word in re.findall(r"<strong>(.*?)</strong>", article)}
    names = {name.lower().replace("&", "&amp;") for item in project.of("conditions").values() for name in names_of(item.value)}
    assert names - words == set()
    linked = set(re.findall(r'href="\.\./\.\./([^"#]*)', article)) | {f"questions/{link}" for link in re.findall(r'href="\.\./([a-z][^"#/]*/)', article)}
    pages = {address(page.src) for page in project.pages if page.meta["kind"] not in {"room", "home"}}
    assert pages - linked == set()


# --- Conditions ---


def test_the_filter_above_the_conditions_knows_the_same_words(desktop: Page) -> None:
    desktop.goto("before/who-should-not-have-it/")
    desktop.get_by_label("Find in these conditions").fill("marcapasos")
    expect(desktop.locator(".ias-conditions .ias-condition:visible")).to_have_count(1)
    expect(desktop.locator(".ias-conditions .ias-condition:visible")).to_contain_text("Pacemaker")


# --- Tooltips ---


def test_a_medical_word_shows_its_meaning_and_leads_to_it(scriptless: Page, project: Project) -> None:
    meaning = project.of("vocabulary")["blood-pressure"].value["meaning"]
    scriptless.goto("questions/high-blood-pressure/")
    term = scriptless.locator("a.ias-term", has_text="hypertension")
    expect(term).to_have_count(1)
    expect(term).to_have_attribute("title", meaning)
    term.click()
    expect(scriptless.locator(".ias-a-to-z li:target")).to_contain_text(meaning)
