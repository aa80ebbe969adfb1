"""``kg why``: every statement about someone or something, with the words that say it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.cli.arguments import Parser, add_format, add_output
from kg.cli.output import write_text

if TYPE_CHECKING:
    from argparse import Namespace

    from kg.cli.context import Context

FORMATS = ("text", "json")


def configure(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "about",
        metavar="IRI_OR_NAME",
        help="an IRI, or a name, title or code as printed; a surname will do",
    )
    add_format(parser, FORMATS, "default text")
    add_output(parser)


def run(arguments: Namespace, context: Context) -> int:
    """Explain; a name that several things share is explained for each."""
    from kg.cli.render.explanation import as_text
    from kg.cli.render.table import json_text
    from kg.store import open_store
    from kg.why import explain

    with open_store(context.settings.store) as store:
        explanation = explain(store, arguments.about)
    if arguments.format == "json":
        text = json_text(asdict(explanation))
    else:
        colour = context.colour and arguments.output in (None, "-")
        text = as_text(explanation, colour=colour)
    write_text(context, text, arguments.output)
    return 0
