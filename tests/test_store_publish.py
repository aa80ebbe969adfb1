"""Publishing: whole or not at all, by one writer at a time, and never at the cost of the old."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.errors import InternalError, StoreError
from kg.nquads import sorted_lines
from kg.store import memory_store, open_store, publish, verify, writer
from kg.store.layout import Layout
from kg.vocab import FOAF
from tests.plaingraphs import graph

ROOT = Path(__file__).parent.parent


def served(folder: Path) -> list[bytes]:
    with open_store(str(folder)) as store:
        return list(store.lines())


def versions(folder: Path) -> set[str]:
    return {path.name for path in (folder / "versions").iterdir()}


def run(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run Python code that may import kg and the tests' graphs."""
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_a_version_is_named_by_its_content_and_says_what_it_is(tmp_path: Path) -> None:
    done = publish(tmp_path, graph() + graph(), {"articles": ["a"]})
    text = b"".join(sorted_lines(graph()))
    sha256 = hashlib.sha256(text).hexdigest()
    version = tmp_path / "versions" / sha256[:16]
    manifest = json.loads((version / "manifest.json").read_text(encoding="utf-8"))
    assert (version / "graph.nq").read_bytes() == text
    assert done.version == sha256[:16]
    assert done.quads == manifest["quads"] == len(graph())
    assert manifest["sha256"] == sha256
    assert manifest["graphs"] == 3
    assert manifest["about"] == {"articles": ["a"]}
    assert (tmp_path / "CURRENT").read_text(encoding="utf-8") == f"{done.version}\n"


def test_the_same_graph_again_changes_nothing(tmp_path: Path) -> None:
    assert publish(tmp_path, graph()).changed
    before = _stamps(tmp_path)
    assert not publish(tmp_path, graph()[::-1]).changed
    assert _stamps(tmp_path) == before


def test_a_version_of_another_form_is_replaced(tmp_path: Path) -> None:
    version = Layout(tmp_path).version(publish(tmp_path, graph()).version)
    before = hashlib.sha256(version.manifest.read_bytes()).hexdigest()
    old = {**version.read_manifest(), "format": 1}
    version.manifest.write_text(json.dumps(old), encoding="utf-8")
    after = hashlib.sha256(version.manifest.read_bytes()).hexdigest()
    rows = version.checksums.read_text(encoding="utf-8")
    version.checksums.write_text(rows.replace(before, after), encoding="utf-8")
    assert verify(tmp_path).sound
    assert publish(tmp_path, graph()).changed
    assert not publish(tmp_path, graph()).changed


def test_occurrences_are_kept_beside_the_graph(tmp_path: Path) -> None:
    lines = [b'{"key":"a"}\n', b'{"key":"b"}\n']
    publish(tmp_path, graph(), occurrences=lines)
    with open_store(str(tmp_path)) as store:
        assert list(store.occurrences()) == lines
    assert verify(tmp_path).sound
    assert not publish(tmp_path, graph(), occurrences=iter(lines)).changed


def test_other_occurrences_of_the_same_graph_are_served(tmp_path: Path) -> None:
    first = publish(tmp_path, graph(), occurrences=[b"1\n"])
    second = publish(tmp_path, graph(), occurrences=[b"2\n"])
    assert second.changed
    assert second.version != first.version
    with open_store(str(tmp_path)) as store:
        assert list(store.occurrences()) == [b"2\n"]
    assert versions(tmp_path) == {second.version}
    assert publish(tmp_path, graph(), occurrences=[b"1\n"]).version == first.version


def test_a_store_without_occurrences_has_none(tmp_path: Path) -> None:
    version = Layout(tmp_path).version(publish(tmp_path, graph()).version)
    version.occurrences.unlink()
    with open_store(str(tmp_path)) as store:
        assert list(store.occurrences()) == []
    version.occurrences.mkdir()
    with open_store(str(tmp_path)) as store, pytest.raises(StoreError, match="occurrences"):
        list(store.occurrences())
    assert list(memory_store(graph()).occurrences()) == []


