"""Whose "the endorsement" is that somebody wins, where an article tells of one body's only.

"Whom has the Y Club chosen? In Ward 1, A has secured the endorsement. In Ward 3 B got the nod. C
was endorsed for clerk."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.frames import Actor, Frame
from kg.frames.nominals.attributive import giver_beside
from kg.frames.places.subject import find_subject
from kg.lexicon import Lexicon
from kg.model import Mention
from kg.prose.reference.contests import is_elected
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Noun, Sentence

_THE = frozenset(("endorsement", "endorsements", "nod", "recommendation"))
_FROM = frozenset(("of", "from", "by"))
_RECEIVING = "prose.receiving"
_PASSIVE = "prose.passive"
_ITS = frozenset(("its", "their"))
_YEAR = 4  # digits
_BEFORE = frozenset(("ago", "earlier", "previously"))


def with_givers(
    frames: Sequence[tuple[Frame, ...]], discourse: Discourse, lexicon: Lexicon
) -> tuple[tuple[Frame, ...], ...]:
    """The frames of every passage; where nobody gives an endorsement, the one body does."""
    passages = discourse.passages
    rows = zip(passages, frames, strict=True)
    if not any(_is_open(one, passage.sentence, lexicon) for passage, row in rows for one in row):
        return tuple(frames)
    told = list(_givers(frames, discourse, lexicon))
    only = told[0][1] if len({giver for _, giver in told}) == 1 else None
    first = told[0][0] if told else 0
    return tuple(
        tuple(
            _given(frame, at, only if at >= first else None, discourse)
            if _is_open(frame, passages[at].sentence, lexicon)
            else frame
            for frame in row
        )
        for at, row in enumerate(frames)
    )


def _given(frame: Frame, at: int, only: Mention | None, discourse: Discourse) -> Frame:
    """The frame with the one body of the article, or with whom "its endorsement" leads back to."""
    folds = discourse.passages[at].sentence.folds
    if only is None and not _ITS.isdisjoint(folds[frame.cue : frame.last]):
        it = Actor(Noun("pronoun", frame.cue, frame.cue + 1, name="it"))
        only = next(iter(discourse.mentions(it, at)), None)
    if only is None or only.kind != "organisation":
        return frame
    noun = Noun("organisation", frame.cue, frame.cue + 1, name=only.name)
    return replace(frame, endorsers=(Actor(noun),))


def _is_open(frame: Frame, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a frame says that somebody got "the endorsement", or was endorsed, and not whose.

    Who was endorsed at another time, or for something else, may have been so by anybody.
    """
    if frame.endorsers or not frame.candidates or _is_of_another_time(sentence, lexicon):
        return False
    if frame.rule == _PASSIVE:
        led = sentence.folds[frame.last : frame.last + 1] == ["for"]
        if led and not is_elected(sentence, frame.last + 1, lexicon):
            return False
        return frame.kind == "endorse" and not frame.hedge and frame.polarity == "supports"
    if frame.rule != _RECEIVING:
        return False
    return any(
        sentence.folds[at] in _THE and _is_the_bodys(sentence, at)
        for at in range(frame.cue + 1, frame.last)
    )


def _is_of_another_time(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a year, or a word for an earlier time, stands in the sentence."""
    dated = any(word.isdigit() and len(word) == _YEAR for word in sentence.folds)
    return (
        dated
        or not _BEFORE.isdisjoint(sentence.folds)
        or any(lexicon.earlier.found(sentence.folds))
    )


def _is_the_bodys(sentence: Sentence, at: int) -> bool:
    """Whether the noun at ``at`` is of the body that the text is about: "the group's nod"."""
    before = sentence.folds[at - 1]
    if sentence.is_owning(at - 1):
        return at > 1 and sentence.noun(at - 2) is None and sentence.tokens[at - 2].text.islower()
    return before in _ITS or before in ("the", "local", "official")


def _givers(
    frames: Sequence[tuple[Frame, ...]], discourse: Discourse, lexicon: Lexicon
) -> Iterator[tuple[int, Mention]]:
    """The bodies that an article says to endorse, each with its passage.

    By a frame, by a verb, by an endorsement.
    """
    for at, passage in enumerate(discourse.passages):
        told = [actor.noun for frame in frames[at] for actor in frame.endorsers]
        for noun in (*told, *_endorsing(passage.sentence, lexicon)):
            found = discourse.mentions(Actor(noun), at) if noun.kind == "organisation" else ()
            yield from ((at, one) for one in found if one.kind == "organisation")


def _endorsing(sentence: Sentence, lexicon: Lexicon) -> Iterator[Noun]:
    """The bodies of a sentence that endorse, or whose endorsement it speaks of."""
    for at, word in enumerate(sentence.folds):
        cue = lexicon.cues.at(sentence.folds, at) if word in lexicon.cues else None
        if cue is not None and cue.value.frame == "act":
            yield from find_subject(sentence, at).chain
        if word in lexicon.slate_nouns and sentence.folds[at - 1] in _ITS:
            bodies = [n for n in sentence.nouns if n.kind == "organisation" and n.last < at]
            yield from bodies[-1:]
        if word not in _THE:
            continue
        beside = giver_beside(sentence, at)
        owner = sentence.noun(at - 2) if sentence.is_owning(at - 1) else None
        yield from (one for one in (beside, owner) if one is not None)
        if sentence.folds[at + 1 : at + 2] and sentence.folds[at + 1] in _FROM:
            behind = at + 2 + (sentence.kinds[at + 2 : at + 3] == ["determiner"])
            giver = sentence.noun(behind)
            yield from () if giver is None else (giver,)
