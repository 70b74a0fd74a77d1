"""F1: one fact lives in one file; a page points at it and does not repeat it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.problems import Problem
from scripts.project import Project

_SHORTEST = 8  # characters; shorter cells ("US", "page") are no facts


def check(project: Project) -> Iterator[Problem]:
    """Yield F1 for a claim's sentence, or a table row about something that has a row or file in data/."""
    claims = {_plain(item.value.get("statement", "")): item for item in project.of("claims").values()}
    keys = {_plain(item.value.get("name", "")): (item.path, f"/// condition | {item.id}") for item in project.of("conditions").values()}
    for id_, descriptor in project.of("tables").items():
        for row in project.tables[id_].rows if id_ in project.tables else []:
            for field in descriptor.value.get("key_fields") or []:
                keys.setdefault(_plain(row.get(field) or ""), (f"data/tables/{id_}.csv", f"/// table | {id_}"))
    for page in project.pages:
        for number, line in page.lines:
            if line.lstrip().startswith("|"):
                cells = [_plain(cell) for cell in line.strip().strip("|").split("|")]
                for cell in cells:
                    if len(cells) > 1 and len(cell) >= _SHORTEST and cell in keys:
                        path, block = keys[cell]
                        yield Problem(page.path, number, "F1", f"this fact stands in {path} and must not be typed again.", fix=f"use '{block}'", why="one-fact-one-file")
        answer = page.block_text("answer")
        quoted = range(answer[0], answer[0] + answer[1].count("\n") + 2) if answer else range(0)  # an answer is quoted alone, so it may repeat
        for number, sentence in page.sentences:
            if number in quoted:
                continue
            if item := claims.get(_plain(sentence)):
                yield Problem(page.path, number, "F1", f"this fact stands in {item.path} and must not be typed again.", fix=f"use '/// claim | {item.id}'", why="one-fact-one-file")


def _plain(text: str) -> str:
    text = re.sub(r"\[@[^\]]*\]|[*_]", " ", str(text))
    return re.sub(r"\s+([.,;:])", r"\1", " ".join(text.lower().split())).strip(" .")
