"""The words that belong to a verb on its left, and what they say of it: "has not been"."""

from __future__ import annotations

from typing import NamedTuple

from kg.frames.clause.clauses import opens_clause
from kg.frames.clause.gates import stronger
from kg.frames.coordination.whence import bearer
from kg.frames.model import Hedge
from kg.words.nouns import Noun, Sentence
from kg.words.pronouns import PAIR

_PASSED = frozenset(("have", "do", "modal", "adverb", "be", "commit", "time"))
_WEAKENING = frozenset(("negation", "refusal", "ended", "expectation", "tentative", "denial"))
_HELPING = frozenset(("have", "be", "do", "modal", "adverb", "tentative"))
_ASIDE = ("adverb", "time", "")
_OBLIGING = {"be": "expected", "have": "tentative"}  # "is to back", "has to back"
_BESIDE_PLACE = frozenset(("of", "in", "from", "for", "(", ")"))
_GATHERING = frozenset(("both", "all", "each"))
_QUOTING = ('"', "“")
_SELVES = frozenset(("himself", "herself", "themselves", "itself"))
_NO_MANNER = frozenset(("family", "ally", "assembly", "reply", "supply", "bully"))
_SPEAKERS = frozenset(("he", "she", "it", "they", "we", "i"))
_SEEMING = frozenset(
    (
        *("appear", "appears", "appeared", "seem", "seems", "seemed", "look", "looks", "looked"),
        *("remain", "remains", "remained", "sound", "sounds", "sounded", "feel", "feels"),
    )
)
_UNABLE = ["could", "no", "longer"]  # cannot now: nothing is open
_SHOWING = frozenset(("point", "count", "rely", "boast"))
_FINDING = frozenset(
    ("muster", "find", "claim", "attract", "gather", "collect", "name", "win", "secure", "get")
)
_BARELY = frozenset(("only", "just", "barely", "merely"))
_BARELY_REACH = 6
_MAX_STEPS = 16


class VerbGroup(NamedTuple):
    """What the auxiliaries and adverbs before a verb say of it.

    ``to`` is the token of the "to" of a bare infinitive, or -1.
    """

    passive: bool
    hedge: Hedge
    would: bool
    to: int


def verb_group(sentence: Sentence, verb: int) -> tuple[int, VerbGroup]:
    """Where the words that belong to the verb end on its left, and what they say."""
    passive = would = False
    to = -1
    hedge: Hedge = ""
    at = verb - 1
    while at >= max(0, verb - _MAX_STEPS):
        noun = _named(sentence, at)
        kind = sentence.kinds[at]
        borne = bearer(sentence, noun) if noun is not None and noun.kind != "person" else None
        if borne is not None:
            at = borne.last - 1
            continue
        if noun is not None and not _is_aside(sentence, noun, verb):
            break
        if sentence.folds[at] == "would":
            would = True
        elif kind in _WEAKENING and not _is_settled(sentence, at, verb):
            hedge, to = stronger(hedge, _weight(sentence, at, kind)), -1
        elif kind in _PASSED or _leads_on(sentence, at, verb) or _joins_manner(sentence, at):
            passive = passive or kind == "be"
            if at == to - 1:
                hedge = stronger(hedge, _OBLIGING.get(kind, ""))
            to = to if kind in _ASIDE else -1
        elif sentence.folds[at] == "to":
            to = at
        elif not _passes(sentence, at, noun):
            break
        at = min(noun.first, at) - 1 if noun is not None else at - 1
    return at, VerbGroup(passive, hedge, would, to)


def _leads_on(sentence: Sentence, at: int, verb: int) -> bool:
    """Whether a word only tells how, or leads to a likelihood: "fully", "appears ready to"."""
    word = sentence.folds[at]
    if word in _SEEMING:
        return sentence.kinds[at + 1] == "expectation"
    return _is_manner(word) or _is_settled(sentence, at, verb)


def _is_settled(sentence: Sentence, at: int, verb: int) -> bool:
    """Whether nothing is open behind "could": "could no longer", "could point to seven MPs".

    Whoever could find only so many had them.
    """
    if sentence.folds[at] != "could":
        return False
    if sentence.folds[at : at + 3] == _UNABLE or sentence.folds[verb] in _SHOWING:
        return True
    barely = not _BARELY.isdisjoint(sentence.folds[at + 1 : verb + _BARELY_REACH])
    return barely and sentence.folds[verb] in _FINDING


