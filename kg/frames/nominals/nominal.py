"""Frames whose cue is a noun: "has the backing of", "gave his support to", "with the vote of"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.frames.coordination.chains import chain_left, noun_from
from kg.frames.coordination.joints import is_party
from kg.frames.model import Frame, Subject
from kg.frames.nominals.attributive import giver_beside
from kg.frames.nominals.backers import is_enumerating, read_backers
from kg.frames.nominals.coming import moved_to, read_coming
from kg.frames.nominals.insupport import read_in_support
from kg.frames.nominals.tellers import own_givers
from kg.frames.nominals.withbacking import GIVEN_BY, read_with_backing
from kg.frames.opposition.opposing import read_opposing
from kg.frames.opposition.refusing import is_vote_denied, neither_of
from kg.frames.opposition.withdrawing import is_undone, read_lost, read_moved, read_taken_back
from kg.frames.places.atmarks import another, named_at_mark
from kg.frames.places.bids import is_own_bid
from kg.frames.places.objects import bearer
from kg.frames.places.subject import find_subject
from kg.frames.places.supporting import (
    OWNERS,
    bid_owner,
    counted_group,
    governing_verb,
    owner_of,
    phrases_after,
    possessor,
    receiver,
    support_frame,
    won_for,
    word_at,
)
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_OWN_GIFT = ("of", "for")
_GIVEN_TO = ("to", "behind", "for", "of")
_PAPERS = frozenset(  # what a word for support may describe: no support is given by it
    ("paper", "papers", "form", "forms", "process", "period", "deadline", "threshold", "meeting")
)
_SPEAKERS = {"my": "i", "our": "we"}
_OWNERS = {**_SPEAKERS, **OWNERS}
_OWNER_REACH = 5
_FAR = 8
_PAST = ("past", "participle")
_HELPING = ("modal", "have", "adverb", "time")  # "whose support Y has now won"
_GIVEN = frozenset(("make", "announce", "give", "offer", "issue", "share", "report", "add"))
_AGENTS = 6


def read_nominals(sentence: Sentence, lexicon: Lexicon, covered: set[int]) -> Iterator[Frame]:
    """The frames of support nouns and of words for supporters, outside ``covered`` tokens."""
    for index, found in lexicon.support_nouns.found(sentence.folds):
        if index in covered:
            continue
        end = index + found.length
        if word_at(sentence, end) in _PAPERS:
            continue
        if found.value.frame == "support" and is_enumerating(sentence, end):
            yield from read_backers(sentence, index, end, lexicon)
        elif found.value.frame == "support" and word_at(sentence, index - 1) == "in":
            said = list(read_in_support(sentence, index, end))
            other = _support(sentence, index, end, lexicon)  # nobody has what is in support of them
            yield from said or (frame for frame in other if frame.rule != "prose.receiving")
        elif found.value.frame == "support":
            yield from _support(sentence, index, end, lexicon)
        elif found.value.frame == "backer":
            yield from read_backers(sentence, index, end, lexicon)
        else:
            yield from read_opposing(sentence, index, end, found.value.frame, lexicon)


def _support(sentence: Sentence, index: int, end: int, lexicon: Lexicon) -> Iterator[Frame]:
    verb = governing_verb(sentence, index, lexicon)
    if verb is not None and verb[1] == "get":
        yield from _received(sentence, verb[0], index, end, lexicon)
    elif verb is not None and verb[1] in ("take", "leave"):
        yield from read_taken_back(sentence, verb[0], index, end, lexicon)
    elif verb is not None and verb[1] == "lose":
        yield from read_lost(sentence, verb[0], index, end)
    elif verb is not None and verb[1] == "move":
        yield from read_moved(sentence, verb[0], end, lexicon)
    elif verb is not None:
        campaign = bid_owner(sentence, verb[0], lexicon)
        given = [] if campaign else list(_given(sentence, verb[0], index, end, lexicon))
        yield from given or _unveiled(sentence, verb[0], index, end, lexicon)
    else:
        fronted = list(_fronted(sentence, index, end, lexicon))
        for frame in fronted or _owned(sentence, index, end, lexicon):
            undone = is_undone(sentence, frame.last, lexicon)
            yield replace(frame, polarity="withdrawn") if undone else frame


def _fronted(sentence: Sentence, index: int, end: int, lexicon: Lexicon) -> Iterator[Frame]:
    """X in "X, whose endorsement Y has won": the verb of getting stands behind its subject Y."""
    if word_at(sentence, index - 1) != "whose":
        return
    owner = owner_of(sentence, index - 2, index)
    receiving = noun_from(sentence, end)
    if owner is None or receiving is None or receiving.kind not in ("person", "pronoun"):
        return
    for at in range(receiving.last, min(receiving.last + _AGENTS, len(sentence.folds))):
        found = lexicon.cues.at(sentence.folds, at) if sentence.folds[at] in lexicon.cues else None
        if found is not None and found.value.frame == "get" and sentence.kinds[at] != "have":
            subject = find_subject(sentence, at)
            givers = chain_left(sentence, owner)
            yield support_frame(
                "prose.receiving", sentence, givers, [receiving], subject.hedge, (index, at + 1)
            )
            return
        if sentence.kinds[at] not in _HELPING:
            return


def _is_for_matter(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether the support is for something else than standing: "for his amendment"."""
    if word_at(sentence, at) != "for" or at + 1 >= len(sentence.folds):
        return False
    if sentence.kinds[at + 1] not in ("determiner", "possessive", "demonstrative"):
        return False
    for index in range(at + 1, min(at + _FAR, len(sentence.folds))):
        noun = sentence.noun(index)
        if noun is not None and noun.kind in ("person", "office"):
            return False
        if sentence.folds[index] in lexicon.bid_words or sentence.kinds[index] == "time":
            return False
        if lexicon.contest_words.at(sentence.folds, index):
            return False
        if sentence.folds[index] in lexicon.seat_words:
            return False  # "for the two seats at large"
    return True


