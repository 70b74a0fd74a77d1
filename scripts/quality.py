"""One row of figures for each health page: how it reads, what it rests on, how it was scored."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any

from scripts.project import Page, Project
from scripts.readability import SUBJECT_WORDS, flesch_kincaid, long_share, words_of
from scripts.structured_data import plain

SCORES = "page-scores"  # data/tables/page-scores.csv: page, reader, scored_on, i1 … i30
ITEMS = [f"i{number}" for number in range(1, 31)]


@dataclass(frozen=True)
class PageQuality:
    """Figures of one page. Grades are US school grades; ``score`` is of 60, the mean of its readers."""

    src: str
    title: str
    words: int
    grade: float | None
    answer_grade: float | None
    long_sentences: float
    claims: int
    sources: int
    next_review: str
    score: float | None
    zeros: int


def measure(project: Project) -> list[PageQuality]:
    """Figures of every health page, the worst first: by score, then by grade."""
    left_out = _terms(project)
    scores = _scores(project)
    rows = [_row(page, left_out, scores.get(page.src, [])) for page in project.pages if page.is_health]
    return sorted(rows, key=lambda row: (row.score if row.score is not None else -1, -(row.grade or 0)))


def report(project: Project) -> int:
    """Print the figures as a table, the worst page first; return 0."""
    print("score zeros grade answer long%  words claims sources days  page")
    for row in measure(project):
        days = (datetime.date.fromisoformat(row.next_review) - project.today).days if row.next_review else 0
        print(
            f"{_figure(row.score):>5} {row.zeros:>5} {_figure(row.grade):>5} {_figure(row.answer_grade):>6} {row.long_sentences:>5.0%}"
            f" {row.words:>6} {row.claims:>6} {row.sources:>7} {days:>4}  {row.src}"
        )
    return 0


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


def _row(page: Page, left_out: frozenset[str], scores: list[dict[str, str]]) -> PageQuality:
    sentences = [plain(sentence.lstrip("-*0123456789.| ")) for _, sentence in page.sentences if not re.match(r"^(#|\|)", sentence)]
    answer = page.block_text("answer")
    totals = [sum(int(row[item]) for item in ITEMS) for row in scores]
    return PageQuality(
        src=page.src,
        title=page.meta.get("title", page.src),
        words=sum(len(words_of(sentence)) for sentence in sentences),
        grade=flesch_kincaid(sentences, left_out),
        answer_grade=flesch_kincaid(re.split(r"(?<=[.!?:;])\s+", plain(answer[1])), left_out) if answer else None,
        long_sentences=long_share(sentences),
        claims=sum(block.name == "claim" for block in page.blocks),
        sources=len({key for _, key in page.citations}),
        next_review=page.meta.get("next_review", ""),
        score=sum(totals) / len(totals) if totals else None,
        zeros=sum(row[item] == "0" for row in scores for item in ITEMS),
    )


def _scores(project: Project) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in project.tables[SCORES].rows if SCORES in project.tables else []:
        found.setdefault(row["page"], []).append(row)
    return found


def _terms(project: Project) -> frozenset[str]:
    """Words of names that cannot be simplified: conditions, medicines and the method itself."""
    names: list[Any] = []
    for item in project.of("conditions").values():
        names += [item.value.get("medical_name", ""), *item.value.get("other_names", [])]
        for medicine in item.value.get("medicines", []):
            names += [medicine.get("generic", ""), *medicine.get("brands", [])]
    return SUBJECT_WORDS | {word.lower() for name in names for word in words_of(name) if len(word) > 6}
