"""Make a sheet: every page of the therapist's kit to choose from. What is made of them is made in the browser.

Without it the page shows the same list, with the ready PDFs and codes of each page, and packs of them.
"""

from __future__ import annotations

from typing import Any

PAPERS = (("a4", "A4"), ("letter", "Letter"))


def equivalent(data: dict[str, Any]) -> dict[str, Any]:
    """What the template shows. Raises KeyError before the files of the kit are known, as in the checks."""
    return {"groups": data["kit"]["groups"], "papers": PAPERS}
