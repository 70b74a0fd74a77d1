"""Handouts put together: one PDF for each subject, and archives of all of them for use without a network."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.kit import typesetting
from scripts.kit.handouts import PAPERS, handout_data, last_review
from scripts.kit.making import Job
from scripts.kit.printed import Printed
from scripts.kit.templates import render
from scripts.project import Project

FOLDER = Path("therapists") / "packs"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest time an archive can hold: the same bytes each time


@dataclass(frozen=True)
class Pack:
    """Handouts that go together."""

    id: str
    title: str
    entries: tuple[Printed, ...]


def packs(project: Project, entries: list[Printed]) -> list[Pack]:
    """Questions by subject, then myths, then conditions by what to do."""
    found = [
        Pack(f"questions-{theme}", f"Questions: {label['title']}", tuple(entry for entry in entries if entry.page.meta.get("theme") == theme))
        for theme, label in project.labels("page", "theme").items()
    ]
    found.append(Pack("myths", "Myths", tuple(entry for entry in entries if entry.page.meta["kind"] == "myth")))
    conditions = project.of("conditions")
    for action, label in project.labels("condition", "action").items():
        chosen = (entry for entry in entries if entry.page.meta["kind"] == "condition" and conditions[entry.id].value["action"] == action)
        found.append(Pack(f"conditions-{action}", f"Conditions: {label['title']}", tuple(chosen)))
    return [pack for pack in found if pack.entries]


def jobs(project: Project, config: dict[str, Any], entries: list[Printed]) -> Iterator[Job]:
    """A PDF for each pack and paper."""
    for pack in packs(project, entries):
        for paper in PAPERS:
            data = handout_data(project, config, list(pack.entries), pack.title, paper)
            yield Job(FOLDER / f"{pack.id}-{paper}.pdf", typesetting.pdf, ("handout", data, last_review(list(pack.entries))))


def archives(project: Project, config: dict[str, Any], entries: list[Printed], made: dict[Path, Path]) -> Iterator[Job]:
    """An archive of all handouts for each paper. ``made`` says where each handout lies."""
    for paper in PAPERS:
        members = [(f"{entry.address.strip('/')}-{paper}.pdf", str(made[Path(entry.address) / f"{entry.id}-{paper}.pdf"])) for entry in entries]
        index = index_data(config, [(f"{entry.address.strip('/')}-{paper}.pdf", entry) for entry in entries])
        yield Job(FOLDER / f"all-handouts-{paper}.zip", archive, (members, index))


def index_data(config: dict[str, Any], sheets: list[tuple[str, Printed]]) -> dict[str, Any]:
    """What the index of an archive shows of each sheet (name of its file, page)."""
    return {
        "site_name": config["site_name"],
        "site_url": config["site_url"],
        "rows": [{"file": file, "title": entry.title, "kind": entry.kind, "letters": entry.short_address, "url": entry.short_url, **entry.dates} for file, entry in sheets],
    }


def archive(members: list[tuple[str, str]], index: dict[str, Any]) -> bytes:
    """An archive of files that lie somewhere (name, where) with an index.html that lists them with their dates."""
    return archive_of([(name, Path(place).read_bytes()) for name, place in members], index)


def archive_of(members: list[tuple[str, bytes]], index: dict[str, Any]) -> bytes:
    """The same of files at hand (name, content)."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as target:
        target.writestr(zipfile.ZipInfo("index.html", _LONG_AGO), render("archive", index))
        for name, content in members:
            target.writestr(zipfile.ZipInfo(name, _LONG_AGO), content)
    return file.getvalue()
