"""What a check says, and the one form in which it is printed."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing a contributor must mend.

    ``path`` is relative to the repository root, ``line`` starts at 1. ``message``
    says what must be true. ``why`` names the heading of CONTRIBUTING.md that explains it.
    """

    path: str
    line: int
    code: str
    message: str
    nearest: str | None = None
    fix: str = ""
    why: str = ""

    def __str__(self) -> str:
        nearest = f" Did you mean '{self.nearest}'?" if self.nearest else ""
        text = f"{self.path}:{self.line}: {self.code} {self.message}{nearest}"
        if self.fix:
            text += f"\n  fix: {self.fix}"
            if self.why:
                text += f"   why: CONTRIBUTING.md#{self.why}"
        return text


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the entry of ``known`` most like ``word``, or None when none is close."""
    found = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return found[0] if found else None
