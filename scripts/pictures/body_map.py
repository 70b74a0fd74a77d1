"""Parts of the body that feet keep off, and parts that ask for care."""

from __future__ import annotations

from typing import Any

from scripts.pictures.svg import template

# Place of each part's mark on the drawing: x, y, and the side of the body it is seen from.
PLACES = {
    "neck": (90, 73), "belly": (90, 168), "spine": (300, 132), "shoulders": (333, 92), "arms": (356, 132),
    "ribs": (260, 134), "kidneys": (326, 178), "buttocks": (278, 218), "legs": (322, 320),
}  # fmt: skip


def rows(data: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of data/tables/body-areas.csv, numbered as in the drawing."""
    return [{"number": number, **row} for number, row in enumerate(data["tables"]["body-areas"]["rows"], 1)]


def draw(data: dict[str, Any]) -> str:
    """Front and back of a body; a square marks what feet keep off, a circle what asks for care."""
    marks = [{**row, "x": PLACES[row["id"]][0], "y": PLACES[row["id"]][1]} for row in rows(data) if row["id"] in PLACES]
    return template("body-map", marks=marks, rest=[row for row in rows(data) if row["id"] not in PLACES])
