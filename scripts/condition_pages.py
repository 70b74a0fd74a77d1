"""A page for each condition, made from its file, so that one can be linked to, printed or shared by itself."""

from __future__ import annotations

import datetime
import functools
from typing import Any

import yaml

from scripts.project import Item, Page, Project, cite, parse_page

FOLDER = "before/conditions"
SEARCH = "own-2026-search"  # the reference for what our own search did not find
_LONGEST_DESCRIPTION = 200  # characters, as of every page


@functools.lru_cache(maxsize=2)
def condition_pages(project: Project) -> list[Page]:
    """A page for every condition, as if it stood in docs/."""
    actions = project.labels("condition", "action")
    return [
        parse_page(f"docs/{FOLDER}/{id_}.md", _text(item, actions[item.value["action"]]["title"]))
        for id_, item in project.of("conditions").items()
    ]


def uses(project: Project) -> dict[str, list[dict[str, str]]]:
    """For each condition the pages that show it or that its words lead to."""
    found: dict[str, dict[str, str]] = {}
    for page in project.pages:
        for block in page.blocks:
            if block.name == "condition":
                found.setdefault(block.argument, {})[page.src] = page.meta.get("title", page.src)
    for item in project.of("vocabulary").values():
        for id_ in item.value.get("conditions", []):
            for src in item.value.get("pages", []):
                if src in project.page_by_src and not src.startswith("before/who-should-not"):
                    found.setdefault(id_, {})[src] = project.page_by_src[src].meta.get("title", src)
    return {id_: [{"href": f"/{src}", "title": title} for src, title in pages.items()] for id_, pages in found.items()}


def next_review(reviewed_on: str) -> str:
    """Day a year after the last review, as the review policy (docs/about/review-policy.md) asks."""
    day = datetime.date.fromisoformat(reviewed_on)
    return str(day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day))


def _text(item: Item, action: str) -> str:
    value = item.value
    front: dict[str, Any] = {
        "title": f"{value['name']} and barefoot massage",
        "description": _cut(f"{value['name']} and massage with bare feet (ashiatsu): {action[0].lower()}{action[1:]}. {value['why']}"),
        "kind": "condition",
        "audience": "client",
        "source_file": item.path,
        "evidence_searched_on": value["evidence_searched_on"],
        "reviewed_on": value["reviewed_on"],
        "next_review": next_review(value["reviewed_on"]),
    }
    if "checked_by" in value:
        front["checked_by"] = value["checked_by"]
    answer = (
        f"{value['name']} and massage with bare feet: **{action[0].lower()}{action[1:]}**. {value['why'].strip()} {cite(value['sources'])} "
        f"This holds for trained therapists too. We found no count of harm (searched {value['evidence_searched_on']}) {cite([SEARCH])}."
    )
    return (
        f"---\n{yaml.safe_dump(front, sort_keys=False, allow_unicode=True)}---\n\n"
        f"/// answer\n{answer}\n///\n\n/// condition-page | {item.id}\n///\n"
    )


def _cut(text: str) -> str:
    """The text on one line without straight quotation marks, cut after a sentence or else at a word."""
    plain = " ".join(text.replace('"', "”").split())
    if len(plain) <= _LONGEST_DESCRIPTION:
        return plain
    short = plain[: _LONGEST_DESCRIPTION - 1]
    sentence = short.rfind(". ") + 1
    return short[:sentence] if sentence > 60 else short.rsplit(" ", 1)[0].rstrip(",;:") + "…"
