"""Time to injury against temperature, with the range of stone heat that the trade names."""

from __future__ import annotations

from typing import Any

from scripts.pictures.chart import chart
from scripts.tools.burn_time import HIGHEST_C, INTERCEPT_COUNTED, LOWEST_C, time_s
from scripts.tools.quantities import fahrenheit, figures, time_in_words

STONES_C = (49, 57)  # claim stone-temps-trade: 120 to 135 °F, about 49 to 57 °C
TICKS = ((1, "1 second"), (10, "10 seconds"), (60, "1 minute"), (600, "10 minutes"), (3600, "1 hour"))


def rows(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Both lines at every degree."""
    found = []
    for celsius in range(int(LOWEST_C), int(HIGHEST_C) + 1):
        survived, counted = time_s(celsius), time_s(celsius, INTERCEPT_COUNTED)
        found.append(
            {
                "temperature_c": celsius, "temperature_f": figures(fahrenheit(celsius), 4),
                "counted_s": figures(counted), "counted": time_in_words(counted),
                "survived_s": figures(survived), "survived": time_in_words(survived),
            }
        )  # fmt: skip
    return found


def draw(data: dict[str, Any]) -> str:
    """Two falling lines on a logarithmic axis of time; the ground between them is where injury may start."""
    table = rows(data)
    celsius = [row["temperature_c"] for row in table]
    survived = [time_s(value) for value in celsius]
    counted = [time_s(value, INTERCEPT_COUNTED) for value in celsius]
    with chart("burn-time", height=370, left=84, right=26, top=52, bottom=62) as c:
        axes = c.axes
        axes.set_yscale("log")
        axes.set_xlim(LOWEST_C, HIGHEST_C)
        axes.set_ylim(0.8, 15000)
        axes.axvspan(*STONES_C, color=c.colours["urgent-ground"], lw=0)
        for edge in STONES_C:
            axes.axvline(edge, color=c.colours["urgent"], lw=1, ls=(0, (4, 3)))
        axes.fill_between(celsius, counted, survived, color=c.colours["emergency-ground"], lw=0, alpha=None, zorder=1.5)
        axes.plot(celsius, survived, color=c.colours["emergency"], lw=3, solid_capstyle="round")
        axes.plot(celsius, counted, color=c.colours["emergency"], lw=2, ls=(0, (5, 3)))
        axes.set_yticks([seconds for seconds, _ in TICKS], [words for _, words in TICKS])
        axes.minorticks_off()
        axes.grid(axis="y", color=c.colours["line"], lw=0.5, alpha=None)
        degrees = (44, 48, 52, 56, 60)
        axes.set_xticks(degrees, [f"{value} °C\n{fahrenheit(value):.0f} °F" for value in degrees])
        c.text(50.0, 4600, "Outer skin may\nbe destroyed", "emergency", ha="left", va="center", weight="bold", linespacing=1.15)
        axes.annotate("", xy=(47.2, 1700), xytext=(49.9, 4300), arrowprops={"arrowstyle": "-", "color": c.colours["emergency"], "lw": 1})
        c.text(44.35, 22, "Injury\nmay start", "emergency", ha="left", va="center", weight="bold", linespacing=1.15)
        axes.annotate("", xy=(46.4, 122), xytext=(45.6, 42), arrowprops={"arrowstyle": "-", "color": c.colours["emergency"], "lw": 1})
        axes.text(0.5 * sum(STONES_C), 1.02, "Heat of stones the trade names:\n49 to 57 °C, 120 to 135 °F", transform=axes.get_xaxis_transform(), ha="center", va="bottom", color=c.colours["urgent"], fontsize=13, linespacing=1.15)
        axes.set_xlabel("Hot water held on skin", color=c.colours["text"], fontsize=13)
        return c.svg()
