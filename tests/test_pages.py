"""Pages of two candidates, put together of many parts: what share of who backs whom is read."""

from __future__ import annotations

import random

import pytest

from kg.articles.reading import document
from kg.extract import extract
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.lexicon import Lexicon, load_lexicon
from tests import pages

SEED = 20150912
# Recall and precision are above these; a change that falls below one has made reading narrower.
FLOORS = {
    "groups": (0.98, 0.99),
    "rows": (0.98, 0.99),
    "profiles": (0.98, 0.99),
    "slates": (0.95, 0.98),
}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_share_read(kind: str, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
    stated = right = read = 0
    lost: list[str] = []
    rng = random.Random(SEED)  # noqa: S311 (a seed makes the test the same each time)
    for page in pages.KINDS[kind](rng):
        extraction = extract(document("page.txt", page.text.encode()), lexicon, gazetteer)
        found = {
            (e.endorser.name, pages.surname(e.candidate.name)) for e in extraction.endorsements
        }
        stated, read = stated + len(page.stated), read + len(found)
        right += len(found & page.stated)
        if found != page.stated:
            both, wrong = len(found & page.stated), len(found - page.stated)
            parts = " / ".join(page.parts)
            lost.append(f"{parts}: {both} of {len(page.stated)}, {wrong} wrong")
    recall, precision = right / stated, right / read
    least_recall, least_precision = FLOORS[kind]
    told = f"{kind}: {recall:.3f} read, {precision:.3f} right\n" + "\n".join(lost)
    assert recall >= least_recall, told
    assert precision >= least_precision, told
