"""Apposition: offices beside a name, and a group before the names of its members."""

from __future__ import annotations

from kg.frames.model import Actor
from kg.words.nouns import Noun, Sentence
from kg.words.offices import OfficePhrase

SUCH = ("including", "among", "like")  # what stands before some members of a group
_LED = ("led", "headed")  # "40 MPs led by A and B"


def actors(sentence: Sentence, chain: list[Noun]) -> tuple[Actor, ...]:
    """The chain as actors: appositions folded into the person they describe.

    A group before names ("three former chief whips, A, B and C") gives its office to each; an
    office beside a name gives it to that name.
    """
    made: list[Actor] = []
    shared: tuple[OfficePhrase, ...] = ()
    waiting: tuple[OfficePhrase, ...] = ()
    lead = -1
    before_names = False  # the group stands directly before the names, with no comma
    for position, noun in enumerate(chain):
        following = chain[position + 1 :]
        if before_names and noun.offices and noun.kind != "group":
            shared, before_names = (), False  # "MPs A and B and Senator C"
        if noun.kind == "group" and _introduces(following):
            shared, lead = noun.offices, noun.first if noun.offices else -1
            before_names = noun.last == following[0].first
            if _names_some(sentence, noun, following[0]):
                made.append(Actor(noun))
        elif noun.kind == "office" and _is_of_pair(sentence, noun, following):
            waiting = noun.offices
        elif (noun.kind == "office" and _belongs_to_next(sentence, noun, following)) or (
            noun.kind == "office" and _describes(sentence, noun, following)
        ):
            waiting = (*waiting, *noun.offices)
        elif (
            noun.kind == "office"
            and made
            and _is_his(sentence, made[-1], chain[position - 1], noun)
        ):
            made[-1] = Actor(made[-1].noun, (*made[-1].offices, *noun.offices), made[-1].lead)
        else:
            made.append(Actor(noun, (*waiting, *shared), lead))
            waiting = ()
    return tuple(made)


def _introduces(following: list[Noun]) -> bool:
    """Whether names follow a group, at least two of them: "three former whips, A, B and C"."""
    return len(following) > 1 and all(n.kind in ("person", "organisation") for n in following[:2])


def _names_some(sentence: Sentence, group: Noun, first: Noun) -> bool:
    """Whether the names are only some of the group."""
    between = sentence.folds[group.last : first.first]
    return any(word in SUCH or word in _LED for word in between)


def _belongs_to_next(sentence: Sentence, office: Noun, following: list[Noun]) -> bool:
    """Whether two offices belong to the person behind them: "council leader and MP A"."""
    if not following or following[0].kind != "person" or not following[0].offices:
        return False
    between = sentence.folds[office.last : following[0].first]
    return between == ["and"] and following[0].offices[0].first == following[0].first


def _is_of_pair(sentence: Sentence, office: Noun, following: list[Noun]) -> bool:
    """Whether two offices are one person's: "the premier and party leader, A"."""
    if len(following) < 2 or following[0].kind != "office" or following[1].kind != "person":
        return False
    joined = sentence.folds[office.last : following[0].first] == ["and"]
    return joined and _apposed(sentence, following[0], following[1])


def _describes(sentence: Sentence, office: Noun, following: list[Noun]) -> bool:
    """Whether an office stands before the name that it describes."""
    return bool(
        following and following[0].kind == "person" and _apposed(sentence, office, following[0])
    )


def _is_his(sentence: Sentence, actor: Actor, before: Noun, office: Noun) -> bool:
    """Whether an office is the actor's before it: "A, a judge", and so "A, a judge and clerk".

    With an article of its own the second is somebody else: "A, a judge and the clerk".
    """
    paired = sentence.folds[before.last : office.first] == ["and"]
    second = paired and before.kind == "office" and actor.noun.kind == "person"
    return second or _apposed(sentence, before, office)


def _apposed(sentence: Sentence, first: Noun, second: Noun) -> bool:
    between = [
        t for t in sentence.folds[first.last : second.first] if t not in ("the", "a", "an", "]")
    ]
    return between == [","] or not between
