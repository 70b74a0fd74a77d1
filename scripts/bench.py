"""Measures the checks and the build. Times are for reading, never for a test to assert."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from scripts.building import build
from scripts.checking import run
from scripts.kit import files
from scripts.project import Project
from scripts.rendering import render_all


def bench(project: Project) -> int:
    """Print seconds for the checks, the therapist's kit and a full build, and the sizes of the result."""

    def timed(name: str, work: Callable[[], object]) -> None:
        start = time.perf_counter()
        work()
        print(f"{name:<28} {time.perf_counter() - start:6.2f} s")

    timed("check", lambda: run(Project(project.root, project.today)))
    _time_kit(project, timed)
    timed("build (everything)", lambda: build(Project(project.root, project.today), say=lambda text: None))
    site = project.root / "site"
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = [path for path in files if path.name == "index.html"]
    print(f"{'pages':<28} {len(pages):6}")
    print(f"{'largest page':<28} {max(path.stat().st_size for path in pages) / 1024:6.0f} KB")
    print(f"{'whole site':<28} {sum(path.stat().st_size for path in files) / 1024 / 1024:6.1f} MB")
    return 0


def _time_kit(project: Project, timed: Callable[[str, Callable[[], object]], None]) -> None:
    """The kit from nothing, unchanged, and after one page was edited."""
    fresh = Project(project.root, project.today)
    config = yaml.safe_load((project.root / "mkdocs.yml").read_text("utf-8"))
    render_all(fresh)  # the checks of a build have done so before

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def make(of: Project) -> None:
            files.files(of, config, lambda text: None, folder)

        timed("kit from nothing", lambda: make(fresh))
        timed("kit, nothing changed", lambda: make(fresh))
        edited = Project(project.root, project.today)
        page = next(page for page in edited.pages if page.meta["kind"] == "question")
        answer = (page.block_text("answer") or (0, ""))[1]
        page.text, page.body = (text.replace(answer, f"{answer} Ask.") for text in (page.text, page.body))
        render_all(edited)
        timed("kit, one page edited", lambda: make(edited))
