"""Offices that the prose states: "Anytown MP Jane Doe", "the interim leader"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.frames import Actor
from kg.frames.chains import actors, chain_right
from kg.frames.clauses import is_question
from kg.frames.subject import find_subject
from kg.lexicon import Lexicon
from kg.model import Evidence, Mention, RoleHeld
from kg.nouns import Noun, Sentence
from kg.offices import OfficePhrase
from kg.prose.discourse import Discourse
from kg.rules import confidence

_STANDING_REACH = 6
_BEING = frozenset(("is", "was", "been"))
_BECOMING = frozenset(("became", "becomes"))
_PAST = frozenset(("was", "been"))
_MADE = frozenset(("elected", "appointed", "named", "made", "as", "also", "now"))


def read_roles(discourse: Discourse, lexicon: Lexicon) -> list[RoleHeld]:
    """The offices stated of somebody named, each with the words that state it."""
    found: list[RoleHeld] = []
    for at, passage in enumerate(discourse.passages):
        sentence = passage.sentence
        found.extend(_predicated(discourse, at, lexicon))
        for actor, noun, span_end in _described(sentence):
            if _stands_for(sentence, noun.first, lexicon):
                continue
            for mention in discourse.mentions(actor, at):
                if mention.kind != "person":
                    continue
                found.extend(
                    _role(sentence, mention, office, (noun.first, span_end), actor)
                    for office in _stated(actor)
                    if not _stands_for(sentence, office.first, lexicon)
                )
    return found


def _predicated(discourse: Discourse, at: int, lexicon: Lexicon) -> Iterator[RoleHeld]:
    """X is the leader of Y; X, who was mayor; X became chair; X was elected leader."""
    sentence = discourse.passages[at].sentence
    for noun in sentence.nouns:
        verb = _linking(sentence, noun) if noun.kind == "office" else None
        if verb is None or _stands_for(sentence, noun.first, lexicon):
            continue
        subject = find_subject(sentence, verb)
        people = [n for n in subject.chain if n.kind in ("person", "pronoun")]
        if subject.hedge or len(people) != 1 or is_question(sentence):
            continue
        actor = Actor(people[0])
        past = sentence.folds[verb] in _PAST and sentence.folds[verb + 1] not in _MADE
        for mention in discourse.mentions(actor, at):
            for office in noun.offices:
                status = "former" if past and office.status == "current" else office.status
                stated = replace(office, status=status)
                extent = (min(people[0].first, noun.first), max(people[0].last, noun.last))
                if mention.kind == "person":
                    yield _role(sentence, mention, stated, extent, actor)


def _linking(sentence: Sentence, noun: Noun) -> int | None:
    """The verb that says of its subject that it holds the office, past "the" and "elected"."""
    at = noun.first - 1
    while at >= 0 and (sentence.kinds[at] == "determiner" or sentence.folds[at] in _MADE):
        at -= 1
    if at < 0 or sentence.noun(at) is not None:
        return None
    linking = sentence.folds[at] in _BEING or (sentence.folds[at] in _BECOMING)
    return at if linking else None


def _described(sentence: Sentence) -> Iterator[tuple[Actor, Noun, int]]:
    """Every actor with an office, the noun that its evidence begins at, and where that ends."""
    done = 0
    for noun in sentence.nouns:
        if noun.first < done or noun.kind not in ("person", "office", "group", "organisation"):
            continue
        chain = chain_right(sentence, noun)
        done = chain[-1].last
        for actor in actors(sentence, chain):
            if actor.offices or actor.noun.offices:
                first = noun if actor.offices else actor.noun
                yield actor, first, max(actor.noun.last, _last_office(actor))


def _last_office(actor: Actor) -> int:
    return max((office.last for office in actor.offices), default=0)


def _stated(actor: Actor) -> tuple[OfficePhrase, ...]:
    unique: dict[str, OfficePhrase] = {}
    for office in (*actor.noun.offices, *actor.offices):
        unique.setdefault(office.label, office)
    return tuple(unique.values())


def _stands_for(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """Whether the office is what somebody stands for: "candidates for Leader and Deputy Leader"."""
    for at in range(max(0, first - _STANDING_REACH), first):
        cue = lexicon.candidacy_cues.at(sentence.folds, at)
        if cue is None or at + cue.length > first:
            continue
        if cue.value.frame in ("role", "act") or sentence.folds[at + cue.length - 1] == "for":
            return True
    return False


def _role(
    sentence: Sentence,
    person: Mention,
    office: OfficePhrase,
    extent: tuple[int, int],
    actor: Actor,
) -> RoleHeld:
    rule = "prose.office-described" if actor.noun.kind == "office" else "prose.office-named"
    printed = " ".join(t.text for t in sentence.tokens[office.first : office.last])
    evidence = Evidence(
        sentence.text_span(*extent),
        rule,
        confidence(rule),
        printed_role=printed,
        printed_name=" ".join(t.text for t in sentence.tokens[actor.noun.first : actor.noun.last]),
        printed_place=office.place or None,
    )
    return RoleHeld(
        person,
        office.label,
        office.status,
        (evidence,),
        organisation=Mention("organisation", office.organisation) if office.organisation else None,
        place=Mention("place", office.place, office.label) if office.place else None,
    )
