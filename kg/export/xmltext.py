"""Text for XML 1.0: escaped, or refused where XML has no way to write it."""

from __future__ import annotations

import re
from html import escape

from kg.errors import UsageError

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TODO = "export another format, such as turtle"


def xml_text(text: str, form: str) -> str:
    """``text`` escaped for XML; carriage returns by number, as raw ones are read as line feeds.

    Raises ``UsageError`` for a character that XML lacks; ``form`` names the format for that.
    """
    if found := _NOT_XML.search(text):
        raise UsageError(
            f"{form} cannot write the character U+{ord(found[0]):04X}",
            where=ascii(text[:60]),
            todo=TODO,
        )
    return escape(text).replace("\r", "&#13;")
