"""Printed places that mean something else now."""

from __future__ import annotations

from kg.diff.account import PLACES, Account
from kg.diff.facts import Facts
from kg.vocab import DCTERMS, KGO, ORG

_WHERE = (ORG.organization, KGO.represents)


def tell_place(account: Account, one: str, other: str) -> bool:
    """Tell that the place of an office is read otherwise; whether it is."""
    before, after = _places(account.old, one), _places(account.new, other)
    if before == after:
        return False
    printed = sorted(
        {
            text
            for passage in account.new.values(other, KGO.evidence)
            for text in account.new.texts(passage, KGO.printedPlace)
        }
    )
    name = " or ".join(f"“{text}”" for text in printed) or account.new.sentence(other)
    text = f"{name} now resolves to {_listed(after)}; before: {_listed(before)}"
    account.tell(PLACES, "changed", text, one, other)
    return True


def _places(facts: Facts, office: str) -> tuple[str, ...]:
    found = [node for name in _WHERE for node in facts.values(office, name)]
    return tuple(sorted(described(facts, node) for node in found))


def described(facts: Facts, node: str) -> str:
    """A council with its code, an area with what it is."""
    kind = facts.first(node, KGO.areaKind)
    if kind:
        what = facts.in_words(node)[KGO.areaKind][0]
        words = {"AmbiguousPlace": "ambiguous", "UnknownPlace": "unknown place"}
        return f"{facts.name(node)} ({words.get(what, what.lower())})"
    codes = facts.texts(node, DCTERMS.identifier)
    return f"{facts.name(node)}{''.join(f' ({code})' for code in codes)}"


def _listed(places: tuple[str, ...]) -> str:
    return " and ".join(places) or "no place"
