"""R1, R2: every reference and claim that is named exists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.problems import Problem, nearest
from scripts.project import CITATION, Project, cited_in_data

_ALMOST = re.compile(r"\[\s*@[^\]]*\](?!\()")


def check(project: Project) -> Iterator[Problem]:
    """Yield R1 for an unknown reference (in data or pages) and R2 for an unknown claim (in data)."""
    references, claims = project.ids("references"), project.ids("claims")
    cited = [
        (item.path, item.line(*path), key)
        for item in [*project.items, *(page.front for page in project.pages)]
        for path, key in cited_in_data(item)
    ] + [(page.path, line, key) for page in project.pages for line, key in page.citations]
    for path, line, key in cited:
        if key not in references:
            yield Problem(path, line, "R1", f"no reference '{key}'.", nearest(key, references), f"python -m scripts new reference {key}", "references")
    for page in project.pages:
        for number, line in page.lines:
            for match in _ALMOST.finditer(line):
                if not CITATION.fullmatch(match[0]):
                    yield Problem(page.path, number, "R1", f"a citation must be keys alone, with semicolons between: '{match[0]}'.", fix="write [@first-key; @second-key]", why="references")
    for item in project.items:
        named = item.value.get("claims")
        for index, id_ in enumerate(named if isinstance(named, list) else []):
            if str(id_) not in claims:
                yield Problem(item.path, item.line("claims", index), "R2", f"no claim '{id_}'.", nearest(str(id_), claims), f"python -m scripts new claim {id_}", "claims")
