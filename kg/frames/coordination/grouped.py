"""Names behind what several are called: "commissioners A and B", "its candidates (A, B, C)"."""

from __future__ import annotations

from kg.frames.clause.clauses import VERBAL, is_predicate
from kg.words.nouns import Noun, Sentence
from kg.words.once import once_at

_LONGEST = 6  # words of what several are called, directly before their names
_LONGEST_MARKED = 14  # and before a mark that their names follow
_DESCRIBING = frozenset(("", "relation", "adverb"))
_OPENING = frozenset(("determiner", "possessive"))
_CALLED = frozenset(("office", "group", "place", "organisation", "number"))
_JOINING = frozenset((",", "and", "&", "plus", ";"))
_MARKS = frozenset(("(", ":", "-", "–", "—", ","))
_TIES = frozenset(("on", "of", "for", "in", "from", "to", "the", "its", "their", "'s", "'", "a"))
_STANDING = frozenset(
    ("running", "standing", "seeking", "vying", "up", "who", "are", "challenging")
)
_PASSED = _TIES | _STANDING
_PASSED_KINDS = _DESCRIBING | _OPENING
_UNSUFFIXED = frozenset(("people", "women", "men"))
_ENDS = frozenset((":", "?", "!"))
_CLAUSAL = VERBAL | {"relative", "contrast", "pronoun"}
_REACH = 12  # words between two of several: "and", an age, a seat, a trade
_SEVERAL = 2
_OWN = frozenset(("its", "their"))
_STANDARD_BEARERS = frozenset(("candidates", "nominees", "slate", "ticket", "team", "lineup"))


@once_at
def names_behind(sentence: Sentence, start: int) -> Noun | None:
    """The first of the several people whom a plural from token ``start`` on describes.

    Only where more of them follow and none of them does anything: not "the plans A and B made".
    A mark may part them: "its three candidates (A, B and C)", "the five on its slate: A, B".
    """
    if sentence.kinds[start : start + 1] == ["and"] and sentence.noun(start) is None:
        return None  # most joints
    at = start
    while at < len(sentence.folds) and at - start < _LONGEST:
        noun = sentence.noun(at)
        if noun is not None and noun.kind == "person":
            several = at > start and _is_plural(sentence, at - 1)
            return noun if several and noun.first == at and _are_several(sentence, noun) else None
        if noun is not None and noun.kind not in _CALLED:
            break
        if noun is None and not _may_describe(sentence, at, start):
            break
        at = noun.last if noun is not None else at + 1
    return _behind_mark(sentence, start, at)


def _behind_mark(sentence: Sentence, start: int, at: int) -> Noun | None:
    """The first of several whose names a mark parts from what they are called."""
    while at < len(sentence.folds) and at - start < _LONGEST_MARKED:
        noun = sentence.noun(at)
        word = sentence.folds[at]
        if noun is not None and noun.kind not in _CALLED and not _owns(sentence, noun):
            return None
        if noun is None and word in _MARKS:
            break
        tied = word in _PASSED or sentence.kinds[at] in _PASSED_KINDS
        if noun is None and not tied:
            return None
        at = noun.last if noun is not None else at + 1
    if at == start or sentence.folds[at : at + 1] == [] or sentence.folds[at] not in _MARKS:
        return None
    first = at + 1
    while sentence.kinds[first : first + 1] == ["relation"]:
        first += 1  # "its four—incumbent A plus B and C"
    named = sentence.noun(first)
    if named is None or named.kind != "person" or not _are_several(sentence, named):
        return None
    return named if _counts(sentence, start, at) and not _stand_for(sentence, start, at) else None


def _stand_for(sentence: Sentence, start: int, mark: int) -> bool:
    """Whether those named stand for a party that only names them: "has named its candidates: A"."""
    own = sentence.folds[start] in _OWN
    return own and not _STANDARD_BEARERS.isdisjoint(sentence.folds[start:mark])


def _owns(sentence: Sentence, noun: Noun) -> bool:
    """Whether what looks like a name only says whose they are: "Onetown's three candidates"."""
    return sentence.is_owning(noun.last)


def _counts(sentence: Sentence, start: int, mark: int) -> bool:
    """Whether the words before a mark tell how many are named behind it, or that several are."""
    counted = any(
        (noun.count or 0) >= _SEVERAL for noun in sentence.nouns if start <= noun.first < mark
    )
    called = sentence.folds[mark] != "," or sentence.kinds[start] in _OPENING
    return counted or (called and _is_plural(sentence, mark - 1))


def _may_describe(sentence: Sentence, at: int, start: int) -> bool:
    kind = sentence.kinds[at]
    if at == start and kind in _OPENING:
        return True
    plain = sentence.tokens[at].text.islower() or "-" in sentence.folds[at]
    return kind in _DESCRIBING and plain and sentence.folds[at][0].isalpha()


def _is_plural(sentence: Sentence, at: int) -> bool:
    """Whether the word at ``at`` is a plural that can be said of people."""
    noun = sentence.noun(at)
    if noun is not None and noun.kind not in ("group", "organisation"):
        return False
    word = sentence.folds[at]
    if noun is None and not sentence.tokens[at].text[0].islower():
        return False
    return word in _UNSUFFIXED or (word.endswith(("s", "men", "women")) and not word.endswith("ss"))


def _are_several(sentence: Sentence, first: Noun) -> bool:
    """Whether another name is joined to the first, and no verb is said of the two."""
    for index in range(first.last, min(first.last + _REACH, len(sentence.folds))):
        noun = sentence.noun(index)
        joined = not _JOINING.isdisjoint(sentence.folds[first.last : index])
        if joined and noun is not None and noun.kind == "person":
            return not is_predicate(sentence, noun.last)
        if noun is None and (sentence.kinds[index] in _CLAUSAL or sentence.folds[index] in _ENDS):
            return False
    return False
