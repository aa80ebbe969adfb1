"""Which pairs are proposed for a decision: the cases of ``tests/proposals``."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identity import Proposal, identify, proposals
from kg.identity.likeness import one_letter_apart
from kg.iris import DEFAULT_BASE
from kg.nicknames import load_nicknames
from tests.conftest import ROOT
from tests.identities import MINTER, decision, occurrences

CASES = sorted((ROOT / "tests" / "proposals").glob("*.toml"))
NICKNAMES = load_nicknames()


def _proposed(table: dict[str, Any], chance: random.Random | None = None) -> tuple[Proposal, ...]:
    people = [one for line in table["occurrences"] for one in occurrences(line)]
    rows = [decision(line, n) for n, line in enumerate(table.get("decisions", ()), 1)]
    if chance:
        chance.shuffle(people)
        chance.shuffle(rows)
    return proposals(people, identify(people, rows, MINTER), rows, MINTER, NICKNAMES)


def _line(one: Proposal) -> str:
    pair = " ".join(_bare(iri) for iri in (one.a, one.b))
    return " | ".join([f"{one.kind} {pair}: {one.reason}", *one.evidence])


def _bare(iri: str) -> str:
    key = iri.removeprefix(f"{DEFAULT_BASE}id/")
    start, doc, article = key.rpartition("--doc-")
    return f"{start}{doc}{article[0]}" if "--" in start else key


def test_there_are_cases() -> None:
    assert len(CASES) > 35


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_proposes_what_is_expected(case: Path) -> None:
    table = tomllib.loads(case.read_text(encoding="utf-8"))
    found = _proposed(table)
    assert [_line(one) for one in found] == table["expected"]
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(one.a < one.b for one in found)
    assert _proposed(table, random.Random(0)) == found  # noqa: S311 - repeatable, not secret


def test_what_is_proposed_can_be_decided_and_is_then_not_proposed_again() -> None:
    for case in CASES:
        table = tomllib.loads(case.read_text(encoding="utf-8"))
        for one in _proposed(table):
            for verdict in ("=", "!=", "?"):
                sides = (iri.removeprefix(f"{DEFAULT_BASE}id/") for iri in (one.a, one.b))
                row = f" {verdict} ".join(sides)
                more = {**table, "decisions": [*table.get("decisions", ()), row]}
                assert (one.a, one.b) not in {(other.a, other.b) for other in _proposed(more)}


LETTERS = st.text("abc", min_size=1, max_size=5)


@given(LETTERS, LETTERS)
def test_one_letter_apart_is_one_edit(one: str, other: str) -> None:
    edits = {one[:i] + one[i + 1 :] for i in range(len(one))}
    edits |= {one[:i] + c + one[i:] for i in range(len(one) + 1) for c in "abc"}
    edits |= {one[:i] + c + one[i + 1 :] for i in range(len(one)) for c in "abc"}
    edits |= {one[:i] + one[i + 1] + one[i] + one[i + 2 :] for i in range(len(one) - 1)}
    assert one_letter_apart(one, other) == (other in edits - {one})
    assert one_letter_apart(one, other) == one_letter_apart(other, one)