def _is_when(kinds: list[str]) -> bool:
    """Whether two words, of which the kinds are given, begin with one that says when."""
    return kinds[:1] == ["time"] or kinds == ["demonstrative", "time"]


def _received(
    sentence: Sentence, verb: int, index: int, end: int, lexicon: Lexicon
) -> Iterator[Frame]:
    """CANDIDATE has won the backing of SUPPORTERS, or has SUPPORTER's backing."""
    subject = won_for(sentence, verb, index, end) or receiver(sentence, verb, lexicon)
    giving = word_at(sentence, end) == "to" and word_at(sentence, end + 1) in _GIVEN
    if not subject.chain or giving:
        return  # "has no endorsement to make"
    while _is_when(sentence.kinds[end : end + 2]):
        end += 1  # "the endorsement Monday of X", "endorsements this week from X"
    givers = phrases_after(sentence, end, GIVEN_BY)
    counted = counted_group(sentence, index)
    if counted and not (givers and any(n.count is not None for n in givers)):
        givers = [counted, *named_at_mark(sentence, end)]
    owner = owner_of(sentence, verb, index)
    spoken = possessor(sentence, index, _SPEAKERS)
    owner = owner or giver_beside(sentence, index, people=True, verb=verb)
    if not givers and owner:
        givers = chain_left(sentence, owner)
    elif not givers and spoken:  # "she has my vote"
        givers = [spoken]
    elif not givers:
        givers = own_givers(sentence, index, subject.chain[0]) or named_at_mark(sentence, end)
    if _is_for_matter(sentence, max([end, *(n.last for n in givers)]), lexicon):
        return
    givers = givers and [*givers, *another(sentence, max(end, givers[-1].last))]
    if subject.hedge == "negated" and givers and is_vote_denied(sentence, verb, index):
        denied = neither_of(sentence, subject.chain)
        frame = support_frame("prose.receiving", sentence, givers, denied, "", (verb, end))
        yield replace(frame, polarity="opposes")
        return
    yield support_frame(
        "prose.receiving", sentence, givers, subject.chain, subject.hedge, (verb, end)
    )


def _given(
    sentence: Sentence, verb: int, index: int, end: int, lexicon: Lexicon
) -> Iterator[Frame]:
    """SUPPORTER gave CANDIDATE her backing, or gave her backing to CANDIDATE.

    CANDIDATE was given the backing of SUPPORTER.
    """
    subject = find_subject(sentence, verb)
    cue_word = lexicon.cues.at(sentence.folds, verb)
    if subject.passive and cue_word is not None and cue_word.value.form in _PAST:
        givers = phrases_after(sentence, end, ("of", "from"))
        owner = owner_of(sentence, verb, index) or giver_beside(sentence, index, people=True)
        givers = givers or (chain_left(sentence, owner) if owner else [])
        cue = (verb, end)
        if givers and subject.chain:
            yield support_frame(
                "prose.receiving", sentence, givers, subject.chain, subject.hedge, cue
            )
        return
    receivers = phrases_after(sentence, end, _GIVEN_TO)
    owner = owner_of(sentence, verb, index) if word_at(sentence, end) in _OWN_GIFT else None
    if owner is not None and owner.kind != "group" and receivers:  # "announced X's backing of Y"
        subject = Subject(tuple(chain_left(sentence, owner)), False, subject.hedge)
    if word_at(sentence, end) in _GIVEN_TO and (not receivers or is_party(receivers[0])):
        owner = bearer(sentence, end + 1, lexicon)  # "to the Liberal campaign of Y"
        receivers = [owner] if owner is not None else receivers
    if not receivers:
        between = noun_from(sentence, verb + 1)
        if between is not None and between.last <= index and between.kind != "number":
            receivers = [between]
    if subject.chain and receivers and word_at(sentence, receivers[-1].last) != "at":
        yield support_frame(
            "prose.giving", sentence, subject.chain, receivers, subject.hedge, (verb, end)
        )


