"""Whom an article is against: "the leader", "him" and "the PM" mean nobody else there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.frames import Actor, Frame
from kg.frames.model import YOU
from kg.lexicon import Lexicon
from kg.model import Mention
from kg.prose.reference.discourse import Discourse
from kg.prose.reference.earlier import Scene
from kg.words.nouns import Noun, Sentence

_TARGETS = ("person", "office", "pronoun")
_LED_BACK = ("office", "pronoun")
_ADDRESSED = 5  # sentences before a "you" in which it is told who is meant
_WRITING = frozenset(("wrote", "written", "writing", "writes", "addressed", "appealed"))
_TELLING = frozenset(("told", "tells", "telling", "urged", "addressing", "dear"))
_LEADING = 3  # words between "letter" and the name behind "to"


def only_opposed(
    discourse: Discourse, frames: Sequence[Sequence[Frame]], lexicon: Lexicon
) -> Mention | None:
    """The one person, named as such, whom all clauses of opposition are about.

    Where there is none, the one in whom the article speaks of no confidence.
    """
    found = {
        mention
        for at, several in enumerate(frames)
        for frame in several
        if frame.polarity == "opposes" and not frame.hedge
        for actor in frame.candidates
        if actor.noun.kind == "person"
        for mention in discourse.mentions(actor, at)
    }
    if not found:
        found = {
            one
            for at, passage in enumerate(discourse.passages)
            for one in unvoiced(passage.sentence, at, discourse, lexicon)
        }
    return next(iter(found)) if len(found) == 1 else None


def unvoiced(
    sentence: Sentence, index: int, discourse: Discourse, lexicon: Lexicon
) -> Iterator[Mention]:
    """Of whom "a letter of no confidence in Y" speaks, whoever has written it."""
    if lexicon.support_nouns.absent(sentence.folds):
        return
    for at, word in enumerate(sentence.folds):
        found = (
            lexicon.support_nouns.at(sentence.folds, at)
            if word in ("no", "no-confidence")
            else None
        )
        if found is None or found.value.frame != "against-noun":
            continue
        end = at + found.length
        while end < len(sentence.folds) and sentence.kinds[end] == "determiner":
            end += 1
        noun = sentence.noun(end)
        if noun is not None and noun.kind in _TARGETS:
            yield from discourse.mentions(Actor(noun), index)


def as_opposed(
    discourse: Discourse, at: int, frame: Frame, found: list[Mention], scene: Scene
) -> list[Mention]:
    """Those whom a clause of opposition is about, the article's own target for "him" and "the PM".

    Nobody whom the sentence before says to be against somebody is meant by "him". Where nobody is
    named as a target, "the leader" is the one to whom the article gives a post of that head.
    """
    if frame.polarity != "opposes" or not frame.candidates:
        return found
    if any(one.noun.name == YOU for one in frame.candidates):
        return _addressed(discourse, at) or ([scene.opposed] if scene.opposed else [])
    if any(one.noun.kind not in _LED_BACK for one in frame.candidates):
        return found
    if scene.opposed is None:
        return found or [one for actor in frame.candidates for one in _heading(discourse, actor)]
    astray = any(one in scene.earlier.acting for one in found)
    return [scene.opposed] if astray or not found else found


def _heading(discourse: Discourse, actor: Actor) -> Iterator[Mention]:
    """Who holds the one post that "the leader" or "the president" can mean."""
    heads = {office.label.split()[-1] for office in actor.noun.offices if actor.noun.definite}
    holders = discourse.holders
    holding = {
        one
        for label, several in holders.by_label.items()
        if label.split()[-1] in heads
        for one in several - holders.former.get(label, frozenset())
    }
    if len(holding) == 1:
        yield from holding


def _addressed(discourse: Discourse, at: int) -> list[Mention]:
    """Whom "you" means: the one to whom the letter goes, or who is told what is quoted."""
    for back in range(at, max(-1, at - 1 - _ADDRESSED), -1):
        sentence = discourse.passages[back].sentence
        told = [noun for noun in sentence.nouns if _is_addressed(sentence, noun)]
        found = {one for noun in told for one in discourse.mentions(Actor(noun), back)}
        if told:
            return list(found) if len(found) == 1 else []
    return []


def _is_addressed(sentence: Sentence, noun: Noun) -> bool:
    """Whether a phrase follows "a letter to", "wrote to" or "told"."""
    if noun.kind not in ("person", "office"):
        return False
    before = noun.first - 1
    before -= before > 0 and sentence.kinds[before] == "determiner"
    word = sentence.folds[before] if before >= 0 else ""
    if word != "to":
        return word in _TELLING
    ahead = range(max(0, before - _LEADING), before)
    return any(
        sentence.kinds[index] == "document" or sentence.folds[index] in _WRITING for index in ahead
    )
