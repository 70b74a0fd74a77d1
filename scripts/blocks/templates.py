"""Markup of the blocks: Jinja templates in overrides/blocks/, turned into elements."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.project import ROOT, cite

_environment = Environment(
    loader=FileSystemLoader(ROOT / "overrides" / "blocks"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def host(address: str) -> str:
    """Name the host of an address, which is all a reader needs to see of it."""
    return urlsplit(address).netloc.removeprefix("www.")


_environment.filters["cite"] = cite
_environment.filters["host"] = host


def render(template: str, **context: Any) -> etree.Element:
    """Render ``overrides/blocks/<template>.html``, which must hold one well-formed element.

    Text in the result is read as inline Markdown afterwards, so data may hold emphasis,
    links and citations. Raises ParseError, naming the template, when it is not well-formed.
    """
    markup = _environment.get_template(f"{template}.html").render(**context)
    try:
        return etree.fromstring(markup.strip())
    except etree.ParseError as error:
        raise etree.ParseError(f"overrides/blocks/{template}.html is not well-formed: {error}") from error
