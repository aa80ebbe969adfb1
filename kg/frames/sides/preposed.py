"""Objects that open a clause with their preposition: "Behind Y stand A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.coordination.chains import actors, noun_from, object_chain
from kg.frames.coordination.members import with_members
from kg.frames.making import make_frame
from kg.frames.model import Frame
from kg.frames.places.inversion import inverted_objects
from kg.frames.places.subject import find_subject
from kg.frames.sides.ranking import ranks
from kg.lexicon import Cue, Lexicon
from kg.words.nouns import Noun, Sentence

_PREPOSITIONS = frozenset(("behind", "for", "with", "to"))
_OBJECTS = ("person", "pronoun", "office")
_SPEAKERS = frozenset(("i", "we", "me", "us"))  # "For me it is Y"
_REACH = 16
_PHRASE = 3


def read_preposed(sentence: Sentence, lexicon: Lexicon) -> Iterator[Frame]:
    """The frame of a sentence that begins with the preposition of its cue and the object."""
    preposition = sentence.folds[0]
    if preposition not in _PREPOSITIONS:
        return
    chosen = noun_from(sentence, 1)
    if chosen is None or chosen.kind not in _OBJECTS or chosen.name in _SPEAKERS:
        return
    opening, being = inverted_objects(sentence, chosen)
    objects = opening or object_chain(sentence, chosen)
    after = being if opening else objects[-1].last
    parted = sentence.folds[after : after + 1] in (["as"], ["'s"], ["'"])
    if parted or ranks(sentence, after):
        return  # "With Y as leader, X would go up", "For the chairman's post": who goes with whom?
    for at in range(after, min(after + _REACH, len(sentence.folds))):
        if sentence.folds[at] not in lexicon.cues:
            continue
        length = _parted_cue(sentence, at, preposition, lexicon)
        if length == 0:
            continue
        inverted = at == after or _is_setting(sentence, after, at)
        endorsers = _standing_behind(sentence, at + length) if inverted else []
        subject = find_subject(sentence, at)
        chain = endorsers or [noun for noun in subject.chain if noun.first >= after]
        if chain:
            found = actors(sentence, with_members(sentence, chain))
            made = actors(sentence, objects)
            cue = (0, at + length)
            yield make_frame("prose.preposed", "supports", found, made, subject.hedge, cue, "act")
        return


def _parted_cue(sentence: Sentence, at: int, preposition: str, lexicon: Lexicon) -> int:
    """How many words at ``at`` make a cue of support with the preposition behind them; 0: none."""
    for length in range(_PHRASE, 0, -1):
        words = sentence.folds[at : at + length]
        found = lexicon.cues.at([*words, preposition], 0) if len(words) == length else None
        if found is None or found.length != length + 1 or not _supports(found.value):
            continue
        after = at + length
        ends = after >= len(sentence.folds) or sentence.kinds[after] != "preposition"
        return length if ends else 0  # "For Y, X has come out of it a winner"
    return 0


def _supports(cue: Cue) -> bool:
    return cue.frame in ("act", "vote")


def _is_setting(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words only say where: "behind Y in the leadership contest stand"."""
    named = any(sentence.noun_at[at] >= 0 for at in range(start, end))
    return (
        not named
        and sentence.folds[start] in ("in", "for")
        and "," not in sentence.folds[start:end]
    )


def _standing_behind(sentence: Sentence, at: int) -> list[Noun]:
    """The subject that follows its verb: "behind Y stand A and B"."""
    noun = noun_from(sentence, at)
    if noun is None or noun.kind in ("place", "pronoun"):
        return []
    return object_chain(sentence, noun)
