"""Whom "they" means: people named together before it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.cast import Cast
from kg.frames.clause.clauses import is_governed, opens_clause
from kg.frames.coordination.chains import actors, chain_right
from kg.model import Mention
from kg.passages import Passage
from kg.prose.reference.antecedents import Antecedents
from kg.words.nouns import Noun, Sentence

_REACH = 3
_TWO = 2
_DEFINITE = frozenset(("the", "both"))
_COUNTED = frozenset(("group", "number"))
_SOME = frozenset(("some", "many", "most", "few", "several", "half", "one", "none"))


def several(passages: Sequence[Passage], cast: Cast, noun: Noun, at: int) -> tuple[Mention, ...]:
    """Whom "they" in passage ``at`` means: people joined before it in its sentence or another.

    If no people are, the bodies that did something together are meant. Nobody is when only some of
    many are spoken of: "Some of them said that they".
    """
    if _of_some(passages[at].sentence, noun):
        return ()
    here = _several_here(passages, cast, noun, at)
    return (
        here or several_before(passages, cast, noun, at) or joined_bodies(passages, cast, noun, at)
    )


def _of_some(sentence: Sentence, pronoun: Noun) -> bool:
    """Whether "some of them", "many of those" stands before the pronoun."""
    return any(
        sentence.folds[at + 1 : at + 3] in (["of", "them"], ["of", "those"], ["of", "these"])
        for at in sentence.places(_SOME)
        if at < pronoun.first
    )


def two_bodies(passages: Sequence[Passage], cast: Cast, noun: Noun, at: int) -> tuple[Mention, ...]:
    """The two bodies that "the two", "both" or "the two groups" mean, if just two are joined."""
    folds = passages[at].sentence.folds
    known = folds[noun.first] in _DEFINITE or folds[noun.first - 1 : noun.first] == ["the"]
    if noun.count != _TWO or not known:
        return ()
    found = joined_bodies(passages, cast, noun, at)
    return found if len(found) == _TWO else ()


def both_bodies(
    passages: Sequence[Passage], cast: Cast, noun: Noun, at: int
) -> tuple[Mention, ...]:
    """The two bodies that "both" means, if the sentence before does not name two people."""
    if passages[at].sentence.folds[noun.first] != "both":
        return ()
    found = joined_bodies(passages, cast, noun, at)
    before = passages[at - 1].sentence.nouns if at else []
    people = sum(one.kind == "person" for one in before)
    return found if len(found) == _TWO and people < _TWO else ()


def joined_bodies(
    passages: Sequence[Passage], cast: Cast, noun: Noun, at: int
) -> tuple[Mention, ...]:
    """The bodies joined as the subject of the last clause that has one: "X and Y met. They"."""
    for back in range(at, max(-1, at - 1 - _REACH), -1):
        sentence = passages[back].sentence
        for first in sentence.nouns:
            if back == at and first.last > noun.first:
                break
            opening = _counted_before(sentence, first) or first
            if first.kind != "organisation" or not opens_clause(sentence, opening):
                continue
            chain = [one for one in chain_right(sentence, first) if one.kind == "organisation"]
            found = [cast.member(one) for one in chain]
            bodies = tuple(dict.fromkeys(member for member in found if member is not None))
            return bodies if len(bodies) > 1 else ()
    return ()


def _several_here(
    passages: Sequence[Passage], cast: Cast, noun: Noun, at: int
) -> tuple[Mention, ...]:
    """The people joined as the subject of an earlier clause: "A and B said that they"."""
    sentence = passages[at].sentence
    for first in sentence.nouns:
        if first.last > noun.first:
            break
        titled = sentence.noun(first.first - 1)  # "Councillors A and B"
        opening = titled if titled is not None and titled.kind == "group" else first
        if first.kind != "person" or not opens_clause(sentence, opening):
            continue
        chain = [one for one in chain_right(sentence, first) if one.last <= noun.first]
        people = [cast.member(a.noun) for a in actors(sentence, chain)]
        named = tuple(member for member in people if member is not None)
        if len(named) > 1:
            return named
    return ()


def _counted_before(sentence: Sentence, noun: Noun) -> Noun | None:
    """Two unions in "Two unions, the A and the B"."""
    at = noun.first - 1
    at -= at > 0 and sentence.folds[at] == "the"
    if sentence.folds[at : at + 1] != [","]:
        return None
    beside = (sentence.noun(at - 1), sentence.noun(at - 2))  # "two unions", "two clubs"
    return next((one for one in beside if one is not None and one.count is not None), None)


def several_before(
    passages: Sequence[Passage], cast: Cast, noun: Noun, at: int
) -> tuple[Mention, ...]:
    """The last people named together in an earlier sentence of this or the last paragraphs.

    Nobody when the sentence itself counts some: "31 MPs say that they" are those. What is called
    "their" backing is not that of those whom others back.
    """
    sentence = passages[at].sentence
    told = [n for n in sentence.nouns if n.kind in _COUNTED and n.last <= noun.first]
    if any(sentence.folds[n.last : n.last + 1] != ["'s"] for n in told):
        return ()
    owned = noun.name == "their"
    for back in range(at - 1, max(-1, at - 2 - 2 * _REACH), -1):
        sentence = passages[back].sentence
        for noun in sentence.nouns:
            if noun.kind not in ("person", "group"):
                continue
            group = actors(sentence, chain_right(sentence, noun))
            named = [
                (member,) if (member := cast.member(actor.noun)) else cast.joined(actor.noun)
                for actor in group
            ]
            people = tuple(member for members in named for member in members)
            if len(people) > 1:
                return () if owned and _is_done_to(sentence, noun) else people
    return ()


def _is_done_to(sentence: Sentence, noun: Noun) -> bool:
    """Whether others do something to those named: "the groups are behind A and B"."""
    before = sentence.noun(noun.first - 1)
    called = before is None and sentence.tokens[noun.first - 1].text.islower()
    return is_governed(sentence, noun) or (
        called and noun.first > 1 and not opens_clause(sentence, noun)
    )


def in_series(talk: Antecedents, at: int) -> set[Mention | None]:
    """Those whom passage ``at`` names in a series of three and more: no one of them is "he"."""
    sentence = talk.passages[at].sentence
    found: set[Mention | None] = set()
    for noun in sentence.nouns:
        if noun.kind == "person" and sentence.folds[noun.last : noun.last + 1] == [","]:
            people = [one for one in chain_right(sentence, noun) if one.kind == "person"]
            found.update(talk.member(one, at) for one in people if len(people) > _TWO)
    return found
