"""Mends what needs no decision. Each fix uses the detector of its own rule."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.project import Project
from scripts.rules import RULES


def fix(project: Project, paths: Sequence[str]) -> int:
    """Run every rule's fix, name the files that changed, and return 0."""
    changed = [name for rule in RULES if hasattr(rule, "fix") for name in rule.fix(project, paths)]
    for name in changed:
        print(f"mended {name}")
    print(f"{len(changed)} files mended. Now run: python -m scripts check")
    return 0
