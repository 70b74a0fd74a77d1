"""Short addresses (``q/<code>/``) and addresses that have moved: pages that lead on without JavaScript.

Hosts that read a file ``_redirects`` (Netlify, Cloudflare Pages) answer with a true redirect instead.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from scripts.addresses import address, ledger, short_path
from scripts.kit.making import Job
from scripts.kit.templates import render
from scripts.made_pages import all_pages
from scripts.project import Project


def targets(project: Project) -> dict[str, str]:
    """Address that leads on -> address it leads to, both below the site's root."""
    found = {}
    for row in ledger(project):
        if row.moved_to:
            found[row.address] = row.moved_to
        if row.code:
            found[short_path(row.code)] = row.moved_to or row.address
    return found


def jobs(project: Project, config: dict[str, Any]) -> Iterator[Job]:
    """A page for each, and the file for hosts that can do better."""
    titles = {address(page.src): page.meta["title"] for page in all_pages(project)}
    found = targets(project)
    for source, target in found.items():
        data = {"site_name": config["site_name"], "title": titles[target], "url": urljoin(config["site_url"], target), "target": posixpath.relpath(target, source) + "/"}
        yield Job(Path(source) / "index.html", render, ("redirect", data))
    yield Job(Path("_redirects"), rules, (urlsplit(config["site_url"]).path, found))


def rules(root: str, found: dict[str, str]) -> bytes:
    """One line for each: from, to, 301 (moved for good)."""
    return "".join(f"{root}{source} {root}{target} 301\n" for source, target in found.items()).encode()
