"""Verbs that are parted from their particles: "stands firmly behind", "go, too, for"."""

from __future__ import annotations

from kg.lexicon import Cue, Lexicon
from kg.phrases import Match
from kg.words.nouns import Sentence

_PHRASE = 7
_ASIDE = 10
_DATING = frozenset(("on", "this", "last"))
_SPANS = frozenset(("week", "month", "year", "night", "morning", "evening", "weekend", "afternoon"))


def parted_cue(sentence: Sentence, index: int, lexicon: Lexicon) -> Match[Cue] | None:
    """A cue whose particle is parted from the verb: "stands firmly behind", "go, too, for"."""
    for words in (1, 2):  # "come | firmly out for", "came out | on Monday for"
        at = index + words
        skipped = _aside(sentence, at)
        if skipped == 0:
            continue
        rest = [*sentence.folds[index:at], *sentence.folds[at + skipped : at + skipped + _PHRASE]]
        found = lexicon.cues.at(rest, 0)
        if found is not None and found.length > words:
            return Match(found.length + skipped, found.value)
    return None


def _aside(sentence: Sentence, at: int) -> int:
    """How many words at ``at`` part a verb from its particle: an adverb, or words set off."""
    folds = sentence.folds
    if at + 1 >= len(folds):
        return 0
    if folds[at].endswith("ly"):
        # "is reportedly backing": such an adverb says more than how
        return 1 if sentence.kinds[at] in ("", "adverb") else 0
    if sentence.kinds[at] == "adverb" and sentence.noun_at[at] < 0:
        return 1  # "is also for", "are now behind"
    if sentence.kinds[at] == "time" or (folds[at] in _DATING and _tells_time(sentence, at + 1)):
        return 1 + (folds[at] in _DATING)  # "came out on Wednesday for", "this week for"
    if folds[at] != ",":
        return 0
    closing = next((i for i in range(at + 1, at + _ASIDE) if folds[i : i + 1] == [","]), at)
    named = any(sentence.noun_at[i] >= 0 for i in range(at + 1, closing))
    return 0 if named or closing == at else closing - at + 1


def _tells_time(sentence: Sentence, at: int) -> bool:
    """Whether a day or a stretch of time is named: "Wednesday", "week"."""
    return sentence.kinds[at] == "time" or sentence.folds[at] in _SPANS


def is_dated(sentence: Sentence, end: int) -> bool:
    """Whether the "on" that ends a cue leads to a day: "agreed on Monday to back Y"."""
    return sentence.folds[end - 1] == "on" and sentence.kinds[end : end + 1] == ["time"]
