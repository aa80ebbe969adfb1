"""Judges statements by the shapes with pySHACL, the reference engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
import pyshacl
import rdflib
from rdflib import RDF, SH
from rdflib.term import Node

from kg.errors import InputError, InternalError, KgError
from kg.validate import terms
from kg.validate.bridge import graph_of, literals_as_written
from kg.validate.report import Finding, Severity
from kg.validate.rules import Rules

_SEVERITY: dict[str, Severity] = {
    str(SH.Info): "info",
    str(SH.Warning): "warning",
    str(SH.Violation): "violation",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """The findings on some statements, and how much was looked at."""

    findings: tuple[Finding, ...]
    triples: int
    focus_nodes: int


def judge(
    quads: Sequence[ox.Quad], rules: Rules, file: str, faults: Sequence[Finding] = ()
) -> Judgement:
    """What the shapes and the checks beside them say of ``quads``, all graphs taken together.

    With ``faults``, found while the statements were read, or with a thing in the place of a
    literal, only that is reported: an engine is not shown what it may choke on, and half a file
    breaks rules that the whole file keeps.

    Raises ``InternalError`` when the engine cannot follow the shapes, ``InputError`` when they are
    the user's own.
    """
    statements = sorted(
        {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads}, key=str
    )
    faults = faults or tuple(terms.not_literals(statements, rules, file))
    if faults:
        return Judgement(tuple(faults), len(statements), 0)
    looked_at = terms.focus_nodes(statements, rules)
    findings = [
        *terms.unchecked(statements, looked_at, file),
        *terms.unknown_terms(statements, rules, file),
    ]
    if looked_at:
        findings += _run(statements, rules, file)
    return Judgement(tuple(findings), len(statements), len(looked_at))


def _run(statements: Sequence[ox.Quad], rules: Rules, file: str) -> list[Finding]:
    with literals_as_written():
        data = graph_of((*statements, *rules.hierarchy))
        try:
            _, results, text = pyshacl.validate(
                data,
                shacl_graph=rules.shapes,
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
        return [_finding(results, node, rules, file) for node in _top(results)]


def _broken(reason: str, rules: Rules) -> KgError:
    kind = InternalError if rules.own else InputError
    return kind(f"the shapes cannot be followed: {reason}", where="shapes", todo="mend the shapes")


def _top(results: rdflib.Graph) -> Iterator[Node]:
    """The results of the report itself, without the details that explain them."""
    for report in results.subjects(RDF.type, SH.ValidationReport):
        yield from results.objects(report, SH.result)


def _finding(results: rdflib.Graph, node: Node, rules: Rules, file: str) -> Finding:
    def text(predicate: Node) -> str | None:
        value = results.value(node, predicate)
        return None if value is None else _text(value)

    component = (text(SH.sourceConstraintComponent) or "").rpartition("#")[2]
    constraint = component.removesuffix("ConstraintComponent")
    shape = text(SH.sourceShape) or ""
    messages = sorted(str(message) for message in results.objects(node, SH.resultMessage))
    return Finding(
        file,
        _SEVERITY.get(text(SH.resultSeverity) or "", "violation"),
        shape,
        "sparql" if constraint == "SPARQL" else constraint[:1].lower() + constraint[1:],
        " ".join(messages),
        rules.hints.get(shape),
        focus=text(SH.focusNode),
        path=text(SH.resultPath),
        value=text(SH.value),
    )


def _text(value: Node) -> str:
    return f"_:{value}" if isinstance(value, rdflib.BNode) else str(value)
