"""C1: the tables of fields in CONTRIBUTING.md say what the schemas say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from scripts.problems import Problem
from scripts.project import Project

GUIDE = "CONTRIBUTING.md"
_MARKED = re.compile(r"(<!-- fields of (?P<schema>[\w-]+) -->\n)(?P<table>.*?)(<!-- end of fields -->)", re.DOTALL)


def check(project: Project) -> Iterator[Problem]:
    """Yield C1 for a table that differs from its schema."""
    path = project.root / GUIDE
    if not path.exists():
        return
    text = path.read_text("utf-8")
    for match in _MARKED.finditer(text):
        if match["table"] != table(project.schemas[match["schema"]]):
            line = text[: match.start()].count("\n") + 1
            yield Problem(GUIDE, line, "C1", f"the fields of a {match['schema']} must stand as in data/schemas/{match['schema']}.json.", fix="python -m scripts fix", why="change-the-look-or-the-tools")


def fix(project: Project, paths: Sequence[str]) -> Iterator[str]:
    """Write the tables anew where they differ."""
    if list(check(project)) and (not paths or GUIDE in paths):
        path = project.root / GUIDE
        fresh = _MARKED.sub(lambda match: match[1] + table(project.schemas[match["schema"]]) + match[4], path.read_text("utf-8"))
        path.write_text(fresh, "utf-8")
        yield GUIDE


def table(schema: dict[str, Any]) -> str:
    """Fields of a schema as a Markdown table."""
    rows = ["| field | needed | what it holds |", "| --- | --- | --- |"]
    for name, rule in schema["properties"].items():
        words = ", ".join(f"`{choice['const']}`" for choice in rule.get("oneOf", []))
        what = rule["description"] + (f" One of {words}." if words else "")
        rows.append(f"| `{name}` | {'yes' if name in schema['required'] else ''} | {what.replace('|', chr(92) + '|')} |")
    return "\n".join(rows) + "\n"
