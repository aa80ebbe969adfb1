"""Scores of two candidates: "X leads Y 222 to 128", "X leads, 41 to Y's 18"."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.prose.numbers.tallywords import stands_in_race, tally_words
from kg.words.nouns import Noun, Sentence


def scored(sentence: Sentence, number: Noun, lexicon: Lexicon) -> Noun | None:
    """Whose each side of a score is: "X leads Y 222 to 128 among the delegates"."""
    owned = _over_owned(sentence, number, lexicon)
    if owned is not None:
        return owned
    after, before = _side(sentence, number.last + 1), _side(sentence, number.first - 2)
    first, second = (number, after) if after is not None else (before, number)
    if first is None or second is None or sentence.folds[first.last : second.first] != ["to"]:
        return None
    rival = sentence.noun(first.first - 1)
    leader = sentence.noun(rival.first - 2) if rival is not None else None
    if rival is None or leader is None or {rival.kind, leader.kind} != {"person"}:
        return None
    if not stands_in_race(sentence, first, lexicon):
        return None
    return leader if first is number else rival


def _over_owned(sentence: Sentence, number: Noun, lexicon: Lexicon) -> Noun | None:
    """Who leads in "X leads among the MPs, 41 to Y's 18"."""
    rival = sentence.noun(number.last + 1)
    if sentence.folds[number.last : number.last + 1] != ["to"] or rival is None:
        return None
    owned = sentence.is_owning(rival.last)
    if rival.kind != "person" or not owned or _side(sentence, rival.last + 1) is None:
        return None
    leaders = [n for n in sentence.nouns if n.kind == "person" and n.last <= number.first]
    leads = any(
        kind == "standing" and at < number.first for at, kind in tally_words(sentence, lexicon)
    )
    return leaders[0] if len(leaders) == 1 and leads else None


def _side(sentence: Sentence, at: int) -> Noun | None:
    noun = sentence.noun(at)
    return noun if noun is not None and noun.kind == "number" else None
