"""What the page is made of: the answers of saved queries and checks, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from kg.asking import Queryable
from kg.errors import StoreError
from kg.plain import clean
from kg.queries import Result, load_query, run
from kg.queries.checks import CheckResult, run_checks
from kg.report.words import NOTHING, Cell, Number

QUERIES = (
    "articles",
    "candidacies",
    "claims-and-lists",
    "contests",
    "councils-by-contest",
    "count-by-candidate",
    "endorsements",
    "endorsements-by-date",
    "other-stances",
    "rules-used",
    "sources",
    "support-by-region",
    "totals",
    "turnout-by-council-type",
    "turnout-by-region",
)
"""The saved queries that the page is made of, beside all checks."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an answer, each value on one line and without control characters."""

    query: str
    index: int
    values: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The value in words, empty where there is none."""
        return self.values[column]

    def number(self, column: str) -> Number:
        """The value as a number, zero where there is none.

        Raises ``StoreError`` for anything else: a graph that kg has not checked may hold it.
        """
        try:
            value = Decimal(self[column] or 0)
        except InvalidOperation as error:
            raise self._no_number(column) from error
        if not value.is_finite():
            raise self._no_number(column)
        return Number(value, (Cell(self.query, column, self.index),))

    def _no_number(self, column: str) -> StoreError:
        return StoreError(
            f"the graph has {self[column][:60]!r} where a number is needed",
            where=f"{self.query}, {column}",
            todo="kg validate says what is wrong with a graph",
        )

    @property
    def counted(self) -> Number:
        """One, for where rows are counted."""
        return Number(Decimal(1), (Cell(self.query, "row", self.index),))


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a saved query."""

    name: str
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    @property
    def size(self) -> Number:
        """How many rows there are."""
        return Number(Decimal(len(self.rows)), (Cell(self.name, "rows"),))


@dataclass(frozen=True, slots=True)
class Check:
    """What a check found; ``answer`` has a row for each finding."""

    title: str
    problem: str
    remedy: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Facts:
    """The answers by name of their query, and the checks in the order of theirs."""

    answers: Mapping[str, Answer]
    checks: tuple[Check, ...]

    def __getitem__(self, query: str) -> Answer:
        return self.answers[query]

    def total(self, kind: str) -> Number:
        """How many of a kind the graph has, by the query ``totals``."""
        found = (row.number("number") for row in self["totals"] if row["kind"] == kind)
        return next(found, NOTHING)

    def check(self, name: str) -> Check | None:
        """A check by the name of its query."""
        return next((c for c in self.checks if c.answer.name == f"checks/{name}"), None)


def ask(graph: Queryable) -> Facts:
    """Ask the graph everything that the page says. Raises ``StoreError`` when it is damaged."""
    answers = {name: _answer(name, run(graph, load_query(name))) for name in QUERIES}
    return Facts(answers, tuple(map(_check, run_checks(graph))))


def _answer(name: str, result: Result) -> Answer:
    rows = tuple(
        Row(name, index, dict(zip(result.columns, map(_text, terms), strict=True)))
        for index, terms in enumerate(result.rows)
    )
    return Answer(name, rows)


def _check(found: CheckResult) -> Check:
    answer = _answer(f"checks/{found.name}", Result(found.columns, found.rows))
    return Check(found.summary, found.problem, found.remedy, answer)


def _text(term: object) -> str:
    return "" if term is None else clean(str(getattr(term, "value", term)))
