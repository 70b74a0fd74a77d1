"""Where the therapist's weight goes in three ways of working."""

from __future__ import annotations

from typing import Any

from scripts.pictures.svg import template


def rows(data: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of data/tables/where-the-weight-goes.csv."""
    return [dict(row) for row in data["tables"]["where-the-weight-goes"]["rows"]]


def draw(data: dict[str, Any]) -> str:
    """Three scenes; the arrows have no sizes, because nobody has measured the shares."""
    return template("where-the-weight-goes")
