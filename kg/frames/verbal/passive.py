"""Passives: OBJECT was backed by SUBJECT, and the participles that say so without a verb."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.clause.clauses import VERBAL, has_predicate, is_inside
from kg.frames.clause.gates import scope_hedge
from kg.frames.coordination.chains import actors, chain_left, chain_right, noun_from, object_chain
from kg.frames.coordination.described import apposed
from kg.frames.coordination.loose import names_within
from kg.frames.coordination.members import of_unnamed, with_members
from kg.frames.coordination.nounfrom import of_hers
from kg.frames.making import make_frame
from kg.frames.model import HEADED, LABELLED, Frame, Subject
from kg.frames.places.inversion import named_behind
from kg.frames.places.subject import find_subject
from kg.frames.places.supporting import bid_owner, word_at
from kg.lexicon import Lexicon
from kg.model import Polarity
from kg.words.nouns import Noun, Sentence

_AIMS = ("office", "group", "organisation")  # what a bid may be for: "Y's bid to lead the party"
_AGENT_REACH = 10
_SETTING = 8  # tokens that say where or when before a participle
_SETTINGS = frozenset(("in", "on", "at", "after", "across", "so", "meanwhile", "now"))


def read_passive(
    sentence: Sentence, index: int, end: int, polarity: Polarity, lexicon: Lexicon
) -> Frame | None:
    """The frame of a passive at ``index``, whose verb ends before ``end``; None when it is none.

    OBJECT was backed (for mayor) by SUBJECT; in headlines and after commas without "was", and
    before its object: "Backed by SUBJECT, OBJECT won".
    """
    by = _agent_at(sentence, end, lexicon)
    if by is None:
        return None
    if word_at(sentence, by + 1) == ":":
        return _labelling(sentence, index, by + 1, polarity)
    agent = apposed(sentence, by + 1) or of_hers(sentence, by + 1) or noun_from(sentence, by + 1)
    agent = None if agent is not None and sentence.is_owning(agent.last) else agent
    some = of_unnamed(sentence, by + 1) if agent is None else []
    subject = _nearest(sentence, index, lexicon) or find_subject(sentence, index)
    if agent is not None and agent.kind != "place":
        some = with_members(sentence, object_chain(sentence, agent, "by"))
    some = some and [*some, *_agents_again(sentence, some[-1].last)]
    if not some:
        return None
    if not subject.chain and _opens(sentence, index):
        some, subject = _split(sentence, some, index)
    if not subject.chain or subject.chain[-1].kind in _AIMS:
        subject = _before_participle(sentence, index, lexicon) or subject
    if not subject.chain:
        return None
    endorsers = actors(sentence, some)
    candidates = actors(sentence, list(subject.chain))
    return make_frame(
        "prose.passive", polarity, endorsers, candidates, subject.hedge, (index, by + 1)
    )


def read_agentless(sentence: Sentence, index: int, end: int, form: str) -> Iterator[Frame]:
    """OBJECT was endorsed, and nobody says by whom; the article may tell of one body only."""
    if form not in ("past", "participle") or "by" in sentence.folds[end : end + _AGENT_REACH]:
        return
    subject = find_subject(sentence, index)
    people = [noun for noun in subject.chain if noun.kind == "person"]
    if subject.passive and people and len(people) == len(subject.chain):
        found = actors(sentence, people)
        yield make_frame(
            "prose.passive", "supports", (), found, subject.hedge, (index, end), "endorse"
        )


def _agents_again(sentence: Sentence, at: int) -> list[Noun]:
    """B of "backed by A of the X and by B", where words part them that no chain passes."""
    for by in range(at + 1, min(at + _AGENT_REACH, len(sentence.folds) - 1)):
        if sentence.folds[by] == "by" and sentence.folds[by - 1] == "and":
            agent = noun_from(sentence, by + 1)
            named = agent is not None and agent.kind in ("person", "organisation")
            return object_chain(sentence, agent, "by") if agent is not None and named else []
        if sentence.kinds[by] in VERBAL or sentence.folds[by] in (";", ":"):
            return []
    return []


def _labelling(sentence: Sentence, index: int, colon: int, polarity: Polarity) -> Frame | None:
    """The frame of "Backed by: A, B", of the name that stands above; None when it opens nothing."""
    some = names_within(sentence, colon + 1, len(sentence.folds))
    if not some or not _opens(sentence, index):
        return None
    who, whom = actors(sentence, some), actors(sentence, [_headed(index, LABELLED)])
    return make_frame("prose.passive", polarity, who, whom, "", (index, colon + 1))


def _headed(index: int, name: str = HEADED) -> Noun:
    """Whoever's name stands above, of whom a participle at ``index`` is said."""
    return Noun("pronoun", index, index + 1, name=name)


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


def _nearest(sentence: Sentence, index: int, lexicon: Lexicon) -> Subject | None:
    """Z in "Y faces Z, backed by X": a participle is said of the name directly before it.

    Not so in "nominated by Z, seconded by X", where both are said of the same.
    """
    noun = sentence.noun(index - 2) if sentence.folds[index - 1] == "," and index > 1 else None
    if noun is None or noun.kind != "person":
        return None
    earlier = noun.first - 2
    if word_at(sentence, earlier + 1) == "by" and word_at(sentence, earlier) in lexicon.cues:
        return find_subject(sentence, earlier)
    if is_inside(sentence, noun):
        return None
    return Subject((noun,), False, scope_hedge(sentence, noun.first))


def _before_participle(sentence: Sentence, index: int, lexicon: Lexicon) -> Subject | None:
    """Y in "Y, backed by X, said" and in "Y's bid is backed by X"."""
    owner = bid_owner(sentence, index, lexicon)
    if owner is not None:
        return Subject(tuple(chain_left(sentence, owner)), False, "")
    if index < 2 or sentence.folds[index - 1] not in (",", ":"):
        return None
    noun = sentence.noun(index - 2)
    if noun is None or noun.kind not in ("person", "office"):
        return None
    return Subject((noun,), False, "")


def _opens(sentence: Sentence, index: int) -> bool:
    """Whether the participle opens its sentence, adverbs apart: "Already backed by".

    Where or when it is so may stand before it: "In the north, backed by A, Y".
    """
    if all(sentence.kinds[at] in ("adverb", "time") for at in range(index)):
        return True
    if index > _SETTING or sentence.folds[0] not in _SETTINGS:
        return False
    closed = sentence.folds[index - 1] == "," or sentence.kinds[index - 1] == "time"
    named = any(n.kind in ("person", "organisation") for n in sentence.nouns if n.first < index)
    return closed and not named and VERBAL.isdisjoint(sentence.kinds[:index])


def _split(sentence: Sentence, some: list[Noun], index: int) -> tuple[list[Noun], Subject]:
    """The agents of a participle that opens a sentence, and whom its main clause is about.

    "Backed by A and B, Y won": the comma behind the agents ends them, and Y is their object.
    Without a clause behind them it is about the name that stands above: "Backed by A".
    """
    agents = chain_right(sentence, some[0])
    for size in range(len(agents), 0, -1):
        after = agents[size - 1].last
        named = noun_from(sentence, after + 1) if word_at(sentence, after) == "," else None
        if named is not None and named.kind in ("person", "pronoun", "office"):
            if named.kind != "pronoun" and not has_predicate(sentence, named):
                continue
            return agents[:size], Subject((named,), False, "")
    behind, being = named_behind(sentence, agents[-1].last)
    if being == agents[-1].last and behind:  # "Backed by A were Y and Z"
        return agents, Subject(tuple(actor.noun for actor in behind), False, "")
    return some, Subject((_headed(index),), False, "")
