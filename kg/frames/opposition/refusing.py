"""Refusals that are opposition: "will not vote for Y", "cannot support Y", "anyone but Y".

Refusing to endorse is no opposition: who will not say whom to choose may vote for anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.frames.coordination.chains import actors, noun_from
from kg.frames.making import make_frame
from kg.frames.model import Actor, Frame, Hedge
from kg.frames.places.objects import read_objects
from kg.frames.places.subject import find_subject
from kg.lexicon import Cue, Lexicon
from kg.phrases import Match
from kg.words.nouns import Noun, Sentence

_ANYONE_BUT = frozenset(
    (one, but) for one in ("anyone", "anybody", "anything", "whoever") for but in ("but", "except")
)
_PAIRED = {"neither": "nor", "either": "or"}
_WILLING = frozenset(("will", "won't", "never", "would", "wouldn't", "'ll", "i'll", "we'll"))
_ABLE = frozenset(("can", "can't", "cannot", "could", "couldn't"))
_RULING = frozenset(("rule", "rules", "ruled", "ruling"))
_DENYING = frozenset(("not", "n't", "refused", "declined", "never", "cannot"))
_NEVER = frozenset(("never",))
_REACH = 4
_PEOPLE = ("person", "pronoun")


def is_opposition(sentence: Sentence, index: int, cue: Cue) -> bool:
    """Whether the negated cue at ``index`` is said against its object.

    "Will not vote for" is, and "cannot support"; "will not endorse" is not, nor "did not vote". Who
    rules out voting for somebody is against her, who does not rule it out is nothing.
    """
    before = frozenset(sentence.folds[max(0, index - _REACH) : index])
    if not before.isdisjoint(_RULING):
        return cue.frame == "vote" and _DENYING.isdisjoint(sentence.folds[:index])
    if cue.frame == "vote":
        return bool(before & (_WILLING | _ABLE))
    plain = cue.frame == "act" and not cue.force
    return plain and bool(before & _ABLE or (before & _NEVER and before & _WILLING - _NEVER))


def read_refused(sentence: Sentence, index: int, match: Match[Cue]) -> Iterator[Frame]:
    """SUBJECT will vote for neither Y nor Z, cannot vote for either, or wants anyone but Y."""
    end = index + match.length
    rejected = anyone_but(sentence, end)
    hedge: Hedge = ""
    subject = find_subject(sentence, index)
    if not rejected and match.value.frame == "vote":
        rejected = _paired(sentence, end)
        either = sentence.folds[end : end + 1] == ["either"]
        if either and not (
            subject.hedge == "negated" and is_opposition(sentence, index, match.value)
        ):
            return
    elif subject.hedge != "conditional":
        hedge = subject.hedge  # "would back anyone but Y"
    if rejected and subject.chain:
        found = actors(sentence, list(subject.chain))
        cue = (index, end)
        yield make_frame("prose.active", "opposes", found, rejected, hedge, cue, match.value.frame)


def is_vote_denied(sentence: Sentence, verb: int, index: int) -> bool:
    """Whether "will not get my vote" is said: the noun stands at ``index``, its verb at ``verb``.

    Who withholds an endorsement may vote for anybody; who withholds a vote may not.
    """
    before = sentence.folds[max(0, verb - _REACH) : verb]
    return sentence.folds[index] in ("vote", "votes") and not _WILLING.isdisjoint(before)


def neither_of(sentence: Sentence, chain: Sequence[Noun]) -> list[Noun]:
    """The chain with the first of "neither Y nor Z"."""
    first = chain[0].first
    if sentence.folds[first - 1 : first] != ["nor"]:
        return list(chain)
    other = sentence.noun(first - 2)
    return [*([other] if other is not None else []), *chain]


def anyone_but(sentence: Sentence, at: int) -> tuple[Actor, ...]:
    """Y in "anyone but Y", which begins at token ``at``."""
    if tuple(sentence.folds[at : at + 2]) not in _ANYONE_BUT:
        return ()
    return _people(sentence, [noun_from(sentence, at + 2)])


def _paired(sentence: Sentence, at: int) -> tuple[Actor, ...]:
    """Y and Z in "neither Y nor Z", "either Y or Z"."""
    second = _PAIRED.get(sentence.folds[at]) if at < len(sentence.folds) else None
    first = noun_from(sentence, at + 1) if second else None
    if first is None or sentence.folds[first.last : first.last + 1] != [second]:
        return ()
    return _people(sentence, [first, noun_from(sentence, first.last + 1)])


def _people(sentence: Sentence, nouns: Sequence[Noun | None]) -> tuple[Actor, ...]:
    people = [noun for noun in nouns if noun is not None and noun.kind in _PEOPLE]
    return actors(sentence, people) if len(people) == len(nouns) else ()


def read_ousting(
    sentence: Sentence, index: int, match: Match[Cue], lexicon: Lexicon
) -> Iterator[Frame]:
    """SUBJECT voted to remove Y; without a vote, to oust somebody is only to follow him."""
    voted = sentence.folds[max(0, index - 3) : index]
    if not voted or voted[-1] != "to" or (not voted[0].startswith("vot") and "voted" not in voted):
        return
    objects = read_objects(sentence, index + match.length, lexicon)
    subject = find_subject(sentence, index)
    if objects and subject.chain and not subject.passive:
        yield make_frame(
            "prose.ousting",
            "opposes",
            actors(sentence, list(subject.chain)),
            objects,
            subject.hedge,
            (index, index + match.length),
        )
