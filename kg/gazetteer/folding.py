"""One spelling for all the ways in which print spells one place."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = "'’‘‛ʼʹ`´′"
# Every other ASCII sign parts words: hyphens, full stops, commas, brackets, slashes.
_SIGNS = {ord(c): " " for c in '!"#$%()*,-./:;<=>?@[\\]^_{|}~'}
_TABLE = str.maketrans(
    {**_SIGNS, **dict.fromkeys(map(ord, _APOSTROPHES)), ord("&"): " and ", ord("+"): " and "}
)
_NOT_WORD = re.compile(r"[^\w\s]")


def fold_place(text: str) -> str:
    """``text`` as place names are compared: lower case words with one space between.

    Accents and apostrophes go, ``&`` and ``+`` become ``and``, every dash (those of Unicode too)
    and other sign becomes a space, so ``St. Helens`` gives ``st helens`` and ``Stoke‐on‐Trent``
    gives ``stoke on trent``. Text without a letter or digit gives "". Folding twice changes
    nothing.
    """
    if text.isascii():
        return " ".join(text.translate(_TABLE).lower().split())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(_NOT_WORD.sub(" ", letters.translate(_TABLE)).split())
