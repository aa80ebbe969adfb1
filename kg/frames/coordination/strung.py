"""Those strung together with the ones whom a frame has found, where a chain broke at some word.

A series is written in more ways than joints can tell: with groups between ("three councillors – A,
B and C"), with each one described, with marks of every kind. Nothing parts a clause but a verb. So
what stands between the last that the chain has found and the end of the clause, or between the
beginning of the sentence and the first, is a series as long as no verb and no new clause is in it.
"""

from __future__ import annotations

from dataclasses import replace

from kg.frames.coordination.apposition import actors
from kg.frames.coordination.joints import CONJUNCTIONS
from kg.frames.coordination.loose import names_within
from kg.frames.coordination.members import of_unnamed
from kg.frames.coordination.reach import series_end
from kg.frames.model import Actor, Frame
from kg.words.nouns import Noun, Sentence

_NAMED = ("person", "organisation")
_RUNS = frozenset(  # what ends with those who support
    ("prose.passive", "prose.receiving", "prose.gained", "prose.inverted", "prose.backers")
)
_LED = frozenset(
    (
        *("prose.active", "prose.vote", "prose.construction", "prose.stance"),
        *("prose.giving", "prose.urging"),
    )
)
_PARTING = CONJUNCTIONS | {"also"}
_OPENING = frozenset(("determiner", "", "adverb", "relation", "number", "body"))
_POINTING = frozenset(("-", "–", "—", ",", "(", "including", "such", "like", "among", "of", "in"))
_SEVERAL = 3
_GLUED = 20  # letters that no single name has: words that ran together
_HELPING = ("have", "be", "adverb", "modal")


def with_strung(sentence: Sentence, frame: Frame) -> Frame:
    """The frame of support with those who are strung together with whom it has found."""
    if frame.polarity != "supports" or not frame.candidates or "respectively" in sentence.folds:
        return frame
    if not frame.endorsers:
        led = frame.rule == "prose.active" and frame.cue > 1
        return _joined(sentence, frame, _opening(sentence, frame.cue) if led else [])
    found = [actor.noun for actor in frame.endorsers]
    if any(noun.kind == "pronoun" for noun in found) or found[0].kind == "office":
        return frame
    last = max(noun.last for noun in found)
    ends = last >= frame.last and found[0].first > frame.cue
    if frame.rule in _RUNS | _LED and ends and not _is_set_off(sentence, frame):
        more = _behind(sentence, found)
    elif frame.rule in _LED and last <= frame.cue and all(n.count is None for n in found):
        more = _before(sentence, found)
    else:
        return frame
    return _joined(sentence, frame, more)


def _is_set_off(sentence: Sentence, frame: Frame) -> bool:
    """Whether a participle stands between commas, so that more may belong to the clause around."""
    return frame.rule == "prose.passive" and sentence.folds[frame.cue - 1 : frame.cue] == [","]


def _joined(sentence: Sentence, frame: Frame, more: list[Noun]) -> Frame:
    """The frame with the names of ``more`` that are new to it."""
    known = {actor.noun.first for actor in (*frame.endorsers, *frame.candidates)}
    new = [noun for noun in more if noun.first not in known]
    if not new:
        return frame
    endorsers: tuple[Actor, ...] = (*frame.endorsers, *actors(sentence, new))
    ends = [frame.last, *(noun.last for noun in new)]
    begins = [frame.first, *(noun.first for noun in new)]
    return replace(frame, endorsers=endorsers, first=min(begins), last=max(ends))


def strung_from(sentence: Sentence, noun: Noun) -> tuple[list[Noun], int]:
    """The names of the series that ``noun`` begins, and the token behind it; none if it is none."""
    end = series_end(sentence, noun.last)
    return (_series(sentence, noun.first, end), end) if end is not None else ([], noun.last)


