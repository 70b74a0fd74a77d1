"""N1: a file name is an id, so it keeps to small letters, digits and hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.problems import Problem
from scripts.project import Project

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check(project: Project) -> Iterator[Problem]:
    """Yield N1 for every data file or page whose name cannot be an id."""
    for path, name in [(item.path, item.id) for item in project.items] + [(page.path, page.front.id) for page in project.pages]:
        if not _ID.fullmatch(name):
            better = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
            yield Problem(path, 1, "N1", f"a file name is an id of small letters, digits and hyphens, not '{name}'.", fix=f"rename it to '{better}'", why="ids")
