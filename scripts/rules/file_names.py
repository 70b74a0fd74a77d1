"""N1: a file name is an id, so it keeps to small letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from scripts import queries
from scripts.addresses import LEDGER
from scripts.problems import Problem, nearest
from scripts.project import KINDS, Project

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check(project: Project) -> Iterator[Problem]:
    """Yield N1 for every data file or page whose name cannot be an id."""
    for path, name in [(item.path, item.id) for item in project.items] + [(page.path, page.front.id) for page in project.pages]:
        if not _ID.fullmatch(name):
            plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
            better = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "some-name"
            yield Problem(path, 1, "N1", f"a file name is an id of small letters, digits and hyphens, not '{name}'.", fix=f"rename it to '{better}'", why="ids")
    kept = {item.path for item in project.items} | {page.path for page in project.pages} | {table.csv_path for table in project.tables.values()} | {queries.FILE, LEDGER.as_posix()}
    for path in sorted((project.root / "data").rglob("*")):
        folder = path.relative_to(project.root / "data").parts[0]
        name = path.relative_to(project.root).as_posix()
        if path.is_file() and folder != "schemas" and name not in kept:
            known = f"data/{folder}/{path.stem}.yml" if folder in KINDS else f"data/{nearest(folder, KINDS) or 'claims'}/{path.stem}.yml"
            yield Problem(name, 1, "N1", "nothing reads this file: a fact stands in data/<kind>/<id>.yml.", fix=f"move it to {known}", why="ids")
