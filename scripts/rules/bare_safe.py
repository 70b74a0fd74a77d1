"""W1: "safe" never stands alone in a title, description or short answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.problems import Problem
from scripts.project import Project

_SAFE = re.compile(r"\b(?:safe|safer|safest|safely)\b", re.IGNORECASE)
# A sentence that says for whom, done how, or how sure.
_CONDITION = re.compile(
    r"\b(?:if|when|unless|for|with|without|trained|untrained|not|never|nobody|no one|how|whether|depends|only|unsure|sure|cannot|than|no study)\b|\?",
    re.IGNORECASE,
)
# What somebody else says, and citation keys, are not our words.
_NOT_OURS = re.compile(r"“[^”]*”|\[@[^\]]*\]|\]\([^)]*\)")
# "For everyone" is no condition.
_NOBODY_LEFT_OUT = re.compile(r"\bfor (?:everyone|everybody|anyone|anybody|all|most people|people)\b|\bnot only\b|\bwith us\b", re.IGNORECASE)


def check(project: Project) -> Iterator[Problem]:
    """Yield W1 for a sentence that says "safe" without saying for whom, done how, or how sure we are."""
    for page in project.pages:
        texts = [(page.front.line(field), field, str(page.meta.get(field, ""))) for field in ("title", "description")]
        if answer := page.block_text("answer"):
            texts.append((answer[0], "short answer", answer[1]))
        for line, where, text in texts:
            for sentence in re.split(r"(?<=[.!?])\s+", _NOT_OURS.sub("", text)):
                if _SAFE.search(sentence) and not _CONDITION.search(_NOBODY_LEFT_OUT.sub("", sentence)):
                    yield Problem(page.path, line, "W1", f"'safe' must not stand alone in the {where}: say for whom, done how, and how sure we are.", fix="add the condition to the same sentence", why="words")
