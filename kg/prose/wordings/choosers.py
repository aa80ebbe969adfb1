"""Whose choices an article tells of, where a sentence says "its picks", or only names a seat.

"Eleven got the nod from the Y Guild. In District 1: A and B. In District 2, its picks are C and D."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.frames import Actor, Frame
from kg.frames.making import make_frame
from kg.frames.model import CHOOSER
from kg.frames.places.subject import find_subject
from kg.frames.slates.ticketparts import people_from
from kg.frames.support import is_elected_body, speaks_in_favour
from kg.lexicon import Lexicon
from kg.model import Mention
from kg.prose.reference.discourse import Discourse
from kg.prose.reference.plurals import joined_bodies
from kg.words.nouns import Noun, Sentence

_RULE = "prose.slate"
_BACK = 14
_OPENING = frozenset(("in", "for"))
_AGENTS = frozenset(("by", "from", "of"))
_SEAT = 9
_RIVALS = frozenset(("against", "vs", "v", "versus", "faces", "face"))
_PLACES = frozenset(("for", "in", "to", "on"))


def with_choosers(
    frames: Sequence[tuple[Frame, ...]], discourse: Discourse, lexicon: Lexicon
) -> tuple[tuple[Frame, ...], ...]:
    """The frames of every passage, those of slates with the body that the article speaks of."""
    made: list[tuple[Frame, ...]] = []
    for at, found in enumerate(frames):
        seat = [] if found else list(_of_seat(discourse.passages[at].sentence, lexicon))
        made.append(tuple(_settled([*found, *seat], at, discourse, lexicon)))
    return tuple(made)


def _settled(
    frames: Sequence[Frame], at: int, discourse: Discourse, lexicon: Lexicon
) -> Iterator[Frame]:
    for frame in frames:
        open_ = [actor for actor in frame.endorsers if actor.noun.name == CHOOSER]
        if not open_:
            yield frame
            continue
        bodies = _choosers(at, open_[0].noun, discourse, lexicon)
        named = [replace(open_[0].noun, kind="organisation", name=body.name) for body in bodies]
        if named:
            yield replace(frame, endorsers=tuple(Actor(one) for one in named))


def _of_seat(sentence: Sentence, lexicon: Lexicon) -> Iterator[Frame]:
    """A and B in "In District 4, west of the river: A and B", which has no verb."""
    folds = sentence.folds
    if not folds or ":" not in folds:
        return
    start = 1 if folds[0] == "and" else 0
    colon = folds.index(":")
    if folds[start] not in _OPENING and not _is_seat(sentence, start, colon, lexicon):
        return
    if not _is_seat(sentence, start, min(colon, start + _SEAT), lexicon):
        return
    if folds[colon + 1 : colon + 2] in (['"'], ["“"]):
        return  # somebody says it, and "asked" is no seat
    if not _RIVALS.isdisjoint(folds[colon:]):
        return  # "In District 2: A against B"
    if any(_is_named(noun, lexicon) and noun.last <= colon for noun in sentence.nouns):
        return  # "with Y, once the mayor, out of it, two former mayors remain: A and B"
    people = people_from(sentence, colon + 1)
    verbal = any(sentence.kinds[at] in ("be", "have", "modal", "speech") for at in range(colon))
    if people and not verbal and not _go_on(sentence, people[-1].last):
        chooser = Actor(Noun("pronoun", start, start + 1, name=CHOOSER))
        chosen = tuple(Actor(one) for one in people)
        yield make_frame(_RULE, "supports", (chooser,), chosen, "", (start, colon), "choose")


def _is_named(noun: Noun, lexicon: Lexicon) -> bool:
    """Whether somebody is named, and not a part of town: "most of Northeast Portland"."""
    given = noun.name.partition(" ")[0].lower() in lexicon.given_names
    return noun.kind == "person" and (given or bool(noun.title))


def _go_on(sentence: Sentence, at: int) -> bool:
    """Whether a verb follows the last name: "A and B are standing"."""
    return sentence.kinds[at : at + 1] in (["be"], ["have"], ["modal"], ["do"], ["speech"])


def _is_seat(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the words name what is contested: a district with its number, an office."""
    words = sentence.folds[first:last]
    if words[-3:-2] == ["("] and words[-2].isdigit():
        return False  # "Senate (5): A, B" counts them
    numbered = any(word.isdigit() for word in words)
    office = any(noun.kind == "office" and first <= noun.first < last for noun in sentence.nouns)
    return office or (numbered and not lexicon.seat_words.isdisjoint(words))


