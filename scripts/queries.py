"""What people type (data/search-queries.yml), and the rule that splits it in two halves."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from scripts.positioned_yaml import Document, read

FILE = "data/search-queries.yml"
KINDS = ("typo", "plain", "term", "brand", "question", "spanish", "emergency")


@dataclass(frozen=True)
class Query:
    """One query: its kind, the pages (under docs/) that answer it, and the care card that must come first."""

    text: str
    kind: str
    pages: tuple[str, ...]
    card: str | None

    @property
    def half(self) -> str:
        """``tune`` or ``held-out``: the parity of the first byte of the query's SHA-256."""
        return "held-out" if hashlib.sha256(self.text.encode()).digest()[0] % 2 else "tune"


def document(path: Path) -> Document:
    """The file with the lines of its parts. Raises UnreadableYaml."""
    return read(path.read_text("utf-8"))


def load(root: Path) -> list[Query]:
    """All queries of a project that has passed its checks."""
    entries = document(root / FILE).value["queries"]
    return [Query(entry["query"], entry["kind"], tuple(entry["pages"]), entry.get("card")) for entry in entries]
