"""Writes what the search worker reads (search/answers.json) and what browsers read to offer it (opensearch.xml).

The index is small on purpose: it is fetched when the search box gets the focus. Questions, titles,
headings, short answers and names are whole; of the other text only each page's most telling words
are kept. The worker (docs/assets/javascripts/search/) splits and stems all of it, so that typed
words and indexed words go through the same code.
"""

from __future__ import annotations

import html
import json
import math
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.sax.saxutils import escape

from mkdocs.config.defaults import MkDocsConfig

from scripts.addresses import address
from scripts.project import Page, Project
from scripts.words import names_of

INDEX = "search/answers.json"
CONDITIONS_PAGE = "before/who-should-not-have-it.md"
WARNING_PAGE = "after/warning-signs.md"
WARNING_SET = "after-session"
# Lists of what stands elsewhere: their own text would only echo the pages they point at.
LISTS = {"evidence/claims.md", "evidence/references.md", CONDITIONS_PAGE}
TELLING_WORDS = 40  # kept of each page's text
_VOID = {"br", "img", "hr", "input", "meta", "link", "source", "wbr"}
_SKIPPED = ("ias-cite", "ias-sources", "headerlink", "ias-warning-line")


class _Reader(HTMLParser):
    """Takes headings and text out of a rendered page, leaving out citations, sources and the warning line."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.text: list[str] = []
        self._skipped = 0  # depth inside a part that is left out
        self._in_heading = False
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        classes = (dict(attrs).get("class") or "").split()
        if self._skipped or any(name in classes for name in _SKIPPED):
            self._skipped += 1
        elif tag in {"h2", "h3"}:
            self._in_heading = True
            self.headings.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self._skipped:
            self._skipped -= 1
        elif tag in {"h2", "h3"}:
            self._in_heading = False

    def handle_data(self, data: str) -> None:
        if self._skipped:
            return
        if self._in_heading:
            self.headings[-1] += data
        else:
            self.text.append(data)


def publish(project: Project, config: MkDocsConfig, site: Path) -> None:
    """Write the index and the OpenSearch description."""
    path = site / INDEX
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(index(project), ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    (site / "opensearch.xml").write_text(_opensearch(config), "utf-8")


def index(project: Project) -> dict[str, Any]:
    """What the worker needs. Short keys: l address, t title or text, k health page, a answer, d description,
    q also asked as, h headings, x telling words, n name, w words, m misspellings, s Spanish words, p pages, c conditions or card."""
    places = {page.src: number for number, page in enumerate(project.pages)}
    conditions = project.of("conditions")
    condition_places = {id_: number for number, id_ in enumerate(conditions)}
    actions = project.labels("condition", "action")
    order = list(actions)
    warning = project.of("warning-signs")[WARNING_SET].value
    urgencies = project.labels("warning-signs", "cards", "items", "urgency")
    vocabulary = [item.value for item in project.of("vocabulary").values()]
    return {
        "warning": _line(warning["in_one_line"]),
        "conditionsPage": places[CONDITIONS_PAGE],
        "pages": _pages(project),
        "actions": [label["title"] for label in actions.values()],
        "conditions": [_condition(item.value, order) for item in conditions.values()],
        "concepts": [_concept(value, places, condition_places) for value in vocabulary],
        "cards": [
            {"id": card["urgency"], "u": urgencies[card["urgency"]]["title"], "t": card["heading"], "do": _line(card["do"]), "l": address(WARNING_PAGE)}
            for card in warning["cards"]
        ],
        "signs": [_sign(value, places, warning) for value in vocabulary if "warning" in value],
    }


def _pages(project: Project) -> list[dict[str, Any]]:
    # Imported here because the renderer itself needs an address of scripts.publish.
    from scripts.rendering import render_all

    rendered = render_all(project)
    readers = {page.src: _Reader(rendered[page.src]) for page in project.pages}
    counts = {src: Counter(_words(" ".join([*reader.text, project.page_by_src[src].meta["description"]]))) for src, reader in readers.items()}
    spread = Counter(word for count in counts.values() for word in count)
    return [_page(page, readers[page.src], counts[page.src], spread, len(counts)) for page in project.pages]


def _page(page: Page, reader: _Reader, count: Counter[str], spread: Counter[str], pages: int) -> dict[str, Any]:
    answer = page.block_text("answer")
    headings = [_line(heading) for heading in reader.headings] if page.src not in LISTS else []
    entry: dict[str, Any] = {
        "l": address(page.src),
        "t": page.meta["title"],
        "k": int(page.is_health),
        "a": _plain(answer[1]) if answer else "",
        "d": "" if answer else page.meta["description"],
        "q": page.meta.get("also_asked_as") or [],
        "h": [heading for heading in dict.fromkeys(headings) if heading not in _COMMON_HEADINGS],
    }
    if page.src not in LISTS:
        told = set(_words(json.dumps(entry, ensure_ascii=False)))
        telling = sorted((word for word in count if word not in told), key=lambda word: (-count[word] * math.log(pages / spread[word]), word))
        entry["x"] = " ".join(sorted(telling[:TELLING_WORDS]))
    return {key: value for key, value in entry.items() if value not in ("", [], 0) or key == "l"}


# Headings that most pages have: they say nothing about one of them.
_COMMON_HEADINGS = {"What is known", "What nobody has counted", "What to do", "How it would happen", "How harm would happen", "Read next", "What is normal", "Sources", "Other choices"}


def _condition(value: dict[str, Any], actions: list[str]) -> dict[str, Any]:
    entry = {
        "n": value["name"],
        "w": names_of(value)[1:],
        "a": actions.index(value["action"]),
        "t": _line(value["what_could_go_wrong"]),
        "e": int(value.get("emergency", False)),
    }
    return {key: entry[key] for key in entry if key != "e" or entry["e"]}


def _concept(value: dict[str, Any], places: dict[str, int], conditions: dict[str, int]) -> dict[str, Any]:
    entry = {
        "w": [value["plain"], *([value["medical"]] if "medical" in value else []), *value.get("also", [])],
        "m": value.get("misspellings", []),
        "s": value.get("spanish", []),
        "p": [places[src] for src in value.get("pages", [])],
        "c": [conditions[id_] for id_ in value.get("conditions", [])],
    }
    return {key: words for key, words in entry.items() if words}


def _sign(concept: dict[str, Any], places: dict[str, int], cards: dict[str, Any]) -> dict[str, Any]:
    warning = concept["warning"]
    number = next(number for number, card in enumerate(cards["cards"]) if card["urgency"] == warning["card"])
    sign = next(sign["sign"] for sign in cards["cards"][number]["signs"] if warning["sign"] in sign["sign"])
    entry = {"c": number, "s": _line(sign), "p": [places[src] for src in concept.get("pages", []) if src != WARNING_PAGE], "when": warning["when"], "unless": warning.get("unless")}
    return {key: part for key, part in entry.items() if part is not None}


def _plain(markdown: str) -> str:
    """An answer without citations, links and emphasis."""
    text = re.sub(r"\s*\[@[^\]]*\]", "", markdown)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return _line(html.unescape(re.sub(r"[*_`]+", "", text)))


def _line(text: str) -> str:
    return " ".join(text.split())


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]{3,}", text.lower())


def _opensearch(config: MkDocsConfig) -> str:
    """OpenSearch 1.1 description; browsers offer it as a search engine with a keyword."""
    template = urljoin(config.site_url or "", "?q={searchTerms}")
    icon = urljoin(config.site_url or "", "assets/images/favicon.svg")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(config.site_name[:16])}</ShortName>\n"
        f"<Description>{escape(config.site_description or config.site_name)}</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Image width="16" height="16" type="image/svg+xml">{escape(icon)}</Image>\n'
        f'<Url type="text/html" method="get" template="{escape(template)}"/>\n'
        "</OpenSearchDescription>\n"
    )
