"""Judges statements by the shapes: chooses the engine, and adds the checks that no shape makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.validate import terms
from kg.validate.report import Finding
from kg.validate.rules import Rules


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
        from kg.validate.engines import reference

        findings += reference.run(statements, rules, file)
    return Judgement(tuple(findings), len(statements), len(looked_at))
