"""Lines at either end of a text that say who writes it: "The writer is X", "X lives in Anytown"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.frames.clauses import VERBAL
from kg.passages import Passage
from kg.words.nouns import Noun, Sentence

_LEAD = 6  # words before the name of who signs or is introduced
_SHORT = 12
_LONG = 40
_MARKS = frozenset((",", ":", "-", "–", "—", "|", "•", "*", "/", "(", "@", "·", ";"))
_BARS = frozenset(("|", "·", "»"))
_OWN = frozenset(("i", "i'm", "me", "my", "we", "us", "our"))
_OF_PEOPLE = ("office", "organisation", "person")


def signer(sentence: Sentence, words: Mapping[str, str]) -> Noun | None:
    """X in "Yours sincerely, X" and "Respectfully, X, Anytown", on one line."""
    noun, kinds = _led(sentence, words)
    if noun is None or "closing" not in kinds or len(sentence.tokens) > _SHORT:
        return None
    return noun if VERBAL.isdisjoint(sentence.kinds[noun.last :]) else None


def introduces(sentence: Sentence, words: Mapping[str, str]) -> Noun | None:
    """X in a line that is about its author: "Author: X", "The writer is X", "X lives in Anytown".

    A bare "X is" needs what X is behind it: an office, a body, a trade.
    """
    if len(sentence.tokens) > _LONG or not _OWN.isdisjoint(sentence.folds):
        return None
    noun, kinds = _led(sentence, words)
    if noun is None or noun.last >= len(sentence.tokens):
        return noun if "role" in kinds else None
    behind = sentence.folds[noun.last]
    if "role" in kinds:
        told = behind in _MARKS or words.get(behind) in ("life", "small")
        return noun if told else None
    if noun.first > 1 or "closing" in kinds:
        return None
    if behind in ("is", "was"):
        return noun if _is_something(sentence, noun.last + 1) else None
    return noun if words.get(behind) == "life" else None


def titled(sentence: Sentence) -> Noun | None:
    """X in the title "X | Y is the right choice"."""
    noun = sentence.noun(0)
    if noun is None or noun.kind != "person" or " " not in noun.name:
        return None
    barred = not _BARS.isdisjoint(sentence.folds[noun.last : noun.last + 1])
    return noun if barred and not VERBAL.isdisjoint(sentence.kinds[noun.last :]) else None


def speaks_in_own_voice(passages: Sequence[Passage]) -> bool:
    """Whether a text says "I" or "my" outside quotations."""
    return any(
        word in ("i", "my", "i'm", "i'll", "i've") and not passage.in_quotation(at)
        for passage in passages
        for at, word in enumerate(passage.sentence.folds)
    )


def _led(sentence: Sentence, words: Mapping[str, str]) -> tuple[Noun | None, set[str]]:
    """The first person of a line, if only words of such lines lead to the name, and their kinds."""
    kinds: set[str] = set()
    for at, word in enumerate(sentence.folds[: _LEAD + 1]):
        noun = sentence.noun(at)
        if noun is not None and noun.kind == "person" and " " in noun.name:
            return noun, kinds
        if word not in words and word not in _MARKS:
            return None, kinds
        kinds.add(words.get(word, ""))
    return None, kinds


def _is_something(sentence: Sentence, at: int) -> bool:
    """Whether an office, a body or a trade stands behind "is", and nothing is done."""
    kinds = sentence.kinds[at:]
    held = any(n.kind in _OF_PEOPLE and n.first >= at for n in sentence.nouns)
    return (held or "relation" in kinds) and VERBAL.isdisjoint(kinds)
