"""Publishing a graph, and asking it, against a store that pyoxigraph keeps on disk by itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median

import rdflib
from pyoxigraph import Quad, QueryBoolean, RdfFormat, Variable, parse, serialize
from pyoxigraph import Store as Index
from rdflib.util import from_n3

from bench.measure import WALL, Line, at_most, in_turns, information, once, seconds
from kg.queries import Result, SavedQuery, list_checks, list_queries, run, terms_of
from kg.store import Store, Term, open_store, publish

Row = tuple[object, ...]

_LOAD_LIMIT = 1.15
_QUERY_LIMIT = 1.10
_SHORTEST_TURN = 0.02


def load(file: Path, quads: Sequence[Quad], folder: Path, rounds: int) -> list[Line]:
    """Publishing ``quads``, against pyoxigraph's bulk loading of the same statements.

    Ours sorts, hashes and syncs to the disk; theirs parses the text and keeps every graph apart,
    where ours keeps only their union, beside the text. ``file`` holds the statements as N-Quads,
    in the order in which articles come; ``folder`` is made for this.
    """
    numbers = count()

    def ours() -> None:
        publish(folder / f"ours-{next(numbers)}", quads)

    def reading() -> None:
        publish(folder / f"ours-{next(numbers)}", parse(path=str(file)))

    def loading() -> None:
        index = Index(str(folder / f"raw-{next(numbers)}"))
        index.bulk_load(path=str(file), format=RdfFormat.N_QUADS)
        index.flush()

    def extending() -> None:
        index = Index(str(folder / f"raw-{next(numbers)}"))
        index.bulk_extend(quads)
        index.flush()

    folder.mkdir()
    clear = partial(_empty, folder)
    name = f"publish {len(quads):,} statements"
    against = in_turns(ours, loading, rounds, clock=WALL, between=clear)
    fewer = max(1, rounds // 2)
    text = in_turns(reading, loading, fewer, clock=WALL, between=clear)
    memory = in_turns(ours, extending, fewer, clock=WALL, between=clear)
    return [
        at_most("load", name, _LOAD_LIMIT, against),
        information("load", "the same, parsing the text too", f"{text.ratio:.2f}x", text.detail),
        information("load", "the same against bulk_extend", f"{memory.ratio:.2f}x", memory.detail),
    ]


def ask(
    store: Path, file: Path, values: Mapping[str, str], folder: Path, rounds: int
) -> Iterator[Line]:
    """Every saved query and check on the published ``store``, against its SPARQL on a raw index.

    The raw index holds what the published one does: the union of all graphs. ``values`` are
    parameters that have answers in this graph. Raises ``AssertionError`` when the two give
    different rows.
    """
    path = folder / "raw-index"
    index = Index(str(path))
    index.bulk_extend(Quad(*quad.triple) for quad in parse(path=str(file)))
    index.flush()
    del index  # closes its files, which are then opened as kg opens its own
    raw = Index.read_only(str(path))
    with open_store(str(store)) as opened:
        for saved in (*list_queries(), *list_checks()):
            given = {p.name: values[p.name] for p in saved.parameters if p.name in values}
            ours, theirs = partial(run, opened, saved, given), _raw(raw, opened, saved, given)
            rows = _same_rows(run(opened, saved, given), theirs(), saved.name)
            timed = in_turns(ours, theirs, rounds, at_least=_SHORTEST_TURN)
            yield at_most("query", f"{saved.name} ({rows:,} rows)", _QUERY_LIMIT, timed)


def ask_as_rdflib(store: Path, quads: Sequence[Quad], values: Mapping[str, str]) -> Iterator[Line]:
    """All saved queries on the published ``store``, against rdflib on the same statements (once).

    The union of all graphs is one graph in rdflib, which makes it faster than a data set would be.
    """
    graph = rdflib.Graph()
    graph.parse(data=serialize({q.triple for q in quads}, format=RdfFormat.N_TRIPLES), format="nt")
    ours = theirs = 0.0
    slowest = ""
    most = 0.0
    queries = list_queries()
    with open_store(str(store)) as opened:
        for saved in queries:
            given = {p.name: values[p.name] for p in saved.parameters if p.name in values}
            terms = terms_of(opened, saved, given)
            bound = {name: from_n3(str(term)) for name, term in terms.items()}
            ours += median(once(partial(run, opened, saved, given))[0] for _ in range(3))
            taken, _ = once(
                lambda text=saved.text, b=bound: list(graph.query(text, initBindings=b))
            )
            theirs += taken
            most, slowest = max((most, slowest), (taken, saved.name))
    yield information(
        "query",
        f"all {len(queries)} on {len(graph):,} triples, against rdflib",
        f"{theirs / ours:.0f}x faster",
        f"{seconds(ours)} against {seconds(theirs)}, {seconds(most)} of it {slowest}",
    )


def _same_rows(ours: Result, theirs: Sequence[Row], query: str) -> int:
    """How many rows both give; the raw ones have the parameters as further columns."""
    width = len(ours.columns)
    if sorted(map(str, ours.rows)) != sorted(str(row[:width]) for row in theirs):
        raise AssertionError(f"{query}: the raw index gives other rows")
    return len(theirs)


def _raw(
    index: Index, store: Store, saved: SavedQuery, given: Mapping[str, str]
) -> partial[list[Row]]:
    """The same SPARQL with the same terms; that names had to be looked up is ours alone."""
    terms = terms_of(store, saved, given)
    sparql = saved.plan.runnable(terms)
    return partial(_rows, index, sparql, {Variable(n): t for n, t in terms.items()})


def _rows(index: Index, sparql: str, bound: dict[Variable, Term]) -> list[Row]:
    answer = index.query(sparql, substitutions=bound or None)
    if isinstance(answer, QueryBoolean):
        raise AssertionError("no saved query is answered by yes or no")
    return [tuple(row) for row in answer]


def _empty(folder: Path) -> None:
    for made in folder.iterdir():
        shutil.rmtree(made)
