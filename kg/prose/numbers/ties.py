"""How closely what stands between a number and a name ties the two."""

from __future__ import annotations

from kg.prose.numbers.tallywords import is_side, is_support_at, stands_in_race
from kg.prose.numbers.turns import Scales, Side, is_heading
from kg.words.nouns import Sentence

TIED = 2
_LONGEST_TIE = 9
_WEAK = frozenset(
    ("for", "with", "to", "by", "behind", "on", "at", "has", "had", "have", "is", "against")
)
_PLACING = frozenset(("with", "on", "at"))
_DENYING = frozenset(("negation", "refusal"))
_THINGS = frozenset(("matter", "document"))
_ELSEWHERE = frozenset(
    (
        *("-", "–", "—", ":", "against", "over", "rival", "opponent", "than", "succeed", "replace"),
        *("succeeding", "replacing", "oust", "topple", "challenge", "challenging", "unseat"),
    )
)
_MARKS = frozenset(("'s", "'", "(", ":", "-"))


def tied(scales: Scales, number: Side, holder: Side) -> int:
    """``TIED`` when words or marks give the number to the holder, 1 when the two stand close.

    Below 0, words between keep them apart.
    """
    first, last = sorted((number, holder), key=lambda side: side.first)
    owned = is_side(scales.sentence, first.last, scales.lexicon)
    helped = any(
        is_support_at(scales.sentence, at, scales.lexicon) for at in range(first.last, last.first)
    )
    if _is_elsewhere(scales.sentence, first, last, holder):
        return -TIED
    if not owned and _is_another_clause(scales.sentence, first, last, number, helped=helped):
        return -TIED
    return TIED if owned or helped else _closeness(scales, first, last, number)


def _is_elsewhere(sentence: Sentence, first: Side, last: Side, holder: Side) -> bool:
    """Whether the words lead to somebody else: "two MPs - X and Y", "40 MPs signed against X"."""
    if last is holder and sentence.folds[holder.first - 1] in _ELSEWHERE:
        return True
    kinds = sentence.kinds[first.last : last.first]
    return not _DENYING.isdisjoint(kinds) or _is_about(sentence, first, last, holder)


def _is_another_clause(
    sentence: Sentence, first: Side, last: Side, number: Side, *, helped: bool
) -> bool:
    """Whether somebody only says the number, or those counted act for themselves."""
    if last is number and _acts(sentence, number):
        return True  # "X was pleased and 40 MPs have signed"
    return not helped and "speech" in sentence.kinds[first.last : last.first]


def _closeness(scales: Scales, first: Side, last: Side, number: Side) -> int:
    """How close the two stand, when nothing keeps them apart."""
    sentence = scales.sentence
    if last is number and is_heading(sentence, number.nouns[0]):
        return TIED
    folds = sentence.folds[first.last : last.first]
    if all(word in _MARKS for word in folds):
        return 1
    if len(folds) > _LONGEST_TIE:
        return 0
    placed = folds[-1] in _PLACING and stands_in_race(sentence, last.nouns[0], scales.lexicon)
    if placed or any(_ties(scales, at) for at in range(first.last, last.first)):
        return TIED  # "X trails with 40 MPs"
    return 1 if folds[-1] in _WEAK or folds[0] in _WEAK else 0


def _is_about(sentence: Sentence, first: Side, last: Side, holder: Side) -> bool:
    """Whether the words between lead to a matter or a letter, and not to the person."""
    about = not _THINGS.isdisjoint(sentence.kinds[first.last : last.first])
    before = sentence.folds[max(0, holder.first - 2) : holder.first]
    verb = sentence.kinds[holder.first - 1 : holder.first] == ["verb"]
    towards = verb or before[-1:] == ["for"] or before == ["support", "of"]
    return about and last is holder and not towards


def _acts(sentence: Sentence, number: Side) -> bool:
    """Whether those counted do something, so that whoever stands before does not have them."""
    group = number.nouns[-1].kind == "group"
    return group and sentence.kinds[number.last : number.last + 1] in (["have"], ["be"], ["verb"])


def _ties(scales: Scales, at: int) -> bool:
    """Whether the words at a token are said of those who have support, or give it."""
    sentence, lexicon = scales.sentence, scales.lexicon
    if sentence.kinds[at] == "have":
        return True
    word = sentence.folds[at]
    cue = lexicon.cues.at(sentence.folds, at) if word in lexicon.cues else None
    if cue is not None and cue.value.frame in ("get", "winover", "act", "give"):
        return True
    found = lexicon.tally_words.at(sentence.folds, at)
    return found is not None and found.value in ("support", "holding", "linking")
