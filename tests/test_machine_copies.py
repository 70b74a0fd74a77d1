"""What machines read says what the page says: JSON-LD, Markdown copies, llms.txt, feeds, open data."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as etree

import pytest
import yaml
from conftest import SITE, text_of
from playwright.sync_api import Page as BrowserPage

from scripts.addresses import address
from scripts.claim_pages import claim_pages
from scripts.condition_pages import condition_pages
from scripts.made_pages import all_pages
from scripts.project import ROOT, Page, Project

SITE_URL = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["site_url"]


def _graph(page: Page) -> list[dict]:
    html = text_of(SITE / address(page.src) / "index.html")
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return [entry for block in found for entry in json.loads(block)["@graph"]]


def _of(page: Page, type_: str) -> list[dict]:
    return [entry for entry in _graph(page) if entry["@type"] == type_]


def test_health_pages_are_medical_pages_without_a_reviewer_nobody_is(project: Project) -> None:
    for page in all_pages(project):
        entries = _of(page, "MedicalWebPage")
        assert len(entries) == page.is_health, page.src
        for entry in entries:
            assert ("reviewedBy" in entry) == ("checked_by" in page.meta), page.src
            assert entry["lastReviewed"] == page.meta["reviewed_on"]


def test_only_question_pages_are_faq_pages_and_nothing_is_a_how_to(project: Project) -> None:
    for page in project.pages:
        assert len(_of(page, "FAQPage")) == (page.meta["kind"] == "question"), page.src
        assert _of(page, "HowTo") == []
    assert sum(len(_of(page, "Dataset")) for page in project.pages) == 1


def test_claim_reviews_stand_only_where_somebody_published_the_claim(project: Project) -> None:
    addresses = {item.value.get("url") for item in project.of("references").values()}
    reviews = [(page, review) for page in project.pages for review in _of(page, "ClaimReview")]
    assert reviews
    for page, review in reviews:
        assert page.meta["kind"] == "myth" and page.meta["said_by"]
        assert {entry["url"] for entry in review["itemReviewed"]["appearance"]} <= addresses


def test_faq_answer_and_description_are_words_of_the_visible_page(desktop: BrowserPage, project: Project) -> None:
    for src in ("questions/pregnant.md", "questions/blood-thinners.md", "questions/is-it-safe.md"):
        page = project.page_by_src[src]
        desktop.goto(address(src))
        desktop.evaluate("document.querySelectorAll('sup').forEach((element) => element.remove())")
        shown = " ".join(desktop.locator(".ias-answer").inner_text().split()).replace(" .", ".")
        answer = _of(page, "FAQPage")[0]["mainEntity"][0]["acceptedAnswer"]["text"]
        assert answer.replace(" .", ".") in shown
        assert _of(page, "FAQPage")[0]["mainEntity"][0]["name"] == desktop.locator("h1").inner_text().rstrip("#").strip()


def test_breadcrumbs_count_from_one_and_lead_to_pages(project: Project) -> None:
    known = {SITE_URL + address(page.src) for page in all_pages(project)}
    for page in [*project.pages, *claim_pages(project)[:5], *condition_pages(project)]:
        for crumbs in _of(page, "BreadcrumbList"):
            assert [item["position"] for item in crumbs["itemListElement"]] == list(range(1, len(crumbs["itemListElement"]) + 1))
            assert {item["item"] for item in crumbs["itemListElement"]} <= known


def test_every_page_announces_a_markdown_copy_with_answer_warning_and_dates(project: Project) -> None:
    line = " ".join(project.of("warning-signs")["after-session"].value["in_one_line"].split())[:60]
    for page in all_pages(project):
        assert '<link rel="alternate " type="text/markdown"' in text_of(SITE / address(page.src) / "index.html"), page.src
        copy = " ".join(text_of(SITE / address(page.src) / "index.md").split())
        assert copy.startswith(f"# {page.meta['title']}"), page.src
        if page.is_health:
            assert line in copy or "Call your local emergency number now if:" in copy, page.src
            assert page.meta["next_review"] in copy and "Not yet checked by a clinician" in copy, page.src


def test_llms_summary_carries_the_warning_and_its_links_lead_to_files() -> None:
    text = text_of(SITE / "llms.txt")
    summary = next(line for line in text.splitlines() if line.startswith("> "))
    assert "emergency number" in summary and "No clinician has checked" in summary
    links = re.findall(r"\]\((\S+)\)", text)
    assert len(links) > 100
    assert [link for link in links if not (SITE / link.removeprefix(SITE_URL)).is_file()] == []


@pytest.mark.parametrize("name", ["feed.xml", "feed.json"])
def test_feeds_tell_every_change_of_advice(name: str, project: Project) -> None:
    titles = {item.value["title"] for item in project.of("advice-changes").values()}
    text = text_of(SITE / name)
    if name == "feed.json":
        told = {item["title"] for item in json.loads(text)["items"]}
    else:
        space = {"a": "http://www.w3.org/2005/Atom"}
        root = etree.fromstring(text)
        assert root.find("a:updated", space) is not None and root.find("a:author", space) is not None
        told = {entry.findtext("a:title", namespaces=space) for entry in root.findall("a:entry", space)}
    assert told == titles


@pytest.mark.parametrize("name", ["claims", "references", "conditions", "cases"])
def test_csv_holds_the_same_items_as_json(name: str) -> None:
    with (SITE / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert set(rows) == set(json.loads(text_of(SITE / "data" / f"{name}.json"))[name])


def test_every_claim_has_a_page_with_grade_sources_uses_and_history(project: Project) -> None:
    for id_, item in project.of("claims").items():
        html = text_of(SITE / "evidence" / "claims" / id_ / "index.html")
        for part in (f"ias-grade--{item.value['certainty']}", "what-was-read", "where-it-is-used", 'id="history"', item.path):
            assert part in html, (id_, part)
        assert [key for key in item.value["sources"] if f"source-{key}" not in html] == []
