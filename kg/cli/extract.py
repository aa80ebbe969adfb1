"""``kg extract``: what articles say, without a store."""

from __future__ import annotations

from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from textwrap import indent
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.context import make_context
from kg.cli.output import open_sink
from kg.cli.reading import load_reader, read_articles
from kg.cli.render.table import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.cli.context import Context
    from kg.cli.reading import Reader
    from kg.model import Extraction, Resolution

    Read = tuple[Extraction, Resolution]

_SPOOLED = 8 * 1024 * 1024
FORMATS = ("json", "jsonl", "text", "turtle", "trig")

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="An article (.txt, .md, .html, .pdf, .docx) or many (.jsonl); - is stdin.",
        show_default=False,
    ),
]
Format = Annotated[str, options.format_option(FORMATS, "json")]


def run(
    ctx: typer.Context,
    files: Files,
    fmt: Format = "json",
    output: options.Output = None,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Read and print, article by article; JSON lines as they come, all else when all is read."""
    context = make_context(ctx, store, config, quiet)
    reader = load_reader()
    read = read_articles(files, reader)
    if fmt in ("turtle", "trig"):
        _write_graph(context, read, reader, fmt, output)
    elif fmt == "jsonl":
        with open_sink(context, output) as sink:
            sink.writelines(text.encode("utf-8") for text in _as_lines(context, read))
    else:
        shown = context.colour and output in (None, "-")
        texts = _as_text(read, colour=shown) if fmt == "text" else _as_json(context, read)
        _write_whole(context, texts, output)
    return 0


def _write_whole(context: Context, texts: Iterable[str], target: str | None) -> None:
    """Write all texts or, when one of them cannot be had, none; in constant memory.

    What they hold of the articles has been made safe to show; colours are meant to reach stdout.
    """
    with SpooledTemporaryFile(_SPOOLED, "w+", encoding="utf-8", newline="") as spool:
        spool.writelines(texts)
        spool.seek(0)
        if target in (None, "-"):
            copyfileobj(spool, context.out)
            return
        with open_sink(context, target) as sink:
            sink.writelines(line.encode("utf-8") for line in spool)


def _as_text(read: Iterable[Read], *, colour: bool) -> Iterator[str]:
    from kg.cli.render.marked import as_text

    for index, (extraction, _) in enumerate(read):
        yield "\n" if index else ""
        yield as_text(extraction, colour=colour)


def _as_json(context: Context, read: Iterable[Read]) -> Iterator[str]:
    """The array, one object after the other, each indented inside it."""
    for index, one in enumerate(_objects(context, read)):
        yield ",\n" if index else "[\n"
        yield indent(json_text(one).rstrip("\n"), "  ")
    yield "\n]\n"


def _as_lines(context: Context, read: Iterable[Read]) -> Iterator[str]:
    for one in _objects(context, read):
        yield json_text(one, indent=None)


def _objects(context: Context, read: Iterable[Read]) -> Iterator[dict[str, object]]:
    from kg.cli.render.extraction import to_json
    from kg.iris import Minter

    minter = Minter(context.settings.base)
    for extraction, resolution in read:
        yield to_json(extraction, resolution, minter)


def _write_graph(
    context: Context, read: Iterable[Read], reader: Reader, fmt: str, target: str | None
) -> None:
    from kg import export, rdf
    from kg.iris import Minter

    minter = Minter(context.settings.base)
    made = [
        quad
        for extraction, resolution in read
        for quad in rdf.quads(extraction, resolution, reader.gazetteer, minter)
    ]
    with open_sink(context, target) as sink:
        export.write(made, fmt, sink, context.settings.base)
