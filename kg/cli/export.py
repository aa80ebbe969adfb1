"""``kg export``: the whole graph in one of many formats, the same bytes every time."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options
from kg.cli.context import make_context
from kg.cli.output import open_sink
from kg.export import FORMATS

Format = Annotated[str, options.format_option(FORMATS, "turtle")]


def run(
    ctx: typer.Context,
    fmt: Format = "turtle",
    output: options.Output = None,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Write the graph."""
    from kg import export
    from kg.store import open_store

    context = make_context(ctx, store, config, quiet)
    with open_store(context.settings.store) as graph, open_sink(context, output) as sink:
        export.write(graph, fmt, sink, context.settings.base)
    return 0
