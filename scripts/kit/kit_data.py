"""What the page "Make a sheet" needs: the list of everything to choose from, and the words of each as one JSON file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from scripts.addresses import in_letters
from scripts.kit.handouts import LICENCE, SOURCES_NOTE, entry_data
from scripts.kit.making import Job
from scripts.kit.packs import packs
from scripts.kit.pieces import pieces
from scripts.kit.printed import Printed, emergency_numbers, printed, warning
from scripts.project import Project

PLACE = Path("therapists") / "kit.json"
_WARNING_PAGE = "after/warning-signs/"


def listed(project: Project, config: dict[str, Any]) -> dict[str, Any]:
    """What the blocks of the therapist's room show: groups of pages, each of which is a pack, and the ready pieces."""
    groups = [
        {"id": pack.id, "title": pack.title, "entries": [{"id": entry.id, "title": entry.title, "src": entry.page.src, "address": entry.address} for entry in pack.entries]}
        for pack in packs(project, printed(project, config["site_url"]))
    ]
    ready = sorted(pieces(project), key=lambda page: page.meta.get("order", 999))
    return {"groups": groups, "pieces": [{"src": page.src, "id": page.front.id, "title": page.meta["title"]} for page in ready]}


def jobs(project: Project, config: dict[str, Any], entries: list[Printed]) -> Iterator[Job]:
    """The words of every page of the kit, by its address, with what must stand beside them."""
    signs = warning(project)
    warning_page = urljoin(config["site_url"], _WARNING_PAGE)
    data = {
        "site": config["site_name"],
        "licence": LICENCE,
        "sources_note": SOURCES_NOTE,
        "warning": signs["line"],
        "warning_url": warning_page,
        "warning_letters": in_letters(warning_page),
        "cards": signs["cards"],
        "numbers": emergency_numbers(project),
        "entries": {entry.address: {**entry_data(entry), "url": entry.url} for entry in entries},
    }
    yield Job(PLACE, as_json, (data,))


def as_json(data: dict[str, Any]) -> bytes:
    """Compact JSON as UTF-8."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
