"""Slates: lists of those whom one body supports, and the body whose slate it is."""

from __future__ import annotations

from kg.frames import Actor
from kg.frames.chains import actors
from kg.frames.subject import find_subject
from kg.lexicon import Lexicon
from kg.model import Mention
from kg.nouns import Noun, Sentence
from kg.prose.discourse import Discourse

_SLATE_REACH = 5
_INTRODUCTION = 6
_OWNED = 4
_OPENING = 2


def slate_endorser(index: int, talk: Discourse, lexicon: Lexicon) -> Mention | None:
    """Who supports those on the list below: "The board has endorsed the following candidates:"."""
    sentence = talk.passages[index].sentence
    for at, word in enumerate(sentence.folds):
        cue = lexicon.cues.at(sentence.folds, at) if word in lexicon.cues else None
        if cue is None or cue.value.frame != "act":
            continue
        ahead = sentence.folds[at + cue.length : at + cue.length + _SLATE_REACH]
        if not any(word in lexicon.slate_words for word in ahead):
            continue
        subject = find_subject(sentence, at)
        if subject.passive or subject.hedge:
            continue
        chain = [noun for noun in subject.chain if noun.kind != "pronoun"]
        named = chain or [n for n in sentence.nouns if n.kind == "organisation" and n.first < at]
        for actor in actors(sentence, named[:1]):
            for mention in talk.mentions(actor, index):
                return mention
    return None


def patron(talk: Discourse, lexicon: Lexicon) -> Mention | None:
    """The body of whose choices the article speaks at its beginning, None if of nobody's.

    "Anytown Club endorsements 2018", "The club has made known its choices for the election": whom
    it supports is left to the lists. A sentence that says whom itself is about that person.
    """
    for index in range(min(_INTRODUCTION, len(talk.passages))):
        sentence = talk.passages[index].sentence
        for noun in sentence.nouns:
            words = sentence.folds[noun.first : noun.last]
            if noun.kind != "organisation" or not lexicon.contested.isdisjoint(words):
                continue  # "Election Club Endorsements" names no body
            if (
                _owns(sentence, noun, lexicon)
                or _makes(sentence, noun, lexicon)
                or _announces(sentence, noun, lexicon)
            ):
                return next(iter(talk.mentions(Actor(noun), index)), None)
    return _our_own(talk, lexicon)


def _our_own(talk: Discourse, lexicon: Lexicon) -> Mention | None:
    """The body that opens the headline of an article about "our endorsements"."""
    introduction = talk.passages[:_INTRODUCTION]
    if not introduction or not any(_is_ours(p.sentence.folds, lexicon) for p in introduction):
        return None
    nouns = introduction[0].sentence.nouns
    if not nouns or nouns[0].kind != "organisation" or nouns[0].first > 1:
        return None
    return next(iter(talk.mentions(Actor(nouns[0]), 0)), None)


def _is_ours(folds: list[str], lexicon: Lexicon) -> bool:
    return any(
        word in lexicon.slate_nouns and "our" in folds[max(0, at - _OPENING) : at]
        for at, word in enumerate(folds)
    )


def _makes(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether the body made the slate that is named before it: "Endorsements by the club"."""
    at = noun.first - 1
    at -= at > 0 and sentence.kinds[at] == "determiner"
    return at > 0 and sentence.folds[at] == "by" and sentence.folds[at - 1] in lexicon.slate_nouns


def _owns(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether a word for a slate follows the body's name: "X's endorsements", "X: final picks"."""
    for at in range(noun.last, min(noun.last + _OWNED, len(sentence.folds))):
        if sentence.folds[at] in lexicon.slate_nouns:
            return sentence.folds[at + 1 : at + 2] not in (["for"], ["of"])
        if sentence.kinds[at] in ("be", "have", "modal", "verb", "preposition", "speech"):
            return False
    return False


def _announces(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether the body opens the sentence, and the sentence speaks of its choices of candidates."""
    before = sentence.folds[: noun.first]
    opening = before[before.index(":") + 1 :] if ":" in before else before
    if len(opening) > _OPENING:
        return False
    rest = range(noun.last, len(sentence.folds))
    if any(sentence.noun(at) is not None and _is_somebody(sentence.noun(at)) for at in rest):
        return False
    words = [sentence.folds[at] for at in rest]
    if any(word in lexicon.slate_nouns for word in words):
        return True
    chosen = any(
        (cue := lexicon.cues.at(sentence.folds, at)) is not None and cue.value.force == "endorse"
        for at in rest
        if sentence.folds[at] in lexicon.cues
    )
    return chosen and "candidates" in words


def _is_somebody(noun: Noun | None) -> bool:
    return noun is not None and noun.kind == "person" and " " in noun.name
