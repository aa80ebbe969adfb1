"""Verbs whose forms are nouns, too: "support", "back", "pick"."""

from __future__ import annotations

from kg.lexicon import Cue
from kg.phrases import Match
from kg.words.nouns import Sentence

_EFFORTS = frozenset(("campaign", "fight", "battle", "push", "rally", "charge"))
_OWN = frozenset(("'s", "his", "her", "their", "its"))


def is_noun_form(sentence: Sentence, index: int, match: Match[Cue]) -> bool:
    """Whether a bare form ("support", "back") is a noun here: a determiner stands before it.

    At the beginning "from" or "of" behind it shows it: "Support from members: A, B".
    """
    if match.value.form not in ("base", "third", "ing"):
        return False
    if not index:
        behind = sentence.folds[match.length : match.length + 1]
        return match.value.form == "base" and behind in (["from"], ["of"], ["among"])
    before, word = sentence.kinds[index - 1], sentence.folds[index - 1]
    if word == "whose":
        return True  # "X, whose support Y needs"
    if word == "to" or (match.value.form == "ing" and before in ("preposition", "demonstrative")):
        return False
    if match.value.form == "base" and _is_bodys(sentence, index):
        return True
    own = word in _OWN and match.value.form != "ing"  # "her campaign against Y"
    return before in ("determiner", "possessive", "preposition") or own


def _is_bodys(sentence: Sentence, index: int) -> bool:
    """Whether a body before the word says whose it is: "the ABC campaign against Y"."""
    body = sentence.noun(index - 1)
    if sentence.folds[index] not in _EFFORTS or body is None or body.kind != "organisation":
        return False
    articled = sentence.kinds[body.first - 1 : body.first] in (["determiner"], ["possessive"])
    return articled and not sentence.folds[index - 1].endswith("s")
