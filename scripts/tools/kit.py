"""Make a sheet: every page of the therapist's kit to choose from. What is made of them is made in the browser.

Without it the page shows the same list, with the ready PDFs and codes of each page, and packs of them.
"""

from __future__ import annotations

from typing import Any

PAPERS = (("a4", "A4"), ("letter", "Letter"))


def equivalent(data: dict[str, Any]) -> dict[str, Any]:
    """What the template shows. Raises KeyError before the files of the kit are known, as in the checks."""
    groups = data["kit"]["groups"]
    asked = {page["src"]: page["also_asked_as"] or [] for page in data["pages"]}
    words = {entry["src"]: " ".join(asked[entry["src"]] if entry["src"] in asked else _names(data["conditions"][entry["id"]])) for group in groups for entry in group["entries"]}
    return {"groups": groups, "words": words, "papers": PAPERS}


def _names(condition: dict[str, Any]) -> list[str]:
    """What people may call a condition and its medicines, beside its name."""
    medicines = [name for medicine in condition.get("medicines", []) for name in (medicine["generic"], *medicine.get("brands", []))]
    return [*([condition["medical_name"]] if "medical_name" in condition else []), *condition.get("other_names", []), *medicines]
