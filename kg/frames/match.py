"""Finds the verbs that are cues and fills the places of their frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.frames.clause.brackets import parts_of
from kg.frames.clause.cutting import put_back
from kg.frames.clause.gates import announced, noun_hedge, sentence_hedge, stronger, to_come
from kg.frames.clause.nounforms import is_noun_form
from kg.frames.clause.parted import is_dated, parted_cue
from kg.frames.coordination.series import with_series
from kg.frames.coordination.strung import with_strung
from kg.frames.making import make_frame
from kg.frames.model import Actor, Frame
from kg.frames.nominals.choosing import read_choices
from kg.frames.nominals.nominal import read_nominals
from kg.frames.opposition.going import read_going
from kg.frames.opposition.refusing import is_opposition, read_ousting, read_refused
from kg.frames.opposition.verdicts import read_verdicts
from kg.frames.opposition.withdrawing import read_changed, read_left
from kg.frames.places.attribution import with_teller
from kg.frames.places.besides import with_those_besides
from kg.frames.places.compounds import is_compound, read_compound
from kg.frames.places.echoes import (
    is_loose,
    read_among,
    read_echo,
    read_gapped,
    read_me_too,
    read_signers,
    read_signing,
    read_so_did,
)
from kg.frames.places.gapping import gapped
from kg.frames.places.hearsay import hearsay
from kg.frames.places.inversion import doers, is_gerund, named_behind, opened_by
from kg.frames.places.labelled import read_labelled
from kg.frames.places.otherwise import otherwise
from kg.frames.places.subject import find_subject
from kg.frames.places.tails import after_wording, members_behind, taken_up, with_tails
from kg.frames.sides.having import read_camp, read_having
from kg.frames.sides.preposed import read_preposed
from kg.frames.sides.siding import read_sides
from kg.frames.sides.stances import read_stances
from kg.frames.sides.withpeople import read_with_people
from kg.frames.slates.tickets import read_tickets
from kg.frames.verbal.advising import read_advice
from kg.frames.verbal.ballots import read_ballots
from kg.frames.verbal.constructions import read_constructions
from kg.frames.verbal.gaining import HOLDING, read_gained, read_several, read_won_over
from kg.frames.verbal.motions import with_motions
from kg.frames.verbal.object import objects_of
from kg.frames.verbal.passive import read_agentless, read_passive
from kg.frames.verbal.posts import is_appointment, is_of_its_own
from kg.frames.verbal.urging import read_urging
from kg.frames.verbal.wishing import read_wish
from kg.lexicon import Cue, Lexicon
from kg.model import Polarity
from kg.phrases import Match
from kg.words.nouns import Sentence

POLARITY: dict[str, Polarity] = {
    "act": "supports",
    "vote": "supports",
    "lean": "expected",
    "switch": "supports",
    "against": "opposes",
    "leave": "withdrawn",
}
_CAMPS: dict[str, Polarity] = {"camp": "supports", "uncamp": "withdrawn"}
_OF_WORDS = (
    *(read_choices, read_ballots, read_among, read_gapped),
    *(read_sides, read_labelled, read_signers, read_me_too),
)
_OF_TABLES = (read_advice, read_tickets, read_verdicts)  # as those above, in every sentence


def read_frames(sentence: Sentence, lexicon: Lexicon) -> list[Frame]:
    """Every frame of the sentence, in the order of its cues; unfilled cues give none."""
    parts = parts_of(sentence, lexicon)
    if not parts:
        return _read(sentence, lexicon)
    found = [put_back(part, frame) for part in parts for frame in _read(part.sentence, lexicon)]
    return sorted(found, key=_place)


def _read(sentence: Sentence, lexicon: Lexicon) -> list[Frame]:
    """Every frame of a sentence of which no clause is set apart."""
    found: list[Frame] = []
    covered: set[int] = set()
    done = 0
    for index in lexicon.cues.openings(sentence.folds):
        match = _cue(sentence, index, lexicon) if index >= done else None
        if match is None:
            continue
        frames = list(_verb_frames(sentence, index, match, lexicon))
        if frames:
            found.extend(with_tails(sentence, frames))
            covered.update(range(index, frames[-1].last))
        done = index + match.length
    for frame in read_nominals(sentence, lexicon, covered):
        found.extend((frame, *members_behind(sentence, frame), *taken_up(sentence, frame)))
        found.extend(gapped(sentence, frame))
    found.extend(frame for read in _OF_WORDS for frame in read(sentence))
    found = with_motions(sentence, found)
    found.extend(read_so_did(sentence, found))
    found.extend(frame for read in _OF_TABLES for frame in read(sentence, lexicon))
    for read in (read_with_people, read_stances, read_constructions):
        worded = list(read(sentence, _filled(found), lexicon))
        found.extend(frame for one in worded for frame in after_wording(sentence, one))
    for frame in read_preposed(sentence, lexicon):
        found.extend((frame, *members_behind(sentence, frame)))
    told = [f for f in found if not is_appointment(sentence, f.cue, f.last, lexicon)]
    told = [f for f in told if not is_of_its_own(sentence, f, lexicon)]
    told = [f for f in told if not is_loose(sentence, f, found)]
    whole = [with_those_besides(sentence, _gated(sentence, frame)) for frame in told]
    return sorted(whole, key=_place)


def _place(frame: Frame) -> tuple[int, int]:
    return frame.cue, frame.first


def _filled(frames: Sequence[Frame]) -> set[int]:
    """The tokens of those frames that name both who supports and whom."""
    return {
        at
        for frame in frames
        if frame.endorsers and frame.candidates
        for at in range(frame.cue, frame.last)
    }


def _gated(sentence: Sentence, frame: Frame) -> Frame:
    """The frame with whom it goes on to name, and what the rest of the sentence does to it."""
    frame = with_strung(sentence, with_series(sentence, with_teller(sentence, frame)))
    first = min([frame.cue, *(actor.noun.first for actor in frame.endorsers)])
    hedge = stronger(
        sentence_hedge(sentence, frame.cue, frame.last),
        hearsay(sentence, first, frame.cue, frame.last),
    )
    hedge = stronger(
        hedge, stronger(otherwise(sentence, frame), to_come(sentence, first, frame.cue))
    )
    if frame.polarity == "supports" and frame.kind != "vote":
        hedge = stronger(hedge, announced(sentence, first, frame.cue, frame.last))
    if frame.rule == "prose.possessive":
        hedge = stronger(hedge, noun_hedge(sentence, first, frame.cue, frame.last))
    return replace(frame, hedge=stronger(frame.hedge, hedge)) if hedge else frame


def _cue(sentence: Sentence, index: int, lexicon: Lexicon) -> Match[Cue] | None:
    noun = sentence.noun(index)
    if noun is not None and noun.kind in ("person", "organisation", "place"):
        return None
    if sentence.folds[index] == "am" and sentence.tokens[index].text != "am":
        return None  # letters behind a name
    found = lexicon.cues.at(sentence.folds, index)
    if found is not None and is_dated(sentence, index + found.length):
        return None
    if found is None or (found.length == 1 and sentence.folds[index + 1 : index + 2] == [","]):
        return parted_cue(sentence, index, lexicon) or found
    return found


def _verb_frames(
    sentence: Sentence, index: int, match: Match[Cue], lexicon: Lexicon
) -> Iterator[Frame]:
    frame = match.value.frame
    if frame in POLARITY and not is_noun_form(sentence, index, match):
        yield from _act(sentence, index, match, lexicon)
    elif frame == "winover":
        yield from read_won_over(sentence, index, index + match.length)
    elif frame == "go":
        yield from read_going(sentence, index, match, lexicon)
    elif frame == "oust":
        yield from read_ousting(sentence, index, match, lexicon)
    elif frame in _CAMPS:
        yield from read_camp(sentence, index, index + match.length, _CAMPS[frame])
    elif frame == "get":
        yield from _got(sentence, index, match, lexicon)
    elif frame == "urge":
        yield from read_urging(sentence, index, match, lexicon, POLARITY)
    else:
        yield from _leaning(sentence, index, match, lexicon)


def _got(sentence: Sentence, index: int, match: Match[Cue], lexicon: Lexicon) -> Iterator[Frame]:
    """CANDIDATE has SUPPORTERS behind him, or has bagged SUPPORTERS."""
    end = index + match.length
    held = list(read_having(sentence, index, end, lexicon))
    if not held and match.value.force == "people":
        held = list(read_gained(sentence, index, end, lexicon))
    if not held and match.value.lemma in HOLDING:
        held = list(read_several(sentence, index, end))
    yield from held


def _leaning(
    sentence: Sentence, index: int, match: Match[Cue], lexicon: Lexicon
) -> Iterator[Frame]:
    """Frames that lean on what was said before, or on what is wished for."""
    frame, end = match.value.frame, index + match.length
    if frame == "same":
        yield from read_echo(sentence, index, end)
    elif frame == "sign":
        yield from read_signing(sentence, index, end)
    elif frame == "wish":
        yield from read_wish(sentence, index, end, lexicon)


def _act(sentence: Sentence, index: int, match: Match[Cue], lexicon: Lexicon) -> Iterator[Frame]:
    """SUBJECT backs OBJECT, its passive, and its inversion: backing OBJECT are SUBJECTS."""
    end = index + match.length
    polarity = POLARITY[match.value.frame]
    if is_compound(sentence, index):
        yield from read_compound(sentence, index, end, polarity, _kind(match.value))
        return
    passive = match.value.form in ("past", "participle") and read_passive(
        sentence, index, end, polarity, lexicon
    )
    if passive:
        yield replace(passive, kind=_kind(match.value))
        return
    objects = objects_of(sentence, index, match, polarity, lexicon)
    if not objects and match.value.force == "endorse":
        yield from read_agentless(sentence, index, end, match.value.form)
    if not objects:
        if match.value.frame in ("vote", "act"):
            yield from read_refused(sentence, index, match)
    elif match.value.form != "ing":
        yield from _of_subject(sentence, index, match, objects, lexicon)
    elif not is_gerund(sentence, index, objects[-1].noun.last):
        objects, last = opened_by(sentence, index, objects)
        inverted, at = named_behind(sentence, last)
        if inverted:
            cue, kind = (index, at), _kind(match.value)
            yield make_frame("prose.inverted", polarity, inverted, objects, "", cue, kind)
        else:
            yield from _of_subject(sentence, index, match, objects, lexicon)


def _of_subject(
    sentence: Sentence,
    index: int,
    match: Match[Cue],
    objects: tuple[Actor, ...],
    lexicon: Lexicon,
) -> Iterator[Frame]:
    """SUBJECT backs OBJECT, and whom the subject of a verb of leaving has turned to."""
    polarity = POLARITY[match.value.frame]
    subject = find_subject(sentence, index)
    if subject.passive and match.value.form in ("past", "participle"):
        return
    if subject.hedge == "negated" and is_opposition(sentence, index, match.value):
        subject, polarity = replace(subject, hedge=""), "opposes"
    after = objects[-1].noun.last
    changed: list[Frame] = []
    if polarity == "withdrawn":
        changed = list(read_changed(sentence, index, objects, subject, lexicon))
    camp = polarity == "withdrawn" and sentence.folds[after : after + 1] == ["'s"]
    kind = "leave" if changed or camp else _kind(match.value)
    led = sentence.folds[index - 1 : index] == ["to"] or match.value.form == "ing"
    found = doers(sentence, subject.chain, after, ranked=led)
    cue = (index, index + match.length)
    yield make_frame("prose.active", polarity, found, objects, subject.hedge, cue, kind)
    yield from changed
    if match.value.frame == "switch":
        yield from read_left(sentence, index, objects, subject, lexicon)


def _kind(cue: Cue) -> str:
    return cue.force or cue.frame
