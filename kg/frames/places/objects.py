"""The objects of a verb: the people and bodies it is about, and not what they propose or do."""

from __future__ import annotations

from kg.frames.coordination.chains import actors, noun_from, object_chain
from kg.frames.coordination.grouped import names_behind
from kg.frames.coordination.series import object_series
from kg.frames.model import Actor
from kg.frames.places.bids import is_own_bid, is_whole_bid
from kg.frames.places.compounds import backed_behind, is_compound
from kg.frames.places.inversion import BEING
from kg.frames.places.races import past_letters, past_race
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_LONGEST = 5  # words of a description before a name
_DESCRIBING = 2
_ALLIES = 8  # words of "one of the mayor's closest allies"
_TELLING = ([":"], ["-"], ["–"], ["—"])
_ABOUT = ("on", "over", "against")


def read_objects(sentence: Sentence, end: int, lexicon: Lexicon) -> tuple[Actor, ...]:
    """Whom the verb that ends before token ``end`` is about; empty when it is about a matter."""
    noun = _object(sentence, end, lexicon)
    if noun is None or noun.kind in ("number", "group", "place"):
        return ()
    preposition = sentence.folds[end - 1] if sentence.kinds[end - 1] == "preposition" else ""
    chain = object_chain(sentence, noun, preposition)
    if not _is_meant(sentence, chain[-1], lexicon):
        return ()
    more = object_series(sentence, chain[-1])
    return (*actors(sentence, chain), *actors(sentence, more))


def _object(sentence: Sentence, end: int, lexicon: Lexicon) -> Noun | None:
    """The first object: past "the joint ticket of", and past a rival's name in "A rival B"."""
    named = names_behind(sentence, end)
    if named is not None:
        return named
    noun = noun_from(sentence, end)
    if noun is None or noun.kind == "place":
        noun = _after_description(sentence, end) or noun
    whose = bearer(sentence, end, lexicon) if noun is None or _is_partisan(noun) else None
    if noun is None or whose is not None:
        return whose
    if noun.kind == "number" and sentence.folds[noun.first : noun.last + 1] == ["one", "of"]:
        return _one_of(sentence, noun.last + 1) or noun
    if is_compound(sentence, noun.last + 1):  # "endorsed the Unite-backed Y"
        return next(iter(backed_behind(sentence, noun.last + 2)), None)
    described = described_name(sentence, noun) or _told_behind(sentence, noun)
    if described is not None:
        return described
    after = noun.last
    for at in range(after, min(after + _DESCRIBING, len(sentence.folds) - 1)):
        described = sentence.noun(at + 1)
        plain = sentence.kinds[at] in ("", "relation") and sentence.folds[at] not in BEING
        if not plain or not sentence.tokens[at].text[0].islower():
            break
        if described is not None and described.kind == "person":
            return described
    return noun


def _is_partisan(noun: Noun) -> bool:
    """Whether a party's word may only describe a bid: "the Democratic campaign of Y"."""
    if noun.kind == "office":
        return not noun.offices
    return noun.body is not None and noun.body.kind == "party"


def _told_behind(sentence: Sentence, noun: Noun) -> Noun | None:
    """Y in "a different Democrat: Y", "another former mayor - Y": who somebody is, told last."""
    if noun.kind != "office" or noun.definite or sentence.folds[noun.last :][:1] not in _TELLING:
        return None
    named = sentence.noun(noun.last + 1)
    return named if named is not None and named.kind == "person" else None


def _one_of(sentence: Sentence, at: int) -> Noun | None:
    """Y in "one of her allies, Y", from token ``at`` behind "of" on."""
    for index in range(at, min(at + _ALLIES, len(sentence.folds) - 1)):
        if sentence.folds[index] == ",":
            named = sentence.noun(index + 1)
            return named if named is not None and named.kind == "person" else None
        if sentence.kinds[index] in ("verb", "speech", "have", "relative"):
            return None
    return None


def _after_description(sentence: Sentence, end: int) -> Noun | None:
    """Y in "her former rival, Y", "the former Anytown manager, Y.": a description and the name.

    Without a word for a person among those of the description the name must end the clause.
    """
    at = end
    while at < len(sentence.folds) and sentence.kinds[at] in (
        "determiner",
        "possessive",
        "pronoun",
    ):
        at += 1
    described = at
    while at < len(sentence.folds) and at - described < _LONGEST and _describes(sentence, at):
        at += 1
    if at == described or sentence.folds[at : at + 1] != [","]:
        return None
    named = sentence.noun(at + 1)
    if named is None or named.kind != "person":
        return None
    if all(kind == "relation" for kind in sentence.kinds[described:at]):
        return named
    closed = sentence.folds[named.last : named.last + 1] in ([], ["."], [","], [";"])
    opened = described > end and sentence.folds[described - 1] == "the"
    return named if closed and opened else None


