"""YAML read with the line of every key, so that a message can name the line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

Path = tuple[str | int, ...]


class _Loader(yaml.SafeLoader):
    """SafeLoader that leaves dates, and words such as "on" and "no", as the text the author wrote."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag not in {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"}]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
# YAML 1.2: only these two are booleans, so that the key "on" and the country code "no" stay words.
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


class UnreadableYaml(ValueError):
    """YAML that cannot be read; ``line`` starts at 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass
class Document:
    """A YAML value and the line of each of its parts."""

    value: Any
    lines: dict[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int:
        """Line of ``path``, or of its nearest ancestor that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(text: str, first_line: int = 1) -> Document:
    """Read one YAML mapping.

    ``first_line`` is the line of the file on which ``text`` starts.
    Raises UnreadableYaml for bad syntax, a key given twice, or a top level that is no mapping.
    """
    try:
        loader = _Loader(text)
    except yaml.reader.ReaderError as error:
        raise UnreadableYaml(
            f"the text must hold no control characters: there is a U+{error.character:04X}", first_line + text[: error.position].count("\n")
        ) from error
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            raise UnreadableYaml("the file must be a list of 'key: value' lines", first_line)
        document = Document(None)
        _note_lines(node, (), document.lines, first_line)
        document.value = loader.construct_document(node)
        return document
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        raise UnreadableYaml(f"the YAML must be readable: {error.problem}", first_line + line) from error
    finally:
        loader.dispose()


def _note_lines(node: yaml.Node, path: Path, lines: dict[Path, int], first_line: int) -> None:
    lines.setdefault(path, node.start_mark.line + first_line)
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise UnreadableYaml("a key must be a word", key_node.start_mark.line + first_line)
            below = (*path, key_node.value)
            if below in lines:
                raise UnreadableYaml(
                    f"each key may stand once: '{key_node.value}' stands twice",
                    key_node.start_mark.line + first_line,
                )
            lines[below] = key_node.start_mark.line + first_line
            _note_lines(value_node, below, lines, first_line)
    elif isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            below = (*path, index)
            lines[below] = child.start_mark.line + first_line
            _note_lines(child, below, lines, first_line)
