"""A page for each claim, made from its file: nothing of it is typed twice."""

from __future__ import annotations

import functools
from typing import Any

import yaml

from scripts.project import Item, Page, Project, parse_page

FOLDER = "evidence/claims"
_LONGEST_TITLE = 80  # characters


@functools.lru_cache(maxsize=2)
def claim_pages(project: Project) -> list[Page]:
    """A page for every claim, as if it stood in docs/."""
    return [parse_page(f"docs/{FOLDER}/{id_}.md", _text(item)) for id_, item in project.of("claims").items()]


def uses(project: Project) -> dict[str, list[dict[str, str]]]:
    """For each claim the pages that show it and the conditions that rest on it."""
    found: dict[str, list[dict[str, str]]] = {}
    for page in project.pages:
        for id_ in dict.fromkeys(block.argument for block in page.blocks if block.name == "claim"):
            found.setdefault(id_, []).append({"href": f"/{page.src}", "title": page.meta.get("title", page.src)})
    for condition, item in project.of("conditions").items():
        for id_ in item.value.get("claims", []):
            href = f"/before/who-should-not-have-it.md#{condition}"
            found.setdefault(id_, []).append({"href": href, "title": f"Condition: {item.value.get('name', condition)}"})
    return found


def title(statement: str) -> str:
    """The statement, cut at a word when it is long, without straight quotation marks."""
    plain = statement.replace('"', "”")
    if len(plain) <= _LONGEST_TITLE:
        return plain.rstrip(".")
    return plain[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _text(item: Item) -> str:
    front: dict[str, Any] = {
        "title": title(item.value["statement"]),
        "description": f"One claim with its grade, its sources and what was read of each. Certainty: {item.value['certainty'].replace('-', ' ')}.",
        "kind": "evidence",
        "source_file": item.path,
        "evidence_searched_on": item.value["evidence_searched_on"],
        "reviewed_on": item.value["reviewed_on"],
    }
    if "checked_by" in item.value:
        front["checked_by"] = item.value["checked_by"]
    return f"---\n{yaml.safe_dump(front, sort_keys=False, allow_unicode=True)}---\n\n/// claim-page | {item.id}\n///\n"
