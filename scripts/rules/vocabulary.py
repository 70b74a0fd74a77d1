"""V: the words of the search lead somewhere, stand once, and name a sign of a care card; Q: so do the benchmark's queries."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import queries
from scripts.positioned_yaml import UnreadableYaml
from scripts.problems import Problem, nearest
from scripts.project import Item, Project
from scripts.words import folded, names_of

_WHY = "vocabulary"


def check(project: Project) -> Iterator[Problem]:
    """Yield V1 (no such page), V2 (no such condition), V3 (no such card or sign), V4 (a word typed twice), Q1 (a query that leads nowhere)."""
    vocabulary = project.of("vocabulary")
    conditions = project.of("conditions")
    first: dict[str, str] = {}
    for item in vocabulary.values():
        for index, src in enumerate(item.value.get("pages") or []):
            if src not in project.page_by_src:
                yield Problem(item.path, item.line("pages", index), "V1", f"no page 'docs/{src}'.", nearest(str(src), project.page_by_src), "name a page under docs/", _WHY)
        for index, id_ in enumerate(item.value.get("conditions") or []):
            if id_ not in conditions:
                yield Problem(item.path, item.line("conditions", index), "V2", f"no condition '{id_}'.", nearest(str(id_), conditions), "name a file of data/conditions/", _WHY)
        yield from _sign(project, item)
        yield from _twice(item, first, {folded(name) for id_ in item.value.get("conditions") or [] if id_ in conditions for name in names_of(conditions[id_].value)})
    yield from _queries(project)


def _sign(project: Project, item: Item) -> Iterator[Problem]:
    warning = item.value.get("warning") or {}
    if not {"set", "card", "sign"} <= warning.keys():
        return
    sets = project.of("warning-signs")
    if warning["set"] not in sets:
        yield Problem(item.path, item.line("warning", "set"), "V3", f"no set of care cards '{warning['set']}'.", nearest(str(warning["set"]), sets), "name a file of data/warning-signs/", _WHY)
        return
    cards = [card for card in sets[warning["set"]].value.get("cards", []) if card["urgency"] == warning["card"]]
    signs = [sign["sign"] for card in cards for sign in card["signs"]]
    found = [sign for sign in signs if warning["sign"] in sign]
    if len(found) != 1:
        yield Problem(item.path, item.line("warning", "sign"), "V3", f"'{warning['sign']}' must stand in exactly one sign of the card '{warning['card']}' of data/warning-signs/{warning['set']}.yml; it stands in {len(found)}.", nearest(warning["sign"], signs), "copy a few words of the sign", _WHY)


def _twice(item: Item, first: dict[str, str], in_conditions: set[str]) -> Iterator[Problem]:
    """Words of one file that stand already in another, or in a condition the file names."""
    here: set[str] = set()
    for field in ("plain", "medical", "also", "misspellings", "spanish"):
        value = item.value.get(field) or []
        for index, word in enumerate(value if isinstance(value, list) else [value]):
            key = folded(str(word))
            line = item.line(field, index) if isinstance(value, list) else item.line(field)
            if field not in {"plain", "medical"}:
                where = "this file" if key in here else "its condition" if key in in_conditions else first.get(key)
                if where:
                    yield Problem(item.path, line, "V4", f"'{word}' stands already in {where}.", fix="delete it here, or there", why=_WHY)
                first.setdefault(key, item.path)
            here.add(key)


def _queries(project: Project) -> Iterator[Problem]:
    path = project.root / queries.FILE
    if not path.exists():
        return
    try:
        document = queries.document(path)
    except UnreadableYaml as error:
        yield Problem(queries.FILE, error.line, "S0", f"{error}.", fix="mend the YAML; quote text that holds ': '", why="yaml")
        return
    seen: set[str] = set()
    for index, entry in enumerate(document.value.get("queries") or []):
        line = document.line(("queries", index))
        if entry.get("kind") not in queries.KINDS:
            yield Problem(queries.FILE, line, "Q1", f"'kind' must be one of {', '.join(queries.KINDS)}, not '{entry.get('kind')}'.", nearest(str(entry.get("kind")), queries.KINDS), "use one of the words", _WHY)
        if entry.get("query") in seen:
            yield Problem(queries.FILE, line, "Q1", f"a query may stand once: '{entry['query']}'.", fix="delete one of the two", why=_WHY)
        seen.add(entry.get("query"))
        for src in entry.get("pages") or [""]:
            if src not in project.page_by_src:
                yield Problem(queries.FILE, line, "Q1", f"no page 'docs/{src}' that answers '{entry.get('query')}'.", nearest(src, project.page_by_src), "name a page under docs/", _WHY)
