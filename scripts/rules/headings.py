"""H2, H3: the title comes from the front matter; headings below it leave out no level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.problems import Problem
from scripts.project import Project

_HEADING = re.compile(r"^(#{1,6})\s+\S")


def check(project: Project) -> Iterator[Problem]:
    """Yield H2 for a second title and H3 for a heading that leaves out a level."""
    for page in project.pages:
        above = 1
        for number, line in page.lines:
            if not (match := _HEADING.match(line)):
                continue
            level = len(match[1])
            if level == 1:
                yield Problem(page.path, number, "H2", "the title stands in the front matter; headings of the text start with '##'.", fix="delete the line or write '##'", why="pages")
            elif level > above + 1:
                yield Problem(page.path, number, "H3", f"a heading must not leave out a level: '{match[1]}' follows '{'#' * above}'.", fix=f"write '{'#' * (above + 1)}'", why="pages")
            above = level
