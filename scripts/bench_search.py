"""Runs the queries of data/search-queries.yml through Material's stock worker, Pagefind and our worker.

All three work on the same built site in a real Chromium. The pages of single claims are left out of
every list, because they answer no query of the file and would only push the others' answers down.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from scripts import queries
from scripts.addresses import address
from scripts.browser import find
from scripts.made_pages import FOLDERS
from scripts.project import Project
from scripts.queries import Query

ENGINES = ("stock", "pagefind", "ours")
SLOWER = 4  # times, of the processor, while times are taken
COLD_RUNS = 5
_COMPRESSED = {".pf_index", ".pf_meta", ".pf_fragment", ".pagefind"}  # Pagefind's files are gzip already

# What every engine must offer: start() makes it ready, ask(query) gives addresses of pages, the best first.
_START = {
    "stock": """async ({ worker, index }) => {
        const { config, docs } = await (await fetch(index)).json();
        return { worker, setup: { config, docs, options: { suggest: false } } };
    }""",
    "ours": "async ({ worker, index }) => ({ worker, setup: { index } })",
}
_WORKER = """
    const start = %s;
    const { worker, setup } = await start(where);
    let resolve;
    const hear = ({ data }) => resolve(data);
    let post;
    if (onMainThread) {
        // The slower processor of the DevTools protocol is that of the page's own thread, so time is taken there.
        window.postMessage = (data) => hear({ data });
        if (module) await import(worker);
        else await new Promise((done) => document.head.append(Object.assign(document.createElement('script'), { src: worker, onload: done })));
        post = (data) => window.dispatchEvent(new MessageEvent('message', { data }));
    } else {
        const real = new Worker(worker, { type: module ? 'module' : 'classic' });
        real.onmessage = hear;
        real.onerror = (event) => { throw new Error(event.message); };
        post = (data) => real.postMessage(data);
    }
    const tell = (message) => new Promise((done) => { resolve = done; post(message); });
    await tell({ type: 0, data: setup });
    window.raw = async (query) => (await tell({ type: 2, data: query })).data;
    window.ask = async (query) => (await window.raw(query)).items.map((group) => (group.find((item) => !item.location.includes('#')) ?? group[0]).location);
"""
_PAGEFIND = """
    const pagefind = await import(where.index);
    await pagefind.options({ bundlePath: where.bundle });
    await pagefind.init();
    window.ask = async (query, most = 1) => {
        const { results } = await pagefind.search(query);
        return (await Promise.all(results.slice(0, most).map((result) => result.data()))).map(({ url }) => url);
    };
