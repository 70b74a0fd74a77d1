"""P: published addresses never die: each page stands in the ledger, and each row of the ledger leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scripts.addresses import LEDGER, Row, address, completed, in_kit, ledger
from scripts.made_pages import all_pages
from scripts.problems import Problem, nearest
from scripts.project import Project

_CODE = re.compile(r"[a-z0-9]{2,12}")


def check(project: Project) -> Iterator[Problem]:
    """Yield P1 (page without row or code), P2 (row without page), P3 (moved to nothing), P4 (address or code twice, or malformed)."""
    rows = ledger(project)
    by_address = {row.address: row for row in rows}
    standing = {address(page.src): page for page in all_pages(project)}
    wanted = {line.split(",")[0]: line for line in completed(project).splitlines()[1:]}
    for where, page in standing.items():
        row = by_address.get(where)
        if row is None or (in_kit(page) and not row.code):
            path = page.path if page.src in project.page_by_src else page.meta["source_file"]
            yield Problem(path, 1, "P1", f"every page must stand in {LEDGER.as_posix()}{' with a short code' if row else ''}: '{where}' does not.", fix=f"add the line '{wanted.get(where, where)}' there, or run: python -m scripts fix", why="addresses")
    for row in rows:
        yield from _row(row, rows, standing)


def _row(row: Row, rows: tuple[Row, ...], standing: dict[str, object]) -> Iterator[Problem]:
    path = LEDGER.as_posix()
    if row.moved_to:
        if row.address in standing:
            yield Problem(path, row.line, "P3", f"'{row.address}' has a page, so it has not moved to '{row.moved_to}'.", fix="empty moved_to, or delete the page", why="addresses")
        elif row.moved_to not in standing:
            yield Problem(path, row.line, "P3", f"'{row.address}' must have moved to a page that stands, not to '{row.moved_to}'.", nearest(row.moved_to, standing), "name the address of a page, without the site's own part", "addresses")
    elif row.address not in standing:
        yield Problem(path, row.line, "P2", f"a published address must lead somewhere: '{row.address}' has no page any more.", nearest(row.address, standing), "put the page back, or write in moved_to where it has moved", "addresses")
    for field, value in (("address", row.address), ("code", row.code)):
        first = next(other for other in rows if getattr(other, field) == value)
        if value and first.line != row.line:
            yield Problem(path, row.line, "P4", f"the {field} '{value}' stands already on line {first.line}.", fix="each stands once; delete the row that was added later", why="addresses")
    if row.code and not _CODE.fullmatch(row.code):
        yield Problem(path, row.line, "P4", f"a code has 2 to 12 small letters and digits, not '{row.code}'.", fix="empty it and run: python -m scripts fix", why="addresses")


def fix(project: Project, paths: Sequence[str]) -> Iterator[str]:
    """Add the missing rows and codes; take nothing out."""
    path, text = project.root / LEDGER, completed(project)
    if paths and LEDGER.as_posix() not in paths or path.is_file() and path.read_text("utf-8") == text:
        return
    path.write_text(text, "utf-8")
    yield LEDGER.as_posix()
