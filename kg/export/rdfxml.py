"""RDF/XML: one ``rdf:Description`` a subject, for tools that read nothing newer.

Written by kg and not by pyoxigraph, which lets carriage returns and control characters through
raw, so that they come back changed or not at all. What XML 1.0 cannot carry is refused here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import BinaryIO

from kg.errors import UsageError
from kg.export.terms import by_subject, literal
from kg.export.xmltext import TODO, xml_text
from kg.nquads import triples
from kg.vocab import PREFIXES, RDF, XSD

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*\Z")
# Names that the syntax keeps for itself: as an element they would mean something else.
_RESERVED = frozenset(
    RDF.NS + name
    for name in (
        "RDF",
        "ID",
        "about",
        "aboutEach",
        "aboutEachPrefix",
        "bagID",
        "datatype",
        "Description",
        "li",
        "nodeID",
        "parseType",
        "resource",
    )
)


def write_rdfxml(lines: Iterable[bytes], sink: BinaryIO, _base: str) -> None:
    """Write the union of the graphs of sorted N-Quads lines.

    Raises ``UsageError`` for a predicate that is no XML name or a character that is not XML's.
    """
    names = "".join(f'\n    xmlns:{name}="{_text(iri)}"' for name, iri in sorted(PREFIXES.items()))
    sink.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{names}>\n'.encode())
    for subject, properties in by_subject(triples(lines)):
        rows = [f'  <rdf:Description rdf:about="{_text(subject[1:-1])}">']
        for predicate, objects in properties.items():
            tag, declared = _element(predicate[1:-1])
            rows += [f"    <{tag}{declared}{_content(item, tag)}" for item in objects]
        rows.append("  </rdf:Description>\n")
        sink.write("\n".join(rows).encode())
    sink.write(b"</rdf:RDF>\n")


def _element(predicate: str) -> tuple[str, str]:
    """The tag of a predicate and the declaration of its namespace, if it needs one."""
    found = _NAME.search(predicate)
    if found is None or predicate in _RESERVED:
        raise UsageError("RDF/XML cannot write this predicate", where=predicate, todo=TODO)
    namespace = predicate[: found.start()]
    for name, iri in PREFIXES.items():
        if iri == namespace:
            return f"{name}:{found[0]}", ""
    return f"ns:{found[0]}", f' xmlns:ns="{_text(namespace)}"'


def _content(token: str, tag: str) -> str:
    """The rest of an element after its tag."""
    if token[0] == "<":
        return f' rdf:resource="{_text(token[1:-1])}"/>'
    value, language, datatype = literal(token)
    kind = ""
    if language:
        kind = f' xml:lang="{language}"'
    elif datatype and datatype != XSD.string:
        kind = f' rdf:datatype="{_text(datatype)}"'
    return f"{kind}>{_text(value)}</{tag}>"


def _text(text: str) -> str:
    return xml_text(text, "RDF/XML")
