"""Sets pages and pictures with Typst from the templates in overrides/kit/."""

from __future__ import annotations

import datetime
import functools
import io
import json
from pathlib import Path
from typing import Any

import typst
from PIL import Image

from scripts.kit.codes import code_svg
from scripts.project import ROOT

TEMPLATES = ROOT / "overrides" / "kit"
_COLOURS = 48
_PIXELS_PER_INCH = 72  # one point of the template is one pixel


def fonts() -> list[Path]:
    """Folders of the fonts, which come with packages so that every machine sets the same page.

    Lato for the text; DejaVu Sans for the signs Lato has not.
    """
    import font_lato
    import matplotlib

    return [Path(font_lato.__file__).parent / "files", Path(matplotlib.get_data_path()) / "fonts" / "ttf"]


@functools.cache
def _compiler(template: str) -> typst.Compiler:
    found = typst.Fonts(include_system_fonts=False, font_paths=fonts())
    return typst.Compiler(str(TEMPLATES / f"{template}.typ"), root=str(TEMPLATES), font_paths=found, ignore_system_fonts=True)


def pdf(template: str, data: dict[str, Any], dated: str) -> bytes:
    """A tagged PDF after PDF/UA-1, with its fonts inside. ``dated`` is the day the file carries, as YYYY-MM-DD.

    A key ``code_url`` anywhere in ``data`` gains a neighbour ``code``: the drawing of that code.
    Raises TypstError when the template refuses, as when a handout does not fit on its page.
    """
    day = datetime.datetime.fromisoformat(dated).replace(tzinfo=datetime.UTC)
    return _compiler(template).compile(sys_inputs={"data": json.dumps(_with_codes(data))}, format="pdf", pdf_standards=["ua-1"], timestamp=day)  # type: ignore[return-value]


def png(template: str, data: dict[str, Any]) -> bytes:
    """A picture as large in pixels as the template's page is in points, in few colours, which makes it a third as heavy."""
    painted = _compiler(template).compile(sys_inputs={"data": json.dumps(_with_codes(data))}, format="png", ppi=_PIXELS_PER_INCH)
    file = io.BytesIO()
    Image.open(io.BytesIO(painted)).convert("RGB").quantize(_COLOURS, Image.Quantize.FASTOCTREE).save(file, "png")  # type: ignore[arg-type]
    return file.getvalue()


def _with_codes(data: Any) -> Any:
    if isinstance(data, dict):
        drawn = {key: _with_codes(value) for key, value in data.items()}
        return {**drawn, "code": code_svg(data["code_url"])} if "code_url" in data else drawn
    return [_with_codes(value) for value in data] if isinstance(data, list) else data
