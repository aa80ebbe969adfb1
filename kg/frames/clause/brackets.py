"""Clauses in brackets: "Y (backed by A), Z (who has the support of B) and W (whose backers are C)".

What a bracket says of the name before it is read as a clause of its own, and the sentence around
without it, so that nobody inside is strung together with those outside.
"""

from __future__ import annotations

from kg.frames.clause.clauses import ACTING, has_predicate
from kg.frames.clause.cutting import Part, cut
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_LONGEST = 60
_OPENING = frozenset(("now", "also", "already", "since", "formerly", "and", "himself", "herself"))
_GATHERING = {"both": 2, "all": 0, "each": 0}
_WHERE = frozenset(("in", "of", "from", "for", "at", ","))
_DESCRIBED = ("person", "organisation", "office")
_JOINTS = frozenset((",", "and", "&", ";"))


def parts_of(sentence: Sentence, lexicon: Lexicon) -> list[Part]:
    """The sentence without its brackets that are clauses, and each of these; empty: it has none."""
    parted = _described_each(sentence) if ";" in sentence.folds else []
    if parted:
        return parted
    if "(" not in sentence.folds:
        return []
    clauses = []
    taken: set[int] = set()
    for opening in sentence.places(frozenset("(")):
        closing = _closing(sentence, opening)
        if opening in taken or closing is None or not _has_cue(sentence, opening, closing, lexicon):
            continue
        clause = _clause(sentence, opening, closing, lexicon)
        if clause is not None:
            clauses.append(clause)
            taken.update(range(opening, closing + 1))
    if not clauses:
        return []
    rest = [at for at in range(len(sentence.folds)) if at not in taken]
    return [cut(sentence, rest), *clauses] if rest else clauses


def _described_each(sentence: Sentence) -> list[Part]:
    """The parts between semicolons, if each names somebody and tells of him: "A, who; B, whose".

    What is told of one is not told of the next.
    """
    marks = [at for at, word in enumerate(sentence.folds) if word == ";"]
    starts = [0, *(at + 1 for at in marks)]
    ends = [*marks, len(sentence.folds)]
    starts = [at + (sentence.folds[at : at + 1] == ["and"]) for at in starts]
    if not all(_tells_of_one(sentence, at) for at in starts[1:]):
        return []
    return [cut(sentence, range(*ends_)) for ends_ in zip(starts, ends, strict=True)]


def _tells_of_one(sentence: Sentence, at: int) -> bool:
    """Whether a name stands at a token, and behind a comma what he is told to be or have."""
    named = sentence.noun(at)
    if named is None or named.kind not in _DESCRIBED or named.first != at:
        return False
    after = named.last
    if sentence.folds[after : after + 1] != [","] or after + 1 >= len(sentence.folds):
        return False
    return sentence.kinds[after + 1] == "relative" or sentence.folds[after + 1] == "whose"


def _closing(sentence: Sentence, opening: int) -> int | None:
    """Where the bracket that opens at a token closes."""
    for at in range(opening + 1, min(opening + _LONGEST, len(sentence.folds))):
        if sentence.folds[at] == "(":
            return None
        if sentence.folds[at] == ")":
            return at
    return None


def _has_cue(sentence: Sentence, opening: int, closing: int, lexicon: Lexicon) -> bool:
    words = sentence.folds[opening + 1 : closing]
    return bool(lexicon.cues.openings(words) or lexicon.support_nouns.openings(words))


def _clause(sentence: Sentence, opening: int, closing: int, lexicon: Lexicon) -> Part | None:
    """What a bracket says: of those before it, or with a subject of its own."""
    inside = range(opening + 1, closing)
    start = opening + 1
    gathered = sentence.folds[start] in _GATHERING
    start += gathered
    while start < closing and sentence.folds[start] in _OPENING:
        start += 1
    if start >= closing:
        return None
    if _has_subject(sentence, start):
        return cut(sentence, [*inside])
    if not _attaches(sentence, start, lexicon):
        return None
    several = _GATHERING[sentence.folds[opening + 1]] if gathered else 1
    described = _described(sentence, opening, several)
    if not described:
        return None
    if gathered and sentence.folds[opening + 2] != "of":
        return cut(sentence, [*described, *range(opening + 2, closing)])  # "A and B backed by C"
    return cut(sentence, [*described, opening, *inside], frozenset((opening,)))


def _has_subject(sentence: Sentence, at: int) -> bool:
    """Whether somebody who acts opens the bracket."""
    noun = sentence.noun(at + (sentence.kinds[at] == "determiner"))
    acting = noun is not None and noun.kind in ACTING | {"pronoun"}
    return acting and noun is not None and has_predicate(sentence, noun)


def _attaches(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a relative, a verb or "with" opens it: it is said of the name before it."""
    relative = sentence.kinds[at] == "relative" or sentence.folds[at] in ("whose", "with")
    return relative or lexicon.cues.at(sentence.folds, at) is not None


def _described(sentence: Sentence, opening: int, several: int) -> list[int]:
    """The tokens of those before the bracket of whom it speaks, ``several``; 0 is all joined.

    Only where they are from or stand may part a name from it: "A in Kent (backed by B)".
    """
    found: list[Noun] = []
    kept: list[int] = []
    at = opening - 1
    while at >= 0 and (several == 0 or len(found) < several):
        noun = sentence.noun(at)
        if noun is not None and noun.kind in _DESCRIBED and not _is_where(sentence, at):
            found.append(noun)
            kept.extend(range(noun.last - 1, noun.first - 1, -1))
        elif noun is None and found and sentence.folds[at] in _JOINTS:
            kept.append(at)
        elif (noun is None or noun.kind != "place") and not _is_where(sentence, at):
            break
        at = noun.first - 1 if noun is not None else at - 1
    if len(found) < max(1, several):
        return []
    return [at for at in reversed(kept) if at >= found[-1].first]


def _is_where(sentence: Sentence, at: int) -> bool:
    """Whether the word only leads to a place, or is of one: "in Castle ward"."""
    if sentence.folds[at] in _WHERE or sentence.kinds[at] == "determiner":
        return True
    noun = sentence.noun(at) or sentence.noun(at - 1)
    small = sentence.noun(at) is not None or sentence.tokens[at].text.islower()
    first = noun.first if noun is not None else at
    return small and sentence.folds[first - 1] in _WHERE - {","}
