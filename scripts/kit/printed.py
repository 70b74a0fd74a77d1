"""What a handout, a card or an embed says: taken from the page, so that it has the same words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from scripts.addresses import address, codes, embed_path, in_kit, in_letters, short_path
from scripts.dataset import short_label
from scripts.made_pages import all_pages
from scripts.project import CITATION, Page, Project
from scripts.structured_data import answer_of, plain

WARNING_SET = "after-session"
NOT_CHECKED = "Not yet checked by a clinician. This is information, not a diagnosis."
SAY_TO = {"therapist": "Say to the therapist", "doctor": "Say to your doctor, nurse, midwife or pharmacist", "client": "Say to your client"}
_TODO = re.compile(r"^## (What (?:to|you can) (?:do|ask|say).*?)(?:\s*\{.*\})?$", re.MULTILINE)
_ITEM = re.compile(r"^(?:(?P<number>\d+)\.|[-*])\s+(?P<text>.*)$")

# Words, and between them the numbers of their sources.
Words = list[str | list[int]]


@dataclass
class Printed:
    """One page of the kit as it goes on paper. ``todo`` holds parts of the kinds text, steps, points and say."""

    page: Page
    code: str
    url: str
    short_url: str
    answer: Words = field(default_factory=list)
    answer_text: str = ""
    todo_heading: str = ""
    todo: list[dict[str, Any]] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Title of the page."""
        return str(self.page.meta["title"])

    @property
    def description(self) -> str:
        """Description of the page, with the condition of its answer."""
        return str(self.page.meta["description"])

    @property
    def kind(self) -> str:
        """Question, Myth or Condition."""
        return str(self.page.meta["kind"]).capitalize()

    @property
    def id(self) -> str:
        """Name of its files, which is that of the page."""
        return self.page.front.id

    @property
    def address(self) -> str:
        """Address below the site's root."""
        return address(self.page.src)

    @property
    def embed_address(self) -> str:
        """Address of its embed."""
        return embed_path(self.address)

    @property
    def short_address(self) -> str:
        """Short address in letters, as it stands under the code."""
        return in_letters(self.short_url)

    @property
    def dates(self) -> dict[str, str]:
        """Its three dates."""
        return {name: str(self.page.meta[name]) for name in ("evidence_searched_on", "reviewed_on", "next_review")}

    @property
    def checked(self) -> str:
        """Who checked it, or that nobody has."""
        by = self.page.meta.get("checked_by")
        return f"Checked by {by['name']}, {by['role']}, on {by['checked_on']}." if by else NOT_CHECKED


@functools.lru_cache(maxsize=2)
def printed(project: Project, site_url: str) -> list[Printed]:
    """Every page of the kit, in order of address."""
    code = codes(project)
    pages = sorted((page for page in all_pages(project) if in_kit(page) and address(page.src) in code), key=lambda page: page.src)
    return [_of(project, site_url, page, code[address(page.src)]) for page in pages]


def _of(project: Project, site_url: str, page: Page, code: str) -> Printed:
    entry = Printed(page, code, urljoin(site_url, address(page.src)), urljoin(site_url, short_path(code)))
    numbers: dict[str, int] = {}
    answer = page.block_text("answer")
    entry.answer = _words(answer[1] if answer else "", numbers)
    entry.answer_text = answer_of(page)
    if page.meta["kind"] == "condition":
        _add_condition(project, entry, numbers)
    else:
        entry.todo_heading, entry.todo = _todo(page, numbers)
        entry.todo += _says(page, numbers)
    entry.sources = short_sources(project, numbers)
    return entry


def warning(project: Project) -> dict[str, Any]:
    """The warning signs every piece of the kit carries: one line, and the two graver cards whole."""
    value = project.of("warning-signs")[WARNING_SET].value
    labels = project.labels("warning-signs", "cards", "items", "urgency")
    cards = [
        {
            "urgency": card["urgency"],
            "label": labels[card["urgency"]]["title"],
            "heading": card["heading"],
            "signs": [_line(sign["sign"]) for sign in card["signs"]],
            "do": _line(card["do"]),
        }
        for card in value["cards"]
        if card["urgency"] in {"emergency", "urgent"}
    ]
    return {"line": _line(value["in_one_line"]), "cards": cards}


def emergency_numbers(project: Project) -> str:
    """Emergency numbers of all places we have seen one for, in a line; equal numbers stand together."""
    places: dict[str, list[str]] = {}
    for row in project.tables["emergency-numbers"].rows:
        places.setdefault(row["emergency"], []).append(row["place"])
    return "Emergency numbers: " + " · ".join(f"{', '.join(names)} {number}" for number, names in places.items()) + "."


def _line(text: str) -> str:
    return " ".join(text.split())


