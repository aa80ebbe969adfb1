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

from kg.lists.segments.bodyscores import BODY_BY_SHAPE, organisation_score
from kg.lists.segments.fields import FieldType, Knowledge, score
from kg.lists.segments.items import Segment
from kg.lists.segments.namescores import name_score
from kg.lists.segments.roles import past_offices, read_offices_beside_name
from kg.model import Span

_BONUS = 0.3
_SPLIT_COST = 0.05
_SURE = 0.9
_RUN_COST = 0.15
_FLOOR = 0.5
# An item with several fields whose neighbours nearly all have the same layout is read like them.
_MOST = 0.6
_FLOOR_OF_ALIKE = 0.65
_WHOLE_NAME = 0.6
_SURE_NAME = 0.8
_KNOWN_PLACE = 0.5
_BESIDE_NAME = 0.4
_NAME_IN_BRACKETS = 0.4
_LEAST_NAME = 0.5  # of one word: a given name alone is nobody
_MAX_SEGMENTS = 8
_ALL_TYPES_UP_TO = 4
_CHOSEN = frozenset(("candidate", "name", "role", "other"))
_MOST_PEOPLE = 0.5
_SOME_PLACED = 0.3
_LEAST_NAMED = 0.4
_LINKS = frozenset(("and", "of", "for", "in", "at", "'s"))
_TAILS = frozenset(("of", "from", "in", "for"))
_MAX_PART = 8

