"""Sentences of support for several who are not named: "The club has endorsed four candidates."."""

from __future__ import annotations

from kg.frames import Actor
from kg.frames.places.subject import find_subject
from kg.lexicon import Lexicon
from kg.meaning.leads.slates import CHOSEN
from kg.model import Mention
from kg.prose import ProseReading
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Noun, Sentence

_COUNTED = ("group", "number")
_REACH = 4
_DENYING = frozenset(("negation", "refusal", "denial", "condition", "ended", "modal"))


def chooser_of_several(
    index: int, talk: Discourse, prose: ProseReading, lexicon: Lexicon
) -> Mention | None:
    """The one who supports several candidates in passage ``index``, who are only counted there."""
    sentence = talk.passages[index].sentence
    if not _DENYING.isdisjoint(sentence.kinds):
        return None
    found = {
        mention
        for noun in (*_received(index, prose), *_active(sentence, lexicon))
        for mention in talk.mentions(Actor(noun), index)
    }
    return found.pop() if len(found) == 1 else None


def _received(index: int, prose: ProseReading) -> list[Noun]:
    """E in "four candidates have the backing of E", "three are endorsed by E"."""
    return [
        actor.noun
        for frame in prose.frames[index]
        if frame.polarity == "supports" and not frame.hedge and frame.candidates
        if all(actor.noun.kind in _COUNTED for actor in frame.candidates)
        for actor in frame.endorsers
    ]


def _active(sentence: Sentence, lexicon: Lexicon) -> list[Noun]:
    """E in "E has endorsed four candidates", whatever stands between the number and the noun."""
    for at, cue in lexicon.cues.found(sentence.folds):
        behind = at + cue.length
        counted = sentence.noun(behind)
        if cue.value.frame != "act" or counted is None or counted.kind not in _COUNTED:
            continue
        if CHOSEN.isdisjoint(sentence.folds[behind : counted.last + _REACH]):
            continue
        subject = find_subject(sentence, at)
        if not subject.passive and not subject.hedge:
            return [one for one in subject.chain if one.kind in ("person", "organisation")]
    return []
