"""Builds the site: check, stage, MkDocs, publish, and only then replace site/."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from types import ModuleType

# Read by Material at import; its notice about MkDocs 2 is known here (README.md, "The way on").
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from scripts import publish
from scripts.checking import run as run_checks
from scripts.kit.making import CouldNotMake
from scripts.project import Project
from scripts.stage import stage


class BuildFailed(Exception):
    """The build stopped; site/ is as it was. The reason has been printed."""


def build(
    project: Project,
    say: Callable[[str], None] = lambda text: print(text, flush=True),
    steps: Sequence[ModuleType] = publish.STEPS,
) -> None:
    """Build ``project`` into its site/ folder and run the publishing ``steps``.

    Raises BuildFailed when a check, MkDocs or a publishing step fails; site/ is then untouched.
    """
    start = time.monotonic()
    say("check ...")
    problems = run_checks(project)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        raise BuildFailed(f"{len(problems)} problems; nothing was built.")
    say("stage ...")
    try:
        config_file = stage(project, say)
    except CouldNotMake as error:
        raise BuildFailed(str(error)) from error
    say(f"build {len(project.pages)} pages and {len(project.of('claims'))} claims ...")
    fresh = project.root / ".build" / "site"
    config = load_config(config_file=str(config_file), site_dir=str(fresh), strict=True)
    try:
        mkdocs_build(config)
    except Abort as error:
        raise BuildFailed("MkDocs stopped; its message stands above.") from error
    # MkDocs copies what lies beside the theme's own templates; these are ours, and no reader's.
    shutil.rmtree(fresh / "kit", ignore_errors=True)
    for step in steps:
        say(f"publish: {step.__name__.rsplit('.', 1)[-1]} ...")
        step.publish(project, config, fresh)
    _swap(project, fresh)
    say(f"site/ is ready ({time.monotonic() - start:.1f} s)")


def _swap(project: Project, fresh: os.PathLike[str]) -> None:
    """Put the fresh site in place by renames; for a moment the old one stands beside it."""
    site, old = project.root / "site", project.root / ".build" / "old-site"
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        os.rename(site, old)
    os.rename(fresh, site)
    shutil.rmtree(old, ignore_errors=True)
