"""Where results go: stdout, or a file that is written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kg.cli.render import table

if TYPE_CHECKING:
    from kg.cli.context import Context


@contextmanager
def open_sink(context: Context, target: str | None) -> Iterator[BinaryIO]:
    """A binary file for a result: ``target`` in one step at the end, or stdout (None or ``-``).

    Raises ``UsageError`` when the file cannot be written.
    """
    if target is None or target == "-":
        with _stdout(context) as sink:
            yield sink
    else:
        from kg.files import atomic_write  # here: most results go to stdout

        with atomic_write(Path(target)) as sink:
            yield sink


def write_text(context: Context, text: str, target: str | None = None) -> None:
    """Write ``text`` to ``target``, or to stdout when it is None or ``-``."""
    if target is None or target == "-":
        context.out.write(text)
    else:
        with open_sink(context, target) as sink:
            sink.write(text.encode("utf-8"))


def write_rows(
    context: Context,
    columns: Sequence[str],
    rows: Sequence[table.Row],
    *,
    fmt: str | None = None,
    target: str | None = None,
) -> None:
    """Write rows in ``fmt``; without one a table on a terminal, TSV elsewhere."""
    to_terminal = context.terminal and target in (None, "-")
    fmt = fmt or ("table" if to_terminal else "tsv")
    if fmt == "table":
        width = _terminal_width() if to_terminal else 100
        short = [[table.shorten(cell, context.settings.base) for cell in row] for row in rows]
        text = table.as_table(columns, short, width=width, colour=context.colour and to_terminal)
    else:
        text = table.RENDERERS[fmt](columns, rows)
    write_text(context, text, target)


def _terminal_width() -> int:
    import shutil  # here: only a table on a terminal needs it

    return shutil.get_terminal_size((100, 24)).columns


@contextmanager
def _stdout(context: Context) -> Iterator[BinaryIO]:
    """Bytes for stdout; on a terminal they are collected first, to be made safe to show."""
    context.out.flush()
    if not context.terminal:
        yield context.out.buffer
        context.out.buffer.flush()
        return
    from kg.plain import clean_graph

    sink = BytesIO()
    yield sink
    context.out.buffer.write(clean_graph(sink.getvalue()))
    context.out.buffer.flush()
