"""Reading generated articles: how fast, how the time grows, what the whole way to quads costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from statistics import median

from bench.generate import Generated, article
from bench.measure import Line, Timed, in_turns, information, once, seconds
from bench.writing import LAYOUTS
from kg.extract import extract
from kg.gazetteer import Gazetteer
from kg.iris import Minter
from kg.lexicon import Lexicon
from kg.model import Document, Extraction
from kg.rdf import quads
from kg.reconcile import reconcile

_TEN_TIMES_LIMIT = 12.0
_LINES = 30
_ARTICLES_OF_PROSE = 8


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
    """Who takes which stance on whom; names without case, as ASLEF and Aslef are one."""
    return {
        (e.endorser.name.casefold(), e.candidate.name.casefold(), e.polarity)
        for e in extraction.endorsements
    }


def _growth(seed: int, gazetteer: Gazetteer, lexicon: Lexicon, rounds: int) -> Iterator[Line]:
    def reading(documents: Sequence[Document]) -> None:
        for document in documents:
            extract(document, lexicon, gazetteer)

    for kind, make in (("lists", _lists), ("prose", _prose)):
        short, long = make(seed, gazetteer, 1), make(seed, gazetteer, 10)
        timed = in_turns(partial(reading, long), partial(reading, short), rounds)
        longer = sum(len(one.text) for one in long) / sum(len(one.text) for one in short)
        yield _growth_line(kind, longer, timed)


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


def _lists(seed: int, gazetteer: Gazetteer, times: int) -> list[Document]:
    """An article of nothing but lists for each layout, ``times`` as long as the shortest."""
    made = (
        article(seed, number, gazetteer, lines=_LINES * times, layout=layout)
        for number, layout in enumerate(LAYOUTS)
    )
    return [_document("".join(_lists_with_leads(one))) for one in made]


def _prose(seed: int, gazetteer: Gazetteer, times: int) -> list[Document]:
    """The paragraphs between the lists of many articles of one contest, as one article."""
    many = range(_ARTICLES_OF_PROSE * times)
    made = (article(seed, number, gazetteer, size=1, lines=1) for number in many)
    return [_document("".join(map(_without_lists, made)))]


def _document(text: str) -> Document:
    return Document("generated.txt", text, sha256="0" * 64)


def _lists_with_leads(made: Generated) -> Iterator[str]:
    for claim in made.extraction.claims:
        if claim.enumerates is not None:
            start = claim.evidence[0].span.start
            yield made.document.text[start : claim.enumerates.end] + "\n\n"


def _without_lists(made: Generated) -> str:
    """The text without its lists and the sentences that introduce them."""
    text = made.document.text
    for claim in reversed(made.extraction.claims):
        if claim.enumerates is not None:
            text = text[: claim.evidence[0].span.start] + text[claim.enumerates.end :]
    return text
