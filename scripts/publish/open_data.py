"""Publishes the facts under site/data/ as JSON and CSV, with their schemas."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from scripts.project import KINDS, Project

LICENCE = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"


def publish(project: Project, config: MkDocsConfig, site: Path) -> None:
    """Write JSON and CSV for each kind of fact, the tables as they are, and the schemas."""
    target = site / "data"
    (target / "schemas").mkdir(parents=True)
    for folder, schema in KINDS.items():
        if folder == "tables":
            continue
        items = {id_: item.value for id_, item in project.of(folder).items()}
        document = {
            "site": config.site_url,
            "licence": LICENCE,
            "cite_as": f"{config.site_name} {config.site_url}",
            "checked_by_a_clinician": any("checked_by" in item for item in items.values()),
            "schema": f"schemas/{schema}.json",
            folder.replace("-", "_"): items,
        }
        (target / f"{folder}.json").write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", "utf-8")
        _write_csv(target / f"{folder}.csv", list(project.schemas[schema]["properties"]), items)
    for path in sorted((project.root / "data" / "tables").glob("*.csv")):
        shutil.copyfile(path, target / path.name)
    for name, schema_ in project.schemas.items():
        (target / "schemas" / f"{name}.json").write_text(json.dumps(schema_, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _write_csv(path: Path, fields: list[str], items: dict[str, dict[str, Any]]) -> None:
    """One row an item; lists of words are joined by semicolons, anything deeper stands as JSON."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", *fields])
        for id_, item in items.items():
            writer.writerow([id_, *(_cell(item.get(field)) for field in fields)])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return "; ".join(value)
    if isinstance(value, (dict, list, bool)):
        return json.dumps(value, ensure_ascii=False)
    return " ".join(str(value).split())