def _words(markdown: str, numbers: dict[str, int]) -> Words:
    """Split text at its citations and give each source its number, in order of appearance."""
    found: Words = []
    position = 0
    for match in CITATION.finditer(markdown):
        _add(found, markdown[position : match.start()])
        found.append([numbers.setdefault(key.strip().removeprefix("@"), len(numbers) + 1) for key in match[1].split(";")])
        position = match.end()
    _add(found, markdown[position:])
    return found


def _add(words: Words, markdown: str) -> None:
    text = plain(markdown)
    if text:
        # A source's number stands close to its word; what follows keeps its distance.
        space = " " if words and markdown[:1].isspace() else ""
        words.append(space + text)


def _todo(page: Page, numbers: dict[str, int]) -> tuple[str, list[dict[str, Any]]]:
    """Heading and content of what the page tells its reader to do; the first steps of a page without such a heading."""
    match = _TODO.search(page.body)
    if match:
        section = page.body[match.end() :]
        return match[1], list(_parts(section.split("\n## ")[0], numbers))
    for section in page.body.split("\n## ")[1:]:
        heading, _, text = section.partition("\n")
        if re.search(r"^1\. ", text, re.MULTILINE):
            return re.sub(r"\s*\{.*\}$", "", heading), list(_parts(text, numbers))
    return "", []


def _parts(markdown: str, numbers: dict[str, int]) -> Iterator[dict[str, Any]]:
    """Paragraphs and lists of a section; its blocks, headings and tables stand on the page only."""
    for paragraph in _paragraphs(markdown):
        items = _items(paragraph)
        if items:
            kind = "steps" if _ITEM.match(paragraph[0])["number"] else "points"  # type: ignore[index]
            yield {"kind": kind, "items": [_words(item, numbers) for item in items]}
        else:
            yield {"kind": "text", "words": _words(" ".join(paragraph), numbers)}


def _paragraphs(markdown: str) -> Iterator[list[str]]:
    paragraph: list[str] = []
    depth = 0
    for line in [*markdown.split("\n"), ""]:
        if re.match(r"^///+\s*$", line):
            depth -= 1
        elif line.startswith("///"):
            depth += 1
        elif depth == 0 and line.strip() and not re.match(r"^\s*(#|\||!\[)", line):
            paragraph.append(line.strip())
            continue
        if paragraph:
            yield paragraph
        paragraph = []


def _items(paragraph: list[str]) -> list[str]:
    """Items of a list, each with its continued lines; nothing when the paragraph is no list."""
    items: list[str] = []
    for line in paragraph:
        match = _ITEM.match(line)
        if match:
            items.append(match["text"])
        elif items:
            items[-1] += " " + line
        else:
            return []
    return items


def _says(page: Page, numbers: dict[str, int]) -> Iterator[dict[str, Any]]:
    lines = page.body.split("\n")
    for use in page.blocks:
        if use.name == "say":
            start = use.line - page.body_line + 1
            end = next(number for number in range(start, len(lines)) if lines[number].strip() == "///")
            yield {"kind": "say", "label": SAY_TO[use.argument], "words": _words("\n".join(lines[start:end]), numbers)}


def _add_condition(project: Project, entry: Printed, numbers: dict[str, int]) -> None:
    value = project.of("conditions")[entry.id].value
    entry.todo_heading = "What to do"
    entry.todo = [{"kind": "text", "words": [project.labels("condition", "action")[value["action"]]["description"]]}]
    if value.get("emergency"):
        entry.todo.insert(0, {"kind": "text", "words": ["This needs medical help, massage or not. The text says how fast."]})
    entry.todo.append({"kind": "say", "label": f"Say to {project.labels('condition', 'say', 'to')[value['say']['to']]['title']}", "words": [value["say"]["words"]]})
    entry.todo.append({"kind": "text", "words": _words(f"How harm could happen: {value['what_could_go_wrong']}", numbers)})
    if "medicines" in value:
        names = ", ".join(medicine["generic"] + (f" ({', '.join(medicine['brands'])})" if "brands" in medicine else "") for medicine in value["medicines"])
        entry.todo.append({"kind": "text", "words": [f"Medicines: {names}. A massage is never a reason to stop or change one."]})
    if "sources_disagree" in value:
        entry.todo.append({"kind": "text", "words": _words(f"Where sources differ: {value['sources_disagree']}", numbers)})


def short_sources(project: Project, keys: Iterable[str]) -> list[str]:
    """Sources as they stand on paper, in the order of their numbers."""
    kinds = project.labels("reference", "kind")
    return [_short_source(key, project.of("references")[key].value, kinds) for key in keys]


def _short_source(key: str, reference: dict[str, Any], kinds: dict[str, dict[str, str]]) -> str:
    """Who, when and where to find it; our own search and sums are named as what they are."""
    if reference["kind"].startswith("our-"):
        return f"{kinds[reference['kind']]['title']}, {reference['year']}"
    label = short_label(key, reference)
    place = f"doi:{reference['doi']}" if "doi" in reference else urlsplit(reference.get("url", "")).netloc.removeprefix("www.")
    return label if not place or place in label else f"{label} ({place})"
