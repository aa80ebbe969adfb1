"""Support taken back, lost or moved: "X withdrew her support for Y", "Y lost the backing of X"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.coordination.chains import actors, chain_left, noun_from
from kg.frames.making import make_frame
from kg.frames.model import Actor, Frame, Subject
from kg.frames.places.objects import read_objects
from kg.frames.places.subject import find_subject
from kg.frames.places.supporting import owner_of, phrases_after, word_at
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_AWAY = ("from", "of", "for")
_GIVERS = ("of", "from", "among")
_BEHIND = ("to", "behind")
_PARTICIPLE = ("past", "participle")
_IN_FAVOUR = (("in", "favour", "of"), ("in", "favor", "of"))
_REACH = 5


def read_taken_back(
    sentence: Sentence, verb: int, index: int, end: int, lexicon: Lexicon
) -> Iterator[Frame]:
    """SUPPORTER withdrew her support for CANDIDATE; without a candidate, whoever had it loses it.

    The noun of support stands at tokens ``index`` to ``end``, its verb at ``verb``.
    """
    subject = find_subject(sentence, verb)
    done = subject.passive and not sentence.folds[verb].endswith("ing")
    owner = owner_of(sentence, verb, index)
    if not subject.chain or done or (owner and not _is_given(owner, subject)):
        return
    word = word_at(sentence, end)
    beside = _beside(sentence, verb, index) or owner
    if beside is not None:
        objects = actors(sentence, [beside])
    elif word in (*_AWAY, "to"):
        objects = read_objects(sentence, end + 1, lexicon)
    else:
        objects = _given_before(sentence, end, lexicon)
    if word in _AWAY and not objects:
        return  # support for a plan, or from somebody else
    yield make_frame(
        "prose.taken-back",
        "withdrawn",
        actors(sentence, list(subject.chain)),
        objects,
        subject.hedge,
        (verb, end),
    )


def _is_given(owner: Noun, subject: Subject) -> bool:
    """Whether "Y's endorsement" is the one that Y has from a body: "the union rescinded Y's"."""
    bodies = all(noun.kind == "organisation" for noun in subject.chain)
    return bodies and owner.kind == "person"


def _beside(sentence: Sentence, verb: int, index: int) -> Noun | None:
    """Y in "pulls Y endorsement", as headlines have it: nothing stands between verb and name."""
    named = sentence.noun(index - 1)
    if named is None or named.kind != "person" or named.last != index:
        return None
    first = named.first - (sentence.kinds[named.first - 1] in ("determiner", "possessive"))
    return named if first == verb + 1 else None


def _given_before(sentence: Sentence, end: int, lexicon: Lexicon) -> tuple[Actor, ...]:
    """Y in "took back the endorsement (that) it had given Y"."""
    for at in range(end + 1, min(end + _REACH, len(sentence.folds))):
        if sentence.folds[at] in ("given", "gave"):
            to = word_at(sentence, at + 1) == "to"
            return read_objects(sentence, at + 1 + to, lexicon)
        if sentence.kinds[at] not in ("have", "relative", "adverb") and sentence.noun(at) is None:
            return ()
    return ()


def read_lost(sentence: Sentence, verb: int, index: int, end: int) -> Iterator[Frame]:
    """CANDIDATE has lost the support of SUPPORTERS, or SUPPORTER's support."""
    subject = find_subject(sentence, verb)
    owner = owner_of(sentence, verb, index)
    givers = phrases_after(sentence, end, _GIVERS) or (chain_left(sentence, owner) if owner else [])
    if not subject.chain or not givers or word_at(sentence, givers[-1].last) == "to":
        return  # "lost X's endorsement to Z": it was never Y's
    yield make_frame(
        "prose.lost",
        "withdrawn",
        actors(sentence, givers),
        actors(sentence, list(subject.chain)),
        subject.hedge,
        (verb, end),
    )


def read_moved(sentence: Sentence, verb: int, end: int, lexicon: Lexicon) -> Iterator[Frame]:
    """SUPPORTER moved her support from CANDIDATE to another, or to another alone."""
    subject = find_subject(sentence, verb)
    left: tuple[Actor, ...] = ()
    chosen: tuple[Actor, ...] = ()
    at = _past_office(sentence, end)
    for _ in range(2):
        word = word_at(sentence, at)
        if word not in ("from", *_BEHIND):
            break
        found = read_objects(sentence, at + 1, lexicon)
        if not found:
            return
        left, chosen = (found, chosen) if word == "from" else (left, found)
        at = past_camp(sentence, found[-1].noun.last, lexicon)
    yield from _left_and_chosen(sentence, subject, left, chosen, (verb, end))


