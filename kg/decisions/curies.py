"""IRIs in short: ``kg:id/person/KEY`` for what ``curie_map`` binds ``kg`` to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.errors import InputError

_CURIE = re.compile(r"([A-Za-z_][\w.-]*):(?!//)(.*)", re.DOTALL)
_PREFIX = re.compile(r"[A-Za-z_][\w.-]*")
_WHOLE = re.compile(r"https?://", re.IGNORECASE)
# What RFC 3987 leaves out, and characters that cannot be seen.
_ILLEGAL = re.compile(r"[\s<>\"{}|\\^`\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f]")
_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"https?://[^/?#@\s:]+(?::\d+)?(?:[/?#]|$)")


def iri_fault(iri: str) -> str | None:
    """Why ``iri`` is not one that a decision may name, or None: absolute, http(s), legal."""
    if not _WHOLE.match(iri):
        return "is no absolute http or https IRI"
    if _ILLEGAL.search(iri):
        return "has a character that no IRI may have"
    if _ESCAPE.search(iri):
        return "has a '%' without two hexadecimal digits behind it"
    if not _HOST.match(iri):
        return "has no host"
    return None


@dataclass(frozen=True, slots=True)
class Prefixes:
    """What the short forms of one file stand for."""

    known: Mapping[str, str]

    def whole(self, text: str, where: str, column: str) -> str:
        """The IRI that the cell ``text`` means, a short form or whole.

        Raises ``InputError`` for an unknown prefix or what would be no legal IRI.
        """
        if not text:
            raise InputError(f"'{column}' is empty", where=where, todo="write an identifier")
        iri = text if _WHOLE.match(text) else self._expanded(text, where, column)
        fault = iri_fault(iri)
        if fault:
            raise InputError(
                f"'{text}' in '{column}' {fault}",
                where=where,
                todo="copy the identifier from the graph, or from the page that it names",
            )
        return iri

    def _expanded(self, text: str, where: str, column: str) -> str:
        found = _CURIE.fullmatch(text)
        if not found:
            raise InputError(
                f"'{text}' in '{column}' is no identifier",
                where=where,
                todo="write a prefix of the curie_map, a colon and the rest of the IRI",
            )
        if found[1] not in self.known:
            raise InputError(
                f"the prefix of '{text}' in '{column}' is not known",
                where=where,
                todo=f"bind '{found[1]}' under '#curie_map:', or use one of "
                + ", ".join(sorted(self.known)),
            )
        return self.known[found[1]] + found[2]

    def short(self, iri: str) -> str | None:
        """The shortest form of ``iri``, or None when no prefix fits; the first by name of equals.

        Expanding it gives ``iri`` again.
        """
        fitting = [
            f"{prefix}:{iri[len(start) :]}"
            for prefix, start in sorted(self.known.items())
            if iri.startswith(start) and not iri[len(start) :].startswith("//")
        ]
        return min(fitting, key=len, default=None)


def prefix_fault(prefix: str, iri: str) -> str | None:
    """Why ``prefix`` cannot stand for ``iri``, or None."""
    if not _PREFIX.fullmatch(prefix):
        return f"'{prefix}' cannot be a prefix"
    if prefix.lower() in ("http", "https"):
        return f"'{prefix}' is the start of whole IRIs and cannot be a prefix"
    fault = iri_fault(iri)
    return f"'{iri}' {fault}" if fault else None
