"""The one file that knows Jinja: fills the page's template, every value escaped."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_FOLDER = Path(__file__).with_name("pages")


def fill(values: Mapping[str, object]) -> str:
    """The page with ``values`` in it.

    Values are escaped, whatever they are; only the style sheet, which is a file of kg, is not. The
    page may run no script and load nothing but the pictures inside it, and says so itself: the
    policy names the style sheet by its hash.
    """
    style = (_FOLDER / "page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template("page.html")
    return page.render(**values, style=style, style_hash=digest) + "\n"
