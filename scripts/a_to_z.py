"""The list of all subjects, A to Z: what a reader looks up when the search box is not there."""

from __future__ import annotations

import re
from typing import Any

from scripts.words import folded, names_of

CONDITIONS_PAGE = "before/who-should-not-have-it.md"
ADDRESS = "questions/a-to-z.md"
MOST_LINKS = 3  # of one word; the rest is reached by other words


def entries(data: dict[str, Any]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Subjects under their first letter; each has ``word``, ``id``, ``meaning`` and ``links`` (href, title).

    ``data`` is what scripts.dataset.build returns. Subjects are the plain and medical words of the
    vocabulary, every name of a condition, its medicines, and the title of a page no word leads to.
    """
    titles = {page["src"]: page["title"] for page in data["pages"] if page["src"] != ADDRESS}
    found: dict[str, dict[str, Any]] = {}

    def add(word: str, links: list[dict[str, str]], meaning: str = "", id_: str = "") -> None:
        entry = found.setdefault(folded(word), {"word": word, "id": "", "meaning": "", "links": []})
        entry["id"] = entry["id"] or id_
        entry["meaning"] = entry["meaning"] or meaning
        entry["links"] += [link for link in links if link not in entry["links"]]

    pages_of: dict[str, list[dict[str, str]]] = {}
    reached: set[str] = set()
    for id_, concept in data["vocabulary"].items():
        links = [{"href": f"/{src}", "title": titles[src]} for src in concept.get("pages", []) if src in titles]
        reached |= {link["href"].lstrip("/") for link in links[:MOST_LINKS]}
        for condition in concept.get("conditions", []):
            pages_of.setdefault(condition, [])
            pages_of[condition] += [link for link in links if link["href"] != f"/{CONDITIONS_PAGE}"][:1]
        if not links:
            continue
        about_plain = "medical" not in concept
        add(concept["plain"], links[:MOST_LINKS], concept.get("meaning", "") if about_plain else "", f"word-{id_}" if about_plain else "")
        if not about_plain:
            add(concept["medical"], links[:MOST_LINKS], concept.get("meaning", ""), f"word-{id_}")
    for id_, condition in data["conditions"].items():
        own = {"href": f"/{CONDITIONS_PAGE}#{id_}", "title": f"{condition['name']}: what to do"}
        add(condition["name"], [own, *pages_of.get(id_, [])])
        for name in names_of(condition)[1:]:
            add(name, [own])  # one link each: with the others the list is twice as long on a phone
    for src, title in titles.items():
        if src not in reached and not src.endswith("index.md"):
            add(title.strip("“”"), [{"href": f"/{src}", "title": title}])
    letters: dict[str, list[dict[str, Any]]] = {}
    for key, entry in sorted(((re.sub(r"^(?:an?|the) ", "", key), entry) for key, entry in found.items()), key=lambda pair: pair[0]):
        letters.setdefault(key[0].upper() if key[0].isalpha() else "0–9", []).append(entry)
    return list(letters.items())
