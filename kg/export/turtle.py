r"""Turtle and TriG for people: one block a subject, ``a`` first, then predicates sorted.

Written by kg and not by pyoxigraph, whose order of ``@prefix`` lines changes from run to run and
which writes each slash inside an IRI of ours as ``\/``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from kg.export.graphs import by_graph
from kg.export.terms import Shorten, shortener
from kg.iris import Minter
from kg.nquads import Triple, triples
from kg.vocab import PREFIXES, RDF

_TYPE = f"<{RDF.type}>"


def write_turtle(lines: Iterable[bytes], sink: BinaryIO, base: str) -> None:
    """Write the union of the graphs of sorted N-Quads lines."""
    short = _start(sink, base)
    sink.writelines(_blocks(triples(lines), short, ""))


def write_trig(lines: Iterable[bytes], sink: BinaryIO, base: str) -> None:
    """Write the graphs of sorted N-Quads lines, the default graph first."""
    short = _start(sink, base)
    for name, statements in by_graph(lines):
        if name:
            sink.write(f"\n{short(name)} {{\n".encode())
            sink.writelines(_blocks(statements, short, "    "))
            sink.write(b"}\n")
        else:
            sink.writelines(_blocks(statements, short, ""))


def _start(sink: BinaryIO, base: str) -> Shorten:
    """Write the ``@base`` and ``@prefix`` lines and return the shortener that they allow."""
    root = Minter(base).id("", "").removesuffix("/")
    lines = [f"@base <{root}> .\n"]
    lines += [f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(PREFIXES.items())]
    sink.write("".join(lines).encode())
    return shortener(root, PREFIXES)


def _blocks(statements: Iterable[Triple], short: Shorten, indent: str) -> Iterator[bytes]:
    """One block a subject. This runs once a statement, so it makes the text as it goes."""
    between = f" ;\n{indent}    "
    current = predicate = start = ""
    types: list[str] = []
    parts: list[str] = []
    names: dict[str, str] = {}  # there are few predicates, and each stands in most blocks
    for subject, verb, item in statements:
        if subject != current:
            if current:
                yield _block(start, types, parts, between)
            current, predicate = subject, ""
            start, types, parts = f"\n{indent}{short(subject)} ", [], []
        if verb == _TYPE:
            types.append(short(item))
        elif verb == predicate:
            parts[-1] += f", {short(item)}"
        else:
            predicate = verb
            name = names.get(verb) or names.setdefault(verb, short(verb))
            parts.append(f"{name} {short(item)}")
    if current:
        yield _block(start, types, parts, between)


def _block(start: str, types: list[str], parts: list[str], between: str) -> bytes:
    if types:
        parts.insert(0, f"a {', '.join(types)}")
    return f"{start}{between.join(parts)} .\n".encode()