Signature = tuple[FieldType, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A typed segment."""

    kind: FieldType
    segment: Segment


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an item: its fields in order, and how well they fit (0 to 1).

    ``signature`` are the types of the fields in order, a run of names counted as one.
    """

    fields: tuple[Field, ...]
    fit: float
    signature: Signature

    def all(self, kind: FieldType) -> list[Segment]:
        """The segments of a type, in order."""
        return [field.segment for field in self.fields if field.kind == kind]

    def first(self, kind: FieldType) -> Segment | None:
        """The first segment of a type."""
        return next(iter(self.all(kind)), None)


def choose(
    items: Sequence[Sequence[Sequence[Segment]]], knowledge: Knowledge
) -> list[Reading | None]:
    """The reading of each item under the layout of the whole list; None where none fits.

    Each item comes as the ways in which it may be cut into segments.
    """
    readings = [
        [reading for way in item for reading in _readings(way, knowledge)] for item in items
    ]
    votes: Counter[Signature] = Counter()
    for ways in readings:
        if ways:
            votes[max(ways, key=_raw).signature] += 1
    total = sum(votes.values()) or 1
    shares = {signature: count / total for signature, count in votes.items()}
    return [_best(ways, shares) for ways in readings]


def _raw(reading: Reading) -> tuple[float, Signature]:
    return reading.fit, reading.signature


def _best(ways: list[Reading], shares: dict[Signature, float]) -> Reading | None:
    def weighed(reading: Reading) -> tuple[float, Signature]:
        return reading.fit + _BONUS * shares.get(reading.signature, 0.0), reading.signature

    if not ways:
        return None
    best = max(ways, key=weighed)
    if best.signature == ("organisation",) and best.fit <= BODY_BY_SHAPE and _of_people(shares):
        named = [one for one in ways if one.signature[0] == "name" and one.fit >= _LEAST_NAMED]
        if named:
            return max(named, key=weighed)  # "Jane Doe of Anytown" among people
    share = shares.get(best.signature, 0.0)
    alike = share >= _MOST and len(best.signature) > 1 and weighed(best)[0] >= _FLOOR_OF_ALIKE
    return best if best.fit >= _FLOOR or alike else None


def _of_people(shares: dict[Signature, float]) -> bool:
    """Whether at least half of a list are people, or some with their places as printed here."""
    people = sum(share for kinds, share in shares.items() if "name" in kinds)
    return people >= _MOST_PEOPLE or shares.get(("name", "place"), 0.0) >= _SOME_PLACED


def _readings(item: Sequence[Segment], knowledge: Knowledge) -> Iterator[Reading]:
    """Every way to type the segments of an item, and when none is sure with one cut in two."""
    if not 0 < len(item) <= _MAX_SEGMENTS:
        return
    scores = [_scored(segment, knowledge) for segment in item]
    body = scores[0].get("organisation", 0.0) > scores[0].get("name", 0.0)
    scores[1:] = [  # "The Anytown Optimist (University of Anytown)"
        _of_body(one)
        if _is_bracketed(segment, knowledge) and (body or segment.tokens[0].fold == "university")
        else one
        for one, segment in zip(scores[1:], item[1:], strict=True)
    ]
    if scores[0].get("name", 0.0) >= _WHOLE_NAME:
        for beside, segment in zip(scores[1:], item[1:], strict=True):
            if read_offices_beside_name(knowledge.look(segment.tokens)):
                beside["role"] = 1.0
    if scores[0].get("name", 0.0) >= _SURE_NAME:  # what stands beside a sure name need not be known
        for beside, segment in zip(scores[1:], item[1:], strict=True):
            if len(beside) == 1 and _no_clause(segment, knowledge):
                beside["other"] = max(beside["other"], _BESIDE_NAME)
    uncut = list(_typed(item, scores, 0.0))
    yield from uncut
    if any(reading.fit >= _SURE and "name" in reading.signature for reading in uncut):
        return
    yield from _cut_in_two(item, scores, knowledge)


def _cut_in_two(
    item: Sequence[Segment], scores: Sequence[dict[FieldType, float]], knowledge: Knowledge
) -> Iterator[Reading]:
    """The readings of an item whose first segment holds two fields without a mark between them."""
    if item[0].tokens[-1].end < item[0].tokens[0].start:  # a surname and the given name behind it
        return
    office = past_offices(knowledge.look(item[0].tokens))
    named = knowledge.bodies or any("name" in s or "organisation" in s for s in scores[1:])
    for left, right in _halves(item[0], office):
        if not (named or _may_name((left, right), knowledge)):
            continue
        halves = [_half(left, knowledge), _half(right, knowledge)]
        if len(left.tokens) + len(right.tokens) == len(item[0].tokens):  # no "of" between
            halves[1] = _without_strange_place(halves[1])
        if len(left.tokens) == office:
            halves[0] = {"role": 1.0}
        elif office > 0 and right.tokens[0].text[0].isupper():
            halves[1].pop("organisation", None)  # the office holder's surname is in it
        if scores[0].get("organisation", 0.0) > scores[0].get("name", 0.0):
            halves = [_without_body(half) for half in halves]  # one body's name is not cut in two
        for reading in _typed((left, right, *item[1:]), [*halves, *scores[1:]], _SPLIT_COST):
            if reading.fields[0].kind != reading.fields[1].kind:
                yield reading


def _scored(segment: Segment, knowledge: Knowledge) -> dict[FieldType, float]:
    """The scores of a segment; in brackets stands something about the name, seldom the name."""
    scores = score(segment.tokens, knowledge)
    if scores.get("name", 1.0) < _LEAST_NAME and len(segment.tokens) == 1:
        del scores["name"]
    if "name" in scores and _is_bracketed(segment, knowledge):
        scores["name"] -= _NAME_IN_BRACKETS
    if "organisation" in scores and _is_named_behind_offices(segment, knowledge):
        del scores["organisation"]
    return scores


def _is_named_behind_offices(segment: Segment, knowledge: Knowledge) -> bool:
    """Whether joined offices stand before a name: "Party Chair and Assembly Member Jane Doe"."""
    tokens = segment.tokens
    if not any(token.fold == "and" for token in tokens):
        return False
    last = past_offices(knowledge.look(tokens))
    named = len(tokens) - last
    return last > 0 and named > 1 and all(token.text[0].isupper() for token in tokens[last:])


def _is_bracketed(segment: Segment, knowledge: Knowledge) -> bool:
    return knowledge.text[segment.span.start - 1 : segment.span.start] == "("


def _no_clause(segment: Segment, knowledge: Knowledge) -> bool:
    """Whether the segment has none of the small words of a clause: "What the polls say"."""
    small = knowledge.lexicon.function_words
    return all(t.fold in _LINKS or t.fold not in small for t in segment.tokens)


def _half(part: Segment, knowledge: Knowledge) -> dict[FieldType, float]:
    """The scores of a part that no mark sets off: a name must be a whole one there."""
    scores = score(part.tokens, knowledge)
    return {k: v for k, v in scores.items() if k != "name" or v >= _WHOLE_NAME}


def _without_strange_place(scores: dict[FieldType, float]) -> dict[FieldType, float]:
    """The scores of what directly follows a name, where only a known place is one."""
    return {k: v for k, v in scores.items() if k != "place" or v >= _KNOWN_PLACE}


def _may_name(halves: Sequence[Segment], knowledge: Knowledge) -> bool:
    """Whether one of two parts may be whoever an item names: the cheap question.

    An item that names nobody is read in no way.
    """
    looked = [knowledge.look(part.tokens) for part in halves]
    return any(
        one.folds[0] == "@" or name_score(one) >= _WHOLE_NAME or organisation_score(one) > 0.0
        for one in looked
    )


def _without_body(scores: dict[FieldType, float]) -> dict[FieldType, float]:
    return {kind: value for kind, value in scores.items() if kind != "organisation"}


def _of_body(scores: dict[FieldType, float]) -> dict[FieldType, float]:
    """The scores of what stands in brackets behind a body: its members, its branch, its letters."""
    return {**_without_body(scores), "other": max(scores["other"], _BESIDE_NAME)}


def _typed(
    item: Sequence[Segment], scores: Sequence[dict[FieldType, float]], cost: float
) -> Iterator[Reading]:
    weights = [len(segment.tokens) for segment in item]
    kinds_of = [_likely(s, len(item)) for s in scores]
    for kinds in product(*kinds_of):
        if not _possible(kinds):
            continue
        fit = sum(s[k] * w for s, k, w in zip(scores, kinds, weights, strict=True)) / sum(weights)
        if kinds.count("name") > 1 and "candidate" not in kinds:
            fit -= _RUN_COST
        fields = tuple(Field(k, s) for k, s in zip(kinds, item, strict=True))
        yield Reading(fields, fit - cost, _signature(kinds))


def _signature(kinds: Sequence[FieldType]) -> Signature:
    return tuple(k for i, k in enumerate(kinds) if k != "name" or not i or kinds[i - 1] != k)


def _likely(scores: dict[FieldType, float], segments: int) -> Sequence[FieldType]:
    """The types worth trying: all in a short item, the best two in a long one."""
    if segments <= _ALL_TYPES_UP_TO:
        return tuple(scores)
    return sorted(scores, key=lambda kind: (-scores[kind], kind))[:2]


def _possible(kinds: Sequence[FieldType]) -> bool:
    """One endorser, a name or else an organisation; several names only as a run by themselves.

    A run of names may follow the place or body that they share, "Place: A, B and C", and those
    whom a body chose may follow it with what they stand for: "Body: A (leader), B (deputy)".
    """
    if len(kinds) > 2 and (kinds.count("role") > 2 or kinds.count("place") > 2):
        return False
    candidates = kinds.count("candidate")
    if candidates and kinds[0] == "organisation" and _CHOSEN.issuperset(kinds[1:]):
        return True
    names = kinds.count("name")
    if candidates > 1:
        return False
    if names > 1:
        return kinds[0] in ("place", "organisation") and set(kinds[1:]) == {"name"}
    return names == 1 or kinds.count("organisation") == 1


def _halves(segment: Segment, office: int) -> Iterator[tuple[Segment, Segment]]:
    """The segment cut in two where a name and something else may meet without a separator.

    Never inside the ``office`` that it begins with, so many tokens long.
    """
    tokens = segment.tokens
    for at in range(max(1, office), len(tokens)):
        if max(at, len(tokens) - at) > _MAX_PART:
            continue
        left, right = tokens[:at], tokens[at:]
        if right[0].fold in _TAILS and len(right) > 1:  # "Jane Doe of Anytown"
            right = right[1:]
        if not right[0].text[0].isupper():
            continue
        yield (
            Segment(Span(left[0].start, left[-1].end), left),
            Segment(Span(right[0].start, right[-1].end), right),
        )
