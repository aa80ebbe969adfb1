"""A build: every article once, in any order, whole or not at all."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import export
from kg.articles import document
from kg.errors import InputError, InternalError, KgError, StoreError
from kg.model import Comparator, Document, Extraction
from kg.nquads import sorted_lines
from kg.pipeline import BuildResult, ListedClaim, articles, build, building, load_documents
from kg.processes import workers
from kg.store import open_store, writer
from kg.validate import FileReport, Finding, Report
from tests import builders

ROOT = Path(__file__).parent.parent

TEXTS = {
    "a.txt": "Ann Other of Bury is backing Liz Kendall for the Labour leadership.\n",
    "b.txt": "Bea Able and Cat Baker, councillors in Leeds, are backing Yvette Cooper for the "
    "Labour leadership.\n",
    "c.txt": "Ann Other of Bury is backing Liz Kendall for the Labour leadership. She said so.\n",
}


def documents(*names: str) -> list[Document]:
    return [document(name, TEXTS[name].encode()) for name in names or TEXTS]


def lines(folder: Path) -> list[bytes]:
    with open_store(str(folder)) as store:
        return list(store.lines())


@pytest.fixture
def unvalidated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Skips the shapes, which take most of the time and which other tests look at."""
    monkeypatch.setattr(building, "validate_quads", lambda _quads: _report("warning"))


def _report(severity: Any) -> Report:
    finding = Finding("graph", severity, "https://e.example/shape", "minCount", "a finding")
    file = FileReport("graph", severity != "violation", "application/n-quads", 1, 1)
    return Report((file,), (finding,))


def test_a_build_reads_validates_and_publishes(tmp_path: Path) -> None:
    seen: list[str] = []
    result = build(documents(), tmp_path, progress=lambda document: seen.append(document.name))
    assert result.report.conforms
    assert result.published
    assert result.published.quads == len(result.quads)
    assert lines(tmp_path) == sorted_lines(result.quads)
    assert [summary.name for summary in result.articles] == sorted(seen) == sorted(TEXTS)
    assert all(summary.endorsements for summary in result.articles)
    assert result.articles[1].endorsements == 2


@pytest.mark.usefixtures("unvalidated")
@given(st.permutations(sorted(TEXTS)))
def test_the_order_of_articles_changes_nothing(order: Sequence[str]) -> None:
    assert build(documents(*order), None) == build(documents(), None)


@pytest.mark.usefixtures("unvalidated")
def test_a_build_without_an_article_is_one_that_never_saw_it(tmp_path: Path) -> None:
    alone = build(documents("a.txt"), tmp_path).published
    both = build(documents("a.txt", "b.txt"), tmp_path).published
    again = build(documents("a.txt"), tmp_path).published
    assert alone
    assert both
    assert again
    assert alone.version == again.version != both.version


@pytest.mark.usefixtures("unvalidated")
def test_building_again_changes_nothing(tmp_path: Path) -> None:
    first, second = (build(documents(), tmp_path).published for _ in range(2))
    assert first
    assert second
    assert first.changed
    assert not second.changed
    assert first.version == second.version


@pytest.mark.usefixtures("unvalidated")
def test_an_article_given_twice_counts_once() -> None:
    copy = replace(documents("a.txt")[0], name="copy.txt")
    result = build([copy, *documents()], None)
    assert result.duplicates == (("copy.txt", "a.txt"),)
    assert replace(result, duplicates=()) == build(documents(), None)


@pytest.mark.usefixtures("unvalidated")
def test_of_two_copies_the_one_that_says_more_of_itself_is_read() -> None:
    plain = documents("a.txt")[0]
    titled = replace(plain, name="z.txt", title="Who backs whom")
    for order in ([plain, titled], [titled, plain]):
        result = build(order, None)
        assert [summary.title for summary in result.articles] == ["Who backs whom"]
        assert result.duplicates == (("a.txt", "z.txt"),)


def test_a_graph_that_breaks_a_rule_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with writer(tmp_path) as put:
        put([], {})
    monkeypatch.setattr(building, "validate_quads", lambda _quads: _report("violation"))
    result = build(documents(), tmp_path)
    assert result.published is None
    assert not result.report.conforms
    assert result.articles
    assert lines(tmp_path) == []


def test_no_article_is_an_error() -> None:
    with pytest.raises(InputError, match="no article"):
        build([], None)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (ValueError("boom"), r"b\.txt: the article could not be read: ValueError: boom"),
        (InternalError("no quote", where="2-5"), r"b\.txt: 2-5: no quote"),
        (InputError("too long", todo="cut it"), r"b\.txt: too long \(cut it\)"),
    ],
)
def test_an_error_names_the_article_and_leaves_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, said: str
) -> None:
    with writer(tmp_path) as put:
        put([], {})
    genuine: Callable[..., Extraction] = articles.extract  # type: ignore[attr-defined] # replaced below

    def extract(given: Document, *rest: Any) -> Extraction:
        if given.name == "b.txt":
            raise fault
        return genuine(given, *rest)

    monkeypatch.setattr(articles, "extract", extract)
    with pytest.raises(KgError, match=said) as caught:
        build(documents(), tmp_path)
    assert type(caught.value) is (type(fault) if isinstance(fault, KgError) else InternalError)
    assert lines(tmp_path) == []


