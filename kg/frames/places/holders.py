"""Who has what stands behind "with": "Y, with A behind her, is second", "With A on side, Y"."""

from __future__ import annotations

from kg.frames.clause.clauses import ACTING, has_predicate, opens_clause, subjects_before
from kg.frames.coordination.chains import noun_from
from kg.words.nouns import Noun, Sentence
from kg.words.pronouns import DESCRIBED

_OPENING = ("adverb", "time", "and", "contrast")
_HOLDING = ("person", "pronoun")
_ACTING = ACTING | {"pronoun"}
_HOLDERS = frozenset(("he", "she", "i", "we"))
_MATTERS = ("matter", "document")


def holder(sentence: Sentence, at: int, after: int) -> Noun | None:
    """The one person who has what the phrase from "with" at token ``at`` up to ``after`` names.

    The subject of the clause it opens or stands in, or who is named behind its verb: "Ahead is Y,
    with". Nobody where the clause is about a matter: "passed the plan with the support of A".
    """
    if all(sentence.kinds[index] in _OPENING for index in range(at)):
        return _behind(sentence, after)
    if sentence.kinds[at - 1] in ("and", "contrast") and (
        found := _directly_behind(sentence, after)
    ):
        return found
    if sentence.folds[at - 1] == ",":
        beside = sentence.noun(at - 2)
        if _is_holder(beside) and beside is not None and _is_set(sentence, beside):
            return beside
    for noun in subjects_before(sentence, at):
        if _is_apposed(sentence, noun):
            continue
        between = range(noun.last, at)
        if not _is_holder(noun) or any(sentence.kinds[index] in _MATTERS for index in between):
            return None
        return noun
    return None


def _is_apposed(sentence: Sentence, noun: Noun) -> bool:
    """Whether a phrase between commas only says who the one before it is: "Y, a Republican,"."""
    comma = noun.first - 1
    comma -= comma > 0 and sentence.kinds[comma] == "determiner"
    return comma > 0 and sentence.folds[comma] == "," and _is_holder(sentence.noun(comma - 1))


def _behind(sentence: Sentence, after: int) -> Noun | None:
    """The subject behind the comma that closes a phrase at or behind token ``after``."""
    for comma in range(after, len(sentence.folds) - 1):
        noun = noun_from(sentence, comma + 1) if sentence.folds[comma] == "," else None
        if noun is not None and noun.kind in _ACTING and _acts(sentence, noun):
            return noun if _is_holder(noun) else None
    return None


def _directly_behind(sentence: Sentence, after: int) -> Noun | None:
    """The subject of the clause that a phrase closed by a comma opens: "and with A on side, Y"."""
    noun = noun_from(sentence, after + 1) if sentence.folds[after : after + 1] == [","] else None
    return noun if _is_holder(noun) and noun is not None and _acts(sentence, noun) else None


def past_owner(sentence: Sentence, chain: list[Noun]) -> list[Noun]:
    """A chain without the subject of the next clause, strung to it: "of A and B, Y has won"."""
    for at, noun in enumerate(chain[1:], 1):
        opens = sentence.folds[noun.first - 1] == "," and _is_holder(noun)
        if opens and _acts(sentence, noun):
            return chain[:at]
    return chain


def _acts(sentence: Sentence, noun: Noun) -> bool:
    """Whether a verb follows the phrase, and no words set off."""
    return has_predicate(sentence, noun) and sentence.folds[noun.last] != ","


def _is_holder(noun: Noun | None) -> bool:
    if noun is None or noun.kind not in _HOLDING:
        return False
    return noun.kind == "person" or noun.name in _HOLDERS or noun.name == DESCRIBED


def _is_set(sentence: Sentence, noun: Noun) -> bool:
    """Whether the name before the comma opens its clause or is what the clause comes to: "is Y"."""
    return opens_clause(sentence, noun) or sentence.kinds[noun.first - 1 : noun.first] == ["be"]
