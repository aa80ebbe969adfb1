"""Judges statements that are to be added to a graph: what would be wrong that is not wrong now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

import pyoxigraph as ox

from kg.validate.engine import Judgement, judge
from kg.validate.engines import Engine
from kg.validate.report import Finding
from kg.validate.rules import Rules


class Known(Protocol):
    """The graph that is there: every ``kg.store.Store`` is one."""

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
    alone = judge(quads, rules, file, faults, engine)
    if faults or any(finding.shape == "object" for finding in alone.findings):
        return alone
    there = list(known.quads())
    now = judge(there, rules, file, (), engine)
    then = judge([*there, *quads], rules, file, (), engine)
    before = set(now.findings)
    added = tuple(finding for finding in then.findings if finding not in before)
    return Judgement(added, alone.triples, alone.focus_nodes, then.note)
