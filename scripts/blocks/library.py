"""The blocks themselves. Each names its template and gathers what the template shows."""

from __future__ import annotations

import json
import xml.etree.ElementTree as etree
from pathlib import PurePosixPath
from typing import Any

from jinja2 import UndefinedError
from markdown import Markdown
from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from scripts import a_to_z
from scripts.blocks.templates import render
from scripts.pictures import PICTURES
from scripts.tools import TOOLS


class TemplateBlock(Block):
    """A block whose markup is ``overrides/blocks/<NAME>.html``.

    Content written inside the block goes into the element marked ``data-slot``.
    """

    ARGUMENT: bool | None = True

    @property
    def template(self) -> str:
        """Name of the template."""
        return self.NAME

    def __init__(self, length: int, tracker: dict[str, Any], md: Markdown, config: dict[str, Any]) -> None:
        super().__init__(length, tracker, md, config)
        self.data: dict[str, Any] = config["data"]
        self._slot: etree.Element | None = None

    def context(self) -> dict[str, Any]:
        """What the template needs. Raises KeyError for a name that does not exist."""
        return {}

    def on_create(self, parent: etree.Element) -> etree.Element:
        try:
            element = render(self.template, argument=self.argument, labels=self.data["labels"], **self.context())
        except (KeyError, UndefinedError) as error:
            if self.config["strict"]:
                raise ValueError(f"block '{self.NAME} | {self.argument}': nothing is called {error}") from error
            element = etree.Element("div")
        self._slot = element
        for child in element.iter():
            if child.attrib.pop("data-slot", None) is not None:
                self._slot = child
        parent.append(element)
        return element

    def on_add(self, block: etree.Element) -> etree.Element:
        return self._slot if self._slot is not None else block

    def references(self, keys: list[str]) -> list[dict[str, Any]]:
        """References by key, each with its key."""
        return [{"key": key, **self.data["references"][key]} for key in keys]

    def facets(self, more: dict[str, Any] | None = None, **titles: str) -> str:
        """Select boxes of a filter as JSON: for each field its title and the titles of its words."""
        known = {
            field: [title, {word: label["title"] for word, label in self.data["labels"][field].items()}]
            for field, title in titles.items()
        }
        return json.dumps({**known, **(more or {})}, ensure_ascii=False)

    def titles(self) -> dict[str, str]:
        """Titles of the pages by their path under docs/."""
        return {page["src"]: page["title"] for page in self.data["pages"]}

    def claim(self, id_: str) -> dict[str, Any]:
        """A claim with its id and the kinds of source it rests on."""
        claim = self.data["claims"][id_]
        references = self.references(claim["sources"])
        kinds = list(dict.fromkeys(reference["kind"] for reference in references))
        return {"id": id_, "references": references, "kinds": kinds, **claim}


class Answer(TemplateBlock):
    """The short answer that opens a page and can be quoted alone."""

    NAME = "answer"
    ARGUMENT = False


class Say(TemplateBlock):
    """A sentence to say to the therapist or the doctor."""

    NAME = "say"


class Checklist(TemplateBlock):
    """A list to tick off on paper."""

    NAME = "checklist"
    ARGUMENT = False


class FillIn(TemplateBlock):
    """A line to write on, with its label."""

    NAME = "fill-in"


class Claim(TemplateBlock):
    """A claim card."""

    NAME = "claim"

    def context(self) -> dict[str, Any]:
        return {"claim": self.claim(self.argument)}


class ClaimPage(TemplateBlock):
    """Everything about one claim; the build makes a page of it for each."""

    NAME = "claim-page"

    def context(self) -> dict[str, Any]:
        return {"claim": self.claim(self.argument), "uses": self.data["uses"].get(self.argument, [])}


class Claims(TemplateBlock):
    """The table of claims, of one topic when the argument names one."""

    NAME = "claims"
    ARGUMENT = None

    def context(self) -> dict[str, Any]:
        topics = self.data["labels"]["topic"]
        wanted = [self.argument] if self.argument else list(topics)
        if unknown := set(wanted) - set(topics):
            raise KeyError(unknown.pop())
        return {
            "facets": self.facets(
                {"about": ["Direct or borrowed", {"direct": "Direct", "borrowed": "Borrowed"}]},
                topic="Subject", certainty="How sure", kind="Kind of source",
            ),
            "groups": [
                (topic, [self.claim(id_) for id_, claim in self.data["claims"].items() if claim["topic"] == topic])
                for topic in wanted
            ],
        }


class WarningSigns(TemplateBlock):
    """Care cards, the most urgent first."""

    NAME = "warning-signs"

    def context(self) -> dict[str, Any]:
        return {"set": self.data["warning_signs"][self.argument]}


class WarningLine(TemplateBlock):
    """The gravest warning signs in a line; the build puts it under the answer of every health page."""

    NAME = "warning-line"

    def context(self) -> dict[str, Any]:
        return {"set": self.data["warning_signs"][self.argument]}