"""


class NotReady(RuntimeError):
    """Something the bench needs is missing."""


@dataclass
class Run:
    """What one engine did: place of the first right page for each query (0 for none), card shown, sizes, times."""

    places: dict[str, int]
    cards: dict[str, str | None]
    bytes_first: int
    bytes_index: int
    cold: float  # milliseconds from nothing to the first result
    warm: float  # milliseconds, median of one query


def bench_search(project: Project) -> int:
    """Print the tables. Returns 2 when the site or Pagefind is missing."""
    try:
        root = _root(project)
    except NotReady as error:
        print(f"bench search: {error}", file=sys.stderr)
        return 2
    asked = queries.load(project.root)
    with _served(root) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(playwright), args=["--no-sandbox"])
        runs = {engine: _run(browser, base, project, engine, asked) for engine in ENGINES}
        browser.close()
    for half in ("held-out", "tune"):
        _print_half(half, [query for query in asked if query.half == half], runs)
    _print_costs(runs)
    _print_cards(asked, runs["ours"])
    _print_worst([query for query in asked if query.half == "held-out"], runs["ours"])
    return 0


# --- Running ---


def _root(project: Project) -> Path:
    """A folder to serve: the built site, Pagefind's index of it, and an empty page to work in."""
    site = project.root / "site"
    if not (site / "search" / "answers.json").exists():
        raise NotReady("there is no built site. Run: python -m scripts build")
    root = project.root / ".build" / "bench"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    for path in sorted(site.iterdir()):
        (root / path.name).symlink_to(path)
    (root / "empty.html").write_text("<!doctype html><title>Bench</title>", "utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(root / "pagefind"), "--root-selector", "article"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise NotReady(f"Pagefind did not run ({(result.stderr or result.stdout).strip().splitlines()[-1]}). Run: python -m pip install --require-hashes -r requirements/bench.txt")
    return root


class _Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def _served(root: Path) -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _run(browser: Browser, base: str, project: Project, engine: str, asked: list[Query]) -> Run:
    with _page(browser, base) as page:
        _start(page, base, project, engine, on_main_thread=False)
        found = {query.text: _ask(page, base, engine, query.text) for query in asked}
        cards = {query.text: _card(page, query.text) for query in asked} if engine == "ours" else {}
    places = {query.text: _place(query, found[query.text], cards.get(query.text)) for query in asked}
    first = asked[0].text
    fetched: list[str] = []
    cold = []
    for _ in range(COLD_RUNS):
        with _page(browser, base) as page:
            fetched.clear()
            page.on("request", lambda request: fetched.append(request.url))
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            before = page.evaluate("performance.now()")
            _start(page, base, project, engine, on_main_thread=True)
            page.evaluate("(query) => ask(query)", first)
            cold.append(page.evaluate("performance.now()") - before)
            needed = set(fetched)
            warm = page.evaluate(
                "async (all) => { const times = []; for (const query of all) { const start = performance.now(); await ask(query); times.push(performance.now() - start); } return times; }",
                [query.text for query in asked[::5]],
            )
    root = project.root / ".build" / "bench"
    sizes = [_compressed(root / url.removeprefix(base).split("?")[0]) for url in needed]
    return Run(places, cards, sum(sizes), _index_size(root, engine), statistics.median(cold), statistics.median(warm))


@contextmanager
def _page(browser: Browser, base: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(base + "empty.html")
    yield page
    context.close()


def _start(page: Page, base: str, project: Project, engine: str, on_main_thread: bool) -> None:
    if engine == "pagefind":
        where = {"index": base + "pagefind/pagefind.js", "bundle": base + "pagefind/"}
        page.evaluate(f"async (where) => {{ {_PAGEFIND} }}", where)
        return
    if engine == "stock":
        worker = next((project.root / "site" / "assets" / "javascripts" / "workers").glob("search.*.min.js"))
        where = {"worker": f"{base}assets/javascripts/workers/{worker.name}", "index": base + "search/search_index.json"}
    else:
        where = {"worker": base + "assets/javascripts/search/worker.mjs", "index": base + "search/answers.json"}
    script = f"async ([where, onMainThread, module]) => {{ {_WORKER % _START[engine]} }}"
    page.evaluate(script, [where, on_main_thread, engine == "ours"])


def _ask(page: Page, base: str, engine: str, query: str) -> list[str]:
    """Addresses of pages below the root, the best first, without pages of single claims and conditions."""
    found = page.evaluate("([query, most]) => ask(query, most)", [query, 30 if engine == "pagefind" else None])
    below = [url.removeprefix(base).lstrip("/").split("#")[0] for url in found]
    return [url for url in dict.fromkeys(below) if not any(url.startswith(f"{folder}/") and url != f"{folder}/" for folder in FOLDERS)]


def _card(page: Page, query: str) -> str | None:
    """Urgency of the care card that stands first, if one does."""
    return page.evaluate(r"async (query) => /ias-hit__card--([\w-]+)/.exec((await raw(query)).items[0]?.[0].text ?? '')?.[1] ?? null", query)


def _place(query: Query, found: list[str], card: str | None) -> int:
    """Place of the first right page; for an emergency asked of our worker, 1 only when its card comes first."""
    right = {address(src) for src in query.pages}
    place = next((number for number, url in enumerate(found, 1) if url in right), 0)
    return 2 if query.card and card and card != query.card and place == 1 else place


def _compressed(path: Path) -> int:
    content = path.read_bytes()
    return len(content) if path.suffix in _COMPRESSED else len(gzip.compress(content, 9))


def _index_size(root: Path, engine: str) -> int:
    """Compressed bytes of the whole index on the server, without the engine."""
    if engine == "pagefind":
        return sum(_compressed(path) for path in (root / "pagefind").rglob("*") if path.suffix in _COMPRESSED and "wasm" not in path.name)
    return _compressed(root / "search" / ("search_index.json" if engine == "stock" else "answers.json"))


# --- Printing ---


def _print_half(half: str, asked: list[Query], runs: dict[str, Run]) -> None:
    print(f"\n### {half} ({len(asked)} queries)\n")
    print("| kind | n | " + " | ".join(f"{engine}: s@1 | s@3 | MRR" for engine in ENGINES) + " |")
    print("| --- | --- | " + " | ".join("--- | --- | ---" for _ in ENGINES) + " |")
    for kind in [*queries.KINDS, "all"]:
        chosen = [query for query in asked if kind in (query.kind, "all")]
        cells = []
        for engine in ENGINES:
            places = [runs[engine].places[query.text] for query in chosen]
            cells += [_mean(places, lambda place: place == 1), _mean(places, lambda place: 0 < place <= 3), _mean(places, lambda place: 1 / place if place else 0)]
        print(f"| {kind} | {len(chosen)} | " + " | ".join(cells) + " |")


def _mean(places: list[int], worth: Callable[[int], float]) -> str:
    return f"{sum(worth(place) for place in places) / len(places):.2f}" if places else "-"


def _print_costs(runs: dict[str, Run]) -> None:
    print(f"\n### Cost (gzip; times on a {SLOWER}-times slower processor, {os.cpu_count()} cores here)\n")
    print("| | " + " | ".join(ENGINES) + " |\n| --- | " + " | ".join("---" for _ in ENGINES) + " |")
    rows: list[tuple[str, Callable[[Run], Any]]] = [
        ("fetched up to the first result, KB", lambda run: f"{run.bytes_first / 1024:.0f}"),
        ("whole index, KB", lambda run: f"{run.bytes_index / 1024:.0f}"),
        ("first result from nothing, ms", lambda run: f"{run.cold:.0f}"),
        ("each further query, median ms", lambda run: f"{run.warm:.1f}"),
    ]
    for name, value in rows:
        print(f"| {name} | " + " | ".join(value(runs[engine]) for engine in ENGINES) + " |")


def _print_cards(asked: list[Query], ours: Run) -> None:
    emergencies = [query for query in asked if query.card]
    first = [query for query in emergencies if ours.cards[query.text] == query.card]
    print(f"\nCare card first: {len(first)} of {len(emergencies)} emergency queries.")
    others = [query.text for query in asked if not query.card and ours.cards[query.text]]
    print(f"Care card for other queries: {len(others)} of {len(asked) - len(emergencies)}: {json.dumps(others, ensure_ascii=False)}")


def _print_worst(asked: list[Query], ours: Run) -> None:
    print("\nTen worst held-out queries of ours (place of the first right page, 0 for none):")
    worst = sorted(asked, key=lambda query: -(ours.places[query.text] or 99))[:10]
    for query in worst:
        print(f"  {ours.places[query.text]:>2}  {query.kind:<10} {query.text}")
