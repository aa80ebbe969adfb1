"""The layout of a list: which field stands where, chosen for the whole list by vote.

Every item is read in all the ways its segments allow. The ways that the most items like best get
a bonus on every item, so that an odd item is read like its neighbours where it can be, and under
a runner-up where it cannot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from kg.lists.fields import FieldType, Knowledge, score
from kg.lists.items import Segment
from kg.model import Span

_BONUS = 0.3
_SPLIT_COST = 0.05
_FLOOR = 0.5
_MAX_SEGMENTS = 5
_MAX_NAME = 5

Signature = tuple[FieldType, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A typed segment."""

    kind: FieldType
    segment: Segment


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an item: its fields in order, and how well they fit (0 to 1)."""

    fields: tuple[Field, ...]
    fit: float

    @property
    def signature(self) -> Signature:
        """The types of the fields, in order."""
        return tuple(field.kind for field in self.fields)

    def first(self, kind: FieldType) -> Segment | None:
        """The first segment of a type."""
        return next((f.segment for f in self.fields if f.kind == kind), None)


def choose(items: Sequence[Sequence[Segment]], knowledge: Knowledge) -> list[Reading | None]:
    """The reading of each item under the layout of the whole list; None where none fits."""
    readings = [list(_readings(item, knowledge)) for item in items]
    votes: Counter[Signature] = Counter()
    for ways in readings:
        if ways:
            votes[max(ways, key=_raw).signature] += 1
    total = sum(votes.values()) or 1
    return [_best(ways, {sig: count / total for sig, count in votes.items()}) for ways in readings]


def _raw(reading: Reading) -> tuple[float, Signature]:
    return reading.fit, reading.signature


def _best(ways: list[Reading], shares: dict[Signature, float]) -> Reading | None:
    def weighed(reading: Reading) -> tuple[float, Signature]:
        return reading.fit + _BONUS * shares.get(reading.signature, 0.0), reading.signature

    if not ways:
        return None
    best = max(ways, key=weighed)
    return best if best.fit >= _FLOOR else None


def _readings(item: Sequence[Segment], knowledge: Knowledge) -> Iterator[Reading]:
    """Every way to type the segments of an item, also with its first segment cut in two."""
    if not 0 < len(item) <= _MAX_SEGMENTS:
        return
    yield from _typed(item, knowledge, 0.0)
    for left, right in _cuts(item[0]):
        yield from _typed((left, right, *item[1:]), knowledge, _SPLIT_COST)


def _typed(item: Sequence[Segment], knowledge: Knowledge, cost: float) -> Iterator[Reading]:
    scores = [score(segment.tokens, knowledge) for segment in item]
    weights = [len(segment.tokens) for segment in item]
    for kinds in product(*scores):
        if not _possible(kinds):
            continue
        fit = sum(s[k] * w for s, k, w in zip(scores, kinds, weights, strict=True)) / sum(weights)
        fields = tuple(Field(k, s) for k, s in zip(kinds, item, strict=True))
        yield Reading(fields, fit - cost)


def _possible(kinds: Sequence[FieldType]) -> bool:
    """One endorser: a name, or an organisation where there is no name; at most one candidate."""
    names = kinds.count("name")
    if names > 1 or kinds.count("candidate") > 1 or kinds.count("role") > 2:
        return False
    return names == 1 or kinds.count("organisation") >= 1


def _cuts(segment: Segment) -> Iterator[tuple[Segment, Segment]]:
    """The segment cut in two where a name and something else may meet without a separator."""
    tokens = segment.tokens
    for at in range(1, len(tokens)):
        if max(at, len(tokens) - at) > _MAX_NAME + 3:
            continue
        left, right = tokens[:at], tokens[at:]
        if not right[0].text[0].isupper():
            continue
        yield (
            Segment(Span(left[0].start, left[-1].end), left),
            Segment(Span(right[0].start, right[-1].end), right),
        )
