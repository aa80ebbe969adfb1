"""What is told of two graphs, from articles to sentences: the cases of ``tests/differences``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kg.cli.render.difference import as_text
from kg.decisions import read_decisions
from kg.diff.comparing import compare
from kg.diff.model import Difference
from kg.diff.sides import Side
from kg.iris import DEFAULT_BASE
from kg.nquads import sorted_lines
from kg.pipeline import join, load_documents
from tests.conftest import ROOT

CASES = sorted(path for path in (ROOT / "tests" / "differences").iterdir() if path.is_dir())


@cache
def lines(folder: Path) -> bytes:
    documents = load_documents([folder])
    return b"".join(
        sorted_lines(join(documents, decisions=read_decisions(folder, DEFAULT_BASE)).quads)
    )


def compared(old: bytes, new: bytes) -> Difference:
    with TemporaryDirectory() as folder:
        one, other = Path(folder) / "old", Path(folder) / "new"
        one.write_bytes(old)
        other.write_bytes(new)
        return compare(Side("old", one), Side("new", other))


def told(case: Path) -> str:
    """All but the first line: how many statements a thing takes is no matter of telling."""
    text = as_text(compared(lines(case / "old"), lines(case / "new")), "old", "new", None)
    return text.partition("\n\n")[2]


def _id(case: Path) -> str:
    return case.name


def test_there_are_cases() -> None:
    assert len(CASES) > 7


@pytest.mark.parametrize("case", CASES, ids=_id)
def test_the_difference_is_told_as_expected(case: Path) -> None:
    assert len((case / "why.txt").read_text(encoding="utf-8").split()) > 8
    assert told(case) == (case / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=_id)
def test_the_other_way_round_counts_the_same(case: Path) -> None:
    there = compared(lines(case / "old"), lines(case / "new"))
    back = compared(lines(case / "new"), lines(case / "old"))
    assert (back.added, back.withdrawn) == (there.withdrawn, there.added)
    assert {group.name for group in back.groups} == {group.name for group in there.groups}
    for one, other in zip(there.groups, back.groups, strict=True):
        assert one.total("added") == other.total("withdrawn"), one.name
        assert one.total("withdrawn") == other.total("added"), one.name


@pytest.mark.parametrize("case", CASES, ids=_id)
def test_a_graph_does_not_differ_from_itself(case: Path) -> None:
    for side in ("old", "new"):
        found = compared(lines(case / side), lines(case / side))
        assert found.none
        assert found.groups == ()
