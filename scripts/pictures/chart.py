"""Charts by Matplotlib's SVG writer.

Matplotlib because it has been kept up since 2003 by a foundation, writes the same bytes for the same input
(fixed ``svg.hashsalt``, no date), leaves text as text, and needs no browser or network. Only its SVG
writer is used, without the global state of pyplot. It is imported when a chart is drawn, so that
checks do not wait for it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from scripts.pictures.svg import WIDTH, colours

SIZE = 13  # of text, in units of the picture


class Chart:
    """A figure of the site's width with one pair of axes, in the site's colours."""

    def __init__(self, height: float, left: float, right: float, top: float, bottom: float) -> None:
        from matplotlib.figure import Figure

        self.colours = colours()
        self.figure = Figure(figsize=(WIDTH / 72, height / 72), dpi=72)
        box = (left / WIDTH, bottom / height, (WIDTH - left - right) / WIDTH, (height - top - bottom) / height)
        self.axes = self.figure.add_axes(box)
        self.axes.set_facecolor("none")
        self.axes.tick_params(colors=self.colours["text"], labelsize=SIZE, length=3, color=self.colours["line"])
        for side, spine in self.axes.spines.items():
            spine.set_visible(side in {"left", "bottom"})
            spine.set_color(self.colours["line"])

    def text(self, x: float, y: float, words: str, colour: str = "text", **options: Any) -> None:
        """Put words at a place of the axes; ``colour`` is a name of svg.colours()."""
        self.axes.text(x, y, words, color=self.colours[colour], **{"fontsize": SIZE, **options})

    def svg(self) -> str:
        """The finished figure."""
        from matplotlib.backends.backend_svg import FigureCanvasSVG

        FigureCanvasSVG(self.figure)
        file = io.StringIO()
        self.figure.savefig(file, format="svg", transparent=True, metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
        return file.getvalue()


@contextmanager
def chart(id_: str, height: float, left: float = 10, right: float = 10, top: float = 10, bottom: float = 30) -> Iterator[Chart]:
    """A chart to draw in. Margins and height are in units; the picture is ``WIDTH`` wide."""
    import matplotlib

    settings = {"svg.hashsalt": id_, "svg.fonttype": "none", "font.family": "DejaVu Sans", "font.size": SIZE, "hatch.linewidth": 1.0}
    with matplotlib.rc_context(settings):
        yield Chart(height, left, right, top, bottom)
