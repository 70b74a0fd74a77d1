"""X1: text files end their lines with a newline and nothing before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts.problems import Problem
from scripts.project import Project


def check(project: Project) -> Iterator[Problem]:
    """Yield X1 for the first untidy line of each data file or page."""
    for path in _files(project):
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            yield Problem(path.relative_to(project.root).as_posix(), line, "S0", "the file must be text in UTF-8.", fix="save it as UTF-8 in your editor", why="yaml")
            continue
        tidy = tidied(text)
        if text != tidy:
            pairs = zip([*text.split("\n"), ""], [*tidy.split("\n"), ""], strict=False)
            line = next((number for number, (was, now) in enumerate(pairs, 1) if was != now), 1)
            name = path.relative_to(project.root).as_posix()
            yield Problem(name, line, "X1", "a line must not end in spaces or a carriage return, and a file starts without a byte order mark and ends in one newline.", fix=f"python -m scripts fix {name}", why="pages")


def fix(project: Project, paths: Sequence[str]) -> Iterator[str]:
    """Tidy every untidy file under ``paths`` (all when empty) and yield its name."""
    for name in sorted({problem.path for problem in check(project) if problem.code == "X1"}):
        if not paths or any(name == path or name.startswith(f"{path.rstrip('/')}/") for path in paths):
            path = project.root / name
            path.write_bytes(tidied(path.read_bytes().decode("utf-8")).encode("utf-8"))
            yield name


def tidied(text: str) -> str:
    """Text without trailing spaces and carriage returns, with one newline at its end."""
    text = text.removeprefix("\ufeff")
    return "\n".join(line.rstrip() for line in text.split("\n")).rstrip("\n") + "\n"


def _files(project: Project) -> list[Path]:
    return sorted([*(project.root / "docs").rglob("*.md"), *(project.root / "data").rglob("*.yml")])
