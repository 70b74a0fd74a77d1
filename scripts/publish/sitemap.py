"""Writes the sitemap: each page with its language, and no dates.

MkDocs would stamp every page with the day of the build.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin
from xml.sax.saxutils import escape, quoteattr

from mkdocs.config.defaults import MkDocsConfig

from scripts.addresses import address
from scripts.made_pages import all_pages
from scripts.project import Project

LANGUAGE = "en"


def publish(project: Project, config: MkDocsConfig, site: Path) -> None:
    """Replace sitemap.xml; drop its compressed copy, which holds the time of the build."""
    addresses = sorted(urljoin(config.site_url or "", address(page.src)) for page in all_pages(project))
    entries = "\n".join(
        f"<url><loc>{escape(entry)}</loc>"
        f'<xhtml:link rel="alternate" hreflang="{LANGUAGE}" href={quoteattr(entry)}/></url>'
        for entry in addresses
    )
    (site / "sitemap.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{entries}\n</urlset>\n',
        "utf-8",
    )
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
