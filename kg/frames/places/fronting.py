"""Objects apart from their verb: "it is Y that X supports", "the candidate X supports is Y"."""

from __future__ import annotations

from kg.frames.coordination.chains import actors, chain_left, noun_from
from kg.frames.model import Actor
from kg.frames.places.subject import find_subject
from kg.frames.places.verbgroup import verb_group
from kg.words.nouns import Noun, Sentence

_CLEFT = frozenset(("that", "whom", "who"))
STANDING = frozenset(("candidate", "contender", "hopeful"))
SOMEBODY = STANDING | {"man", "woman", "person", "one"}
_SEVERAL = frozenset(("candidates", "contenders", "hopefuls", "people", "ones", "two", "three"))
_WHOM = frozenset(("that", "whom", "who"))
_BEING = frozenset(("is", "was", "remains"))
_WORDS_FOR_WHAT = 7  # "for the vacant seat in the north"
_CLOSING = frozenset((".", ",", ";", ":", '"', "”", "!", ")"))


_OTHERWISE = _CLOSING | {"to"}  # "the candidate X wants to meet is Y"


def read_fronted(sentence: Sentence, verb: int, end: int) -> tuple[Actor, ...]:
    """The object before the verb at ``verb``, whose phrase ends before ``end``; often none.

    "That" and "who" follow an object only in "it is Y that"; nothing may stand in its own place.
    """
    if not _is_closed(sentence, end):
        return ()
    subject = find_subject(sentence, verb)
    if not subject.chain or subject.passive:
        return ()
    at = subject.chain[0].first - 1
    if at >= 0 and sentence.kinds[at] == "determiner":
        at -= 1
    chosen = _called_so(sentence, at)
    if chosen is not None:
        return actors(sentence, chain_left(sentence, chosen))
    if at < 2 or sentence.folds[at] not in _CLEFT:
        return ()
    if told := _told_of(sentence, at):
        return actors(sentence, told)
    fronted = _before(sentence, at)
    if fronted is None or not (sentence.folds[at] == "whom" or _is_cleft(sentence, fronted)):
        return ()
    return actors(sentence, [fronted])


def read_identified(
    sentence: Sentence, verb: int, end: int, words: frozenset[str]
) -> tuple[Actor, ...]:
    """Y in "the candidate (whom) X backs for mayor is Y", if one of ``words`` leads to X.

    The phrase of the verb ends before token ``end``.
    """
    start, group = verb_group(sentence, verb)
    noun = sentence.noun(start)
    if noun is None or group.passive:
        return ()
    at = chain_left(sentence, noun)[0].first - 1
    at -= at > 0 and sentence.kinds[at] == "determiner"
    at -= at > 0 and sentence.folds[at] in _WHOM
    if at < 0 or sentence.folds[at] not in words:
        return ()
    for index in range(end, min(end + _WORDS_FOR_WHAT, len(sentence.folds) - 1)):
        if sentence.folds[index] in _BEING:
            named = noun_from(sentence, index + 1)
            return actors(sentence, [named]) if named is not None and named.kind == "person" else ()
        if sentence.kinds[index] == "verb" or sentence.folds[index] in _OTHERWISE:
            return ()
    return ()


def _is_closed(sentence: Sentence, end: int) -> bool:
    """Whether the verb has no object behind it: its clause ends, or says when and for what."""
    if end >= len(sentence.folds) or sentence.folds[end] in _CLOSING:
        return True
    return sentence.kinds[end] in ("time", "preposition", "and", "contrast", "adverb")


def _called_so(sentence: Sentence, at: int) -> Noun | None:
    """Y in "Y is who X supports", "Y is the one (that) X supports"; ``at`` ends those words."""
    if at < 2:
        return None
    called = SOMEBODY | _SEVERAL
    if sentence.folds[at] in _WHOM and sentence.folds[at - 1] in called:
        at -= 1
    if sentence.folds[at] in called and sentence.folds[at - 1] == "the":
        at -= 1
    elif sentence.folds[at] not in ("who", "whom"):
        return None
    noun = sentence.noun(at - 2) if sentence.folds[at - 1] in _BEING | {"'s", "are"} else None
    return noun if noun is not None and noun.kind == "person" else None


def _before(sentence: Sentence, at: int) -> Noun | None:
    """The person before "whom", past a comma."""
    noun = sentence.noun(at - 1)
    if noun is None and sentence.folds[at - 1] == "," and sentence.folds[at] == "whom":
        noun = sentence.noun(at - 2)
    return noun if noun is not None and noun.kind in ("person", "pronoun") else None


def _told_of(sentence: Sentence, at: int) -> list[Noun]:
    """A and B in "A and B, incumbents whom X supports", with "whom" at token ``at``."""
    described = sentence.tokens[at - 1].text
    if sentence.folds[at] != "whom" or not (described.islower() and described.endswith("s")):
        return []
    last = sentence.noun(at - 3) if at > 2 and sentence.folds[at - 2] == "," else None
    return chain_left(sentence, last) if last is not None and last.kind == "person" else []


def _is_cleft(sentence: Sentence, noun: Noun) -> bool:
    """Whether "it is" stands before the phrase."""
    before = sentence.folds[max(0, noun.first - 2) : noun.first]
    return len(before) > 1 and before[0] == "it" and before[1] in ("is", "was")
