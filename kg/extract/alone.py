"""Surnames alone that an article takes for known: "Unite has endorsed Doe", and no first name.

A word with a capital may be anything. What is said of it shows somebody who stands: a verb of
support that it ends, "vote for Doe", "Doe's campaign", "Doe has won the endorsement of".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.lexicon import Lexicon
from kg.text import fold
from kg.words.nouns import Noun, Sentence

_ACTS = ("act", "vote", "urge")
_GETS = ("get",)
_LONGEST_CUE = 5  # tokens of a verb of support with its particles
_REACH = 5  # tokens between a verb of getting and what is got
_ENOUGH = 3  # points: one for each time that the name stands, more for what is said of it
_SHORTEST = 3  # letters of a surname
_TOLD = frozenset(("", "determiner", "possessive", "number", "adverb"))
_GIVING = frozenset(("of", "for", "to", "behind"))
_AFTER = frozenset((",", ".", ";", ":", "!", "?", ")", '"', "”", "'s", "'", "too", "-", "–", "—"))
_KINDS_AFTER = frozenset(("preposition", "and", "time", "relative", "contrast", "adverb"))


def taken_for_known(sentences: Iterable[Sentence], lexicon: Lexicon) -> frozenset[str]:
    """The surnames (folded) that stand alone and of which a sentence shows that somebody stands."""
    signs: Counter[str] = Counter()
    backed: set[str] = set()
    for sentence in sentences:
        for noun in sentence.nouns:
            if _is_alone(noun, lexicon):
                shown = _shown(sentence, noun, lexicon)
                signs[fold(noun.name)] += 1 + shown
                backed |= {fold(noun.name)} if shown else set()
    return frozenset(name for name in backed if signs[name] >= _ENOUGH)


def _is_alone(noun: Noun, lexicon: Lexicon) -> bool:
    """Whether one word is all of the name, and no first name or cause: "Jane", "Brexit"."""
    if noun.kind != "person" or " " in noun.name or noun.title_keeps or len(noun.name) < _SHORTEST:
        return False
    word = fold(noun.name)
    cause = lexicon.list_subjects.whole((word,)) == "cause" or word in lexicon.office_words
    dated = word in lexicon.content_words or word in lexicon.function_words
    return not (cause or dated) and word not in lexicon.given_names and not noun.name.isupper()


def _shown(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> int:
    """What the words beside the name tell of support for somebody: one point or two."""
    if _owns_bid(sentence, noun, lexicon) or _receives(sentence, noun, lexicon):
        return 2
    if not _ends(sentence, noun.last):
        return 0
    told = 2 if _is_given(sentence, noun, lexicon) else 0
    return max(told, _object_of(sentence, noun, lexicon))


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether the name ends its phrase: it is not the beginning of "Doe voters"."""
    if at >= len(sentence.folds):
        return True
    return sentence.folds[at] in _AFTER or sentence.kinds[at] in _KINDS_AFTER


def _object_of(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> int:
    """Two points if a verb of support ends directly before the name, one if causes have it too."""
    for start in range(noun.first - 1, max(-1, noun.first - 1 - _LONGEST_CUE), -1):
        found = (
            lexicon.cues.at(sentence.folds, start)
            if sentence.folds[start] in lexicon.cues
            else None
        )
        if found is not None and start + found.length == noun.first:
            if found.value.frame not in _ACTS or found.value.force not in ("", "endorse"):
                return 0
            return 1 + (found.value.force == "endorse" or found.length > 1)
    return 0


def _is_given(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether support is given to the name: "his endorsement of Doe", "backers of Doe"."""
    at = noun.first - 1
    if at < 1 or sentence.folds[at] not in _GIVING or not _ends(sentence, noun.last):
        return False
    given = sentence.folds[at - 1]
    listed = sentence.folds[at] == "for" and given.startswith("endorse")  # "endorsements for May"
    return given in lexicon.support_nouns and not listed


def _owns_bid(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether a bid or supporters are the name's: "Doe's campaign", "Doe's backers"."""
    if not sentence.is_owning(noun.last):
        return False
    behind = sentence.folds[noun.last + 1 : noun.last + 3]
    return any(word in lexicon.bid_words or word in lexicon.support_nouns for word in behind)


def _receives(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether the name wins support: "Doe has won the endorsement of"."""
    for at in range(noun.last, min(noun.last + _REACH, len(sentence.folds))):
        found = lexicon.cues.at(sentence.folds, at) if sentence.folds[at] in lexicon.cues else None
        if found is not None and found.value.frame in _GETS:
            return _gets_support(sentence, at + found.length, lexicon)
        if sentence.kinds[at] not in ("have", "adverb", "be", "time", "modal"):
            return False
    return False


def _gets_support(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a noun of support is what the verb that ends before ``at`` gets."""
    for index in range(at, min(at + _REACH, len(sentence.folds))):
        if sentence.folds[index] in lexicon.support_nouns:
            return True
        if sentence.kinds[index] not in _TOLD:
            return False
    return False