def _choosers(at: int, noun: Noun, discourse: Discourse, lexicon: Lexicon) -> Sequence[Mention]:
    """Whose choices are told: those of bodies named together if they are called "their"."""
    if discourse.passages[at].sentence.folds[noun.first] == "their":
        together = joined_bodies(discourse.passages, discourse.cast, noun, at)
        if together:
            return together
    one = _chooser(at, noun.first, discourse, lexicon)
    return (one,) if one else ()


def _chooser(at: int, first: int, discourse: Discourse, lexicon: Lexicon) -> Mention | None:
    """The body that the nearest sentence before says to have chosen or to support somebody."""
    for back in range(at, max(-1, at - _BACK), -1):
        sentence = discourse.passages[back].sentence
        last = first if back == at else len(sentence.folds)
        named = (noun for noun in sentence.nouns if noun.last <= last)
        bodies = [noun for noun in named if _is_body(sentence, noun, lexicon)]
        if back < at and _is_of_person(sentence, lexicon):
            return None
        if not bodies or not _speaks(sentence, lexicon):
            continue
        if _denies(sentence, lexicon):
            return None
        doer = _doer(sentence, bodies, lexicon)
        found = discourse.mentions(Actor(doer), back) if doer else ()
        if found:
            return found[0]
    it = Actor(Noun("pronoun", first, first + 1, name="it"))
    meant = next(iter(discourse.mentions(it, at)), None)
    return None if meant and _is_elected(meant, lexicon) else meant


def _is_elected(body: Mention, lexicon: Lexicon) -> bool:
    """Whether a body is what is contested: "Anytown City Council", "Board of Supervisors"."""
    folds = body.name.lower().split()
    return folds[:2] == ["board", "of"] or is_elected_body(folds, len(folds) - 1, lexicon)


def _is_of_person(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence speaks of the endorsements somebody has: "Y's endorsements so far"."""
    return any(
        noun.kind == "person"
        and sentence.is_owning(noun.last)
        and not lexicon.slate_nouns.isdisjoint(sentence.folds[noun.last + 1 : noun.last + 3])
        for noun in sentence.nouns
    )


def _denies(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the sentence says that nobody is supported."""
    return any(
        find_subject(sentence, at).hedge in ("negated", "conditional")
        for at, word in enumerate(sentence.folds)
        if word in lexicon.cues and (cue := lexicon.cues.at(sentence.folds, at))
        if cue.value.frame == "act"
    )


def _speaks(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence speaks of support given, or of a slate."""
    told = lexicon.slate_nouns | lexicon.slate_ties
    return not told.isdisjoint(sentence.folds) or speaks_in_favour(sentence.folds, lexicon)


def _is_body(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether a body may choose: no party, and not what a seat is in or somebody stands for.

    Before a colon it may be what is contested: "Anytown City Council: A and B".
    """
    if noun.kind != "organisation" or (noun.body and noun.body.kind in ("party", "law")):
        return False
    labels = sentence.folds[noun.last : noun.last + 1] == [":"]
    if labels and sentence.folds[noun.last - 1] in lexicon.elected_words:
        return False
    at = noun.first - 1
    at -= at > 0 and sentence.kinds[at] == "determiner"
    return at < 0 or sentence.folds[at] not in _PLACES


def _doer(sentence: Sentence, bodies: Sequence[Noun], lexicon: Lexicon) -> Noun | None:
    """The body that acts: the subject of a verb of support, who it is done by, the only one."""
    for at, word in enumerate(sentence.folds):
        cue = lexicon.cues.at(sentence.folds, at) if word in lexicon.cues else None
        if cue is None or cue.value.frame != "act":
            continue
        for noun in find_subject(sentence, at).chain:
            if noun in bodies:
                return noun
    for noun in bodies:
        at = noun.first - 1
        at -= at > 0 and sentence.kinds[at] == "determiner"
        owns = sentence.is_owning(noun.last)
        if at >= 0 and sentence.folds[at] in _AGENTS and not owns:
            return noun  # not "by X's count"
    return bodies[0] if len(bodies) == 1 or bodies[0].first <= 1 else None
