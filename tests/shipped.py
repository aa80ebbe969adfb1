"""The graph of the shipped articles, and the graph of the hand-built one, as stores to ask."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pyoxigraph as ox

from kg import pipeline, rdf
from kg.gazetteer import load_gazetteer
from kg.iris import Minter
from kg.queries import Result
from kg.store import Store, memory_store
from tests import builders
from tests.conftest import ROOT


@cache
def shipped_quads() -> tuple[ox.Quad, ...]:
    """The statements of ``data/articles``; 520 endorsements take a few seconds to read."""
    documents = pipeline.load_documents([ROOT / "data" / "articles"])
    return pipeline.join(documents).quads


@cache
def shipped() -> Store:
    """A store of ``shipped_quads``."""
    return memory_store(shipped_quads())


def quads_of_built(*articles: builders.Built) -> list[ox.Quad]:
    """The statements of hand-built articles."""
    gazetteer, minter = load_gazetteer(), Minter()
    made = [rdf.quads(a.extraction, a.resolution, gazetteer, minter) for a in articles]
    read = [(article.extraction.document, article.resolution) for article in articles]
    made.append(rdf.register_quads(read, gazetteer, minter))
    return rdf.tidy(quad for quads in made for quad in quads)


@cache
def worked_quads() -> tuple[ox.Quad, ...]:
    """The worked article, one that repeats a candidate, and a namesake printed in another way."""
    return tuple(
        quads_of_built(
            builders.worked(),
            builders.small("Ann Other"),
            builders.small("Ann Other", candidate=builders.COOPER),
            builders.small("Dave Jones"),
            builders.small("Davi Jones"),
        )
    )


@cache
def worked() -> Store:
    """A store of ``worked_quads``."""
    return memory_store(worked_quads())


def as_tsv(result: Result) -> str:
    """A result with its terms in full, one row a line: SPARQL's own TSV form.

    Whole numbers and decimals stand as they are, as TSV allows.
    """
    lines = ["\t".join(f"?{column}" for column in result.columns)]
    lines += ["\t".join(map(_cell, row)) for row in result.rows]
    return "".join(line + "\n" for line in lines)


def _cell(term: object) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.Literal) and term.datatype.value.endswith(("#integer", "#decimal")):
        return term.value
    return str(term).replace("\t", "\\t")


def values(rows: Iterable[Iterable[object]]) -> list[tuple[str | None, ...]]:
    """The rows as plain text, for short comparisons."""
    return [tuple(None if t is None else str(getattr(t, "value", t)) for t in row) for row in rows]
