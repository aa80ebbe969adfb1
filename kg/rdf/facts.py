"""The small change of the RDF maker: facts, literals in the one form the store keeps, lookups.

A literal whose spelling is not canonical would be rewritten by the store (``230.0`` to ``230``),
and then what was validated would not be what is published. So numbers and dates are spelt here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from kg.errors import InternalError
from kg.iris import Minter
from kg.model import Contest, Entity, Extraction, Mention, Place, Resolution
from kg.vocab import RDF, XSD

Fact = tuple[str, str, NamedNode | Literal]
"""Subject IRI, predicate IRI, object."""

_DATES = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), XSD.date),
    (re.compile(r"\d{4}-\d{2}"), XSD.gYearMonth),
    (re.compile(r"\d{4}"), XSD.gYear),
)


@dataclass(frozen=True, slots=True)
class Making:
    """What the facts of one article are made from."""

    extraction: Extraction
    resolution: Resolution
    minter: Minter

    @property
    def article(self) -> str:
        """The IRI of the article."""
        return self.minter.article(self.extraction.document.key)

    @property
    def published(self) -> str | None:
        """When the article appeared, as exactly as is known."""
        published = self.extraction.document.published
        return published.when if published else None

    def entity(self, mention: Mention) -> Entity:
        """Who ``mention`` is. Raises ``InternalError`` when nobody decided."""
        try:
            return self.resolution.agents[mention]
        except KeyError:
            raise self._undecided(mention.kind, mention.name) from None

    def place(self, mention: Mention) -> Place:
        """What the place ``mention`` is. Raises ``InternalError`` when nobody decided."""
        try:
            return self.resolution.places[mention]
        except KeyError:
            raise self._undecided(mention.kind, mention.name) from None

    def agent(self, mention: Mention) -> str:
        """The IRI of a person or body."""
        return agent_iri(self.minter, self.entity(mention))

    def contest(self, contest: Contest) -> str:
        """The key of a contest. Raises ``InternalError`` when nobody decided."""
        try:
            return self.resolution.contests[contest]
        except KeyError:
            raise self._undecided("contest", contest.label) from None

    def same(self, one: Mention, other: Mention) -> bool:
        """Whether two mentions are one person or body."""
        return one == other or self.entity(one).key == self.entity(other).key

    def _undecided(self, kind: str, name: str) -> InternalError:
        return InternalError(
            f"the {kind} “{name}” was read but not resolved",
            where=self.extraction.document.name,
        )


def agent_iri(minter: Minter, entity: Entity) -> str:
    """The IRI of a resolved person or body."""
    if entity.kind == "person":
        return minter.person(entity.key)
    return minter.organisation(entity.key)


def link(subject: str, predicate: str, target: str) -> Fact:
    """A fact whose object is the IRI ``target``."""
    return subject, predicate, NamedNode(target)


def typed(subject: str, *classes: str) -> list[Fact]:
    """``subject`` is of each of ``classes``."""
    return [link(subject, RDF.type, name) for name in classes]


def text(subject: str, predicate: str, value: str | None) -> list[Fact]:
    """A string, or no fact when there is none."""
    return [] if value is None else [(subject, predicate, Literal(value))]


def integer(subject: str, predicate: str, value: int) -> Fact:
    """A whole number."""
    return subject, predicate, Literal(str(value), datatype=NamedNode(XSD.integer))


def decimal(subject: str, predicate: str, value: Decimal | float) -> Fact:
    """A decimal in its shortest form: ``230``, ``0.95``; a float is taken to four places."""
    exact = value if isinstance(value, Decimal) else Decimal(str(round(value, 4)))
    plain = format(exact, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return subject, predicate, Literal(plain, datatype=NamedNode(XSD.decimal))


def true(subject: str, predicate: str) -> Fact:
    """The boolean true."""
    return subject, predicate, Literal("true", datatype=NamedNode(XSD.boolean))


def when(subject: str, predicate: str, value: str | None) -> list[Fact]:
    """A date as exactly as it is known: day, month or year; no fact when there is none.

    Raises ``InternalError`` when ``value`` is none of ``YYYY-MM-DD``, ``YYYY-MM`` and ``YYYY``.
    """
    if value is None:
        return []
    for form, datatype in _DATES:
        if form.fullmatch(value):
            return [(subject, predicate, Literal(value, datatype=NamedNode(datatype)))]
    raise InternalError(f"not a date: {value!r}", where=subject)