def test_the_version_before_is_kept_and_older_ones_go(tmp_path: Path) -> None:
    names = [publish(tmp_path, graph(note=note)).version for note in "abc"]
    assert versions(tmp_path) == set(names[1:])
    assert Layout(tmp_path).kept() == [names[2], names[1]]


def test_going_back_to_the_version_before_needs_no_new_one(tmp_path: Path) -> None:
    first, second = (publish(tmp_path, graph(note=note)).version for note in "ab")
    done = publish(tmp_path, graph(note="a"))
    assert done.changed
    assert Layout(tmp_path).kept() == [first, second]
    assert served(tmp_path) == sorted_lines(graph(note="a"))


def test_what_a_killed_build_left_is_removed(tmp_path: Path) -> None:
    publish(tmp_path, graph())
    for name in ("building", "0123456789abcdef"):
        (tmp_path / "versions" / name).mkdir()
        (tmp_path / "versions" / name / "graph.nq").write_bytes(b"half a li")
    done = publish(tmp_path, graph(note="new"))
    assert versions(tmp_path) == set(Layout(tmp_path).kept())
    assert served(tmp_path) == sorted_lines(graph(note="new"))
    assert done.changed


def test_a_folder_that_is_no_store_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "versions").mkdir()
    (tmp_path / "versions" / "thesis.txt").write_text("mine", encoding="utf-8")
    before = _stamps(tmp_path)
    with pytest.raises(StoreError, match="not a store of kg"):
        publish(tmp_path, graph())
    assert _stamps(tmp_path) == before


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "kg").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="is a file"):
        publish(tmp_path / "kg", graph())
    with pytest.raises(StoreError):
        publish(tmp_path / "kg" / "below", graph())


def test_missing_folders_are_made(tmp_path: Path) -> None:
    publish(tmp_path / "a" / "b", graph())
    assert served(tmp_path / "a" / "b") == sorted_lines(graph())


def test_statements_that_cannot_be_published_leave_the_old_ones(tmp_path: Path) -> None:
    publish(tmp_path, graph())
    bad = Quad(BlankNode("b"), NamedNode(FOAF.name), Literal("x"))
    with pytest.raises(InternalError, match="blank node"):
        publish(tmp_path, [*graph(note="new"), bad])
    assert served(tmp_path) == sorted_lines(graph())
    assert versions(tmp_path) == set(Layout(tmp_path).kept())


def test_a_pointer_to_nowhere_is_reported_and_mended(tmp_path: Path) -> None:
    publish(tmp_path, graph())
    for content in (b"", b"../../elsewhere\n", b"\xff\xfe", b"0123456789abcdef\n"):
        (tmp_path / "CURRENT").write_bytes(content)
        with pytest.raises(StoreError, match=r"damaged.*kg build"):
            open_store(str(tmp_path))
        assert publish(tmp_path, graph()).changed
        assert served(tmp_path) == sorted_lines(graph())


# --- one writer ------------------------------------------------------------------------------


def test_a_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    with (
        writer(tmp_path) as put,
        pytest.raises(StoreError, match=rf"another kg build is running \(pid {os.getpid()}, since"),
    ):
        publish(tmp_path, graph())
    with writer(tmp_path) as put:
        put(graph(), {})
    assert served(tmp_path) == sorted_lines(graph())


