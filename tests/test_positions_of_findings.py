"""Findings on faulty submissions stand exactly where the fault is, in every form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import pytest

from kg.validate import Finding
from tests.faults import FORMS, OTHERS, Faulty, Position, faulty
from tests.judging import findings

COUNT = 60
"""How many of each form: 480 in all."""

SHARE = {"ttl": 0.99, "trig": 0.99, "nt": 0.99, "nq": 0.99}
"""The share that is to be placed exactly; 0.95 for the others."""


def is_placed(one: Faulty) -> bool:
    """Whether a finding of the constraint that was broken stands where it was."""
    return any(
        finding.constraint == one.constraint and stands_at(finding, one.place)
        for finding in findings(one.data, one.media_type)
    )


def stands_at(finding: Finding, place: Position) -> bool:
    wanted = {f.name: getattr(place, f.name) for f in fields(Position)}
    return all(v is None or getattr(finding, name) == v for name, v in wanted.items())


@pytest.mark.parametrize("form", [*FORMS, *OTHERS])
def test_findings_stand_where_the_fault_is(form: str) -> None:
    made = [faulty(form, seed) for seed in range(COUNT)]
    missed = [one.name for one in made if not is_placed(one)]
    assert len(missed) <= COUNT * (1 - SHARE.get(form, 0.95)), missed


def _all(form: str) -> Iterator[Finding]:
    for seed in range(10):
        one = faulty(form, seed)
        yield from findings(one.data, one.media_type)


@pytest.mark.parametrize("form", [*FORMS, *OTHERS])
def test_every_finding_on_a_statement_has_a_place(form: str) -> None:
    for finding in _all(form):
        if finding.focus is not None:
            assert (finding.line, finding.pointer, finding.row, finding.start) != (None,) * 4, (
                finding
            )
