"""Endorsements in prose: frames whose two places are filled by somebody named."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from kg.contests import sentence_contest
from kg.frames import Actor, Frame
from kg.frames.clause.gates import with_hedge
from kg.lexicon import Lexicon
from kg.model import Candidacy, Contest, Endorsement, Evidence, Leftover, Mention, Polarity
from kg.passages import Passage, clause_span
from kg.prose.reference.antecedents import ALIKE
from kg.prose.reference.contests import PROPOSED
from kg.prose.reference.discourse import Discourse
from kg.prose.reference.earlier import (
    LETTER_REACH,
    NOTHING,
    SIDE_REACH,
    Earlier,
    Scene,
    as_before,
    asks_who,
    opens_letter,
)
from kg.prose.reference.opposed import only_opposed
from kg.prose.reference.plurals import two_bodies
from kg.prose.reference.pronouns import standing_lately
from kg.prose.stated.dating import with_dates
from kg.prose.wordings.bearers import first_current, whence
from kg.prose.wordings.chosen import LEANING, SIDES, chosen_in
from kg.prose.wordings.namednext import named_next
from kg.prose.wordings.standing import known_to_stand, seen_as_people
from kg.prose.wordings.switching import Said, settled
from kg.rules import confidence
from kg.words.nouns import Sentence

_OF_CONTESTS = frozenset(("endorse", "vote", "lean", "switch"))
_UNSAID = frozenset(("prose.leader-commends",))  # praise, but for a paper's leader, is nothing
_CLAUSE_ENDS = frozenset((",", ";", ".", "and", "but"))
_ENDORSING = frozenset(("endorsement", "endorsements"))
_YEAR_REACH, _YEAR_DIGITS, _SEVERAL_BODIES = 8, 4, 3


def read_endorsements(
    discourse: Discourse,
    frames: Sequence[Sequence[Frame]],
    contest: Contest,
    lexicon: Lexicon,
    candidacies: Sequence[Candidacy],
    *,
    contested: bool,
) -> tuple[list[Endorsement], list[Leftover]]:
    """The endorsements that the frames state, and the cues that state none, with the reason.

    ``contested`` says whether the article speaks of a contest: without one, words that are said of
    much else than votes state nothing.
    """
    said: list[Said] = []
    revoked: list[tuple[Mention, int]] = []
    backers: set[Mention] = set()
    leftovers: list[Leftover] = []
    before = letter = NOTHING
    people = seen_as_people(discourse, lexicon)
    named = discourse.contenders.named if contested else frozenset()
    target = only_opposed(discourse, frames, lexicon)
    standing = known_to_stand(discourse, frames, candidacies, people, lexicon)
    standing |= discourse.contenders.people & (people | discourse.contenders.genders.keys())
    for at, passage in enumerate(discourse.passages):
        letter = NOTHING if opens_letter(passage.sentence) else letter
        if not frames[at]:
            continue
        own = sentence_contest(passage.sentence, contest, lexicon)
        for frame in frames[at]:
            signed = letter.seen_from(at, LETTER_REACH)
            if signed is NOTHING and target is not None:
                signed = Earlier(at, "", "opposes", (target,), frozenset())
            latest = before.seen_from(at, SIDE_REACH)
            scene = Scene(frames[at], before.seen_from(at), signed, standing, latest, target)
            frame = as_before(frame, scene)
            chosen, subjects = chosen_in(discourse, at, frame, scene)
            dated = _dated(passage, frame, own)
            made, reason = endorsements_of(discourse, at, frame, dated, chosen)
            able = people | _spoken_of(frame, chosen)
            stand = _standing_for(frame, frames[at], standing, able, named)
            made = [one for one in made if not _goes_along(one, frame.kind, standing)]
            made, reason = _of_candidates(made, reason, stand, frame.kind)
            if not contested and _needs_contest(passage.sentence, frame, lexicon):
                made, reason = _of_bodies(made, reason)
            said.extend(Said(one, at, frame) for one in with_dates(discourse, at, frame, made))
            if chosen and (not reason.startswith("the words") or asks_who(passage.sentence, frame)):
                more = before.acting if frame.kind in LEANING else frozenset()
                before = Earlier(at, frame.rule, frame.polarity, tuple(chosen), subjects | more)
                letter = before if "document" in passage.sentence.kinds else letter
            revoked.extend((one, at) for one in _revoking(discourse, at, frame))
            taken = with_dates(
                discourse, at, frame, _taken_back(discourse, at, frame, dated, scene)
            )
            said.extend(Said(one, at, frame) for one in taken if one.endorser not in backers)
            backers.update(one.endorser for one in made)
            if reason and frame.rule not in _UNSAID:
                span = clause_span(passage.sentence, frame.first, frame.last)
                leftovers.append(Leftover(span, reason))
    return settled(said, revoked, discourse.passages, candidacies, lexicon), leftovers


def _needs_contest(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether a frame says something only of contests: people are nominated for prizes, too."""
    proposed = lexicon.contest_families.get(sentence.folds[frame.cue]) == PROPOSED
    return frame.polarity == "supports" and (frame.kind not in _OF_CONTESTS or proposed)


def _of_bodies(made: list[Endorsement], reason: str) -> tuple[list[Endorsement], str]:
    """What remains in an article that speaks of no contest: a party is for voters to choose."""
    kept = [one for one in made if one.candidate.kind == "organisation"]
    return kept, "the article speaks of no contest" if made and not kept else reason


