"""Every command that reads a graph reads it from a server, too, and says who asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kg.store import publish
from tests import servers
from tests.conftest import RunKg
from tests.shipped import shipped_quads

TOKEN = "open-sesame"  # noqa: S105 - of a server that the test starts
AWAY, HERE = "URL", "FOLDER"

pytestmark = pytest.mark.skipif(
    servers.oxigraph_program() is None,
    reason="the wheel oxigraph, which brings the server, is not installed",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("store") / "kg"
    publish(made, shipped_quads())
    return made


@pytest.fixture(scope="module")
def running() -> Iterator[servers.Running]:
    with servers.oxigraph() as started:
        yield started


@pytest.fixture
def pushed(running: servers.Running, folder: Path, kg: RunKg) -> servers.Running:
    """A server that has the graph of ``folder``."""
    assert kg("push", running.endpoint, "--store", str(folder)).code == 0
    return running


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("query", "count-by-candidate", "--store", AWAY), 0),
        (("query", "endorsers-of-candidate", "-p", "candidate=kendall", "--store", AWAY), 0),
        (("sparql", "ASK { ?s ?p ?o }", "--store", AWAY), 0),
        (("check", "stated-against-listed", "--store", AWAY), 1),
        (("why", "Christopher Baron", "--store", AWAY), 0),
        (("export", "--format", "nquads", "--store", AWAY), 0),
        (("report", "--list", "--store", AWAY), 0),
        (("report", "--figure", "stated", "--store", AWAY), 0),
        (("diff", AWAY, HERE), 0),
        (("diff", HERE, "--store", AWAY), 0),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else "",
)
def test_a_guarded_server_is_told_who_asks(
    words: Sequence[str],
    code: int,
    pushed: servers.Running,
    folder: Path,
    kg: RunKg,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with servers.guarded(pushed, TOKEN) as guarded:
        given = [{AWAY: guarded.endpoint, HERE: str(folder)}.get(word, word) for word in words]
        monkeypatch.delenv("KG_ENDPOINT_TOKEN", raising=False)
        refused = kg(*given)
        assert (refused.code, "KG_ENDPOINT_TOKEN" in refused.err) == (2, True), refused.err
        monkeypatch.setenv("KG_ENDPOINT_TOKEN", TOKEN)
        answered = kg(*given)
        assert answered.code == code, answered.err
        assert answered.out
        assert TOKEN not in answered.out + answered.err


def test_the_report_says_the_same_of_a_graph_on_a_server(
    pushed: servers.Running, folder: Path, kg: RunKg
) -> None:
    here, away = kg("report", "--store", str(folder)), kg("report", "--store", pushed.endpoint)
    assert (here.code, away.code, away.err) == (0, 0, "")
    # What was not understood and the checksum are known of a folder only.
    figures = [
        re.findall(r'<data value="([^"]*)" data-from="((?!manifest)[^"]*)"', page.out)
        for page in (here, away)
    ]
    assert len(figures[0]) > 100
    assert figures[0] == figures[1]


def test_an_endpoint_has_no_version_of_before(pushed: servers.Running, kg: RunKg) -> None:
    refused = kg("diff", "--store", pushed.endpoint)
    assert (refused.code, "keeps no version of before" in refused.err) == (2, True)
