"""IRI minting: plain strings, computed from the mention alone, never from a counter or a clock.

The scheme is that of ``docs/decisions/0003-iris.md``. ``base`` is one setting and ends in ``/``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

DEFAULT_BASE = "https://example.org/kg/"
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """A readable key: NFKD, ASCII letters and digits in lower case, other runs one ``-``.

    Apostrophes are dropped, so ``O’Byrne`` gives ``obyrne``. Text with no ASCII letter or digit
    gives the hexadecimal code points, so that a key is never empty.
    """
    folded = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    ascii_only = "".join(c for c in folded if not unicodedata.combining(c)).lower()
    made = _NOT_SLUG.sub("-", ascii_only).strip("-")
    return made or "-".join(f"{ord(c):x}" for c in text) or "unnamed"


@dataclass(frozen=True, slots=True)
class Minter:
    """Makes every IRI of the graph under one base."""

    base: str = DEFAULT_BASE

    def id(self, kind: str, *parts: str) -> str:
        """``{base}id/{kind}/{parts joined by /}``; parts are keys already made by ``slug``."""
        return f"{self.base}id/{kind}/{'/'.join(parts)}"

    def article(self, article: str) -> str:
        """The article with this 16-digit key; also the name of its graph."""
        return self.id("article", article)

    def evidence(self, article: str, start: int, end: int) -> str:
        """The passage of an article from code point ``start`` to ``end``."""
        return self.id("evidence", article, f"{start}-{end}")

    def claim(self, article: str, start: int, end: int) -> str:
        """The claim that a passage makes."""
        return self.id("claim", article, f"{start}-{end}")

    def person(self, key: str) -> str:
        """A person by key, ``mike-lerry--sedgemoor``."""
        return self.id("person", key)

    def organisation(self, key: str) -> str:
        """A party, newspaper, union or local party by key."""
        return self.id("org", key)

    def council(self, key: str) -> str:
        """A council by the frozen slug of the gazetteer."""
        return self.id("council", key)

    def contest(self, key: str) -> str:
        """A contest by key, ``labour-leadership-2015``."""
        return self.id("contest", key)

    def candidacy(self, contest: str, person: str) -> str:
        """A person's candidacy in a contest."""
        return self.id("candidacy", contest, person)

    def endorsement(self, contest: str, endorser: str, candidate: str) -> str:
        """One endorser's stance on one candidate of a contest."""
        return self.id("endorsement", contest, endorser, candidate)

    def membership(self, person: str, body: str, role: str) -> str:
        """A person's office in a body."""
        return self.id("membership", person, body, role)

    def role(self, role: str) -> str:
        """A role by key, ``labour-group-leader``."""
        return self.id("role", role)
