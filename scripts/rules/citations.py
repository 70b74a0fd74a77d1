"""R1, R2: every reference and claim that is named exists."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.problems import Problem, nearest
from scripts.project import Project, cited_in_data


def check(project: Project) -> Iterator[Problem]:
    """Yield R1 for an unknown reference (in data or pages) and R2 for an unknown claim (in data)."""
    references, claims = project.of("references"), project.of("claims")
    unreadable = {item.id for item in project.items if item.kind == "reference" and not item.document}
    cited = [
        (item.path, item.line(*path), key)
        for item in [*project.items, *(page.front for page in project.pages)]
        for path, key in cited_in_data(item)
    ] + [(page.path, line, key) for page in project.pages for line, key in page.citations]
    for path, line, key in cited:
        if key not in references and key not in unreadable:
            yield Problem(path, line, "R1", f"no reference '{key}'.", nearest(key, references), f"python -m scripts new reference {key}", "references")
    for item in project.items:
        for index, id_ in enumerate(item.value.get("claims") or []):
            if id_ not in claims:
                yield Problem(item.path, item.line("claims", index), "R2", f"no claim '{id_}'.", nearest(str(id_), claims), f"python -m scripts new claim {id_}", "claims")
