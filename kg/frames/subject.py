"""The subject of a verb, and what the words between the two say about the verb."""

from __future__ import annotations

from dataclasses import dataclass

from kg.frames.chains import chain_left, object_chain, subject_chain, with_members
from kg.frames.clauses import ACTING, is_governed, opens_clause, subjects_before
from kg.frames.described import described_by, part_of_body
from kg.frames.gates import is_reported, scope_hedge, stronger
from kg.frames.hearsay import speech_before
from kg.frames.infinitives import Doer, doer_of
from kg.frames.model import Hedge
from kg.frames.verbgroup import is_participle, verb_group
from kg.nouns import Noun, Sentence

_SHARING = frozenset(("before", "after", "by", "in", "since"))
_DECIDING = frozenset(("decision", "choice", "move"))
_BECOMING = frozenset(("became", "becomes", "become"))
_NAMED = ("person", "organisation", "pronoun")
_WIDER = 6
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
    start, group = verb_group(sentence, verb)
    noun = sentence.noun(start)
    doer = doer_of(sentence, group.to) if start >= 0 and group.to >= 0 else None
    speech = speech_before(sentence, start)
    if speech is not None:
        found = _speaking(sentence, speech, start)
    elif doer is not None:
        found = _doing(sentence, doer)
    elif group.to >= 0 and noun is not None and noun.kind in _NAMED:
        found = _NOBODY  # somebody is wished or asked to: nothing is done
    elif start < 0:
        opens = is_participle(sentence, start, verb)
        found = _after_participle(sentence, verb) if opens else _NOBODY
    elif noun is not None:
        found = _direct(sentence, noun)
    else:
        found = _indirect(sentence, start, verb)
    hedge = stronger(found.hedge, group.hedge)
    reported = speech is not None or (found.chain and is_reported(sentence, found.chain[0].first))
    if group.would and not reported:
        hedge = stronger(hedge, "tentative")
    return Subject(found.chain, group.passive, hedge)


def _speaking(sentence: Sentence, speech: int, start: int) -> Subject:
    """Who "they" or "it" is in "X and Z said they": those who speak, if they are several or a body.

    ``start`` is the token of the pronoun.
    """
    speaker = find_subject(sentence, speech)
    several = len(speaker.chain) > 1 or any(n.kind == "group" for n in speaker.chain)
    bodies = any(noun.kind in ("organisation", "group") for noun in speaker.chain)
    if bodies or (several and sentence.folds[start] == "they"):
        return Subject(speaker.chain, False, speaker.hedge)
    noun = sentence.noun(start)
    return Subject((noun,), False, scope_hedge(sentence, start)) if noun is not None else _NOBODY


def _doing(sentence: Sentence, doer: Doer) -> Subject:
    """The doer of an infinitive, as the words that lead to it tell."""
    if doer.noun is None:
        return find_subject(sentence, doer.verb)
    chain = tuple(subject_chain(sentence, doer.noun))
    return Subject(chain, False, stronger(scope_hedge(sentence, chain[0].first), doer.hedge))


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
    if word in (",", ")", "-", "–", "—") and is_participle(sentence, at, verb):
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
    among = noun.first - 1
    among -= among >= 0 and sentence.kinds[among] == "determiner"
    some = sentence.folds[among] == "among" and sentence.kinds[among - 1] == "be"
    if noun.kind == "group" and among > 0 and some:  # "X is among the MPs who"
        return find_subject(sentence, among - 1)
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
