"""Where results go: stdout, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kg.cli.render import table
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.cli.context import Context


def write_text(context: Context, text: str, target: str | None = None) -> None:
    """``text`` to the file ``target``, or to stdout when it is None or ``-``."""
    if _is_file(target):
        with open_sink(context, target) as sink:
            sink.write(text.encode("utf-8"))
    else:
        context.out.write(text)


def write_rows(
    context: Context,
    columns: Sequence[str],
    rows: Sequence[table.Row],
    *,
    fmt: str | None = None,
    target: str | None = None,
) -> None:
    """Rows in ``fmt``; without one a table on a terminal, TSV elsewhere."""
    to_terminal = context.terminal and not _is_file(target)
    fmt = fmt or ("table" if to_terminal else "tsv")
    if fmt == "table":
        width = shutil.get_terminal_size((100, 24)).columns if to_terminal else 100
        text = table.as_table(columns, rows, width=width, colour=context.colour and to_terminal)
    else:
        text = table.RENDERERS[fmt](columns, rows)
    write_text(context, text, target)


@contextmanager
def open_sink(context: Context, target: str | None) -> Iterator[BinaryIO]:
    """A binary file to write a result to: ``target`` in one step at the end, or stdout.

    Raises ``UsageError`` when the file cannot be written; an unfinished one is removed.
    """
    if target is None or not _is_file(target):
        with _stdout_sink(context) as sink:
            yield sink
        return
    path = Path(target).resolve()
    if path.exists() and not path.is_file():  # a device or a pipe cannot be replaced
        with _reported(target), path.open("wb") as sink:
            yield sink
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with _reported(target):
            with part.open("wb") as sink:
                yield sink
                sink.flush()
                os.fsync(sink.fileno())
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _stdout_sink(context: Context) -> Iterator[BinaryIO]:
    """Bytes for stdout; on a terminal they are collected first, to be made safe to show."""
    context.out.flush()
    if not context.terminal:
        yield context.out.buffer
        context.out.buffer.flush()
        return
    from kg.cli.render.plain import clean_graph

    sink = BytesIO()
    yield sink
    context.out.buffer.write(clean_graph(sink.getvalue()))
    context.out.buffer.flush()


@contextmanager
def _reported(target: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror or error}", where=target) from error


def _is_file(target: str | None) -> bool:
    return target is not None and target != "-"
