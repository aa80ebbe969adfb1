"""``kg export``: the whole graph in one of many formats, the same bytes every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.cli.arguments import Parser, add_output
from kg.cli.output import open_sink

if TYPE_CHECKING:
    from argparse import Namespace

    from kg.cli.context import Context


def configure(parser: Parser) -> None:
    """Add the arguments."""
    from kg.export import FORMATS

    parser.add_argument(
        "--format",
        metavar="FORMAT",
        default="turtle",
        help=f"{', '.join(FORMATS)} (default turtle)",
    )
    add_output(parser)


def run(arguments: Namespace, context: Context) -> int:
    """Write the graph."""
    from kg import export
    from kg.store import open_store

    export.find_format(arguments.format)  # before a file is opened
    with (
        open_store(context.settings.store) as store,
        open_sink(context, arguments.output) as sink,
    ):
        export.write(store, arguments.format, sink, context.settings.base)
    return 0