def _named(sentence: Sentence, at: int) -> Noun | None:
    """The phrase at a token, if it is no part of words that say how: "for her part"."""
    noun = sentence.noun(at)
    how = noun is not None and noun.kind == "pronoun" and sentence.kinds[at] == "adverb"
    return None if how and noun is not None and noun.name != PAIR else noun


def _is_manner(word: str) -> bool:
    """Whether a word says how or by whom something is done: "reluctantly", "has herself backed"."""
    return (word.endswith("ly") and word not in _NO_MANNER) or word in _SELVES


def _joins_manner(sentence: Sentence, at: int) -> bool:
    """Whether "and" joins two words that say how: "formally and enthusiastically"."""
    both = sentence.folds[at - 1 : at + 2 : 2]
    return sentence.kinds[at] == "and" and len(both) > 1 and all(map(_is_manner, both))


def _weight(sentence: Sentence, at: int, kind: str) -> str:
    """What a weakening word weighs: "plans to back" announces, "her plans to back" only tells."""
    before = at - 1 if at else 0
    owned = sentence.kinds[before] in ("possessive", "determiner") or (
        sentence.folds[before] == "her"
    )
    return "tentative" if owned and kind == "expectation" else kind


def is_participle(sentence: Sentence, start: int, verb: int) -> bool:
    """Whether the verb after token ``start`` is a participle: "backing Y", "having backed Y"."""
    group = range(start + 1, verb)
    if sentence.folds[verb].endswith("ing"):
        return all(sentence.kinds[at] != "be" for at in group)
    return "having" in sentence.folds[start + 1 : verb]


def _is_aside(sentence: Sentence, noun: Noun, verb: int) -> bool:
    """Whether a phrase before the verb is a place or number, and no subject."""
    return noun.kind in ("number", "place") and not _counts(sentence, noun, verb)


def _counts(sentence: Sentence, noun: Noun, verb: int) -> bool:
    """Whether a number stands for those it counts: "two back X", "nobody has yet backed X"."""
    if noun.count is None or noun.percent or sentence.kinds[noun.first] == "adverb":
        return False
    if _floats(sentence, noun):
        return False
    if noun.last == verb:
        return True
    helping = all(sentence.kinds[at] in _HELPING for at in range(noun.last, verb))
    return helping and opens_clause(sentence, noun)


def _floats(sentence: Sentence, noun: Noun) -> bool:
    """Whether a number only gathers those named before it: "A and B both", "have all three"."""
    before = noun.first - 1
    helped = before > 0 and sentence.kinds[before] in ("have", "be", "modal")
    gathered = sentence.noun(before - helped) is not None
    return sentence.folds[noun.first] in _GATHERING and before >= 0 and gathered


def _passes(sentence: Sentence, at: int, noun: Noun | None) -> bool:
    """Whether a word says nothing of the subject: places, years and the "to" of an infinitive."""
    if noun is not None:
        unnamed = noun.name == "" and noun.count is None
        return noun.kind == "place" or unnamed or _floats(sentence, noun)
    word = sentence.folds[at]
    if word in _QUOTING:
        return at > 0 and sentence.folds[at - 1][0].isalnum()  # 'she "fully endorses" Y'
    if word in _BESIDE_PLACE or word in ("on", "at"):
        for beside in (sentence.noun(at - 1), sentence.noun(at + 1)):
            if beside is not None and beside.kind == "place":
                return True
        after = at + 1
        return word not in ("(", ")") and (
            sentence.kinds[after] == "time" or sentence.folds[after][0].isdigit()
        )
    return word == "to" or word[0].isdigit()


def carried_hedge(sentence: Sentence, first: int, joint: int, verb: int) -> Hedge:
    """What weakens the verb before "and" (token ``joint``), when a bare form goes on with it.

    "X is expected to quit and back Y" says no more of the second than of the first; "X refused to
    quit and backed Y" does; "X said she would quit and back Y" is a promise. The words between
    subject and joint begin at ``first``.
    """
    hedge: Hedge = ""
    if sentence.kinds[verb]:
        return hedge
    for index in range(first, joint):
        said = sentence.folds[index] == "would" and "speech" in sentence.kinds[:index]
        promised = said and sentence.folds[index - 1] in _SPEAKERS
        if sentence.kinds[index] in _WEAKENING and not promised:
            hedge = stronger(hedge, sentence.kinds[index])
    return hedge
