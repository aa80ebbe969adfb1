"""``kg extract``: what articles say, without a store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.context import make_context
from kg.cli.output import open_sink, write_text
from kg.cli.reading import load_reader, read_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.cli.context import Context
    from kg.cli.reading import Reader
    from kg.model import Extraction, Resolution

    Read = tuple[Extraction, Resolution]

FORMATS = ("json", "jsonl", "text", "turtle", "trig")

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="An article; - is stdin.", show_default=False),
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
    """Read every file, then print; a file that cannot be read stops it before any output."""
    context = make_context(ctx, store, config, quiet)
    reader = load_reader()
    read = [read_article(name, reader) for name in files]
    if fmt in ("turtle", "trig"):
        _write_graph(context, read, reader, fmt, output)
    elif fmt == "text":
        from kg.cli.render.marked import as_text

        colour = context.colour and output in (None, "-")
        text = "\n".join(as_text(extraction, colour=colour) for extraction, _ in read)
        write_text(context, text, output)
    else:
        write_text(context, _as_json(context, read, lines=fmt == "jsonl"), output)
    return 0


def _as_json(context: Context, read: Sequence[Read], *, lines: bool) -> str:
    from kg.cli.render.extraction import to_json
    from kg.cli.render.table import json_text
    from kg.iris import Minter

    minter = Minter(context.settings.base)
    objects = [to_json(extraction, resolution, minter) for extraction, resolution in read]
    if lines:
        return "".join(json_text(one, indent=None) for one in objects)
    return json_text(objects)


def _write_graph(
    context: Context, read: Sequence[Read], reader: Reader, fmt: str, target: str | None
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
