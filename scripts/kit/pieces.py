"""The ready pieces of docs/therapists/ (forms, checklists, scripts) as PDF, with the words of their pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup, NavigableString, Tag

from scripts.addresses import address, in_letters
from scripts.kit import typesetting
from scripts.kit.handouts import LANGUAGE, PAPERS
from scripts.kit.making import Job
from scripts.kit.printed import NOT_CHECKED, Words, short_sources
from scripts.project import Page, Project

FOLDER = "therapists"
# What does not belong on paper, or stands at the foot of it anyway.
_LEFT_OUT = "#start, .headerlink, .ias-sources, .ias-pages, .ias-claim__link, [data-tool]"
_LEFT_OUT_HEADINGS = {"read-next"}


def pieces(project: Project) -> list[Page]:
    """Pages of the room that are printed: its guides, but not those that hold a tool."""
    guides = (page for page in project.pages if page.src.startswith(f"{FOLDER}/") and page.meta["kind"] == "guide")
    return [page for page in guides if not any(block.name == "tool" for block in page.blocks)]


def jobs(project: Project, config: dict[str, Any]) -> Iterator[Job]:
    """Each piece in each paper size."""
    # Imported here because the renderer needs the blocks, which know the kit.
    from scripts.rendering import render_all

    for page in pieces(project):
        parts, keys = read(render_all(project)[page.src])
        for paper in PAPERS:
            data = {
                "title": page.meta["title"],
                "description": page.meta["description"],
                "site": config["site_name"],
                "language": LANGUAGE,
                "paper": paper,
                "parts": parts,
                "sources": short_sources(project, keys),
                "dates": {name: page.meta[name] for name in ("evidence_searched_on", "reviewed_on", "next_review")},
                "checked": NOT_CHECKED if "checked_by" not in page.meta else f"Checked by {page.meta['checked_by']['name']}.",
                "letters": in_letters(urljoin(config["site_url"], address(page.src))),
                "code_url": urljoin(config["site_url"], address(page.src)),
                "short_address": in_letters(urljoin(config["site_url"], address(page.src))),
            }
            yield Job(Path(address(page.src)) / f"{page.front.id}-{paper}.pdf", typesetting.pdf, ("piece", data, page.meta["reviewed_on"]))


def read(markup: str) -> tuple[list[dict[str, Any]], list[str]]:
    """Parts of a rendered page in order, and the keys of its sources by their numbers."""
    soup = BeautifulSoup(markup, "html.parser")
    keys = [str(item["id"]).removeprefix("source-") for item in soup.select(".ias-sources li")]
    for element in soup.select(_LEFT_OUT):
        element.decompose()
    return list(_parts(soup)), keys


def _parts(parent: Tag) -> Iterator[dict[str, Any]]:
    left_out = False
    for child in parent.children:
        if not isinstance(child, Tag):
            continue
        classes = child.get("class") or []
        if child.name == "h2":
            left_out = child.get("id") in _LEFT_OUT_HEADINGS
        if left_out:
            continue
        if child.name in {"h2", "h3", "h4"}:
            yield {"kind": "heading", "level": int(child.name[1]), "words": _words(child)}
        elif "ias-answer" in classes:
            yield {"kind": "answer", "words": _words(child.find("div"))}
        elif "ias-warning-line" in classes:
            yield {"kind": "warning", "words": _words(child)}
        elif "ias-say" in classes:
            yield {"kind": "say", "label": _text(child.find("p")), "words": _words(child.find("blockquote"))}
        elif "ias-checklist" in classes:
            yield {"kind": "boxes", "items": [_words(item) for item in child.find_all("li")]}
        elif "ias-fill-in" in classes:
            yield {"kind": "line", "label": _text(child)}
        elif "ias-card" in classes:
            yield {
                "kind": "card",
                "urgency": next(name.removeprefix("ias-card--") for name in classes if name.startswith("ias-card--")),
                "heading": _text(child.find("h3")),
                "signs": [_text(item, without=".ias-cite, .ias-card__why") for item in child.find_all("li")],
                "do": _text(child.select_one(".ias-card__do")),
            }
        elif child.name == "p":
            yield {"kind": "text", "words": _words(child)}
        elif child.name in {"ul", "ol"}:
            yield {"kind": "steps" if child.name == "ol" else "points", "items": [_words(item) for item in child.find_all("li", recursive=False)]}
        elif child.name == "table":
            yield _table(child)
        else:
            yield from _parts(child)


def _table(table: Tag) -> dict[str, Any]:
    head = [_text(cell) for cell in table.select("thead th")]
    rows = [[_words(cell) for cell in row.find_all(["th", "td"])] for row in table.select("tbody tr")]
    return {"kind": "table", "caption": _text(table.find("caption")) if table.find("caption") else "", "head": head, "rows": rows}


def _words(element: Tag) -> Words:
    """Words of an element, and between them the numbers of their sources."""
    found: Words = []
    for node in element.descendants:
        if not isinstance(node, NavigableString):
            continue
        cite = node.find_parent(class_="ias-cite")
        if cite is None:
            if found and isinstance(found[-1], str):
                found[-1] += str(node)
            else:
                found.append(str(node))
        elif number := re.search(r"\d+", str(node)):
            if found and isinstance(found[-1], list):
                found[-1].append(int(number[0]))
            else:
                found.append([int(number[0])])
    words = [re.sub(r"\s+", " ", run) if isinstance(run, str) else run for run in found]
    # What quotation marks or a frame close in starts and ends with a word.
    if words and isinstance(words[0], str):
        words[0] = words[0].lstrip()
    if words and isinstance(words[-1], str):
        words[-1] = words[-1].rstrip()
    return [run.rstrip() if isinstance(run, str) and isinstance(following, list) else run for run, following in zip(words, [*words[1:], None], strict=True)]


def _text(element: Tag | None, without: str = ".ias-cite") -> str:
    if element is None:
        return ""
    for part in element.select(without):
        part.extract()
    return " ".join(element.get_text().split())
