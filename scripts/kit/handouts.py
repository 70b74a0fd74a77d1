"""What the template of handouts needs."""

from __future__ import annotations

from typing import Any

from scripts.addresses import in_letters
from scripts.kit.printed import Printed, emergency_numbers, warning
from scripts.project import Project

PAPERS = ("a4", "letter")
LANGUAGE = "en"
SOURCES_NOTE = "What was read of each, and further sources: on the page."
LICENCE = "Text: CC BY 4.0. Keep this page whole, warnings included."


def handout_data(project: Project, config: dict[str, Any], entries: list[Printed], title: str, paper: str, clinic: str = "") -> dict[str, Any]:
    """What the template of handouts needs for one or more pages."""
    signs = warning(project)
    return {
        "title": title,
        "description": entries[0].description if len(entries) == 1 else f"{len(entries)} handouts.",
        "site": config["site_name"],
        "language": LANGUAGE,
        "paper": paper,
        "clinic": clinic,
        "cards": signs["cards"],
        "numbers": emergency_numbers(project),
        "sources_note": SOURCES_NOTE,
        "licence": LICENCE,
        "entries": [entry_data(entry) for entry in entries],
    }


def last_review(entries: list[Printed]) -> str:
    """The latest day on which one of the pages was reviewed: the date a file made of them carries."""
    return max(entry.dates["reviewed_on"] for entry in entries)


def entry_data(entry: Printed) -> dict[str, Any]:
    """One page as a handout shows it."""
    return {
        "title": entry.title,
        "kind": entry.kind,
        "letters": in_letters(entry.url),
        "answer": entry.answer,
        "todo_heading": entry.todo_heading,
        "todo": entry.todo,
        "sources": entry.sources,
        "dates": entry.dates,
        "checked": entry.checked,
        "code_url": entry.short_url,
        "short_address": entry.short_address,
    }