_HOLD = """
import sys, time
from pathlib import Path
from kg.store import writer
with writer(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the store in ``tmp_path`` for writing."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_writer_in_another_process_is_respected_until_it_dies(
    tmp_path: Path, holder: subprocess.Popen[str]
) -> None:
    with pytest.raises(StoreError, match=f"pid {holder.pid}") as caught:
        publish(tmp_path, graph())
    assert caught.value.exit_code == 2
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert f"pid {holder.pid}" in (tmp_path / "kg.lock").read_text(encoding="utf-8")
    publish(tmp_path, graph())
    assert (tmp_path / "kg.lock").read_text(encoding="utf-8") == ""


def test_readers_are_not_kept_out_by_a_writer(tmp_path: Path) -> None:
    publish(tmp_path, graph())
    with writer(tmp_path):
        assert served(tmp_path) == sorted_lines(graph())
        assert verify(tmp_path).sound


# --- disks that fail -------------------------------------------------------------------------

_PUBLISH_BIG = """
import resource, sys
from pathlib import Path
from kg.errors import StoreError
from kg.store import publish
from tests.plaingraphs import graph
quads = graph(int(sys.argv[2]), "big")
if limit := int(sys.argv[3]):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    publish(Path(sys.argv[1]), quads)
except StoreError as error:
    print(error)
    sys.exit(error.exit_code)
"""


@pytest.mark.parametrize("limit", [1, 100, 5_000, 50_000, 300_000])
def test_a_file_that_may_not_grow_leaves_the_old_graph(tmp_path: Path, limit: int) -> None:
    """From the limit at which not even the lock can be written to that of the largest file."""
    publish(tmp_path, graph())
    done = run(_PUBLISH_BIG, tmp_path, 400, limit)
    assert (done.returncode, done.stderr) == (2, "")
    assert "the published graph is as it was" in done.stdout
    assert served(tmp_path) == sorted_lines(graph())
    assert verify(tmp_path).sound
    assert versions(tmp_path) == set(Layout(tmp_path).kept())
    publish(tmp_path, graph(note="after"))
    assert served(tmp_path) == sorted_lines(graph(note="after"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 24 MB."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(tmp_path)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False, text=True)
    except FileNotFoundError:
        pytest.skip("there is no mount command; the test with RLIMIT_FSIZE stands for this one")
    if done.returncode:
        pytest.skip("only root may mount a small disk; the test with RLIMIT_FSIZE stands for it")
    yield tmp_path
    subprocess.run(["umount", "--lazy", str(tmp_path)], check=True)  # noqa: S607 - as mount above


def test_a_full_disk_leaves_the_old_graph(small_disk: Path) -> None:
    folder = small_disk / "kg"
    publish(folder, graph())
    done = run(_PUBLISH_BIG, folder, 30_000, 0)
    assert (done.returncode, done.stderr) == (2, "")
    assert "the disk is full; the published graph is as it was" in done.stdout
    assert served(folder) == sorted_lines(graph())
    assert verify(folder).sound
    publish(folder, graph(note="after"))
    assert served(folder) == sorted_lines(graph(note="after"))


_AS_NOBODY = """
import os, sys
from pathlib import Path
from kg.errors import StoreError
from kg.store import open_store, publish
import kg.store.publishing  # nobody may not be allowed to read the standard library
from tests.plaingraphs import graph
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
with open_store(sys.argv[1]) as store:
    print(len(list(store.lines())))
try:
    publish(Path(sys.argv[1]), graph(note="new"))
except StoreError as error:
    print(error)
    sys.exit(error.exit_code)
"""


def test_a_folder_that_may_not_be_written_can_still_be_read() -> None:
    """Root may write anywhere, so the other process gives that up; hence no ``tmp_path``."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "kg"
        publish(folder, graph())
        _set_modes(Path(name), file=0o444, folder=0o555)
        done = run(_AS_NOBODY, folder)
        _set_modes(Path(name), file=0o644, folder=0o755)
        assert done.stderr == ""
        assert done.returncode == 2
        assert done.stdout.splitlines()[0] == str(len(graph()))
        assert "permission denied" in done.stdout
        assert served(folder) == sorted_lines(graph())


def _set_modes(top: Path, *, file: int, folder: int) -> None:
    top.chmod(folder | 0o200)
    for path in sorted(top.rglob("*")):
        path.chmod(folder if path.is_dir() else file)
    top.chmod(folder)


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file but the lock, with its size and the time of its last change."""
    return {
        str(path): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file() and path.name != "kg.lock"
    }