def _behind(sentence: Sentence, found: list[Noun]) -> list[Noun]:
    """The names of the series that goes on behind those ``found``."""
    start = min(noun.first for noun in found)
    last = max(noun.last for noun in found)
    unnamed = all(noun.kind not in _NAMED for noun in found)
    if not _goes_on(sentence, last) or (unnamed and not _points(sentence, found, last)):
        return []
    counted = found[-1].count is not None and sentence.folds[last] == ":"
    end = series_end(sentence, last + counted)
    return _series(sentence, start, end) if end is not None else []


def _points(sentence: Sentence, found: list[Noun], at: int) -> bool:
    """Whether a group leads to its members: "three MPs, A and B", "the unions A and B"."""
    beside = sentence.noun(at)
    named = beside is not None and beside.kind in _NAMED and found[-1].kind == "group"
    counted = found[-1].count is not None and sentence.folds[at] == ":"
    return named or counted or sentence.folds[at] in _POINTING


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether more names may follow: not at the end of a clause."""
    return at + 1 < len(sentence.folds) and any(
        noun.first >= at and noun.kind in _NAMED for noun in sentence.nouns
    )


def _before(sentence: Sentence, found: list[Noun]) -> list[Noun]:
    """The names of the series that has begun, at the opening of the sentence, before the verb."""
    first, last = min(noun.first for noun in found), max(noun.last for noun in found)
    if first < 2 or not _may_open(sentence) or series_end(sentence, 0, first) != first:
        return []
    return _series(sentence, 0, last)


def _opening(sentence: Sentence, cue: int) -> list[Noun]:
    """The series that opens the sentence directly before the verb at token ``cue``."""
    verb = cue
    while verb and sentence.kinds[verb - 1] in _HELPING:
        verb -= 1
    if verb < _SEVERAL or not _may_open(sentence) or series_end(sentence, 0, verb) != verb:
        return []
    return _series(sentence, 0, verb) or of_unnamed(sentence, 0)


def _may_open(sentence: Sentence) -> bool:
    """Whether the sentence begins with a noun phrase: not with "In", "After" or "Asked"."""
    first = sentence.noun(0)
    named = first is not None and first.kind in (*_NAMED, "group", "office", "number")
    return named or (first is None and sentence.kinds[0] in _OPENING)


def _series(sentence: Sentence, start: int, end: int) -> list[Noun]:
    """The people and bodies named in the series, if its joints show that it is one."""
    named = [
        noun
        for noun in names_within(sentence, start, end)
        if not (noun.body is not None and noun.body.kind in ("party", "law", "programme"))
        and not _in_bracket(sentence, noun, start)
        and not _is_attribute(sentence, noun)
        and max(map(len, noun.name.split())) <= _GLUED
    ]
    parted = not _PARTING.isdisjoint(sentence.folds[start:end]) or len(named) >= _SEVERAL
    return named if parted else []


def _is_attribute(sentence: Sentence, noun: Noun) -> bool:
    """Whether a body only says whose somebody is: "a Guardian columnist", "Unite members"."""
    at = noun.last
    if noun.kind != "organisation" or at >= len(sentence.folds):
        return False
    plain = sentence.kinds[at] in ("", "relation") and sentence.noun(at) is None
    return plain and sentence.tokens[at].text[0].islower()


def _in_bracket(sentence: Sentence, noun: Noun, start: int) -> bool:
    """Whether the name stands in a bracket that describes the name before it: "A (Labour)"."""
    for at in range(noun.first - 1, start, -1):
        if sentence.folds[at] == ")":
            return False
        if sentence.folds[at] == "(":
            described = sentence.noun(at - 1)
            return (
                described is not None
                and described.kind in _NAMED
                and not _is_owned(sentence, described)
            )
    return False


def _is_owned(sentence: Sentence, noun: Noun) -> bool:
    """Whether a body only says whose a group is: "three members of the council"."""
    at = noun.first - 1
    at -= at > 0 and sentence.kinds[at] == "determiner"
    return at > 0 and sentence.folds[at] == "of"
