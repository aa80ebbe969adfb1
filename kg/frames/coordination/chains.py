"""Coordination and apposition: noun phrases that fill one place of a frame together."""

from __future__ import annotations

from itertools import pairwise

from kg.frames.clause.clauses import (
    ACTING,
    LEADING_CLAUSES,
    is_for_another,
    is_governed,
    is_predicate,
)
from kg.frames.clause.clauses import before as word_before
from kg.frames.coordination.apposition import actors as actors
from kg.frames.coordination.between import joined, up_to_described, words_between
from kg.frames.coordination.described import leading
from kg.frames.coordination.joints import (
    CONJUNCTIONS,
    OPENERS,
    before_aside,
    past_aside,
)
from kg.frames.coordination.nounfrom import noun_from as noun_from
from kg.frames.coordination.parting import alternates, semicolon
from kg.frames.coordination.passing import is_passed
from kg.frames.coordination.tying import is_joining, is_tied
from kg.frames.coordination.whence import (
    past_beside,
    past_whence,
)
from kg.words.nouns import Noun, Sentence
from kg.words.once import once_at
from kg.words.pronouns import OTHER

_MORE = frozenset(("others", "more", "many", "most", "dozens", "hundreds", "scores", "other"))


def chain_left(sentence: Sentence, noun: Noun) -> list[Noun]:
    """The noun phrases joined to ``noun`` on its left, in order, ``noun`` last."""
    found = [noun]
    while noun.kind != "pronoun":
        before = _before(sentence, found[0].first)
        if before is None or not joined(sentence, before, found[0]):
            return _from_conjunction(sentence, found)
        found.insert(0, before)
    return found


def chain_right(sentence: Sentence, noun: Noun) -> list[Noun]:
    """The noun phrases joined to ``noun`` on its right, in order, ``noun`` first."""
    found = [noun]
    while True:
        after = _after(sentence, found[-1].last)
        if after is None or not joined(sentence, found[-1], after):
            return _up_to_conjunction(sentence, found)
        found.append(after)


def subject_chain(sentence: Sentence, noun: Noun) -> list[Noun]:
    """The phrases that share a verb with ``noun``, the last of them.

    When the first of the chain is the object of an earlier verb or preposition, the chain runs
    across two clauses, "has come out for A, and B declared": only what follows the joint is kept.
    """
    found = [noun] if noun.kind == "number" else chain_left(sentence, noun)  # "40 back Y, 31 Z"
    parted = semicolon(_joints(sentence, found))
    if parted is not None:
        return found[parted + 1 :]
    if leads_clause(sentence, found):
        return found  # "After A and B came out for Y"
    led = leading(sentence, found)
    if (
        led is None
        and len(found) > 1
        and (is_governed(sentence, found[0]) or _parts_clauses(sentence, found))
    ):
        return found[_subject_joint(sentence, found) :]
    return led or found


def leads_clause(sentence: Sentence, chain: list[Noun]) -> bool:
    """Whether "after" or "until" leads to a clause of which the whole chain is the subject."""
    at = word_before(sentence, chain[0])
    if at < 0 or sentence.folds[at] not in LEADING_CLAUSES or len(chain) < 2:
        return False
    joints = _joints(sentence, chain)
    last = past_whence(sentence, chain[-1].last)
    return not CONJUNCTIONS.isdisjoint(joints[-1]) and is_predicate(sentence, last)


def _parts_clauses(sentence: Sentence, chain: list[Noun]) -> bool:
    """Two phrases with ", and" between them are no pair: "A has left, as has B, and C backs"."""
    joints = _joints(sentence, chain)
    return len(joints) == 1 and "," in joints[0] and not CONJUNCTIONS.isdisjoint(joints[0])


def object_chain(sentence: Sentence, noun: Noun, preposition: str = "") -> list[Noun]:
    """The phrases that share the place of an object with ``noun``, the first of them.

    The last of a chain that has a verb of its own opens the next clause, "backs A, and B backs",
    and so does one that the cue's ``preposition`` follows: "has gone for A and B for C".
    """
    found = up_to_described(sentence, chain_right(sentence, noun))
    if noun.kind == "pronoun" and sentence.folds[noun.last : noun.last + 1] == [","]:
        found = found[:1]  # "has backed him, along with A and B"
    behind = sentence.folds[found[-1].last : found[-1].last + 2]
    if behind == ["among", "them"] or behind[:1] == ["included"]:
        found = found[:1]  # "back Y, A and B among them"
    if alternates(_joints(sentence, found)):
        found = found[:1]  # "A backs Y; B, Z; and C, W"
    while len(found) > 1:
        after = found[-1].last
        following = sentence.noun(after)  # "backs the former and B the latter"
        of_two = following is not None and following.name in ("latter", OTHER)
        of_two = of_two or sentence.folds[after : after + 2] in (["that", "of"], ["those", "of"])
        of_two = of_two or _has_number(found[-1], following)
        own = of_two or (preposition and is_for_another(sentence, after, preposition))
        verb = is_predicate(sentence, past_whence(sentence, after))
        verb = verb or _resumes(sentence, found[-1])
        if not own and not (verb and _has_and(sentence, found)):
            return found
        found = found[: _clause_joint(sentence, found)] if not own else found[:-1]
    return found


