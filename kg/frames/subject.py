"""The subject of a verb, and what the words between the two say about the verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kg.frames.chains import chain_left, object_chain, subject_chain, with_members
from kg.frames.clauses import ACTING, is_governed, opens_clause, subjects_before
from kg.frames.described import described_by, part_of_body
from kg.frames.gates import is_reported, scope_hedge, stronger
from kg.frames.model import Hedge
from kg.nouns import Noun, Sentence

_PASSED = frozenset(("have", "do", "modal", "adverb", "be", "commit", "time"))
_WEAKENING = frozenset(("negation", "refusal", "ended", "expectation", "tentative", "denial"))
_BESIDE_PLACE = frozenset(("of", "in", "from", "for", "(", ")"))
_SHARING = frozenset(("before", "after", "by", "in", "since"))
_DECIDING = frozenset(("decision", "choice", "move"))
_BECOMING = frozenset(("became", "becomes", "become"))
_WIDER = 6
_MAX_STEPS = 16
_PARTICIPLE_REACH = 24
_SIGNING = frozenset(("signed", "sign", "signs", "written", "published", "issued", "penned"))


@dataclass(frozen=True, slots=True)
class Subject:
    """The noun phrases before a verb, whether the verb is passive, and its hedge."""

    chain: tuple[Noun, ...]
    passive: bool
    hedge: Hedge


_NOBODY = Subject((), False, "")


def find_subject(sentence: Sentence, verb: int) -> Subject:
    """The subject of the verb group that ends in token ``verb``; its chain may be empty."""
    start, group = _verb_group(sentence, verb)
    noun = sentence.noun(start)
    if start < 0:
        ing = sentence.folds[verb].endswith("ing")
        found = _after_participle(sentence, verb) if ing else _NOBODY
    elif noun is not None:
        found = _direct(sentence, noun)
    else:
        found = _indirect(sentence, start, verb)
    hedge = stronger(found.hedge, group.hedge)
    reported = found.chain and is_reported(sentence, found.chain[0].first)
    if group.would and not reported:
        hedge = stronger(hedge, "tentative")
    return Subject(found.chain, group.passive, hedge)


class _Group(NamedTuple):
    """What the auxiliaries and adverbs before a verb say of it."""

    passive: bool
    hedge: Hedge
    would: bool


def _verb_group(sentence: Sentence, verb: int) -> tuple[int, _Group]:
    """Where the words that belong to the verb end on its left, and what they say."""
    passive = would = False
    hedge: Hedge = ""
    at = verb - 1
    while at >= max(0, verb - _MAX_STEPS):
        noun = sentence.noun(at)
        kind = sentence.kinds[at]
        if noun is not None and not _is_aside(sentence, noun, verb):
            break
        if sentence.folds[at] == "would":
            would = True
        elif kind in _WEAKENING:
            hedge = stronger(hedge, kind)
        elif kind in _PASSED or sentence.folds[at].endswith("ly"):
            passive = passive or kind == "be"
        elif not _passes(sentence, at, noun):
            break
        at = noun.first - 1 if noun is not None else at - 1
    return at, _Group(passive, hedge, would)


def _is_aside(sentence: Sentence, noun: Noun, verb: int) -> bool:
    """Whether a phrase before the verb is a place or number, and no subject."""
    return noun.kind in ("number", "place") and not _counts(sentence, noun, verb)


def _counts(sentence: Sentence, noun: Noun, verb: int) -> bool:
    """Whether a number stands for those it counts, directly before its verb: "two back X"."""
    if noun.count is None or noun.percent or noun.last != verb:
        return False
    return sentence.kinds[noun.first] != "adverb"


def _passes(sentence: Sentence, at: int, noun: Noun | None) -> bool:
    """Whether a word says nothing of the subject: places, years and the "to" of an infinitive."""
    if noun is not None:
        return noun.kind == "place" or (noun.name == "" and noun.count is None)
    word = sentence.folds[at]
    if word in _BESIDE_PLACE or word in ("on", "at"):
        for beside in (sentence.noun(at - 1), sentence.noun(at + 1)):
            if beside is not None and beside.kind == "place":
                return True
        after = at + 1
        return word not in ("(", ")") and (
            sentence.kinds[after] == "time" or sentence.folds[after][0].isdigit()
        )
    return word == "to" or word[0].isdigit()


def _direct(sentence: Sentence, noun: Noun) -> Subject:
    """The chain that ends in ``noun``, unless it belongs to what stands before: "members of X"."""
    before = noun.first - 1
    if before >= 0 and sentence.kinds[before] == "determiner":
        before -= 1
    if _word(sentence, before) == "of":
        part = part_of_body(sentence, before, noun)
        return Subject((part,), False, scope_hedge(sentence, part.first)) if part else _NOBODY
    if noun.kind == "pronoun" and sentence.folds[noun.first] in ("him", "them"):
        return _NOBODY
    if noun.kind in ("office", "group") and noun.count is None:
        named = _ranked(sentence, noun)
        if named is not None:
            return named
    chain = tuple(with_members(sentence, subject_chain(sentence, noun)))
    return Subject(chain, False, scope_hedge(sentence, chain[0].first))


def _ranked(sentence: Sentence, noun: Noun) -> Subject | None:
    """X in "X is the first MP to back Y", "X became the latest councillor to back Y"."""
    at = noun.first - 1
    while at > 0 and sentence.kinds[at] in ("adverb", "commit", "determiner", "", "time"):
        if sentence.noun(at) is not None or sentence.folds[at] in _BECOMING:
            break
        at -= 1
    if sentence.kinds[at] == "be" or sentence.folds[at] in _BECOMING:
        return find_subject(sentence, at)
    return None


def _indirect(sentence: Sentence, at: int, verb: int) -> Subject:
    """A subject that does not stand directly before its verb."""
    kind, word = sentence.kinds[at], sentence.folds[at]
    if kind == "relative":
        return _antecedent(sentence, at)
    if kind == "determiner" and sentence.kinds[at + 1] == "commit" and at:
        being = sentence.kinds[at - 1] == "be" or sentence.folds[at - 1] in _BECOMING
        return find_subject(sentence, at - 1) if being else _NOBODY
    if word in (",", ")", "-", "–", "—") and sentence.folds[verb].endswith("ing"):
        return _of_participle(sentence, at)
    if word in (",", ")"):
        return _across_parenthesis(sentence, at)
    if word in ("-", "–", "—") or kind in ("and", "contrast"):
        return _shared(sentence, at)
    return _by_word(sentence, at, verb)


def _by_word(sentence: Sentence, at: int, verb: int) -> Subject:
    """The subject that the word before a verb leads to: "before backing", "'s decision to"."""
    kind, word = sentence.kinds[at], sentence.folds[at]
    if word in _SHARING and sentence.folds[verb].endswith("ing"):
        return _shared(sentence, at)
    if word in _DECIDING and sentence.folds[at - 1 : at] == ["'s"]:
        owner = sentence.noun(at - 2)
        return Subject((owner,), False, "") if owner is not None else _NOBODY
    if kind == "document":
        return _signers(sentence, at)
    if kind == "relation":
        described = described_by(sentence, at)
        if described:
            return Subject((described,), False, scope_hedge(sentence, described.first))
    return _of_wider(sentence, at)


def _of_wider(sentence: Sentence, at: int) -> Subject:
    """A counted group before words that say which: "12 members of the state legislature"."""
    for of in range(at - 1, max(0, at - _WIDER), -1):
        noun = sentence.noun(of)
        named = noun is not None and (noun.kind != "group" or noun.count is not None)
        if named or sentence.kinds[of] not in ("", "determiner"):
            if sentence.folds[of] not in ("of", "in", "on", "from"):
                return _NOBODY
            group = sentence.noun(of - 1)
            if group is None or group.kind != "group" or group.count is None:
                return _NOBODY
            return _NOBODY if is_governed(sentence, group) else _direct(sentence, group)
    return _NOBODY


def _antecedent(sentence: Sentence, at: int) -> Subject:
    """What "who" or "which" refers to: the noun phrase directly before it."""
    before = at - 1
    if before >= 0 and sentence.folds[before] == ",":
        before -= 1
    noun = sentence.noun(before)
    if noun is None or noun.kind not in ACTING:
        return _NOBODY
    chain = tuple(subject_chain(sentence, noun))
    return Subject(chain[-1:] if chain[-1].kind == "person" else chain, False, "")


def _across_parenthesis(sentence: Sentence, at: int) -> Subject:
    """The phrase before the words set off: "X, who ..., backs Y", "X (place), backs Y"."""
    opening = {")": "("}.get(sentence.folds[at], ",")
    if sentence.folds[at - 2 : at] == ["among", "them"]:
        named = sentence.noun(at - 3)
        return Subject(tuple(chain_left(sentence, named)), False, "") if named else _NOBODY
    for before in range(at - 1, 0, -1):
        if sentence.folds[before] != opening:
            continue
        noun = sentence.noun(before - 1)
        if noun is not None and noun.kind in ACTING and not is_governed(sentence, noun):
            chain = (*subject_chain(sentence, noun), *_set_off(sentence, before + 1, at))
            if noun.kind == "group":
                chain = tuple(with_members(sentence, list(chain)))
            return Subject(chain, False, scope_hedge(sentence, chain[0].first))
    return _signers(sentence, at) if "document" in sentence.kinds[:at] else _NOBODY


def _set_off(sentence: Sentence, start: int, end: int) -> tuple[Noun, ...]:
    """The one phrase that fills the words set off: "the general secretary, X, urged"."""
    inner = sentence.noun(end - 1)
    if inner is None or inner.kind not in ("person", "office"):
        return ()
    opening = [at for at in range(start, inner.first) if sentence.kinds[at] != "determiner"]
    return () if opening else (inner,)


def _of_participle(sentence: Sentence, at: int) -> Subject:
    """X in "X, backing Y, said" and "X said ..., backing Y"."""
    noun = sentence.noun(at - 1)
    if noun is not None and noun.kind in ACTING and opens_clause(sentence, noun):
        return Subject(tuple(subject_chain(sentence, noun)), False, "")
    return _shared(sentence, at)


def _shared(sentence: Sentence, at: int) -> Subject:
    """The subject of an earlier verb of the sentence: "X left the race and is backing Y"."""
    for noun in subjects_before(sentence, at):
        chain = tuple(subject_chain(sentence, noun))
        return Subject(chain, False, scope_hedge(sentence, chain[0].first))
    return _NOBODY


def _after_participle(sentence: Sentence, verb: int) -> Subject:
    """The subject that follows a participle clause: "Announcing his support for Y, X said"."""
    for at in range(verb + 1, min(verb + _PARTICIPLE_REACH, len(sentence.folds) - 1)):
        if sentence.folds[at] != ",":
            continue
        start = at + 1
        while start < len(sentence.folds) and sentence.kinds[start] == "determiner":
            start += 1
        noun = sentence.noun(start)
        if noun is None or (noun.kind not in ACTING and noun.kind != "pronoun"):
            return _NOBODY
        return Subject(tuple(object_chain(sentence, noun)), False, "")
    return _NOBODY


def _signers(sentence: Sentence, at: int) -> Subject:
    """Whose letter it is: "X signed a letter urging", "a letter urging ... signed by X"."""
    for index, word in enumerate(sentence.folds):
        if word not in _SIGNING:
            continue
        if _word(sentence, index + 1) == "by":
            start = index + 2
            noun = sentence.noun(start) or sentence.noun(start + 1)
            if noun is not None and noun.kind in ACTING:
                return Subject(tuple(object_chain(sentence, noun)), False, "")
        elif index < at:
            return find_subject(sentence, index)
    return _NOBODY


def _word(sentence: Sentence, index: int) -> str:
    return sentence.folds[index] if 0 <= index < len(sentence.folds) else ""
