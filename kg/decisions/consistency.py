"""Whether decisions can all be true, by the rows alone, whatever the articles say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.decisions.chains import Sets, Step, chain, links
from kg.decisions.model import Decision, Verdict
from kg.errors import InputError

_ENDS = 4
"""How many links of a long chain are told at each end."""
_SAYS: dict[Verdict, str] = {
    "same": "are the same",
    "different": "are different",
    "unsure": "may or may not be the same",
}


def check_consistent(decisions: Iterable[Decision], base: str) -> None:
    """Raise ``InputError`` for the first row that cannot stand with the others, by file and line.

    A row may not match a thing with itself, say again what another says, contradict one outright
    or by a chain of "same" rows, or say "same" of two that a chain joins already: deleting a row
    of such a circle would undo nothing.
    """
    ordered = in_order(decisions)
    _refuse_repeated(ordered, base)
    sets = Sets()
    same: list[Step[Decision]] = []
    for row in ordered:
        if row.verdict != "same":
            continue
        if not sets.join(row.subject, row.object):
            raise InputError(
                f"{_pair(row, base)} are joined already: {_chained(same, row, base)}",
                where=row.where,
                todo="remove one row of the circle: deleting a row must undo something",
            )
        same.append(Step(row.subject, row.object, row))
    for row in ordered:
        if row.verdict == "different" and sets.joined(row.subject, row.object):
            raise contradiction(row, _chained(same, row, base), base)


def contradiction(row: Decision, chained: str, base: str) -> InputError:
    """The error of a "different" row between two that ``chained``, in words, makes the same."""
    return InputError(
        f"sets {_pair(row, base)} apart, but they are the same: {chained}",
        where=row.where,
        todo="remove this row, or one of the chain",
    )


def told(steps: Sequence[str]) -> str:
    """A chain in words; the middle of a long one is left out, and how much that is."""
    if len(steps) <= 2 * _ENDS + 1:
        return ", ".join(steps)
    between = f"… {len(steps) - 2 * _ENDS} more …"
    return ", ".join([*steps[:_ENDS], between, *steps[-_ENDS:]])


def in_order(decisions: Iterable[Decision]) -> list[Decision]:
    """The rows by file and line, whatever order they come in."""
    return sorted(decisions, key=_place)


def short(iri: str, base: str) -> str:
    """``person/KEY`` for what lies under ``base``, all of any other IRI."""
    return iri.removeprefix(f"{base}id/")


def said(step: Step[Decision], base: str) -> str:
    """A "same" row as one link of a chain, with its place."""
    return f"{short(step.one, base)} = {short(step.other, base)} ({step.label.where})"


def _place(decision: Decision) -> tuple[object, ...]:
    file, _, line = decision.where.rpartition(":")
    number = int(line) if line.isascii() and line.isdigit() else 0
    return file, number, decision.subject, decision.object, decision.verdict


def _refuse_repeated(ordered: Sequence[Decision], base: str) -> None:
    seen: dict[tuple[str, str], Decision] = {}
    for row in ordered:
        if row.subject == row.object:
            raise InputError(
                f"matches {short(row.subject, base)} with itself",
                where=row.where,
                todo="correct one of the two identifiers or remove the row",
            )
        pair = min(row.subject, row.object), max(row.subject, row.object)
        if pair in seen:
            first = seen[pair]
            raise InputError(
                _repeated(row, first, base),
                where=row.where,
                todo=f"remove this row or {first.where}",
            )
        seen[pair] = row


def _repeated(row: Decision, first: Decision, base: str) -> str:
    if row.verdict == first.verdict:
        return f"says again that {_pair(row, base)} {_SAYS[row.verdict]}, as {first.where} does"
    return (
        f"says that {_pair(row, base)} {_SAYS[row.verdict]}, "
        f"but {first.where} says that they {_SAYS[first.verdict]}"
    )


def _pair(row: Decision, base: str) -> str:
    return f"{short(row.subject, base)} and {short(row.object, base)}"


def _chained(same: Sequence[Step[Decision]], row: Decision, base: str) -> str:
    walked = chain(links(same).from_(row.subject), row.object)
    return told([said(step, base) for step in walked])
