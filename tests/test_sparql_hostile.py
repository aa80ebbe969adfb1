"""Every query of ``tests/hostile-queries`` is refused, stopped, or answered without harm."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.sparql import Limits, ask, clear
from kg.store import Store, memory_store

FOLDER = Path(__file__).parent / "hostile-queries"
# What is to be stopped is stopped soon; what is to be answered may take its time on a busy machine.
STOPPED = Limits(seconds=1.5, memory_bytes=1 << 30)
ANSWERED = Limits(seconds=60, rows=500, memory_bytes=1 << 30)

# What the message says for each class; "syntax" and "stopped" come from the worker.
SAYS = {
    "service": "SERVICE asks another server",
    "update": "changes data, and queries only read",
    "pragma": "gives orders to one kind of server",
    "form": "this is no query",
    "escape": "escape",
    "ambiguous": "can be read as an IRI and as a comparison",
    "unreadable": "cannot be read here|a text opens here|which is no text",
    "prefix": "is not declared",
    "bracket": "closes nothing|is not closed",
    "deep": "nested more than 100 deep",
    "patterns": "triple patterns, more than 100",
    "size": "bytes, more than 64000",
}


def _entries() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for file in sorted(FOLDER.glob("*.toml")):
        found += tomllib.loads(file.read_text(encoding="utf-8"))["query"]
    return found


def text_of(entry: dict[str, Any]) -> str:
    if "text" in entry:
        return str(entry["text"])
    units = [entry["unit"].replace("#", str(i)) for i in range(entry["times"])]
    return str(entry["before"] + entry.get("join", "").join(units) + entry["after"])


ENTRIES = _entries()
GUARDED = [e for e in ENTRIES if e["expect"] in SAYS]
EVALUATED = [e for e in ENTRIES if e["expect"] not in SAYS]


def _name(entry: dict[str, Any]) -> str:
    return str(entry["name"])


def _store() -> Store:
    return memory_store(
        ox.Quad(
            ox.NamedNode(f"http://e/s{number}"),
            ox.NamedNode(f"http://e/p{number % 7}"),
            ox.Literal(str(number)),
            ox.NamedNode(f"http://e/g{number % 3}"),
        )
        for number in range(400)
    )


def test_the_corpus_is_whole() -> None:
    assert len(ENTRIES) >= 150
    assert len({e["name"] for e in ENTRIES}) == len(ENTRIES)
    assert {e["expect"] for e in ENTRIES} == {*SAYS, "syntax", "stopped", "answer"}


@pytest.mark.parametrize("entry", GUARDED, ids=_name)
def test_the_guard_refuses(entry: dict[str, Any]) -> None:
    with pytest.raises(QueryError, match=SAYS[entry["expect"]]):
        clear(text_of(entry), Limits())


@pytest.mark.parametrize("entry", EVALUATED, ids=_name)
def test_the_worker_stands_firm(entry: dict[str, Any], capfd: pytest.CaptureFixture[str]) -> None:
    if entry["expect"] == "answer":
        answer = ask(_store(), text_of(entry), ANSWERED)
        assert len(answer.rows) <= ANSWERED.rows
        assert answer.truncated == entry.get("truncated", False)
        assert len(answer.rows) == entry.get("rows", len(answer.rows))
    else:
        with pytest.raises(QueryError) as caught:
            ask(_store(), text_of(entry), STOPPED if entry["expect"] == "stopped" else ANSWERED)
        assert "\n" not in str(caught.value)
        stopped = "broke the engine" in str(caught.value) or "was stopped" in str(caught.value)
        assert stopped == (entry["expect"] == "stopped")
    assert capfd.readouterr() == ("", ""), "a dying worker is not heard"
