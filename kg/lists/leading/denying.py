"""Whether the words above a list take back what it could be: "MPs who have not yet backed X"."""

from __future__ import annotations

from kg.frames.support import speaks_in_favour
from kg.lexicon import Lexicon
from kg.words.nouns import Sentence
from kg.words.wordkinds import DENYING

_HEADING = 16
_PARTING = frozenset((",", ";", ":", ".", "–", "—", "(", ")"))


def denies(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether words deny; in a long sentence only those count that share a clause with support."""
    if votes_no(sentence):
        return True
    denying = [at for at, kind in enumerate(sentence.kinds) if kind in DENYING]
    if len(sentence.tokens) <= _HEADING:
        return bool(denying)
    return any(speaks_in_favour(_clause(sentence, at), lexicon) for at in denying)


def votes_no(sentence: Sentence) -> bool:
    """Whether the words ask for a vote against somebody: "Vote NO on X"."""
    folds = sentence.folds
    return any(
        folds[at : at + 2] == ["no", "on"] and folds[at - 1] == "vote"
        for at in range(1, len(folds))
    )


def _clause(sentence: Sentence, at: int) -> list[str]:
    """The words around ``at``, up to a mark on either side."""
    folds = sentence.folds
    first = next((i + 1 for i in range(at, -1, -1) if folds[i] in _PARTING), 0)
    last = next((i for i in range(at, len(folds)) if folds[i] in _PARTING), len(folds))
    return folds[first:last]
