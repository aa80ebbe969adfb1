"""Adds a decision to a file: whole or not at all, and only one that can stand with the others."""

from __future__ import annotations

import csv
import fcntl
import io
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kg import files
from kg.decisions.binding import bound
from kg.decisions.consistency import check_consistent
from kg.decisions.curies import Prefixes
from kg.decisions.model import Decision, NewDecision
from kg.decisions.reading import (
    MOST_BYTES,
    decision_files,
    harmless,
    parse_decisions,
    parse_table,
)
from kg.decisions.sssom import (
    AUTHORS,
    COLUMNS,
    DATE,
    OWN_PREFIX,
    UNSPECIFIED_LICENCE,
    WRITTEN,
)
from kg.errors import InputError, UsageError

Accept = Callable[[Sequence[Decision]], object]
_WAIT = 10.0
_PAUSE = 0.05


def add_decision(
    file: Path, new: NewDecision, base: str, accept: Accept = lambda _: None
) -> Decision:
    """Append ``new`` to ``file`` and return the row as it will be read.

    The file is made, with its folder and its header, when it is not there. A prefix that fits the
    object is added to its ``curie_map`` when there is none; no other line is touched. All decisions
    of the folder, the new one last in its file, are checked first, then handed to ``accept``, which
    raises what it has against them (``identify`` does). Another writer of the folder is waited for.

    Raises ``InputError`` when the decisions cannot stand together, when the file has no column or
    prefix for what is to be said, or has mistakes already, and ``UsageError`` when it cannot be
    written.
    """
    path = file.resolve()
    if path.suffix != ".tsv":
        raise UsageError("is no '.tsv' file", where=str(file), todo="name one that ends in '.tsv'")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _alone(path.parent):
            return _add(path, new, base, accept)
    except OSError as error:
        raise UsageError(
            f"cannot be written: {error.strerror or error}",
            where=str(file),
            todo="see who may write there",
        ) from error


def _add(path: Path, new: NewDecision, base: str, accept: Accept) -> Decision:
    there = path.exists() and path.stat().st_size > 0
    text = files.read_text(path, MOST_BYTES) if there else _head(path, base)
    old = _prefixed(path.read_bytes() if there else text.encode(), text, path, new, base)
    text = old.decode("utf-8-sig")
    added = _row(text, path, new, base).encode() + _line_end(old)
    if not old.endswith(b"\n"):
        added = _line_end(old) + added
    mine = parse_decisions((old + added).decode("utf-8-sig"), path, base)
    others = [
        decision
        for other in decision_files(path.parent)
        if other.name != path.name
        for decision in parse_decisions(files.read_text(other, MOST_BYTES), other, base)
    ]
    check_consistent([*others, *mine], base)
    accept([*others, *mine])
    with files.replacing(path) as whole:
        whole.write(old + added)
    return mine[-1]


def _prefixed(content: bytes, text: str, path: Path, new: NewDecision, base: str) -> bytes:
    """The file with a prefix for each of the two that has none yet, where it can be added."""
    for iri in (new.subject, new.object):
        _, metadata = parse_table(text, path, base)
        if metadata.prefixes.short(iri) is None:
            content = bound(content, iri, metadata.prefixes)
            text = content.decode("utf-8-sig")
    return content


def _row(text: str, path: Path, new: NewDecision, base: str) -> str:
    """The line of ``new`` in the columns and prefixes of the file, without its end."""
    table, metadata = parse_table(text, path, base)
    cells = _cells(new, metadata.prefixes, table.columns, path)
    missing = [name for name, cell in cells.items() if cell and name not in table.columns]
    if missing:
        raise InputError(
            f"has no column '{missing[0]}' for this decision",
            where=str(path),
            todo=f"add '{missing[0]}' at the end of its header, behind a tab",
        )
    line = io.StringIO()
    csv.writer(line, delimiter="\t", lineterminator="").writerow(
        [cells.get(column, "") for column in table.columns]
    )
    return line.getvalue()


def _cells(
    new: NewDecision, prefixes: Prefixes, columns: Sequence[str], path: Path
) -> dict[str, str]:
    predicate, modifier = WRITTEN[new.verdict]
    signed = AUTHORS[0] if AUTHORS[0] in columns or AUTHORS[1] not in columns else AUTHORS[1]
    kept = {
        "subject_label": new.subject_label,
        "object_label": new.object_label,
    }
    return {
        "subject_id": _short(new.subject, prefixes, path),
        "object_id": _short(new.object, prefixes, path),
        "predicate_id": predicate,
        "predicate_modifier": modifier,
        "mapping_justification": new.justification,
        signed: _text(new.by),
        DATE: new.day.isoformat(),
        "comment": _text(new.comment),
        **{name: _text(label) for name, label in kept.items() if name in columns},
    }


def _short(iri: str, prefixes: Prefixes, path: Path) -> str:
    short = prefixes.short(iri)
    if short is None:
        raise InputError(
            f"no prefix of the curie_map fits '{iri}'",
            where=str(path),
            todo="bind a prefix to the start of the IRI under '#curie_map:'",
        )
    return short


def _text(text: str) -> str:
    """A cell of one line."""
    return harmless(" ".join(text.split()))


def _line_end(content: bytes) -> bytes:
    return b"\r\n" if content.partition(b"\n")[0].endswith(b"\r") else b"\n"


def _head(path: Path, base: str) -> str:
    """The metadata and the header of a new file."""
    lines = [
        "#curie_map:",
        f"#  {OWN_PREFIX}: {base}",
        "#  wikidata: http://www.wikidata.org/entity/",
        f"#mapping_set_id: {base}id/decisions/{path.stem}",
        f"#license: {UNSPECIFIED_LICENCE}",
        "\t".join(COLUMNS),
    ]
    return "\n".join(lines) + "\n"


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep every other writer out of ``folder``; the system lets go when this process ends.

    The folder itself is locked, so nothing is left in it. Raises ``UsageError`` when another keeps
    it for too long, and ``OSError``.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        until = time.monotonic() + _WAIT
        while not _locked(handle):
            if time.monotonic() > until:
                raise UsageError(
                    "another decision is being written",
                    where=str(folder),
                    todo="wait until that has ended",
                )
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
