"""W2: words that promise what nobody has counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from scripts.problems import Problem
from scripts.project import Project

# Word -> what to say instead (certainty words of the scoring sheet).
FORBIDDEN = {
    r"(?:no|zero)[- ]risks?(?! (?:per|can|figure|count|number|rate)\b)": "say what is not known, and where you looked",
    r"no known risks?": "say 'we found no study that counted this' and when you searched",
    r"no evidence of harm": "say 'we found no study that counted this' and when you searched",
    r"risk[- ]free": "say for whom and done how",
    r"without (?:any )?risk": "say for whom and done how",
    r"(?:clinically |scientifically )?proven": "say how sure: 'does', 'probably', 'may'",
    r"(?:completely|perfectly|totally|absolutely|entirely|fully|100 ?%) safe": "say for whom, done how, and how sure we are",
}
_PATTERN = re.compile(r"\b(?:" + "|".join(FORBIDDEN) + r")\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”")
# "does not mean there is no risk" warns; it does not promise.
_DENIED = re.compile(r"\b(?:not|never|nobody|no one|nothing|none|cannot|nor)\b", re.IGNORECASE)


def check(project: Project) -> Iterator[Problem]:
    """Yield W2 for a forbidden word outside quotation marks that no earlier word of its sentence denies."""
    for page in project.pages:
        for field in ("title", "description"):
            yield from _problems(page.path, page.front.line(field), str(page.meta.get(field, "")))
        for line, sentence in page.sentences:
            yield from _problems(page.path, line, sentence)
    for item in project.items:
        if item.kind in {"reference", "vocabulary"}:  # titles are quotations; what people type is theirs
            continue
        for path, text in _texts(item.value, ()):
            yield from _problems(item.path, item.line(*path), text)


def _problems(path: str, line: int, text: str) -> Iterator[Problem]:
    for sentence in re.split(r"(?<=[.!?])\s+", _QUOTED.sub(lambda match: "“" * len(match[0]), text)):
        for match in _PATTERN.finditer(sentence):
            clause = re.split(r"[,;:—–]|\b(?:and|but|so|because)\b", sentence[: match.start()])[-1]
            if not _DENIED.search(clause) and not re.match(r"With (?:none|nothing)\b", sentence):  # what somebody does without
                instead = next(hint for word, hint in FORBIDDEN.items() if re.match(word, match[0], re.IGNORECASE))
                yield Problem(path, line, "W2", f"'{match[0]}' promises what nobody has counted.", fix=f"{instead}; put somebody else's words in “curly” marks", why="words")


def _texts(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from _texts(below, (*path, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _texts(below, (*path, index))
