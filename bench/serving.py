"""What others see: saved queries asked of a server, and the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from statistics import median

import urllib3
from pyoxigraph import QueryBoolean, QueryResultsFormat, RdfFormat, parse, parse_query_results

from bench.measure import WALL, Line, at_most, in_turns, information, once, seconds
from kg.endpoint import Access, Endpoint
from kg.inlining import inline
from kg.iris import DEFAULT_BASE
from kg.pushing import carry_out, plan
from kg.queries import SavedQuery, list_queries, run, terms_of
from kg.report import facts, page
from kg.store import Store, open_store
from tests.servers import oxigraph, oxigraph_program

_REMOTE_LIMIT = 2.0
_PAGE_SECONDS = 5.0
_UNION = f"{DEFAULT_BASE}id/graph/union"
_ACCEPTED = {"select": "application/sparql-results+json", "construct": "application/n-triples"}


def remote(store: Path, values: Mapping[str, str], rounds: int) -> Iterable[Line]:
    """All saved queries of a server on this machine, against the bare exchange with it.

    Both ask for the graph that was pushed there from ``store``; the bare exchange sends the text
    with the same terms and reads the rows. Raises ``AssertionError`` when the rows are not as many.
    """
    if oxigraph_program() is None:
        return [information("remote", "saved queries of a server", "no server is installed")]
    with oxigraph() as server, open_store(str(store)) as here:
        _push(here, server.endpoint)
        with open_store(server.endpoint) as away, urllib3.PoolManager() as pool:
            ours, theirs = [], []
            for saved in list_queries():
                given = {p.name: values[p.name] for p in saved.parameters if p.name in values}
                ours.append(partial(run, away, saved, given))
                text = inline(saved.text, terms_of(here, saved, given))
                theirs.append(partial(_bare, pool, server.endpoint, saved, text))
                if len(ours[-1]().rows) != theirs[-1]():
                    raise AssertionError(f"{saved.name}: the server gives kg other rows")
            timed = in_turns(
                lambda: [ask() for ask in ours],
                lambda: [ask() for ask in theirs],
                rounds,
                clock=WALL,
            )
    return [at_most("remote", f"{len(ours)} saved queries of a server", _REMOTE_LIMIT, timed)]


def report(store: Path, statements: int, rounds: int) -> Iterable[Line]:
    """The page of the graph in ``store``, which has so many ``statements``."""
    with open_store(str(store)) as opened:
        page(opened)  # what draws takes a second to load
        whole = median(once(partial(page, opened))[0] for _ in range(rounds))
        asking, _ = once(partial(facts.ask, opened))
    yield Line(
        "report",
        f"the page of {statements:,} statements",
        f"<= {_PAGE_SECONDS:g} s",
        seconds(whole),
        whole <= _PAGE_SECONDS,
        f"{seconds(asking)} of it its queries",
    )


def _push(here: Store, url: str) -> None:
    endpoint = Endpoint(url, Access(DEFAULT_BASE))
    carry_out(endpoint, plan(endpoint, here, DEFAULT_BASE), told=lambda _: None)
    endpoint.close()


def _bare(pool: urllib3.PoolManager, url: str, saved: SavedQuery, text: str) -> int:
    """How many rows or triples there are."""
    reply = pool.request(
        "POST",
        url,
        fields={"query": text, "default-graph-uri": _UNION},
        encode_multipart=False,
        headers={"Accept": _ACCEPTED[saved.form]},
    )
    if saved.form == "construct":
        return len(list(parse(reply.data, RdfFormat.N_TRIPLES)))
    rows = parse_query_results(reply.data, QueryResultsFormat.JSON)
    if isinstance(rows, QueryBoolean):
        raise AssertionError("no saved query is answered by yes or no")
    return len([tuple(row) for row in rows])
