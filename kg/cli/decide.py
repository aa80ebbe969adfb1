"""``kg decide``: shows both sides of a match decision with their words, then writes its row."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.context import make_context, open_graph
from kg.cli.decisions import FILE, decisions_folder, decisions_of
from kg.cli.output import write_text
from kg.errors import StoreError, UsageError

if TYPE_CHECKING:
    from kg.cli.context import Context
    from kg.deciding import Found, Known, Order, Prepared
    from kg.decisions import Verdict

VERDICTS: dict[str, Verdict] = {"same": "same", "different": "different", "unsure": "unsure"}
_MOST_LISTED = 10

One = Annotated[
    str,
    typer.Argument(metavar="A", help="A person, body or contest: IRI or name.", show_default=False),
]
Other = Annotated[
    str,
    typer.Argument(
        metavar="B",
        help="The other one; an IRI of somewhere else (Wikidata) makes a link.",
        show_default=False,
    ),
]
Wanted = Annotated[
    str,
    typer.Argument(
        metavar="VERDICT",
        callback=options.one_of("verdict", VERDICTS),
        help=f"{', '.join(VERDICTS)}.",
        show_default=False,
    ),
]
By = Annotated[str, typer.Option("--by", metavar="WHO", help="Who decides.", show_default=False)]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="Why, for whoever reads it later.")]
On = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="DATE", help="The day, as YYYY-MM-DD (default today).", show_default=False
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="Write without asking, on a terminal too.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show; write nothing.")]


def run(
    ctx: typer.Context,
    one: One,
    other: Other,
    verdict: Wanted,
    by: By,
    why: Why = "",
    day: On = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: options.AsJson = False,
    decisions: options.Decisions = None,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Show, ask on a terminal, write; the exit code is 0 whether or not it was written."""
    from kg.cli.render import deciding
    from kg.cli.render.table import json_text
    from kg.deciding import Order, read_known
    from kg.iris import Minter

    context = make_context(ctx, store, config, quiet)
    on = options.day_or_today(day)
    with open_graph(context) as graph:
        rows = decisions_of(context, decisions, must_exist=False)
        known = read_known(graph, rows, Minter(context.settings.base))
        if known is None:
            raise StoreError(
                "the store does not say which article names whom",
                where=graph.location,
                todo="run `kg build`",
            )
        prepared = _prepare(context, known, (one, other), Order(VERDICTS[verdict], by, on, why))
    if not as_json:
        write_text(context, deciding.as_text(prepared, colour=context.colour))
    where = None
    if not dry_run and (yes or as_json or _agreed(context)):
        where = _write(decisions_folder(context, decisions), known, prepared)
    if as_json:
        write_text(context, json_text(deciding.as_object(prepared, where)))
    else:
        write_text(context, deciding.written_text(where))
    return 0


def _prepare(context: Context, known: Known, asked: tuple[str, str], order: Order) -> Prepared:
    from kg.deciding import find_side, prepare

    one = find_side(known, asked[0])
    _refuse_several(context, known, one)
    other = find_side(known, asked[1], may_be_outside=True)
    _refuse_several(context, known, other)
    return prepare(known, one, other, order)


def _refuse_several(context: Context, known: Known, found: Found) -> None:
    """A name that several things share is listed with a line on each, and refused."""
    from kg.cli.render.deciding import side_line
    from kg.deciding import side_of

    if len(found.iris) == 1:
        return
    for iri in found.iris[:_MOST_LISTED]:
        context.err.write(f"{side_line(side_of(known, iri))}\n")
    raise UsageError(
        f"{found.asked!r} may be any of {len(found.iris)}: {', '.join(found.iris[:_MOST_LISTED])}",
        todo="give the IRI of the one that is meant",
    )


def _agreed(context: Context) -> bool:
    """Whether the person at the terminal says yes; without one nobody is asked."""
    if not (context.terminal and sys.stdin.isatty()):
        return True
    context.err.write("Write this decision? [y/N] ")
    context.err.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _write(folder: Path, known: Known, prepared: Prepared) -> str:
    """Add the row; its place. Whatever others wrote meanwhile is checked together with it."""
    from kg.decisions import add_decision
    from kg.identity import identify

    written = add_decision(
        folder / FILE,
        prepared.row,
        known.minter.base,
        lambda rows: identify(known.occurrences, rows, known.minter),
    )
    return str(folder / written.where)
