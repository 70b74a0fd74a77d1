"""H1: pages are Markdown; raw HTML escapes the link and accessibility checks of the build."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.problems import Problem
from scripts.project import Project

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)(?:\s[^>]*)?(?:/?>|$)")
ALLOWED = {"br", "abbr", "kbd", "sub", "sup"}


def check(project: Project) -> Iterator[Problem]:
    """Yield H1 for a tag that is not allowed in a page."""
    for page in project.pages:
        for number, line in page.lines:
            for match in _TAG.finditer(line):
                if match[1].lower() not in ALLOWED:
                    yield Problem(page.path, number, "H1", f"raw HTML is not allowed here: <{match[1]}>.", fix="use Markdown or a block", why="blocks")
