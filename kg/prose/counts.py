"""Claims in prose: how many supporters somebody is said to have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from kg.contest import sentence_contest
from kg.frames import Actor, Frame
from kg.lexicon import Lexicon, words
from kg.model import Claim, Contest, Evidence, Mention
from kg.nouns import Noun, Sentence
from kg.passages import clause_span
from kg.prose.discourse import Discourse
from kg.prose.labels import Label, read_labels
from kg.prose.tallies import Tally, is_count, read_tallies
from kg.prose.tallywords import is_believed, is_gated, names_support
from kg.rules import confidence
from kg.units import SUPPORT_UNIT

_SPEECH_REACH = 6
_NOBODY = frozenset(("no", "no-one", "nobody"))  # they count nothing but people


def read_counts(
    discourse: Discourse,
    frames: Sequence[Sequence[Frame]],
    contest: Contest,
    lexicon: Lexicon,
) -> list[Claim]:
    """The numbers of supporters that the prose states, in the order of the text.

    A number in the place of a frame's endorsers is a claim of that frame. A number on its own, in a
    sentence that speaks of support, belongs to the candidate named nearest before it (or else
    after it), and is counted in what was counted last: "while X has 10".
    """
    found: list[Claim] = []
    for at, passage in enumerate(discourse.passages):
        own = sentence_contest(passage.sentence, contest, lexicon)
        unit = _unit_before(passage.sentence, found, lexicon)
        labels = read_labels(discourse, at, lexicon)
        if labels:
            found.extend(_labelled(discourse, labels, at, own, unit))
            continue
        taken: set[int] = set()
        made: list[Claim] = []
        for frame in frames[at]:
            for noun in _counted(passage.sentence, frame):
                if noun.first in taken or not _is_said(passage.sentence, frame, lexicon):
                    continue
                if not is_gated(passage.sentence, noun, lexicon):
                    taken.add(noun.first)
                    made.extend(_framed(discourse, at, frame, noun, own, unit))
        found.extend(made)
        speaking = bool(frames[at]) or _speaks_of_support(passage.sentence, lexicon)
        tallies = read_tallies(passage.sentence, taken, lexicon, speaking=speaking)
        found.extend(_tallied(discourse, at, tallies, own, unit))
    return found


def _is_said(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the frame says how things are, by its own word or by hearsay."""
    believed = frame.hedge == "expected" and is_believed(sentence, frame.first, frame.last, lexicon)
    return not frame.hedge or believed


def _counted(sentence: Sentence, frame: Frame) -> list[Noun]:
    """The numbers in the endorsers' place that no names spell out."""
    nouns = [_with_number_behind(sentence, actor.noun) for actor in frame.endorsers]
    return [noun for noun in nouns if is_count(sentence, noun)]


def _with_number_behind(sentence: Sentence, noun: Noun) -> Noun:
    """The group with the number set off behind it: "most MPs - 28, to be exact", "MPs (28)"."""
    if noun.kind != "group" or noun.count is not None:
        return noun
    number = sentence.noun(noun.last + 1)
    set_off = sentence.folds[noun.last : noun.last + 1] in (["-"], ["("], [":"])
    if not set_off or number is None or number.kind != "number" or number.percent:
        return noun
    return replace(number, kind="group", unit=noun.unit, unit_role=noun.unit_role)


def _framed(
    discourse: Discourse, at: int, frame: Frame, noun: Noun, contest: Contest, unit: str
) -> list[Claim]:
    if frame.polarity != "supports":
        return []
    subjects = [m for actor in frame.endorsers for m in discourse.mentions(actor, at)]
    candidates = [m for actor in frame.candidates for m in discourse.objects(actor, at, subjects)]
    candidates = [mention for mention in candidates if mention.kind == "person"]
    return [
        _claim(discourse, at, candidate, noun, contest, (frame.first, frame.last, frame.rule, unit))
        for candidate in candidates
    ]


def _tallied(
    discourse: Discourse, at: int, tallies: Iterator[Tally], contest: Contest, unit: str
) -> Iterator[Claim]:
    """The numbers that a sentence gives to somebody by what stands beside them."""
    claimed: set[Mention] = set()
    for tally in tallies:
        named = [(m, h) for h in tally.holders for m in discourse.mentions(Actor(h), at)]
        free = [(mention, holder) for mention, holder in named if mention not in claimed]
        if not free or free[0][0].kind != "person":
            continue
        mention, holder = free[0]
        claimed.add(mention)
        number = tally.number
        first, last = min(number.first, holder.first), max(number.last, holder.last)
        how = (first, last, "prose.bare-count", unit)
        yield _claim(discourse, at, mention, number, contest, how)


def _labelled(
    discourse: Discourse, labels: Sequence[Label], at: int, contest: Contest, unit: str
) -> Iterator[Claim]:
    """The numbers that a line without a verb gives to somebody."""
    how = (0, len(discourse.passages[at].sentence.tokens), "prose.label-count", unit)
    for label in labels:
        if label.person.kind == "person":
            yield _claim(discourse, at, label.person, label.number, contest, how)


def _speaks_of_support(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the sentence has a word for support, or speaks of "MPs for X"."""
    for noun in sentence.nouns:
        if noun.kind == "group" and sentence.folds[noun.last : noun.last + 1] == ["for"]:
            candidate = sentence.noun(noun.last + 1)
            if candidate is not None and candidate.kind == "person":
                return True
    return names_support(sentence, lexicon)


def _unit_before(sentence: Sentence, earlier: Sequence[Claim], lexicon: Lexicon) -> str:
    """What a number without a noun counts: the unit of the sentence, else of the last claim."""
    for noun in reversed(sentence.nouns):
        if noun.kind == "group" and noun.unit and noun.unit != SUPPORT_UNIT:
            return noun.unit
    for noun in reversed(sentence.nouns):
        named = [lexicon.units.whole(words(office.label)) for office in noun.offices]
        if noun.kind == "office" and named and named[0]:
            return named[0].unit
    return earlier[-1].unit.removeprefix("percent of ") if earlier else SUPPORT_UNIT


def _claim(
    discourse: Discourse,
    at: int,
    candidate: Mention,
    noun: Noun,
    contest: Contest,
    how: tuple[int, int, str, str],
) -> Claim:
    first, last, rule, unit = how
    sentence = discourse.passages[at].sentence
    own = noun.unit if noun.unit and noun.unit != SUPPORT_UNIT else unit
    if noun.kind == "number" and sentence.folds[noun.first] in _NOBODY:
        own = SUPPORT_UNIT
    evidence = Evidence(clause_span(sentence, first, last), rule, confidence(rule))
    return Claim(
        candidate,
        contest,
        noun.count or Decimal(0),
        noun.comparator,
        f"percent of {own}" if noun.percent else own,
        (evidence,),
        attributed_to=_source(discourse, at, noun),
    )


def _source(discourse: Discourse, at: int, number: Noun) -> Mention | None:
    """Who states the number, when a verb of speech with its subject stands before it."""
    sentence = discourse.passages[at].sentence
    for index in range(number.first - 1, max(-1, number.first - 1 - _SPEECH_REACH), -1):
        if sentence.kinds[index] != "speech":
            continue
        noun = sentence.noun(index - 1)
        if noun is not None and noun.kind in ("person", "organisation"):
            found = discourse.mentions(Actor(noun), at)
            return replace(found[0]) if found else None
    return None