def _has_number(last: Noun, following: Noun | None) -> bool:
    """Whether a number of her own stands behind the last: "has the backing of 14 MPs, and Y 7"."""
    counted = following is not None and following.kind == "number" and following.first == last.last
    return counted and last.kind == "person"


def _resumes(sentence: Sentence, last: Noun) -> bool:
    """Whether a verb follows what is set off: "A, and B, a judge, says", "A, and B, backed by"."""
    at = last.last
    if sentence.folds[at : at + 1] != [","] or last.kind != "office":
        return sentence.folds[at : at + 3 : 2] == [",", "by"] and sentence.noun(at + 1) is None
    if sentence.kinds[at + 1 : at + 2] == ["speech"]:  # not "..., said the campaign"
        return sentence.kinds[at + 2 : at + 3] in (["pronoun"], ["relative"])
    return is_predicate(sentence, at + 1)


@once_at
def _before(sentence: Sentence, index: int) -> Noun | None:
    return _neighbour(sentence, index, -1)


@once_at
def _after(sentence: Sentence, index: int) -> Noun | None:
    return _neighbour(sentence, index, 1)


def _neighbour(sentence: Sentence, index: int, step: int) -> Noun | None:
    at = index - 1 if step < 0 else index
    while 0 <= at < len(sentence.tokens):
        noun = sentence.noun(at)
        past = past_beside(sentence, at, step)
        if past is None:
            past = past_aside(sentence, at) if step > 0 else before_aside(sentence, at)
        if past is not None:
            at = past
            continue
        if noun is not None and noun.kind == "place":
            at = noun.first - 1 if step < 0 else noun.last
            continue
        if is_tied(sentence, at):
            at += step
            continue
        if noun is not None and is_passed(sentence, noun, at):
            at = noun.first - 1 if step < 0 else noun.last
            continue
        if noun is not None:
            return noun if noun.kind in ACTING else None
        if not is_joining(sentence, at):
            return None
        at += step
    return None


def _from_conjunction(sentence: Sentence, found: list[Noun]) -> list[Noun]:
    """A chain of plain commas without "and" is no coordination: keep what an apposition joins."""
    if len(found) < 2 or _has_and(sentence, found):
        return found
    kept = [found[-1]]
    for noun in reversed(found[:-1]):
        alike = {noun.kind, kept[0].kind} <= {"person", "organisation"}
        if noun.kind == kept[0].kind or alike or kept[0].kind == "group":
            break
        kept.insert(0, noun)
    return kept


def _up_to_conjunction(sentence: Sentence, found: list[Noun]) -> list[Noun]:
    if len(found) < 2 or _has_and(sentence, found) or _goes_on(sentence, found[-1].last):
        return found
    kept = [found[0]]
    for noun in found[1:]:
        if noun.kind == kept[-1].kind or {noun.kind, kept[-1].kind} <= {"person", "organisation"}:
            break
        kept.append(noun)
    return kept


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether the last of a chain are people without names: "A, B and others"."""
    at += at < len(sentence.folds) and sentence.folds[at] == ","
    if at + 1 >= len(sentence.folds) or sentence.folds[at] not in CONJUNCTIONS:
        return False
    noun = sentence.noun(at + 1)
    return (
        sentence.folds[at + 1] in _MORE
        or sentence.kinds[at + 1] in OPENERS
        or (noun is not None and noun.kind in ("number", "group"))
    )


def _has_and(sentence: Sentence, chain: list[Noun]) -> bool:
    return any(CONJUNCTIONS & set(between) for between in map(set, _joints(sentence, chain)))


def _joints(sentence: Sentence, chain: list[Noun]) -> list[list[str]]:
    """The words between each two neighbours of a chain."""
    return [words_between(sentence, first, second) for first, second in pairwise(chain)]


def _subject_joint(sentence: Sentence, chain: list[Noun]) -> int:
    """The index of the first phrase after those that belong to an earlier clause.

    "With A, B and C back": a comma behind the first; "with A and B, C backs": one behind the pair.
    """
    joined = [bool(CONJUNCTIONS & set(words)) for words in _joints(sentence, chain)]
    closing = [i for i, has in enumerate(joined) if not has and any(joined[:i])]
    if closing and any(joined[closing[-1] :]) and joined[0] and _parts(sentence, chain):
        return 1  # "backs A, and B, C and D back": a series opens the second clause
    if closing:
        return closing[-1] + 1
    return _clause_joint(sentence, chain) if joined[0] else 1


def _parts(sentence: Sentence, chain: list[Noun]) -> bool:
    """Whether a comma stands before the "and" behind the first of a chain."""
    return "," in words_between(sentence, chain[0], chain[1])


def _clause_joint(sentence: Sentence, chain: list[Noun]) -> int:
    """The index in ``chain`` of the phrase that opens the second clause.

    A comma with "and" parts clauses; without one it is the last "and".
    """
    joints = _joints(sentence, chain)
    parted = semicolon(joints)
    if parted is not None:
        return parted + 1
    marked = [i for i, words in enumerate(joints) if "," in words and CONJUNCTIONS & set(words)]
    if marked:
        return marked[-1] + 1
    plain = [i for i, words in enumerate(joints) if CONJUNCTIONS & set(words)]
    return (plain[-1] if plain else len(joints) - 1) + 1
