"""Sides told in few words: "A for Y, B for Z", "also in the Y camp are A and B", "joined by A"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.coordination.chains import actors, noun_from, object_chain
from kg.frames.making import make_frame
from kg.frames.model import Frame
from kg.frames.places.subject import find_subject
from kg.words.nouns import Noun, Sentence

_CAMPS = frozenset(("camp", "corner"))
_OPENING = _CAMPS | {"joined"}
_LISTING = frozenset(("are", "is", "were", "include", "includes", "included"))
_SIDES = frozenset(("sides", "choice", "choices", "preference", "preferences"))
_PARTING = frozenset((",", ";", "and", "while", "but"))
_ENDING = frozenset((".", ",", ";", "and", "in", "!"))
_TENSES = (["been"], ["is"], ["are"], ["now"])
_NAMED = frozenset(("person", "office", "organisation", "group"))
_ASIDE = 6
_LEAST = 2


def read_sides(sentence: Sentence) -> Iterator[Frame]:
    """The frames of pairs, camps and of those who join whoever was spoken of."""
    for at in sentence.places(_OPENING):
        if sentence.folds[at] in _CAMPS:
            yield from _in_camp(sentence, at)
        elif sentence.folds[at + 1 : at + 2] == ["by"]:
            yield from _joined(sentence, at)
    if "for" in sentence.folds:
        yield from _paired(sentence)


def _in_camp(sentence: Sentence, camp: int) -> Iterator[Frame]:
    """A and B in "Two more in the Y camp are A and B", "also in Y's camp, she said, are A"."""
    end = camp - sentence.is_owning(camp - 1)
    owner = sentence.noun(end - 1)
    if owner is None or owner.kind != "person":
        return
    first = owner.first - (sentence.kinds[owner.first - 1] == "determiner")
    if first < 1 or sentence.folds[first - 1] != "in":
        return
    after = _past_aside(sentence, camp + 1)
    named = noun_from(sentence, after + 1) if after < len(sentence.folds) else None
    if named is None or sentence.folds[after] not in _LISTING:
        return
    if named.kind in _NAMED:
        campers = actors(sentence, object_chain(sentence, named))
        camped = actors(sentence, [owner])
        yield make_frame("prose.camp", "supports", campers, camped, "", (camp, after + 1))


def _past_aside(sentence: Sentence, at: int) -> int:
    """Past words set off between commas: ", he added,"."""
    if sentence.folds[at : at + 1] != [","]:
        return at
    ahead = sentence.folds[at + 1 : at + _ASIDE]
    return at + 2 + ahead.index(",") if "," in ahead else at


def _joined(sentence: Sentence, at: int) -> Iterator[Frame]:
    """A and B in "she has now been joined by A and B": they do what she was said to do."""
    if sentence.folds[at - 1 : at] not in _TENSES:
        return  # "was joined by A on the stage"
    named = noun_from(sentence, at + 2)
    if named is None or named.kind not in _NAMED:
        return
    chain = object_chain(sentence, named)
    end = chain[-1].last
    subject = find_subject(sentence, at)
    if (end < len(sentence.folds) and sentence.folds[end] not in _ENDING) or not subject.chain:
        return
    before = actors(sentence, list(subject.chain))
    joining = actors(sentence, chain)
    hedge = subject.hedge
    yield make_frame("prose.echo", "supports", joining, before, hedge, (at, at + 2), "joined")


def _paired(sentence: Sentence) -> Iterator[Frame]:
    """Each pair of "have taken sides: A for Y, B for Z"; one pair alone is none."""
    if _SIDES.isdisjoint(sentence.folds):
        return
    pairs = [
        (before, at, after)
        for at, word in enumerate(sentence.folds)
        if word == "for" and (before := _person(sentence, at - 1, last=at))
        if (after := noun_from(sentence, at + 1)) and after.kind == "person"
    ]
    if len(pairs) < _LEAST or not all(_is_parted(sentence, end.last) for _, _, end in pairs):
        return
    for before, at, after in pairs:
        siding, chosen = actors(sentence, [before]), actors(sentence, [after])
        yield make_frame("prose.sides", "supports", siding, chosen, "", (at, at + 1), "endorse")


def _person(sentence: Sentence, at: int, *, last: int) -> Noun | None:
    noun = sentence.noun(at)
    return noun if noun is not None and noun.kind == "person" and noun.last == last else None


def _is_parted(sentence: Sentence, at: int) -> bool:
    """Whether a pair ends at token ``at``."""
    return at >= len(sentence.folds) or sentence.folds[at] in _PARTING | {"."}
