"""Starts a data file or a page from a form made of its schema."""

from __future__ import annotations

import datetime
import re
import sys
import textwrap
from typing import Any

from scripts.problems import nearest
from scripts.project import Project
from scripts.rules import addresses
from scripts.rules.answers import LONGEST

FOLDERS = {"claim": "claims", "reference": "references", "condition": "conditions"}
PAGES = {"question": "questions", "myth": "myths"}


def start(project: Project, kind: str, id_: str) -> int:
    """Write the form and return 0; return 2 with a message, writing nothing, when it cannot be."""
    if kind not in {*FOLDERS, *PAGES}:
        close = nearest(kind, {*FOLDERS, *PAGES})
        return _refuse(f"there is no form for '{kind}'." + (f" Did you mean '{close}'?" if close else " Use claim, reference, condition, question or myth."))
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_):
        return _refuse(f"an id has small letters, digits and hyphens, such as 'running-knees', not '{id_}'.")
    path = project.root / ("docs" if kind in PAGES else "data") / {**FOLDERS, **PAGES}[kind] / (id_ + (".md" if kind in PAGES else ".yml"))
    name = path.relative_to(project.root)
    if path.exists():
        return _refuse(f"{name} exists already. Open it, or choose another id.")
    text = _page_form(project, kind) if kind in PAGES else _data_form(project.schemas[kind], project.today)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    partial.write_text(text, "utf-8")
    partial.rename(path)
    if kind in PAGES:
        list(addresses.fix(Project(project.root, project.today), ()))  # its row in the ledger of addresses
    print(f"{name} is ready to fill in. Then run: python -m scripts check {name}")
    return 0


def _refuse(message: str) -> int:
    print(f"new: {message}", file=sys.stderr)
    return 2


def _data_form(schema: dict[str, Any], today: datetime.date) -> str:
    """Every field of a schema: the required ones open, the others as comments."""
    lines = []
    for field, rule in schema["properties"].items():
        lines += textwrap.wrap(rule["description"], 95, initial_indent="# ", subsequent_indent="# ")
        if "oneOf" in rule:
            lines += textwrap.wrap("One of: " + ", ".join(choice["const"] for choice in rule["oneOf"]), 95, initial_indent="# ", subsequent_indent="#   ")
        value = {"reviewed_on": f'"{today}"', "evidence_searched_on": f'"{today:%Y-%m}"'}.get(field, "[]" if rule.get("type") == "array" else "")
        required = field in schema["required"]
        lines.append(f"{'' if required else '# '}{field}: {value}".rstrip())
    return "\n".join(lines) + "\n"


def _page_form(project: Project, kind: str) -> str:
    today = project.today
    year_on = today.replace(year=today.year + 1, day=min(today.day, 28))
    theme = "theme: " + " | ".join(project.labels("page", "theme")) + "\n" if kind == "question" else ""
    title = "The question as people ask it?" if kind == "question" else "“The myth as it is said”"
    return f"""---
title: {title}
description: One sentence of 50 to 200 characters with the condition of the answer in it.
kind: {kind}
audience: client
{theme}evidence_searched_on: "{today:%Y-%m}"
reviewed_on: "{today}"
next_review: "{year_on}"
---

/// answer
At most {LONGEST} words that can be quoted alone: for whom, done how, and how sure we are.
///

## What is known

Each statement about safety has its source, like this [@key-of-a-reference].

## What nobody has counted

## What to do

## Read next
"""
