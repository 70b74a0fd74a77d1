"""Says whether the owner's three settings are real, so that an example address is never published."""

from __future__ import annotations

import re
import sys
from urllib.parse import urlsplit

import yaml

from scripts.project import Project

# Reserved for examples and tests: RFC 2606 and RFC 6761.
_RESERVED = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$")


def ready(project: Project) -> int:
    """Print each setting of mkdocs.yml that is still an example; return 1 when there is one, else 0."""
    text = (project.root / "mkdocs.yml").read_text("utf-8")
    config = yaml.safe_load(text)
    hosts = {
        "site_url": urlsplit(config["site_url"]).hostname or "",
        "repo_url": urlsplit(config["repo_url"]).hostname or "",
        "contact": config["extra"]["contact"].rpartition("@")[2],
    }
    reserved = [name for name, host in hosts.items() if not host or _RESERVED.search(host)]
    for name in reserved:
        line = next(number for number, row in enumerate(text.splitlines(), 1) if row.strip().startswith(f"{name}:"))
        print(f"mkdocs.yml:{line}: G1 '{name}' must be a real address before the site is published.", file=sys.stderr)
        print("  fix: set it to the owner's own   why: README.md#publish-it", file=sys.stderr)
    return 1 if reserved else 0
