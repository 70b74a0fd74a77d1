"""The ledger of published addresses: data/addresses.csv.

An address that once was published leads somewhere for good. A row whose page has moved says where to;
pages of the therapist's kit also have a short code, which leads to them from ``q/<code>/``.
"""

from __future__ import annotations

import csv
import functools
import hashlib
import io
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from scripts.made_pages import all_pages
from scripts.problems import Problem, nearest
from scripts.project import Page, Project

LEDGER = Path("data") / "addresses.csv"
FIELDS = ["address", "code", "moved_to"]
# Kinds of page that can be sent, printed, shown and embedded one by one.
KIT_KINDS = {"question", "myth", "condition"}
# Neither vowels, so that no word comes out, nor signs that look alike in print.
_SIGNS = "bcdfghjkmnpqrstvwxz23456789"
_LENGTH = 4


@dataclass(frozen=True)
class Row:
    """One published address below the site's root; ``line`` is its line in the ledger."""

    address: str
    code: str
    moved_to: str
    line: int


@functools.lru_cache(maxsize=2)
def ledger(project: Project) -> tuple[Row, ...]:
    """Rows of the ledger in their order, none when there is no ledger."""
    path = project.root / LEDGER
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(Row(*((row.get(field) or "").strip() for field in FIELDS), line) for line, row in enumerate(rows, 2))


def address(src: str) -> str:
    """Address of a page below the site's root, from its path under docs/."""
    stem = src.removesuffix(".md")
    return "" if stem == "index" else stem.removesuffix("index").rstrip("/") + "/"


def in_kit(page: Page) -> bool:
    """Whether a page has a short code, a handout and an embed."""
    return str(page.meta.get("kind")) in KIT_KINDS


def codes(project: Project) -> dict[str, str]:
    """Short code of each address that has one and has not moved."""
    return {row.address: row.code for row in ledger(project) if row.code and not row.moved_to}


def new_code(address_: str, taken: Container[str]) -> str:
    """A short code for an address, the same each time unless it is taken."""
    for attempt in range(1000):
        number = int.from_bytes(hashlib.sha256(f"{address_}#{attempt}".encode()).digest()[:8])
        signs = ""
        for _ in range(_LENGTH):
            number, sign = divmod(number, len(_SIGNS))
            signs += _SIGNS[sign]
        if signs not in taken:
            return signs
    raise ValueError(f"no code is left for {address_}")


def completed(project: Project) -> str:
    """Text of the ledger with a row for each page and a code for each page of the kit; nothing is taken out."""
    rows = [[row.address, row.code, row.moved_to] for row in ledger(project)]
    first = {row[0]: row for row in reversed(rows)}
    taken = {row[1] for row in rows}
    for page in all_pages(project):
        where = address(page.src)
        if where not in first:
            first[where] = [where, "", ""]
            rows.append(first[where])
        if in_kit(page) and not first[where][1]:
            first[where][1] = new_code(where, taken)
            taken.add(first[where][1])
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(FIELDS)
    writer.writerows(sorted(rows, key=lambda row: row[0]))
    return file.getvalue()


def kept(project: Project, before: str) -> Iterator[Problem]:
    """Yield P5 for each address or code that stood in the ledger ``before`` (its text) and stands there no more."""
    rows = ledger(project)
    for field, now in (("address", {row.address for row in rows}), ("code", {row.code for row in rows})):
        for row in csv.DictReader(io.StringIO(before)):
            if (row.get(field) or "") and row[field] not in now:
                yield Problem(LEDGER.as_posix(), 1, "P5", f"what was published stays: the {field} '{row[field]}' is gone.", nearest(row[field], now), "put its row back; write under moved_to where it leads now", "addresses")


def short_path(code: str) -> str:
    """Address of a code below the site's root."""
    return f"q/{code}/"


def embed_path(address_: str) -> str:
    """Address of the embed of a page: embed/questions/<id>/, embed/myths/<id>/ or embed/conditions/<id>/."""
    return f"embed/{address_.removeprefix('before/')}"


def in_letters(url: str) -> str:
    """An address as it stands on paper: without scheme and closing slash."""
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}".rstrip("/")
