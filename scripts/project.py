"""The project as the checks and the build see it: its data, its pages, its schemas."""

from __future__ import annotations

import csv
import datetime
import functools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.positioned_yaml import Document, UnreadableYaml, read

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

ROOT = Path(__file__).resolve().parent.parent

# Folder of data/ -> schema that rules it.
KINDS = {
    "claims": "claim",
    "references": "reference",
    "conditions": "condition",
    "warning-signs": "warning-signs",
    "comparisons": "comparison",
    "cases": "case",
    "tables": "table",
    "corrections": "correction",
    "advice-changes": "advice-change",
    "vocabulary": "vocabulary",
    "pictures": "picture",
}
# "condition" stands only on pages the build makes.
HEALTH_KINDS = {"home", "question", "myth", "comparison", "guide", "condition"}

_FENCE = re.compile(r"^\s*(```|~~~)")
_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_BLOCK_OPEN = re.compile(r"^///+\s+(?P<name>[\w-]+)(?:\s*\|\s*(?P<argument>.*?))?\s*$")
CITATION = re.compile(r"\[(@[^\[\]\s;]+(?:\s*;\s*@[^\[\]\s;]+)*)\]")


def cite(keys: list[str] | None) -> str:
    """Write reference keys as the citation an author would write."""
    return "[" + "; ".join(f"@{key}" for key in keys) + "]" if keys else ""


@dataclass
class Item:
    """One data file. ``value`` is None when it could not be read; ``error`` then says why."""

    kind: str
    id: str
    path: str
    document: Document | None
    error: UnreadableYaml | None = None

    @property
    def value(self) -> dict[str, Any]:
        """The data, empty when the file could not be read."""
        return self.document.value if self.document else {}

    def line(self, *path: str | int) -> int:
        """Line of a key in the file."""
        return self.document.line(path) if self.document else 1


@dataclass(frozen=True)
class BlockUse:
    """A ``/// name | argument`` line in a page."""

    name: str
    argument: str
    line: int


@dataclass
class Page:
    """One Markdown page: front matter, body, and where they start."""

    path: str  # from the repository root
    text: str
    front: Item
    body: str
    body_line: int  # line of the file on which the body starts

    @property
    def src(self) -> str:
        """Path under docs/."""
        return self.path.removeprefix("docs/")

    @property
    def meta(self) -> dict[str, Any]:
        """Front matter, empty when there is none or it cannot be read."""
        return self.front.value

    @property
    def is_health(self) -> bool:
        """Whether readers act on the page, so that it must carry answer, dates and warning."""
        return str(self.meta.get("kind")) in HEALTH_KINDS

    @functools.cached_property
    def lines(self) -> list[tuple[int, str]]:
        """Lines of the body with their numbers; lines of code fences are blank."""
        result, fenced = [], False
        for number, line in enumerate(self.body.split("\n"), self.body_line):
            if _FENCE.match(line):
                fenced = not fenced
                line = ""
            result.append((number, "" if fenced else re.sub(r"`[^`]*`", lambda m: " " * len(m[0]), line)))
        return result

    @functools.cached_property
    def blocks(self) -> list[BlockUse]:
        """Blocks opened in the page, in order."""
        return [
            BlockUse(match["name"], match["argument"] or "", number)
            for number, line in self.lines
            if (match := _BLOCK_OPEN.match(line))
        ]

    @functools.cached_property
    def citations(self) -> list[tuple[int, str]]:
        """Reference keys cited, each with its line."""
        return [
            (number, key.strip().removeprefix("@"))
            for number, line in self.lines
            for match in CITATION.finditer(line)
            for key in match[1].split(";")
        ]

    @functools.cached_property
    def sentences(self) -> list[tuple[int, str]]:
        """Sentences of the body, each with the line it starts on; a blank line ends one."""
        return [
            sentence
            for paragraph in _paragraphs(self.lines)
            for sentence in _sentences(paragraph)
        ]

    def block_text(self, name: str) -> tuple[int, str] | None:
        """Line and text of the first block of that name, or None."""
        start = None
        inside: list[str] = []
        for number, line in self.lines:
            match = _BLOCK_OPEN.match(line)
            if start is None:
                if match and match["name"] == name:
                    start = number
            elif re.match(r"^///+\s*$", line):
                return start, "\n".join(inside).strip()
            else:
                inside.append(line)
        return None


@dataclass
class Table:
    """A CSV file with its descriptor."""

    id: str
    csv_path: str
    fields: list[str]
    rows: list[dict[str, str]]


