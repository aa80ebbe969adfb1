"""Who is who across articles: the cases of ``tests/identity``, and what holds of all of them."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from kg.decisions import Decision
from kg.errors import InputError
from kg.identity import Identity, Occurrence, Redirect, identify
from kg.iris import DEFAULT_BASE
from tests.conftest import ROOT
from tests.identities import MINTER, article, decision, grouped, iri, occurrences

CASES = sorted((ROOT / "tests" / "identity").glob("*.toml"))


def _read(case: Path) -> tuple[list[Occurrence], list[Decision], dict[str, Any]]:
    table = tomllib.loads(case.read_text(encoding="utf-8"))
    given = [one for line in table["occurrences"] for one in occurrences(line)]
    rows = [decision(line, n) for n, line in enumerate(table.get("decisions", ()), 1)]
    assert len(table["why"].split()) > 4
    return given, rows, table["expected"]


def test_there_are_cases() -> None:
    assert len(CASES) > 50


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_comes_out_as_expected(case: Path) -> None:
    given, rows, expected = _read(case)
    if "error" in expected:
        with pytest.raises(InputError) as caught:
            identify(given, rows, MINTER)
        assert str(caught.value) == expected["error"]
        return
    found = identify(given, rows, MINTER)
    assert _keys(found, given) == sorted(_sorted_members(line) for line in expected["keys"])
    assert _redirects(found.redirects, expected.get("redirects", [])) == expected.get(
        "redirects", []
    )
    assert _short(found) == {
        part: expected.get(part, []) for part in ("partings", "links", "unsure")
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_order_of_a_case_changes_nothing(case: Path) -> None:
    given, rows, expected = _read(case)
    shuffled = random.Random(0)  # noqa: S311 - repeatable, not secret
    results = set()
    for _ in range(4):
        shuffled.shuffle(given)
        shuffled.shuffle(rows)
        results.add(_result(given, rows))
    assert len(results) == 1
    assert ("InputError" in results.pop()) == ("error" in expected)


def _result(given: Sequence[Occurrence], rows: Sequence[Decision]) -> str:
    try:
        found = identify(given, rows, MINTER)
    except InputError as error:
        return f"InputError {error}"
    return repr((sorted(found.groups.items()), sorted(found.members.items()), found.redirects))


def _keys(found: Identity, given: Sequence[Occurrence]) -> list[str]:
    lines = []
    for (kind, key), members in grouped(found, given).items():
        before = "" if kind == "person" else f"{kind} "
        inside = " ".join(sorted(f"{own}@{where[0]}" for _, own, where in members))
        lines.append(f"{before}{_letters(key)}: {inside}")
    return sorted(lines)


def _sorted_members(line: str) -> str:
    key, _, members = line.partition(": ")
    return f"{key}: {' '.join(sorted(members.split()))}"


def _letters(key: str) -> str:
    """A key with the letter of its article, where the article was added to it."""
    start, doc, last = key.rpartition("--doc-")
    return f"{start}{doc}{last[0]}" if "--" in start else key


def _redirects(found: Sequence[Redirect], expected: Sequence[str]) -> list[str]:
    """As the case writes them; of an automatic one as much of its reason as the case expects."""
    lines = []
    for number, one in enumerate(found):
        how = f"decided {len(one.decisions)}" if one.decisions else f"automatic {one.why}"
        line = f"{_bare(one.old)} -> {_bare(one.new)} {how}"
        wanted = expected[number] if number < len(expected) else ""
        _, _, said = wanted.partition(" automatic ")
        head = line.partition(" automatic ")[0]
        lines.append(f"{head} automatic {said}" if said and said in one.why else line)
        assert one.why.endswith(".")
    return lines


def _short(found: Identity) -> dict[str, list[str]]:
    return {
        "partings": [f"{_bare(p.old)} -> {' '.join(map(_bare, p.new))}" for p in found.partings],
        "links": [f"{_bare(one.entity)} -> {_bare(one.outside)}" for one in found.links],
        "unsure": [f"{_bare(one.one)} ? {_bare(one.other)}" for one in found.unsure],
    }


def _bare(whole: str) -> str:
    return _letters(whole.removeprefix(f"{DEFAULT_BASE}id/"))


def test_nothing_decided_is_nothing_kept() -> None:
    assert identify(occurrences("jo-bell--bury abc"), (), MINTER) == Identity()
    assert identify((), (), MINTER) == Identity()
    assert Identity().key("person", "jo-bell--bury", article("a")) == "jo-bell--bury"


def test_a_redirect_says_who_decided_and_why() -> None:
    given = occurrences("a--x a") + occurrences("b--x a")
    row = decision("person/a--x = person/b--x", 7)
    redirects = identify(given, [row], MINTER).redirects
    why = "A Reader decided on 2026-11-20 that the two are one."
    assert redirects == (Redirect(iri("person/b--x"), iri("person/a--x"), why, (row,)),)


def test_a_redirect_of_many_rows_tells_the_first_and_how_many() -> None:
    given = [one for n in range(10, 20) for one in occurrences(f"p{n}--x a")]
    rows = [decision(f"person/p{n}--x = person/p{n + 1}--x", n) for n in range(10, 19)]
    last = identify(given, rows, MINTER).redirects[-1]
    assert last.decisions == tuple(rows)
    assert last.why.endswith(
        "that the two are one. 9 decisions in all lead from the one to the other."
    )
