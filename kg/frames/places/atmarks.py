"""Those named behind a mark once support is told of: "a new backer: A", ", this one from A"."""

from __future__ import annotations

from kg.frames.coordination.chains import noun_from, object_chain
from kg.words.nouns import Noun, Sentence

_MARKS = frozenset((":", "-", "–", "—"))
_NAMED = ("person", "organisation")
_UNNAMED = ("number", "group", "pronoun")
_POINTING = frozenset(("this", "these", "the", "one", "both", "all", "most"))
_FROM = ("from", "by")
_MORE = frozenset(("another", "others", "more", "one"))
_THAT_OF = (("that", "of"), ("those", "of"), ("that", "from"), ("those", "from"))
_CLOSING = frozenset((";", "and", "but", "who", "which"))
_ALONG = (("as", "well", "as"), ("along", "with"), ("together", "with"))
_JOINED = (*_ALONG, ("and",), ("plus",), ("&",), (",",))
_AGAIN = frozenset(("also", "now", "then", "even"))
_ENDING = frozenset((".", ",", ";", ")", "in", "on", "at", "for", "after", "before"))
_UNVEILING = 9  # words between support and who gives it: "to unveil as well, however:"
_FARTHEST = 24
_REACH = 5


def named_at_mark(sentence: Sentence, at: int) -> list[Noun]:
    """Who is named at token ``at``, directly behind what tells of support; nobody as a rule."""
    if at + 1 >= len(sentence.folds):
        return []
    word = sentence.folds[at]
    told = _at_that_of(sentence, at)
    if told:
        return _named(sentence, told)
    if word in _MARKS:
        return _named(sentence, at + 1 + (sentence.folds[at + 1] in _FROM))
    if word == "," and sentence.folds[at + 1] in _POINTING:
        ahead = sentence.folds[at + 2 : at + 2 + _REACH]
        source = next((index for index, fold in enumerate(ahead) if fold in _FROM), -1)
        inside = (sentence.noun(index) for index in range(at + 1, at + 2 + source))
        plain = all(noun is None or noun.kind in _UNNAMED for noun in inside)
        return _named(sentence, at + 3 + source) if source >= 0 and plain else []
    return []


def _at_that_of(sentence: Sentence, at: int) -> int:
    """Behind the "that of" that a mark leads to: "another endorsement to show: that of A", or 0."""
    for index in range(at, min(at + _UNVEILING, len(sentence.folds) - 2)):
        marked = sentence.folds[index] in _MARKS or sentence.folds[index] == ","
        if marked and tuple(sentence.folds[index + 1 : index + 3]) in _THAT_OF:
            return index + 3
        if sentence.noun(index) is not None or sentence.folds[index] in _CLOSING:
            return 0
    return 0


def another(sentence: Sentence, at: int) -> list[Noun]:
    """B of "won the endorsement of A in May, and another from B": who gives one more.

    So does "and that of B", "along with those of B", if nothing else that could be meant was
    named since.
    """
    since = True
    for index in range(at, min(at + _FARTHEST, len(sentence.folds) - 2)):
        if sentence.folds[index] in (";", ":"):
            return []
        joined = sentence.folds[index] in (",", "and") and sentence.folds[index + 1] in _MORE
        if joined and sentence.folds[index + 2] in _FROM:
            return _named(sentence, index + 3)
        told = _past_joint(sentence, index) if since else 0
        if told:
            return _theirs(sentence, told)
        since = since and _is_beside(sentence, index)
    return []


def _past_joint(sentence: Sentence, at: int) -> int:
    """Behind "and that of", "as well as those of" at token ``at``, or 0."""
    for joint in _JOINED:
        if tuple(sentence.folds[at : at + len(joint)]) == joint:
            after = at + len(joint)
            after += after < len(sentence.folds) and sentence.folds[after] in _AGAIN
            return after + 2 if tuple(sentence.folds[after : after + 2]) in _THAT_OF else 0
    return 0


def _theirs(sentence: Sentence, at: int) -> list[Noun]:
    """Those named at ``at``, unless it is "that of A's successor", "that of A went to"."""
    named = _named(sentence, at)
    if not named or named[-1].last >= len(sentence.folds):
        return named
    word, kind = sentence.folds[named[-1].last], sentence.kinds[named[-1].last]
    return named if word in _ENDING or kind in ("preposition", "time") else []


def _is_beside(sentence: Sentence, at: int) -> bool:
    """Whether the word leaves "that" to support: no other phrase, no other clause."""
    noun = sentence.noun(at)
    other = noun is not None and noun.kind != "group"
    return not other and sentence.kinds[at] != "verb" and sentence.folds[at] not in _CLOSING


def _named(sentence: Sentence, at: int) -> list[Noun]:
    named = noun_from(sentence, at) if at < len(sentence.folds) else None
    if named is None or named.kind not in _NAMED:
        return []
    return object_chain(sentence, named)
