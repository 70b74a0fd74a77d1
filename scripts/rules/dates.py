"""T: dates are real, not in the future, and in order."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from scripts.problems import Problem
from scripts.project import Project


def check(project: Project) -> Iterator[Problem]:
    """Yield T1 (not a day of the calendar), T2 (in the future), T3 (in the wrong order)."""
    for item in [*project.items, *(page.front for page in project.pages)]:
        known: dict[str, datetime.date] = {}
        for field in ("evidence_searched_on", "reviewed_on", "next_review"):
            value = item.value.get(field)
            if not isinstance(value, str):
                continue
            try:
                known[field] = datetime.date.fromisoformat(value if len(value) == 10 else f"{value}-01")
            except ValueError:
                yield Problem(item.path, item.line(field), "T1", f"'{field}' must be a day of the calendar, not '{value}'.", fix="write it as YYYY-MM-DD", why="dates")
        for field in ("evidence_searched_on", "reviewed_on"):
            if field in known and known[field] > project.today:
                yield Problem(item.path, item.line(field), "T2", f"'{field}' must not lie in the future: {known[field]} is after {project.today}.", fix="give the day it was done", why="dates")
        for early, late in (("evidence_searched_on", "reviewed_on"), ("reviewed_on", "next_review")):
            if early in known and late in known and known[early] > known[late]:
                yield Problem(item.path, item.line(late), "T3", f"'{late}' must not be before '{early}': {known[late]} is before {known[early]}.", fix="check both dates", why="dates")
