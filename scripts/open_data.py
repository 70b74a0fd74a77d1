"""The facts as files to download: JSON and CSV with their schemas, staged under data/."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from scripts.project import KINDS, Project

LICENCE = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"


def files(project: Project, config: dict[str, Any]) -> dict[str, str]:
    """Text of every file by its path below the site's root: facts, tables as they are, schemas."""
    found: dict[str, str] = {}
    for folder, schema in KINDS.items():
        if folder == "tables":
            continue
        items = {id_: item.value for id_, item in project.of(folder).items()}
        document = {
            "site": config["site_url"],
            "licence": LICENCE,
            "cite_as": f"{config['site_name']} {config['site_url']}",
            "checked_by_a_clinician": any("checked_by" in item for item in items.values()),
            "schema": f"schemas/{schema}.json",
            folder.replace("-", "_"): items,
        }
        found[f"data/{folder}.json"] = _json(document)
        found[f"data/{folder}.csv"] = _csv(list(project.schemas[schema]["properties"]), items)
    for path in sorted((project.root / "data" / "tables").glob("*.csv")):
        found[f"data/{path.name}"] = path.read_text("utf-8")
    for name, schema_ in project.schemas.items():
        found[f"data/schemas/{name}.json"] = _json(schema_)
    return found


def names(project: Project) -> set[str]:
    """Paths of the files, to which pages may link."""
    return set(files(project, {"site_url": "", "site_name": ""}))


def _json(value: Any) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def _csv(fields: list[str], items: dict[str, dict[str, Any]]) -> str:
    """One row an item; lists of words are joined by semicolons, anything deeper stands as JSON."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["id", *fields])
    for id_, item in items.items():
        writer.writerow([id_, *(_cell(item.get(field)) for field in fields)])
    return file.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return "; ".join(value)
    if isinstance(value, (dict, list, bool)):
        return json.dumps(value, ensure_ascii=False)
    return " ".join(str(value).split())
