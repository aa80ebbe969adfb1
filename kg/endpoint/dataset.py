"""What an endpoint must be sent so that a query sees the union of all graphs.

The standard leaves to the server what the default graph of a query is. kg asks of the union; so
it looks first for the one that ``kg push`` makes, and else tries out, on one triple, what makes
the server join its graphs. An endpoint that does not is refused: its answers would be wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pyoxigraph import BlankNode, QueryBoolean, QuerySolutions, Triple

from kg.asking import Term
from kg.endpoint.record import FIND, Record, empty_record, read_records
from kg.endpoint.servers import Parameters, Server
from kg.errors import StoreError

Ask = Callable[[str, Parameters], QuerySolutions | QueryBoolean]
_SAMPLE = "SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 1"


def find_record(ask: Ask, base: str, location: str) -> Record | None:
    """The record of what was pushed: that of ``base``, or the only one, or None.

    Raises ``StoreError`` when there are several of other bases, or a push has not ended.
    """
    answer = ask(FIND, ())
    records = read_records(map(tuple, answer)) if isinstance(answer, QuerySolutions) else []
    own = [record for record in records if record.name == empty_record(base).name] or records
    if len(own) > 1:
        raise StoreError(
            f"{len(own)} graphs were pushed there, with other bases than {base}",
            where=location,
            todo="set base in kg.toml to that of the one to ask",
        )
    if own and not own[0].whole:
        raise StoreError("a push has not ended", where=location, todo="run kg push again")
    return own[0] if own else None


@dataclass(frozen=True, slots=True)
class Union:
    """What makes a query see the union: parameters beside it, or graphs that it names in FROM."""

    parameters: Parameters = ()
    graphs: tuple[str, ...] = ()


def find_union(
    ask: Ask, server: Callable[[], Server | None], names: Callable[[], tuple[str, ...]], where: str
) -> Union:
    """What makes the default graph of a query the union of all graphs, on a server at ``where``.

    ``names`` gives those of all its named graphs. Raises ``StoreError`` when nothing does.
    """
    sample = ask(_SAMPLE, ())
    row = next(iter(sample), None) if isinstance(sample, QuerySolutions) else None
    if row is None:
        return Union()  # no named graph: the default graph is all there is
    _, *terms = row
    test = f"ASK WHERE {{ {' '.join(map(_written, terms))} }}"
    if bool(ask(test, ())):
        return Union()
    known = server()
    if known and known.union and bool(ask(test, known.union)):
        return Union(known.union)
    if not bool(ask("ASK WHERE { ?s ?p ?o }", ())):
        return Union(graphs=names())  # what the default graph lacks is all there is
    raise StoreError(
        "the default graph of this endpoint leaves out its other graphs",
        where=where,
        todo="let kg push put the graph there, or let the server join its graphs",
    )


def _written(term: Term | None) -> str:
    # Engines differ in what a backslash before a u means; any object will do in its place.
    unsure = term is None or isinstance(term, BlankNode | Triple) or "\\" in str(term)
    return "[]" if unsure else str(term)
