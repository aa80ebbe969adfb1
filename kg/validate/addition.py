"""Judges statements that are to be added to a graph: what would be wrong that is not wrong now.

The fast engine looks only at what the addition touches. Where it cannot, because the shapes look
anywhere or pySHACL is asked for, the whole graph is judged, with the addition and without.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import pyoxigraph as ox

from kg.collecting import uncollected
from kg.validate import checks
from kg.validate.engine import Judgement, counted, judge
from kg.validate.engines import Engine
from kg.validate.engines.fast.compiling import compile_shapes
from kg.validate.engines.fast.facts import Facts
from kg.validate.engines.fast.increment import new_results
from kg.validate.engines.fast.loading import facts_of
from kg.validate.engines.fast.overlay import Pieces, facts_from
from kg.validate.engines.fast.shapes import Unsupported
from kg.validate.engines.result import Findings
from kg.validate.report import Finding
from kg.validate.rules import Rules


class Known(Pieces, Protocol):
    """The graph that is there, whole or in pieces."""

    def quads(self) -> Iterable[ox.Quad]:
        """Every statement, as published."""
        ...


def judge_addition(
    quads: Sequence[ox.Quad],
    known: Known,
    rules: Rules,
    file: str,
    faults: Sequence[Finding] = (),
    engine: Engine = "auto",
) -> Judgement:
    """The findings that ``known`` has with ``quads`` added and has not without them.

    They may be about things that ``quads`` say nothing of, such as a contest in which somebody now
    backs two. What is missing in ``quads`` and stands in ``known`` is not missing. Statements that
    ``known`` has already are no reason for a finding. ``triples`` and ``focus_nodes`` of the
    judgement count those of ``quads``. With ``faults`` only they are reported, as by ``judge``.

    Raises as ``judge`` does.
    """
    if engine == "pyshacl":
        return _in_full(quads, known, rules, file, faults, engine)
    with uncollected():
        try:
            return _in_part(quads, known, rules, file, faults)
        except Unsupported:
            return _in_full(quads, known, rules, file, faults, engine)


def _in_part(
    quads: Sequence[ox.Quad], known: Known, rules: Rules, file: str, faults: Sequence[Finding]
) -> Judgement:
    given = facts_of(quads, rules.hierarchy)
    faults = faults or tuple(checks.not_literals(given, rules, file))
    if faults:
        return Judgement(tuple(faults), given.count, 0)
    added = facts_from(_not_known(given, known), given.subclasses)
    found = new_results(compile_shapes(rules.shapes), known, added, given.subclasses)
    by_shape = checks.focus_nodes(given, rules)
    looked_at = checks.all_of(by_shape)
    # What the graph describes already has been looked at there, or told of then.
    strange = [node for node in given.subjects - looked_at if not known.pairs(node)]
    findings = [
        *(checks.unchecked_one(node, file) for node in sorted(strange)),
        *checks.unknown_terms(added, rules, file),
        *Findings(rules, file).of(found),
    ]
    shapes = counted(by_shape)
    return Judgement(tuple(findings), given.count, len(looked_at), shapes=shapes)


def _not_known(given: Facts, known: Pieces) -> Iterator[tuple[str, str, str]]:
    told = {subject: set(known.pairs(subject)) for subject in given.subjects}
    for subject, predicate, value in given.statements:
        if (predicate, value) not in told[subject]:
            yield subject, predicate, value


def _in_full(
    quads: Sequence[ox.Quad],
    known: Known,
    rules: Rules,
    file: str,
    faults: Sequence[Finding],
    engine: Engine,
) -> Judgement:
    alone = judge(quads, rules, file, faults, engine)
    if faults or any(finding.shape == "object" for finding in alone.findings):
        return alone
    there = list(known.quads())
    now = judge(there, rules, file, (), engine)
    then = judge([*there, *quads], rules, file, (), engine)
    before = set(now.findings)
    added = tuple(finding for finding in then.findings if finding not in before)
    return Judgement(added, alone.triples, alone.focus_nodes, then.note, alone.shapes)
