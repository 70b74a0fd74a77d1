"""W3: the words of a claim are no stronger than its grade."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.problems import Problem
from scripts.project import Project

_ABSOLUTE = r"certainly|definitely|undoubtedly|always|proves?|guarantees?"
_PROBABLE = r"(?:is |are |was )?proved|probably|is likely|are likely|shown to|can help|reliably"
_CAUSAL = r"causes|prevents|reduces|cures|leads to"
# Words stronger than each grade; what to say comes from the certainty words of the scoring sheet.
TOO_STRONG = {
    "moderate": (_ABSOLUTE, "probably"),
    "low": (f"{_ABSOLUTE}|{_PROBABLE}", "may"),
    "very-low": (f"{_ABSOLUTE}|{_PROBABLE}|{_CAUSAL}", "we are very unsure whether"),
    "none-found": (f"{_ABSOLUTE}|{_PROBABLE}|{_CAUSAL}|safe", "we found no study that counted this"),
}
# "It does not always hurt" is no strong word.
_DENIED = re.compile(r"\b(?:not|never|no|nobody|cannot|whether)\b", re.IGNORECASE)
# What somebody else says is graded as "they say it", so their words may stand.
_REPORTED = re.compile(r"\b(?:says?|said|calls?|called|claims?|claimed|judged?|concludes?|concluded|teach(?:es)?|reports?|reported|advise[sd]?|describe[sd]?|promise[sd]?|tells?|told|warns?|warned|writes?|wrote|argues?|argued|estimated?)\b", re.IGNORECASE)


def check(project: Project) -> Iterator[Problem]:
    """Yield W3 for a claim that uses a word stronger than its certainty allows."""
    for item in project.of("claims").values():
        grade, statement = item.value.get("certainty"), str(item.value.get("statement", ""))
        if grade not in TOO_STRONG or _REPORTED.search(statement):
            continue
        pattern, say = TOO_STRONG[grade]
        for match in re.finditer(rf"\b(?:{pattern})\b", statement, re.IGNORECASE):
            if _DENIED.search(re.split(r"[,;:]|\b(?:and|but)\b", statement[: match.start()])[-1]):
                continue
            yield Problem(item.path, item.line("statement"), "W3", f"'{match[0]}' is stronger than the grade '{grade}'.", fix=f"say '{say}', or raise the grade and say why", why="words")
