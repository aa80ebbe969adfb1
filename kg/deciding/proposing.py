"""What to decide next: the pairs that ``kg.identity`` proposes, each with its words."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from kg.deciding.known import Known
from kg.deciding.model import Side
from kg.deciding.sides import side_of
from kg.identity.proposals import Proposal, proposals
from kg.nicknames import load_nicknames

_MAY_BE_TWO = "backings"
_ENOUGH = 2
"""How many statements tell who somebody is: an office and a stance."""


@dataclass(frozen=True, slots=True)
class Question:
    """Two that may be one, or one that may be two: why, the words of both, and a command.

    The command has the verdict that is likelier; whoever reads the words may say another.
    """

    one: Side
    other: Side
    reason: str
    command: str


@dataclass(frozen=True, slots=True)
class Questions:
    """The most useful questions, first things first, and how many there are in all."""

    shown: tuple[Question, ...]
    total: int


def questions(known: Known, most: int | None, options: Sequence[str] = ()) -> Questions:
    """What to decide next, at most ``most`` of it (None: all), by the rows as they stand.

    What a row says anything about is not asked again. ``options`` are those of the command line
    that the command needs to find the same store and rows. Raises ``InputError`` for a row that is
    wrong.
    """
    proposed = proposals(
        known.occurrences, known.identity, known.decisions, known.minter, load_nicknames()
    )
    shown = tuple(_question(known, one, options) for one in proposed[:most])
    return Questions(shown, len(proposed))


def _question(known: Known, proposal: Proposal, options: Sequence[str]) -> Question:
    start = f"{known.minter.base}id/"
    pair = (proposal.a.removeprefix(start), proposal.b.removeprefix(start))
    verdict = "different" if proposal.kind == _MAY_BE_TWO else "same"
    told = f" Besides: {'; '.join(proposal.evidence)}." if proposal.evidence else ""
    return Question(
        one=side_of(known, proposal.a, _ENOUGH),
        other=side_of(known, proposal.b, _ENOUGH),
        reason=f"{proposal.reason}{told}",
        command=shlex.join(["kg", "decide", *pair, verdict, "--by", "NAME", *options]),
    )
