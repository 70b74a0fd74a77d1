"""What authors may write in a page beside Markdown: our blocks and the citation ``[@key]``.

One Python-Markdown extension, so that MkDocs and Zensical render the same. Its facts are
the JSON file the build has staged; a check hands them over directly.
"""

from __future__ import annotations

import functools
import json
import os
from pathlib import Path
from typing import Any

from markdown import Markdown
from pymdownx.blocks import BlocksExtension

from scripts.blocks.citations import CITATION, CitationPattern, CitationTreeprocessor
from scripts.blocks.glossary import GlossaryTreeprocessor
from scripts.blocks.library import BLOCKS
from scripts.blocks.tables import TableTreeprocessor


@functools.lru_cache(maxsize=1)
def _load(path: str, modified: int) -> dict[str, Any]:
    """Read the facts once; ``modified`` makes a newer file be read again."""
    return json.loads(Path(path).read_text("utf-8"))


class AshiatsuBlocks(BlocksExtension):
    """Registers the blocks and the citation.

    The facts are what scripts.dataset.build returns: handed over as ``data``, or read from the
    JSON file ``data_file``, which the staged configuration names.
    With ``strict`` an unknown name in a page raises ValueError; without, the block is left empty
    (the checks report unknown names themselves).
    """

    def __init__(self, data: dict[str, Any] | None = None, data_file: str = "", strict: bool = True, **kwargs: Any) -> None:
        self._data = data
        self._data_file = data_file
        self._strict = strict
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        data = self._data if self._data is not None else _load(self._data_file, os.stat(self._data_file).st_mtime_ns)
        self._config = {"data": data, "strict": self._strict}
        # 175: before links (160), after escapes (180) and code (190).
        md.inlinePatterns.register(CitationPattern(CITATION, md), "ias-citation", 175)
        # 15: after inline patterns (20), before the contents are gathered (5) and links resolved (0).
        md.treeprocessors.register(CitationTreeprocessor(md, data, self._strict), "ias-citation", 15)
        # 14: after the citations, whose list of sources it leaves alone.
        md.treeprocessors.register(GlossaryTreeprocessor(md, data), "ias-glossary", 14)
        # 14: after inline patterns, so that headings of columns are plain text.
        md.treeprocessors.register(TableTreeprocessor(md), "ias-table", 14)
        super().extendMarkdown(md)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        for block in BLOCKS:
            block_mgr.register(block, self._config)


def makeExtension(**kwargs: Any) -> AshiatsuBlocks:
    """Entry point Python-Markdown looks for."""
    return AshiatsuBlocks(**kwargs)
