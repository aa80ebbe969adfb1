"""Lists in random layouts: what share is read, of known layouts and of others."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest

from kg.articles.reading import document
from kg.extract import extract
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.lexicon import Lexicon, load_lexicon
from tests import layouts

SEED = 20150731
ARTICLES = 130
# Measured shares are above these floors; a change that falls below one has made reading narrower.
FLOORS = {"known": (0.98, 0.99), "unseen": (0.96, 0.985)}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def _made(kind: str) -> Iterable[layouts.Printed]:
    rng = random.Random(SEED)  # noqa: S311 (a seed makes the test the same each time)
    shapes = [*layouts.KNOWN_SHAPES, *layouts.UNSEEN_SHAPES]
    frames = [*layouts.KNOWN_FRAMES, *layouts.UNSEEN_FRAMES]
    made = 0
    while made < ARTICLES:
        shape, frame = rng.choice(shapes), rng.choice(frames)
        if (shape in layouts.KNOWN_SHAPES and frame in layouts.KNOWN_FRAMES) == (kind == "known"):
            made += 1
            yield layouts.printed(rng, shape, frame)


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_share_read(kind: str, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
    stated = right = read = 0
    lost: list[str] = []
    for one in _made(kind):
        extraction = extract(document("list.txt", one.text.encode()), lexicon, gazetteer)
        found = {(e.endorser.name, e.candidate.name) for e in extraction.endorsements}
        expected = {(name, one.candidate) for name in one.endorsers}
        stated, read = stated + len(expected), read + len(found)
        right += len(found & expected)
        if found != expected:
            lost.append(f"{one.shape} / {one.frame}: {len(found & expected)} of {len(expected)}")
    recall, precision = right / stated, right / read
    least_recall, least_precision = FLOORS[kind]
    told = f"{kind}: {recall:.3f} read, {precision:.3f} right\n" + "\n".join(lost)
    assert recall >= least_recall, told
    assert precision >= least_precision, told
