"""One to one: which of the statements found are labelled, which are not, and what was missed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.evaluation.comparing import CandidateNames, name_words, role_words, same_role
from kg.evaluation.model import Label, Said, Statement

Key = Hashable


@dataclass(frozen=True, slots=True)
class Matched:
    """``right`` and ``missed`` are labels that count; ``unexpected`` was found and not labelled."""

    right: tuple[Label, ...]
    unexpected: tuple[Said, ...]
    missed: tuple[Label, ...]


class Comparison:
    """Compares what was read in one article with its labels."""

    def __init__(self, labels: Sequence[Label]) -> None:
        self._labels = labels
        self._by_sign: dict[Key, list[Label]] = {}
        for label in labels:
            for sign in dict.fromkeys(_signs(label)):
                self._by_sign.setdefault(sign, []).append(label)
        self._candidates = CandidateNames(
            label.who if label.statement == "claims" else label.what
            for label in labels
            if label.statement != "roles"
        )

    def is_labelled(self, said: Said) -> bool:
        """Whether any label, an optional one included, says it."""
        return any(self._agreeing(said))

    def match(self, statement: Statement, found: Iterable[Said]) -> Matched:
        """Each label of one kind of statement takes the first of ``found`` that says it.

        What repeats a statement or a label that is taken, or says an optional label, is neither
        right nor unexpected. Labels that say one thing twice are one.
        """
        untaken: dict[Key, Label] = {}
        for label in self._labels:
            if label.statement == statement and not label.optional:
                untaken.setdefault(_key(label), label)
        right: list[Label] = []
        unexpected: list[Said] = []
        for said in _distinct(found):
            agreeing = list(self._agreeing(said))
            wanted = (_key(label) for label in agreeing if not label.optional)
            taken = next((key for key in wanted if key in untaken), None)
            if taken is not None:
                right.append(untaken.pop(taken))
            elif not agreeing:
                unexpected.append(said)
        return Matched(tuple(right), tuple(unexpected), tuple(untaken.values()))

    def _agreeing(self, said: Said) -> Iterator[Label]:
        for label in self._by_sign.get(_sign(said.statement, said.who, said.what), ()):
            if self._agrees(said, label):
                yield label

    def _agrees(self, said: Said, label: Label) -> bool:
        """Whether two of one sign say the same of the rest."""
        if said.statement == "claims":
            return self._candidates.same(said.who, label.who)
        if said.statement == "roles":
            return same_role(said.what, label.what, label.of)
        return self._candidates.same(said.what, label.what)


def _signs(label: Label) -> Iterator[Key]:
    for name in (label.who, *label.other_names):
        yield _sign(label.statement, name, label.what)


def _sign(statement: Statement, who: str, what: str) -> Key:
    """What must be equal, by which labels are looked up: the number of a claim, else who it is."""
    return statement, Decimal(what) if statement == "claims" else name_words(who)


def _key(one: Said | Label) -> Key:
    """Equal for two that say one thing in the same words."""
    if one.statement == "claims":
        return name_words(one.who), Decimal(one.what)
    if one.statement == "roles":
        return name_words(one.who), role_words(one.what)
    return name_words(one.who), name_words(one.what)


def _distinct(found: Iterable[Said]) -> Iterable[Said]:
    """The first of those that say one thing."""
    first: dict[Key, Said] = {}
    for said in found:
        first.setdefault(_key(said), said)
    return first.values()
