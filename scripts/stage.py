"""Lays out, under .build/stage/, what MkDocs and Zensical read: pages, facts and configuration.

The repository's own files stay as they are. The stage differs from them:
the folders in ``nav`` are spelt out; pages carry their title as first heading, their
structured data and, on health pages, the warning line; each claim and condition has a page; the
facts stand as files to download, and all together in one data.json; the pictures are drawn
and the files of the therapist's kit are made.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urljoin

import yaml

from scripts import dataset, open_data
from scripts.addresses import address, codes, embed_path, in_letters, short_path
from scripts.made_pages import FOLDERS, all_pages
from scripts.project import Page, Project
from scripts.structured_data import structured_data

STAGE = Path(".build") / "stage"
WARNING_SET = "after-session"
BLOCKS = "scripts.blocks"


def stage(project: Project, say: Callable[[str], None] = print) -> Path:
    """Write the stage and return the path of its configuration file.

    Raises CouldNotMake when a file of the therapist's kit cannot be made; the stage is then as it was.
    """
    target = project.root / STAGE
    # Imported here so that checks, which use this module's text of a page, wait for no drawing.
    from scripts.kit import files as kit
    from scripts.kit.kit_data import listed
    from scripts.kit.pieces import pieces
    from scripts.pictures import files as pictures

    config = _configuration(project)
    kit_files = kit.files(project, config, say)
    data = dataset.build(project)
    pictures.put_into(data, project)
    data["kit"] = listed(project, config)
    _write(target / "data.json", json.dumps(data, ensure_ascii=False))
    code = codes(project)
    printed_alone = {page.src for page in pieces(project)}
    texts = {
        page.src: staged_text(page, {
            "json_ld": structured_data(project, page, config),
            "pdf": page.front.id if page.src in printed_alone else "",
            **_kit(page, code.get(address(page.src), ""), config["site_url"]),
            "card": urljoin(config["site_url"], f"{address(page.src) if Path(address(page.src)) / 'card.png' in kit_files else ''}card.png"),
        })
        for page in all_pages(project)
    }
    texts |= open_data.files(project, config)
    for src, text in texts.items():
        _write(target / "docs" / src, text)
    kept = {target / "docs" / src for src in texts}
    for path in (project.root / "docs").rglob("*"):
        if path.is_file() and path.suffix != ".md":
            copy = target / "docs" / path.relative_to(project.root / "docs")
            kept.add(copy)
            _copy(path, copy)
    for name, content in pictures.files(project, config["site_url"]).items():
        kept.add(target / "docs" / name)
        _write_bytes(target / "docs" / name, content)
    for name, path in kit_files.items():
        kept.add(target / "docs" / name)
        _copy(path, target / "docs" / name)
    for path in (target / "docs").rglob("*"):
        if path.is_file() and path not in kept:
            path.unlink()
    config_file = target / "mkdocs.yml"
    _write(config_file, yaml.safe_dump(config, sort_keys=False, allow_unicode=True))
    return config_file


def _kit(page: Page, code: str, site_url: str) -> dict[str, str]:
    """What the template that offers the kit names, so that it cuts no addresses apart (Zensical's templates cannot)."""
    if not code:
        return {}
    return {
        "kit_code": code,
        "kit_id": page.front.id,
        "kit_letters": in_letters(urljoin(site_url, short_path(code))),
        "kit_embed": embed_path(address(page.src)),
    }


def staged_text(page: Page, added: Mapping[str, str] = MappingProxyType({})) -> str:
    """Text of a page as the site builders read it; what is ``added`` goes into its front matter, unless empty.

    The title becomes the first heading, because Material's skip link leads to the first
    heading of the text. A health page without the care cards gets the warning line under its answer.
    """
    lines = page.text.split("\n")
    answer = page.block_text("answer")
    if page.is_health and answer and not any(block.name == "warning-signs" and block.argument == WARNING_SET for block in page.blocks):
        end = next(number for number in range(answer[0], len(lines)) if lines[number].strip() == "///")
        lines[end + 1 : end + 1] = ["", f"/// warning-line | {WARNING_SET}", "///"]
    lines[page.body_line - 1 : page.body_line - 1] = ["", f"# {page.meta.get('title', '')} {{#start}}", ""]
    lines[1:1] = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in added.items() if value]
    return "\n".join(lines)


def _configuration(project: Project) -> dict[str, Any]:
    config = yaml.safe_load((project.root / "mkdocs.yml").read_text("utf-8"))
    config["nav"] = [
        {title: _open(project, path) if path.endswith("/") else path}
        for entry in config["nav"]
        for title, path in entry.items()
    ]
    config["not_in_nav"] = "\n".join(f"/{folder}/" for folder in FOLDERS)
    # The stage lies two folders below the root.
    config["theme"]["custom_dir"] = f"../../{config['theme']['custom_dir']}"
    config["site_dir"] = "../site"
    config["markdown_extensions"] = [
        {BLOCKS: {"data_file": str(project.root / STAGE / "data.json")}} if entry == BLOCKS else entry
        for entry in config["markdown_extensions"]
    ]
    return config


def _open(project: Project, folder: str) -> list[Any]:
    """Spell out a folder: its index, then its pages; questions are grouped by theme."""
    pages = [page for page in project.pages if page.src.startswith(folder)]
    index = [page.src for page in pages if page.src == f"{folder}index.md"]
    others = sorted(
        (page for page in pages if page.src not in index),
        key=lambda page: (page.meta.get("order", 999), page.meta["title"].strip("“").lower()),
    )
    if not any(page.meta["kind"] == "question" for page in others):
        return index + [page.src for page in others]
    index += [page.src for page in others if "theme" not in page.meta]
    groups = [
        {label["title"]: [page.src for page in others if page.meta.get("theme") == theme]}
        for theme, label in project.labels("page", "theme").items()
    ]
    return index + [group for group in groups if next(iter(group.values()))]


def _write(path: Path, text: str) -> None:
    """Write only what changed, so that a file's time tells when it did."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")


def _write_bytes(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_bytes() != content:
        path.write_bytes(content)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists() or target.read_bytes() != source.read_bytes():
        shutil.copyfile(source, target)