def _standing_for(
    frame: Frame,
    others: Sequence[Frame],
    standing: set[Mention],
    people: set[Mention],
    named: Collection[Mention],
) -> Collection[Mention]:
    """Who can be the object of a frame, by how much its words are said of other things than votes.

    "Chose Y" needs a Y known to stand; "is behind Y" any person where somebody is known to, else
    one of those ``named`` as people in an article about a contest.
    """
    if _turns_away(frame, others):
        return people | standing
    if frame.kind in SIDES and not standing:
        return named
    if frame.kind == "choose":
        return standing
    return people | standing


def _spoken_of(frame: Frame, chosen: Sequence[Mention]) -> set[Mention]:
    """Whom "he" or "she" means: a pronoun proves that it is a person."""
    told = len(frame.candidates) == 1 and frame.candidates[0].noun.name in ALIKE
    return set(chosen) if told and (not frame.kind or frame.rule == "prose.receiving") else set()


def _revoking(discourse: Discourse, at: int, frame: Frame) -> list[Mention]:
    """Who takes back support without saying whose it was: "she has withdrawn her endorsement"."""
    if frame.polarity != "withdrawn" or frame.hedge or frame.candidates:
        return []
    return [m for actor in frame.endorsers for m in discourse.mentions(actor, at)]


def _taken_back(
    discourse: Discourse, at: int, frame: Frame, contest: Contest, scene: Scene
) -> list[Endorsement]:
    """That "X and Z have rescinded their endorsements" of the candidate named last."""
    folds = discourse.passages[at].sentence.folds[frame.cue : frame.last]
    if frame.polarity != "withdrawn" or frame.hedge or frame.candidates:
        return []
    candidate = standing_lately(discourse, at, scene.standing)
    if candidate is None or _ENDORSING.isdisjoint(folds):
        return []
    return endorsements_of(discourse, at, frame, contest, [candidate])[0]


def _turns_away(frame: Frame, others: Sequence[Frame]) -> bool:
    """Whether the same sentence says whom they support instead: "dumped Y and declared for Z"."""
    return frame.polarity == "withdrawn" and any(
        other.polarity == "supports" and not other.hedge for other in others
    )


def _of_candidates(
    made: list[Endorsement], reason: str, standing: Collection[Mention], kind: str
) -> tuple[list[Endorsement], str]:
    """Those endorsements whose object can stand; verbs said only of candidates prove it."""
    if kind in _OF_CONTESTS and kind != "switch":
        return made, reason
    bodies = {one.endorser for one in made if one.endorser.kind == "organisation"}
    if len(bodies) >= _SEVERAL_BODIES:
        return made, reason  # so many bodies back nobody but a candidate
    kept = [one for one in made if _may_stand(one, standing, kind) and not _of_parties(one, kind)]
    return kept, reason if kept or not made else "nothing says that the person stands"


def _of_parties(one: Endorsement, kind: str) -> bool:
    """Whether a person has gone from one party to another, which endorses nobody."""
    moved = kind in ("switch", "leave", "choose", *SIDES) and one.candidate.kind == "organisation"
    return moved and one.endorser.kind == "person"


def _goes_along(one: Endorsement, kind: str, standing: set[Mention]) -> bool:
    """Whether a candidate only goes somewhere with somebody: "Y went with X to the opening"."""
    return kind in SIDES and one.endorser in standing and one.candidate not in standing


def _may_stand(one: Endorsement, standing: Collection[Mention], kind: str) -> bool:
    """Whether the object is somebody, and with "chose" or "picked" somebody of a contest."""
    if one.candidate.kind == "organisation":
        return True
    return one.candidate in standing or (
        kind in ("choose", "side") and one.endorser.kind == "organisation"
    )


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


def endorsements_of(
    discourse: Discourse,
    at: int,
    frame: Frame,
    contest: Contest,
    candidates: Sequence[Mention],
) -> tuple[list[Endorsement], str]:
    """That those in the place of the frame's endorsers stand so to ``candidates``, or why not."""
    polarity = with_hedge(frame.polarity, frame.hedge)
    if polarity is None:
        return [], f"the words take it back ({frame.hedge})"
    if not candidates:
        return [], "whom it is about is not told"
    made: list[Endorsement] = []
    named = False
    for actor in frame.endorsers:
        meant = discourse.mentions(actor, at)
        if (
            actor.noun.kind == "pronoun"
            and len(meant) > 1
            and not set(meant).isdisjoint(candidates)
        ):
            meant = ()  # "they" are not those of whom one is supported
        if not meant and len(frame.endorsers) == 1:
            meant = named_next(discourse, actor.noun, at)
        if actor.noun.count is not None:
            named = True
            meant = two_bodies(discourse.passages, discourse.cast, actor.noun, at)
        for endorser in meant:
            named = True
            made.extend(
                _endorsement(discourse, at, frame, (endorser, actor, candidate), polarity, contest)
                for candidate in candidates
                if candidate != endorser
            )
    return made, "" if named else "who does it is not named"


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
    office = first_current((*noun.offices, *actor.offices))
    place = Mention("place", office.place, office.label) if office and office.place else None
    return Endorsement(
        endorser,
        candidate,
        contest,
        polarity,
        (evidence,),
        role=office.label if office else None,
        place=place or (None if office else whence(sentence, noun)),
    )


def _printed(discourse: Discourse, at: int, first: int, last: int) -> str:
    tokens = discourse.passages[at].sentence.tokens
    return " ".join(token.text for token in tokens[first:last])
