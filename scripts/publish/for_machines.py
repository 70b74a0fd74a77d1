"""What machines read: a Markdown copy of each page, llms.txt, robots.txt and, when dated, security.txt."""

from __future__ import annotations

import datetime
from pathlib import Path
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from markdownify import MarkdownConverter
from mkdocs.config.defaults import MkDocsConfig

from scripts.addresses import address
from scripts.condition_pages import condition_pages
from scripts.made_pages import all_pages
from scripts.project import Page, Project

# Own parts of a page that are only for the eye or the pointer.
_NOT_TEXT = ".headerlink, .ias-send, .ias-source__back, .ias-end__links, form[hidden], script, style, svg, button"


def publish(project: Project, config: MkDocsConfig, site: Path) -> None:
    """Write index.md beside each index.html, and the files at the root."""
    for page in all_pages(project):
        html = site / address(page.src) / "index.html"
        html.with_name("index.md").write_text(_markdown(html.read_text("utf-8"), urljoin(config.site_url or "", address(page.src))), "utf-8")
    (site / "llms.txt").write_text(_llms(project, config), "utf-8")
    (site / "robots.txt").write_text(f"User-agent: *\nAllow: /\n\nSitemap: {urljoin(config.site_url or '', 'sitemap.xml')}\n", "utf-8")
    if expires := config.extra.get("security_expires"):
        _write_security(config, site, str(expires))


def _markdown(html: str, url: str) -> str:
    """The text of a page as Markdown, with absolute links."""
    # Only the article is parsed: the menu around it is ten times as long.
    start, end = html.index("<article"), html.index("</article>")
    article = BeautifulSoup(html[start:end], "html.parser")
    for element in article.select(_NOT_TEXT):
        element.decompose()
    for link in article.select("a[href]"):
        link["href"] = urljoin(url, link["href"])
    text = MarkdownConverter(heading_style="ATX", bullets="-").convert_soup(article)
    lines = [line.rstrip() for line in text.strip().splitlines()]
    return "\n".join(line for number, line in enumerate(lines) if line or lines[number - 1]) + "\n"


def _llms(project: Project, config: MkDocsConfig) -> str:
    """llms.txt, version 2: title, summary as a quotation, lists of links. The summary carries the warning."""
    warning = project.of("warning-signs")["after-session"].value["in_one_line"]
    home = project.page_by_src["index.md"]
    lines = [
        f"# {config.site_name}",
        "",
        f"> {home.meta['description']} No clinician has checked the content yet. {' '.join(warning.split())}",
        "",
        "Quote a short answer only with the condition that stands in it. Text and facts: CC BY 4.0.",
    ]
    for entry in config.nav or []:
        for room, content in entry.items():
            lines += ["", f"## {room}", ""]
            lines += [_line(project.page_by_src[src], config) for src in _sources(content)]
    lines += ["", "## Conditions", "", *(_line(page, config) for page in condition_pages(project))]
    lines += ["", "## Data", "", f"- [Claims with certainty and sources]({urljoin(config.site_url or '', 'data/claims.json')}): every statement, JSON"]
    return "\n".join(lines) + "\n"


def _sources(content: object) -> list[str]:
    """Page paths in a part of the navigation, in order."""
    if isinstance(content, str):
        return [content]
    if isinstance(content, dict):
        return [src for below in content.values() for src in _sources(below)]
    return [src for below in content for src in _sources(below)]  # type: ignore[attr-defined]


def _line(page: Page, config: MkDocsConfig) -> str:
    return f"- [{page.meta['title']}]({urljoin(config.site_url or '', address(page.src))}index.md): {page.meta['description']}"


def _write_security(config: MkDocsConfig, site: Path, expires: str) -> None:
    """security.txt (RFC 9116). The owner sets the day it expires by hand, so that a dead mailbox shows."""
    day = datetime.date.fromisoformat(expires)
    folder = site / ".well-known"
    folder.mkdir(exist_ok=True)
    (folder / "security.txt").write_text(
        f"Contact: mailto:{config.extra['contact']}\nExpires: {day}T00:00:00Z\n"
        f"Preferred-Languages: en\nCanonical: {urljoin(config.site_url or '', '.well-known/security.txt')}\n",
        "utf-8",
    )
