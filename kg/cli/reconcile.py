"""``kg reconcile``: what a place name resolves to, and why."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, get_args

from kg.cli.arguments import Parser, add_format, add_output, one_of
from kg.cli.output import write_rows, write_text
from kg.cli.reading import STDIN
from kg.cli.render.places import place_json
from kg.cli.render.table import json_text
from kg.errors import UsageError
from kg.iris import Minter
from kg.model import Place, PlaceKind

if TYPE_CHECKING:
    from argparse import Namespace

    from kg.cli.context import Context
    from kg.gazetteer import Gazetteer

FORMATS = ("table", "csv", "tsv", "json", "jsonl", "md")
COLUMNS = ("name", "kind", "code", "official_name", "why")


def configure(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "names", nargs="+", metavar="NAME", help="a name as printed; - reads one a line from stdin"
    )
    parser.add_argument(
        "--kind",
        metavar="KIND",
        type=one_of("kind", get_args(PlaceKind)),
        default="council",
        help="the kind that every name should be, for the exit code (default council)",
    )
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        type=_day,
        help="the day to look on, as YYYY-MM-DD (default today)",
    )
    add_format(parser, FORMATS, "default table on a terminal, tsv elsewhere")
    add_output(parser)


def run(arguments: Namespace, context: Context) -> int:
    """Resolve each name; the exit code is 1 when one is not of the kind that is wanted."""
    from kg.gazetteer import load_gazetteer
    from kg.reconcile.places import resolve_place

    gazetteer = load_gazetteer()
    as_of = arguments.as_of or datetime.now().astimezone().date()
    places = [resolve_place(gazetteer, name, as_of) for name in _names(arguments.names)]
    _write(arguments, context, places, gazetteer)
    return 0 if all(place.kind == arguments.kind for place in places) else 1


def _write(
    arguments: Namespace, context: Context, places: Sequence[Place], gazetteer: Gazetteer
) -> None:
    minter = Minter(context.settings.base)
    objects = [place_json(place, gazetteer, minter) for place in places]
    if arguments.format == "json":
        text = json_text(objects[0] if len(objects) == 1 else objects)
        write_text(context, text, arguments.output)
    elif arguments.format == "jsonl":
        text = "".join(json_text(one, indent=None) for one in objects)
        write_text(context, text, arguments.output)
    else:
        rows = [(p.printed, p.kind, p.code, p.official_name, p.why) for p in places]
        write_rows(context, COLUMNS, rows, fmt=arguments.format, target=arguments.output)


def _names(given: Iterable[str]) -> list[str]:
    """The names as given; in the place of ``-``, the lines of stdin that are not empty."""
    names: list[str] = []
    for name in given:
        names += [line.strip() for line in sys.stdin] if name == STDIN else [name.strip()]
    found = [name for name in names if name]
    if not found:
        raise UsageError("there is no name to resolve", todo="give one, or one a line on stdin")
    return found


def _day(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise ArgumentTypeError(f"a day such as 2015-07-17 is needed, not '{word}'") from error
