"""Finds the verbs that are cues and fills the places of their frames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.frames.chains import actors, chain_right, noun_from
from kg.frames.model import Actor, Frame
from kg.frames.nominal import read_nominals
from kg.frames.subject import Subject, find_subject
from kg.lexicon import Cue, Lexicon
from kg.model import Polarity
from kg.nouns import Sentence
from kg.phrases import Match

_POLARITY: dict[str, Polarity] = {"act": "supports", "against": "opposes", "leave": "withdrawn"}
_URGING_REACH = 10


def read_frames(sentence: Sentence, lexicon: Lexicon) -> list[Frame]:
    """Every frame of the sentence, in the order of its cues; unfilled cues give none."""
    found: list[Frame] = []
    covered: set[int] = set()
    index = 0
    while index < len(sentence.folds):
        match = _cue(sentence, index, lexicon)
        if match is None:
            index += 1
            continue
        frames = list(_verb_frames(sentence, index, match, lexicon))
        if frames:
            found.extend(frames)
            covered.update(range(index, frames[-1].last))
        index += match.length
    found.extend(read_nominals(sentence, lexicon, covered))
    return sorted(found, key=lambda frame: (frame.cue, frame.first))


def _cue(sentence: Sentence, index: int, lexicon: Lexicon) -> Match[Cue] | None:
    if sentence.folds[index] not in lexicon.cues:
        return None
    noun = sentence.noun(index)
    if noun is not None and noun.kind in ("person", "organisation", "place"):
        return None
    return lexicon.cues.at(sentence.folds, index)


def _verb_frames(
    sentence: Sentence, index: int, match: Match[Cue], lexicon: Lexicon
) -> Iterator[Frame]:
    frame = match.value.frame
    if frame in _POLARITY and not _is_noun(sentence, index, match):
        yield from _act(sentence, index, match, lexicon)
    elif frame == "winover":
        yield from _win_over(sentence, index, match)
    elif frame == "urge":
        yield from _urge(sentence, index, match, lexicon)


def _is_noun(sentence: Sentence, index: int, match: Match[Cue]) -> bool:
    """Whether a bare form ("support", "back") is a noun here: a determiner stands before it."""
    if match.length > 1 or match.value.form not in ("base", "third", "ing"):
        return False
    before = sentence.kinds[index - 1] if index else ""
    return before in ("determiner", "possessive", "preposition", "demonstrative") or (
        index > 0 and sentence.folds[index - 1] == "'s" and match.value.form != "ing"
    )


def _act(sentence: Sentence, index: int, match: Match[Cue], lexicon: Lexicon) -> Iterator[Frame]:
    """SUBJECT backs OBJECT, and its passive: OBJECT is backed by SUBJECT."""
    end = index + match.length
    subject = find_subject(sentence, index)
    polarity = _POLARITY[match.value.frame]
    if _is_passive(sentence, end, match, subject):
        yield from _passive(sentence, index, end, subject, polarity)
        return
    objects = _objects(sentence, end, lexicon)
    if objects:
        yield _frame(
            "prose.active",
            sentence,
            polarity,
            actors(sentence, list(subject.chain)),
            objects,
            subject,
            index,
            end,
        )


def _is_passive(sentence: Sentence, end: int, match: Match[Cue], subject: Subject) -> bool:
    if match.value.form not in ("past", "participle"):
        return False
    by = end < len(sentence.folds) and sentence.folds[end] == "by"
    return by or (subject.passive and noun_from(sentence, end) is None)


def _passive(
    sentence: Sentence, index: int, end: int, subject: Subject, polarity: Polarity
) -> Iterator[Frame]:
    if end >= len(sentence.folds) or sentence.folds[end] != "by":
        return
    agent = noun_from(sentence, end + 1)
    if agent is None or not subject.chain:
        return
    yield _frame(
        "prose.passive",
        sentence,
        polarity,
        actors(sentence, chain_right(sentence, agent)),
        actors(sentence, list(subject.chain)),
        subject,
        index,
        end + 1,
    )


def _objects(sentence: Sentence, end: int, lexicon: Lexicon) -> tuple[Actor, ...]:
    """The objects after a verb: people and bodies, and not what they propose or do."""
    noun = noun_from(sentence, end)
    if noun is None or noun.kind in ("number", "group", "place"):
        return ()
    chain = chain_right(sentence, noun)
    after = chain[-1].last
    if after + 1 < len(sentence.folds) and sentence.folds[after] == "'s":
        if sentence.folds[after + 1] not in lexicon.bid_words:
            return ()
    return actors(sentence, chain)


def _win_over(sentence: Sentence, index: int, match: Match[Cue]) -> Iterator[Frame]:
    """CANDIDATE has won over SUPPORTERS."""
    end = index + match.length
    won = noun_from(sentence, end)
    subject = find_subject(sentence, index)
    if won is None or not subject.chain:
        return
    if won.first < end:  # the "over" belongs to the verb, not to the number
        won = replace(won, first=end, comparator="exactly")
    yield _frame(
        "prose.won-over",
        sentence,
        "supports",
        actors(sentence, chain_right(sentence, won)),
        actors(sentence, list(subject.chain)),
        subject,
        index,
        end,
    )


def _urge(sentence: Sentence, index: int, match: Match[Cue], lexicon: Lexicon) -> Iterator[Frame]:
    """SUBJECT urges others to back OBJECT."""
    subject = find_subject(sentence, index)
    for at in range(index + match.length, min(index + _URGING_REACH, len(sentence.folds))):
        if sentence.folds[at - 1] != "to":
            continue
        inner = lexicon.cues.at(sentence.folds, at)
        if inner is None or inner.value.frame not in _POLARITY:
            continue
        objects = _objects(sentence, at + inner.length, lexicon)
        if objects and subject.chain:
            yield _frame(
                "prose.urging",
                sentence,
                _POLARITY[inner.value.frame],
                actors(sentence, list(subject.chain)),
                objects,
                subject,
                index,
                at + inner.length,
            )
        return


def _frame(
    rule: str,
    sentence: Sentence,
    polarity: Polarity,
    endorsers: tuple[Actor, ...],
    candidates: tuple[Actor, ...],
    subject: Subject,
    cue: int,
    end: int,
) -> Frame:
    """A frame over all the tokens from its first actor to its last."""
    nouns = [actor.noun for actor in (*endorsers, *candidates)]
    first = min([cue, *(n.first for n in nouns), *(n.first for n in subject.chain)])
    last = max([end, *(n.last for n in nouns), *(n.last for n in subject.chain)])
    return Frame(rule, polarity, endorsers, candidates, subject.hedge, first, last, cue)
