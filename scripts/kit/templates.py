"""Small pages of the kit that stand without the theme: templates in overrides/kit/."""

from __future__ import annotations

import functools
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.project import ROOT


@functools.cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(ROOT / "overrides" / "kit"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def render(template: str, data: dict[str, Any]) -> bytes:
    """A page as UTF-8 from ``overrides/kit/<template>.html``."""
    return _environment().get_template(f"{template}.html").render(**data).encode()
