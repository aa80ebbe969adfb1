"""Checks that no shape can make: terms nobody declared, things nobody looks at."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Set

from kg.validate.engines.fast.facts import SUBCLASS, TYPE, Facts
from kg.validate.engines.fast.words import iri, is_iri, kind, text
from kg.validate.report import Finding
from kg.validate.rules import Rules, Targets
from kg.validate.terms import compact
from kg.vocab import KGO

Statement = tuple[str, str, str]

_OWN = f"<{KGO.NS}"


def not_literals(facts: Facts, rules: Rules, file: str) -> Iterator[Finding]:
    """A finding for each thing that stands where only text, a number or a date can."""
    for predicate in sorted(rules.datatype_properties):
        column = facts.column(iri(predicate))
        things = [value for value in column.values if value[0] != '"']
        for value in sorted(things):
            for subject in sorted(column.to[value]):
                yield Finding(
                    file,
                    "violation",
                    "object",
                    "object",
                    f"The value of {compact(predicate)} must be text, a number or a date.",
                    "Write the value itself, in quotation marks.",
                    focus=text(subject),
                    path=predicate,
                    value=text(value),
                    value_type=kind(value),
                )


def focus_nodes(facts: Facts, rules: Rules) -> Mapping[str, frozenset[str]]:
    """The nodes that each shape looks at, as terms, by the name that the shape has in ``rules``."""
    return {shape: _looked_at(facts, targets) for shape, targets in rules.targets.items()}


def _looked_at(facts: Facts, targets: Targets) -> frozenset[str]:
    found: list[Set[str]] = [facts.instances(iri(name)) for name in targets.classes]
    found += [facts.column(iri(name)).owners for name in targets.subjects_of]
    found += [facts.column(iri(name)).values for name in targets.objects_of]
    if targets.nodes:
        named = {iri(name) for name in targets.nodes}
        found.append(named & facts.subjects)
        found += [named & facts.column(predicate).values for predicate in facts.predicates]
    return _union(found)


def all_of(looked_at: Mapping[str, Set[str]]) -> frozenset[str]:
    """The nodes that at least one shape looks at."""
    return _union(looked_at.values())


def _union(sets: Iterable[Set[str]]) -> frozenset[str]:
    """All that is in any of the sets; mostly it is all in the largest."""
    some = [one for one in sets if one]
    if not some:
        return frozenset()
    largest = max(some, key=len)
    most = frozenset(largest)
    more = [one for one in some if not one <= most]
    return most.union(*more) if more else most


def unchecked(facts: Facts, looked_at: Set[str], file: str) -> Iterator[Finding]:
    """A finding when there is nothing to judge, else one for each thing that no shape looks at."""
    if not looked_at:
        what = (
            "nothing in it is of a kind that kg knows" if facts.count else "it holds no statement"
        )
        yield Finding(
            file,
            "violation",
            "content",
            "empty",
            f"There is nothing to judge: {what}.",
            "See the template and the ontology for the kinds of thing that kg reads.",
        )
        return
    yield from (unchecked_one(subject, file) for subject in sorted(facts.subjects - looked_at))


def unchecked_one(subject: str, file: str) -> Finding:
    """The finding on a thing that no shape looks at."""
    return Finding(
        file,
        "warning",
        "content",
        "unchecked",
        "Nothing says what this is in terms that kg knows, so nothing checks it.",
        "Give it a type of the ontology, or leave it out.",
        focus=text(subject),
    )


def unknown_terms(facts: Facts, rules: Rules, file: str) -> Iterator[Finding]:
    """A finding for each term that the ontology does not have, and for each that is redefined.

    Of several statements with a term it is about the first in the order of their text.
    """
    used: dict[str, Statement] = {}
    redefined: dict[str, Statement] = {}
    changed = {subject for subject in facts.subjects if subject.startswith(_OWN)}
    for predicate in facts.predicates:
        column, name = facts.column(predicate), text(predicate)
        if name not in rules.terms:
            _note(used, name, _first(facts, predicate, column.owners))
        if name not in rules.datatype_properties:  # those hold no IRIs, see not_literals
            for value in _named(column.values, any_class=predicate == TYPE):
                if value[1:-1] not in rules.terms:
                    _note(used, value[1:-1], _first(facts, predicate, column.to[value], value))
        for subject in column.owners if predicate == SUBCLASS else changed & column.owners:
            _note(redefined, text(subject), _first(facts, predicate, {subject}))
    yield from (_unknown(term, used[term], rules, file) for term in used)
    yield from (_redefined(term, redefined[term], file) for term in redefined)


def _named(values: Set[str], *, any_class: bool) -> list[str]:
    """The IRIs among ``values`` that have to be terms of the ontology."""
    if any_class:
        return [value for value in values if is_iri(value)]
    return [value for value in values if value.startswith(_OWN)]


def _first(facts: Facts, predicate: str, owners: Iterable[str], value: str = "") -> Statement:
    subject = min(owners)
    return subject, predicate, value or min(facts.column(predicate).of[subject])


def _note(found: dict[str, Statement], term: str, statement: Statement) -> None:
    found[term] = min(found.get(term, statement), statement)


def _unknown(term: str, statement: Statement, rules: Rules, file: str) -> Finding:
    own = term.startswith(KGO.NS)
    near = difflib.get_close_matches(term, sorted(rules.terms), 1, 0.9) if own else []
    # A property that nobody knows is itself what is wrong, whatever its value.
    value = None if text(statement[1]) == term else statement[2]
    return Finding(
        file,
        "warning" if own else "info",
        "vocabulary",
        "unknownTerm",
        f"The ontology has no term {compact(term)}, so kg does not read it.",
        f"Did you mean {compact(near[0])}?" if near else "See the ontology for the terms.",
        focus=text(statement[0]),
        path=text(statement[1]),
        value=value and text(value),
        value_type=value and kind(value),
    )


def _redefined(term: str, statement: Statement, file: str) -> Finding:
    return Finding(
        file,
        "violation",
        "vocabulary",
        "redefinition",
        f"A graph of facts cannot change what {compact(term)} means.",
        "Leave statements about terms out; propose them for the ontology instead.",
        focus=term,
        path=text(statement[1]),
        value=text(statement[2]),
        value_type=kind(statement[2]),
    )
