"""``kg why``: every statement about someone or something, with the words that say it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.context import make_context, open_graph
from kg.cli.output import write_text

FORMATS = ("text", "json")

About = Annotated[
    str,
    typer.Argument(
        metavar="IRI_OR_NAME",
        help="An IRI, or a name, title or code as printed; a surname will do.",
        show_default=False,
    ),
]
Format = Annotated[str, options.format_option(FORMATS, "text")]


def run(
    ctx: typer.Context,
    about: About,
    fmt: Format = "text",
    output: options.Output = None,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Explain; a name that several things share is explained for each."""
    from kg.cli.render.explanation import as_text
    from kg.cli.render.table import json_text
    from kg.why import explain

    context = make_context(ctx, store, config, quiet)
    with open_graph(context) as graph:
        explanation = explain(graph, about)
    if fmt == "json":
        text = json_text(asdict(explanation))
    else:
        text = as_text(explanation, colour=context.colour and output in (None, "-"))
    write_text(context, text, output)
    return 0
