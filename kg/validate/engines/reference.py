"""pySHACL, the reference engine: slow, complete, and the measure of the other one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyoxigraph as ox
import pyshacl
import rdflib
from rdflib import RDF, SH, XSD
from rdflib.term import Node

from kg.errors import InputError, InternalError, KgError
from kg.validate.engines.bridge import graph_of, literals_as_written
from kg.validate.engines.result import Findings, Result
from kg.validate.report import Finding
from kg.validate.rules import Rules


def run(statements: Sequence[ox.Quad], rules: Rules, file: str) -> list[Finding]:
    """The findings of the shapes on ``statements``, in no order.

    Raises ``InternalError`` when the engine cannot follow the shapes, ``InputError`` when they are
    the user's own.
    """
    with literals_as_written():
        data = graph_of((*statements, *rules.hierarchy))
        shapes = graph_of(rules.shapes.quads)
        try:
            _, results, text = pyshacl.validate(
                data,
                shacl_graph=shapes,
                inference="none",
                advanced=False,
                js=False,
                do_owl_imports=False,
                inplace=True,
            )
        except MemoryError:
            raise
        except Exception as error:
            # The engine has errors of its own for shapes it cannot load, but lets those of its
            # parts through as well: of regular expressions, of numbers, of SPARQL.
            raise _broken(f"{type(error).__name__}: {error}", rules) from error
        if not isinstance(results, rdflib.Graph):
            # The engine's way to say that it could not finish; it must never pass for a verdict.
            raise _broken(text, rules)
        made = (_result(results, node, shapes) for node in _top(results))
        return Findings(rules, file).of(made)


def _broken(reason: str, rules: Rules) -> KgError:
    kind = InternalError if rules.own else InputError
    return kind(f"the shapes cannot be followed: {reason}", where="shapes", todo="mend the shapes")


def _top(results: rdflib.Graph) -> Iterator[Node]:
    """The results of the report itself, without the details that explain them."""
    for report in results.subjects(RDF.type, SH.ValidationReport):
        yield from results.objects(report, SH.result)


def _result(results: rdflib.Graph, node: Node, shapes: rdflib.Graph) -> Result:
    def text(predicate: Node) -> str | None:
        value = results.value(node, predicate)
        return None if value is None else _text(value)

    component = (text(SH.sourceConstraintComponent) or "").rpartition("#")[2]
    constraint = component.removesuffix("ConstraintComponent")
    shape = results.value(node, SH.sourceShape)
    path = results.value(node, SH.resultPath)
    value = results.value(node, SH.value)
    return Result(
        str(shape),
        "sparql" if constraint == "SPARQL" else constraint[:1].lower() + constraint[1:],
        text(SH.resultSeverity) or "",
        _messages(results, node, shapes, shape),
        text(SH.focusNode) or "",
        str(path) if isinstance(path, rdflib.URIRef) else None,
        None if value is None else _text(value),
        None if value is None else _kind(value),
    )


def _messages(
    results: rdflib.Graph, node: Node, shapes: rdflib.Graph, shape: Node | None
) -> tuple[str, ...]:
    """What the shape or its query says; the engine's own words, in a code of its own, are left."""
    said_by = [one for one in (shape, results.value(node, SH.sourceConstraint)) if one is not None]
    if not any((one, SH.message, None) in shapes for one in said_by):
        return ()
    return tuple(str(message) for message in results.objects(node, SH.resultMessage))


def _text(value: Node) -> str:
    return f"_:{value}" if isinstance(value, rdflib.BNode) else str(value)


def _kind(value: Node) -> str:
    if isinstance(value, rdflib.Literal):
        return f"@{value.language}" if value.language else str(value.datatype or XSD.string)
    return "iri" if isinstance(value, rdflib.URIRef) else "blank"
