"""Runs the rules over a project and prints what they say. A check changes nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from scripts.addresses import LEDGER, kept
from scripts.problems import Problem, nearest
from scripts.project import Project
from scripts.rules import RULES


def run(project: Project) -> list[Problem]:
    """Return every problem of the project, in order of file and line."""
    return sorted({problem for rule in RULES for problem in rule.check(project)}, key=_place)


def _place(problem: Problem) -> tuple[str, int, str, str]:
    return problem.path, problem.line, problem.code, problem.message


def report(project: Project, paths: Sequence[str], since: str = "") -> int:
    """Print the problems under ``paths`` (all when empty); return 1 when there is one.

    With ``since``, a commit, also what has gone from the ledger of addresses that stood there.
    """
    wanted = tuple(os.path.relpath(path if os.path.isabs(path) else project.root / path, project.root).replace(os.sep, "/") for path in paths)
    for path in wanted:
        if not (project.root / path).exists():
            near = nearest(path, [item.path for item in project.items] + [page.path for page in project.pages])
            print(f"check: there is no {path}." + (f" Did you mean '{near}'?" if near else ""), file=sys.stderr)
            return 2
    if "." in wanted:
        wanted = ()
    problems = [
        problem
        for problem in run(project)
        if not wanted or any(problem.path == path or problem.path.startswith(f"{path}/") for path in wanted)
    ]
    if since:
        problems += _gone(project, since)
    files = len(project.items) + len(project.pages)
    for problem in problems:
        print(problem)
    print(f"{files} files checked, {len(problems)} to mend.", file=sys.stderr)
    return 1 if problems else 0


def _gone(project: Project, since: str) -> list[Problem]:
    shown = subprocess.run(["git", "-C", project.root, "show", f"{since}:./{LEDGER.as_posix()}"], capture_output=True, text=True, check=False)
    return list(kept(project, shown.stdout))  # a commit without a ledger has published nothing
