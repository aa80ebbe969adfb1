"""Reading generated articles: how fast, how the time grows, what the whole way to quads costs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from statistics import median

from kg.extract import extract

from bench.generate import Generated, article
from bench.measure import Line, Timed, in_turns, information, once, seconds
from kg.gazetteer import Gazetteer
from kg.iris import Minter
from kg.lexicon import Lexicon
from kg.model import Document, Extraction
from kg.rdf import quads
from kg.reconcile import reconcile

_TEN_TIMES_LIMIT = 12.0
_LONG, _SHORT = 300, 30
_PARAGRAPHS = 8


def read(
    seed: int, gazetteer: Gazetteer, lexicon: Lexicon, articles: int, rounds: int
) -> list[Line]:
    """All figures of reading, over the first ``articles`` articles of ``seed``."""
    made = [article(seed, number, gazetteer) for number in range(articles)]
    return [
        *_speed(made, gazetteer, lexicon),
        _agreement(made, gazetteer, lexicon),
        *_growth(seed, gazetteer, lexicon, rounds),
    ]


def _speed(made: Sequence[Generated], gazetteer: Gazetteer, lexicon: Lexicon) -> list[Line]:
    reading = [once(partial(extract, one.document, lexicon, gazetteer))[0] for one in made]
    whole = [once(partial(_to_quads, one.document, gazetteer, lexicon)) for one in made]
    characters = sum(len(one.document.text) for one in made)
    statements = sum(found for _, found in whole)
    spent = sum(taken for taken, _ in whole)
    return [
        information(
            "reading",
            f"{len(made)} articles read",
            f"{len(made) / sum(reading):.0f} articles/s",
            f"{characters / sum(reading) / 1e6:.2f} million characters/s",
        ),
        information(
            "reading",
            "read, reconciled and made into a graph",
            f"{seconds(median(taken for taken, _ in whole))} an article",
            f"{spent / statements * 1e6:.0f} µs a statement" if statements else "no statements",
        ),
    ]


def _to_quads(document: Document, gazetteer: Gazetteer, lexicon: Lexicon) -> int:
    extraction = extract(document, lexicon, gazetteer)
    resolution = reconcile(extraction, gazetteer, lexicon)
    return len(list(quads(extraction, resolution, gazetteer, Minter())))


def _agreement(made: Sequence[Generated], gazetteer: Gazetteer, lexicon: Lexicon) -> Line:
    written = read_right = invented = 0
    for one in made:
        wanted = _stances(one.extraction)
        found = _stances(extract(one.document, lexicon, gazetteer))
        written += len(wanted)
        read_right += len(wanted & found)
        invented += len(found - wanted)
    share = f"{100 * read_right / written:.1f} % as written"
    return information("reading", f"{written:,} generated stances", share, f"{invented} others")


def _stances(extraction: Extraction) -> set[tuple[str, str, str]]:
    return {(e.endorser.name, e.candidate.name, e.polarity) for e in extraction.endorsements}


def _growth(seed: int, gazetteer: Gazetteer, lexicon: Lexicon, rounds: int) -> list[Line]:
    lines = []
    for kind, texts in (
        ("lists", [_lists(seed, gazetteer, length) for length in (_LONG, _SHORT)]),
        ("prose", [_prose(seed, gazetteer, many) for many in (_PARAGRAPHS * 10, _PARAGRAPHS)]),
    ):
        long, short = texts
        timed = in_turns(
            partial(extract, long, lexicon, gazetteer),
            partial(extract, short, lexicon, gazetteer),
            rounds,
        )
        lines.append(_growth_line(kind, len(long.text) / len(short.text), timed))
    return lines


def _growth_line(kind: str, longer: float, timed: Timed) -> Line:
    """The time of a text ten times as long, scaled from one that is ``longer`` times as long."""
    times = 10 * timed.ratio / longer
    return Line(
        "reading",
        f"ten times the text, {kind}",
        f"<= {_TEN_TIMES_LIMIT:g}x",
        f"{times:.1f}x",
        times <= _TEN_TIMES_LIMIT,
        timed.detail,
    )


def _lists(seed: int, gazetteer: Gazetteer, length: int) -> Document:
    return article(seed, 0, gazetteer, lines=length).document


def _prose(seed: int, gazetteer: Gazetteer, many: int) -> Document:
    """The paragraphs between the lists of ``many`` articles of one contest, as one article."""
    made = (article(seed, number, gazetteer, size=1, lines=1) for number in range(many))
    return Document("prose.txt", "".join(map(_without_lists, made)), sha256="0" * 64)


def _without_lists(made: Generated) -> str:
    """The text without its lists and the sentences that introduce them."""
    text = made.document.text
    for claim in reversed(made.extraction.claims):
        if claim.enumerates is not None:
            text = text[: claim.evidence[0].span.start] + text[claim.enumerates.end :]
    return text
