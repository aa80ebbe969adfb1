"""``-o FILE``: the whole file or the one that was there before."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.files import atomic_folder, atomic_write, remove_leftovers, replacing


def test_a_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    with atomic_write(tmp_path / "out.ttl") as sink:
        sink.write(b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"out.ttl": b"new"}


def test_the_old_file_stays_until_the_end_and_after_an_error(tmp_path: Path) -> None:
    path = tmp_path / "out.ttl"
    path.write_bytes(b"old")
    with atomic_write(path) as sink:
        sink.write(b"half")
        sink.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"half"

    def fail() -> None:
        with atomic_write(path) as sink:
            sink.write(b"other")
            raise ValueError("the writer broke")

    with pytest.raises(ValueError, match="the writer broke"):
        fail()
    assert {found.name: found.read_bytes() for found in tmp_path.iterdir()} == {"out.ttl": b"half"}


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "out.ttl"
    link.symlink_to(tmp_path / "real" / "out.ttl")
    with atomic_write(link) as sink:
        sink.write(b"new")
    assert link.is_symlink()
    assert (tmp_path / "real" / "out.ttl").read_bytes() == b"new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    with atomic_write(Path(os.devnull)) as sink:
        sink.write(b"gone")
    assert Path(os.devnull).is_char_device()


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with atomic_write(pipe) as sink:
        sink.write(b"through")
    assert os.read(reader, 100) == b"through"
    os.close(reader)
    assert pipe.is_fifo()


def test_the_mode_is_that_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    with atomic_write(tmp_path / "out.ttl") as sink:
        sink.write(b"new")
    assert (tmp_path / "out.ttl").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize("name", [".", "missing/out.ttl", "file/out.ttl", "x" * 300])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UsageError) as caught, atomic_write(tmp_path / name):
        pytest.fail("there is nothing to write to")
    assert caught.value.where == str(tmp_path / name)
    assert caught.value.todo


def test_what_killed_processes_left_is_removed(tmp_path: Path) -> None:
    for name in (".out.ttl.123.part", ".other.123.part", "out.ttl"):
        (tmp_path / name).write_bytes(b"")
    remove_leftovers(tmp_path / "out.ttl")
    assert {path.name for path in tmp_path.iterdir()} == {".other.123.part", "out.ttl"}


def test_replacing_leaves_errors_to_the_caller(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"), replacing(tmp_path / "missing" / "x"):
        pytest.fail("there is nothing to write to")


def test_a_folder_takes_its_place_at_the_end_and_not_after_an_error(tmp_path: Path) -> None:
    target = tmp_path / "tables"
    with atomic_folder(target, lambda _: False) as made:
        (made / "a.csv").write_bytes(b"new")
        assert not target.exists()
    assert (target / "a.csv").read_bytes() == b"new"

    def fail() -> None:
        with atomic_folder(target, lambda _: True) as made:
            (made / "a.csv").write_bytes(b"half")
            raise ValueError("the writer broke")

    with pytest.raises(ValueError, match="the writer broke"):
        fail()
    assert (target / "a.csv").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


def test_a_folder_gives_way_only_when_it_may(tmp_path: Path) -> None:
    target = tmp_path / "tables"
    target.mkdir()
    (target / "mine.txt").write_bytes(b"mine")
    with (
        pytest.raises(UsageError, match="was not made by this command"),
        atomic_folder(target, lambda _: False),
    ):
        pytest.fail("there is nothing to write to")
    with atomic_folder(target, lambda folder: (folder / "mine.txt").exists()) as made:
        (made / "b.csv").write_bytes(b"b")
    assert [path.name for path in target.iterdir()] == ["b.csv"]
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


def test_a_folder_comes_back_when_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "tables"
    target.mkdir()
    (target / "a.csv").write_bytes(b"old")
    rename = Path.rename

    def refuse(self: Path, to: Path) -> Path:
        if self.name.endswith(".part"):
            raise OSError(28, "No space left on device")
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", refuse)
    with (
        pytest.raises(UsageError, match="No space left"),
        atomic_folder(target, lambda _: True) as made,
    ):
        (made / "a.csv").write_bytes(b"new")
    assert (target / "a.csv").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]
