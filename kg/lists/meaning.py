"""What a list is a list of: whom those on it support, as the words above it say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.frames import Frame
from kg.frames.support import speaks_of_support
from kg.lexicon import Lexicon
from kg.model import Mention, Polarity
from kg.nouns import Sentence
from kg.text import fold

_SHORT = 16
_NAMED = frozenset(("person", "organisation", "office"))
_SOMEBODY = frozenset(("he", "she"))
_MEMBERS = frozenset(("group", "number"))


@dataclass(frozen=True, slots=True)
class Meaning:
    """Those on the list hold ``polarity`` towards ``candidate``; ``role`` is what all of them are.

    ``candidate`` is None when only headings inside the list, or its own items, name candidates. In
    a slate it is the other way round: ``endorser`` is who supports all those on the list.
    """

    candidate: Mention | None
    polarity: Polarity
    role: str | None = None
    endorser: Mention | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence or heading above a list.

    ``frames`` come with whom each one's candidate is; ``people`` are the people it names, in order.
    """

    sentence: Sentence
    frames: Sequence[tuple[Frame, Mention]]
    people: Sequence[Mention]


def own_meaning(lead: Lead, lexicon: Lexicon) -> Meaning | None:
    """The meaning that the lead states by itself, or None.

    A frame states it when its endorsers' place is open or filled by a group: a sentence in which
    somebody named supports somebody says nothing of the list below.
    """
    for frame, candidate in reversed(lead.frames):
        if frame.hedge and not _asks(lead.sentence):
            continue
        objects = {actor.noun for actor in frame.candidates}
        nouns = [actor.noun for actor in frame.endorsers if actor.noun not in objects]
        if any(noun.kind in _NAMED or noun.name in _SOMEBODY for noun in nouns):
            continue
        roles = [noun.unit_role for noun in nouns if noun.unit_role]
        return Meaning(candidate, frame.polarity, roles[0] if roles else group_role(lead.sentence))
    return _towards(lead) or _about_one(lead, lexicon)


def _asks(sentence: Sentence) -> bool:
    """A question above a list ("Who has backed X?") is answered by the list."""
    return sentence.folds[-1] == "?"


def _towards(lead: Lead) -> Meaning | None:
    """The meaning of a heading without a verb: "Councillors for X", "For X", "Against X"."""
    sentence = lead.sentence
    if not lead.people or len(sentence.tokens) > _SHORT:
        return None
    for index, word in enumerate(sentence.folds):
        if word not in ("for", "against"):
            continue
        before = sentence.noun(index - 1)
        person = sentence.noun(index + 1)
        if person is None or person.kind != "person":
            continue
        if index == 0 or (before is not None and before.kind in _MEMBERS):
            polarity: Polarity = "supports" if word == "for" else "opposes"
            return Meaning(lead.people[0], polarity, before.unit_role if before else None)
    return None


def _about_one(lead: Lead, lexicon: Lexicon) -> Meaning | None:
    """A short heading that names one person and has a word for support: "X: my supporters"."""
    if len(set(lead.people)) != 1 or len(lead.sentence.tokens) > _SHORT:
        return None
    if lead.frames or not speaks_of_support(lead.sentence.folds, lexicon):
        return None
    return Meaning(lead.people[0], "supports", group_role(lead.sentence))


def topic(lead: Lead, lexicon: Lexicon) -> Meaning | None:
    """That the lead is about support, without saying whose: "Which MPs have backed whom?"."""
    if not speaks_of_support(lead.sentence.folds, lexicon):
        return None
    return Meaning(None, "supports", group_role(lead.sentence))


def is_pointer(lead: Lead, lexicon: Lexicon) -> bool:
    """Whether the lead only points to the list: "The lists are below:"."""
    return any(word in lexicon.pointer_words for word in lead.sentence.folds)


def bare_candidate(lead: Lead, lexicon: Lexicon) -> Mention | None:
    """The one person of a lead that is nothing else, or that ends in a colon: "X has these:".

    Before a colon only a known given name makes a person: "Nationwide Offices:" is none.
    """
    people = list(dict.fromkeys(lead.people))
    if len(people) != 1:
        return None
    named = [noun for noun in lead.sentence.nouns if noun.kind == "person"]
    tokens = lead.sentence.tokens
    bracket = next((i for i, token in enumerate(tokens) if token.text == "("), len(tokens))
    rest = bracket - sum(noun.last - noun.first for noun in named if noun.first < bracket)
    if any(token.text == "," for token in tokens[:bracket]):
        return None
    if tokens[-1].text == ":":
        return people[0] if fold(people[0].name).split()[0] in lexicon.given_names else None
    closed = bracket == len(tokens) or tokens[-1].text in ")]"
    return people[0] if rest <= 1 and closed else None


def group_role(sentence: Sentence) -> str | None:
    """The office of the group that a lead names: "MPs", "Labour councillors"."""
    roles = [noun.unit_role for noun in sentence.nouns if noun.kind == "group" and noun.unit_role]
    return roles[-1] if roles else None
