"""Words as people type them: one form for comparing, and the names a condition goes by."""

from __future__ import annotations

import re
import unicodedata
from typing import Any


def folded(text: str) -> str:
    """Small letters and digits only, accents and apostrophes dropped, one space between words.

    The worker's ``fold`` (docs/assets/javascripts/search/words.mjs) does the same to what is typed;
    nothing here is written into the index in folded form, so the two need not agree letter by letter.
    """
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[a-z0-9]+", re.sub("['’]", "", bare)))


def names_of(condition: dict[str, Any]) -> list[str]:
    """Every name of a condition: plain, medical, other, and its medicines with their brands."""
    names = [condition["name"]] if condition.get("name") else []
    names += [name.strip() for name in (condition.get("medical_name") or "").split(";") if name.strip()]
    names += condition.get("other_names") or []
    for medicine in condition.get("medicines") or []:
        names += [medicine["generic"], *(medicine.get("brands") or [])]
    return list(dict.fromkeys(names))
