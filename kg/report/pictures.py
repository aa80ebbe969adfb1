"""The one file that knows vl-convert: specifications as SVG and PNG, without a browser.

It brings the program that draws and the letters, so that a picture has the same bytes wherever it
is made. Nothing is fetched: a specification carries its data, and no address is allowed.
"""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import escape

import vl_convert

Spec = dict[str, Any]
_VERSION = "6.4"
_SCALE = 2.0


def svg(spec: Spec, title: str = "", description: str = "") -> str:
    """The picture as SVG, with what it shows in words for those who cannot see it."""
    drawn: str = vl_convert.vegalite_to_svg(spec, vl_version=_VERSION, allowed_base_urls=[])
    if not title:
        return drawn
    said = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    return re.sub(
        r"<svg ([^>]*)>", lambda found: f'<svg role="img" {found[1]}>{said}', drawn, count=1
    )


def png(spec: Spec) -> bytes:
    """The picture as PNG, two pixels to each of the specification."""
    drawn: bytes = vl_convert.vegalite_to_png(
        spec, vl_version=_VERSION, scale=_SCALE, allowed_base_urls=[]
    )
    return drawn
