"""What would follow from a decision, in sentences: worked out by what the build would do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.deciding.known import Known
from kg.deciding.model import WORDS, Side
from kg.decisions import Verdict
from kg.identity import Identity, Occurrence
from kg.iris import slug

Stances = Mapping[str, frozenset[str]]
"""Contest → the candidates supported in it, in words."""
_NEVER_AGAIN = "kg check will not ask about them again"


@dataclass(frozen=True, slots=True)
class _Change:
    """The occurrences of both sides, and who is who before and after."""

    known: Known
    one: Side
    other: Side
    after: Identity

    def before_of(self, side: Side) -> frozenset[str]:
        """The IRIs under which the occurrences of a side go now."""
        return frozenset(self.known.canonical(one) for one in self.known.named[side.iri])

    def after_of(self, side: Side) -> frozenset[str]:
        """The IRIs under which they would go."""
        found = self.known.named[side.iri]
        return frozenset(self.known.canonical(one, self.after) for one in found)


def effects(
    known: Known, one: Side, other: Side, verdict: Verdict, after: Identity
) -> tuple[str, ...]:
    """What would follow when the row is there, ``after`` being who is who by it."""
    if other.kind == "outside":
        return _OUTSIDE[verdict](one, other)
    return tuple(_INSIDE[verdict](_Change(known, one, other, after)))


def _same(change: _Change) -> Iterator[str]:
    one, other = change.one, change.other
    if change.before_of(one) == change.before_of(other):
        yield "They are one already, by name and context; the row makes it certain."
        return
    joined = sorted(change.after_of(one) | change.after_of(other))
    yield f"{one.name} and {other.name} become one {WORDS[one.kind]}: {', '.join(joined)}"
    gone = (change.before_of(one) | change.before_of(other)) - set(joined)
    yield from (f"{old} leads on to it" for old in sorted(gone))
    yield (
        f"{_count(one.statements)} of the one and {other.statements} of the other will be about "
        f"that one {WORDS[one.kind]}"
    )
    yield from _joined(change)


def _different(change: _Change) -> Iterator[str]:
    if change.before_of(change.one) == change.before_of(change.other):
        yield from _parted(change)
    else:
        yield f"They stay apart, and {_NEVER_AGAIN}"


def _unsure(change: _Change) -> Iterator[str]:
    if change.before_of(change.one) == change.before_of(change.other):
        yield from _parted(change)
    yield f"They are tied by skos:closeMatch, and {_NEVER_AGAIN}"


def _parted(change: _Change) -> Iterator[str]:
    """What was one by name and context, and no longer is."""
    apart = sorted(change.after_of(change.one) | change.after_of(change.other))
    word = WORDS[change.one.kind]
    yield f"They are one {word} now, by name and context, and will be apart: {', '.join(apart)}"
    for contest, one, other in _backings(change, change.known.identity):
        for candidate in sorted(one & other):
            yield f"Both back {candidate} in {contest}: counted twice, no longer once"
        if len(one) == len(other) == 1 and one != other:
            yield f"{_and(one | other)} in {contest} are then backed by one each: no double backing"


def _joined(change: _Change) -> Iterator[str]:
    """What becomes of backings that both have, or that do not go together."""
    for contest, one, other in _backings(change, change.after):
        for candidate in sorted(one & other):
            yield f"Both back {candidate} in {contest}: counted once, no longer twice"
        if len(one | other) > 1:
            yield (
                f"One would then be behind {_and(one | other)} in {contest}, a double backing "
                "that kg check shows: read the passages again"
            )


def _backings(
    change: _Change, who: Identity
) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """Each contest in which either side supports somebody, and whom each supports, in words."""
    ones = _stances(change.known, change.known.named[change.one.iri], who)
    others = _stances(change.known, change.known.named[change.other.iri], who)
    for contest in sorted({*ones, *others}):
        yield contest, ones.get(contest, frozenset()), others.get(contest, frozenset())


def _stances(known: Known, ones: Iterable[Occurrence], who: Identity) -> Stances:
    """Whom the occurrences support, by contest, both as people call them."""
    names = {slug(one.name): one.name for one in known.occurrences if one.stands_in}
    contests = {
        (one.key, one.article): (who.key("contest", one.key, one.article), one.name)
        for one in known.occurrences
        if one.kind == "contest"
    }
    labels = dict(sorted(contests.values(), reverse=True))
    found: dict[str, set[str]] = {}
    for one in ones:
        for contest, candidate, polarity in one.backs:
            if polarity == "supports":
                key = who.key("contest", contest, one.article)
                label = labels.get(key, key)
                found.setdefault(label, set()).add(names.get(candidate, candidate))
    return {contest: frozenset(found[contest]) for contest in sorted(found)}


def _same_outside(one: Side, other: Side) -> tuple[str, ...]:
    return (f"{one.name} is linked to {other.iri} by schema:sameAs", "Nothing is joined by it")


def _different_outside(one: Side, other: Side) -> tuple[str, ...]:
    return (f"{one.name} is never linked to {other.iri}; nothing else changes",)


def _unsure_outside(one: Side, other: Side) -> tuple[str, ...]:
    return (f"{one.name} is tied to {other.iri} by skos:closeMatch",)


def _count(number: int) -> str:
    return f"{number} statement{'' if number == 1 else 's'}"


def _and(words: Iterable[str]) -> str:
    *most, last = sorted(words)
    return f"{', '.join(most)} and {last}" if most else last


_INSIDE: Mapping[Verdict, Callable[[_Change], Iterator[str]]] = {
    "same": _same,
    "different": _different,
    "unsure": _unsure,
}
_OUTSIDE: Mapping[Verdict, Callable[[Side, Side], tuple[str, ...]]] = {
    "same": _same_outside,
    "different": _different_outside,
    "unsure": _unsure_outside,
}
