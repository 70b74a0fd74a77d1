"""R3: every reference carries something."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.problems import Problem
from scripts.project import Project, cited_in_data


def check(project: Project) -> Iterator[Problem]:
    """Yield R3 for a reference that no claim, condition, table or page names."""
    used = {key for item in [*project.items, *(page.front for page in project.pages)] for _, key in cited_in_data(item)}
    used |= {key for page in project.pages for _, key in page.citations}
    for id_, item in project.of("tables").items():
        field = item.value.get("source_field")
        if field and id_ in project.tables:
            used |= {key.strip() for row in project.tables[id_].rows for key in (row.get(field) or "").split(";")}
    for key, item in project.of("references").items():
        if key not in used:
            yield Problem(item.path, 1, "R3", f"nothing cites '{key}'.", fix="cite it, or delete the file", why="references")
