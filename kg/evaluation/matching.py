"""One to one: which of the statements found are labelled, which are not, and what was missed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
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

    def __init__(self, labels: Iterable[Label]) -> None:
        self._labels: dict[Statement, list[Label]] = {}
        for label in labels:
            self._labels.setdefault(label.statement, []).append(label)
        self._candidates = CandidateNames(
            label.who if label.statement == "claims" else label.what
            for same in self._labels.values()
            for label in same
            if label.statement != "roles"
        )

    def is_labelled(self, said: Said) -> bool:
        """Whether any label, an optional one included, says it."""
        return self._is_any(said, self._labels.get(said.statement, ()))

    def match(self, statement: Statement, found: Iterable[Said]) -> Matched:
        """Each label of one kind of statement takes the first of ``found`` that says it.

        What repeats a statement or a label that is taken, or says an optional label, is neither
        right nor unexpected.
        """
        open_labels = _grouped(
            label for label in self._labels.get(statement, ()) if not label.optional
        )
        right: list[Label] = []
        unexpected: list[Said] = []
        for said in _distinct(found):
            taken = next((k for k, same in open_labels.items() if self._is_any(said, same)), None)
            if taken is not None:
                right.append(open_labels.pop(taken)[0])
            elif not self.is_labelled(said):
                unexpected.append(said)
        missed = (same[0] for same in open_labels.values())
        return Matched(tuple(right), tuple(unexpected), tuple(missed))

    def _is_any(self, said: Said, labels: Iterable[Label]) -> bool:
        same = _SAME.get(said.statement, _same_endorsement)
        return any(same(said, label, self._candidates) for label in labels)


def _same_endorsement(said: Said, label: Label, candidates: CandidateNames) -> bool:
    forms = (label.who, *label.other_names)
    return name_words(said.who) in map(name_words, forms) and candidates.same(said.what, label.what)


def _same_claim(said: Said, label: Label, candidates: CandidateNames) -> bool:
    return Decimal(said.what) == Decimal(label.what) and candidates.same(said.who, label.who)


def _same_role(said: Said, label: Label, _: CandidateNames) -> bool:
    return name_words(said.who) == name_words(label.who) and same_role(
        said.what, label.what, label.of
    )


_SAME: dict[Statement, Callable[[Said, Label, CandidateNames], bool]] = {
    "claims": _same_claim,
    "roles": _same_role,
}


def _distinct(found: Iterable[Said]) -> Iterable[Said]:
    """The first of those that say one thing."""
    first: dict[Key, Said] = {}
    for said in found:
        first.setdefault(_key(said), said)
    return first.values()


def _grouped(labels: Iterable[Label]) -> dict[Key, list[Label]]:
    """The labels that say one thing together, as one who sits for two seats."""
    groups: dict[Key, list[Label]] = {}
    for label in labels:
        groups.setdefault(_key(label), []).append(label)
    return groups


def _key(one: Said | Label) -> Key:
    if one.statement == "claims":
        return name_words(one.who), Decimal(one.what)
    if one.statement == "roles":
        return name_words(one.who), role_words(one.what)
    return name_words(one.who), name_words(one.what)