def _past_office(sentence: Sentence, end: int) -> int:
    """Past what support is for: "their endorsements for president in 2024 from"; else ``end``."""
    if word_at(sentence, end) not in ("for", "in"):
        return end
    for at in range(end, min(end + _REACH + 1, len(sentence.folds))):
        noun = sentence.noun(at)
        if word_at(sentence, at) == "from":
            return at
        if noun is not None and noun.kind == "person":
            return end
    return end


def read_changed(
    sentence: Sentence, verb: int, left: tuple[Actor, ...], subject: Subject, lexicon: Lexicon
) -> Iterator[Frame]:
    """SUPPORTER switched from one to CANDIDATE, or ditched one for CANDIDATE."""
    at = past_camp(sentence, left[-1].noun.last, lexicon)
    at += 2 if tuple(sentence.folds[at : at + 3]) in _IN_FAVOUR else 0
    if word_at(sentence, at) not in ("to", "for", "of"):
        return
    gerund = lexicon.cues.at(sentence.folds, at + 1) if at + 1 < len(sentence.folds) else None
    if gerund is not None and gerund.value.frame == "act" and gerund.value.form == "ing":
        at += gerund.length  # "from backing X to backing Y"
    chosen = read_objects(sentence, at + 1, lexicon)
    if not chosen and at > left[-1].noun.last:  # "from X's camp to Y's"
        named = noun_from(sentence, at + 1)
        chosen = actors(sentence, [named]) if named is not None else ()
    if chosen and chosen[0].noun.kind in ("person", "pronoun"):
        yield from _left_and_chosen(sentence, subject, (), chosen, (verb, at + 1))


def read_left(
    sentence: Sentence, verb: int, chosen: tuple[Actor, ...], subject: Subject, lexicon: Lexicon
) -> Iterator[Frame]:
    """Whom SUPPORTER has left, behind whom she has turned to: "came over to Y from X's camp"."""
    at = past_camp(sentence, chosen[-1].noun.last, lexicon)
    if word_at(sentence, at) != "from":
        return
    noun = noun_from(sentence, at + 1)
    if noun is not None and noun.kind in ("person", "pronoun"):
        left = actors(sentence, [noun])
        yield from _left_and_chosen(sentence, subject, left, (), (verb, at + 1))


def _left_and_chosen(
    sentence: Sentence,
    subject: Subject,
    left: tuple[Actor, ...],
    chosen: tuple[Actor, ...],
    cue: tuple[int, int],
) -> Iterator[Frame]:
    who = actors(sentence, list(subject.chain))
    if not who or (subject.passive and not sentence.folds[cue[0]].endswith("ing")):
        return
    if left:
        yield make_frame("prose.moved", "withdrawn", who, left, subject.hedge, cue)
    if chosen:
        yield make_frame("prose.switched", "supports", who, chosen, subject.hedge, cue, "switch")


def past_camp(sentence: Sentence, at: int, lexicon: Lexicon) -> int:
    """Past what somebody's possessive belongs to: "X's camp to Y" leads to the "to"."""
    if sentence.is_owning(at):
        at += 1
    while word_at(sentence, at) in lexicon.bid_words:
        at += 1
    return at


def is_undone(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether "has been withdrawn" or "to be rescinded" follows at token ``at``."""
    seen = False
    for index in range(at, min(at + _REACH, len(sentence.folds))):
        cue = lexicon.cues.at(sentence.folds, index)
        if cue is not None and cue.value.frame == "take":
            closed = word_at(sentence, index + cue.length) in ("", ":")  # "since withdrawn:"
            return cue.value.form in _PARTICIPLE and (seen or closed)
        if sentence.kinds[index] not in ("be", "have", "adverb", "time", "relative") and (
            sentence.folds[index] not in ("to", "since", "later")
        ):
            return False
        seen = seen or sentence.kinds[index] == "be"
    return False
