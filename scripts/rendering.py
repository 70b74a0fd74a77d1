"""Pages as HTML without the theme, for checks that need headings and links as they come out."""

from __future__ import annotations

import functools
import re
from typing import Any

import yaml
from markdown import Markdown

from scripts import dataset
from scripts.blocks import AshiatsuBlocks
from scripts.project import ROOT, Project
from scripts.stage import staged_text


@functools.lru_cache(maxsize=2)
def render_all(project: Project) -> dict[str, str]:
    """HTML of every page by its path under docs/. Unknown names leave gaps instead of failing."""
    extensions, options = _extensions()
    blocks = AshiatsuBlocks(data=dataset.build(project), strict=False)
    result = {}
    for page in project.pages:
        markdown = Markdown(extensions=[*extensions, blocks], extension_configs=options)
        text = staged_text(page)
        result[page.src] = markdown.convert(text[len(page.text) - len(page.body) :])
    return result


@functools.lru_cache(maxsize=2)
def ids(project: Project) -> dict[str, list[str]]:
    """Every id of every page, in order, by the page's path under docs/."""
    return {src: re.findall(r'\sid="([^"]+)"', html) for src, html in render_all(project).items()}


def _extensions() -> tuple[list[str], dict[str, dict[str, Any]]]:
    """Markdown extensions of mkdocs.yml without our blocks, which are added with their facts."""
    names: list[str] = []
    options: dict[str, dict[str, Any]] = {}
    for entry in yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]:
        name, option = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
        if name != "scripts.blocks":
            names.append(name)
            options[name] = option or {}
    return names, options