@dataclass(eq=False)
class Project:
    """Everything under one repository root, read once.

    ``today`` is handed in, so that no check depends on the day it happens to run.
    """

    root: Path = ROOT
    today: datetime.date = field(default_factory=lambda: datetime.date(1970, 1, 1))

    @functools.cached_property
    def schemas(self) -> dict[str, dict[str, Any]]:
        """JSON Schemas by name. They are the rule book of this code, so always its own."""
        folder = ROOT / "data" / "schemas"
        return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))}

    @functools.cached_property
    def items(self) -> list[Item]:
        """All data files, in order of path."""
        return [
            self._item(path, schema)
            for folder, schema in KINDS.items()
            for path in sorted((self.root / "data" / folder).glob("*.yml"))
        ]

    def of(self, folder: str) -> dict[str, Item]:
        """Items of a folder of data/ that keep to their schema, by id."""
        return {item.id: item for item in self.items if item.kind == KINDS[folder] and item.document and item.path not in self.schema_errors}

    def ids(self, folder: str) -> set[str]:
        """Ids of a folder of data/, those of files with mistakes included."""
        return {item.id for item in self.items if item.kind == KINDS[folder]}

    @functools.cached_property
    def schema_errors(self) -> dict[str, list[ValidationError]]:
        """What each readable file or front matter has against its schema, by path."""
        from jsonschema import (
            Draft202012Validator,  # imported here so that `new` does not wait for it
        )

        validators = {name: Draft202012Validator(schema) for name, schema in self.schemas.items()}
        found = {
            item.path: list(validators[item.kind].iter_errors(item.value))
            for item in [*self.items, *(page.front for page in self.pages)]
            if item.document
        }
        return {path: errors for path, errors in found.items() if errors}

    @functools.cached_property
    def tables(self) -> dict[str, Table]:
        """CSV files of data/tables/, by id."""
        tables = {}
        for path in sorted((self.root / "data" / "tables").glob("*.csv")):
            with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
                reader = csv.DictReader(file)
                rows = list(reader)
            tables[path.stem] = Table(path.stem, self._name(path), list(reader.fieldnames or []), rows)
        return tables

    @functools.cached_property
    def pages(self) -> list[Page]:
        """All pages, in order of path."""
        return [parse_page(self._name(path), _text(path)) for path in sorted((self.root / "docs").rglob("*.md"))]

    @functools.cached_property
    def page_by_src(self) -> dict[str, Page]:
        """Pages by their path under docs/."""
        return {page.src: page for page in self.pages}

    def labels(self, schema: str, *keys: str) -> dict[str, dict[str, str]]:
        """Title and description of each allowed word of a field, as the schema gives them.

        ``keys`` is the way from the top of the schema's properties to the field.
        """
        node = self.schemas[schema]
        for key in keys:
            node = node["items"] if key == "items" else node["properties"][key]
        return {
            choice["const"]: {"title": choice["title"], "description": choice["description"]}
            for choice in node["oneOf"]
        }

    def _name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def _item(self, path: Path, schema: str) -> Item:
        return _read_item(schema, path.stem, self._name(path), _text(path))


def _text(path: Path) -> str:
    """Text of a file; what is no UTF-8 becomes U+FFFD, which the check of tidiness names."""
    return path.read_text("utf-8-sig", errors="replace")


def parse_page(path: str, text: str) -> Page:
    """Split a page into front matter and body; ``path`` is from the repository root."""
    text = text.replace("\r\n", "\n")
    id_ = Path(path).stem
    match = _FRONT_MATTER.match(text)
    if not match:
        error = UnreadableYaml("the page must start with front matter between two lines of '---'", 1)
        return Page(path, text, Item("page", id_, path, None, error), text, 1)
    front = _read_item("page", id_, path, match[1], first_line=2)
    return Page(path, text, front, text[match.end() :], match[0].count("\n") + 1)


# A list item, heading or table row is a paragraph of its own.
_STARTS_ANEW = re.compile(r"^(?:[-*+]\s+|\d+\.\s+|#{1,6}\s+|\|\s*|>\s*)")


def _paragraphs(lines: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    paragraph: list[tuple[int, str]] = []
    for number, line in [*lines, (0, "")]:
        text = line.strip()
        apart = not text or line.startswith("///")
        if paragraph and (apart or _STARTS_ANEW.match(text)):
            yield paragraph
            paragraph = []
        if not apart:
            paragraph.append((number, _STARTS_ANEW.sub("", text)))


def _sentences(paragraph: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    text, starts = "", []
    for number, line in paragraph:
        starts.append((len(text), number))
        text += line + " "
    # A quotation stays whole, whatever sentences stand in it; its last sign may end the sentence.
    text = text.strip()
    masked = re.sub(r"“[^”]*(?=[^”]”)", lambda quote: "“" + "x" * (len(quote[0]) - 1), text)
    position = 0
    for gap in [*re.finditer(r"(?<=[.!?])\s+|(?<=[.!?]”)\s+", masked), None]:
        end = gap.start() if gap else len(text)
        yield max(entry for entry in starts if entry[0] <= position)[1], text[position:end]
        position = gap.end() if gap else end


def _read_item(kind: str, id_: str, path: str, text: str, first_line: int = 1) -> Item:
    try:
        return Item(kind, id_, path, read(text, first_line))
    except UnreadableYaml as error:
        return Item(kind, id_, path, None, error)


def cited_in_data(item: Item) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every reference key in an item with the way to it (fields named sources or said_by)."""

    def walk(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
        if isinstance(value, dict):
            for key, below in value.items():
                if key in {"sources", "said_by"} and isinstance(below, list):
                    yield from (((*path, key, i), str(ref)) for i, ref in enumerate(below))
                else:
                    yield from walk(below, (*path, key))
        elif isinstance(value, list):
            for index, below in enumerate(value):
                yield from walk(below, (*path, index))

    yield from walk(item.value, ())
