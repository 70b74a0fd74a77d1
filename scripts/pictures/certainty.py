"""How sure we are of our claims, by topic: counted from data/claims/ at every build."""

from __future__ import annotations

from typing import Any

from scripts.pictures.chart import chart

# Patterns beside colours, so that colour is not the only signal.
LOOKS = {
    "high": ("good", ""), "moderate": ("good-ground", ""), "low": ("urgent-ground", "//"),
    "very-low": ("ground", "xx"), "none-found": ("ground", ""),
}  # fmt: skip


def rows(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Claims of each topic by grade; retired ones are not counted."""
    grades = list(data["labels"]["certainty"])
    found = []
    for topic, label in data["labels"]["topic"].items():
        claims = [claim for claim in data["claims"].values() if claim["topic"] == topic and "retired" not in claim]
        counts = {grade.replace("-", "_"): sum(claim["certainty"] == grade for claim in claims) for grade in grades}
        if claims:
            found.append({"topic": label["title"], **counts, "all": len(claims)})
    return sorted(found, key=lambda row: (-row["all"], row["topic"]))


def draw(data: dict[str, Any]) -> str:
    """A stacked bar a topic, its name above."""
    table, labels = rows(data), data["labels"]["certainty"]
    step, key = 36, 26 * len(LOOKS) + 12
    longest = max(row["all"] for row in table)
    with chart("certainty-by-topic", height=step * len(table) + key + 10, left=12, right=36, top=4, bottom=6) as c:
        axes = c.axes
        axes.set_xlim(0, longest)
        axes.set_ylim(-(step * len(table) + key), 0)
        axes.axis("off")
        bar = {"height": 14, "edgecolor": c.colours["text"], "linewidth": 0.8, "align": "center"}
        for index, (grade, (colour, hatch)) in enumerate(LOOKS.items()):
            y = -26 * index - 12
            axes.barh(y, longest * 0.08, color=c.colours[colour], hatch=hatch, ls="--" if grade == "none-found" else "-", **bar)
            c.text(longest * 0.1, y, labels[grade]["title"], va="center_baseline")
        for index, row in enumerate(table):
            top = -key - step * index
            c.text(0, top - 1, row["topic"], va="top")
            left = 0
            for grade, (colour, hatch) in LOOKS.items():
                count = row[grade.replace("-", "_")]
                if count:
                    axes.barh(top - 25, count, left=left, color=c.colours[colour], hatch=hatch, ls="--" if grade == "none-found" else "-", **bar)
                left += count
            c.text(left + longest * 0.015, top - 25, str(row["all"]), va="center_baseline")
        return c.svg()
