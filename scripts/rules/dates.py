"""T: dates are real, not in the future, and in order."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

from scripts.problems import Problem
from scripts.project import Project

_FORM = re.compile(r"\d{4}-\d{2}(-\d{2})?")


def check(project: Project) -> Iterator[Problem]:
    """Yield T1 (not a day of the calendar), T2 (in the future), T3 (in the wrong order)."""
    for item in [*project.items, *(page.front for page in project.pages)]:
        known: dict[str, datetime.date] = {}
        for path, value in _dates(item.value):
            field = ".".join(str(part) for part in path)
            try:
                known[field] = datetime.date.fromisoformat(value if len(value) == 10 else f"{value}-01")
            except ValueError:
                yield Problem(item.path, item.line(*path), "T1", f"'{field}' must be a day of the calendar, not '{value}'.", fix="give the day it was, as YYYY-MM-DD", why="dates")
                continue
            if field != "next_review" and known[field] > project.today:
                yield Problem(item.path, item.line(*path), "T2", f"'{field}' must not lie in the future: {value} is after {project.today}.", fix="give the day it was done", why="dates")
        for early, late in (("evidence_searched_on", "reviewed_on"), ("reviewed_on", "next_review")):
            if early in known and late in known and known[early] > known[late]:
                yield Problem(item.path, item.line(late), "T3", f"'{late}' must not be before '{early}': {known[late]} is before {item.value[early]}.", fix="check both dates", why="dates")


def _dates(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every date in the form its schema asks, with the way to it; the schema speaks of other forms."""
    if isinstance(value, dict):
        for key, below in value.items():
            if isinstance(below, str):
                if (key in {"on", "next_review"} or str(key).endswith("_on")) and _FORM.fullmatch(below):
                    yield (*path, key), below
            else:
                yield from _dates(below, (*path, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _dates(below, (*path, index))
