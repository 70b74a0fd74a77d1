"""Contact patches of foot, heel, elbow and thumb at one scale."""

from __future__ import annotations

import math
from typing import Any

from scripts.pictures.svg import template

UNITS_PER_CM = 13.0  # of the picture, for each centimetre on a body
FOOT_LENGTH_CM = 22.0  # of the drawn sole; its width follows from the area


def rows(data: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of data/tables/contact-areas.csv."""
    return [dict(row) for row in data["tables"]["contact-areas"]["rows"]]


def radius(area_cm2: float) -> float:
    """Radius, in units of the picture, of a circle of that area."""
    return math.sqrt(area_cm2 / math.pi) * UNITS_PER_CM


def draw(data: dict[str, Any]) -> str:
    """An oval for the sole and circles for the rest, each of the area in the table."""
    table = {row["id"]: row for row in rows(data)}
    patches = {
        id_: {
            "name": row["contact"], "kind": row["kind"], "area": row["area_cm2"], "low": row["area_low_cm2"], "high": row["area_high_cm2"],
            **{f"r_{size}": round(radius(float(row[field])), 1) for size, field in (("middle", "area_cm2"), ("low", "area_low_cm2"), ("high", "area_high_cm2"))},
        }
        for id_, row in table.items()
    }  # fmt: skip
    foot = patches["foot"]
    # Half axes of an ellipse of that area: area = π · a · b.
    for size, field in (("middle", "area"), ("low", "low"), ("high", "high")):
        length = FOOT_LENGTH_CM / 2 * math.sqrt(float(foot[field]) / float(foot["area"]))
        foot[f"ry_{size}"] = round(length * UNITS_PER_CM, 1)
        foot[f"rx_{size}"] = round(float(foot[field]) / math.pi / length * UNITS_PER_CM, 1)
    return template("contact-patches", patches=patches, scale=UNITS_PER_CM)
