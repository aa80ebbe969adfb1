"""Countries that take sides: in a contest for a post of a body of states, or of federations.

There "Kenya and Ghana back X" names two bodies. A country is one where it acts, or where what it
gives is told: "nominated by Kenya", "the backing of Ghana". Elsewhere it remains a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.lexicon import Body, Lexicon
from kg.words.nouns import Noun, Sentence

_NATIONS = frozenset(("country", "region"))
_JOINTS = ([","], ["and"], [",", "and"], ["&"], [",", "the"], ["and", "the"], ["as", "well", "as"])
_GIVING = frozenset(("of", "from"))
_AGENTS = frozenset(("by", "behind", "counts", "count", "has", "have"))
_CAME = frozenset(("came", "come", "comes", "coming", "boost", "word", "letter", "nod", "blessing"))
_ACTING = frozenset(("be", "have", "do", "modal", "speech", "adverb", "tentative", "verb"))
_RELATIVE = frozenset(("that", "which", "who"))
_DETERMINERS = frozenset(("the", "both"))
_BESIDE = 4  # words between a word for support and whose it is


def speaks_of_states(sentences: Iterable[Sentence], lexicon: Lexicon) -> bool:
    """Whether a sentence names a body whose members are countries."""
    words = lexicon.state_words
    return any(
        found.value == "league"
        for sentence in sentences
        for _, found in words.found(sentence.folds)
    )


def with_states(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """The sentence with each country that takes sides as a body."""
    nouns = list(sentence.nouns)
    changed = False
    for first, last in reversed(_series(sentence, lexicon)):
        several = nouns[first:last]
        if not _takes_sides(sentence, several, lexicon):
            continue
        states = [_state(sentence, noun) for noun in several]
        shared = _is_shared(sentence, nouns[first - 1], several[0]) if first else False
        if shared:
            states[0] = replace(states[0], first=nouns[first - 1].first)
        nouns[first - shared : last] = states
        changed = True
    return _covered(sentence, nouns) if changed else sentence


def _series(sentence: Sentence, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The countries that stand alone or side by side, as indexes of the sentence's nouns.

    What may be a person's name too is a country only beside others.
    """
    found: list[tuple[int, int]] = []
    sure = False
    for at, noun in enumerate(sentence.nouns):
        named = _kind(sentence, noun, lexicon)
        if not named:
            continue
        joined = bool(found) and found[-1][1] == at and _joined(sentence, at)
        if not joined and found and not sure:
            found.pop()
        sure = named == "country" or (joined and sure)
        found[-1:] = [(found[-1][0], at + 1)] if joined else [*found[-1:], (at, at + 1)]
    return found if sure else found[:-1]


def _joined(sentence: Sentence, at: int) -> bool:
    before, noun = sentence.nouns[at - 1], sentence.nouns[at]
    return sentence.folds[before.last : noun.first] in _JOINTS


def _kind(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> str:
    """What the phrase may be: a "country", a "name" like one, or nothing of the kind: ""."""
    if noun.title or noun.offices or noun.kind not in ("place", "person", "organisation"):
        return ""
    words = sentence.folds[noun.first : noun.last]
    words = words[1:] if words[0] == "the" else words
    if lexicon.regions.whole(words) in _NATIONS:
        return "country"
    return "name" if lexicon.state_words.whole(words) == "name" else ""


def _takes_sides(sentence: Sentence, several: Sequence[Noun], lexicon: Lexicon) -> bool:
    """Whether countries do something, or what they give or have done is told."""
    first, last = several[0].first, several[-1].last
    before = first - (first > 0 and sentence.folds[first - 1] in _DETERMINERS)
    word = sentence.folds[before - 1] if before else ""
    if word in _GIVING:
        return _is_given(sentence, before - 1, lexicon)
    if word in _AGENTS or (word in (",", ":") and _are_told_of(sentence, before, lexicon)):
        return True
    return sentence.kinds[before - 1 : before] != ["preposition"] and _acts(sentence, last, lexicon)


def _is_given(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether "of" or "from" leads from support, or from what members are called, to countries."""
    for back in range(at - 1, max(-1, at - 1 - _BESIDE), -1):
        word = sentence.folds[back]
        known = word in lexicon.support_nouns or word in _CAME
        if known or lexicon.state_words.whole([word]) == "member":
            return True
        if sentence.noun(back) is not None or sentence.kinds[back] == "preposition":
            return False
    return False


def _are_told_of(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a word for the members stands right before the mark: "six federations, A and B"."""
    before = sentence.folds[at - 2 : at - 1]
    return bool(before) and lexicon.state_words.whole(before) == "member"


def _acts(sentence: Sentence, last: int, lexicon: Lexicon) -> bool:
    """Whether a verb follows at token ``last``; the members may stand between: "Y's federation"."""
    at = last
    while at < len(sentence.folds) and (
        sentence.folds[at] in _RELATIVE or sentence.kinds[at] in ("adverb", "time")
    ):
        at += 1
    if at >= len(sentence.folds):
        return False
    return sentence.kinds[at] in _ACTING or sentence.folds[at] in lexicon.cues


def _is_shared(sentence: Sentence, head: Noun, state: Noun) -> bool:
    """Whether a word for what they are begins the names: "the federations of A and B"."""
    between = sentence.folds[head.last : state.first]
    return (
        head.kind == "group"
        and head.count is None
        and between in (["of"], ["of", "the"], ["of", "both"])
    )


def _state(sentence: Sentence, noun: Noun) -> Noun:
    name = " ".join(token.text for token in sentence.tokens[noun.first : noun.last])
    name = name.removeprefix("the ").removeprefix("The ")
    return Noun(
        "organisation",
        noun.first,
        noun.last,
        name=name,
        body=Body(name, "", "body"),
        name_first=noun.first,
    )


def _covered(sentence: Sentence, nouns: list[Noun]) -> Sentence:
    noun_at = [-1] * len(sentence.tokens)
    for index, noun in enumerate(nouns):
        noun_at[noun.first : noun.last] = [index] * (noun.last - noun.first)
    return replace(sentence, nouns=nouns, noun_at=noun_at)
