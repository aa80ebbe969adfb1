"""Runs that go on from the sentence before: "They are: A, B", "Others to come on board are A, B".

What stands before such a run says that there are more, or only "they", and names nobody; whose they
are stands in one of the sentences before it. Two things must agree: words that go on, and one
candidate of whom the nearest of these sentences speaks.
"""

from __future__ import annotations

from kg.frames import Frame
from kg.frames.clause.gates import with_hedge
from kg.lexicon import Lexicon
from kg.lists.leading.classes import is_for_nobody
from kg.lists.leading.meaning import Lead, Meaning, group_role
from kg.meaning.leads.reading import NOTHING, Led, lead_of
from kg.meaning.leads.several import chooser_of_several
from kg.prose import ProseReading
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Noun, Sentence

_BACK = 6
_LONGEST = 16
_NEUTRAL = frozenset(
    (
        *("determiner", "pronoun", "be", "adverb", "demonstrative", "preposition", "have", "and"),
        *("possessive", "relative", "time", "document", "modal"),
    )
)
_UNNAMED = ("group", "number", "pronoun")
_NAMING = ("person", "organisation", "office")
_SOMEBODY = frozenset(("he", "she", "him", "her"))
_DENYING = frozenset(("negation", "refusal", "denial", "ended", "condition", "tentative"))

_ELSE = ("else", "apart")  # kinds of words for those who are something else


def following(
    before: Lead, index: int, talk: Discourse, prose: ProseReading, lexicon: Lexicon
) -> Led:
    """The meaning of a run in passage ``index`` from the sentences before it.

    ``before`` is what stands before the run in its own sentence.
    """
    sentence = before.sentence
    if len(sentence.folds) > _LONGEST or before.frames or _is_else(before, lexicon):
        return NOTHING
    joins = any(lexicon.joining_words.get(word) == "join" for word in sentence.folds)
    goes_on = any(lexicon.joining_words.get(word) == "more" for word in sentence.folds)
    bare = _is_bare(before, lexicon)
    if not bare and not (joins and goes_on):
        return NOTHING
    reach = _BACK if goes_on and not (bare and "they" in sentence.folds) else 1
    chooser = chooser_of_several(index - 1, talk, prose, lexicon) if index else None
    if chooser is not None:
        return Led(Meaning(None, "supports", None, chooser), index - 1)
    for back in range(index - 1, max(-1, index - 1 - reach), -1):
        lead = lead_of(back, talk, prose)
        told = [
            (polarity, mention)
            for frame, mention in lead.frames
            if (polarity := with_hedge(frame.polarity, frame.hedge)) is not None
            and _is_named(frame, near=bare and back == index - 1)
        ]
        if told:
            polarity, candidate = told[-1]
            role = group_role(sentence) or group_role(lead.sentence)
            meaning = Meaning(candidate, polarity, role)
            return Led(meaning, back) if len(set(told)) == 1 else NOTHING
        if any(noun.kind == "group" and noun.count is not None for noun in lead.sentence.nouns):
            return NOTHING  # "eight have yet to say": those are others
        if any(frame.candidates and not frame.hedge for frame in prose.frames[back]):
            return NOTHING  # some are supported who are not named, and "they" may be those
    return NOTHING


def _is_named(frame: Frame, *, near: bool) -> bool:
    """Whether the frame names its candidate: over several sentences "him" may be anybody."""
    return any(
        actor.noun.kind == "person" or (near and actor.noun.name in _SOMEBODY)
        for actor in frame.candidates
    )


def _is_else(before: Lead, lexicon: Lexicon) -> bool:
    """Whether the words name somebody, deny something, or are about another list."""
    sentence = before.sentence
    named = [noun for noun in sentence.nouns if noun.kind in _NAMING]
    if any(not _is_aside(sentence, noun, lexicon) for noun in named):
        return True
    if any(lexicon.joining_words.get(word) in _ELSE for word in sentence.folds):
        return True
    if not _DENYING.isdisjoint(sentence.kinds) or is_for_nobody(sentence.tokens, lexicon):
        return True
    return not lexicon.other_lists.isdisjoint(sentence.folds)


def _is_aside(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether a phrase is a word of the label, or only says whose list it is: "held by X"."""
    if noun.kind == "person":
        return _is_opening(sentence.folds[noun.first], lexicon)
    before = noun.first - 1
    return sentence.kinds[before : before + 1] in (["preposition"], ["determiner"])


def _is_opening(word: str, lexicon: Lexicon) -> bool:
    """Whether a word with a capital, as at the head of a line, is one of those that go on."""
    return word in lexicon.joining_words or word in lexicon.pointer_words


def _is_bare(before: Lead, lexicon: Lexicon) -> bool:
    """Whether nothing but words that point, "they" and counts stands before the run."""
    sentence = before.sentence
    for at, word in enumerate(sentence.folds):
        noun = sentence.noun(at)
        counts = noun is not None and noun.kind in _UNNAMED
        if word[0].isalpha() and not (
            counts or sentence.kinds[at] in _NEUTRAL or _is_opening(word, lexicon)
        ):
            return False
    return True
