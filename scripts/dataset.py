"""The facts as blocks, published data and pages use them: plain data, ready to be written as JSON."""

from __future__ import annotations

import dataclasses
from typing import Any

from scripts import claim_pages, condition_pages
from scripts.project import KINDS, Project
from scripts.quality import measure

# Schema and way to each field whose allowed words are shown to readers by their titles.
LABELS = {
    "certainty": ("claim", "certainty"),
    "topic": ("claim", "topic"),
    "borrowed_from": ("claim", "borrowed_from"),
    "kind": ("reference", "kind"),
    "verified": ("reference", "verified"),
    "action": ("condition", "action"),
    "group": ("condition", "group"),
    "say_to": ("condition", "say", "to"),
    "urgency": ("warning-signs", "cards", "items", "urgency"),
    "setting": ("case", "setting"),
    "theme": ("page", "theme"),
    "audience": ("page", "audience"),
    "mended": ("correction", "mended"),
    "reported_by": ("correction", "reported_by"),
}


def build(project: Project) -> dict[str, Any]:
    """Gather all data and the list of pages of a project that has passed its checks."""
    data: dict[str, Any] = {
        folder.replace("-", "_"): {id_: dict(item.value) for id_, item in project.of(folder).items()}
        for folder in KINDS
    }
    for id_, table in project.tables.items():
        if id_ in data["tables"]:
            data["tables"][id_]["rows"] = table.rows
    data["labels"] = {name: project.labels(*where) for name, where in LABELS.items()}
    data["pages"] = [
        {"src": page.src, **{key: page.meta.get(key) for key in ("title", "description", "kind", "audience", "theme", "order", "also_asked_as")}}
        for page in project.pages
        if page.meta and page.path not in project.schema_errors
    ]
    data["uses"] = claim_pages.uses(project)
    data["condition_uses"] = condition_pages.uses(project)
    data["schemas"] = project.schemas
    data["quality"] = [dataclasses.asdict(row) for row in measure(project)]
    _note_short_labels(data["references"])
    return data


def short_label(key: str, reference: dict[str, Any]) -> str:
    """Name a reference in a few words: who and when, as far as both were seen."""
    who = reference.get("authors") or reference.get("container") or reference.get("title") or key
    surname = who.split(",")[0].split(";")[0].strip()
    if reference.get("authors") and ("," in who or " et al" in who):
        first = surname.replace(" et al.", "").replace(" et al", "").rsplit(" ", 1)
        surname = (first[0] if len(first) == 2 and first[1].isupper() else " ".join(first)) + " and others"
    elif reference.get("authors"):
        first = surname.rsplit(" ", 1)
        surname = first[0] if len(first) == 2 and first[1].isupper() and len(first[1]) <= 3 and " " not in first[0] else surname
    return f"{surname}, {reference['year']}" if reference.get("year") else f"{surname}, no date seen"


def _note_short_labels(references: dict[str, dict[str, Any]]) -> None:
    for key, reference in references.items():
        reference["label"] = short_label(key, reference)
