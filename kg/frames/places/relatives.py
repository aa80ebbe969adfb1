"""Whom a relative clause is about when other words part it from the name."""

from __future__ import annotations

from kg.frames.clause.clauses import ACTING, before, is_governed
from kg.frames.coordination.chains import chain_left
from kg.words.nouns import Noun, Sentence

_WHERE = ("in", "of", "from")
_DEFINING = frozenset(("that", "which", "who"))
_REACH = 8
_MANNER = frozenset(("", "preposition", "determiner", "adverb", "time", "possessive"))
_WIDER = 6
_TRADE = 6
_PEOPLE = 3  # words between people and what ties them to a body: "closely allied to"
_PLURAL = ("have", "are", "were")
_WHOLE = frozenset(("both", "all", "each"))


def past_bracket(sentence: Sentence, at: int) -> int:
    """The token before a bracket that ends at ``at``: "X (D-Ohio), who"; else ``at`` itself."""
    if sentence.folds[at] != ")":
        return at
    for index in range(at - 1, max(0, at - _REACH), -1):
        if sentence.folds[index] == "(":
            return index - 1
    return at


def past_where(sentence: Sentence, at: int) -> Noun | None:
    """Who stands before "who", past where they are: "X in Labour's caucus, who ..."."""
    noun = sentence.noun(past_bracket(sentence, at))
    if noun is not None and noun.kind not in ("organisation", "place") and " " in noun.name:
        return noun
    for index in range(at, max(-1, at - _REACH), -1):
        person = sentence.noun(index)
        if sentence.folds[index] == ",":
            break
        located = person is not None and sentence.folds[person.last] in _WHERE
        if person is not None and person.kind == "person" and located:
            return person
    return noun


def relative_around(sentence: Sentence, noun: Noun) -> int | None:
    """The "that" of "the wing that backed A now backs B": A, its object, is no subject of "backs".

    ``noun`` is the object, directly before the second verb. None where no relative clause is open.
    """
    if not is_governed(sentence, noun) or sentence.kinds[before(sentence, noun)] == "preposition":
        return None
    for at in range(noun.first - 1, max(0, noun.first - _REACH), -1):
        if sentence.folds[at] in _DEFINING and sentence.kinds[at] == "relative":
            who = sentence.noun(at - 1)
            return at if who is not None and who.kind in ACTING else None
        if sentence.folds[at] in (",", ";", ":") or sentence.noun(at) is not None:
            if sentence.noun(at) is noun:
                continue
            return None
    return None


def past_trade(sentence: Sentence, at: int) -> Noun | None:
    """Who stands before what he is, set off: "X, a former teacher who ..."."""
    for index in range(at, max(0, at - _TRADE), -1):
        if sentence.kinds[index] == "determiner":
            named = sentence.noun(index - 2) if sentence.folds[index - 1] == "," else None
            return named if named is not None and named.kind == "person" else None
        if sentence.noun(index) is not None or sentence.kinds[index] not in ("", "relation"):
            return None
    return None


def relative_before(sentence: Sentence, at: int) -> int | None:
    """The "who" that words of place and manner part from its verb: "who in public stands"."""
    for index in range(at, max(-1, at - _WIDER), -1):
        if sentence.kinds[index] == "relative":
            return index if sentence.folds[index] in ("who", "which") else None
        plain = sentence.kinds[index] in _MANNER and sentence.noun(index) is None
        if not plain or sentence.folds[index] in (",", ";", ":"):
            return None
    return None


def group_before(sentence: Sentence, noun: Noun, at: int) -> Noun | None:
    """The group in "supporters of X who switch": a plural verb behind "who" is not said of X."""
    if noun.kind == "organisation" and sentence.folds[at] == "who":
        return _people_of(sentence, noun)
    if noun.kind != "person" or sentence.folds[noun.first - 1 : noun.first] != ["of"]:
        return None
    group = sentence.noun(noun.first - 2)
    verb = sentence.folds[at + 1] if at + 1 < len(sentence.folds) else ""
    plain = sentence.kinds[at + 1 : at + 2] in ([""], ["verb"]) and verb.isalpha()
    plural = verb in _PLURAL or (plain and not verb.endswith(("s", "ed", "ly")))
    return group if plural and group is not None and group.kind == "group" else None


def _people_of(sentence: Sentence, body: Noun) -> Noun | None:
    """The people of a body in "leaders allied to the ABC who back Y", "members of the ABC who"."""
    before_body = before(sentence, body)
    if before_body < 1 or sentence.kinds[before_body] != "preposition":
        return None
    for at in range(before_body - 1, max(-1, before_body - 1 - _PEOPLE), -1):
        group = sentence.noun(at)
        if group is not None or sentence.folds[at] in (",", ";", ":"):
            return group if group is not None and group.kind == "group" else None
    return None


def whole_of(sentence: Sentence, at: int) -> tuple[Noun, ...]:
    """Whom "whom" or "which" at token ``at`` means in "A and B, both of whom": all of those before.

    Some of them, "three of whom", are nobody in particular.
    """
    if at < 4 or sentence.folds[at - 1] != "of" or sentence.folds[at - 2] not in _WHOLE:
        return ()
    last = sentence.noun(at - 4) if sentence.folds[at - 3] == "," else None
    if last is None or last.kind not in ("person", "organisation"):
        return ()
    chain = tuple(chain_left(sentence, last))
    return chain[-2:] if sentence.folds[at - 2] == "both" else chain
