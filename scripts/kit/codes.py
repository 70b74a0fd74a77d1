"""Codes to scan (QR, ISO/IEC 18004) that lead to a page's short address."""

from __future__ import annotations

import io
from xml.sax.saxutils import escape

import segno

from scripts.painting import paint

ERROR_LEVEL = "m"  # a code stays readable with about 15 % of it lost
QUIET_ZONE = 4  # modules of white around it, as the standard asks
_PIXELS_PER_MODULE = 16
_CAPTION = 3.25  # modules of height for the address in letters: whole pixels, or the code would be squeezed
_FONTS = "DejaVu Sans, Verdana, sans-serif"
_LETTER = 0.56  # width of a letter of DejaVu Sans Bold beside its height, about


def _code(url: str) -> segno.QRCode:
    return segno.make(url, error=ERROR_LEVEL, micro=False)


def code_svg(url: str) -> str:
    """The code alone, as SVG that fills the room it is given."""
    file = io.BytesIO()
    _code(url).save(file, kind="svg", border=QUIET_ZONE, xmldecl=False, omitsize=True, light="#fff")
    return file.getvalue().decode()


def captioned_svg(url: str, letters: str, title: str) -> bytes:
    """The code with its address in letters below, as SVG with a title for those who cannot see it."""
    width, _ = _code(url).symbol_size(border=QUIET_ZONE)
    size = min(_CAPTION * 0.6, width / (len(letters) * _LETTER * 1.35))
    drawing = code_svg(url).replace("<svg ", f'<svg width="{width}" height="{width}" ', 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {width + _CAPTION}" role="img">'
        f"<title>{escape(title)}</title><path fill=\"#fff\" d=\"M0 0h{width}v{width + _CAPTION}H0z\"/>{drawing}"
        f'<text x="{width / 2}" y="{width + _CAPTION / 2:.2f}" text-anchor="middle" font-family="{_FONTS}" '
        f'font-weight="bold" font-size="{size:.2f}" fill="#000">{escape(letters)}</text></svg>\n'
    ).encode()


def captioned_png(url: str, letters: str) -> bytes:
    """The same as PNG, each module 16 pixels wide."""
    return paint(captioned_svg(url, letters, letters).decode(), 72 / 0.75 * _PIXELS_PER_MODULE, _FONTS)
