"""Small signs in a sentence by which the discourse tells whom it is about."""

from __future__ import annotations

from collections.abc import Sequence

from kg.frames.clause.clauses import has_predicate, is_predicate, opens_clause
from kg.passages import Passage
from kg.words.nouns import Noun, Sentence
from kg.words.offices import OfficePhrase

_EACH = frozenset(("every", "each", "several", "some", "many", "most", "few"))
_LEADING = frozenset(("after", "before", "since", "until"))
_WHOSE = frozenset(("who", "whom", "whose"))
OBJECTS = frozenset(("him", "her", "his"))
_HOUSEHOLD = 8  # words before "and I" in which "my wife" is looked for


def refers_back(passage: Passage, same: frozenset[str]) -> bool:
    """Whether the sentence speaks, outside quotations, of a "him" or "her" from before."""
    sentence = passage.sentence
    return any(
        word in same
        and word in OBJECTS
        and sentence.noun(index + 1) is None
        and sentence.kinds[index + 1 : index + 2] not in ([""], ["matter"], ["document"])
        and not passage.in_quotation(index)
        for index, word in enumerate(sentence.folds)
    )


def is_teaser(passage: Passage) -> bool:
    """Whether the line leads to another article: "SEE ALSO: ..."."""
    tokens = passage.sentence.tokens
    marks = [index for index, token in enumerate(tokens[:5]) if token.text == ":"]
    return bool(marks) and marks[0] > 1 and all(t.text.isupper() for t in tokens[: marks[0]])


def is_headed(sentence: Sentence, noun: Noun) -> bool:
    """Whether the sentence opens with the name and a colon: "Name: what is said of them"."""
    return noun.first == 0 and sentence.folds[noun.last : noun.last + 1] == [":"]


def introduced_before(sentence: Sentence, pronoun: Noun) -> Noun | None:
    """Y in "In a boost for Y's hopes, she was backed": the one person before the pronoun."""
    if sentence.folds[pronoun.first - 1 : pronoun.first] != [","]:
        return None
    people = [n for n in sentence.nouns if n.kind == "person" and n.last <= pronoun.first]
    owns = len(people) == 1 and sentence.folds[people[0].last] == "'s"
    return people[0] if owns else None


def is_subject(sentence: Sentence, noun: Noun) -> bool:
    """Whether the phrase is what its clause is about."""
    if is_headed(sentence, noun):
        return True
    if leads_clause(sentence, noun):
        return True
    return opens_clause(sentence, noun) and has_predicate(sentence, noun)


def owns_subject(sentence: Sentence, noun: Noun) -> bool:
    """Whether a clause is about what somebody has, not about him: "X's people were told"."""
    at = noun.last + 1
    owned = sentence.folds[noun.last : at] == ["'s"] and at < len(sentence.folds)
    held = sentence.noun(at) if owned else None
    named = held is not None and held.kind != "group"
    plain = owned and not named and sentence.kinds[at] in ("", "relation", "body")
    return plain and not sentence.folds[at].endswith(("ing", "ed"))


def is_specific(office: OfficePhrase) -> bool:
    """Whether an office says enough to stand for one person: not just "the leader"."""
    return office.status == "interim" or " " in office.label


def is_led(sentence: Sentence, noun: Noun) -> bool:
    """Whether a preposition or an infinitive stands before the name: "after X", "to succeed X"."""
    if not noun.first:
        return False
    led = noun.first > 1 and sentence.folds[noun.first - 2] == "to"
    return led or sentence.kinds[noun.first - 1] == "preposition"


def is_cleft(sentence: Sentence, noun: Noun) -> bool:
    """Whether the sentence is about the name after all: "after the vote it is X who"."""
    before = sentence.folds[max(0, noun.first - 2) : noun.first]
    return before in (["it", "is"], ["it", "was"])


def leads_clause(sentence: Sentence, noun: Noun) -> bool:
    """Whether the phrase is the subject of a clause of time: "after X left, she"."""
    if not noun.first or sentence.folds[noun.first - 1] not in _LEADING:
        return False
    at = noun.last
    return is_predicate(sentence, at) or sentence.kinds[at : at + 1] == ["means"]


def is_said(sentence: Sentence, noun: Noun) -> bool:
    """Whether a verb of speech stands before the name of who speaks: "..., said X, who"."""
    return noun.first > 0 and sentence.kinds[noun.first - 1] == "speech"


def is_in_relative(sentence: Sentence, noun: Noun) -> bool:
    """Whether the name is only part of what is said of another: "X, who served under Y"."""
    for at in range(noun.first - 1, -1, -1):
        if sentence.folds[at] == ",":
            return False
        if sentence.kinds[at] == "relative":
            return sentence.folds[at] in _WHOSE
    return False


def is_of_two(folds: Sequence[str], first: int) -> bool:
    """Whether the "I" at token ``first`` is joined to its own: "my wife and I"."""
    joined = folds[first - 1 : first] == ["and"]
    return joined and "my" in folds[max(0, first - _HOUSEHOLD) : first]


def is_told(folds: Sequence[str], teller: Noun, told: Noun) -> bool:
    """Whether "I" is who tells: "I will vote for him, she said", "She said: 'I will'"."""
    return teller.first > told.first or ":" in folds[teller.last : told.first]


def is_no_name(sentence: Sentence, noun: Noun) -> bool:
    """Whether a name is a law's or programme's, or counts: "every DNC member", "three BGMs"."""
    if noun.body and noun.body.kind in ("law", "programme"):
        return True
    if not noun.first or (noun.kind == "person" and not noun.name[1:2].isupper()):
        return False
    counted = sentence.noun(noun.first - 1)
    if counted is not None:
        return counted.kind == "number" and sentence.folds[counted.first] != "both"
    return noun.kind == "organisation" and sentence.folds[noun.first - 1] in _EACH
