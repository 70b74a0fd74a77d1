"""N2, N3: no two pages share a title, no two claims a statement, no two headings of a page an id."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from scripts.problems import Problem
from scripts.project import Item, Page, Project
from scripts.rendering import ids


def check(project: Project) -> Iterator[Problem]:
    """Yield N2 for a title or statement that stands twice and N3 for an id used twice in one page."""
    yield from _same(project.pages and [page.front for page in project.pages], "title")
    yield from _same(list(project.of("claims").values()), "statement")
    yield from _same(list(project.of("conditions").values()), "name")
    for src, found in ids(project).items():
        page = project.page_by_src[src]
        for id_, count in Counter(found).items():
            if count > 1:
                line, fix = _second(page, id_)
                yield Problem(page.path, line, "N3", f"an id may stand once in a page: '{id_}' stands {count} times.", fix=fix, why="ids")


def _second(page: Page, id_: str) -> tuple[int, str]:
    """Line on which an id stands last, and what to do about it."""
    headings = [number for number, line in page.lines if re.search(rf"\{{[^}}]*#{re.escape(id_)}[\s}}]", line)]
    if headings:
        return headings[-1], "give the heading its own id: ## Heading {#another-id}"
    uses = [use for use in page.blocks if use.argument and id_.endswith(use.argument)]
    if len(uses) > 1:
        return uses[-1].line, f"show '/// {uses[-1].name} | {uses[-1].argument}' once, and link to it elsewhere"
    return page.body_line, "give the heading its own id: ## Heading {#another-id}"


def _same(items: list[Item], field: str) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for item in items:
        value = " ".join(str(item.value.get(field, "")).lower().split())
        if not value:
            continue
        if value in first:
            yield Problem(item.path, item.line(field), "N2", f"the {field} stands already in {first[value]}.", fix="reword it, or merge the two", why="ids")
        first.setdefault(value, item.path)
