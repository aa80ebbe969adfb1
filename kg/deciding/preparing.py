"""A decision made ready to be written, or refused with the row that stands in its way."""

from __future__ import annotations

import unicodedata

from kg.deciding.effects import effects
from kg.deciding.finding import Found
from kg.deciding.known import Known
from kg.deciding.model import WORDS, Order, Prepared, Side
from kg.deciding.sides import outside, side_of
from kg.decisions import MANUAL, Decision, NewDecision
from kg.decisions.consistency import check_consistent
from kg.errors import InputError, UsageError
from kg.identity import Identity, identify

# Where the new row would stand: behind all files in the order in which rows are checked, so that
# it is the one that is found wrong. People are told of "the new row".
_NEW = "~new:1"
_MOST = 500
_LONGEST_LABEL = 200
_NOT_IN_A_ROW = frozenset({"Cc", "Cs", "Zl", "Zp"})
_TURNING = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)


def prepare(known: Known, one: Found, other: Found, order: Order) -> Prepared:
    """The decision about ``one`` and ``other``, each a single thing, that ``order`` asks for.

    Raises ``UsageError`` when both are one thing, of two kinds, or decided already, when the row
    would contradict others or close a circle with them, which are shown, and when what is said
    cannot stand in a row. Raises ``InputError`` for a mistake in the rows that are there.
    """
    first, second = _sides(known, one, other)
    row = NewDecision(
        subject=first.iri,
        object=second.iri,
        verdict=order.verdict,
        by=_signed(order.by),
        day=order.day,
        comment=_fit(order.why, "--why"),
        subject_label=_label(first.name),
        object_label="" if second.kind == "outside" else _label(second.name),
    )
    _refuse_decided(known, row)
    after = _after(known, row)
    return Prepared(row, first, second, effects(known, first, second, order.verdict, after))


def _sides(known: Known, one: Found, other: Found) -> tuple[Side, Side]:
    first = side_of(known, one.iris[0])
    second = outside(other.iris[0]) if other.outside else side_of(known, other.iris[0])
    if first.iri == second.iri:
        raise UsageError(
            f"{one.asked!r} and {other.asked!r} are one thing: {first.iri}",
            todo="give two; what one article says of it is named IRI--doc-ARTICLE",
        )
    if second.kind not in (first.kind, "outside"):
        raise UsageError(
            f"{first.iri} is a {WORDS[first.kind]}, {second.iri} a {WORDS[second.kind]}",
            todo="a decision is about two things of one kind",
        )
    return first, second


def _refuse_decided(known: Known, row: NewDecision) -> None:
    """Two rows about one pair would either repeat or contradict each other."""
    pair = {row.subject, row.object}
    for decided in known.decisions:
        if {decided.subject, decided.object} == pair:
            raise UsageError(
                f"{row.subject} and {row.object} are decided already: {in_words(decided)}; "
                f"the new row says {row.verdict}",
                where=decided.where,
                todo="to decide anew, delete that row first",
            )


def in_words(decision: Decision) -> str:
    """A row in a few words: the verdict, who gave it, when, and why."""
    why = f", “{decision.comment}”" if decision.comment else ""
    return f"{decision.verdict}, by {decision.by}, {decision.day.isoformat()}{why}"


def _after(known: Known, row: NewDecision) -> Identity:
    """Who is who once the row is there. Raises ``UsageError`` when it cannot be."""
    # What is wrong without the new row is told of first, with its own file and line.
    check_consistent(known.decisions, known.minter.base)
    _ = known.identity
    rows = (*known.decisions, _as_read(row))
    try:
        check_consistent(rows, known.minter.base)
        return identify(known.occurrences, rows, known.minter)
    except InputError as error:
        told = ": ".join(part for part in (error.where, error.what) if part)
        raise UsageError(
            f"{row.verdict} for {row.subject} and {row.object} does not go with the rows there "
            f"are: {told.replace(_NEW, 'the new row')}",
            todo="nothing was written; delete the row that is wrong, or decide otherwise",
        ) from error


def _as_read(row: NewDecision) -> Decision:
    """The row as a build would read it, to find out what it would do."""
    return Decision(
        subject=row.subject,
        object=row.object,
        verdict=row.verdict,
        justification=MANUAL,
        by=row.by,
        day=row.day,
        comment=row.comment,
        where=_NEW,
    )


def _signed(by: str) -> str:
    signed = _fit(by, "--by")
    if not signed:
        raise UsageError("--by is empty", todo="say who decides")
    return signed


def _fit(text: str, option: str) -> str:
    """``text`` with single spaces. Raises ``UsageError`` when a row could not hold it."""
    bad = next((char for char in text if _is_unfit(char)), None)
    if bad is not None:
        raise UsageError(
            f"{option} has the character U+{ord(bad):04X}, which cannot be seen",
            todo="leave it out",
        )
    if len(text) > _MOST:
        raise UsageError(f"{option} has more than {_MOST} characters", todo="shorten it")
    return " ".join(text.split())


def _label(name: str) -> str:
    """A name for the row: without what cannot be seen, and cut when it is very long."""
    shown = " ".join("".join(char for char in name if not _is_unfit(char)).split())
    return shown if len(shown) <= _LONGEST_LABEL else f"{shown[: _LONGEST_LABEL - 1]}…"


def _is_unfit(char: str) -> bool:
    return char in _TURNING or unicodedata.category(char) in _NOT_IN_A_ROW
