"""Support named by whose it is, with no mark between: "the Anytown Times endorsement"."""

from __future__ import annotations

from kg.words.nouns import Noun, Sentence

_DESCRIBING = frozenset(("", "relation", "adverb"))
_MOST_DESCRIBING = 3
_OF_VOTERS = frozenset(("vote", "votes"))
_OF_PARTIES = frozenset(("nomination", "nominations", "nod", "nods"))


def giver_beside(
    sentence: Sentence, index: int, *, people: bool = False, verb: int = -1
) -> Noun | None:
    """Who gives the support named at token ``index``, as the name directly before it says.

    With ``people`` a person may be, behind "the", "the Roe endorsement", or in a headline directly
    behind the verb at token ``verb``: "Doe lands Roe endorsement". The votes of a body's
    members are not its own, nor is a party's nomination support for somebody else's candidate.
    """
    at = index - 1
    while at > 0 and index - at <= _MOST_DESCRIBING and _describes(sentence, at):
        at -= 1
    noun = sentence.noun(at) if at >= 0 else None
    if noun is None or noun.last != at + 1 or sentence.folds[index] in _OF_VOTERS:
        return None
    if noun.kind == "person":
        led = sentence.folds[noun.first - 1 : noun.first] == ["the"] or 0 <= verb == noun.first - 1
        return noun if people and led else None
    if noun.kind != "organisation":
        return None
    return None if _is_of_party(sentence, noun, index) else noun


def _is_of_party(sentence: Sentence, noun: Noun, index: int) -> bool:
    """Whether a party only says whose nominee somebody is, or on which side: "Labour support"."""
    if noun.body is None or noun.body.kind != "party":
        return False
    local = noun.name.lower().endswith(("party", "democrats", "republicans")) and " " in noun.name
    return not local or sentence.folds[index] in _OF_PARTIES


def _describes(sentence: Sentence, at: int) -> bool:
    plain = sentence.noun(at) is None and sentence.tokens[at].text.islower()
    return plain and sentence.kinds[at] in _DESCRIBING
