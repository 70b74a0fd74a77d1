"""Pages the build makes from facts, beside those that stand in docs/."""

from __future__ import annotations

from scripts.claim_pages import FOLDER as CLAIMS
from scripts.claim_pages import claim_pages
from scripts.condition_pages import FOLDER as CONDITIONS
from scripts.condition_pages import condition_pages
from scripts.project import Page, Project

# They are reached from the lists they belong to; hundreds of them would drown the menu.
FOLDERS = (CLAIMS, CONDITIONS)


def made_pages(project: Project) -> list[Page]:
    """A page for each claim and each condition."""
    return [*claim_pages(project), *condition_pages(project)]


def all_pages(project: Project) -> list[Page]:
    """Every page of the site: those of docs/, then the made ones."""
    return [*project.pages, *made_pages(project)]