def _unveiled(
    sentence: Sentence, verb: int, index: int, end: int, lexicon: Lexicon
) -> Iterator[Frame]:
    """CANDIDATE announced endorsements from SUPPORTERS; CANDIDATE's campaign that of SUPPORTER."""
    campaign = bid_owner(sentence, verb, lexicon) is not None
    givers = phrases_after(sentence, end, ("from", "by", "of") if campaign else ("from", "by"))
    subject = receiver(sentence, verb, lexicon)
    if givers and subject.chain and possessor(sentence, index, _OWNERS) is None:
        yield support_frame(
            "prose.receiving", sentence, givers, subject.chain, subject.hedge, (verb, end)
        )


def _owned(sentence: Sentence, index: int, end: int, lexicon: Lexicon) -> Iterator[Frame]:
    """SUPPORTER's endorsement of CANDIDATE; SUPPORTER's vote goes to CANDIDATE."""
    owner = owner_of(sentence, max(-1, index - _OWNER_REACH), index) or possessor(
        sentence, index, _OWNERS
    )
    owner = owner or giver_beside(sentence, index)
    if owner and _is_open(sentence, owner):
        return
    agents = phrases_after(sentence, end, ("by", "from")) if owner else []
    if owner and agents:  # "Y's endorsement by A", "Y's backing from A"
        received = chain_left(sentence, owner)
        yield support_frame("prose.receiving", sentence, agents, received, "", (index, end))
        return
    if owner:
        named = phrases_after(sentence, end, ("of", "for"))
        past = named[-1].last if named and named[-1].kind == "office" else end
        receivers = moved_to(sentence, past) or named  # "my vote (for mayor) goes to Y"
        after = receivers[-1].last if receivers else -1
        of_matter = sentence.is_owning(after) and not is_own_bid(
            sentence, after + 1, lexicon.bid_words
        )
        if receivers and not of_matter:  # not "my support for Y's bill"
            givers = chain_left(sentence, owner)
            yield support_frame("prose.possessive", sentence, givers, receivers, "", (index, end))
        return
    sender = phrases_after(sentence, end, ("of", "from"))
    if sender:
        agents = _agents_behind(sentence, sender[-1].last)
        if agents:  # "the endorsement of Y for mayor by A"
            yield support_frame("prose.possessive", sentence, agents, sender, "", (index, end))
            return
    receivers = moved_to(sentence, sender[-1].last) if sender else []
    if receivers:
        yield support_frame("prose.possessive", sentence, sender, receivers, "", (index, end))
        return
    yield from _in_letter(sentence, index, end)
    yield from read_coming(sentence, index, end, lexicon)
    yield from read_with_backing(sentence, index, end)


def _agents_behind(sentence: Sentence, at: int) -> list[Noun]:
    """A in "by A", directly or behind what the support is for."""
    for index in range(at, min(at + _AGENTS, len(sentence.folds))):
        if sentence.folds[index] == "by":
            return phrases_after(sentence, index, ("by",))
        noun = sentence.noun(index)
        office = noun is not None and noun.kind in ("office", "place")
        if not (office or sentence.kinds[index] in ("preposition", "determiner")):
            return []
    return []


def _is_open(sentence: Sentence, owner: Noun) -> bool:
    """Whether "her" may mean either of two: "Y attacked X over her support for Z"."""
    if owner.kind != "pronoun" or owner.name not in ("he", "she"):
        return False
    at = owner.first - 1
    beside = sentence.noun(at - 1)
    return sentence.kinds[at] == "preposition" and beside is not None and beside.kind == "person"


def _in_letter(sentence: Sentence, index: int, end: int) -> Iterator[Frame]:
    """A letter in support of CANDIDATE: those who sign it are named elsewhere."""
    if word_at(sentence, index - 1) != "in" or "document" not in sentence.kinds[:index]:
        return
    receivers = phrases_after(sentence, end, ("of",))
    own = word_at(sentence, end + 1)
    if not receivers and own in ("his", "her"):
        receivers = [Noun("pronoun", end + 1, end + 2, name=own)]
    if receivers:
        yield support_frame("prose.letter", sentence, [], receivers, "", (index, end))
