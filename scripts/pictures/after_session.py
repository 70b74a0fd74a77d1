"""The week after a session: what is usual, and what means a call, on an axis of days."""

from __future__ import annotations

import textwrap
from typing import Any

from scripts.pictures.chart import SIZE, chart

LOOKS = {
    "Likely usual": ("good", "good-ground", ""), "Not usual": ("calm", "calm-ground", ""),
    "See a doctor today": ("urgent", "urgent-ground", "//"), "Call now": ("emergency", "emergency-ground", "xx"),
}  # fmt: skip
_LINE = 46  # letters in a line of the picture


def rows(data: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of data/tables/after-a-session.csv."""
    return [dict(row) for row in data["tables"]["after-a-session"]["rows"]]


def draw(data: dict[str, Any]) -> str:
    """A bar a sign over seven days; the gravest first, as on the care cards."""
    table = sorted(rows(data), key=lambda row: -list(LOOKS).index(row["kind"]))
    lines = [textwrap.wrap(row["what"], _LINE) for row in table]
    heights = [17 * len(words) + 42 for words in lines]
    with chart("after-a-session", height=sum(heights) + 58, left=12, right=16, top=48, bottom=10) as c:
        axes = c.axes
        axes.set_xlim(0, 7)
        axes.set_ylim(-sum(heights), 0)
        axes.spines["left"].set_visible(False)
        axes.spines["bottom"].set_visible(False)
        axes.xaxis.tick_top()
        axes.set_yticks([])
        axes.set_xticks([0, 1, 2, 3, 4, 5, 6, 7], ["0", "1", "2", "3", "4", "5", "6", "7 on"])
        axes.get_xticklabels()[0].set_ha("left")
        axes.get_xticklabels()[-1].set_ha("right")
        axes.set_title("Days after the session", fontsize=SIZE, color=c.colours["text"], pad=6)
        axes.grid(axis="x", color=c.colours["line"], lw=0.5)
        axes.set_axisbelow(True)
        y = 0.0
        for row, words, height in zip(table, lines, heights, strict=True):
            colour, ground, hatch = LOOKS[row["kind"]]
            c.text(0, y - 6, "\n".join(words), va="top", linespacing=1.25, bbox={"facecolor": c.colours["ground"], "edgecolor": "none", "pad": 1})
            start, end = float(row["from_days"]), float(row["to_days"])
            axes.barh(y - 17 * len(words) - 20, end - start, left=start, height=20, color=c.colours[ground], edgecolor=c.colours[colour], linewidth=1.5, hatch=hatch)
            label = {"facecolor": c.colours["ground"], "edgecolor": "none", "pad": 1.5}
            if end - start < 3:
                c.text(end + 0.1, y - 17 * len(words) - 20, f"{row['kind']}: 36 hours", colour, weight="bold", va="center_baseline", fontsize=SIZE, bbox=label)
            else:
                c.text(start + 0.15, y - 17 * len(words) - 20, row["kind"], colour, weight="bold", va="center_baseline", fontsize=SIZE, bbox=label)
            y -= height
        return c.svg()
