"""What the table carries: one example against the ratings that makers and shops quote."""

from __future__ import annotations

from typing import Any

from scripts.pictures.chart import chart
from scripts.tools.quantities import figures
from scripts.tools.table_load import START, both_units, load_kg

# Rows of data/tables/table-ratings.csv with a working rating, in words short enough to stand in the picture.
RATINGS = {
    "Usual tables, says Huiyi": "Usual tables, says an exporter",
    "Tables in general, says Biology Insights": "Tables in general, says a web page",
    "The makers' quarter rule, worked out": "A quarter of a 907 kg static rating",
    "Heavy-duty tables, says Huiyi": "Heavy-duty tables, says an exporter",
}


def rows(data: dict[str, Any]) -> list[dict[str, Any]]:
    """The load standing still and moving in its parts, then the working ratings quoted."""
    client, practitioner, fittings = START["client_kg"], START["practitioner_kg"], START["fittings_kg"]
    found = []
    for words, factor in (("Load, standing still", 1.0), ("Load, moving (factor 1.6)", 1.6)):
        total = load_kg(client, practitioner, fittings, factor)
        found.append(
            {
                "what": words, "kind": "Load", "low_kg": figures(total, 3), "high_kg": figures(total, 3),
                "made_of": f"client {client} kg, therapist {practitioner} kg × {factor}, fittings {fittings} kg", "source_key": "own-2026-calculation",
            }
        )  # fmt: skip
    for row in data["tables"]["table-ratings"]["rows"]:
        if row["item"] in RATINGS:
            found.append(
                {
                    "what": RATINGS[row["item"]], "kind": "Working rating quoted", "low_kg": float(row["working_kg_low"]),
                    "high_kg": float(row["working_kg_high"]) if row["working_kg_high"] else "", "made_of": "", "source_key": row["source_key"],
                }
            )  # fmt: skip
    return found


def draw(data: dict[str, Any]) -> str:
    """Stacked bars of the load above bars of the ratings, on one axis of kilograms."""
    table = rows(data)
    step = 52
    with chart("table-load", height=step * len(table) + 76, left=12, right=24, top=4, bottom=44) as c:
        axes = c.axes
        axes.set_xlim(0, 360)
        axes.set_ylim(-(step * len(table) + 28), 0)
        axes.spines["left"].set_visible(False)
        axes.set_yticks([])
        axes.set_xticks([0, 100, 200, 300], ["0", "100 kg", "200 kg", "300 kg"])
        axes.grid(axis="x", color=c.colours["line"], lw=0.5)
        axes.set_axisbelow(True)
        client, practitioner, fittings = START["client_kg"], START["practitioner_kg"], START["fittings_kg"]
        for index, row in enumerate(table):
            top = -step * index - (28 if index > 1 else 0)
            total = row["low_kg"]
            words = f"{row['what']}: {both_units(total)}" if row["kind"] == "Load" else row["what"]
            c.text(0, top - 4, words, va="top", weight="bold" if row["kind"] == "Load" else "normal", bbox={"facecolor": c.colours["ground"], "edgecolor": "none", "pad": 1})
            bar = {"height": 22, "align": "center", "edgecolor": c.colours["text"], "linewidth": 1}
            y = top - 35
            if row["kind"] == "Load":
                moving = total - client - fittings
                axes.barh(y, client, color=c.colours["calm-ground"], **bar)
                axes.barh(y, moving, left=client, color=c.colours["urgent-ground"], **bar)
                axes.barh(y, fittings, left=client + moving, color=c.colours["raised"], **bar)
                c.text(client / 2, y, f"client {client}", ha="center", va="center_baseline")
                c.text(client + moving / 2, y, f"therapist {moving:.0f}" if moving > practitioner else f"ther. {practitioner}", ha="center", va="center_baseline")
            else:
                low, high = row["low_kg"], row["high_kg"]
                axes.barh(y, low, color=c.colours["good-ground"], **bar)
                if high != "":
                    axes.barh(y, high - low, left=low, color=c.colours["ground"], hatch="///", **bar)
                c.text(6, y, f"{low:.0f} to {high:.0f} kg" if high != "" else f"{low:.0f} kg" + (" or more" if low > 300 else ""), va="center_baseline")
        moving_load = table[1]["low_kg"]
        bottom = -(step * len(table) + 28)
        axes.plot([moving_load, moving_load], [-step * 2 + 6, bottom], color=c.colours["emergency"], lw=2, ls=(0, (4, 3)))
        c.text(0, -step * 2 - 5, "Working ratings quoted", "good", weight="bold", va="top")
        c.text(moving_load + 5, -step * 2 - 5, "the moving load", "emergency", weight="bold", va="top")
        return c.svg()
