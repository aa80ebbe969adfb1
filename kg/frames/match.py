"""Finds the verbs that are cues and fills the places of their frames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kg.frames.chains import actors, noun_from, object_chain, with_members
from kg.frames.choosing import read_choices
from kg.frames.fronting import read_fronted
from kg.frames.gates import sentence_hedge, stronger
from kg.frames.going import read_going
from kg.frames.having import read_having
from kg.frames.making import make_frame
from kg.frames.model import Actor, Frame, Hedge
from kg.frames.nominal import read_nominals
from kg.frames.objects import read_objects
from kg.frames.subject import Subject, find_subject
from kg.frames.tails import with_tails
from kg.frames.urging import read_urging
from kg.frames.withdrawing import read_changed
from kg.lexicon import Cue, Lexicon
from kg.model import Polarity
from kg.nouns import Noun, Sentence
from kg.phrases import Match

POLARITY: dict[str, Polarity] = {
    "act": "supports",
    "vote": "supports",
    "lean": "expected",
    "switch": "supports",
    "against": "opposes",
    "leave": "withdrawn",
}
_VOTING = ("vote", "votes", "voting", "voted")
_ANYONE_BUT = frozenset((one, but) for one in ("anyone", "anybody") for but in ("but", "except"))
_PHRASE = 7
_INVERTED_REACH = 9
_AGENT_REACH = 10
_INVERTING = frozenset(("are", "is", "were", "was", "include", "includes", "included", "came"))


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
            found.extend(with_tails(sentence, frames, index + match.length))
            covered.update(range(index, frames[-1].last))
        index += match.length
    found.extend(read_nominals(sentence, lexicon, covered))
    found.extend(read_choices(sentence))
    gated = [_gated(sentence, frame) for frame in found]
    return sorted(gated, key=lambda frame: (frame.cue, frame.first))


def _gated(sentence: Sentence, frame: Frame) -> Frame:
    """The frame with what the rest of the sentence does to it."""
    hedge = sentence_hedge(sentence, frame.last)
    return replace(frame, hedge=stronger(frame.hedge, hedge)) if hedge else frame


def _cue(sentence: Sentence, index: int, lexicon: Lexicon) -> Match[Cue] | None:
    if sentence.folds[index] not in lexicon.cues:
        return None
    noun = sentence.noun(index)
    if noun is not None and noun.kind in ("person", "organisation", "place"):
        return None
    return lexicon.cues.at(sentence.folds, index) or _parted(sentence, index, lexicon)


def _parted(sentence: Sentence, index: int, lexicon: Lexicon) -> Match[Cue] | None:
    """A cue whose particle an adverb parts from the verb: "stands firmly behind"."""
    folds = sentence.folds
    if index + 2 >= len(folds) or not folds[index + 1].endswith("ly"):
        return None
    rest = [folds[index], *folds[index + 2 : index + 2 + _PHRASE]]
    found = lexicon.cues.at(rest, 0)
    if found is None or found.length < 2:
        return None
    return Match(found.length + 1, found.value)


def _verb_frames(
    sentence: Sentence, index: int, match: Match[Cue], lexicon: Lexicon
) -> Iterator[Frame]:
    frame = match.value.frame
    if frame in POLARITY and not _is_noun(sentence, index, match):
        yield from _act(sentence, index, match, lexicon)
    elif frame == "winover":
        yield from _win_over(sentence, index, match)
    elif frame == "go":
        yield from read_going(sentence, index, match, lexicon)
    elif frame == "get":
        yield from read_having(sentence, index, index + match.length, lexicon)
    elif frame == "urge":
        yield from read_urging(sentence, index, match, lexicon, POLARITY)


def _is_noun(sentence: Sentence, index: int, match: Match[Cue]) -> bool:
    """Whether a bare form ("support", "back") is a noun here: a determiner stands before it."""
    if match.value.form not in ("base", "third", "ing") or not index:
        return False
    before, word = sentence.kinds[index - 1], sentence.folds[index - 1]
    if word == "to" or (match.value.form == "ing" and before in ("preposition", "demonstrative")):
        return False
    return before in ("determiner", "possessive", "preposition") or (
        word == "'s" and match.value.form != "ing"
    )


def _act(sentence: Sentence, index: int, match: Match[Cue], lexicon: Lexicon) -> Iterator[Frame]:
    """SUBJECT backs OBJECT, its passive, and its inversion: backing OBJECT are SUBJECTS."""
    end = index + match.length
    polarity = POLARITY[match.value.frame]
    passive = match.value.form in ("past", "participle") and _passive(
        sentence, index, end, polarity, lexicon
    )
    if passive:
        yield replace(passive, kind=_kind(match.value))
        return
    objects = read_objects(sentence, end, lexicon) or read_fronted(sentence, index, end)
    if not objects and match.value.frame in ("vote", "act"):
        yield from _for_neither(sentence, index, end)
    if not objects:
        return
    if match.value.form == "ing":
        inverted = _inverted(sentence, index, objects, polarity)
        if inverted:
            yield replace(inverted, kind=_kind(match.value))
            return
    subject = find_subject(sentence, index)
    if subject.passive and match.value.form in ("past", "participle"):
        return
    if match.value.frame == "vote" and subject.hedge == "negated" and _refuses(sentence, index):
        subject, polarity = replace(subject, hedge=""), "opposes"
    found = actors(sentence, list(subject.chain))
    changed = polarity == "withdrawn" and [
        *read_changed(sentence, index, objects, subject, lexicon)
    ]
    kind = "leave" if changed else _kind(match.value)
    yield make_frame("prose.active", polarity, found, objects, subject.hedge, (index, end), kind)
    yield from changed or ()


def _for_neither(sentence: Sentence, index: int, end: int) -> Iterator[Frame]:
    """SUBJECT will vote for neither Y nor Z, or for anyone but Y: against them."""
    rejected: list[Noun | None] = []
    if sentence.folds[end : end + 1] == ["neither"] and sentence.folds[index] in _VOTING:
        first = noun_from(sentence, end + 1)
        if first is not None and sentence.folds[first.last : first.last + 1] == ["nor"]:
            rejected = [first, noun_from(sentence, first.last + 1)]
    elif tuple(sentence.folds[end : end + 2]) in _ANYONE_BUT:
        rejected = [noun_from(sentence, end + 2)]
    people = [noun for noun in rejected if noun is not None and noun.kind == "person"]
    if not people or len(people) < len(rejected):
        return
    subject = find_subject(sentence, index)
    found = actors(sentence, list(subject.chain))
    objects = actors(sentence, people)
    hedge: Hedge = "" if subject.hedge == "conditional" else subject.hedge
    yield make_frame("prose.active", "opposes", found, objects, hedge, (index, end))


def _kind(cue: Cue) -> str:
    return cue.force or cue.frame


def _refuses(sentence: Sentence, index: int) -> bool:
    """Whether somebody says that they will not vote, rather than that they did not."""
    before = sentence.folds[max(0, index - 3) : index]
    return any(word in ("will", "won't", "never", "would", "wouldn't", "'ll") for word in before)


def _passive(
    sentence: Sentence, index: int, end: int, polarity: Polarity, lexicon: Lexicon
) -> Frame | None:
    """OBJECT was backed (for mayor) by SUBJECT; in headlines and after commas without "was"."""
    by = _agent_at(sentence, end, lexicon)
    if by is None:
        return None
    agent = noun_from(sentence, by + 1) or _nobody(sentence, by + 1)
    subject = find_subject(sentence, index)
    if not subject.chain:
        subject = _before_participle(sentence, index)
    if agent is None or agent.kind == "place" or not subject.chain:
        return None
    endorsers = actors(sentence, with_members(sentence, object_chain(sentence, agent)))
    candidates = actors(sentence, list(subject.chain))
    return make_frame(
        "prose.passive", polarity, endorsers, candidates, subject.hedge, (index, by + 1)
    )


def _nobody(sentence: Sentence, at: int) -> Noun | None:
    """The count in "endorsed by none"."""
    if sentence.folds[at : at + 1] not in (["none"], ["nobody"], ["no-one"]):
        return None
    return Noun("number", at, at + 1, count=Decimal(0))


def _agent_at(sentence: Sentence, end: int, lexicon: Lexicon) -> int | None:
    """Where the "by" of a passive stands: at once, or after what it is for, with no object."""
    first = noun_from(sentence, end)
    if first is not None and first.kind != "number":
        return None
    if end < len(sentence.kinds) and sentence.kinds[end] in ("determiner", "possessive"):
        return None  # the verb has an object of its own: "endorsed the plan put forward by X"
    for at in range(end, min(end + _AGENT_REACH, len(sentence.folds))):
        noun = sentence.noun(at)
        if sentence.folds[at] == "by":
            return at if _is_for_office(sentence, end, at, lexicon) else None
        if noun is not None and noun.kind == "person":
            return None
        if sentence.folds[at] in (",", ";", ":", ".") or sentence.kinds[at] in ("verb", "contrast"):
            return None
    return None


def _is_for_office(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether what stands before "by" is an office or contest: "for mayor", not "for an award"."""
    if "for" not in sentence.folds[first:last]:
        return True
    for at in range(first, last):
        noun = sentence.noun(at)
        if noun is not None and noun.kind in ("office", "organisation", "place"):
            return True
        word = sentence.folds[at]
        if word in lexicon.contested or word in lexicon.bid_words:
            return True
        if lexicon.contest_words.at(sentence.folds, at):
            return True
    return False


