"""Endorsements in prose: frames whose two places are filled by somebody named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.contest import sentence_contest
from kg.frames import Actor, Frame
from kg.lexicon import Lexicon
from kg.model import Candidacy, Contest, Endorsement, Evidence, Leftover, Mention, Polarity
from kg.offices import OfficePhrase
from kg.passages import Passage, clause_span
from kg.prose.discourse import Discourse
from kg.rules import confidence

_OF_CANDIDATES = frozenset(("endorse", "vote", "act", "lean", "switch"))
_OF_CONTESTS = frozenset(("endorse", "vote", "lean", "switch"))
_CLAUSE_ENDS = frozenset((",", ";", ".", "and", "but"))
_YEAR_REACH = 8
_YEAR_DIGITS = 4


def read_endorsements(
    discourse: Discourse,
    frames: Sequence[Sequence[Frame]],
    contest: Contest,
    lexicon: Lexicon,
    candidacies: Sequence[Candidacy],
) -> tuple[list[Endorsement], list[Leftover]]:
    """The endorsements that the frames state, and the cues that state none, with the reason."""
    found: list[Endorsement] = []
    switched: set[tuple[Mention, Contest]] = set()
    chosen: set[Mention] = set()
    leftovers: list[Leftover] = []
    contested = bool(candidacies) or _is_contested(discourse, lexicon)
    standing = _standing(discourse, frames, candidacies)
    for at, passage in enumerate(discourse.passages):
        own = sentence_contest(passage.sentence, contest, lexicon)
        for frame in frames[at]:
            made, reason = _endorsements(discourse, at, frame, _dated(passage, frame, own))
            if made and frame.kind == "choose":
                made = [one for one in made if _may_choose(one, standing)]
                reason = reason if made else "nothing says that the person stands"
            needed = frame.polarity == "supports" and frame.kind not in _OF_CONTESTS
            if made and needed and not contested:
                made, reason = [], "the article speaks of no contest"
            found.extend(made)
            if frame.kind == "switch":
                switched.update((e.endorser, e.contest) for e in made if e.polarity == "supports")
                chosen.update(e.candidate for e in made)
            if reason:
                span = clause_span(passage.sentence, frame.first, frame.last)
                leftovers.append(Leftover(span, reason))
    return [_before_switch(one, switched, chosen) for one in found], leftovers


def _standing(
    discourse: Discourse, frames: Sequence[Sequence[Frame]], candidacies: Sequence[Candidacy]
) -> set[Mention]:
    """Who is known to stand: by a candidacy, or by a verb that is said of candidates only."""
    found = {candidacy.person for candidacy in candidacies}
    for at, several in enumerate(frames):
        for frame in several:
            if frame.kind not in _OF_CANDIDATES:
                continue
            for actor in frame.candidates:
                if actor.noun.kind == "person":
                    found.update(discourse.mentions(actor, at))
    return found


def _is_contested(discourse: Discourse, lexicon: Lexicon) -> bool:
    """Whether any sentence has a word of contests: an election, a candidate, a nomination."""
    for passage in discourse.passages:
        folds = passage.sentence.folds
        for noun in passage.sentence.nouns:
            if noun.kind == "office" and noun.first and folds[noun.first - 1] in ("for", "as"):
                return True
        for index, word in enumerate(folds):
            if word in lexicon.contested or (
                word in lexicon.contest_words and lexicon.contest_words.at(folds, index)
            ):
                return True
    return False


def _may_choose(one: Endorsement, standing: set[Mention]) -> bool:
    """Whether "chose", "picked" and the like are about a contest."""
    return one.candidate in standing or one.endorser.kind == "organisation"


def _dated(passage: Passage, frame: Frame, contest: Contest) -> Contest:
    """The contest in the year that the clause states: "who backed Y in 2015"."""
    folds = passage.sentence.folds
    for at in range(frame.last, min(frame.last + _YEAR_REACH, len(folds) - 1)):
        if folds[at] in _CLAUSE_ENDS:
            break
        year = folds[at + 1]
        if folds[at] == "in" and len(year) == _YEAR_DIGITS and year.isdigit():
            return replace(contest, year=int(year))
    return contest


def _before_switch(
    one: Endorsement, switched: set[tuple[Mention, Contest]], chosen: set[Mention]
) -> Endorsement:
    """What somebody who has switched sides said for another candidate is withdrawn."""
    if (one.endorser, one.contest) not in switched or one.candidate in chosen:
        return one
    return replace(one, polarity="withdrawn") if one.polarity == "supports" else one


def _endorsements(
    discourse: Discourse, at: int, frame: Frame, contest: Contest
) -> tuple[list[Endorsement], str]:
    polarity = _polarity(frame)
    if polarity is None:
        return [], f"the words take it back ({frame.hedge})"
    subjects = [m for actor in frame.endorsers for m in discourse.mentions(actor, at)]
    candidates = [m for actor in frame.candidates for m in discourse.objects(actor, at, subjects)]
    if not candidates:
        return [], "whom it is about is not told"
    made: list[Endorsement] = []
    named = False
    for actor in frame.endorsers:
        if actor.noun.kind in ("group", "number"):
            named = named or actor.noun.count is not None
            continue
        for endorser in discourse.mentions(actor, at):
            named = True
            made.extend(
                _endorsement(discourse, at, frame, (endorser, actor, candidate), polarity, contest)
                for candidate in candidates
                if candidate != endorser
            )
    return made, "" if named else "who does it is not named"


def _polarity(frame: Frame) -> Polarity | None:
    """The polarity with its hedge applied; None for what says nothing."""
    if frame.hedge in ("negated", "conditional"):
        return None
    if frame.hedge == "ended":
        return "withdrawn" if frame.polarity == "supports" else None
    if frame.hedge == "expected":
        return "expected" if frame.polarity in ("supports", "expected") else None
    return frame.polarity


def _endorsement(
    discourse: Discourse,
    at: int,
    frame: Frame,
    pair: tuple[Mention, Actor, Mention],
    polarity: Polarity,
    contest: Contest,
) -> Endorsement:
    endorser, actor, candidate = pair
    sentence = discourse.passages[at].sentence
    noun = actor.noun
    evidence = Evidence(
        clause_span(sentence, frame.first, frame.last),
        frame.rule,
        confidence(frame.rule),
        printed_name=_printed(discourse, at, noun.first, noun.last),
    )
    office = _first_current((*noun.offices, *actor.offices))
    return Endorsement(
        endorser,
        candidate,
        contest,
        polarity,
        (evidence,),
        role=office.label if office else None,
        place=Mention("place", office.place, office.label) if office and office.place else None,
    )


def _first_current(offices: tuple[OfficePhrase, ...]) -> OfficePhrase | None:
    return next((office for office in offices if office.status != "former"), None) or next(
        iter(offices), None
    )


def _printed(discourse: Discourse, at: int, first: int, last: int) -> str:
    tokens = discourse.passages[at].sentence.tokens
    return " ".join(token.text for token in tokens[first:last])
