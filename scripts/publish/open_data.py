"""Publishes the facts as JSON under site/data/, with their schemas."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from scripts.project import KINDS, Project

LICENCE = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"


def publish(project: Project, config: MkDocsConfig, site: Path) -> None:
    """Write one file for each kind of fact: licence, where it comes from, and the items by id."""
    target = site / "data"
    (target / "schemas").mkdir(parents=True)
    for folder, schema in KINDS.items():
        if folder == "tables":
            continue
        document = {
            "site": config.site_url,
            "licence": LICENCE,
            "cite_as": f"{config.site_name} {config.site_url}",
            "checked_by_a_clinician": False,
            "schema": f"schemas/{schema}.json",
            folder.replace("-", "_"): {id_: item.value for id_, item in project.of(folder).items()},
        }
        (target / f"{folder}.json").write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", "utf-8")
    for path in sorted((project.root / "data" / "tables").glob("*.csv")):
        shutil.copyfile(path, target / path.name)
    for name, schema in project.schemas.items():
        (target / "schemas" / f"{name}.json").write_text(json.dumps(schema, indent=1, ensure_ascii=False) + "\n", "utf-8")
