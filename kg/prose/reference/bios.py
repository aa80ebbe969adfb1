"""Lines at either end of a text that say who writes it: "The writer is X", "X lives in Anytown"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.frames.clause.clauses import VERBAL
from kg.passages import Passage
from kg.words.nouns import Noun, Sentence

_LEAD = 6  # words before the name of who signs or is introduced
_SHORT = 12
_LEAST = 2
_SIGNED = frozenset(("signed", "co-signed", "cosigned"))
_LONG = 40
_MARKS = frozenset((",", ":", "-", "–", "—", "|", "•", "*", "/", "(", "@", "·", ";"))
_BARS = frozenset(("|", "·", "»"))
_OWN = frozenset(("i", "i'm", "me", "my", "we", "us", "our"))
_DESCRIBING = (["determiner"], ["relation"])
_OF_PEOPLE = ("office", "organisation", "person")


def signer(sentence: Sentence, words: Mapping[str, str]) -> Noun | None:
    """X in "Yours sincerely, X" and "Respectfully, X, Anytown", on one line."""
    noun, kinds = _led(sentence, words)
    if noun is None or "closing" not in kinds or len(sentence.tokens) > _SHORT:
        return None
    return noun if VERBAL.isdisjoint(sentence.kinds[noun.last :]) else None


def signers(sentence: Sentence) -> list[Noun]:
    """Those who sign together on one line: "X, Y and Z", "The letter is signed by X, Y and Z"."""
    by = next((at for at in sentence.places(_SIGNED) if sentence.folds[at + 1 :][:1] == ["by"]), -2)
    people = [n for n in sentence.nouns if n.kind == "person" and n.first >= by + 2]
    if len(people) < _LEAST or (by < 0 and not VERBAL.isdisjoint(sentence.kinds)):
        return []
    opened = people[0].first == max(0, by + 2)
    joined = sentence.folds[people[-1].first - 1] in ("and", "&")
    ended = all(sentence.noun(at) or not w[0].isalnum() for at, w in _behind(sentence, people[-1]))
    return people if opened and joined and ended else []


def _behind(sentence: Sentence, noun: Noun) -> Iterator[tuple[int, str]]:
    return ((at, sentence.folds[at]) for at in range(noun.last, len(sentence.folds)))


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
    """Whether an office, a body or a trade stands right behind "is", and nothing is done."""
    opened = sentence.noun(at) is not None or sentence.kinds[at : at + 1] in _DESCRIBING
    kinds = sentence.kinds[at:]
    held = any(n.kind in _OF_PEOPLE and n.first >= at for n in sentence.nouns)
    return opened and (held or "relation" in kinds) and VERBAL.isdisjoint(kinds)
