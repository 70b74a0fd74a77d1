"""A small self-contained page for each answer, to stand in a frame on another site, with its oEmbed description."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from scripts.kit.making import Job
from scripts.kit.printed import Printed, warning
from scripts.kit.templates import render
from scripts.project import Project

WIDTH, HEIGHT = 640, 480  # of the frame before its page has told its height


def jobs(project: Project, config: dict[str, Any], entry: Printed) -> Iterator[Job]:
    """The page and its description."""
    folder = Path(entry.embed_address)
    home = posixpath.relpath(".", entry.embed_address)
    data = {
        "site_name": config["site_name"],
        "title": entry.title,
        "kind": entry.kind,
        "answer": entry.answer_text,
        "warning": warning(project)["line"],
        "warning_page": f"{home}/after/warning-signs/",
        "page": f"{home}/{entry.address}",
        "url": entry.url,
        "dates": entry.dates,
        "checked": entry.checked,
    }
    yield Job(folder / "index.html", render, ("embed", data))
    yield Job(folder / "oembed.json", oembed, (config["site_name"], config["site_url"], entry.title, urljoin(config["site_url"], entry.embed_address), f"{entry.url}card.png"))


def frame(title: str, url: str) -> str:
    """Markup of the frame, for another site."""
    return (
        f'<iframe src="{url}" title="{title}" width="100%" height="{HEIGHT}" loading="lazy" style="border:0;max-width:{WIDTH}px" '
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>'
    )


def oembed(site_name: str, site_url: str, title: str, url: str, picture: str) -> bytes:
    """Description after oEmbed 1.0, type rich."""
    description = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": site_name,
        "provider_url": site_url,
        "html": frame(title, url),
        "width": WIDTH,
        "height": HEIGHT,
        "thumbnail_url": picture,
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    }
    return (json.dumps(description, indent=1, ensure_ascii=False) + "\n").encode()
