"""F2: a CSV file and its descriptor fit together, and its sources exist."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.problems import Problem, nearest
from scripts.project import Project


def check(project: Project) -> Iterator[Problem]:
    """Yield F2 for a table without its partner, an unknown column, or a row without an existing source."""
    descriptors, references = project.of("tables"), project.ids("references")
    for id_, table in project.tables.items():
        if id_ not in project.ids("tables"):
            yield Problem(table.csv_path, 1, "F2", f"a table needs its descriptor data/tables/{id_}.yml.", fix="write one", why="tables")
            continue
        if id_ not in descriptors:  # its own mistakes come first
            continue
        item = descriptors[id_]
        named = [(("columns", i, "field"), column.get("field")) for i, column in enumerate(item.value.get("columns") or [])]
        named += [(("source_field",), item.value.get("source_field"))]
        named += [(("key_fields", i), field) for i, field in enumerate(item.value.get("key_fields") or [])]
        for path, field in named:
            if field and field not in table.fields:
                yield Problem(item.path, item.line(*path), "F2", f"no column '{field}' in {table.csv_path}.", nearest(str(field), table.fields), "name a column of the table", "tables")
        source_field = item.value.get("source_field")
        for number, row in enumerate(table.rows, 2):
            if None in row or any(value is None for value in row.values()):
                yield Problem(table.csv_path, number, "F2", f"a row must have {len(table.fields)} cells.", fix="put quotation marks around cells that hold a comma", why="tables")
                continue
            keys = [key.strip() for key in (row.get(source_field) or "").split(";") if key.strip()] if source_field else []
            for key in keys:
                if key not in references:
                    yield Problem(table.csv_path, number, "R1", f"no reference '{key}'.", nearest(key, references), f"python -m scripts new reference {key}", "references")
    for id_, item in descriptors.items():
        if id_ not in project.tables:
            yield Problem(item.path, 1, "F2", f"no table data/tables/{id_}.csv.", nearest(id_, set(project.tables) - set(descriptors)), "add the CSV file or delete this one", "tables")
