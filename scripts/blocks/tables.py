"""Tables written in Markdown look and fold like those of the blocks: each cell names its column."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor


class TableTreeprocessor(Treeprocessor):
    """Gives plain tables the class of ours, so that on a narrow screen they become cards and never scroll."""

    def run(self, root: etree.Element) -> None:
        for table in root.iter("table"):
            if table.get("class"):
                continue
            table.set("class", "ias-table")
            labels = ["".join(head.itertext()).strip() for head in table.iterfind("thead/tr/th")]
            for row in table.iterfind("tbody/tr"):
                for label, cell in zip(labels, row.iterfind("td"), strict=False):
                    if label:
                        cell.set("data-label", label)
