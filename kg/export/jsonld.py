"""JSON-LD in short words, one node object a line, one ``@graph`` an article.

The words are those of ``ontology/context.jsonld``, the context of kg, written out on the first
line: nothing has to be fetched. A node with an IRI whose scheme a reader would take for one of the
prefixes (``org:x``) is written in whole IRIs, with a ``@context`` of null.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from kg.export.graphs import by_graph
from kg.export.terms import below, by_subject, literal
from kg.iris import Minter
from kg.resources import read_text
from kg.vocab import RDF, XSD

_TYPE = f"<{RDF.type}>"
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*").fullmatch
Node = tuple[str, dict[str, list[str]]]
Value = str | dict[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """A context to write by.

    ``text`` is the context as JSON. ``prefixes`` leads from a namespace to its prefix and ``terms``
    from the IRI of a property, class or concept to its word; ``kinds`` from such a word to the
    datatype that bare strings have there, or to ``@id`` where they are IRIs. ``all`` are all words.
    ``below`` matches the IRIs that are written relative to the base.
    """

    text: str
    prefixes: Mapping[str, str]
    terms: Mapping[str, str]
    kinds: Mapping[str, str]
    all: frozenset[str]
    below: Callable[[str], re.Match[str] | None]


def write_jsonld(lines: Iterable[bytes], sink: BinaryIO, base: str) -> None:
    """Write the graphs of sorted N-Quads lines as one JSON object, the default graph first.

    Raises ``ResourceError`` when the context of kg cannot be read.
    """
    words = _words(Minter(base).id("", "").removesuffix("/"))
    sink.write(f'{{"@context": {words.text}, "@graph": ['.encode())
    sink.writelines(piece.encode() for piece in _pieces(lines, words))
    sink.write(b"\n]}\n")


def _words(root: str) -> Words:
    context = json.loads(read_text("ontology", "context.jsonld"))["@context"]
    prefixes = {word: said for word, said in context.items() if str(said)[-1] in "#/"}
    terms, kinds = {}, {}
    for word, said in context.items():
        if isinstance(said, dict):
            terms[_whole(said["@id"], prefixes)] = word
            kinds[word] = _whole(said["@type"], prefixes)
        elif word not in prefixes:
            terms[_whole(said, prefixes)] = word
    return Words(
        json.dumps({"@base": root, **context}, ensure_ascii=False),
        {namespace: prefix for prefix, namespace in prefixes.items()},
        terms,
        kinds,
        frozenset(context),
        below(root),
    )


def _whole(word: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, rest = word.partition(":")
    return prefixes[prefix] + rest if colon and prefix in prefixes else word


def _pieces(lines: Iterable[bytes], words: Words) -> Iterator[str]:
    """The nodes of the default graph, then each named graph as a node that holds its own."""
    before = "\n"
    for name, statements in by_graph(lines):
        whole = bool(name) and _is_misread(name, words)
        indent = ""
        if name:
            yield f'{before}{_opening(name, words, whole=whole)}, "@graph": ['
            before, indent = "\n", "  "
        for node in by_subject(statements):
            yield f"{before}{indent}{_node(node, words, whole=whole)}"
            before = ",\n"
        if name:
            yield "\n]}"


def _opening(name: str, words: Words, *, whole: bool) -> str:
    """The object of a graph or node up to its name, without what ends it."""
    node = {"@context": None, "@id": name[1:-1]} if whole else {"@id": _iri(name, words)}
    return _json(node)[:-1]


def _is_misread(token: str, words: Words) -> bool:
    """Whether a reader would take the scheme of an IRI for a prefix; before ``//`` none does."""
    if token[0] != "<":
        token = token[token.rfind("^^") + 2 :] if token[-1] == ">" else "<"
    scheme, colon, rest = token[1:-1].partition(":")
    return bool(colon) and not rest.startswith("//") and scheme in words.all


def _node(node: Node, words: Words, *, whole: bool) -> str:
    """A node in the words of the context, or in whole IRIs and without a context."""
    subject, properties = node
    if not whole:
        tokens = (subject, *properties, *(item for items in properties.values() for item in items))
        whole = any(_is_misread(token, words) for token in tokens)
    made: dict[str, Value | list[Value]] = {}
    types = [item for item in properties.get(_TYPE, ()) if item[0] == "<"]
    if types:
        made["@type"] = _few([item[1:-1] if whole else _name(item, words) for item in types])
    for predicate, objects in properties.items():
        rest = [item for item in objects if predicate != _TYPE or item[0] != "<"]
        if rest:
            word = predicate[1:-1] if whole else _name(predicate, words)
            kind = None if whole else words.kinds.get(word)
            made[word] = _few([_value(item, kind, None if whole else words) for item in rest])
    opening = _opening(subject, words, whole=whole)
    return f"{opening}, {_json(made)[1:]}"


def _few(values: list[Value]) -> Value | list[Value]:
    return values[0] if len(values) == 1 else values


def _value(token: str, kind: str | None, words: Words | None) -> Value:
    """A value where bare strings are of ``kind``; ``words`` is None when there is no context."""
    if token[0] == "<":
        iri = _iri(token, words) if words else token[1:-1]
        return iri if kind == "@id" else {"@id": iri}
    value, language, datatype = literal(token)
    if language:
        return {"@value": value, "@language": language}
    datatype = "" if datatype == XSD.string else datatype
    if datatype == (kind or ""):
        return value
    if datatype:
        return {"@value": value, "@type": _name(f"<{datatype}>", words) if words else datatype}
    return {"@value": value}


def _name(token: str, words: Words) -> str:
    """The word for a property, class or datatype, or its prefix and name, or its IRI."""
    iri = token[1:-1]
    return words.terms.get(iri) or _prefixed(iri, words)


def _iri(token: str, words: Words) -> str:
    """What is written for an IRI as a value: relative to the base, or with a prefix, or whole."""
    if found := words.below(token):
        return found[1][:-1]
    return _prefixed(token[1:-1], words)


def _prefixed(iri: str, words: Words) -> str:
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = words.prefixes.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix and _LOCAL(iri, cut) else iri


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
