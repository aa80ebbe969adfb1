"""What an explanation is made of. All of it is plain text, sorted, and the same every time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of an article that say something; ``rule`` is "" when a person found them.

    ``start`` and ``end`` are code points of the article's text, the end exclusive. ``printed``
    keeps name, place and role as they are printed, and ``misspelt`` says that the place was
    recognised although it is spelt wrongly.
    """

    iri: str
    article: str
    title: str | None
    start: int
    end: int
    quote: str
    rule: str
    printed: tuple[tuple[str, str], ...] = ()
    misspelt: bool = False


@dataclass(frozen=True, slots=True)
class Date:
    """When something was done, ``YYYY`` to ``YYYY-MM-DD``, and the words that say so."""

    when: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that articles say: in a sentence, field by field, and why we think so.

    ``kind`` is ``endorsement``, ``claim``, ``office`` or ``candidacy``. ``confidence`` is from 0
    to 1, the best of the articles' figures, or None. ``decisions`` say how names and places were
    matched, ``dates`` when it was done.
    """

    iri: str
    kind: str
    sentence: str
    fields: tuple[tuple[str, str], ...]
    confidence: float | None
    decisions: tuple[str, ...]
    passages: tuple[Passage, ...]
    dates: tuple[Date, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A match decision: what somebody held of two things, by whose IRIs, and why.

    ``verdict`` is ``same``, ``different`` or ``unsure``; ``day`` is ``YYYY-MM-DD``, ``comment``
    may be empty. ``iri`` is that of the decision itself.
    """

    iri: str
    one: str
    other: str
    verdict: str
    by: str
    day: str
    comment: str
    justification: str


@dataclass(frozen=True, slots=True)
class Move:
    """An IRI that gave way to others: to one that it is joined with, or to its several parts.

    ``why`` is a sentence, empty for parts; ``decisions`` are those that made it so, none where
    name and context did. Something may still go by an IRI that was parted.
    """

    old: str
    new: tuple[str, ...]
    why: str
    decisions: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, body, place or other thing, what is known of it, and what articles say of it.

    ``known`` are facts that belong to no article: names, codes, dates. ``former`` are IRIs that
    gave way to this one, ``decisions`` the match decisions about it. Statements are sorted by
    their first passage.
    """

    iri: str
    kind: str
    name: str
    known: tuple[tuple[str, str], ...]
    statements: tuple[Statement, ...]
    former: tuple[Move, ...] = ()
    decisions: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known about what was ``asked``: an IRI, or a name that fits several things.

    ``moves`` are there when the IRI gave way to others; the things are then those.
    """

    asked: str
    things: tuple[Thing, ...]
    moves: tuple[Move, ...] = ()
