"""B: blocks exist, are closed, and name things that exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from scripts.blocks.library import BLOCKS
from scripts.problems import Problem, nearest
from scripts.project import BlockUse, Page, Project
from scripts.tools import TOOLS

SAY_TO = ("therapist", "doctor", "client")


def check(project: Project) -> Iterator[Problem]:
    """Yield B1 (no such block), B2 (its argument names nothing), B3 (not closed)."""
    known = {block.NAME: block for block in BLOCKS}
    arguments: dict[str, Iterable[str]] = {
        "claim": project.ids("claims"),
        "condition": project.ids("conditions"),
        "warning-signs": project.ids("warning-signs"),
        "warning-line": project.ids("warning-signs"),
        "compare": [*project.ids("comparisons"), "all"],
        "table": [id_ for id_ in project.ids("tables") if id_ in project.tables],
        "claims": project.labels("claim", "topic"),
        "questions": project.labels("page", "audience"),
        "pages": {str(PurePosixPath(page.src).parent) for page in project.pages if not page.src.endswith("index.md")},
        "say": SAY_TO,
        "tool": TOOLS,
        "picture": project.of("pictures"),
    }
    for page in project.pages:
        for use in page.blocks:
            if use.name not in known:
                yield Problem(page.path, use.line, "B1", f"no block '{use.name}'.", nearest(use.name, known), "use a block of the list", "blocks")
            elif use.name in arguments:
                yield from _argument(page, use, list(arguments[use.name]), optional=known[use.name].ARGUMENT is None)
            elif not use.argument and known[use.name].ARGUMENT:
                yield Problem(page.path, use.line, "B2", f"'/// {use.name} | …' must say what stands on it.", fix=f"write '/// {use.name} | the words'", why="blocks")
            elif use.argument and known[use.name].ARGUMENT is False:
                yield Problem(page.path, use.line, "B2", f"'/// {use.name}' stands alone on its line, without '| {use.argument}'.", fix=f"write '/// {use.name}'", why="blocks")
        yield from _unclosed(page)


def _argument(page: Page, use: BlockUse, allowed: list[str], optional: bool) -> Iterator[Problem]:
    if use.argument in allowed or (optional and not use.argument):
        return
    said = f"'{use.argument}'" if use.argument else "nothing"
    yield Problem(page.path, use.line, "B2", f"'/// {use.name} | …' must name something that exists, not {said}.", nearest(use.argument, allowed), "name one that exists", "blocks")


def _unclosed(page: Page) -> Iterator[Problem]:
    opens = {use.line: use for use in page.blocks}
    opened: list[BlockUse] = []
    for number, line in page.lines:
        if number in opens:
            opened.append(opens[number])
        elif re.match(r"^///+\s*$", line):
            if opened:
                opened.pop()
            else:
                yield Problem(page.path, number, "B3", "no block is open here that '///' could close.", fix="delete the line", why="blocks")
        elif re.match(r"^//", line):
            yield Problem(page.path, number, "B1", f"a block opens with '/// name' or '/// name | argument', not '{line.strip()}'.", fix="mind the three slashes, the space and the '|'", why="blocks")
    for use in opened:
        yield Problem(page.path, use.line, "B3", f"every block must be closed: '/// {use.name}' is not.", fix="put a line '///' after the block", why="blocks")
