"""Where submissions are on disk, and how they get there whole.

    STORE/submissions/ID/       one submission; ID is the start of the SHA-256 of its bytes
        record.json             what it is and what became of it; replaced in one step
        original                the bytes as they were handed in, whatever the file was called
        report.json             what was found when it was last judged
        graph.nq                the statements that are added for it: sorted N-Quads
    STORE/submissions/.ID.new/  one that is not finished; the next writer removes it

Nothing that a stranger chose is ever part of a path. Whoever writes holds the lock of the store.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError, UsageError
from kg.files import remove_leftovers, replacing, sync_file, sync_folder
from kg.store.layout import Layout
from kg.submissions.model import ID_DIGITS, Record, as_json, from_json
from kg.validate import FileReport, Finding, Report

_ID = re.compile(rf"[0-9a-f]{{{ID_DIGITS}}}")
_PART = re.compile(rf"[0-9a-f]{{4,{ID_DIGITS}}}")


@dataclass(frozen=True, slots=True)
class Place:
    """The paths of one submission."""

    folder: Path

    @property
    def record(self) -> Path:
        """What it is and what became of it."""
        return self.folder / "record.json"

    @property
    def original(self) -> Path:
        """The bytes as they were handed in."""
        return self.folder / "original"

    @property
    def report(self) -> Path:
        """What was found when it was last judged."""
        return self.folder / "report.json"

    @property
    def graph(self) -> Path:
        """The statements that are added for it."""
        return self.folder / "graph.nq"


def place(folder: Path, key: str) -> Place:
    """The place of the submission with this whole ID in the store in ``folder``."""
    return Place(Layout(folder).submissions / key)


def list_records(folder: Path) -> list[Record]:
    """All records of the store in ``folder``, by ID. Raises ``StoreError`` for a damaged one."""
    shelf = Layout(folder).submissions
    try:
        keys = sorted(path.name for path in shelf.iterdir() if _ID.fullmatch(path.name))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StoreError(
            f"the submissions cannot be read: {error.strerror}",
            where=str(shelf),
            todo="choose a store that you may use",
        ) from error
    return [_read(Place(shelf / key)) for key in keys]


def find_record(records: Iterable[Record], asked: str) -> Record:
    """The record with this ID, or the only one whose ID begins so (four digits or more).

    Raises ``UsageError`` when there is none or are several.
    """
    found = [r for r in records if _PART.fullmatch(asked) and r.id.startswith(asked)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{len(found)} submissions begin with {asked}", todo="give the whole ID")
    raise UsageError(f"there is no submission {asked!a}", todo="see `kg submissions`")


def read_report(folder: Path, record: Record) -> Report | None:
    """What was found when it was last judged, the first findings of it; None when it was erased.

    Raises ``StoreError`` when it cannot be read.
    """
    path = place(folder, record.id).report
    try:
        content = json.loads(path.read_bytes())
        files = tuple(FileReport(**file) for file in content["files"])
        return Report(files, tuple(Finding(**finding) for finding in content["findings"]))
    except FileNotFoundError:
        if record.erased:
            return None
        raise _damaged(path, "is missing") from None
    except (OSError, ValueError, TypeError, LookupError) as error:
        raise _damaged(path, f"cannot be read: {error}") from error


def read_graph(folder: Path, record: Record) -> bytes:
    """The statements that are added for it. Raises ``StoreError`` when they are not as recorded."""
    path = place(folder, record.id).graph
    try:
        text = path.read_bytes()
    except OSError as error:
        raise _damaged(path, f"cannot be read: {error.strerror}") from error
    if hashlib.sha256(text).hexdigest() != record.graph_sha256:
        raise _damaged(path, "has changed since the submission was accepted")
    return text


def put(folder: Path, record: Record, files: Mapping[str, bytes]) -> None:
    """Keep a submission that is new, whole or not at all. Raises ``OSError``.

    ``files`` are contents by the names of ``Place``'s properties, the record aside.
    """
    shelf = Layout(folder).submissions
    shelf.mkdir(exist_ok=True)
    beside, made = shelf / f".{record.id}.new", place(folder, record.id)
    try:
        beside.mkdir()
        for name, content in {**files, "record": as_json(record)}.items():
            path = getattr(Place(beside), name)
            path.write_bytes(content)
            sync_file(path)
        sync_folder(beside)
        beside.rename(made.folder)
        sync_folder(shelf)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def update(folder: Path, record: Record, files: Mapping[str, bytes] | None = None) -> None:
    """Replace files of a submission, and then its record in one step. Raises ``OSError``."""
    there = place(folder, record.id)
    for name, content in {**(files or {}), "record": as_json(record)}.items():
        with replacing(getattr(there, name)) as file:
            file.write(content)


def erase(folder: Path, record: Record) -> None:
    """Remove all but the record of a submission. Raises ``OSError``."""
    there = place(folder, record.id)
    for path in (there.original, there.report, there.graph):
        path.unlink(missing_ok=True)
    sync_folder(there.folder)


def tidy(folder: Path) -> None:
    """Remove what killed writers left unfinished. Raises ``OSError``."""
    shelf = Layout(folder).submissions
    if not shelf.is_dir():
        return
    for path in shelf.iterdir():
        if path.name.startswith("."):
            shutil.rmtree(path)
        elif _ID.fullmatch(path.name):
            there = Place(path)
            for name in (there.record, there.original, there.report, there.graph):
                remove_leftovers(name)


def _read(there: Place) -> Record:
    try:
        record = from_json(there.record.read_bytes())
    except (OSError, ValueError) as error:
        raise _damaged(there.record, f"cannot be read: {error}") from error
    if record.id != there.folder.name or not record.sha256.startswith(record.id):
        raise _damaged(there.record, "is the record of another submission")
    return record


def _damaged(path: Path, what: str) -> StoreError:
    return StoreError(
        f"the submission is damaged: {what}",
        where=str(path),
        todo="put the file back from a copy, or move its folder out of the store",
    )
