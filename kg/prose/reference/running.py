"""Whether the words behind a name tell that its bearer stands, whatever else is said.

"X, one of four candidates", "X, 44, is in the race", "X, who wants to be mayor": only words that
describe may stand between, so that nobody stands who only speaks of those who do.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_PASSED = ("be", "have", "relative", "adverb", "time", "determiner", "demonstrative")
_REACH = 12  # words behind a name, those of an apposition apart
_ASIDE = 10  # words of an apposition
_CLOSING = (",", "–", "—", "-", ")")
_OPENING = (",", "–", "—", "-", "(")


def runs(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether ``noun`` names somebody who is said to stand."""
    if lexicon.standing.absent(sentence.folds[noun.last :]):
        return False
    at = noun.last
    while at < min(noun.last + _REACH, len(sentence.folds)):
        if lexicon.standing.at(sentence.folds, at) is not None:
            return True
        if sentence.folds[at] in _OPENING:
            if at + 1 < len(sentence.folds) and lexicon.standing.at(sentence.folds, at + 1):
                return True
            at = _past_aside(sentence, at)
        elif sentence.kinds[at] in _PASSED:
            at += 1
        elif partisans := _partisans(sentence, at):
            at = partisans
        else:
            return False
    return False


def _partisans(sentence: Sentence, at: int) -> int:
    """Past whose members stand: "are the Democrats running for mayor"; 0 where none are named."""
    noun = sentence.noun(at)
    party = noun is not None and noun.body is not None and noun.body.kind == "party"
    several = noun is not None and (party or noun.kind == "group")
    return noun.last if noun is not None and several and noun.first == at else 0


def _past_aside(sentence: Sentence, opening: int) -> int:
    """The token behind an apposition that names nobody, or behind its opening mark."""
    for at in range(opening + 1, min(opening + 1 + _ASIDE, len(sentence.folds))):
        noun = sentence.noun(at)
        if noun is not None and noun.kind in ("person", "pronoun"):
            break
        if sentence.folds[at] in _CLOSING:
            return at + 1
        if sentence.kinds[at] in _PASSED[:3]:
            break
    return opening + 1
