"""Hearsay: what is only understood, or said by nobody named, is expected and no fact."""

from __future__ import annotations

from kg.frames.model import Hedge
from kg.words.nouns import Noun, Sentence

_SOURCES = frozenset(("source", "sources", "insider", "insiders", "pundits", "observers"))
_INSIDERS = frozenset(
    ("aide", "aides", "adviser", "advisers", "advisor", "advisors", "staffer", "staffers")
) | {"person", "people", "confidant", "confidants"}
_MARKS = frozenset((",", '"', "“", "”", "that", "-", "–", "—"))
_ANNOUNCING = frozenset(("will", "'ll", "shall"))
_COMING = _ANNOUNCING | {"would", "'d"}
_REPORTING = frozenset(
    (
        *("reported", "reports", "reporting", "suggests", "suggested", "predicts", "predicted"),
        *("speculates", "speculated", "rumoured", "rumored", "tipped"),
    )
)
_QUOTES = frozenset((":", '"', "“"))
_CLOSING = frozenset((",", ";", ":", '"', "“", "”", ")"))
_ALLEGED = frozenset(("allegedly", "supposedly", "purportedly"))
_AUXILIARY = frozenset(("negation", "adverb", "have", "be", "do", "modal", "speech"))
_HEARING = frozenset(("understand", "hear", "gather", "told", "hearing", "informed"))
_HEARERS = frozenset(("i", "we", "i'm", "we're"))
_BETWEEN = frozenset(("that", "from", "the"))
_HEARD = 3
_BEFORE_SPEECH = 5
_REACH = 7
_BEHIND = 12


def hearsay(sentence: Sentence, first: int, cue: int, last: int) -> Hedge:
    """What those who say a clause at tokens ``first`` to ``last`` do to it, before or behind it.

    Its verb stands at token ``cue``.
    """
    if not _ALLEGED.isdisjoint(sentence.folds[first : cue + 1]):
        return "conditional"
    if _unsaid(sentence, first):
        return "negated"
    if (
        _heard(sentence, first)
        or _understood(sentence, first, last)
        or _by_sources(sentence, first, last)
    ):
        return "expected"
    if _foretold(sentence, first, cue, last) or _reported(sentence, first, cue):
        return "expected"
    announced = _to_be_announced(sentence, first) or _to_be_announced(sentence, cue)
    return "expected" if announced else ""


def _unsaid(sentence: Sentence, first: int) -> bool:
    """Whether nobody said it: "X has never said that she backs Y", "did not tell us he would"."""
    said = speech_leading(sentence, first)
    at = said - 1 if said is not None else -1
    while at >= 0 and sentence.kinds[at] in _AUXILIARY:
        if sentence.kinds[at] == "negation":
            return True
        at -= 1
    return False


def _heard(sentence: Sentence, first: int) -> bool:
    """Whether "I understand", "we hear", "I'm told" leads into a clause: the writer's own news."""
    for at in range(first - 1, max(-1, first - 1 - _HEARD), -1):
        word = sentence.folds[at]
        if word in _HEARING and at:
            before = sentence.folds[max(0, at - 2) : at]
            return not _HEARERS.isdisjoint(before)
        if word not in _BETWEEN:
            return False
    return False


def _understood(sentence: Sentence, first: int, last: int) -> bool:
    """Whether "it is understood" stands before the clause, behind it or set off inside it."""
    end = min(last + _BEHIND, len(sentence.folds) - 2)
    for at in range(max(0, first - _REACH), end):
        if sentence.folds[at] != "it" or sentence.kinds[at + 1] != "be":
            continue
        opens = at == 0 or sentence.folds[at - 1] in _MARKS
        if opens and "expectation" in sentence.kinds[at + 2 : at + 4]:
            return True
    return False


def _by_sources(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the clause is said by sources without a name."""
    if _SOURCES.isdisjoint(sentence.folds):
        return False
    for at, word in enumerate(sentence.folds):
        if word not in _SOURCES:
            continue
        beside = sentence.kinds[max(0, at - 3) : at + _REACH]
        near = first - _REACH <= at < first or last <= at < last + _BEHIND
        if near and "speech" in beside and _QUOTES.isdisjoint(sentence.folds[at:first]):
            return True  # a source quoted at length is a witness
    return False


def _foretold(sentence: Sentence, first: int, cue: int, last: int) -> bool:
    """Whether it will be done, as nobody with a name says: "will back Y, an aide said"."""
    if _ANNOUNCING.isdisjoint(sentence.folds[first : cue + 1]):
        return False
    end = min(last + _BEHIND, len(sentence.folds))
    for at in range(last, end):
        if sentence.folds[at] in _INSIDERS:
            said = "speech" in sentence.kinds[at + 1 : at + 1 + _REACH]
            return said or "according" in sentence.folds[last:at]
        if sentence.folds[at] in _QUOTES:
            return False
    return False


def _reported(sentence: Sentence, first: int, cue: int) -> bool:
    """Whether it is reported that it will be done: "the paper suggests that X will vote for Y"."""
    if _COMING.isdisjoint(sentence.folds[first : cue + 1]):
        return False
    said = speech_leading(sentence, first)
    return said is not None and sentence.folds[said] in _REPORTING


def _to_be_announced(sentence: Sentence, first: int) -> bool:
    """Whether the clause will only be announced, or has been said by hearsay.

    "Will say on Monday that it backs Y", "is understood to have told friends she will".
    """
    said = speech_leading(sentence, first)
    if said is None or said < 1:
        return False
    before = sentence.kinds[max(0, said - _BEFORE_SPEECH) : said]
    return sentence.folds[said - 1] in _ANNOUNCING or "expectation" in before


def speech_before(sentence: Sentence, start: int) -> int | None:
    """The verb of speech in whose clause "they" or "it" at token ``start`` stands."""
    if start < 1 or sentence.folds[start] not in ("they", "it"):
        return None
    return speech_leading(sentence, start)


def speech_leading(sentence: Sentence, first: int) -> int | None:
    """The verb of speech that leads into the clause at ``first``: "told a meeting (that)"."""
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if sentence.kinds[at] == "speech":
            told = at - (sentence.folds[at] == "that" and at > 0)  # "decided that"
            return None if sentence.folds[at] in ("according", "to") else told
        if sentence.folds[at] in _CLOSING or sentence.kinds[at] in ("contrast", "and", "condition"):
            return None
        if sentence.kinds[at] == "relative" and sentence.folds[at] != "that":
            return None
    return None


def may_be_body(noun: Noun) -> bool:
    """Whether a phrase that says "it" of itself is a body: "the group", "it"."""
    return (noun.kind == "office" and not noun.offices) or noun.name == "it"
