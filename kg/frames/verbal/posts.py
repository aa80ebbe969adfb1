"""Naming somebody for a post or an honour, which is no endorsement: "nominated Y to the court"."""

from __future__ import annotations

from kg.frames.model import Frame
from kg.frames.places.objects import is_setting
from kg.frames.support import is_elected_body
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_NAMING = frozenset(("nominate", "recommend", "pick", "choose", "second", "favour", "favor"))
_OWN_CANDIDATE = frozenset(("candidate", "nominee", "choice", "leader", "pick", "standard-bearer"))
_SERVING = frozenset(("run", "head", "serve", "manage", "oversee", "join", "fill", "chair"))
_RANKING = frozenset(("poll", "polls", "polling", "standings", "count", "rankings", "betting"))
_RIVALS = frozenset(("rival", "rivals", "opponent", "opponents", "frontrunner", "leaders"))
_BREAKS = frozenset((";", ":", ".", "who", "which", "while", "but", "because", "although"))
_TEAMS = frozenset(("committee", "panel", "team", "squad", "board", "jury", "final", "match"))
_REACH = 5
_CAMPAIGN, _CAMPAIGN_REACH = "campaign", 4


def is_appointment(sentence: Sentence, cue: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the verb at ``cue`` names its object, which ends before ``last``, for a post.

    It does "to the court", "to run the office", "as his deputy", "for the committee" and "for a
    knighthood". Nor is anybody supported by whoever "is behind Y in the polls".
    """
    match = lexicon.cues.at(sentence.folds, cue)
    if match is None:
        return False
    if "behind" in match.value.lemma:
        return _ranks(sentence, cue, last)
    if match.value.lemma not in _NAMING:
        return False
    if match.value.lemma == "nominate" and "honour" in sentence.kinds:
        return True
    if last + 1 >= len(sentence.folds):
        return False
    word, after = sentence.folds[last], last + 1
    if word == "to":
        return sentence.kinds[after] == "determiner" or sentence.folds[after] in _SERVING
    if word == "as":
        behind = sentence.folds[after : after + _REACH]
        own = sentence.kinds[after] == "possessive" or sentence.folds[after] == "her"
        return own and _OWN_CANDIDATE.isdisjoint(behind)
    if word != "for":
        return False
    reach = range(after, min(after + _REACH, len(sentence.folds)))
    if any(is_elected_body(sentence.folds, at, lexicon) for at in reach):
        return False
    behind = sentence.folds[after : after + _REACH]
    return "honour" in sentence.kinds[after : after + _REACH] or not _TEAMS.isdisjoint(behind)


def _ranks(sentence: Sentence, cue: int, last: int) -> bool:
    """Whether words tell of places in a race: "is behind his rivals", "behind Y in the polls"."""
    rest = sentence.folds[last:]
    end = next((i for i, word in enumerate(rest) if word in _BREAKS), len(rest))
    named = sentence.folds[cue:last]
    return not _RANKING.isdisjoint(rest[:end]) or not _RIVALS.isdisjoint(named)


def is_of_its_own(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether whom a frame is about is "it" of what "its" owns: "its council have his backing".

    Or whoever acts in it is the very phrase that it is about: "Supporting MPs: A and B". Or a body
    only says whose nominee somebody is whom the sentence does not name: "the ABC's nominee". Or it
    is about what somebody wants, and no bid for a post: "behind Y's campaign for safer streets".
    """
    nouns = [actor.noun for actor in frame.candidates]
    if any(_owns_nominee(sentence, noun) for noun in nouns):
        return True
    if any(_campaigns_for_cause(sentence, noun, lexicon) for noun in nouns):
        return True
    acting = {actor.noun for actor in frame.endorsers}
    if any(actor.noun in acting for actor in frame.candidates):
        return True
    return any(
        actor.noun.name == "it"
        and sentence.folds[actor.noun.first] == "its"
        and sentence.folds[actor.noun.last] not in lexicon.bid_words
        for actor in frame.candidates
    )


def _owns_nominee(sentence: Sentence, noun: Noun) -> bool:
    """Whether a body stands before the mark of an owner and a word for whom it chose."""
    if noun.kind != "organisation" or not sentence.is_owning(noun.last):
        return False
    return not _OWN_CANDIDATE.isdisjoint(sentence.folds[noun.last + 1 : noun.last + 3])


def _campaigns_for_cause(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether a name owns a campaign for something that nobody is elected to."""
    behind = sentence.folds[noun.last : noun.last + _CAMPAIGN_REACH]
    if not sentence.is_owning(noun.last) or _CAMPAIGN not in behind:
        return False
    at = noun.last + behind.index(_CAMPAIGN) + 2
    if sentence.folds[at - 1 : at] != ["for"] or at >= len(sentence.folds):
        return False
    plain = sentence.kinds[at] in ("", "matter") and sentence.noun(at) is None
    return plain and sentence.tokens[at].text.islower() and not is_setting(sentence, at, lexicon)