def _describes(sentence: Sentence, at: int) -> bool:
    """Whether the word can be part of a description: plain, or the name of a place or body."""
    noun = sentence.noun(at)
    if noun is not None:
        return noun.kind in ("place", "organisation", "office")
    return sentence.kinds[at] in ("relation", "") and sentence.folds[at][0].isalpha()


def described_name(sentence: Sentence, noun: Noun) -> Noun | None:
    """The name in "Labour's candidate, Y", "the party's nominee Y"."""
    at = past_letters(sentence, noun)
    if sentence.is_owning(at):
        at += 1
    elif noun.kind != "organisation" and not sentence.folds[noun.last - 1].endswith("'s"):
        return None
    related = False
    while at < len(sentence.folds) and sentence.noun(at) is None:
        at = past_race(sentence, at) if related else at
        if sentence.folds[at] == "," and related:
            at = _past_trade(sentence, at + 1)
            break
        if sentence.kinds[at] not in ("", "relation") or sentence.folds[at] == ",":
            return None
        related = related or sentence.kinds[at] == "relation"
        at += 1
    named = sentence.noun(at)
    return named if related and named is not None and named.kind == "person" else None


def _past_trade(sentence: Sentence, at: int) -> int:
    """Past what a name's bearer does: "tenant organizer Jane Doe"."""
    for index in range(at, min(at + _DESCRIBING + 1, len(sentence.folds))):
        if sentence.noun(index) is not None:
            return index
        if sentence.kinds[index] not in ("", "relation"):
            break
    return at


_OWNING = {"his": "his", "her": "her", "their": "them", "my": "i", "our": "we"}


def bearer(sentence: Sentence, end: int, lexicon: Lexicon) -> Noun | None:
    """Whose bid it is: "the candidacy of Y", "the joint ticket of Y and Z", "his campaign"."""
    for at in range(end, min(end + 4, len(sentence.folds))):
        if sentence.folds[at] in lexicon.bid_words:
            if at > end and sentence.folds[end] in _OWNING:
                if not is_whole_bid(sentence, at, lexicon.bid_words):
                    return None
                own = sentence.folds[end]
                return Noun("pronoun", end, end + 1, name=_OWNING[own])
            of = at + 1 + (sentence.folds[at + 1 : at + 2] == ['"'])  # 'the "winning team" of Y'
            if sentence.folds[of : of + 1] in (["of"], ["by"]):
                return noun_from(sentence, of + 1)
        if at == end and (sentence.kinds[at] == "possessive" or sentence.folds[at] == "her"):
            continue
        called = sentence.folds[at].endswith("ing")  # "the winning team of Y and Z"
        if sentence.kinds[at] not in ("determiner", "", "adverb", "relation") and not called:
            return None
    return None


def _is_meant(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether the verb is about the person or body itself and not a plan, a view or a part of it.

    "backs X's bid" and "backs X for leader" are; "backs X's plan", "backs X over the bill",
    "vote for Labour candidates" are not.
    """
    at = noun.last
    if at >= len(sentence.folds):
        return True
    if sentence.folds[at] == "'s" or sentence.folds[at] == "'":
        return is_own_bid(sentence, at + 1, lexicon.bid_words)
    if sentence.kinds[at] == "matter" or sentence.folds[at] in ("into", "up"):
        return False
    if sentence.kinds[at] == "verb" and sentence.folds[at].endswith("ing"):
        return False  # "is opposed to X backing Y"
    if sentence.folds[at] == "in":
        return not any(kind == "matter" for kind in sentence.kinds[at : at + 5])
    if sentence.folds[at] in _ABOUT:
        return is_setting(sentence, at + 1, lexicon)
    if noun.kind == "organisation":
        plain = sentence.kinds[at] in ("", "relation", "document")
        return sentence.noun(at) is None and not (plain and sentence.tokens[at].text[0].islower())
    return True


def is_setting(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether "in", "on" or "over" leads to a time, a place, a rival or a contest, not an issue."""
    for index in range(at, min(at + 5, len(sentence.folds))):
        noun = sentence.noun(index)
        word = sentence.folds[index]
        if noun is not None and noun.kind in ("person", "place", "number"):
            return True
        if sentence.kinds[index] == "time" or word[0].isdigit():
            return True
        if lexicon.contest_words.at(sentence.folds, index) or word in lexicon.contested:
            return True
        if word in (",", ".", ";"):
            return False
    return False
