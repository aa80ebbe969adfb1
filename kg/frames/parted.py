"""Verbs that are parted from their particles: "stands firmly behind", "go, too, for"."""

from __future__ import annotations

from kg.lexicon import Cue, Lexicon
from kg.phrases import Match
from kg.words.nouns import Sentence

_PHRASE = 7
_ASIDE = 10


def parted_cue(sentence: Sentence, index: int, lexicon: Lexicon) -> Match[Cue] | None:
    """A cue whose particle is parted from the verb: "stands firmly behind", "go, too, for"."""
    folds = sentence.folds
    skipped = _aside(sentence, index + 1)
    if skipped == 0:
        return None
    rest = [folds[index], *folds[index + 1 + skipped : index + 1 + skipped + _PHRASE]]
    found = lexicon.cues.at(rest, 0)
    if found is None or found.length < 2:
        return None
    return Match(found.length + skipped, found.value)


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
    if folds[at] != ",":
        return 0
    closing = next((i for i in range(at + 1, at + _ASIDE) if folds[i : i + 1] == [","]), at)
    named = any(sentence.noun_at[i] >= 0 for i in range(at + 1, closing))
    return 0 if named or closing == at else closing - at + 1
