"""Support of those who tell of it: "X said Y had her vote", "X announced Y had its support"."""

from __future__ import annotations

from kg.frames.clause.clauses import subjects_before
from kg.frames.places.hearsay import speech_leading
from kg.frames.places.subject import find_subject
from kg.words.nouns import Noun, Sentence

_OWN = {"her": "she", "his": "he"}
_BACK = 3


def own_givers(sentence: Sentence, index: int, candidate: Noun) -> list[Noun]:
    """Whose "her vote" or "its support" at ``index`` is that ``candidate`` has, as others tell.

    With "he had his support" nobody can tell whose it is.
    """
    for at in range(index - 1, max(-1, index - 1 - _BACK), -1):
        word = sentence.folds[at]
        if word == "its":
            body = next(subjects_before(sentence, candidate.first), None)
            return [body] if body is not None and body.kind == "organisation" else []
        if word in _OWN and candidate.name != _OWN[word]:
            return _tellers(sentence, candidate)
        if sentence.kinds[at]:
            return []
    return []


def _tellers(sentence: Sentence, candidate: Noun) -> list[Noun]:
    """The one person who says the clause that ``candidate`` is the subject of."""
    said = speech_leading(sentence, candidate.first)
    teller = find_subject(sentence, said) if said is not None else None
    chain = teller.chain if teller is not None and not teller.hedge else ()
    return list(chain) if len(chain) == 1 and chain[0].kind in ("person", "pronoun") else []
