"""Measures the checks and the build. Times are for reading, never for a test to assert."""

from __future__ import annotations

import time
from collections.abc import Callable

from scripts.building import build
from scripts.checking import run
from scripts.project import Project


def bench(project: Project) -> int:
    """Print seconds for the checks and for a full build, and the sizes of the result."""

    def timed(name: str, work: Callable[[], object]) -> None:
        start = time.perf_counter()
        work()
        print(f"{name:<28} {time.perf_counter() - start:6.2f} s")

    timed("check", lambda: run(Project(project.root, project.today)))
    timed("build (everything)", lambda: build(Project(project.root, project.today), say=lambda text: None))
    site = project.root / "site"
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = [path for path in files if path.name == "index.html"]
    print(f"{'pages':<28} {len(pages):6}")
    print(f"{'largest page':<28} {max(path.stat().st_size for path in pages) / 1024:6.0f} KB")
    print(f"{'whole site':<28} {sum(path.stat().st_size for path in files) / 1024 / 1024:6.1f} MB")
    return 0
