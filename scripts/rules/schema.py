"""S: every data file and front matter keeps to its schema; nothing known only from memory enters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jsonschema.exceptions import ValidationError

from scripts.problems import Problem, nearest
from scripts.project import Item, Project

# What to do about YAML that cannot be read, by a piece of its message.
_UNREADABLE = {
    "mapping values": "put quotation marks around text that holds ': '",
    "front matter": "copy the top of another page",
    "stands twice": "delete one of the two lines",
}


def check(project: Project) -> Iterator[Problem]:
    """Yield S0 (unreadable), S1 (unknown key), S2 (missing key), S3 (word not allowed), S4 (wrong form), S5 (memory-only)."""
    for item in [*project.items, *(page.front for page in project.pages)]:
        if item.error:
            fix = next((fix for said, fix in _UNREADABLE.items() if said in str(item.error)), "mend that line")
            yield Problem(item.path, item.error.line, "S0", f"{item.error}.", fix=fix, why="yaml")
            continue
        for error in project.schema_errors.get(item.path, []):
            yield from _problems(item, error)


def _problems(item: Item, error: ValidationError) -> Iterator[Problem]:
    path = tuple(error.absolute_path)
    line = item.line(*path)
    where = ".".join(str(part) for part in path)
    owner = f"'{where}'" if where else f"a {item.kind}"
    why = f"fields-of-a-{item.kind}"
    schema: dict[str, Any] = error.schema  # type: ignore[assignment]
    if error.validator == "additionalProperties":
        for key in sorted({str(key) for key in error.instance} - set(schema["properties"])):
            yield Problem(
                item.path, item.line(*path, key), "S1", f"'{key}' is not a field of {owner}.",
                nearest(key, schema["properties"]), "rename or delete the line", why,
            )  # fmt: skip
    elif error.validator == "required":
        key = error.message.split("'")[1]
        yield Problem(item.path, line, "S2", f"{owner} needs '{key}'.", fix=f"add '{key}: …'", why=why)
    elif error.validator == "if" or error.validator in {"allOf", "then"}:
        yield from (problem for inner in error.context or [] for problem in _problems(item, inner))
    elif error.validator == "oneOf" and error.instance == "memory-only":
        yield Problem(
            item.path, line, "S5", "a source must have been seen: nothing known only from memory is published.",
            fix="read the source and say what was read, or leave it out", why="references",
        )  # fmt: skip
    elif error.instance in (None, ""):
        yield Problem(item.path, line, "S4", f"'{where}' must not be empty. {schema.get('description', '')}".strip(), fix="fill it in, or delete the line if it is not needed", why=why)
    elif error.validator == "oneOf":
        words = [choice["const"] for choice in schema["oneOf"]]
        yield Problem(
            item.path, line, "S3", f"'{where}' must be one of {', '.join(words)}, not '{error.instance}'.",
            nearest(str(error.instance), words), "use one of the words", why,
        )  # fmt: skip
    elif error.validator == "anyOf":
        yield Problem(item.path, line, "S2", "a reference needs 'title' (when it was seen) or 'description'.", fix="add one", why=why)
    else:
        rule = schema.get("description", "Small letters, digits and hyphens." if error.validator == "pattern" else "")
        yield Problem(item.path, line, "S4", f"'{where}' has the wrong form: {_form(error)}. {rule}".strip(), fix="mend the value as the message says", why=why)


_TYPES = {
    "string": "text (put a bare number or date in quotation marks)",
    "integer": "a whole number, without quotation marks",
    "array": "a list, each entry on a line of its own that starts with '- '",
    "object": "indented 'key: value' lines",
    "boolean": "true or false",
}


def _length(error: ValidationError) -> int:
    return len(error.instance) if isinstance(error.instance, (str, list)) else 0


def _form(error: ValidationError) -> str:
    """Say in words what a JSON Schema keyword asks."""
    limit = error.validator_value
    return {
        "pattern": f"it is '{error.instance}'",
        "maxLength": f"it has {_length(error)} characters, at most {limit} are allowed",
        "minLength": f"it has {_length(error)} characters, at least {limit} are needed",
        "minItems": f"at least {limit} entry is needed",
        "maxItems": f"it has {_length(error)} entries, at most {limit} are allowed",
        "uniqueItems": "each entry may stand once",
        "type": f"it must be {_TYPES.get(str(limit), limit)}",
    }.get(str(error.validator), error.message)
