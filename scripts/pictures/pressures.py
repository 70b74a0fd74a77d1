"""Measured and assumed pressures on one axis."""

from __future__ import annotations

from typing import Any

from scripts.pictures.chart import chart
from scripts.tools.pressure import pressure_kpa
from scripts.tools.quantities import figures, number

FORCE_N = 172  # a quarter of the weight of 70 kg, the start value of the calculator
# Rows of data/tables/pressures.csv that give a pressure, in words short enough to stand in the picture.
MEASURED = {
    "Standing, front of left foot": "Standing on a plate, front of foot",
    "Standing, left heel": "Standing on a plate, heel",
    "Deep friction massage, fingertips": "Deep friction massage, fingertips",
    "Where pressure starts to hurt, first leg spot": "Small probe on the leg starts to hurt, one spot",
    "Where pressure starts to hurt, second leg spot": "Small probe on the leg starts to hurt, other spot",
    "Upper-back manipulation, first push": "Manipulation, small wrist bone: more than this",
    "A clinic's sum: 55 kg on one heel": "A clinic’s sum: 55 kg on one heel",
}
ASSUMED = {"foot": "Whole foot", "heel": "Heel", "elbow": "Tip of the elbow"}


def rows(data: dict[str, Any]) -> list[dict[str, Any]]:
    """What is drawn: first what others give, then one force through our assumed areas."""
    found = []
    for row in data["tables"]["pressures"]["rows"]:
        if row["item"] in MEASURED:
            found.append(
                {
                    "what": MEASURED[row["item"]], "kind": row["kind"], "pressure_kpa": float(row["pressure_kpa"]),
                    "low_kpa": float(row["pressure_low_kpa"]) if row["pressure_low_kpa"] else "",
                    "high_kpa": float(row["pressure_high_kpa"]) if row["pressure_high_kpa"] else "",
                    "source_key": row["source_key"],
                }
            )  # fmt: skip
    for row in data["tables"]["contact-areas"]["rows"]:
        if row["id"] in ASSUMED:
            middle, small, large = (figures(pressure_kpa(FORCE_N, float(row[field]))) for field in ("area_cm2", "area_low_cm2", "area_high_cm2"))
            found.append(
                {
                    "what": f"{ASSUMED[row['id']]}, {FORCE_N} N on {row['area_cm2']} ({row['area_low_cm2']} to {row['area_high_cm2']}) cm²",
                    "kind": "Assumed", "pressure_kpa": middle, "low_kpa": large, "high_kpa": small, "source_key": row["source_key"],
                }
            )  # fmt: skip
    order = {"Measured": 0, "Estimated": 1, "Assumed": 2}
    return sorted(found, key=lambda row: (order[row["kind"]], row["pressure_kpa"]))


def draw(data: dict[str, Any]) -> str:
    """A dot a row on a logarithmic axis, its words above; filled for measured, hollow for assumed."""
    table = rows(data)
    step, groups = 40, []
    for row in table:
        if row["kind"] not in groups:
            groups.append(row["kind"])
    height = step * len(table) + 26 * len(groups) + 52
    with chart("pressures", height=height, left=12, right=22, top=4, bottom=48) as c:
        axes = c.axes
        axes.set_xscale("log")
        axes.set_xlim(8, 1500)
        axes.set_ylim(-(step * len(table) + 26 * len(groups)), 0)
        axes.spines["left"].set_visible(False)
        axes.set_yticks([])
        axes.minorticks_off()
        axes.set_xticks([10, 30, 100, 300, 1000], ["10", "30", "100", "300", "1,000 kPa"])
        axes.grid(axis="x", color=c.colours["line"], lw=0.5)
        y, before = 0.0, ""
        titles = {"Measured": "Measured, none in ashiatsu", "Estimated": "Somebody’s sum", "Assumed": "Our guess, move it in the calculator"}
        for row in table:
            if row["kind"] != before:
                before = row["kind"]
                y -= 26
                c.text(8, y + 5, titles[before], "calm" if before == "Measured" else "urgent", weight="bold", va="bottom")
            c.text(8, y - 3, row["what"], va="top", bbox={"facecolor": c.colours["ground"], "edgecolor": "none", "pad": 1})
            colour = c.colours["calm" if before == "Measured" else "urgent"]
            if row["low_kpa"] != "":
                axes.plot([row["low_kpa"], row["high_kpa"]], [y - 29, y - 29], color=colour, lw=3, solid_capstyle="butt", ls="-" if before == "Measured" else (0, (2, 1.2)))
            axes.plot([row["pressure_kpa"]], [y - 29], marker="o" if before == "Measured" else "D", ms=9, color=colour, mfc=colour if before == "Measured" else c.colours["ground"], mew=2)
            right = row["high_kpa"] if row["high_kpa"] != "" else row["pressure_kpa"]
            words = number(row["pressure_kpa"], 3)
            if right > 700:
                c.text((row["low_kpa"] if row["low_kpa"] != "" else row["pressure_kpa"]) / 1.12, y - 29, words, ha="right", va="center")
            else:
                c.text(right * 1.17, y - 29, words, va="center")
            y -= step
        axes.set_xlabel("Pressure: each step is about three times the last", color=c.colours["quiet"], fontsize=13)
        return c.svg()
