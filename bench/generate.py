"""Realistic articles and graphs of any size, the same for the same seed.

An article is written and its statements are noted while it is written, so the graph of a
generated article is what a reader that makes no mistake would give, and the text can be used to
measure reading. The proportions follow the list article that kg began with: long lists in several
layouts, a stated total above each and some totals wrong, some prose, a claim by somebody else,
about one person in a hundred on the lists of two candidates, one place in fifty unknown.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import cast

from pyoxigraph import RdfFormat, serialize

from bench.page import Page
from bench.people import FIRST_YEAR, Person, candidates, living_councils, person
from bench.writing import LAYOUTS, Draft, Layout, backers, opening, prose
from kg.gazetteer import Gazetteer
from kg.iris import Minter, slug
from kg.model import Contest, Document, Extraction, Resolution
from kg.rdf import quads, register_quads
from kg.reconcile.contests import contest_key
from kg.when import Published

_PARTIES = ("Labour", "Conservative", "Liberal Democrat", "Green")
_CONTESTS = 40
_QUADS_A_CONTEST = 25_000
_QUADS_A_PERSON = 30
_LISTS = 3
_ON_ANOTHER_LIST = 0.01


@dataclass(frozen=True, slots=True)
class Generated:
    """An article with what it says, and who and where that is."""

    extraction: Extraction
    resolution: Resolution

    @property
    def document(self) -> Document:
        """The article itself."""
        return self.extraction.document


def article(
    seed: int,
    number: int,
    gazetteer: Gazetteer,
    *,
    size: int = 100_000,
    lines: int | None = None,
    layout: Layout | None = None,
) -> Generated:
    """The ``number``-th article of ``seed`` in a collection of about ``size`` quads.

    ``lines`` is the length of each of its three lists, 20 to 90 when not given, and ``layout``
    that of all three, any when not given.
    """
    rng = random.Random(f"{seed}/article/{number}")  # noqa: S311 - repeatable, not secret
    which = number % max(1, min(_CONTESTS, size // _QUADS_A_CONTEST))
    contest = Contest(
        "leadership", _PARTIES[which % len(_PARTIES)], FIRST_YEAR + which // len(_PARTIES)
    )
    draft = Draft(rng, contest, (), Page(), [], [], {}, {})
    draft.standing = tuple(
        draft.agent("person", name, f"{slug(name)}--{slug(contest.label)}")
        for name in candidates(seed, which)
    )
    opening(draft)
    for place in rng.sample(range(len(draft.standing)), _LISTS):
        people = _supporters(draft, seed, gazetteer, place, lines or rng.randint(20, 90), size)
        backers(draft, draft.standing[place], people[2:], layout or rng.choice(LAYOUTS))
        prose(draft, draft.standing[place], people[0], people[1])
    return _finish(draft, number)


def articles(seed: int, gazetteer: Gazetteer, size: int = 100_000) -> Iterator[Generated]:
    """Articles without end; ``size`` is that of the collection they are taken for."""
    return (article(seed, number, gazetteer, size=size) for number in count())


def graph(seed: int, gazetteer: Gazetteer, size: int) -> list[bytes]:
    """N-Quads lines, each once and in the order in which articles come, at least ``size`` of them.

    The last article is kept whole.
    """
    minter, lines = Minter(), dict[bytes, None]()
    made = articles(seed, gazetteer, size)
    while len(lines) < size:
        one = next(made)
        found = quads(one.extraction, one.resolution, gazetteer, minter)
        found += register_quads([(one.document, one.resolution)], gazetteer, minter)
        text = cast(bytes, serialize(found, format=RdfFormat.N_QUADS))
        lines |= dict.fromkeys(text.splitlines(keepends=True))
    return list(lines)


def _supporters(
    draft: Draft, seed: int, gazetteer: Gazetteer, place: int, length: int, size: int
) -> list[Person]:
    """``length`` people for a list and two more, nearly all of them this candidate's."""
    camps = len(draft.standing)
    pool = max(length + 2, 200, size // _QUADS_A_PERSON // camps)
    chosen = draft.rng.sample(range(pool), length + 2)
    found: dict[tuple[str, str], Person] = {}
    for number in chosen:
        camp = place + (draft.rng.random() < _ON_ANOTHER_LIST)
        who = person(seed, number * camps + camp % camps, living_councils(gazetteer))
        found[who.name, who.council.slug] = who
    return list(found.values())


def _finish(draft: Draft, number: int) -> Generated:
    text = draft.page.text
    document = Document(
        f"article-{number:05}.txt",
        text,
        hashlib.sha256(text.encode()).hexdigest(),
        title=text.partition("\n")[0],
        published=Published(str(draft.contest.year), "inferred", "the year of the contest"),
    )
    statements = sorted(draft.statements, key=lambda s: (s.evidence[0].span, s.kind))
    extraction = Extraction(document, tuple(statements), lists=tuple(draft.lists))
    return Generated(
        extraction,
        Resolution(draft.agents, draft.places, {draft.contest: contest_key(draft.contest)}),
    )
