"""The citation ``[@key]``: numbered in order of appearance, listed at the foot of the page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from scripts.blocks.templates import render

CITATION = r"\[(@[^\[\]\s;]+(?:\s*;\s*@[^\[\]\s;]+)*)\]"
_MARK = "data-ias-cite"


class CitationPattern(InlineProcessor):
    """Leaves a mark for each key; numbers are given later, in document order."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:
        mark = etree.Element("sup", {"class": "ias-cite", _MARK: m[1].replace("@", "")})
        return mark, m.start(0), m.end(0)


class CitationTreeprocessor(Treeprocessor):
    """Numbers the marks and adds the list of sources with links back."""

    def __init__(self, md: Markdown, data: dict[str, Any], strict: bool) -> None:
        super().__init__(md)
        self._data = data
        self._strict = strict

    def run(self, root: etree.Element) -> None:
        numbers: dict[str, int] = {}
        places: dict[str, list[str]] = {}
        for mark in root.iter("sup"):
            keys = mark.attrib.pop(_MARK, None)
            if keys is None:
                continue
            for key in (part.strip() for part in keys.split(";")):
                if key not in self._data["references"]:
                    if self._strict:
                        raise ValueError(f"no reference '{key}' in data/references/")
                    continue
                number = numbers.setdefault(key, len(numbers) + 1)
                before = places.setdefault(key, [])
                place = f"cite-{key}" if not before else f"cite-{key}-{len(before) + 1}"
                before.append(place)
                if len(mark):
                    mark[-1].tail = " "
                link = etree.SubElement(mark, "a", {"href": f"#source-{key}", "id": place, "class": "ias-cite__link"})
                hidden = etree.SubElement(link, "span", {"class": "ias-hidden"})
                hidden.text = "Source "
                hidden.tail = str(number)
        if numbers:
            root.append(
                render(
                    "sources",
                    sources=[
                        {"key": key, "reference": self._data["references"][key], "places": places[key]}
                        for key in numbers
                    ],
                    labels=self._data["labels"],
                )
            )
