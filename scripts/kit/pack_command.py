"""``python -m scripts pack``: an archive of chosen handouts for a clinic, with its name on each sheet."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from scripts.kit import typesetting
from scripts.kit.handouts import handout_data, last_review
from scripts.kit.packs import archive_of, index_data
from scripts.kit.printed import Printed, printed
from scripts.problems import nearest
from scripts.project import Project

ALL = "all.pdf"


def pack(project: Project, ids: list[str], paper: str, clinic: str, target: Path) -> int:
    """Write ``target``, an archive of one PDF for each id, one of all, and an index. Return 0, or 2 with a message.

    An id is the name of a page of the kit (``blood-thinners``), or its folder and name where two share it
    (``questions/blood-thinners``, ``conditions/blood-thinners``).
    """
    config = yaml.safe_load((project.root / "mkdocs.yml").read_text("utf-8"))
    entries = printed(project, config["site_url"])
    names = {name(entry): entry for entry in entries}
    chosen: list[Printed] = []
    for id_ in dict.fromkeys(ids):
        found = [entry for full, entry in names.items() if id_ in {full, entry.id, entry.code}]
        if len(found) != 1:
            return _refuse(id_, [name(entry) for entry in found], nearest(id_, [*names, *(entry.id for entry in entries)]))
        chosen += found
    clinic = " ".join(clinic.split())[:120]
    members = [(f"{name(entry)}-{paper}.pdf", _pdf(project, config, [entry], entry.title, paper, clinic)) for entry in chosen]
    members.append((ALL, _pdf(project, config, chosen, "Handouts", paper, clinic)))
    partial = target.with_suffix(".partial")
    partial.write_bytes(archive_of(members, index_data(config, [(f"{name(entry)}-{paper}.pdf", entry) for entry in chosen])))
    partial.rename(target)
    print(f"{target}: {len(chosen)} handouts, one by one and together in {ALL}")
    return 0


def name(entry: Printed) -> str:
    """Folder and name of a page of the kit: questions/…, myths/… or conditions/…"""
    return entry.address.removeprefix("before/").strip("/")


def _pdf(project: Project, config: dict[str, object], entries: list[Printed], title: str, paper: str, clinic: str) -> bytes:
    return typesetting.pdf("handout", handout_data(project, config, entries, title, paper, clinic), last_review(entries))


def _refuse(id_: str, several: list[str], near: str | None) -> int:
    if several:
        print(f"pack: '{id_}' is the name of more than one page. Write {' or '.join(several)}.", file=sys.stderr)
    else:
        print(f"pack: no question, myth or condition is called '{id_}'." + (f" Did you mean '{near}'?" if near else ""), file=sys.stderr)
    return 2
