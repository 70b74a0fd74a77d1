"""L: every internal link and anchor leads somewhere, also in raw HTML."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from scripts.open_data import names
from scripts.problems import Problem, nearest
from scripts.project import Page, Project
from scripts.rendering import ids

_TARGETS = (
    re.compile(r"\]\(\s*<?([^)\s>]+)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"),
    re.compile(r"""(?:href|src)\s*=\s*["']([^"']+)["']"""),
    re.compile(r"^\[[^\]@]+\]:\s*(\S+)"),
)


def check(project: Project) -> Iterator[Problem]:
    """Yield L1 (no such page or file), L2 (no such anchor), L3 (a link to a page that is not to its .md file)."""
    anchors = ids(project)
    downloads = names(project)
    for page in project.pages:
        for line, text in page.lines:
            for pattern in _TARGETS:
                for match in pattern.finditer(text):
                    yield from _target(project, anchors, downloads, page, line, match[1])


def _target(project: Project, anchors: dict[str, list[str]], downloads: set[str], page: Page, line: int, target: str) -> Iterator[Problem]:
    try:
        parts = urlsplit(target)
    except ValueError:
        yield Problem(page.path, line, "L1", f"'{target}' is no address.", fix="mend the address", why="links")
        return
    if parts.scheme or parts.netloc:
        return
    path = unquote(parts.path)
    if not path:
        src = page.src
    elif path.startswith("/"):
        src = path.lstrip("/")
    else:
        src = posixpath.normpath(posixpath.join(posixpath.dirname(page.src), path))
    if src not in project.page_by_src:
        if src in downloads or (project.root / "docs" / src).is_file():
            return
        near = nearest(src, project.page_by_src) if path.endswith(".md") else None
        if not path.endswith(".md") and not posixpath.splitext(path)[1]:
            meant = next((candidate for candidate in (f"{src}.md", f"{src}/index.md") if candidate in project.page_by_src), None)
            meant = posixpath.relpath(meant, posixpath.dirname(page.src) or ".") if meant else None
            yield Problem(page.path, line, "L3", f"a link must end in the page's .md file: '{target}'.", meant, "link to the .md file, as it lies from here", "links")
            return
        if not path.endswith(".md"):
            files = [file.relative_to(project.root / "docs").as_posix() for file in (project.root / "docs").rglob("*") if file.is_file() and file.suffix != ".md"]
            near = nearest(src, [*files, *downloads])
        near = posixpath.relpath(near, posixpath.dirname(page.src) or ".") if near else None
        yield Problem(page.path, line, "L1", f"no {'page' if path.endswith('.md') else 'file'} docs/{src} to link to.", near, "link to a file under docs/, as it lies from here", "links")
    elif parts.fragment and parts.fragment not in anchors[src]:
        yield Problem(page.path, line, "L2", f"no heading or anchor '#{parts.fragment}' in docs/{src}.", nearest(parts.fragment, anchors[src]), "use the id of a heading there", "links")
