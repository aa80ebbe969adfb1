"""Pairs that are alike by name: looked for in small blocks, never among all pairs.

Every rule puts people into blocks of those that agree in something exactly (place and surname, full
name, ...) and compares each only with the next few of its block by IRI, so that the work grows with
the number of people and not with its square.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from kg.identity.sides import Side, shared
from kg.identity.wording import is_full, printed, without_titles
from kg.iris import slug
from kg.nicknames import Nicknames

ProposalKind = Literal[
    "nickname", "initial", "middle name", "misspelling", "no context", "context", "name", "backings"
]
"""What speaks for two being one; of ``backings`` what speaks for one being two."""
_NEIGHBOURS = 12
_SHORTEST_PREFIX = 3
_SHORTEST_MISSPELT = 5
_SHORTEST_BODY = 7
Words = tuple[str, ...]
Open = Callable[[Side, Side], bool]
"""Whether two have not been decided."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two that are alike, the first by IRI first, and why."""

    one: Side
    other: Side
    kind: ProposalKind
    reason: str


@dataclass(frozen=True, slots=True)
class _Named:
    """A side under one of its names: given name, what is between, surname, all slugs."""

    side: Side
    words: Words

    @property
    def given(self) -> str:
        return self.words[0]

    @property
    def surname(self) -> str:
        return self.words[-1]


def alike(
    people: Sequence[Side], bodies: Sequence[Side], nicknames: Nicknames, is_open: Open
) -> list[Pair]:
    """Each pair that ``is_open`` to a decision once, by the first rule that finds it."""
    named = [_Named(side, words) for side in people for words in sorted(set(_words(side)))]
    found: dict[tuple[str, str], Pair] = {}
    pairs = chain(
        _of_one_place(named, nicknames),
        _misspelt(named),
        _of_one_name(named, is_open),
        _without_place(named, nicknames),
        _near_bodies(bodies),
    )
    for pair in pairs:
        if is_open(pair.one, pair.other):
            found.setdefault((pair.one.iri, pair.other.iri), pair)
    return list(found.values())


def _words(side: Side) -> Iterator[Words]:
    """Each name in slugs of its words; only those with a given name and a surname."""
    for name in side.names:
        whole = without_titles(slug(name), side.titles)
        words = tuple(slug(word) for word in name.split() if any(c.isalnum() for c in word))
        kept = words[len(words) - _count(words, whole) :]
        if len(kept) > 1:
            yield kept


def _count(words: Words, whole: str) -> int:
    """How many of the last words make up ``whole``; all if none do."""
    counts = range(1, len(words))
    return next((n for n in counts if "-".join(words[len(words) - n :]) == whole), len(words))


def _blocks(entries: Iterable[tuple[object, _Named]]) -> Iterator[list[_Named]]:
    """Those of one key each, by IRI."""
    found: dict[object, list[_Named]] = {}
    for key, one in entries:
        found.setdefault(key, []).append(one)
    for block in found.values():
        yield sorted(block, key=lambda one: (one.side.iri, one.words))


def _pairs(entries: Iterable[tuple[object, _Named]]) -> Iterator[tuple[_Named, _Named]]:
    """Neighbours of one block, each pair with the smaller IRI first."""
    for block in _blocks(entries):
        for index, one in enumerate(block):
            for other in block[index + 1 : index + 1 + _NEIGHBOURS]:
                if one.side is not other.side:
                    yield one, other


def _of_one_place(named: Sequence[_Named], nicknames: Nicknames) -> Iterator[Pair]:
    """One place and surname, and given names that may be one."""
    entries = (((place, one.surname), one) for one in named for place in one.side.contexts)
    for one, other in _pairs(entries):
        found = _given_alike(one, other, nicknames)
        if found:
            kind, why = found
            yield Pair(
                one.side, other.side, kind, f"{why}; surname and {_place(one, other)} agree."
            )


def _given_alike(
    one: _Named, other: _Named, nicknames: Nicknames
) -> tuple[ProposalKind, str] | None:
    """How the given names of two with one surname go together, if they do."""
    first, second = sorted((one.given, other.given), key=lambda name: (len(name), name))
    begun, whole = _quoted((first,)), _quoted((second,))
    if first == second:
        if one.words == other.words or _initials_differ(one, other):
            return None
        return "middle name", f"Both are called {whole}, one with another name behind it"
    if len(first) == 1:
        fits = second.startswith(first)
        return ("initial", f"{begun} may stand for {whole}") if fits else None
    if nicknames.related(first, second):
        return "nickname", f"{begun} and {whole} are forms of one given name"
    if len(first) >= _SHORTEST_PREFIX and second.startswith(first):
        return "nickname", f"{begun} begins {whole}"
    return None


def _initials_differ(one: _Named, other: _Named) -> bool:
    """Whether both have names in the middle, and they begin with different letters."""
    between = one.words[1:-1], other.words[1:-1]
    return bool(between[0] and between[1]) and between[0][0][0] != between[1][0][0]


