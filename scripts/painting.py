"""Paints SVG as PNG by Typst, with the font that comes with Matplotlib, so that every machine gives the same."""

from __future__ import annotations

from pathlib import Path

_FONT = "DejaVu Sans"


def paint(svg: str, ppi: float, font_family: str) -> bytes:
    """PNG of a drawing; a unit of it is 0.75 points. ``font_family`` is what its texts name as their font."""
    import matplotlib
    import typst

    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    source = svg.replace(f'font-family="{font_family}"', f'font-family="{_FONT}"')
    page = '#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg")'
    return typst.compile(page.encode(), format="png", ppi=ppi, font_paths=[fonts], ignore_system_fonts=True, sys_inputs={"svg": source})
