"""Draws the pictures and makes their files for saving: SVG, PNG and CSV.

They are staged before the pages are built, so that MkDocs and Zensical check every link to them.
"""

from __future__ import annotations

import csv
import functools
import io
from pathlib import Path
from typing import Any

from scripts import dataset
from scripts.painting import paint
from scripts.pictures import PICTURES
from scripts.pictures.svg import FONTS, finish, for_download, for_page
from scripts.project import Project

FOLDER = Path("assets") / "pictures"
_PPI = 240  # of the PNG: 400 units of 0.75 points become 1,000 pixels


@functools.lru_cache(maxsize=2)
def drawings(project: Project) -> dict[str, str]:
    """Finished SVG of every picture, by id."""
    data = dataset.build(project)
    return {
        id_: finish(PICTURES[id_].draw(data), id_, words["title"], words["description"])
        for id_, words in data["pictures"].items()
    }


def put_into(data: dict[str, Any], project: Project) -> None:
    """Give each picture of ``data`` its drawing for the page."""
    for id_, drawing in drawings(project).items():
        data["pictures"][id_]["drawing"] = for_page(drawing)


def files(project: Project, site_url: str) -> dict[Path, bytes]:
    """Files to save, by their path under the site's root."""
    data = dataset.build(project)
    found = {}
    for id_, drawing in drawings(project).items():
        svg = for_download(drawing, site_url)
        found[FOLDER / f"{id_}.svg"] = svg.encode()
        found[FOLDER / f"{id_}.png"] = paint(svg, _PPI, FONTS)
        found[FOLDER / f"{id_}.csv"] = _csv(data["pictures"][id_], PICTURES[id_].rows(data)).encode()
    return found


def _csv(words: dict[str, Any], rows: list[dict[str, Any]]) -> str:
    """The table of the page; a row without sources of its own rests on those of the picture."""
    file = io.StringIO()
    fields = [column["field"] for column in words["columns"]]
    writer = csv.DictWriter(file, [*fields, "source_key"], extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({**row, "source_key": row.get("source_key") or ";".join(words["sources"])} for row in rows)
    return file.getvalue()
