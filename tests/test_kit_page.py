"""The page "Make a sheet": codes, handouts and links from chosen pages, in a browser, on paper, and without script."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import pikepdf
import pytest
from conftest import SITE, text_of
from playwright.sync_api import Browser, Locator, Page, expect
from test_every_page import EVERYTHING, violations

from scripts.addresses import codes
from scripts.kit.packs import packs
from scripts.kit.printed import NOT_CHECKED, Printed, printed, warning
from scripts.project import Project

PAGE = "therapists/make-a-sheet/"
# axe's rule for 7:1 leaves what is below 4.5:1 to its rule for 4.5:1, so both are needed.
BOTH_CONTRASTS = {**EVERYTHING, "rules": {"color-contrast-enhanced": {"enabled": True}, "color-contrast": {"enabled": True}}}
THINNERS = "before/conditions/blood-thinners/"
SORE = "questions/will-i-be-sore/"
THREE = (SORE, "questions/without-bars/", THINNERS)
HOSTILE = {
    "markup": "<img src=x onerror=\"window.hit=1\"><script>window.hit=1</script></bdi><b>&amp;",
    "500 signs": "W" * 500,
    "right to left": "מרפאת הרגליים " + "\u202e" + "قدم",
    "stacked accents": "a" + "\u0336\u035f\u0489" * 39,
}


@pytest.fixture(scope="module")
def entries(project: Project) -> dict[str, Printed]:
    """What each page of the kit says, by address."""
    return {entry.address: entry for entry in printed(project, "https://is-ashiatsu-safe.example/")}


def kit(page: Page) -> Locator:
    """Open the page and wait until its tool has started."""
    page.goto(PAGE)
    root = page.locator("[data-tool='kit']")
    expect(root.locator("form")).to_be_visible()
    return root


def choose(root: Locator, addresses: tuple[str, ...] | list[str]) -> None:
    """Tick pages wherever they stand, also in groups that are closed."""
    root.evaluate("(root, addresses) => addresses.forEach((address) => root.querySelector(`form input[value='${address}']`).click())", list(addresses))


def make(root: Locator, what: str) -> Locator:
    """Make a sheet of codes, handouts or links, and return the place where it stands."""
    root.locator(f"input[name='what'][value='{what}']").check()
    root.get_by_role("button", name="Make it").click()
    expect(root.get_by_role("heading", name=re.compile(f"Your .*{what}: "))).to_be_focused()
    return root.locator("[data-sheet]")


def on_sheet(sheet: Locator) -> list[str]:
    return sheet.locator("[data-address]").evaluate_all("items => items.map((item) => item.dataset.address)")


def words(element: Locator) -> str:
    return " ".join(element.inner_text().split())


def tab_to(page: Page, element: Locator) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(80):
        if element.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("Tab does not get there")


def test_a_sheet_of_codes_is_made_by_keyboard_alone(desktop: Page) -> None:
    root = kit(desktop)
    tab_to(desktop, root.get_by_label("Find in the list"))
    desktop.keyboard.type("blood thin")
    expect(root.locator("[data-found]")).to_contain_text(re.compile(r"^[1-9]\d? of \d+ pages are shown"))
    box = root.get_by_role("checkbox", name="Blood thinners and barefoot massage")
    tab_to(desktop, box)
    desktop.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(root.locator("[data-chosen]")).to_have_text("1 page chosen.")
    tab_to(desktop, root.get_by_role("radio", name="A sheet of codes"))
    tab_to(desktop, root.get_by_label("Name of your clinic"))
    desktop.keyboard.type("Foot House")
    tab_to(desktop, root.get_by_role("button", name="Make it"))
    desktop.keyboard.press("Enter")
    heading = root.get_by_role("heading", name="Your sheet of codes: 1 page")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    assert on_sheet(root.locator("[data-sheet]")) == [THINNERS]
    tab_to(desktop, root.get_by_role("button", name="Change the choice"))
    desktop.keyboard.press("Enter")
    expect(root.get_by_role("heading", name="1. Choose the pages")).to_be_focused()


def test_with_nothing_chosen_it_says_so_and_leads_to_the_list(desktop: Page) -> None:
    root = kit(desktop)
    root.get_by_role("button", name="Make it").click()
    filter_ = root.get_by_label("Find in the list")
    expect(filter_).to_be_focused()
    expect(filter_).to_have_attribute("aria-invalid", "true")
    expect(filter_).to_have_accessible_description(re.compile("Choose at least one page first"))
    choose(root, [SORE])
    expect(root.get_by_text("Choose at least one page first")).to_be_hidden()
    expect(filter_).to_have_attribute("aria-invalid", "false")


def test_every_question_myth_and_condition_can_be_chosen(desktop: Page, project: Project) -> None:
    root = kit(desktop)
    offered = root.locator("form li input[type='checkbox']").evaluate_all("boxes => boxes.map((box) => box.value)")
    assert sorted(offered) == sorted(codes(project))
    root.locator("form details").evaluate_all("groups => groups.forEach((group) => (group.open = true))")
    expect(root.locator("form li").get_by_role("checkbox", name=re.compile(r"\w"))).to_have_count(len(offered))


def test_the_list_is_found_by_other_words_and_shows_only_what_is_chosen(desktop: Page) -> None:
    root = kit(desktop)
    root.get_by_label("Find in the list").fill("warfarin")
    expect(root.get_by_role("checkbox", name="Blood thinners and barefoot massage")).to_be_visible()
    root.get_by_label("Find in the list").fill("sore")
    expect(root.get_by_role("checkbox", name="Will I be sore after ashiatsu?")).to_be_visible()
    root.get_by_role("button", name=re.compile("Choose these")).first.click()
    root.get_by_label("Find in the list").fill("")
    choose(root, [THINNERS])
    chosen = root.locator("form li input:checked").count()
    root.get_by_label("Show only what is chosen").check()
    expect(root.locator("form li:visible")).to_have_count(chosen)
    expect(root.locator("[data-found]")).to_have_text(re.compile(f"^{chosen} of "))


def test_chosen_codes_and_only_they_are_on_the_sheet(desktop: Page, project: Project, entries: dict[str, Printed]) -> None:
    root = kit(desktop)
    choose(root, THREE)
    sheet = make(root, "codes")
    assert sorted(on_sheet(sheet)) == sorted(THREE)
    for address in THREE:
        tile = sheet.locator(f"[data-address='{address}']")
        expect(tile).to_contain_text(entries[address].title)
        expect(tile).to_contain_text(entries[address].short_address)
        expect(tile).to_contain_text(f"Reviewed {entries[address].dates['reviewed_on']}")
        image = tile.get_by_role("img", name=f"Code that leads to {entries[address].short_address}")
        image.scroll_into_view_if_needed()
        desktop.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=image.element_handle())
        assert image.get_attribute("src") == urljoin(desktop.url, f"/{address}qr.svg")
    assert warning(project)["line"] in words(sheet)
    assert NOT_CHECKED in words(sheet)
    choose(root, [SORE])  # unticked: the sheet that is shown follows
    expect(sheet.locator("[data-address]")).to_have_count(2)
    assert SORE not in on_sheet(sheet)


def test_long_sheets_carry_warning_and_date_on_each_page(desktop: Page, project: Project) -> None:
    desktop.emulate_media(media="print")
    root = kit_in_print(desktop, sorted(codes(project))[:20], "codes")
    papers = root.locator(".ias-paper")
    expect(papers).to_have_count(3)
    for paper in papers.all():
        expect(paper).to_contain_text("Felt unwell after a session?")
        expect(paper).to_contain_text(re.compile(r"Next review due \d{4}-\d\d-\d\d"))
    for paper in ("A4", "Letter"):
        assert pages_of(desktop, paper) == 3


def kit_in_print(page: Page, addresses: list[str], what: str, clinic: str = "") -> Locator:
    page.emulate_media(media="screen")
    root = kit(page)
    choose(root, addresses)
    root.get_by_label("Name of your clinic").fill(clinic)
    make(root, what)
    page.emulate_media(media="print")
    return root


def pages_of(page: Page, paper: str) -> int:
    """How many pages the browser prints."""
    with pikepdf.open(io.BytesIO(page.pdf(format=paper))) as file:
        return len(file.pages)


def longest(entries: dict[str, Printed], number: int) -> list[str]:
    size = {address: len(json.dumps([entry.answer, entry.todo, entry.sources])) for address, entry in entries.items()}
    return sorted(size, key=size.__getitem__, reverse=True)[:number]


def test_handouts_print_one_to_a_page_with_warnings_and_dates(desktop: Page, project: Project, entries: dict[str, Printed]) -> None:
    chosen = list(dict.fromkeys([*longest(entries, 6), *THREE]))
    root = kit_in_print(desktop, chosen, "handouts", "W" * 500)
    assert sorted(on_sheet(root.locator("[data-sheet]"))) == sorted(chosen)
    for hidden in ("form", ".ias-tool__static", "[data-go='print']"):
        expect(root.locator(hidden)).to_be_hidden()
    for hidden in (".ias-answer >> nth=0", ".ias-end", "h1", ".md-header"):
        expect(desktop.locator(hidden)).to_be_hidden()
    for address in chosen:
        entry, text = entries[address], words(root.locator(f"[data-sheet] [data-address='{address}']"))
        assert entry.title in text
        assert entry.todo_heading in text
        for name, day in (("Evidence searched", "evidence_searched_on"), ("Page last fully reviewed", "reviewed_on"), ("Next review due", "next_review")):
            assert f"{name} {entry.dates[day]}" in text
        for card in warning(project)["cards"]:
            assert [part for part in (card["heading"], *card["signs"], card["do"]) if part not in text] == [], address
        assert entry.checked in text
        assert entry.short_address in text
        assert "Notes" in text
        assert "CC BY 4.0" in text
        assert [source for source in entry.sources if source not in text] == []
    for paper in ("A4", "Letter", "A2"):  # on A2 two would have room
        assert pages_of(desktop, paper) == len(chosen)


def test_a_printed_handout_says_what_its_page_says(desktop: Page, entries: dict[str, Printed]) -> None:
    root = kit(desktop)
    choose(root, THREE)
    sheet = make(root, "handouts")
    for address in THREE:
        entry = entries[address]
        said = re.sub(r"\s+", "", sheet.locator(f"[data-address='{address}']").evaluate("page => { const copy = page.cloneNode(true); copy.querySelectorAll('sup').forEach((sup) => sup.remove()); return copy.textContent }"))
        parts = [entry.answer_text, *("".join(run for run in line if isinstance(run, str)) for item in entry.todo for line in item.get("items", [item.get("words", [])]))]
        assert [part for part in parts if re.sub(r"\s+", "", part) not in said] == [], address


def test_print_button_prints_and_the_page_prints_whole_again_afterwards(desktop: Page) -> None:
    desktop.add_init_script("window.print = () => { window.printed = document.documentElement.className }")
    root = kit(desktop)
    choose(root, [SORE])
    make(root, "codes")
    root.get_by_role("button", name="Print, or save as one PDF").click()
    assert "ias-print-sheet" in desktop.evaluate("window.printed")
    root.get_by_role("button", name="Start again").click()
    expect(root.get_by_label("Find in the list")).to_be_focused()
    expect(root.locator("[data-result]")).to_be_hidden()
    desktop.emulate_media(media="print")
    expect(desktop.locator(".ias-end")).to_be_visible()


class _Block(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        assert {name for name, _ in attrs} <= {"href", "lang"}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_links_hold_titles_dates_and_warning_and_no_clinic(desktop: Page, project: Project, entries: dict[str, Printed]) -> None:
    root = kit(desktop)
    choose(root, THREE)
    root.get_by_label("Name of your clinic").fill("Foot House")
    sheet = make(root, "links")
    block, text = (sheet.get_by_label(re.compile(name)).input_value() for name in ("website", "e-mail"))
    read = _Block(block)
    assert set(read.tags) == {"section", "p", "ul", "li", "a", "strong"}
    assert sorted(read.links) == sorted([*(entries[address].url for address in THREE), "https://is-ashiatsu-safe.example/after/warning-signs/"])
    for said in (read.text, text):
        assert warning(project)["line"] in said
        assert NOT_CHECKED in said
        assert "Foot House" not in said
        for address in THREE:
            assert entries[address].title in said
            assert f"reviewed {entries[address].dates['reviewed_on']}, next review due {entries[address].dates['next_review']}" in said
    assert [address for address in THREE if entries[address].short_url not in text] == []


def test_words_of_pages_are_escaped_in_the_block(desktop: Page) -> None:
    desktop.goto("")
    nasty = "“Tea & <b>'cups'</b>\"></a><script>"
    block, text, myth = desktop.evaluate(
        """async (title) => {
          const { linksAsHtml, linksAsText } = await import(new URL("assets/javascripts/tools/kit.mjs", location.href).href);
          const dates = { reviewed_on: "2026-01-01", next_review: "2027-01-01" };
          const entry = { title, kind: "Myth", url: "https://a.example/?x=1&y=\\"", code_url: "https://a.example/q/", dates, checked: title };
          const kit = { site: title, warning: title, warning_url: "https://a.example/" };
          return [linksAsHtml([entry], kit), linksAsText([entry], kit), linksAsHtml([{ ...entry, checked: "A" }, { ...entry, checked: "B" }], kit)];
        }""",
        nasty,
    )
    read = _Block(block)
    assert set(read.tags) == {"section", "p", "ul", "li", "a", "strong"}
    assert read.text.count(nasty) == 4
    assert read.links[0] == 'https://a.example/?x=1&y="'
    assert f"Myth: {nasty}" in text
    assert re.search(r"\) A</li>.*\) B</li>", myth, re.DOTALL), "who checked is said of each page when it differs"


@pytest.mark.parametrize(("block", "label"), [("html", "website"), ("text", "e-mail")])
def test_copy_button_copies_and_announces(browser: Browser, base: str, block: str, label: str) -> None:
    context = browser.new_context(base_url=base, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    root = kit(page)
    choose(root, [SORE])
    sheet = make(root, "links")
    part = sheet.locator(f"[data-block='{block}']")
    part.get_by_role("button").click()
    expect(page.get_by_role("status").filter(has_text="copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == part.get_by_label(re.compile(label)).input_value()
    context.close()


@pytest.mark.parametrize("what", ["codes", "handouts"])
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_clinic_name_is_text_and_keeps_the_layout(phone: Page, kind: str, what: str) -> None:
    root = kit(phone)
    choose(root, [SORE])
    field = root.get_by_label("Name of your clinic")
    field.fill(HOSTILE[kind])
    sheet = make(root, what)
    name = sheet.locator("bdi")
    expect(name).to_have_attribute("dir", "auto")
    shown = name.text_content() or ""
    assert len(shown) <= 120
    assert re.sub(r"[\u202a-\u202e\u2066-\u2069]", "", HOSTILE[kind]).startswith(shown)
    assert name.evaluate("name => name.children.length") == 0
    assert sheet.locator("script, b, img:not(.ias-paper__code)").count() == 0
    assert phone.evaluate("window.hit") is None
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    paper = sheet.locator(".ias-paper").bounding_box()
    box = name.bounding_box()
    assert paper
    assert box
    assert box["x"] >= paper["x"]
    assert box["x"] + box["width"] <= paper["x"] + paper["width"]
    assert kind == "stacked accents" or name.evaluate("name => name.scrollWidth <= name.clientWidth"), "all of a line can be read"
    assert box["height"] < 90, "a name takes no more than a few lines"
    told = root.locator("[data-cut]")
    if len(HOSTILE[kind]) > 120:
        expect(told).to_have_text("Cut at 120 signs.")
        assert len(field.input_value()) == 120
    else:
        expect(told).to_be_empty()
    field.fill("Foot House")
    expect(name).to_have_text("Foot House")
    expect(told).to_be_empty()
    field.fill(HOSTILE[kind])  # and the same when it is typed while the sheet is shown
    assert name.text_content() == shown
    assert name.evaluate("name => name.children.length") == 0
    assert phone.evaluate("window.hit") is None


def test_without_javascript_packs_and_the_whole_list_are_there(scriptless: Page, project: Project, entries: dict[str, Printed]) -> None:
    scriptless.goto(PAGE)
    root = scriptless.locator("[data-tool='kit']")
    expect(root.locator("form")).to_be_hidden()
    expect(root.get_by_role("link", name="A4: Myths")).to_be_visible()
    linked = {urlsplit(urljoin(scriptless.url, href)).path.lstrip("/") for href in root.locator("a").evaluate_all("links => links.map((link) => link.getAttribute('href'))")}
    wanted = {f"therapists/packs/all-handouts-{paper}.zip" for paper in ("a4", "letter")}
    wanted |= {f"therapists/packs/{pack.id}-{paper}.pdf" for pack in packs(project, list(entries.values())) for paper in ("a4", "letter")}
    for address, entry in entries.items():
        wanted |= {address, f"{address}qr.png", *(f"{address}{entry.id}-{paper}.pdf" for paper in ("a4", "letter"))}
    assert linked == wanted
    assert [path for path in linked if not (SITE / unquote(path) / ("index.html" if path.endswith("/") else "")).is_file()] == []
    assert scriptless.evaluate("document.documentElement.scrollWidth") <= 360


def test_use_asks_no_other_host_and_stores_nothing(browser: Browser, base: str) -> None:
    context = browser.new_context(base_url=base)
    page = context.new_page()
    root = kit(page)
    page.wait_for_load_state("networkidle")
    before = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    address = page.url
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    root.get_by_label("Find in the list").fill("sore")
    choose(root, [SORE])
    root.get_by_label("Name of your clinic").fill("Foot House")
    for what in ("codes", "handouts", "links"):
        make(root, what)
    page.wait_for_load_state("networkidle")
    assert set(asked) == {f"{base}therapists/kit.json", f"{base}{SORE}qr.svg"}
    assert asked.count(f"{base}therapists/kit.json") == 1
    assert page.url == address
    assert page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])") == before
    assert context.cookies() == []
    page.reload()
    expect(root.locator("form")).to_be_visible()
    assert root.get_by_label("Name of your clinic").input_value() == ""
    assert root.locator("input[type='checkbox']:checked").count() == 0
    context.close()


def test_a_sheet_is_refused_in_words_when_its_file_does_not_come(desktop: Page) -> None:
    desktop.route("**/therapists/kit.json", lambda route: route.abort())
    root = kit(desktop)
    choose(root, [SORE])
    root.get_by_role("button", name="Make it").click()
    expect(desktop.get_by_role("status").filter(has_text="did not come")).to_be_visible()
    expect(root.locator("[data-result]")).to_be_hidden()
    expect(root.get_by_role("link", name="A4: Myths")).to_be_visible()
    desktop.unroute("**/therapists/kit.json")
    make(root, "codes")


def test_an_overdue_page_is_named(desktop: Page, entries: dict[str, Printed]) -> None:
    due = date.fromisoformat(entries[SORE].dates["next_review"])
    desktop.clock.set_fixed_time(due.isoformat())
    root = kit(desktop)
    choose(root, [SORE])
    make(root, "codes")
    expect(root.locator("[data-overdue]")).to_be_hidden()
    desktop.clock.set_fixed_time(due.replace(year=due.year + 1).isoformat())
    make(root, "codes")
    expect(root.locator("[data-overdue]")).to_contain_text(entries[SORE].title)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_sheets_are_accessible_on_a_phone(browser: Browser, base: str, scheme: str) -> None:
    context = browser.new_context(base_url=base, color_scheme=scheme, reduced_motion="reduce", viewport={"width": 360, "height": 740})  # type: ignore[arg-type]
    page = context.new_page()
    root = kit(page)
    root.get_by_label("Find in the list").fill("sore")
    choose(root, THREE)
    root.get_by_label("Name of your clinic").fill("W" * 500)
    for what in ("codes", "handouts", "links"):
        make(root, what)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, f"{what}: the page scrolls sideways"
        assert violations(page, BOTH_CONTRASTS) == [], what
    context.close()


def test_pieces_have_their_pdfs_beside_them(desktop: Page) -> None:
    desktop.goto("therapists/")
    linked = [urljoin(desktop.url, href) for href in desktop.locator(".ias-kit__files a[href$='.pdf']").evaluate_all("links => links.map((link) => link.getAttribute('href'))")]
    assert len(linked) == 10
    for url in linked:
        path = urlsplit(url).path
        assert (SITE / path.lstrip("/")).is_file()
        own = text_of(SITE / path.rsplit("/", 1)[0].lstrip("/") / "index.html")
        assert f'href="{path.rsplit("/", 1)[1]}"' in own
    assert "This piece as PDF" not in text_of(SITE / PAGE / "index.html")
    assert not list((SITE / PAGE).glob("*.pdf"))
