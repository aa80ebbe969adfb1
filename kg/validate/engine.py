"""Judges statements by the shapes: chooses the engine, and adds the checks that no shape makes.

The fast engine follows kg's own shapes and nearly all that others write. What it does not follow it
refuses before it has judged anything; then the reference engine does the work, and the judgement
says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Sized
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.collecting import uncollected
from kg.errors import InputError
from kg.validate import checks
from kg.validate.engines import Engine
from kg.validate.engines.fast.facts import Facts
from kg.validate.engines.fast.loading import facts_of
from kg.validate.report import Finding
from kg.validate.rules import Rules

if TYPE_CHECKING:
    from kg.validate.engines.fast.shapes import Unsupported


@dataclass(frozen=True, slots=True)
class Judgement:
    """The findings on some statements, and how much was looked at, in all and by each shape.

    ``note`` says why the slower engine was needed, when nobody had asked for it.
    """

    findings: tuple[Finding, ...]
    triples: int
    focus_nodes: int
    note: str | None = None
    shapes: Mapping[str, int] = field(default_factory=dict)


def judge(
    quads: Sequence[ox.Quad],
    rules: Rules,
    file: str,
    faults: Sequence[Finding] = (),
    engine: Engine = "auto",
) -> Judgement:
    """What the shapes and the checks beside them say of ``quads``, all graphs taken together.

    With ``faults``, found while the statements were read, or with a thing in the place of a
    literal, only that is reported: an engine is not shown what it may choke on, and half a file
    breaks rules that the whole file keeps.

    Raises ``InternalError`` when the engine cannot follow the shapes, ``InputError`` when they are
    the user's own.
    """
    with uncollected():
        return _judge(quads, rules, file, faults, engine)


def _judge(
    quads: Sequence[ox.Quad], rules: Rules, file: str, faults: Sequence[Finding], engine: Engine
) -> Judgement:
    facts = facts_of(quads, rules.hierarchy)
    faults = faults or tuple(checks.not_literals(facts, rules, file))
    if faults:
        return Judgement(tuple(faults), facts.count, 0)
    by_shape = checks.focus_nodes(facts, rules)
    looked_at = checks.all_of(by_shape)
    findings = [
        *checks.unchecked(facts, looked_at, file),
        *checks.unknown_terms(facts, rules, file),
    ]
    note = None
    if looked_at:
        found, note = _run(quads, facts, rules, file, engine)
        findings += found
    return Judgement(tuple(findings), facts.count, len(looked_at), note, counted(by_shape))


def counted(looked_at: Mapping[str, Sized]) -> dict[str, int]:
    """How many nodes each shape looked at that looked at any."""
    return {shape: len(nodes) for shape, nodes in looked_at.items() if nodes}


def _run(
    quads: Sequence[ox.Quad], facts: Facts, rules: Rules, file: str, engine: Engine
) -> tuple[list[Finding], str | None]:
    # Here, as each of them needs only one: rdflib and pySHACL take 0.4 s to import.
    from kg.validate.engines.fast import run as fast
    from kg.validate.engines.fast.shapes import Unsupported

    note = None
    if engine != "pyshacl":
        try:
            return fast.run(facts, rules, file), None
        except Unsupported as reason:
            if engine == "fast":
                raise _refused(reason) from reason
            note = (
                f"only pySHACL follows {reason}, which the shapes have; it is slow on large graphs"
            )
    from kg.validate.engines import reference

    return reference.run(quads, rules, file), note


def _refused(reason: Unsupported) -> InputError:
    return InputError(
        f"the fast engine does not follow {reason}",
        where="shapes",
        todo="use --engine pyshacl, or auto",
    )
