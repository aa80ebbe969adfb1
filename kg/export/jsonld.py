"""JSON-LD in its expanded form: whole IRIs, one node object a line, one ``@graph`` an article.

There is no context, so nothing has to be fetched and no prefix can be taken for a scheme.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from kg.export.terms import by_graph, by_subject, literal
from kg.vocab import RDF, XSD

_TYPE = f"<{RDF.type}>"


def write_jsonld(lines: Iterable[bytes], sink: BinaryIO, _base: str) -> None:
    """Write the graphs of sorted N-Quads lines as a JSON array, the default graph first."""
    sink.write(b"[\n")
    sink.write(",\n".join(_items(lines)).encode())
    sink.write(b"\n]\n")


def _items(lines: Iterable[bytes]) -> Iterator[str]:
    for name, statements in by_graph(lines):
        nodes = map(_node, by_subject(statements))
        if name:
            inside = ",\n  ".join(nodes)
            yield f'{{"@id": {_json(name[1:-1])}, "@graph": [\n  {inside}\n]}}'
        else:
            yield from nodes


def _node(subject: tuple[str, dict[str, list[str]]]) -> str:
    iri, properties = subject
    node: dict[str, object] = {"@id": iri[1:-1]}
    if types := [item[1:-1] for item in properties.get(_TYPE, ()) if item[0] == "<"]:
        node["@type"] = types
    for predicate, objects in properties.items():
        rest = [item for item in objects if predicate != _TYPE or item[0] != "<"]
        if rest:
            node[predicate[1:-1]] = [_value(item) for item in rest]
    return _json(node)


def _value(token: str) -> dict[str, str]:
    if token[0] == "<":
        return {"@id": token[1:-1]}
    value, language, datatype = literal(token)
    if language:
        return {"@value": value, "@language": language}
    if datatype and datatype != XSD.string:
        return {"@value": value, "@type": datatype}
    return {"@value": value}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
