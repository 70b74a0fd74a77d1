"""SVG of the pictures: colours of the site, title and description, and one form for page and download.

A drawing is made in the light colours. In a page each becomes its ``--ias-…`` variable, so that the
picture follows the reader's scheme; a downloaded file keeps the colours, which every program understands.
"""

from __future__ import annotations

import functools
import re
import xml.etree.ElementTree as etree
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.project import ROOT

WIDTH = 400  # units; a phone shows the picture at about 0.8 of this, so no text is below 13
NAMESPACE = "http://www.w3.org/2000/svg"
FONTS = "system-ui, 'DejaVu Sans', Verdana, sans-serif"

_DIGITS = re.compile(r"(?<![\w#.-])-?\d+\.\d{2,}")
_environment = Environment(
    loader=FileSystemLoader(ROOT / "overrides" / "pictures"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


@functools.lru_cache(maxsize=1)
def colours() -> dict[str, str]:
    """Light colours by name without ``--ias-``, from site.css, where alone they are defined."""
    css = (ROOT / "docs" / "assets" / "stylesheets" / "site.css").read_text("utf-8")
    block = re.search(r'\[data-md-color-scheme="default"\] \{(.*?)\}', css, re.DOTALL)
    if block is None:
        raise ValueError("docs/assets/stylesheets/site.css must define the --ias-… colours of the light scheme")
    return dict(re.findall(r"--ias-([\w-]+):\s*(#[0-9a-f]{6})", block[1]))


def template(name: str, **context: Any) -> str:
    """Render ``overrides/pictures/<name>.svg``; colours stand in it as ``{{ c['text'] }}``."""
    return _environment.get_template(f"{name}.svg").render(c=colours(), **context)


def finish(drawing: str, id_: str, title: str, description: str) -> str:
    """Make a drawing whole: only what is needed of it, with title, description and own ids.

    ``drawing`` is an SVG document with a viewBox. Raises ParseError when it is not well-formed.
    """
    root = etree.fromstring(drawing)
    for element in root.iter():
        element.tag = element.tag.rsplit("}", 1)[-1]
        for name in [name for name in element.attrib if name.startswith("{")]:
            element.set(name.rsplit("}", 1)[-1], element.attrib.pop(name))
        _plain_text(element)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == "metadata" or (child.tag == "defs" and all(part.tag == "style" for part in child)):
                parent.remove(child)
    _own_ids(root, f"picture-{id_}")
    whole = etree.Element(
        "svg",
        {
            "viewBox": root.get("viewBox", ""), "fill": root.get("fill", colours()["text"]), "font-size": root.get("font-size", "13"), "font-family": FONTS,
            "aria-labelledby": f"picture-{id_}-title", "aria-describedby": f"picture-{id_}-words",
        },
    )  # fmt: skip
    if root.find(".//a") is None:
        whole.set("role", "img")  # with links inside it must stay a document, or they cannot be reached
    etree.SubElement(whole, "title", {"id": f"picture-{id_}-title"}).text = title
    etree.SubElement(whole, "desc", {"id": f"picture-{id_}-words"}).text = " ".join(description.split())
    whole.extend(root)
    return _short(etree.tostring(whole, encoding="unicode"))


def for_page(drawing: str) -> str:
    """Colours as the variables of the site."""
    names = {value: name for name, value in colours().items()}
    return re.sub(r"#[0-9a-f]{6}\b", lambda match: f"var(--ias-{names[match[0]]})" if match[0] in names else match[0], drawing)


def for_download(drawing: str, site_url: str) -> str:
    """A file of its own: name space, size, ground, and links that lead to the site."""
    width, height = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawing).groups()  # type: ignore[union-attr]
    drawing = re.sub(r'href="/([^"#]*?)(?:index)?\.md(#[^"]*)?"', lambda match: f'href="{site_url}{match[1].rstrip("/")}/{match[2] or ""}"', drawing)
    drawing = drawing.replace("<svg ", f'<svg xmlns="{NAMESPACE}" width="{width}" height="{height}" ', 1)
    ground = f'<rect width="100%" height="100%" fill="{colours()["ground"]}"/>'
    return drawing.replace("</desc>", f"</desc>{ground}", 1) + "\n"


def _plain_text(element: etree.Element) -> None:
    """Matplotlib names its own font in each text; the picture's root names one for all."""
    style = element.get("style", "")
    if match := re.search(r"font: ((?:bold|700) )?([\d.]+)px [^;]+;?", style):
        weight = " font-weight: 700;" if match[1] else ""
        element.set("style", style.replace(match[0], f"font-size: {match[2]}px;{weight}"))


def _own_ids(root: etree.Element, prefix: str) -> None:
    """Keep only the ids that are used, each with the name of the picture before it."""
    used = set(re.findall(r"(?:url\(#|href=\")#?([\w-]+)", etree.tostring(root, encoding="unicode")))
    for element in root.iter():
        if (id_ := element.get("id")) is not None:
            element.attrib.pop("id")
            if id_ in used:
                element.set("id", f"{prefix}-{id_}")
        for name, value in element.attrib.items():
            value = re.sub(r"url\(#([\w-]+)\)", rf"url(#{prefix}-\1)", value)
            if name == "href" and value.startswith("#"):
                value = f"#{prefix}-{value[1:]}"
            element.set(name, value)


def _short(svg: str) -> str:
    """Drop what a browser does not need: white space, and digits no screen shows."""
    svg = re.sub(r">\s+<", "><", svg)
    svg = re.sub(r"<[^>]+>", lambda tag: _DIGITS.sub(lambda match: f"{float(match[0]):.1f}".removesuffix(".0"), tag[0]), svg)
    return re.sub(r"\s*\n\s*", " ", svg).strip()
