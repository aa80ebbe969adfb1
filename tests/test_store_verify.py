"""Damage to a store on disk is found, named, and mended by the next build."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from pyoxigraph import Store as Index

from kg.errors import StoreError
from kg.nquads import sorted_lines
from kg.store import open_store, publish, verify
from kg.store.checksums import digest
from kg.store.layout import Layout, Version
from kg.vocab import KGO
from tests.plaingraphs import graph, node


@pytest.fixture
def version(tmp_path: Path) -> Version:
    """The version that the store in ``tmp_path`` serves."""
    return Layout(tmp_path).version(publish(tmp_path, graph()).version)


def damage(folder: Path) -> str:
    verdict = verify(folder)
    assert verdict.sound is (verdict.damage == ())
    return "\n".join(verdict.damage)


def flip(path: Path, place: int) -> None:
    """Change one bit of a file."""
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def test_a_published_store_is_sound(tmp_path: Path, version: Version) -> None:
    verdict = verify(tmp_path)
    assert verdict.damage == ()
    assert verdict.sound
    assert verdict.location == str(tmp_path)
    assert (verdict.version, verdict.quads, verdict.graphs) == (version.folder.name, 21, 3)


def test_numbers_that_end_in_all_ones_are_no_damage(tmp_path: Path) -> None:
    """The engine finds 12 and others besides 8447 (0x20FF), in a database on disk only."""
    numbers = [12, *range(250, 260), *range(8400, 8500)]
    quads = [Quad(node("a"), NamedNode(KGO.count), Literal(n), node("g")) for n in numbers]
    publish(tmp_path, quads)
    assert verify(tmp_path).damage == ()


def test_the_checksums_are_those_of_every_other_file(tmp_path: Path, version: Version) -> None:
    rows = version.checksums.read_text(encoding="utf-8").splitlines()
    files = {path for path in version.folder.rglob("*") if path.is_file()}
    known = {name: sha256 for sha256, name in (row.split("  ") for row in rows)}
    assert known == {
        path.relative_to(version.folder).as_posix(): digest(path)
        for path in files - {version.checksums}
    }
    assert verify(tmp_path).sound


@pytest.mark.parametrize("where", [0, 0.5, -1])
def test_a_flipped_bit_of_any_file_is_reported_and_mended(
    tmp_path: Path, version: Version, where: float
) -> None:
    names = [name for name in version.files() if (version.folder / name).stat().st_size]
    assert any(name.endswith(".sst") for name in names)
    assert {"graph.nq", "manifest.json"} < set(names)
    for name in names:
        path = version.folder / name
        before = path.read_bytes()
        flip(path, int(where * len(before)) if where >= 0 else -1)
        assert f"{name} has changed since the graph was published" in damage(tmp_path)
        path.write_bytes(before)
    assert verify(tmp_path).sound


def test_damage_is_mended_by_publishing_again_and_again(tmp_path: Path, version: Version) -> None:
    """The names of the damaged and of the mended version take turns, so readers lose neither."""
    names = []
    for _ in range(3):
        flip(version.graph, 30)
        assert not verify(tmp_path).sound
        done = publish(tmp_path, graph())
        names.append(done.version)
        assert done.changed
        assert verify(tmp_path).sound
        assert {path.name for path in (tmp_path / "versions").iterdir()} == {done.version}
        version = Layout(tmp_path).version(done.version)
    key = names[1]
    assert names == [f"{key}-mended", key, f"{key}-mended"]
    assert not publish(tmp_path, graph()).changed


def test_a_damaged_index_is_not_opened(tmp_path: Path, version: Version) -> None:
    """The engine would count for ever over some blocks, and notice others as it reads them."""
    for path in sorted(version.index.iterdir()):
        for place in (0, path.stat().st_size // 2, -1) if path.stat().st_size else ():
            flip(path, place)
            with pytest.raises(StoreError, match=r"damaged.*kg store verify"):
                open_store(str(tmp_path))
            assert not verify(tmp_path).sound
            flip(path, place)
    open_store(str(tmp_path)).close()


def _remove_manifest(version: Version) -> None:
    version.manifest.unlink()


def _spoil_manifest(version: Version) -> None:
    version.manifest.write_text("[]", encoding="utf-8")


def _remove_checksums(version: Version) -> None:
    version.checksums.unlink()


def _remove_text(version: Version) -> None:
    version.graph.unlink()


def _cut_text(version: Version) -> None:
    lines = version.graph.read_bytes().splitlines(keepends=True)
    version.graph.write_bytes(b"".join(lines[:-1]))


def _add_a_file(version: Version) -> None:
    (version.folder / "notes.txt").write_text("mine", encoding="utf-8")


def _remove_index(version: Version) -> None:
    shutil.rmtree(version.index)


def _remove_from_index(version: Version) -> None:
    index = Index(str(version.index))
    index.remove(next(iter(index)))
    index.flush()


def _add_to_index(version: Version) -> None:
    index = Index(str(version.index))
    index.bulk_extend(graph(4))
    index.flush()


def _remove_version(version: Version) -> None:
    shutil.rmtree(version.folder)


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (_remove_manifest, "manifest.json is missing"),
        (_spoil_manifest, "is not a manifest"),
        (_remove_checksums, "files.sha256 is missing"),
        (_remove_text, "graph.nq cannot be read"),
        (_cut_text, "graph.nq has 20 statements where the manifest has 21"),
        (_add_a_file, "notes.txt was not there"),
        (_remove_index, "the index cannot be read"),
        (_remove_from_index, "the index lacks 1 of the statements"),
        (_add_to_index, "the index has 22 statements that graph.nq lacks"),
        (_remove_version, "files.sha256 is missing"),
    ],
)
def test_every_kind_of_damage_is_named_and_mended(
    tmp_path: Path, version: Version, harm: Callable[[Version], None], said: str
) -> None:
    harm(version)
    assert said in damage(tmp_path)
    publish(tmp_path, graph())
    assert verify(tmp_path).sound
    with open_store(str(tmp_path)) as store:
        assert list(store.lines()) == sorted_lines(graph())


def test_a_store_without_its_files_is_a_clear_error(tmp_path: Path, version: Version) -> None:
    version.graph.unlink()
    with open_store(str(tmp_path)) as store:
        with pytest.raises(StoreError, match="damaged"):
            list(store.lines())
        with pytest.raises(StoreError, match="damaged"):
            list(store.quads())
    shutil.rmtree(version.folder)
    with pytest.raises(StoreError, match=r"damaged.*kg build"):
        open_store(str(tmp_path))


def test_verifying_nothing_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no graph has been published here"):
        verify(tmp_path)


def test_verifying_changes_no_file(tmp_path: Path, version: Version) -> None:
    before = {name: digest(version.folder / name) for name in version.files()}
    assert verify(tmp_path).sound
    assert {name: digest(version.folder / name) for name in version.files()} == before
