"""Which files the kit holds, and where they stand: beside each page, in embed/ and q/, and as packs under therapists/."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from scripts.addresses import address, in_letters
from scripts.kit import codes, embeds, kit_data, packs, pieces, redirects, typesetting
from scripts.kit.handouts import LANGUAGE, PAPERS, handout_data, last_review
from scripts.kit.making import Job, Store
from scripts.kit.printed import Printed, printed, warning
from scripts.project import Page, Project

STORE = Path(".build") / "kit"


def files(project: Project, config: dict[str, Any], say: Callable[[str], None], folder: Path | None = None) -> dict[Path, Path]:
    """Make the files of the kit and return where each lies, by its place below the site's root.

    They are kept in ``folder``, by default .build/kit/. Raises CouldNotMake.
    """
    store = Store(folder or project.root / STORE, say)
    made = store.make(jobs(project, config))
    made |= store.make(packs.archives(project, config, printed(project, config["site_url"]), made))
    store.tidy()
    return made


def jobs(project: Project, config: dict[str, Any]) -> Iterator[Job]:
    """Every file of the kit."""
    entries = printed(project, config["site_url"])
    for entry in entries:
        yield from _of_page(project, config, entry)
    for page in project.pages:
        yield _card(project, config, page)
    yield from packs.jobs(project, config, entries)
    yield from pieces.jobs(project, config)
    yield from kit_data.jobs(project, config, entries)
    yield from redirects.jobs(project, config)


def _of_page(project: Project, config: dict[str, Any], entry: Printed) -> Iterator[Job]:
    folder = Path(entry.address)
    for paper in PAPERS:
        data = handout_data(project, config, [entry], entry.title, paper)
        yield Job(folder / f"{entry.id}-{paper}.pdf", typesetting.pdf, ("handout", data, last_review([entry])))
    letters = entry.short_address
    yield Job(folder / "qr.svg", codes.captioned_svg, (entry.short_url, letters, f"Code that leads to {letters}: {entry.title}"))
    yield Job(folder / "qr.png", codes.captioned_png, (entry.short_url, letters))
    yield Job(folder / "card-tall.png", typesetting.png, ("card", _card_data(project, config, entry.page, entry.url, "tall", entry.answer_text)))
    if entry.page not in project.pages:
        yield _card(project, config, entry.page)
    yield from embeds.jobs(project, config, entry)


def _card(project: Project, config: dict[str, Any], page: Page) -> Job:
    url = urljoin(config["site_url"], address(page.src))
    data = _card_data(project, config, page, url, "wide", page.meta["description"])
    return Job(Path(address(page.src)) / "card.png", typesetting.png, ("card", data))


def _card_data(project: Project, config: dict[str, Any], page: Page, url: str, shape: str, words: str) -> dict[str, Any]:
    reviewed = page.meta.get("reviewed_on")
    checked = "Checked by a clinician" if "checked_by" in page.meta else "Not yet checked by a clinician"
    return {
        "shape": shape,
        "site": config["site_name"],
        "language": LANGUAGE,
        "kind": page.meta["kind"].capitalize() if page.meta["kind"] in {"question", "myth", "condition", "comparison"} else "",
        "title": page.meta["title"],
        "words": words,
        "warning": warning(project)["line"] if shape == "tall" else "",
        "letters": in_letters(url),
        "status": f"{f'Reviewed {reviewed}. ' if reviewed else ''}{checked}" if page.is_health else "",
    }
