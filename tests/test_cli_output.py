from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.cli.context import Context
from kg.cli.output import open_sink, write_rows, write_text
from kg.config import Settings
from kg.errors import UsageError
from kg.store import publish
from tests.conftest import RunKg
from tests.shipped import worked_quads


def _context(*, terminal: bool = False, quiet: bool = False) -> Context:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)
    return Context(Settings(), out, io.StringIO(), quiet=quiet, terminal=terminal, colour=False)


def _written(context: Context) -> str:
    context.out.flush()
    held = context.out.buffer
    assert isinstance(held, io.BytesIO)
    return held.getvalue().decode()


def test_rows_are_a_table_on_a_terminal_and_tsv_elsewhere(tmp_path: Path) -> None:
    shown, piped = _context(terminal=True), _context()
    for context in (shown, piped):
        write_rows(context, ("a", "b"), [("x", 1)])
    assert _written(piped) == "a\tb\nx\t1\n"
    assert _written(shown) == "a  b\nx  1\n"
    write_rows(shown, ("a", "b"), [("x", 1)], target=str(tmp_path / "rows"))
    assert (tmp_path / "rows").read_text(encoding="utf-8") == "a\tb\nx\t1\n"


def test_a_table_leaves_out_what_all_our_iris_begin_with() -> None:
    context = _context(terminal=True)
    rows = [("https://example.org/kg/id/council/bury", "https://example.org/other")]
    write_rows(context, ("a", "b"), rows)
    assert _written(context).splitlines()[1] == "council/bury  https://example.org/other"
    write_rows(context, ("a", "b"), rows, fmt="tsv")
    assert "https://example.org/kg/id/council/bury\t" in _written(context)


def test_the_format_decides_when_it_is_given() -> None:
    context = _context(terminal=True)
    write_rows(context, ("a",), [("x",)], fmt="csv")
    assert _written(context) == "a\nx\n"


def _write_half(target: str) -> None:
    with open_sink(_context(), target) as sink:
        sink.write(b"half")
        raise ZeroDivisionError


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("endings") / "kg"
    publish(made, worked_quads())
    return made


@pytest.mark.parametrize(
    ("words", "name", "begins"),
    [
        (("query", "articles"), "a.csv", b"title,publisher,"),
        (("query", "articles"), "a.JSON", b"[\n  {"),
        (("query", "articles"), "a.txt", b"title\tpublisher\t"),
        (("query", "articles"), "csv", b"title\tpublisher\t"),
        (("query", "articles", "--format", "csv"), "a.json", b"title,publisher,"),
        (("query", "articles", "--show"), "a.rq", b"#+ summary"),
        (("query", "articles", "--show"), "a.nt", b"<https://"),
        (("query", "articles", "--explain"), "a.json", b"{"),
        (("query",), "list.md", b"| query |"),
        (("query", "backs"), "a.csv", b"subject,predicate,object"),
        (("query", "backs"), "a.nt", b"<https://"),
        (("sparql", "ASK {}"), "a.html", b"<!doctype html>"),
        (("sparql", "ASK {}", "--json"), "a.csv", b"[\n  {"),
        (("check", "double-backers"), "a.txt", b"double-backers: "),
        (("check", "double-backers", "--json"), "a", b"[\n  {"),
        (("export",), "a.ttl", b"@base"),
        (("export",), "a.nq", b"<https://"),
        (("export",), "a.zip", b"PK"),
        (("export",), "a.graph", b"@base"),
        (("report", "--figure", "endorsements"), "a.png", b"\x89PNG"),
        (("report", "--figure", "endorsements"), "a.img", b"<svg"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else "",
)
def test_the_ending_of_the_file_tells_the_format(
    words: Sequence[str], name: str, begins: bytes, folder: Path, kg: RunKg, tmp_path: Path
) -> None:
    file = tmp_path / name
    ran = kg(*words, "--store", folder, "-o", file)
    assert ran.code in (0, 1), ran.err
    assert file.read_bytes().startswith(begins)


def test_rows_do_not_fit_into_a_file_of_statements(folder: Path, kg: RunKg, tmp_path: Path) -> None:
    ran = kg("query", "articles", "--store", folder, "-o", tmp_path / "a.ttl")
    assert (ran.code, "ttl is for statements" in ran.err) == (2, True)
    assert kg("check", "--json", "--format", "csv", "--store", folder).code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("before", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        _write_half(str(target))
    assert target.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [target]
    write_text(_context(), "after", str(target))
    assert target.read_text(encoding="utf-8") == "after"


def test_a_folder_that_is_not_there_is_the_users_to_mend(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        write_text(_context(), "x", str(tmp_path / "absent" / "out.txt"))


def test_a_hyphen_is_stdout() -> None:
    context = _context()
    write_text(context, "x\n", "-")
    assert _written(context) == "x\n"


def test_a_graph_on_a_terminal_has_its_controls_escaped() -> None:
    shown, piped = _context(terminal=True), _context()
    for context in (shown, piped):
        with open_sink(context, None) as sink:
            sink.write('<a> <b> "\x9b" .\n'.encode())
    assert _written(shown) == '<a> <b> "\\u009b" .\n'
    assert _written(piped) == '<a> <b> "\x9b" .\n'


def test_remarks_go_to_stderr_unless_quiet() -> None:
    loud, quiet = _context(), _context(quiet=True)
    for context in (loud, quiet):
        context.say("working")
    assert _written(loud) == ""
    assert isinstance(loud.err, io.StringIO)
    assert loud.err.getvalue() == "working\n"
    assert isinstance(quiet.err, io.StringIO)
    assert quiet.err.getvalue() == ""
