"""Looking up a subject in a file of sorted N-Quads finds what reading the whole file would."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad

from kg.lookup import SortedGraph
from kg.nquads import quads_of, sorted_lines
from tests.graphs import nodes, predicates
from tests.plaingraphs import graph


@given(st.lists(st.builds(Quad, nodes, predicates, nodes, nodes), max_size=30), nodes)
def test_a_look_up_finds_what_reading_it_all_does(made: list[Quad], other: NamedNode) -> None:
    lines = sorted_lines(made)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nq"
        path.write_bytes(b"".join(lines))
        with SortedGraph(path) as known:
            for node in {other, *(quad.subject for quad in made)}:
                found = [quad for quad in quads_of(lines) if quad.subject == node]
                assert list(known.about(node.value)) == found


def test_literals_and_graphs_come_back_as_published(tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    path.write_bytes(b"".join(sorted_lines(graph())))
    passage = next(q.subject.value for q in graph() if "evidence" in str(q.subject))
    with SortedGraph(path) as known:
        found = known.about(passage)
    assert {quad.object.value for quad in found} == {"9", "0.80"}
    assert len({quad.graph_name for quad in found}) == 1


def test_an_empty_file_knows_nothing_and_closing_twice_is_fine(tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    path.touch()
    with SortedGraph(path) as known:
        assert known.about("https://example.org/kg/id/person/x") == ()
        known.close()