class Compare(TemplateBlock):
    """Side-by-side table: trained ashiatsu and one other activity, or all of them."""

    NAME = "compare"

    def context(self) -> dict[str, Any]:
        everything = dict(sorted(self.data["comparisons"].items(), key=lambda entry: entry[1]["order"]))
        if self.argument == "all":
            chosen = everything
        else:
            chosen = {id_: everything[id_] for id_ in ("ashiatsu", self.argument)}
        return {"columns": [{"id": id_, **value} for id_, value in chosen.items()]}


def _typed_words(vocabulary: dict[str, Any]) -> dict[str, str]:
    """What people type for each condition beside its names, for the filter above the list."""
    found: dict[str, str] = {}
    for concept in vocabulary.values():
        words = [*concept.get("also", []), *concept.get("misspellings", []), *concept.get("spanish", [])]
        for id_ in concept.get("conditions", []):
            found[id_] = " ".join([found.get(id_, ""), *words]).strip()
    return found


class Conditions(TemplateBlock):
    """All conditions, grouped by what to do."""

    NAME = "conditions"
    ARGUMENT = False

    def context(self) -> dict[str, Any]:
        groups = []
        words = _typed_words(self.data["vocabulary"])
        for action in self.data["labels"]["action"]:
            chosen = [{"id": id_, "words": words.get(id_, ""), **value} for id_, value in self.data["conditions"].items() if value["action"] == action]
            groups.append((action, sorted(chosen, key=lambda value: (not value.get("emergency", False), value["name"].lower()))))
        return {"groups": groups, "facets": self.facets(group="Part of health", action="What to do")}


class Condition(TemplateBlock):
    """One condition as a card."""

    NAME = "condition"

    def context(self) -> dict[str, Any]:
        return {"condition": {"id": self.argument, **self.data["conditions"][self.argument]}}


class ConditionPage(TemplateBlock):
    """Everything about one condition; the build makes a page of it for each."""

    NAME = "condition-page"

    def context(self) -> dict[str, Any]:
        condition = {"id": self.argument, **self.data["conditions"][self.argument]}
        claims = [self.claim(id_) for id_ in condition.get("claims", [])]
        return {"condition": condition, "claims": claims, "pages": self.data["condition_uses"].get(self.argument, [])}


class Questions(TemplateBlock):
    """Question pages by theme, of one audience when the argument names one."""

    NAME = "questions"
    ARGUMENT = None

    def context(self) -> dict[str, Any]:
        if self.argument and self.argument not in self.data["labels"]["audience"]:
            raise KeyError(self.argument)
        pages = [
            page
            for page in self.data["pages"]
            if page["kind"] == "question" and self.argument in (None, "", page["audience"])
        ]
        groups = [
            (theme, sorted((page for page in pages if page["theme"] == theme), key=lambda page: page["title"]))
            for theme in self.data["labels"]["theme"]
        ]
        return {"groups": [(theme, found) for theme, found in groups if found]}


class Pages(TemplateBlock):
    """The pages of one folder with their descriptions."""

    NAME = "pages"

    def context(self) -> dict[str, Any]:
        found = [
            page
            for page in self.data["pages"]
            if str(PurePosixPath(page["src"]).parent) == self.argument and not page["src"].endswith("index.md")
        ]
        if not found:
            raise KeyError(self.argument)
        return {"pages": sorted(found, key=lambda page: (page["order"] or 999, page["title"].strip("“").lower()))}


class Pieces(TemplateBlock):
    """The ready pieces of the therapist's room, each with its PDFs."""

    NAME = "pieces"
    ARGUMENT = False

    def context(self) -> dict[str, Any]:
        return {"pieces": self.data["kit"]["pieces"]}


class DataTable(TemplateBlock):
    """A CSV file of data/tables/ shown as its descriptor says."""

    NAME = "table"

    def context(self) -> dict[str, Any]:
        table = self.data["tables"][self.argument]
        field = table.get("source_field")
        rows = [
            {**row, "sources": [key.strip() for key in row[field].split(";") if key.strip()] if field else []}
            for row in table["rows"]
        ]
        return {"id": self.argument, "table": table, "rows": rows}


class Tool(TemplateBlock):
    """A calculator or check, with what it says as a table or list inside; each has its own template."""

    NAME = "tool"

    @property
    def template(self) -> str:
        """Name of the template: ``tool-<name>``."""
        return f"tool-{self.argument}"

    def context(self) -> dict[str, Any]:
        return TOOLS[self.argument].equivalent(self.data)


class Picture(TemplateBlock):
    """A picture of data/pictures/ with caption, text alternative and data."""

    NAME = "picture"

    def context(self) -> dict[str, Any]:
        return picture(self.argument, self.data)

    def on_create(self, parent: etree.Element) -> etree.Element:
        element = super().on_create(parent)
        _put_drawings(element, self.data)
        return element


