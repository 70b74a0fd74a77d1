"""The pictures: words, data, files, links, and that everything in them can be read."""

from __future__ import annotations

import csv
import io
import re
import struct
import xml.etree.ElementTree as etree
from pathlib import Path

import pytest
from conftest import SITE, text_of
from playwright.sync_api import Browser, Locator, Page, expect

from scripts.pictures import PICTURES
from scripts.project import ROOT, Project

IDS = sorted(path.stem for path in (ROOT / "data" / "pictures").glob("*.yml"))
FILES = SITE / "assets" / "pictures"
LARGEST = 30 * 1024
GALLERY = "evidence/pictures/"


def address(src: str) -> str:
    return src.removesuffix("index.md").removesuffix(".md") + "/"


def figure(page: Page, project: Project, id_: str) -> Locator:
    """Open the page a picture belongs to."""
    page.goto(address(project.of("pictures")[id_].value["page"]))
    return page.locator(f"#picture-{id_}")


def test_every_drawing_has_its_words_and_the_other_way_round() -> None:
    assert sorted(PICTURES) == IDS


@pytest.mark.parametrize("id_", IDS)
def test_picture_answers_on_its_page_with_title_and_words(desktop: Page, project: Project, id_: str) -> None:
    words = project.of("pictures")[id_].value
    drawing = figure(desktop, project, id_).locator("svg")
    expect(drawing).to_be_visible()
    expect(drawing).to_have_accessible_name(words["title"])
    expect(drawing).to_have_accessible_description(" ".join(words["description"].split()))
    assert len(drawing.evaluate("svg => svg.outerHTML").encode()) <= LARGEST
    expect(figure(desktop, project, id_).locator("figcaption")).to_contain_text(words["caption"].split(".")[0])


@pytest.mark.parametrize("id_", IDS)
def test_table_of_a_picture_equals_its_csv(desktop: Page, project: Project, id_: str) -> None:
    table = figure(desktop, project, id_).locator(".ias-picture__more table")
    shown = table.locator("tbody tr").evaluate_all(
        "rows => rows.map((row) => [...row.cells].map((cell, index, all) => index < all.length - 1 ? cell.textContent.trim() : [...cell.querySelectorAll('a')].map((a) => a.hash.slice('#source-'.length)).join(';')))"
    )
    saved = list(csv.reader(io.StringIO(text_of(FILES / f"{id_}.csv"))))
    assert [[re.sub(r"\s+", " ", cell) for cell in row] for row in shown] == saved[1:]
    assert saved[0] == [column["field"] for column in project.of("pictures")[id_].value["columns"]] + ["source_key"]
    assert len(saved) > 2


@pytest.mark.parametrize("id_", IDS)
def test_files_are_whole_small_and_alone(id_: str) -> None:
    svg = (FILES / f"{id_}.svg").read_bytes()
    assert len(svg) <= LARGEST
    root = etree.fromstring(svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root[0].tag.endswith("title") and root[1].tag.endswith("desc")
    assert b"var(" not in svg, "a file of its own must not need the site's colours"
    assert not re.search(rb"<(script|image|foreignObject|style)|@import|url\((?!#)|\son\w+=", svg)
    png = (FILES / f"{id_}.png").read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", png[16:20])[0] == 1000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("id_", IDS)
def test_all_words_of_a_picture_are_inside_it_and_strong_enough(browser: Browser, base: str, project: Project, id_: str, scheme: str) -> None:
    """Contrast of every word with the page's ground, 7:1; no word is cut off at an edge."""
    context = browser.new_context(base_url=base, color_scheme=scheme, viewport={"width": 360, "height": 740})  # type: ignore[arg-type]
    drawing = figure(context.new_page(), project, id_).locator("svg")
    wrong = drawing.evaluate(
        """(svg) => {
          const whole = svg.getBoundingClientRect();
          const rgb = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
          const light = (colour) => rgb(colour).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4).reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
          const ground = light(getComputedStyle(document.body).backgroundColor);
          return [...svg.querySelectorAll("text")].flatMap((text) => {
            const box = text.getBoundingClientRect();
            const [high, low] = [light(getComputedStyle(text).fill), ground].sort((a, b) => b - a);
            const found = [];
            if (box.left < whole.left - 1 || box.right > whole.right + 1 || box.top < whole.top - 1 || box.bottom > whole.bottom + 1) found.push(`cut off: ${text.textContent}`);
            if ((high + 0.05) / (low + 0.05) < 7) found.push(`weak: ${text.textContent}`);
            if (parseFloat(getComputedStyle(text).fontSize) < 13) found.push(`small: ${text.textContent}`);
            return found;
          });
        }"""
    )
    assert wrong == []
    assert drawing.locator("text").count() > 3
    context.close()


def test_body_map_is_used_as_links_and_as_a_list(desktop: Page, project: Project) -> None:
    body = figure(desktop, project, "body-map")
    marks, listed = body.locator("svg a"), body.locator(".ias-picture__list a")
    assert marks.count() == 9
    targets = [link.evaluate("a => a.href.baseVal ?? a.href") for link in marks.all()]
    in_list = [link.get_attribute("href") for link in listed.all()]
    assert [target for target in targets if target not in in_list] == []
    marks.first.focus()
    expect(marks.first).to_have_accessible_name("1. Front and sides of the neck: keep off")
    desktop.keyboard.press("Enter")
    desktop.wait_for_url("**/questions/neck-work/")


def test_gallery_shows_every_picture_with_files_and_licence(desktop: Page) -> None:
    desktop.goto(GALLERY)
    for id_ in IDS:
        shown = desktop.locator(f"#gallery-{id_}")
        expect(shown.locator("svg")).to_be_visible()
        expect(shown).to_contain_text("CC BY 4.0")
        for kind in ("svg", "png", "csv"):
            link = shown.locator(f"a[href$='{id_}.{kind}']")
            assert desktop.request.get(link.evaluate("a => a.href")).ok


def test_without_javascript_the_pictures_and_their_tables_are_there(scriptless: Page) -> None:
    scriptless.goto(GALLERY)
    shown = scriptless.locator("#gallery-burn-time")
    expect(shown.locator("svg")).to_be_visible()
    shown.locator("summary").click()
    expect(shown.locator("td").first).to_be_visible()


def test_pictures_are_printed(desktop: Page, project: Project) -> None:
    drawing = figure(desktop, project, "burn-time")
    desktop.emulate_media(media="print")
    expect(drawing.locator("svg")).to_be_visible()
    expect(drawing.locator("figcaption")).to_be_visible()


def test_downloads_name_the_site_in_their_links(project: Project) -> None:
    links = re.findall(r'href="([^"#][^"]*)"', Path(FILES / "body-map.svg").read_text("utf-8"))
    site_url = re.search(r"(?m)^site_url: (\S+)", (ROOT / "mkdocs.yml").read_text("utf-8"))[1]  # type: ignore[index]
    assert links
    assert [link for link in links if not link.startswith(site_url)] == []
