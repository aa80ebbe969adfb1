"""The list of backers and the graph for graph tools say what the queries say."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import networkx
import pytest
from csvw import CSVW
from hypothesis import given
from pyoxigraph import Quad

from kg import export
from kg.errors import UsageError
from kg.iris import DEFAULT_BASE
from kg.queries import load_query, run
from kg.store import memory_store, publish
from kg.vocab import KGO
from tests.backing import Backing, backing
from tests.conftest import RunKg
from tests.graphs import NOT_XML, texts
from tests.shipped import shipped, shipped_quads

PLAIN = Backing()


def written(quads: Iterable[Quad], name: str, *, guard: bool = True) -> bytes:
    sink = io.BytesIO()
    graph = export.describe(memory_store(quads), DEFAULT_BASE)
    options = export.Options(DEFAULT_BASE, guard=guard, say=str)
    export.write_whole(graph, name, sink, options)
    return sink.getvalue()


def rows(text: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode(), newline="")))


def read(text: bytes) -> networkx.MultiDiGraph:
    return networkx.read_graphml(io.BytesIO(text), force_multigraph=True)


def test_backs_has_the_pairs_of_the_query_and_the_header_that_is_promised() -> None:
    text = written(shipped_quads(), "backs")
    assert text.startswith(b"source,target,source_name,target_name,endorsements,passages\n")
    pairs = [(row["source"], row["target"]) for row in rows(text)]
    answer = run(shipped(), load_query("backs"))
    assert pairs == sorted(pairs)
    assert set(pairs) == {(s.value, o.value) for s, _, o in answer.rows}  # type: ignore[union-attr] # all bound
    assert len(pairs) == len(set(pairs)) == len(answer.rows)


def test_backs_counts_contests_and_passages_and_only_support() -> None:
    twice = backing(replace(PLAIN, contest="leader-2020", article="fedcba9876543210"))
    against = backing(replace(PLAIN, backer="Cy Doe", stance=KGO.Opposes, article="0" * 16))
    (row,) = rows(written([*backing(PLAIN), *twice, *against], "backs"))
    assert (row["source_name"], row["target_name"]) == ("Ann Other", "Bea Able")
    assert (row["endorsements"], row["passages"]) == ("2", "2")


def test_backs_is_safe_to_open_unless_that_is_not_wanted() -> None:
    quads = backing(replace(PLAIN, backer="=cmd|'/c calc'!A1"))
    assert rows(written(quads, "backs"))[0]["source_name"] == "'=cmd|'/c calc'!A1"
    assert rows(written(quads, "backs", guard=False))[0]["source_name"] == "=cmd|'/c calc'!A1"


def test_graphml_has_every_endorsement_as_an_edge() -> None:
    graph = read(written(shipped_quads(), "graphml"))
    answer = shipped().query(
        "PREFIX kgo: <https://example.org/kg/ont#> PREFIX foaf: <http://xmlns.com/foaf/0.1/> "
        "SELECT ?e ?who ?whom ?name (COUNT(DISTINCT ?passage) AS ?n) "
        "WHERE { ?e kgo:endorser ?who ; kgo:endorses/kgo:candidate ?whom ; kgo:evidence ?passage . "
        "?who foaf:name ?name } "
        "GROUP BY ?e ?who ?whom ?name"
    )
    wanted = {
        tuple(row[name].value for name in ("e", "who", "whom", "name", "n"))
        for row in answer  # type: ignore[union-attr] # a SELECT has rows
    }
    found = {
        (edge, who, whom, graph.nodes[who]["label"], str(data["passages"]))
        for who, whom, edge, data in graph.edges(keys=True, data=True)
    }
    assert found == wanted


def test_graphml_values_have_types_and_the_graph_describes_itself() -> None:
    graph = read(written(backing(replace(PLAIN, date="2015-07-16")), "graphml"))
    ((_, _, data),) = graph.edges(data=True)
    assert {name: data[name] for name in data if name != "id"} == {
        "polarity": "supports",
        "contest": "Leader 2015",
        "date": "2015-07-16",
        "passages": 1,
        "confidence": 0.9,
    }
    assert {data["kind"] for _, data in graph.nodes(data=True)} == {"person"}
    assert graph.graph["licence"].startswith("https://creativecommons.org/")
    assert graph.graph["triples"] > 10


def test_graphml_keeps_endorsements_of_one_pair_apart() -> None:
    other = backing(replace(PLAIN, contest="leader-2020", article="fedcba9876543210"))
    graph = read(written([*backing(PLAIN), *other], "graphml"))
    assert graph.number_of_edges() == 2
    assert graph.number_of_nodes() == 2


@given(name=texts.filter(lambda text: NOT_XML.isdisjoint(text)))
def test_graphml_carries_any_name(name: str) -> None:
    graph = read(written(backing(replace(PLAIN, backer=name)), "graphml"))
    # A file read as XML has no value where the text is empty.
    assert name in {data.get("label") or "" for _, data in graph.nodes(data=True)}


def test_graphml_refuses_what_xml_lacks() -> None:
    with pytest.raises(UsageError, match="GraphML cannot write the character U\\+0001"):
        written(backing(replace(PLAIN, backer="Ann\x01")), "graphml")


def test_beside_the_list_of_backers_stands_its_description(kg: RunKg, tmp_path: Path) -> None:
    publish(tmp_path / "store", backing(PLAIN))
    file = tmp_path / "backs.csv"
    command = ("export", "--store", str(tmp_path / "store"), "--format")
    assert kg(*command, "backs", "-o", str(file)).code == 0
    read = CSVW(str(file) + "-metadata.json", validate=True)
    assert read.is_valid, [str(w.message) for w in read.warnings]
    assert read.common_props["dc:license"]["@id"].startswith("https://creativecommons.org/")
    assert kg(*command, "graphml", "-o", str(tmp_path / "g.graphml")).code == 0
    assert kg(*command, "backs", "-o", "/dev/null").code == 0
    found = {path.name for path in tmp_path.iterdir()}
    assert found == {"store", "backs.csv", "backs.csv-metadata.json", "g.graphml"}
