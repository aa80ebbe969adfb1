"""What a labelled article holds, and what comparing an extraction with it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from kg.model import AgentKind, Document

ArticleKind = Literal["list", "prose", "mixed", "negative"]
"""How an article says what it says: in lists, in sentences, in both, or it says nothing."""

Statement = Literal["supports", "opposes", "withdrawn", "expected", "claims", "roles"]
"""What a label says: an endorsement by its polarity, a number of supporters, or a role."""

Counted = Literal[
    "supports",
    "supports-people",
    "supports-organisations",
    "opposes",
    "withdrawn",
    "expected",
    "other",
    "claims",
    "roles",
]
"""What is counted together: each statement, the halves of ``supports``, the ``other`` three."""

KINDS: tuple[ArticleKind, ...] = get_args(ArticleKind)
STATEMENTS: tuple[Statement, ...] = get_args(Statement)
COUNTED: tuple[Counted, ...] = get_args(Counted)
OTHER: tuple[Statement, ...] = ("opposes", "withdrawn", "expected")


@dataclass(frozen=True, slots=True)
class Label:
    """What a person found in an article, with the ``words`` that say it.

    ``who`` is the endorser, the candidate of a claim or the person of a role, ``other_names`` are
    other forms of that name which the article prints, and ``kind`` is what the endorser is.
    ``what`` is the candidate, the number or the role, ``of`` the body or place printed with the
    role. An ``optional`` label may be found or not: neither is counted.
    """

    statement: Statement
    who: str
    what: str
    words: str
    of: str = ""
    kind: AgentKind = "person"
    other_names: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What kg read, in the terms of a label, with the rule that read it and the words it read."""

    statement: Statement
    who: str
    what: str
    kind: AgentKind
    rule: str
    quote: str


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article and all that a person found in it.

    ``name`` is its path below the folder that was given, without an ending.
    """

    name: str
    document: Document
    kind: ArticleKind
    labels: tuple[Label, ...] = ()

    @property
    def folder(self) -> str:
        """The part of the name before the last ``/``; empty when there is none."""
        return self.name.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, unexpected (found and not labelled) and missed (labelled, not found)."""

    right: int = 0
    unexpected: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right,
            self.unexpected + other.unexpected,
            self.missed + other.missed,
        )

    @property
    def precision(self) -> float:
        """The share of what was found that is right; of nothing 1, unless something is missed."""
        found = self.right + self.unexpected
        return self.right / found if found else float(not self.missed)

    @property
    def recall(self) -> float:
        """The share of the labels that was found; of none 1."""
        labels = self.right + self.missed
        return self.right / labels if labels else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Fault:
    """Something missed or unexpected, with the words that say it or seem to.

    ``what`` is the candidate, number or role. What is unexpected has the rule that read it.
    ``reason`` says why the words of what was missed say nothing to kg, or that what is unexpected
    is labelled with another stance; it may be empty.
    """

    article: str
    fault: Literal["missed", "unexpected"]
    statement: Statement
    who: str
    what: str
    rule: str | None
    reason: str
    quote: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article judged. ``firings`` has the rule of each statement and whether it was right."""

    article: LabelledArticle
    tallies: Mapping[Counted, Tally]
    faults: tuple[Fault, ...] = ()
    firings: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """A tally over some articles: ``all``, one of ``KINDS``, or a folder, which ends in ``/``."""

    statements: Counted
    articles: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class RuleTally:
    """How often a rule fired, and how often what it read was labelled."""

    rule: str
    fired: int
    right: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All articles judged: how many, the scores, the faults in their order, the rules by name."""

    articles: int
    scores: tuple[Score, ...]
    faults: tuple[Fault, ...] = ()
    rules: tuple[RuleTally, ...] = ()
