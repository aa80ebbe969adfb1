"""One statement for what several passages say, and one name and context for each person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kg.model import (
    Candidacy,
    Claim,
    Dated,
    Endorsement,
    Evidence,
    Mention,
    RoleHeld,
    Span,
    Statement,
)

Key = tuple[object, ...]
Contexts = dict[Mention, Mention]
_LOCAL = "Councillor"


def merge(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements with equal ones joined, all their evidence kept, in the order of the text.

    A person without a place or body gets the one with which the article prints the same name
    elsewhere, or else the one that an office of theirs states, so that every statement of the
    article names the person alike. Two people of one name keep apart: a bare name beside two
    contexts stays bare, and so does somebody who stands beside a councillor of the name.
    """
    listed = list(statements)
    contexts = _contexts(listed)
    alike: dict[Key, list[Statement]] = {}
    for statement in listed:
        settled = _settled(statement, contexts)
        alike.setdefault(_key(settled), []).append(settled)
    joined = sorted(map(_joined, alike.values()), key=_place)
    return tuple(
        statement
        for _, beside in groupby(joined, key=_place)
        for statement in _by_words(list(beside))
    )


def _contexts(statements: Sequence[Statement]) -> Contexts:
    """For each person without context: the same person with the one that the article gives."""
    printed: dict[str, dict[Mention, None]] = {}
    bare: dict[Mention, bool] = {}
    local: set[Mention] = set()
    for statement in statements:
        for person, stands in _people(statement):
            if person.context:
                printed.setdefault(person.name, {})[person] = None
            else:
                bare[person] = bare.get(person, False) or stands
        if isinstance(statement, (Endorsement, RoleHeld)) and statement.role == _LOCAL:
            local.add(
                statement.endorser if isinstance(statement, Endorsement) else statement.person
            )
    found = _stated(statements)
    for person, stands in bare.items():
        beside = list(printed.get(person.name, ()))
        namesake = stands and person not in local and not local.isdisjoint(beside)
        if len(beside) == 1 and not namesake:
            found[person] = beside[0]
    return found


def _people(statement: Statement) -> Iterator[tuple[Mention, bool]]:
    """The people of a statement, each with whether it says that the person stands."""
    if isinstance(statement, Endorsement):
        people = [(statement.endorser, False), (statement.candidate, True)]
    elif isinstance(statement, Claim):
        people = [(statement.candidate, True)]
    else:
        people = [(statement.person, isinstance(statement, Candidacy))]
    return (one for one in people if one[0].kind == "person")


def _stated(statements: Iterable[Statement]) -> Contexts:
    """For each person without context: the same person with the first one that an office gives."""
    found: Contexts = {}
    for statement in statements:
        if not isinstance(statement, RoleHeld) or statement.person.context:
            continue
        person = statement.person
        if statement.place and _better(found.get(person), "place"):
            found[person] = replace(person, context=statement.place.name, context_kind="place")
        elif statement.organisation and _better(found.get(person), "organisation"):
            found[person] = replace(
                person, context=statement.organisation.name, context_kind="organisation"
            )
    return found


def _better(known: Mention | None, kind: str) -> bool:
    """A place says more than a body, and what stands first stays."""
    return known is None or (known.context_kind == "organisation" and kind == "place")


def _settled(statement: Statement, contexts: Contexts) -> Statement:
    def full(mention: Mention) -> Mention:
        return contexts.get(mention, mention)

    if not contexts:
        return statement
    if isinstance(statement, Endorsement):
        return replace(
            statement, endorser=full(statement.endorser), candidate=full(statement.candidate)
        )
    if isinstance(statement, Claim):
        return replace(statement, candidate=full(statement.candidate))
    return replace(statement, person=full(statement.person))


def _key(statement: Statement) -> Key:
    """What makes two statements one: everything but their evidence."""
    if isinstance(statement, Endorsement):
        return (
            "endorsement",
            statement.endorser,
            statement.candidate,
            statement.contest,
            statement.polarity,
        )
    if isinstance(statement, Claim):
        first = statement.evidence[0].span
        return "claim", statement.candidate, statement.contest, statement.count, first
    if isinstance(statement, RoleHeld):
        return (
            "role",
            statement.person,
            statement.role,
            statement.status,
            statement.organisation,
            statement.place,
        )
    return "candidacy", statement.person, statement.contest


def _joined(same: Sequence[Statement]) -> Statement:
    """Statements that say one thing as one, with the evidence of all; the first passage leads."""
    first = same[0]
    if len(same) == 1:
        return first
    evidence = _united(same)
    if isinstance(first, Endorsement):
        spoken = [one for one in same if isinstance(one, Endorsement)]
        return replace(
            first,
            evidence=evidence,
            role=next((one.role for one in spoken if one.role), None),
            place=next((one.place for one in spoken if one.place), None),
            dates=_all_dates(spoken),
        )
    if isinstance(first, Candidacy):
        stood = [one for one in same if isinstance(one, Candidacy)]
        left = [one for one in stood if one.status == "withdrawn"] or stood
        return replace(left[0], evidence=evidence, dates=_all_dates(left))
    if isinstance(first, Claim):
        stated = [one for one in same if isinstance(one, Claim)]
        return replace(first, evidence=evidence, dates=_all_dates(stated))
    return replace(first, evidence=evidence)


def _all_dates(same: Iterable[Endorsement | Claim | Candidacy]) -> tuple[Dated, ...]:
    """All dates in the order of their words; those that differ stand side by side."""
    by_span = {dated.span: dated for one in same for dated in one.dates}
    return tuple(by_span[span] for span in sorted(by_span))


def _united(same: Iterable[Statement]) -> tuple[Evidence, ...]:
    """All passages in their order, each once; of two readings of one passage the first."""
    by_span: dict[Span, Evidence] = {}
    for statement in same:
        for evidence in statement.evidence:
            by_span.setdefault(evidence.span, evidence)
    return tuple(by_span[span] for span in sorted(by_span))


def _place(statement: Statement) -> tuple[int, int, str]:
    span = statement.evidence[0].span
    return span.start, span.end, statement.kind


def _by_words(beside: list[Statement]) -> list[Statement]:
    """Statements of one kind and place in an order that depends on nothing but themselves."""
    return sorted(beside, key=lambda one: str(_key(one))) if len(beside) > 1 else beside
