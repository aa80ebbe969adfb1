"""What a decision looks like before it is written: its two sides and what would follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from kg.decisions import NewDecision, Verdict
from kg.identity import Kind
from kg.why import Statement

SideKind = Literal[Kind, "outside"]
WORDS: Mapping[SideKind, str] = MappingProxyType(
    {"person": "person", "organisation": "body", "contest": "contest", "outside": "thing elsewhere"}
)
"""What people call each kind."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that a decision is about.

    ``iri`` is what goes into the row, ``now`` the IRIs under which the graph has it: the same one
    unless it was joined to another or parted. ``statements`` counts those about it; ``shown`` are
    the first of them, offices before the rest, and ``about`` tells in a few words who it is. Of
    what lies outside the graph (``kind`` is ``outside``) only the IRI is known.
    """

    iri: str
    kind: SideKind
    name: str
    about: str = ""
    now: tuple[str, ...] = ()
    statements: int = 0
    shown: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody decides, who, on which day, and in their words why."""

    verdict: Verdict
    by: str
    day: date
    why: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A decision that nothing forbids: its row, both sides, and in sentences what would follow."""

    row: NewDecision
    one: Side
    other: Side
    follows: tuple[str, ...]
