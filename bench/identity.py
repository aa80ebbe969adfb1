"""Who is who: how long it takes to decide for many mentions and decisions, and how that grows."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice, pairwise

from bench.measure import Line, Timed, in_turns, information, once, seconds
from bench.people import Person, candidates, living_councils, person
from kg.decisions import MANUAL, Decision, Verdict
from kg.gazetteer import Gazetteer
from kg.identity import Occurrence, identify, proposals
from kg.iris import Minter, slug
from kg.nicknames import load_nicknames

_MENTIONS, _DECISIONS, _MOST_SECONDS = 10_000, 2_000, 3.0
_TENTH = 10
_PEOPLE = 0.6
"""People for each mention: a person is mentioned in one or two articles."""
_OF_AN_ARTICLE = 40
_WITHOUT_PLACE = 0.2
_CONTEST = "labour-leadership-2015"
_DAY = date(2026, 1, 1)
_VERDICTS: Sequence[Verdict] = ("same", "same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class World:
    """Made-up mentions, and decisions about them that can stand together."""

    occurrences: tuple[Occurrence, ...]
    decisions: tuple[Decision, ...]


def identity(seed: int, gazetteer: Gazetteer, rounds: int) -> Iterator[Line]:
    """All figures of identity."""
    minter = Minter()
    large = world(seed, gazetteer, _MENTIONS, _DECISIONS)
    # Ten small worlds, not one ten times: a small one alone would stay in the processor's cache.
    small = [
        world(seed + number, gazetteer, _MENTIONS // _TENTH, _DECISIONS // _TENTH)
        for number in range(_TENTH)
    ]
    taken, found = once(partial(identify, large.occurrences, large.decisions, minter))
    yield Line(
        "identity",
        f"{_MENTIONS:,} mentions, {_DECISIONS:,} decisions",
        f"<= {_MOST_SECONDS:g} s",
        seconds(taken),
        taken <= _MOST_SECONDS,
        f"{len(found.redirects):,} redirects, {len(found.partings):,} set apart",
    )
    yield _growth(in_turns(partial(_all, [large]), partial(_all, small), rounds))
    nicknames = load_nicknames()
    taken, proposed = once(
        lambda: proposals(large.occurrences, found, large.decisions, minter, nicknames)
    )
    name = f"proposals of {_MENTIONS:,} mentions"
    yield information("identity", name, seconds(taken), f"{len(proposed):,} made")


def _all(worlds: Sequence[World]) -> None:
    for one in worlds:
        identify(one.occurrences, one.decisions, Minter())


def _growth(timed: Timed) -> Line:
    """The time of a world ten times as large, against what n log n allows."""
    most = _TENTH * math.log(_MENTIONS) / math.log(_MENTIONS / _TENTH)
    times = _TENTH * timed.ratio
    return Line(
        "identity",
        "ten times the mentions and decisions",
        f"<= {most:.1f}x",
        f"{times:.1f}x",
        times <= most,
        f"{timed.detail} for ten small ones",
    )


def world(seed: int, gazetteer: Gazetteer, mentions: int, decisions: int) -> World:
    """Mentions of invented people in articles of one contest, a fifth of them without a place."""
    rng = random.Random(f"{seed}/identity")  # noqa: S311 - repeatable, not secret
    councils = living_councils(gazetteer)
    people = [person(seed, number, councils) for number in range(int(mentions * _PEOPLE))]
    articles = [f"{number:016x}" for number in range(mentions // _OF_AN_ARTICLE + 1)]
    slates = candidates(seed, 0)
    made = tuple(
        _mention(rng, rng.choice(people), rng.choice(articles), slates) for _ in range(mentions)
    )
    return World(made, tuple(_decisions(rng, made, decisions)))


def _mention(rng: random.Random, who: Person, article: str, slates: Sequence[str]) -> Occurrence:
    placed = rng.random() > _WITHOUT_PLACE
    context = who.council.slug if placed else f"doc-{article}"
    choice = slates[who.number % len(slates)]
    return Occurrence(
        kind="person",
        key=f"{slug(who.name)}--{context}",
        article=article,
        name=who.name,
        context="place" if placed else "none",
        roles=frozenset({"Councillor"}) if placed else frozenset(),
        backs=frozenset({(_CONTEST, slug(choice), "supports")}),
    )


def _decisions(
    rng: random.Random, mentions: Sequence[Occurrence], count: int
) -> Iterator[Decision]:
    """Rows between neighbours of a shuffled list of keys, so that chains and no circles arise.

    One in five sets what an article says apart from the rest of a key.
    """
    minter = Minter()
    rows = _rows(rng, mentions)
    for number, (one, other, verdict) in enumerate(islice(rows, count), start=1):
        yield Decision(
            subject=minter.person(one),
            object=minter.person(other),
            verdict=verdict,
            justification=MANUAL,
            by="bench",
            day=_DAY,
            comment="",
            where=f"bench.tsv:{number}",
        )


def _rows(rng: random.Random, mentions: Sequence[Occurrence]) -> Iterator[tuple[str, str, Verdict]]:
    keys = sorted({one.key for one in mentions})
    alone = sorted({(one.key, one.article) for one in mentions})
    rng.shuffle(keys)
    rng.shuffle(alone)
    pairs = zip(pairwise(keys), alone, strict=False)
    for number, ((one, other), (key, article)) in enumerate(pairs):
        yield one, other, _VERDICTS[number % len(_VERDICTS)]
        if number % len(_VERDICTS) == 0:
            yield f"{key}--doc-{article}", key, "different"
