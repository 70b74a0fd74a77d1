"""S: every data file and front matter keeps to its schema; nothing known only from memory enters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from scripts.problems import Problem, nearest
from scripts.project import Item, Project


def check(project: Project) -> Iterator[Problem]:
    """Yield S0 (unreadable), S1 (unknown key), S2 (missing key), S3 (word not allowed), S4 (wrong form), S5 (memory-only)."""
    validators = {name: Draft202012Validator(schema) for name, schema in project.schemas.items()}
    for item in [*project.items, *(page.front for page in project.pages)]:
        if item.error:
            yield Problem(item.path, item.error.line, "S0", f"{item.error}.", fix="mend the YAML; quote text that holds ': '", why="yaml")
            continue
        for error in validators[item.kind].iter_errors(item.value):
            yield from _problems(item, error)


def _problems(item: Item, error: ValidationError) -> Iterator[Problem]:
    path = tuple(error.absolute_path)
    line = item.line(*path)
    where = ".".join(str(part) for part in path)
    why = f"fields-of-a-{item.kind}"
    schema: dict[str, Any] = error.schema  # type: ignore[assignment]
    if error.validator == "additionalProperties":
        for key in sorted(set(error.instance) - set(schema["properties"])):
            yield Problem(
                item.path, item.line(*path, key), "S1", f"'{key}' is not a field of a {item.kind}.",
                nearest(key, schema["properties"]), "rename or delete the line", why,
            )  # fmt: skip
    elif error.validator == "required":
        key = error.message.split("'")[1]
        yield Problem(item.path, line, "S2", f"a {item.kind} needs '{key}'.", fix=f"add '{key}: …'", why=why)
    elif error.validator == "if" or error.validator in {"allOf", "then"}:
        yield from (problem for inner in error.context or [] for problem in _problems(item, inner))
    elif error.validator == "oneOf" and error.instance == "memory-only":
        yield Problem(
            item.path, line, "S5", "a source must have been seen: nothing known only from memory is published.",
            fix="read the source and say what was read, or leave it out", why="references",
        )  # fmt: skip
    elif error.validator == "oneOf":
        words = [choice["const"] for choice in schema["oneOf"]]
        yield Problem(
            item.path, line, "S3", f"'{where}' must be one of {', '.join(words)}, not '{error.instance}'.",
            nearest(str(error.instance), words), "use one of the words", why,
        )  # fmt: skip
    elif error.validator == "anyOf":
        yield Problem(item.path, line, "S2", "a reference needs 'title' (when it was seen) or 'description'.", fix="add one", why=why)
    else:
        rule = schema.get("description", error.message)
        yield Problem(item.path, line, "S4", f"'{where}' has the wrong form ({_form(error)}). {rule}", fix="mend the value", why=why)


def _form(error: ValidationError) -> str:
    """Say in words what a JSON Schema keyword asks."""
    limit = error.validator_value
    return {
        "pattern": f"it must match {limit}",
        "maxLength": f"at most {limit} characters",
        "minLength": f"at least {limit} characters",
        "minItems": f"at least {limit} entry",
        "maxItems": f"at most {limit} entries",
        "uniqueItems": "each entry once",
        "type": f"it must be a {limit}",
    }.get(str(error.validator), error.message)