def test_a_second_build_is_refused_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "extract", lambda *_: pytest.fail("an article was read"))
    with writer(tmp_path), pytest.raises(StoreError, match="another kg build is running"):
        build(documents(), tmp_path)


@pytest.mark.usefixtures("unvalidated")
def test_several_processes_give_the_same_graph() -> None:
    with workers(2) as run:
        assert build(documents(), None, map=run) == build(documents(), None)


def test_one_job_needs_no_other_process() -> None:
    with workers(1) as run:
        assert run is map


def test_a_process_that_dies_is_our_fault_and_says_what_to_try() -> None:
    with pytest.raises(InternalError, match="--jobs"), workers(2) as run:
        list(run(os._exit, [1]))  # type: ignore[arg-type,list-item] # a death, not a reading


# Ctrl-C is pressed as soon as both workers have been started, when they are still importing.
_BUILD = """
import sys, threading, time
from multiprocessing import active_children
def tell():
    while len(active_children()) < 2:
        time.sleep(0.001)
    print("started", flush=True)
threading.Thread(target=tell, daemon=True).start()
from kg.cli import main
sys.exit(main(["build", "--jobs", "2", *sys.argv[1:]]))
"""


@pytest.mark.parametrize("delay", [0.0, 0.1, 0.3])
@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_while_processes_start_is_one_line(tmp_path: Path, delay: float) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(f"{TEXTS['b.txt']}{number}\n", encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", _BUILD, str(tmp_path), "--store", str(tmp_path / "kg")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "started\n"
        time.sleep(delay)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=120)
    assert (process.returncode, said) == (130, "kg: interrupted\n")
    assert not list(tmp_path.glob("kg/CURRENT"))


def test_articles_are_loaded_from_files_and_folders(tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert load_documents([tmp_path]) == documents()
    (tmp_path / "b.txt").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(InputError, match=r"b\.txt"):
        load_documents([tmp_path])


# --- what a build says of an article ---------------------------------------------------------


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> BuildResult:
    """The build of the hand-made article that has every kind of statement in it."""
    built = builders.worked()
    monkeypatch.setattr(articles, "extract", lambda *_: built.extraction)
    monkeypatch.setattr(articles, "reconcile", lambda *_: built.resolution)
    return build([built.document], None)


def test_the_summary_counts_what_the_article_says(worked: BuildResult) -> None:
    (summary,) = worked.articles
    assert worked.report.conforms
    assert [(b.candidate, b.polarity, b.count) for b in summary.backings] == [
        ("Yvette Cooper", "supports", 5),
        ("Liz Kendall", "supports", 3),
        ("Liz Kendall", "opposes", 1),
    ]
    assert (summary.claims, summary.roles, summary.candidacies) == (3, 2, 1)
    assert summary.endorsements == 9
    assert summary.unresolved == ("Nether Wallop on Sea",)
    assert summary.leftovers == 1
    assert summary.iri == f"https://example.org/kg/id/article/{builders.document().key}"
    assert summary.listed_claims == (
        ListedClaim("Yvette Cooper", Decimal(4), "exactly", "councillors", 5),
    )


@pytest.mark.parametrize(
    ("comparator", "stated", "listed", "agrees"),
    [
        ("exactly", 230, 230, True),
        ("exactly", 230, 233, False),
        ("over", 230, 231, True),
        ("over", 230, 230, False),
        ("at least", 230, 230, True),
        ("at least", 230, 229, False),
        ("about", 230, 150, True),
        ("indefinite", 230, 150, True),
    ],
)
def test_a_number_and_its_list_agree_or_not(
    comparator: Comparator, stated: int, listed: int, agrees: bool
) -> None:
    claim = ListedClaim("Bea Able", Decimal(stated), comparator, "councillors", listed)
    assert claim.agrees is agrees


# --- the same bytes --------------------------------------------------------------------------

_EXPORT_ALL = """
import sys
from kg import export
from kg.pipeline import build
from tests.test_pipeline import documents
quads = build(documents(*sys.argv[1:]), None).quads
for name in export.FORMATS:
    export.write(set(quads), name, sys.stdout.buffer)
"""


def test_neither_order_nor_hash_seed_changes_a_byte_of_any_export() -> None:
    names = sorted(TEXTS)
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _EXPORT_ALL, *order],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed, order in (("0", names), ("1", names[::-1]), ("4711", names[1:] + names[:1]))
    }
    assert len(outputs) == 1
    sink = io.BytesIO()
    for name in export.FORMATS:
        export.write(build(documents(), None).quads, name, sink)
    assert outputs == {sink.getvalue()}
