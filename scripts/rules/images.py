"""I1: every image has a text alternative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.problems import Problem
from scripts.project import Project

_MARKDOWN = re.compile(r"!\[\s*\][(\[]")
_HTML = re.compile(r"<img\b(?![^>]*\balt\s*=\s*[\"'][^\"']+[\"'])[^>]*>", re.IGNORECASE)


def check(project: Project) -> Iterator[Problem]:
    """Yield I1 for an image whose text alternative is missing or empty."""
    for page in project.pages:
        for number, line in page.lines:
            if _MARKDOWN.search(line) or _HTML.search(line):
                yield Problem(page.path, number, "I1", "an image needs a text alternative.", fix="write what it shows: ![what it shows](file.svg)", why="images")
