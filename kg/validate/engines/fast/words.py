"""Terms as N-Triples writes them, taken apart."""

from __future__ import annotations

import re

from kg.vocab import RDF, XSD

LANG_STRING = RDF.NS + "langString"

_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_CHARACTERS = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def is_iri(term: str) -> bool:
    """Whether the term is an IRI."""
    return term[0] == "<"


def is_blank(term: str) -> bool:
    """Whether the term is a blank node."""
    return term[0] == "_"


def is_literal(term: str) -> bool:
    """Whether the term is a literal."""
    return term[0] == '"'


def iri(name: str) -> str:
    """The term of an IRI."""
    return f"<{name}>"


def text(term: str) -> str:
    """An IRI without its brackets, ``_:`` and a label, or the text of a literal."""
    if term[0] == "<":
        return term[1:-1]
    if term[0] == "_":
        return term
    inside = term[1 : term.rindex('"')]
    return _ESCAPE.sub(_unescaped, inside) if "\\" in inside else inside


def datatype(term: str) -> str:
    """The datatype of a literal, which one with a language has too."""
    if term[-1] == '"':
        return XSD.string
    if term[-1] == ">":
        return term[term.rindex('"') + 4 : -1]
    return LANG_STRING


def language(term: str) -> str:
    """The language of a literal, "" for one without."""
    return "" if term[-1] in '">' else term[term.rindex('"') + 2 :]


def kind(term: str) -> str:
    """``iri``, ``blank``, the IRI of the datatype of a literal, or ``@`` and its language."""
    if term[0] == '"':
        spoken = language(term)
        return f"@{spoken}" if spoken else datatype(term)
    return "iri" if is_iri(term) else "blank"


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _CHARACTERS.get(found[3], found[3])