class Pictures(TemplateBlock):
    """Every picture, with downloads."""

    NAME = "pictures"
    ARGUMENT = False

    def context(self) -> dict[str, Any]:
        found = [picture(id_, self.data) for id_ in self.data["pictures"]]
        return {"pictures": sorted(found, key=lambda entry: entry["picture"]["order"])}

    def on_create(self, parent: etree.Element) -> etree.Element:
        element = super().on_create(parent)
        _put_drawings(element, self.data)
        return element


def picture(id_: str, data: dict[str, Any]) -> dict[str, Any]:
    """What the template of a picture needs. Raises KeyError when there is no such picture."""
    rows = PICTURES[id_].rows(data)
    keys = [[key.strip() for key in row.get("source_key", "").split(";") if key.strip()] for row in rows]
    return {"id": id_, "picture": data["pictures"][id_], "rows": [{"cells": row, "sources": sources} for row, sources in zip(rows, keys, strict=True)]}


def _put_drawings(element: etree.Element, data: dict[str, Any]) -> None:
    """Put each drawing the build has staged into its place; its words are no Markdown."""
    for place in element.iter("div"):
        id_ = place.attrib.pop("data-drawing", None)
        if id_ is None or "drawing" not in data["pictures"].get(id_, {}):
            continue
        drawing = etree.fromstring(data["pictures"][id_]["drawing"])
        for part in drawing.iter():
            part.text = AtomicString(part.text) if part.text else None
            part.tail = AtomicString(part.tail) if part.tail else None
        place.append(drawing)


class Cases(TemplateBlock):
    """Every reported case."""

    NAME = "cases"
    ARGUMENT = False

    def context(self) -> dict[str, Any]:
        order = list(self.data["labels"]["setting"])
        cases = [{"id": id_, **value} for id_, value in self.data["cases"].items()]
        return {"cases": sorted(cases, key=lambda case: (order.index(case["setting"]), case["id"]))}


class References(TemplateBlock):
    """Every source and the claims that rest on it."""

    NAME = "references"
    ARGUMENT = False

    def context(self) -> dict[str, Any]:
        resting: dict[str, list[str]] = {}
        for id_, claim in self.data["claims"].items():
            for key in claim["sources"]:
                resting.setdefault(key, []).append(id_)
        entries = [
            {"key": key, "reference": value, "claims": resting.get(key, [])}
            for key, value in self.data["references"].items()
        ]
        return {"entries": sorted(entries, key=lambda entry: entry["reference"]["label"].lower())}


class Corrections(TemplateBlock):
    """Our mistakes, and how far each is mended."""

    NAME = "corrections"
    ARGUMENT = False

    def context(self) -> dict[str, Any]:
        entries = [{"id": id_, **value} for id_, value in self.data["corrections"].items()]
        return {"entries": sorted(entries, key=lambda entry: entry["found_on"], reverse=True), "titles": self.titles()}


class AdviceChanges(TemplateBlock):
    """Changes of advice, newest first."""

    NAME = "advice-changes"
    ARGUMENT = False

    def context(self) -> dict[str, Any]:
        entries = [{"id": id_, **value} for id_, value in self.data["advice_changes"].items()]
        return {"entries": sorted(entries, key=lambda entry: entry["on"], reverse=True), "titles": self.titles()}


class Quality(TemplateBlock):
    """Figures of every health page, the worst first."""

    NAME = "quality"
    ARGUMENT = False

    def context(self) -> dict[str, Any]:
        return {"rows": self.data["quality"]}


class Fields(TemplateBlock):
    """What each field of a kind of fact holds, from its schema."""

    NAME = "fields"

    def context(self) -> dict[str, Any]:
        return {"schema": self.data["schemas"][self.argument]}


class CertaintyWords(TemplateBlock):
    """The grades and what each means."""

    NAME = "certainty-words"
    ARGUMENT = False

    def context(self) -> dict[str, Any]:
        counts = {grade: 0 for grade in self.data["labels"]["certainty"]}
        for claim in self.data["claims"].values():
            counts[claim["certainty"]] += 1
        return {"counts": counts}


class AToZ(TemplateBlock):
    """Every subject, condition and medicine, A to Z."""

    NAME = "a-to-z"
    ARGUMENT = False

    def context(self) -> dict[str, Any]:
        return {"letters": a_to_z.entries(self.data)}


BLOCKS: list[type[TemplateBlock]] = [
    Answer, Say, Checklist, FillIn, Claim, ClaimPage, Claims, WarningSigns, WarningLine, Compare, Conditions, Condition, ConditionPage,
    Questions, Pages, Pieces, DataTable, Tool, Picture, Pictures, Cases, References, Corrections, AdviceChanges, Quality,
    Fields, CertaintyWords, AToZ,
]  # fmt: skip
