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
    re.compile(r"\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)"),
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
    parts = urlsplit(target)
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
        code, what = ("L3", f"a link must end in the page's .md file: '{target}'.") if not path.endswith(".md") else ("L1", f"no page '{src}' to link to.")
        yield Problem(page.path, line, code, what, nearest(src, project.page_by_src), "link to a file under docs/", "links")
    elif parts.fragment and parts.fragment not in anchors[src]:
        yield Problem(page.path, line, "L2", f"no heading or anchor '#{parts.fragment}' in docs/{src}.", nearest(parts.fragment, anchors[src]), "use the id of a heading there", "links")
