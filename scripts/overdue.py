"""The weekly look: reviews that are due and outside pages that do not answer. It warns and never blocks."""

from __future__ import annotations

import datetime
import os
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

from scripts.project import Project

TIMEOUT = 20  # seconds for one address
AT_ONCE = 8  # addresses asked at the same time


def overdue(project: Project) -> int:
    """Print a warning for each review that is due and each address that fails; return 0."""
    for page in project.pages:
        due = page.meta.get("next_review")
        if due and datetime.date.fromisoformat(due) <= project.today:
            _warn(page.path, page.front.line("next_review"), f"the review of this page was due on {due}")
    addresses = {
        address: (item.path, item.line(field))
        for item in project.of("references").values()
        for field, address in (
            ("url", item.value.get("url")),
            ("doi", f"https://doi.org/{item.value['doi']}" if "doi" in item.value else None),
        )
        if address
    }
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for address, trouble in zip(addresses, pool.map(_trouble, addresses), strict=True):
            if trouble:
                _warn(*addresses[address], f"{address} does not answer: {trouble}")
    print(f"{len(project.pages)} pages and {len(addresses)} outside addresses were looked at.")
    return 0


def _trouble(address: str) -> str | None:
    """Why an address fails, or None. Pages that refuse programs (401, 403, 429) count as there."""
    request = urllib.request.Request(address, headers={"User-Agent": "Mozilla/5.0 (link check of is-ashiatsu-safe)"})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT):
            return None
    except urllib.error.HTTPError as error:
        return None if error.code in {401, 403, 429} else str(error)
    except (OSError, ValueError) as error:
        return str(error)


def _warn(path: str, line: int, text: str) -> None:
    if os.environ.get("GITHUB_ACTIONS"):
        print(f"::warning file={path},line={line}::{text}")
    else:
        print(f"{path}:{line}: {text}")