def _misspelt(named: Sequence[_Named]) -> Iterator[Pair]:
    """One place and one half of the name, and one letter wrong in the other half."""
    entries = [
        ((place, half, kept, variant), one)
        for one in named
        for place in one.side.contexts
        for half, kept, long in ((0, one.given, one.surname), (1, one.surname, one.given))
        if len(long) >= _SHORTEST_MISSPELT
        for variant in _variants(long)
    ]
    for one, other in _pairs(entries):
        halves = (one.surname, other.surname), (one.given, other.given)
        wrong = next((half for half in halves if half[0] != half[1]), None)
        if wrong and one.words != other.words and one_letter_apart(*wrong):
            why = (
                f"{_quoted(wrong[:1])} and {_quoted(wrong[1:])} differ in one letter; "
                f"the rest of the name and {_place(one, other)} agree."
            )
            yield Pair(one.side, other.side, "misspelling", why)


def _variants(word: str) -> set[str]:
    """The word, and the word without each of its letters: shared by words one letter apart."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or other, or two changed round, makes one word the other."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    turned = len(one) == 2 and one == other[::-1]
    return turned or (max(len(one), len(other)) == 1)


def _of_one_name(named: Sequence[_Named], is_open: Open) -> Iterator[Pair]:
    """One full name in different articles, of two places or without one.

    Each is paired with the first of the name that it may be, one with a place before any other:
    once that is decided, it is with the next.
    """
    for block in _blocks((one.words, one) for one in named if is_full("-".join(one.words))):
        block.sort(key=lambda one: not one.side.contexts)
        first = block[:_NEIGHBOURS]
        for index, other in enumerate(block):
            before = (one for one in first[:index] if one.side is not other.side)
            for one in before:
                if _may_be_one(one.side, other.side) and is_open(one.side, other.side):
                    yield _of_pair(one, other)
                    break


def _may_be_one(one: Side, other: Side) -> bool:
    """Whether no article has both, and no place is the same: those have rules of their own."""
    return not one.articles & other.articles and not one.contexts & other.contexts


def _of_pair(one: _Named, other: _Named) -> Pair:
    """The pair of two of one full name."""
    name, (first, second) = _quoted(one.words), sorted((one.side, other.side), key=_by_iri)
    if one.side.contexts and other.side.contexts:
        places = f"{_places(first)} and {_places(second)}"
        return Pair(first, second, "context", f"{name} stands beside {places}, in two articles.")
    placed = next((side for side in (first, second) if side.contexts), None)
    if placed:
        why = f"{name} stands beside {_places(placed)} in one article, without a place in another."
    else:
        why = f"{name} stands in two articles, in neither with a place."
    return Pair(first, second, "no context", why)


def _by_iri(side: Side) -> str:
    return side.iri


def _without_place(named: Sequence[_Named], nicknames: Nicknames) -> Iterator[Pair]:
    """One surname, related given names, one of the two without a place, and a shared act."""
    entries = (
        ((one.surname, full, token), one)
        for one in named
        for full in sorted(nicknames.full.get(one.given, frozenset((one.given,))))
        for token in _tokens(one.side)
    )
    for one, other in _pairs(entries):
        if one.side.contexts and other.side.contexts:
            continue
        found = _given_alike(one, other, nicknames)
        if found:
            why = f"{found[1]}; the surname agrees, and one of the two has no place."
            yield Pair(one.side, other.side, found[0], why)


def _near_bodies(bodies: Sequence[Side]) -> Iterator[Pair]:
    """Bodies of which one name begins the other or has one letter wrong, and which share an act."""
    for one, other in _pairs(
        ((token, block), _Named(side, words))
        for side in bodies
        for words in sorted({_bare_words(name) for name in side.names})
        for block in {words[0], *_variants("-".join(words))}
        for token in _tokens(side)
    ):
        short, long = sorted((one.words, other.words), key=lambda words: (len(words), words))
        if long[: len(short)] == short and short != long:
            why = f"{_quoted(short)} begins {_quoted(long)}."
            yield Pair(one.side, other.side, "name", why)
        elif len("".join(short)) >= _SHORTEST_BODY and one_letter_apart(
            "-".join(short), "-".join(long)
        ):
            why = f"{_quoted(short)} and {_quoted(long)} differ in one letter."
            yield Pair(one.side, other.side, "misspelling", why)


def _bare_words(name: str) -> Words:
    words = slug(name).split("-")
    return tuple(words[1:] if words[0] == "the" and words[1:] else words)


def _tokens(side: Side) -> list[tuple[str, ...]]:
    return [*sorted(side.backs), *((contest,) for contest in sorted(side.stands))]


def _quoted(words: Sequence[str]) -> str:
    return f"“{printed('-'.join(words))}”"


def _place(one: _Named, other: _Named) -> str:
    return printed(shared(one.side.contexts, other.side.contexts)[0])


def _places(side: Side) -> str:
    return " and ".join(printed(place) for place in sorted(side.contexts))
