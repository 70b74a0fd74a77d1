"""Serves the site with live reload of pages, facts, templates and looks."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import yaml
from mkdocs.livereload import LiveReloadServer

from scripts import publish
from scripts.building import BuildFailed, build
from scripts.project import Project

WATCHED = ("docs", "data", "overrides", "mkdocs.yml")


def serve(fresh_project: Callable[[], Project], host: str, port: int) -> None:
    """Build, then serve until interrupted.

    ``fresh_project`` gives the project read anew for each build. A failed rebuild is
    reported and the last good site stays. What only machines read is left out here.
    """
    root = fresh_project().root
    site_url = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))["site_url"]

    def rebuild() -> None:
        try:
            build(fresh_project(), steps=publish.QUICK_STEPS)
        except BuildFailed as error:
            print(f"{error} The last good site stays.", flush=True)

    rebuild()
    server = LiveReloadServer(builder=rebuild, host=host, port=port, root=str(root / "site"), mount_path=urlsplit(site_url).path)
    for name in WATCHED:
        server.watch(str(root / name))
    print(f"Serving on {server.url}", flush=True)
    try:
        server.serve()
    except KeyboardInterrupt:
        server.shutdown()
