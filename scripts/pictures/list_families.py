"""How the lists of who should not have ashiatsu descend from one another."""

from __future__ import annotations

from typing import Any

from scripts.pictures.svg import template

STEP = 86  # from one list to the next
TITLE = 34  # above the first list of a family


def rows(data: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of data/tables/list-families.csv."""
    return [dict(row) for row in data["tables"]["list-families"]["rows"]]


def draw(data: dict[str, Any]) -> str:
    """A box a list under its family; a full line where the dates tell the way, a broken one where not."""
    boxes, families, y = [], [], 6
    for row in rows(data):
        if row["family"] not in [family["name"] for family in families]:
            families.append({"name": row["family"], "y": y + 18})
            y += TITLE
        boxes.append({**row, "y": y, "known": "posted later" in row["relation"]})
        y += STEP
    by_id = {box["id"]: box for box in boxes}
    lines = [{"from_y": by_id[box["from"]]["y"] + 56, "to_y": box["y"], "known": box["known"], "x": 40 if by_id[box["from"]]["y"] == box["y"] - STEP else 22} for box in boxes if box["from"]]
    return template("list-families", boxes=boxes, families=families, lines=lines, height=y)
