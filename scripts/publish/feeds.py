"""News of changed advice as Atom (RFC 4287) and JSON Feed 1.1. Only data/advice-changes/ feeds it."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urljoin
from xml.sax.saxutils import escape, quoteattr

from mkdocs.config.defaults import MkDocsConfig

from scripts.project import Project

PAGE = "about/changes-of-advice/"


def publish(project: Project, config: MkDocsConfig, site: Path) -> None:
    """Write feed.xml and feed.json, the newest change first."""
    home = config.site_url or ""
    entries = sorted(project.of("advice-changes").items(), key=lambda entry: (entry[1].value["on"], entry[0]), reverse=True)
    title = f"{config.site_name} Changes of advice"
    updated = f"{entries[0][1].value['on']}T00:00:00Z" if entries else "1970-01-01T00:00:00Z"
    items = []
    for id_, item in entries:
        address = urljoin(home, f"{PAGE}#change-{id_}")
        change = " ".join(item.value["change"].split())
        items.append({"id": address, "url": address, "title": item.value["title"], "content_text": change, "date_published": f"{item.value['on']}T00:00:00Z"})
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": home,
        "feed_url": urljoin(home, "feed.json"),
        "language": "en",
        "items": items,
    }
    (site / "feed.json").write_text(json.dumps(feed, indent=1, ensure_ascii=False) + "\n", "utf-8")
    atom = "".join(
        f"<entry><id>{escape(item['id'])}</id><title>{escape(item['title'])}</title><updated>{item['date_published']}</updated>"
        f"<link href={quoteattr(item['url'])}/><content type=\"text\">{escape(item['content_text'])}</content></entry>\n"
        for item in items
    )
    (site / "feed.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        f"<id>{escape(urljoin(home, 'feed.xml'))}</id><title>{escape(title)}</title><updated>{updated}</updated>\n"
        f"<author><name>{escape(config.site_name)}</name></author>\n"
        f"<link rel=\"self\" href={quoteattr(urljoin(home, 'feed.xml'))}/><link href={quoteattr(urljoin(home, PAGE))}/>\n"
        f"{atom}</feed>\n",
        "utf-8",
    )
