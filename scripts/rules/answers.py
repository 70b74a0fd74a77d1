"""A: a health page opens with a short answer that can be quoted alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.problems import Problem
from scripts.project import Project

LONGEST = 60  # words; item 1 of the scoring sheet


def words(text: str) -> int:
    """Count the words of a short text, without its citations and link targets."""
    text = re.sub(r"\[@[^\]]*\]|\]\([^)]*\)", " ", text)
    return len(re.findall(r"[\w’'-]*\w[\w’'-]*", text))


def check(project: Project) -> Iterator[Problem]:
    """Yield A1 (no answer), A2 (over 60 words), A3 (something stands before it)."""
    for page in project.pages:
        if not page.is_health:
            continue
        found = page.block_text("answer")
        if not found:
            yield Problem(page.path, page.body_line, "A1", "a health page opens with a short answer.", fix="start the page with '/// answer' … '///'", why="pages")
            continue
        line, text = found
        if words(text) > LONGEST:
            yield Problem(page.path, line, "A2", f"the short answer has at most {LONGEST} words; this one has {words(text)}.", fix="move the rest below it", why="pages")
        if any(text.strip() for number, text in page.lines if number < line):
            yield Problem(page.path, line, "A3", "nothing stands before the short answer.", fix="move it to the top of the page", why="pages")