def _before_participle(sentence: Sentence, index: int) -> Subject:
    """Y in "Y, backed by X, said": the phrase before the comma is the one that is backed."""
    if index < 2 or sentence.folds[index - 1] not in (",", ":"):
        return Subject((), False, "")
    noun = sentence.noun(index - 2)
    if noun is None or noun.kind not in ("person", "office"):
        return Subject((), False, "")
    return Subject((noun,), False, "")


def _inverted(
    sentence: Sentence, index: int, objects: tuple[Actor, ...], polarity: Polarity
) -> Frame | None:
    """Backing Y are A and B; also supporting Y's campaign is A; those backing Y include A."""
    after = objects[-1].noun.last
    for at in range(after, min(after + _INVERTED_REACH, len(sentence.folds))):
        if sentence.folds[at] in _INVERTING:
            named = noun_from(sentence, at + 1)
            if named is None or named.kind in ("place", "pronoun", "number"):
                return None
            endorsers = actors(sentence, object_chain(sentence, named))
            return make_frame("prose.inverted", polarity, endorsers, objects, "", (index, at))
        if sentence.folds[at] in (",", ";", "."):
            return None
    return None


def _win_over(sentence: Sentence, index: int, match: Match[Cue]) -> Iterator[Frame]:
    """CANDIDATE has won over SUPPORTERS."""
    end = index + match.length
    won = noun_from(sentence, end)
    subject = find_subject(sentence, index)
    if won is None or not subject.chain:
        return
    if won.first < end:  # the "over" belongs to the verb, not to the number
        won = replace(won, first=end, comparator="exactly")
    endorsers = actors(sentence, object_chain(sentence, won))
    candidates = actors(sentence, list(subject.chain))
    yield make_frame(
        "prose.won-over", "supports", endorsers, candidates, subject.hedge, (index, end)
    )
