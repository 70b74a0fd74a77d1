"""Makes files in parallel and keeps them: what has not changed is not made again.

A file is kept under the hash of everything it depends on: the function that makes it, its arguments,
the sources and templates of the kit, and the versions of the libraries that draw.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import json
import os
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.project import ROOT

_SOURCES = (ROOT / "scripts" / "kit", ROOT / "overrides" / "kit")
_LIBRARIES = ("typst", "segno", "font-lato")
_FEW = 8  # fewer than this are made sooner here than by starting helpers


@dataclass(frozen=True)
class Job:
    """One file to make: its place below the site's root, a function of a module, and its arguments as JSON can hold them."""

    path: Path
    function: Callable[..., bytes]
    arguments: tuple[Any, ...]

    def key(self) -> str:
        """Hash of everything the file depends on."""
        called = f"{self.function.__module__}.{self.function.__qualname__}"
        text = json.dumps([called, self.arguments, _fingerprint()], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


@functools.cache
def _fingerprint() -> str:
    digest = hashlib.sha256()
    for folder in _SOURCES:
        for path in sorted(folder.rglob("*.*")):
            if path.suffix in {".py", ".typ", ".html"}:
                digest.update(path.name.encode() + path.read_bytes())
    for name in _LIBRARIES:
        digest.update(f"{name} {importlib.metadata.version(name)}".encode())
    return digest.hexdigest()


class CouldNotMake(Exception):
    """A file could not be made; the message says which and why."""


class Store:
    """A folder that keeps made files. Those nobody asked for are deleted by ``tidy``."""

    def __init__(self, folder: Path, say: Callable[[str], None]) -> None:
        self.folder = folder
        self._say = say
        self._kept: set[Path] = set()

    def make(self, jobs: Iterable[Job]) -> dict[Path, Path]:
        """Make what is not kept yet and return where each file lies, by its place in the site. Raises CouldNotMake."""
        self.folder.mkdir(parents=True, exist_ok=True)
        wanted = [(job, self.folder / f"{job.key()}{job.path.suffix}") for job in jobs]
        missing = [(job, place) for job, place in wanted if not place.exists()]
        self._say(f"kit: {len(wanted)} files, {len(missing)} to make ...")
        for number, ((_, place), content) in enumerate(zip(missing, _contents([job for job, _ in missing]), strict=True), 1):
            partial = place.with_suffix(".partial")
            partial.write_bytes(content)
            partial.rename(place)
            if number % 300 == 0:
                self._say(f"kit: {number} of {len(missing)} made ...")
        self._kept |= {place for _, place in wanted}
        return {job.path: place for job, place in wanted}

    def tidy(self) -> None:
        """Delete what was not asked for."""
        for path in self.folder.iterdir():
            if path not in self._kept:
                path.unlink()


def _contents(jobs: list[Job]) -> Iterable[bytes]:
    if len(jobs) < _FEW:
        yield from map(_content, jobs)
        return
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_content, jobs, chunksize=max(1, min(16, len(jobs) // (4 * workers))))


def _content(job: Job) -> bytes:
    try:
        return job.function(*job.arguments)
    except Exception as error:
        raise CouldNotMake(f"{job.path.as_posix()}: {error}") from error
