"""``kg report``: one page that a journalist can open, or one of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.context import make_context, open_graph
from kg.cli.output import open_sink, write_rows
from kg.errors import UsageError
from kg.report import FIGURES, FORMATS

if TYPE_CHECKING:
    from kg.cli.context import Context
    from kg.store import Store

PAGE = "kg-report"

Figure = Annotated[
    str | None,
    typer.Option(
        "--figure",
        metavar="NAME",
        callback=options.one_of("figure", FIGURES),
        help=f"Write one figure in place of the page: {', '.join(FIGURES)}.",
        show_default=False,
    ),
]
Format = Annotated[
    str | None, options.format_option(FORMATS, "by the ending of FILE, else svg; for --figure")
]
Listing = Annotated[
    bool, typer.Option("--list", help="List the figures, and how much each would show.")
]


def run(
    ctx: typer.Context,
    figure: Figure = None,
    listing: Listing = False,
    fmt: Format = None,
    output: options.Output = None,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Write the page or a figure; on a terminal to a file, since neither is to be read there."""
    context = make_context(ctx, store, config, quiet)
    if listing and figure:
        raise UsageError("--list lists every figure", todo="leave --figure out")
    if fmt and not figure:
        raise UsageError("--format is for one figure", todo="name it with --figure")
    with open_graph(context) as graph:
        if listing:
            return _list(context, graph, output)
        if figure:
            fmt = options.by_ending(fmt, output, {name: name for name in FORMATS})
            return _figure(context, graph, figure, fmt or "svg", output)
        return _page(context, graph, output)


def _page(context: Context, graph: Store, output: str | None) -> int:
    from kg.report import page

    return _write(context, page(graph).encode(), output, f"{PAGE}.html")


def _figure(context: Context, graph: Store, name: str, fmt: str, output: str | None) -> int:
    from kg.report import picture

    return _write(context, picture(graph, name, fmt), output, f"{PAGE}-{name}.{fmt}")


def _write(context: Context, content: bytes, output: str | None, name: str) -> int:
    """To ``output``; without it to stdout, or to the file ``name`` when that is a terminal."""
    target = name if output is None and context.terminal else output
    with open_sink(context, target) as sink:
        sink.write(content)
    if target not in (None, "-"):
        context.say(f"kg: written to {target}")
    return 0


def _list(context: Context, graph: Store, output: str | None) -> int:
    from kg.report import all_figures
    from kg.report.words import plain

    rows = [
        (name, made.title if made else "", plain(made.size) if made else "nothing to draw")
        for name, made in all_figures(graph).items()
    ]
    write_rows(context, ("figure", "title", "n"), rows, target=output)
    return 0
