"""Medical words of the vocabulary: the first on each page leads to its meaning and shows it on hover.

A link, so that it works by touch, by keyboard and without JavaScript; a bare ``abbr`` shows nothing there.
Only the page's own sentences are touched: cards, answers and tables come from data as they are.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from typing import Any

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from scripts.a_to_z import ADDRESS


class GlossaryTreeprocessor(Treeprocessor):
    """Turns the first place of each medical word into a link to the list A to Z."""

    def __init__(self, md: Markdown, data: dict[str, Any]) -> None:
        super().__init__(md)
        self._words = {
            concept["medical"].lower(): (concept["medical"], f"/{ADDRESS}#word-{id_}", concept["meaning"])
            for id_, concept in data["vocabulary"].items()
            if "medical" in concept and "meaning" in concept and concept.get("pages")
        }
        longest_first = sorted(self._words, key=len, reverse=True)
        self._pattern = re.compile(r"\b(" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE) if longest_first else None

    def run(self, root: etree.Element) -> None:
        if self._pattern is None:
            return
        seen: set[str] = set()
        for holder in _sentences(root):
            self._link(holder, seen)

    def _link(self, holder: etree.Element, seen: set[str]) -> None:
        """Link words in an element's own text and in the text between its children."""
        position = 0
        before: etree.Element | None = None
        while before is None or position <= len(holder):
            text = holder.text if before is None else before.tail
            match = self._first(text or "", seen)
            if match and text:
                _, address, meaning = self._words[match[1].lower()]
                seen.add(match[1].lower())
                link = etree.Element("a", {"class": "ias-term", "href": address, "title": meaning})
                link.text = match[1]
                link.tail = text[match.end() :]
                if before is None:
                    holder.text = text[: match.start()]
                else:
                    before.tail = text[: match.start()]
                holder.insert(position, link)
            if position == len(holder):
                return
            before = holder[position]
            position += 1

    def _first(self, text: str, seen: set[str]) -> re.Match[str] | None:
        """First word not seen yet; a word in capitals (GRADE) must stand so."""
        for found in self._pattern.finditer(text):
            word = self._words[found[1].lower()][0]
            if found[1].lower() not in seen and (not word.isupper() or found[1] == word):
                return found
        return None


def _sentences(root: etree.Element) -> Iterator[etree.Element]:
    """Paragraphs and list items that the author wrote into the page itself."""
    for element in root:
        if element.tag == "p":
            yield element
        elif element.tag in {"ul", "ol"} and not element.get("class"):
            yield from (item for item in element.iter() if item.tag in {"li", "p"})
