"""JSON-LD for a page, true to what the page shows. Types and properties: schema.org."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urljoin

from scripts.addresses import address
from scripts.project import Page, Project

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_AUDIENCE = {"client": "Patient", "therapist": "Clinician"}


def plain(markdown: str) -> str:
    """Text of a little Markdown: without citations, links and emphasis."""
    text = re.sub(r"\s*\[@[^\]]*\]", "", markdown)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"[*_`]", "", text).split())


def answer_of(page: Page) -> str:
    """The short answer as plain text, empty when the page has none."""
    found = page.block_text("answer")
    return plain(found[1]) if found else ""


def structured_data(project: Project, page: Page, config: dict[str, Any]) -> str:
    """JSON-LD of a page as text that can stand in a script element, empty when there is none.

    Health pages are MedicalWebPage with the reviewer only when there is one; question pages
    also FAQPage; a myth page ClaimReview when a page that makes the claim has an address.
    """
    url = urljoin(config["site_url"], address(page.src))
    publisher = {"@type": "Organization", "name": config["site_name"], "url": config["site_url"]}
    graph: list[dict[str, Any]] = []
    meta = page.meta
    if page.is_health:
        graph.append(_medical_page(page, url, publisher))
    if meta["kind"] == "question":
        answer = {"@type": "Answer", "text": answer_of(page), "url": url}
        graph.append({"@type": "FAQPage", "@id": f"{url}#faq", "mainEntity": [{"@type": "Question", "name": meta["title"], "acceptedAnswer": answer}]})
    if meta["kind"] == "myth" and (review := _claim_review(project, page, url, publisher)):
        graph.append(review)
    if page.src == "evidence/open-data.md":
        graph.append(_dataset(url, config, publisher))
    if crumbs := _breadcrumbs(project, page, config):
        graph.append(crumbs)
    if not graph:
        return ""
    # "</" would end the script element.
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False).replace("</", "<\\/")


def _medical_page(page: Page, url: str, publisher: dict[str, Any]) -> dict[str, Any]:
    meta = page.meta
    entry: dict[str, Any] = {
        "@type": "MedicalWebPage",
        "@id": url,
        "url": url,
        "name": meta["title"],
        "description": meta["description"],
        "abstract": answer_of(page),
        "inLanguage": "en",
        "lastReviewed": meta["reviewed_on"],
        "license": LICENCE,
        "publisher": publisher,
        "isAccessibleForFree": True,
    }
    if audience := _AUDIENCE.get(meta["audience"]):
        entry["audience"] = {"@type": "MedicalAudience", "audienceType": audience}
    if reviewer := meta.get("checked_by"):
        entry["reviewedBy"] = {"@type": "Person", "name": reviewer["name"], "jobTitle": reviewer["role"]}
    return entry


def _claim_review(project: Project, page: Page, url: str, publisher: dict[str, Any]) -> dict[str, Any] | None:
    """Only where somebody else really published the claim, at an address that was read."""
    references = project.of("references")
    said = [references[key].value["url"] for key in page.meta.get("said_by", []) if "url" in references[key].value]
    if not said:
        return None
    return {
        "@type": "ClaimReview",
        "url": url,
        "claimReviewed": page.meta["title"].strip("“”"),
        "author": publisher,
        "datePublished": page.meta["reviewed_on"],
        "itemReviewed": {"@type": "Claim", "appearance": [{"@type": "CreativeWork", "url": address_} for address_ in said]},
        "reviewRating": {"@type": "Rating", "alternateName": answer_of(page).split(". ")[0].rstrip(".") + "."},
    }


def _dataset(url: str, config: dict[str, Any], publisher: dict[str, Any]) -> dict[str, Any]:
    downloads = [
        {"@type": "DataDownload", "encodingFormat": media, "contentUrl": urljoin(config["site_url"], f"data/{name}.{suffix}")}
        for name in ("claims", "references", "conditions", "cases")
        for suffix, media in (("json", "application/json"), ("csv", "text/csv"))
    ]
    return {
        "@type": "Dataset",
        "@id": f"{url}#dataset",
        "name": f"{config['site_name']} Claims, references, conditions and reported cases",
        "description": "Every statement of the site about the safety of ashiatsu (barefoot massage) with its certainty, the reason for it, its sources and how much of each was read; the conditions that change the advice; and reported cases. Not checked by a clinician.",
        "url": url,
        "license": LICENCE,
        "creator": publisher,
        "isAccessibleForFree": True,
        "distribution": downloads,
    }


def _breadcrumbs(project: Project, page: Page, config: dict[str, Any]) -> dict[str, Any] | None:
    """The way from the home page, by folder; none for the home page itself."""
    if page.src == "index.md":
        return None
    way = [("index.md", config["site_name"])]
    folder = page.src.rpartition("/")[0]
    while folder:
        index = f"{folder}/index.md"
        if index in project.page_by_src and index != page.src:
            way.insert(1, (index, project.page_by_src[index].meta["title"]))
        folder = folder.rpartition("/")[0]
    way.append((page.src, page.meta["title"]))
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": urljoin(config["site_url"], address(src))}
        for position, (src, name) in enumerate(way, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
