"""``kg template``: an empty CSV file for submissions, or what its columns mean."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options
from kg.cli.context import make_context
from kg.cli.output import write_text

FORMATS = ("csv", "md")
Format = Annotated[str, options.format_option(FORMATS, "csv")]
Example = Annotated[bool, typer.Option("--example", help="With a row to go by.")]


def run(
    ctx: typer.Context,
    fmt: Format = "csv",
    example: Example = False,
    output: options.Output = None,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Print the header that a CSV file for kg validate and kg submit has."""
    from kg.validate.forms import template

    context = make_context(ctx, store, config, quiet)
    write_text(context, template.FORMATS[fmt](example=example), output)
    return 0
