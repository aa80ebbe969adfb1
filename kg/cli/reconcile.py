"""``kg reconcile``: what the name of a place means, and why."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from kg.cli import options
from kg.cli.context import make_context
from kg.cli.output import write_rows, write_text
from kg.cli.reading import STDIN
from kg.cli.render.places import place_json
from kg.cli.render.table import json_text
from kg.errors import UsageError
from kg.iris import Minter
from kg.model import Place, PlaceKind

if TYPE_CHECKING:
    from datetime import date

    from kg.cli.context import Context
    from kg.gazetteer import Gazetteer

FORMATS = ("table", "csv", "tsv", "json", "jsonl", "md")
COLUMNS = ("name", "kind", "code", "official_name", "why")

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME...",
        help="A name as printed; - reads one a line from stdin.",
        show_default=False,
    ),
]
Kind = Annotated[
    str,
    typer.Option(
        "--kind",
        metavar="KIND",
        callback=options.one_of("kind", get_args(PlaceKind)),
        help="The kind that every name should be, for the exit code.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="The day to look on, as YYYY-MM-DD (default today).",
        show_default=False,
    ),
]
Together = Annotated[
    bool,
    typer.Option(
        "--together", help="The names stand in one list, and may settle what each other means."
    ),
]
Format = Annotated[str | None, options.format_option(FORMATS, "table on a terminal, tsv elsewhere")]


def run(
    ctx: typer.Context,
    names: Names,
    kind: Kind = "council",
    as_of: AsOf = None,
    together: Together = False,
    fmt: Format = None,
    output: options.Output = None,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Resolve each name; the exit code is 1 when one is not of the kind that is wanted."""
    from kg.gazetteer import load_gazetteer

    context = make_context(ctx, store, config, quiet)
    day = options.day_or_today(as_of)
    gazetteer = load_gazetteer()
    places = _places(gazetteer, _names(names), day, together=together)
    _write(context, places, gazetteer, fmt, output)
    return 0 if all(place.kind == kind for place in places) else 1


def _places(
    gazetteer: Gazetteer, names: Sequence[str], day: date, *, together: bool
) -> list[Place]:
    from kg.reconcile.places import PlaceContext, resolve_place
    from kg.reconcile.proposals import with_proposals

    found = []
    for name in names:
        near = frozenset(names) - {name} if together else frozenset()
        place = resolve_place(gazetteer, name, day, PlaceContext(same_list=near))
        found.append(with_proposals(gazetteer, place))
    return found


def _write(
    context: Context,
    places: Sequence[Place],
    gazetteer: Gazetteer,
    fmt: str | None,
    output: str | None,
) -> None:
    minter = Minter(context.settings.base)
    objects = [place_json(place, gazetteer, minter) for place in places]
    if fmt == "json":
        text = json_text(objects[0] if len(objects) == 1 else objects)
        write_text(context, text, output)
    elif fmt == "jsonl":
        text = "".join(json_text(one, indent=None) for one in objects)
        write_text(context, text, output)
    else:
        rows = [(p.printed, p.kind, p.code, p.official_name, p.why) for p in places]
        write_rows(context, COLUMNS, rows, fmt=fmt, target=output)


def _names(given: Iterable[str]) -> list[str]:
    """The names as given; in the place of ``-``, the lines of stdin that are not empty."""
    names: list[str] = []
    for name in given:
        names += [line.strip() for line in sys.stdin] if name == STDIN else [name.strip()]
    found = [name for name in names if name]
    if not found:
        raise UsageError("there is no name to resolve", todo="give one, or one a line on stdin")
    return found
