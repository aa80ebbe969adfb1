"""Files, written so that a reader or a power cut finds the old content or the new."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError, UsageError


def sync_file(path: Path) -> None:
    """Have the content of a file on the disk before going on. Raises ``OSError``."""
    _sync(path, os.O_RDONLY)


def sync_folder(path: Path) -> None:
    """Have a folder's names on the disk: a rename lasts only after this. Raises ``OSError``."""
    _sync(path, os.O_RDONLY | os.O_DIRECTORY)


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A binary file that takes the place of ``path`` when the block ends without an error.

    Until then it stands beside ``path`` under a name with a leading dot, so the rename stays
    inside one file system. On an error it is removed and ``path`` is as it was. Raises
    ``OSError``; ``atomic_write`` is the same for files that users name.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        sync_folder(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def remove_leftovers(path: Path) -> None:
    """Remove what ``replacing(path)`` left in processes that were killed. Raises ``OSError``.

    Only for a path that nobody else is replacing at the moment.
    """
    for left in path.parent.glob(f".{path.name}.*.part"):
        left.unlink()


@contextmanager
def atomic_write(path: Path) -> Iterator[BinaryIO]:
    """Open ``path`` for the output of a command (``-o FILE``): whole or not at all.

    A symbolic link is followed. What is there and is no regular file (a device, a pipe) is
    written to directly, since a rename would put a file in its place.

    Raises ``UsageError`` when the file cannot be written.
    """
    try:
        target = path.resolve()
        if target.is_dir():
            raise UsageError("is a folder, not a file", where=str(path), todo="name a file in it")
        in_place = target.exists() and not target.is_file()
        with target.open("wb") if in_place else replacing(target) as file:
            yield file
    except OSError as error:
        raise UsageError(
            f"cannot be written: {error.strerror or error}",
            where=str(path),
            todo="name another file",
        ) from error


@contextmanager
def atomic_folder(path: Path, replaceable: Callable[[Path], bool]) -> Iterator[Path]:
    """A new folder that takes the place of ``path`` when the block ends without an error.

    A folder that is there already gives way only if ``replaceable`` says so. It is moved aside
    first, so for a moment there is none; when the new one cannot be put there, it comes back.

    Raises ``UsageError`` when something else is there or the folder cannot be written.
    """
    try:
        target = path.resolve()
        if target.exists() and not (target.is_dir() and replaceable(target)):
            raise UsageError(
                "is there already and was not made by this command",
                where=str(path),
                todo="name another folder, or remove it",
            )
        beside = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            beside.mkdir()
            yield beside
            for file in beside.iterdir():
                sync_file(file)
            sync_folder(beside)
            _take_place(beside, target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise UsageError(
            f"cannot be written: {error.strerror or error}",
            where=str(path),
            todo="name another folder",
        ) from error


def _take_place(beside: Path, target: Path) -> None:
    aside = target.with_name(f".{target.name}.{os.getpid()}.old")
    there = target.exists()
    if there:
        target.rename(aside)
    try:
        beside.rename(target)
    except OSError:
        if there:
            aside.rename(target)
        raise
    sync_folder(target.parent)
    if there:
        shutil.rmtree(aside)


def read_text(path: Path, most: int) -> str:
    """The text of a file that a user wrote, without a byte order mark.

    Raises ``InputError`` when the file is missing, no regular file, larger than ``most`` bytes or
    not UTF-8.
    """
    where = str(path)
    try:
        if not path.is_file():
            what = "is not a regular file" if path.exists() else "is missing"
            raise InputError(what, where=where, todo="put a text file there")
        if path.stat().st_size > most:
            raise InputError(f"has more than {most:,} bytes", where=where, todo="split it")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8", where=where, todo="save it as UTF-8 text") from error
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror or error}", where=where, todo="check the path"
        ) from error
