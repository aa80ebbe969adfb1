"""Two graphs as two sorted files: what differs, in statements and in words, whatever they hold."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import export
from kg.cli.render.patches import write_patch, write_signed
from kg.diff.blanks import named
from kg.diff.comparing import compare
from kg.diff.lines import changes
from kg.diff.model import Difference
from kg.diff.pairing import pairs
from kg.diff.sides import Side, opened
from kg.errors import InputError, StoreError, UsageError
from kg.nquads import as_text, sorted_lines
from kg.store import publish
from kg.validate import Limits
from kg.vocab import DCTERMS
from tests.conftest import ROOT, RunKg
from tests.graphs import quad_lists, xml_quad_lists
from tests.plaingraphs import graph, node

NOTHING = io.BytesIO()


def text(quads: Iterable[ox.Quad]) -> list[bytes]:
    return sorted_lines(quads)


@contextmanager
def files(old: Iterable[bytes], new: Iterable[bytes]) -> Iterator[tuple[Path, Path]]:
    with TemporaryDirectory() as folder:
        one, other = Path(folder) / "old.nq", Path(folder) / "new.nq"
        one.write_bytes(b"".join(old))
        other.write_bytes(b"".join(new))
        yield one, other


def patch(old: list[bytes], new: list[bytes]) -> bytes:
    sink = io.BytesIO()
    with files(old, new) as (one, other):
        assert write_patch(one, other, sink) is (old != new)
    return sink.getvalue()


def patched(old: list[bytes], rows: bytes) -> list[bytes]:
    """The lines of ``old`` after a patch, read by nothing but its definition."""
    held = set(old)
    for row in rows.splitlines(keepends=True):
        mark, _, line = row.partition(b" ")
        if mark == b"D":
            held.remove(line)
        elif mark == b"A":
            assert line not in held
            held.add(line)
        else:
            assert row in (b"TX .\n", b"TC .\n")
    return sorted(held)


def told(old: list[bytes], new: list[bytes]) -> Difference:
    with files(old, new) as (one, other):
        return compare(Side("old", one), Side("new", other))


@settings(max_examples=40)
@given(quad_lists, quad_lists, quad_lists)
def test_a_patch_makes_one_graph_the_other(
    common: list[ox.Quad], own: list[ox.Quad], other: list[ox.Quad]
) -> None:
    old, new = text([*common, *own]), text([*common, *other])
    assert patched(old, patch(old, new)) == new
    assert patched(new, patch(new, old)) == old
    assert patch(old, old) == b""


@settings(max_examples=40)
@given(quad_lists, quad_lists)
def test_the_other_way_round_is_the_inverse(one: list[ox.Quad], other: list[ox.Quad]) -> None:
    old, new = text(one), text(other)
    with files(old, new) as (first, second):
        there, back = list(changes(first, second)), list(changes(second, first))
    assert [(not line.added, line.text) for line in back] == there
    assert sorted(line.text for line in there) == sorted({*old} ^ {*new})


@settings(max_examples=40)
@given(quad_lists, quad_lists)
def test_the_signed_lines_are_those_of_the_patch(one: list[ox.Quad], other: list[ox.Quad]) -> None:
    old, new = text(one), text(other)
    sink = io.BytesIO()
    with files(old, new) as (first, second):
        assert write_signed(first, second, sink) is (old != new)
    rows = {row.replace(b"+ ", b"A ", 1) for row in sink.getvalue().splitlines() if row[:1] == b"+"}
    rows |= {b"D " + row[2:] for row in sink.getvalue().splitlines() if row[:1] == b"-"}
    assert rows == set(patch(old, new).splitlines()) - {b"TX .", b"TC ."}


@settings(max_examples=40)
@given(quad_lists, quad_lists, quad_lists)
def test_whatever_differs_is_told(
    common: list[ox.Quad], own: list[ox.Quad], other: list[ox.Quad]
) -> None:
    old, new = text([*common, *own]), text([*common, *other])
    found = told(old, new)
    assert found.added == len({*new} - {*old})
    assert found.withdrawn == len({*old} - {*new})
    assert bool(found.groups) is (old != new)
    back = told(new, old)
    assert (back.added, back.withdrawn) == (found.withdrawn, found.added)


@pytest.mark.parametrize("name", export.FORMATS)
def test_an_export_does_not_differ_from_its_store(name: str, tmp_path: Path) -> None:
    publish(tmp_path / "s.kg", graph())
    made = export.FORMATS[name]
    file = tmp_path / f"graph.{made.extension}"
    with file.open("wb") as sink:
        export.write(graph(), name, sink)
    with opened(str(tmp_path / "s.kg"), str(file), NOTHING) as (one, other):
        assert one.graphs or other.graphs or not made.keeps_graphs
        assert other.graphs is made.keeps_graphs
        assert list(changes(one.path, other.path)) == []


@settings(max_examples=5)
@given(xml_quad_lists)
def test_every_format_is_read_as_the_same_graph(quads: list[ox.Quad]) -> None:
    with TemporaryDirectory() as folder:
        written = Path(folder) / "graph.nt"
        written.write_bytes(b"".join(text(ox.Quad(*quad.triple) for quad in quads)))
        form = sorted(("turtle", "rdfxml"))[len(quads) % 2]
        file = Path(folder) / f"graph.{export.FORMATS[form].extension}"
        with file.open("wb") as sink:
            export.write(quads, form, sink)
        with opened(str(written), str(file), NOTHING) as (one, other):
            assert list(changes(one.path, other.path)) == []


# --- things without an IRI ---------------------------------------------------------------------

NAMELESS = """
@prefix e: <http://e.example/> .
e:a e:knows [ e:name "B" ; e:likes [ e:name "C" ] ] , [ e:name "D" ] .
e:list e:of ( "x" "y" [ e:name "z" ] ) .
"""


def parsed(turtle: str) -> list[ox.Quad]:
    return list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))


def canonical(quads: Iterable[ox.Quad]) -> set[bytes]:
    return set(as_text(named(list(quads))[0]).splitlines())


def test_what_is_said_of_a_nameless_thing_is_its_name() -> None:
    one, other = parsed(NAMELESS), parsed(NAMELESS)
    assert one != other  # the parser makes labels up
    assert canonical(one) == canonical(reversed(other))


def test_one_nameless_thing_more_moves_no_other() -> None:
    before = canonical(parsed(NAMELESS))
    after = canonical(parsed(NAMELESS + 'e:new e:knows [ e:name "A" ] .'))
    assert before < after
    assert len(after - before) == 2


def test_nameless_things_that_nothing_tells_apart_are_counted() -> None:
    twice = 'e:a e:knows [ e:name "B" ] , [ e:name "B" ] .'
    prefix = "@prefix e: <http://e.example/> ."
    two, three = parsed(prefix + twice), parsed(prefix + twice + 'e:a e:knows [ e:name "B" ] .')
    assert canonical(two) == canonical(reversed(parsed(prefix + twice)))
    assert len(canonical(two)) == 4
    assert len(canonical(three) - canonical(two)) == 2


def test_circles_of_nameless_things_come_to_an_end() -> None:
    prefix = "@prefix e: <http://e.example/> . "
    circle = f"{prefix} _:a e:p _:b . _:b e:p _:c . _:c e:p _:a ."
    turned = f"{prefix} _:c e:p _:a . _:a e:p _:b . _:b e:p _:c ."
    assert canonical(parsed(circle)) == canonical(parsed(turned))
    assert named(parsed(circle))[1] == 3


@given(st.permutations(range(8)))
def test_labels_and_order_change_nothing(order: list[int]) -> None:
    quads = parsed(NAMELESS)
    again = {quads[n % len(quads)] for n in order} | set(quads)
    assert canonical(again) == canonical(quads)


# --- doors --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("broken.ttl", b"<a> <b> ", "cannot be read"),
        ("deep.ttl", b"<http://e/a> <http://e/b> " + b"[" * 20_000, "nested more than 200"),
        ("latin.nt", b'<http://e/a> <http://e/b> "\xe9" .\n', "not UTF-8"),
        ("remote.jsonld", b'{"@context": "https://elsewhere.example/c", "a": 1}', "context"),
        (
            "about.nt",
            b"<http://e/a> <http://e/b> <<( <http://e/a> <http://e/b> <http://e/c> )>> .",
            "statements about statements",
        ),
        ("doc.rdf", b"<!DOCTYPE x><rdf:RDF/>", "document type"),
        ("graph.txt", b"x", "--input"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(
    name: str, content: bytes, said: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(InputError, match=said) as error:  # noqa: SIM117 - what is expected to fail
        with opened(str(file), str(file), NOTHING):
            pass
    assert error.value.where is not None
    assert name in error.value.where


def test_a_file_beyond_the_limits_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "large.nt"
    file.write_bytes(b"".join(text(graph(50))))
    for limits in (Limits(file_bytes=100), Limits(seconds=0.01), Limits(memory_bytes=40 << 20)):
        with pytest.raises(InputError), opened(str(file), str(file), NOTHING, limits=limits):
            pass


def test_stdin_can_be_one_side(tmp_path: Path) -> None:
    publish(tmp_path / "s.kg", graph())
    for name, ending in (("turtle", None), ("trig", None), ("nquads", "nq"), ("rdfxml", "rdf")):
        sink = io.BytesIO()
        export.write(graph(), name, sink)
        sink.seek(0)
        with opened("-", str(tmp_path / "s.kg"), sink, ending) as (one, other):
            assert one.graphs is other.graphs is (name in ("trig", "nquads"))
            assert list(changes(one.path, other.path)) == []
    with pytest.raises(UsageError, match="both"), opened("-", "-", NOTHING):
        pass


# --- stores and their versions ------------------------------------------------------------------


def test_a_store_keeps_what_it_served_before(tmp_path: Path, kg: RunKg) -> None:
    store = tmp_path / "s.kg"
    first = publish(store, graph(note=" the elder"))
    with (
        pytest.raises(StoreError, match="no earlier version"),
        opened(f"{store}@previous", str(store), NOTHING),
    ):
        pass
    publish(store, graph(note=" the younger"))
    ran = kg("diff", "--store", store)
    assert ran.code == 1
    assert "name Ann Other the elder → Ann Other the younger" in ran.out
    assert kg("diff", f"{store}@previous", "--store", store).out == ran.out
    by_hash = kg("diff", f"{store}@{first.version[:6]}", store)
    assert by_hash.out.splitlines()[1:] == ran.out.splitlines()[1:]
    assert kg("query", "backs", "--store", f"{store}@previous").code == 0
    for wrong in (f"{store}@0123", f"{store}@"):
        refused = kg("diff", wrong, store)
        assert refused.code == 2
        assert "kept are" in refused.err
    with pytest.raises(StoreError, match="versions never change"):
        publish(tmp_path / "s.kg@previous", graph())


def test_a_damaged_store_is_not_compared(tmp_path: Path, kg: RunKg) -> None:
    store = tmp_path / "s.kg"
    made = publish(store, graph())
    (store / "versions" / made.version / "graph.nq").write_bytes(b"no lines of ours\n")
    for fmt in ("text", "patch"):
        ran = kg("diff", store, store, "--format", fmt)
        assert ran.code == 2
        assert "graph.nq has changed" in ran.err


def test_a_pipe_is_not_waited_for(tmp_path: Path, kg: RunKg) -> None:
    os.mkfifo(tmp_path / "pipe")
    os.mkfifo(tmp_path / "pipe.ttl")
    for name in ("pipe", "pipe.ttl"):
        ran = kg("diff", tmp_path / name, "memory:")
        assert (ran.code, "not a regular file" in ran.err) == (2, True)


def test_exit_codes_tell_whether_there_is_a_difference(tmp_path: Path, kg: RunKg) -> None:
    one, other = tmp_path / "one.nq", tmp_path / "other.nq"
    one.write_bytes(b"".join(text(graph())))
    other.write_bytes(b"".join(text(graph(2))))
    assert kg("diff", one, one, "--format", "patch").out == ""
    same = kg("diff", one, one)
    assert (same.code, same.out) == (0, f"{one} → {one}: no difference\n")
    for fmt in ("json", "patch", "nquads"):
        assert kg("diff", one, other, "--format", fmt).code == 1
    assert kg("diff", one, tmp_path / "none.nq").code == 2


def test_json_has_all_of_it(tmp_path: Path, kg: RunKg) -> None:
    one, other = tmp_path / "one.nq", tmp_path / "other.nq"
    one.write_bytes(b"".join(text(graph(30))))
    other.write_bytes(b"")
    found = json.loads(kg("diff", one, other, "--format", "json").out)
    assert (found["same"], found["added"], found["withdrawn"]) == (False, 0, 210)
    people = next(group for group in found["groups"] if group["group"].startswith("people"))
    assert people["withdrawn"] == len(people["changes"]) == 30
    assert people["changes"][0]["what"] == "withdrawn"
    shown = kg("diff", one, other).out
    assert "… and 20 more (--limit 0 shows all)" in shown
    assert "more" not in kg("diff", one, other, "--limit", "0").out
    assert len(re.findall(r"Ann Other \(person\)", kg("diff", one, other, "--limit", "3").out)) == 3


def test_nothing_that_a_graph_holds_reaches_the_terminal_raw(tmp_path: Path, kg: RunKg) -> None:
    one, other = tmp_path / "one.nq", tmp_path / "other.nq"
    name = ox.NamedNode("http://xmlns.com/foaf/0.1/name")
    one.write_bytes(b"")
    other.write_bytes(b"".join(text([ox.Quad(node("x"), name, ox.Literal("a\x1b[31m\nb"))])))
    assert "\x1b" not in kg("diff", one, other).out


def test_the_same_is_told_on_another_hash_seed(tmp_path: Path) -> None:
    one, other = tmp_path / "one.nq", tmp_path / "other.nq"
    one.write_bytes(b"".join(text(graph(9, " the elder"))))
    other.write_bytes(b"".join(text(graph(7))))
    told = {
        subprocess.run(
            [sys.executable, "-m", "kg", "diff", str(one), str(other), "--format", "json"],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=False,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(told) == 1
    assert told != {b""}


def test_an_iri_that_leads_elsewhere_now_is_told() -> None:
    gave_way = ox.NamedNode(DCTERMS.isReplacedBy)
    old = text([ox.Quad(node("person/a"), gave_way, node("person/b"))])
    new = text([ox.Quad(node("person/a"), gave_way, node("person/c"))])
    (group,) = told(old, new).groups
    assert [change.text for change in group.changes] == ["person/a now means person/c (person/c)"]


def test_a_pair_is_what_both_sides_have_once() -> None:
    ways = (lambda word: [word], lambda word: [word[0]], lambda word: list(word))
    found, gone, new = pairs(["ab", "cd", "ce", "xx"], ["cd", "ay", "cz", "q"], ways)
    assert found == [("cd", "cd"), ("ab", "ay"), ("ce", "cz")]
    assert (gone, new) == (["xx"], ["q"])
