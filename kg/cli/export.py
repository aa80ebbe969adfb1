"""``kg export``: the whole graph in one of many formats, the same bytes every time."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.context import Context, make_context, open_graph
from kg.cli.output import open_sink
from kg.errors import UsageError
from kg.export import TABLES, WHOLE

if TYPE_CHECKING:
    from kg.export import Options
    from kg.export.describing import Described

_GROUPS = "; ".join(
    f"{what}: {', '.join(names)}" for what, names in groupby(WHOLE, lambda name: WHOLE[name])
)
_DEFAULT = "turtle"
_ENDINGS = {
    "ttl": "turtle",
    "trig": "trig",
    "nt": "ntriples",
    "nq": "nquads",
    "jsonld": "jsonld",
    "rdf": "rdfxml",
    "zip": TABLES,
    "graphml": "graphml",
}
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        callback=options.one_of("format", WHOLE),
        autocompletion=options.offered(WHOLE),
        help=f"{_GROUPS} (default by the ending of FILE, else {_DEFAULT}).",
        show_default=False,
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write the result to FILE, whole or not at all; csv to a folder, or to FILE.zip.",
        show_default=False,
    ),
]
RawCells = Annotated[
    bool,
    typer.Option(
        "--raw-cells",
        help="Leave cells of csv and backs as they are that a spreadsheet would run as formulas.",
    ),
]


def run(
    ctx: typer.Context,
    fmt: Format = None,
    output: Output = None,
    raw_cells: RawCells = False,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Write the graph."""
    from kg import export

    context = make_context(ctx, store, config, quiet)
    fmt = options.by_ending(fmt, output, _ENDINGS) or _DEFAULT
    base = context.settings.base
    how = export.Options(base, guard=not raw_cells, say=context.say)
    with open_graph(context) as graph:
        described = export.describe(graph, base)
        if fmt == TABLES and not (output and output.endswith(".zip")):
            _write_folder(described, output, how)
        else:
            _write_file(context, described, fmt, output, how)
    return 0


def _write_file(
    context: Context, graph: Described, fmt: str, output: str | None, how: Options
) -> None:
    from kg import export

    with open_sink(context, output) as sink:
        export.write_whole(graph, fmt, sink, how)
    if output and output != "-" and Path(output).is_file():
        more = export.beside(graph, fmt, Path(output), how)
        if more:
            with open_sink(context, str(more[0])) as sink:
                sink.write(more[1])


def _write_folder(graph: Described, output: str | None, how: Options) -> None:
    from kg import export
    from kg.files import atomic_folder

    if output is None or output == "-":
        raise UsageError(
            "csv is many tables, which do not fit in one stream",
            todo="name a folder or a .zip file with -o",
        )
    with atomic_folder(Path(output), export.is_tables) as folder:
        export.write_tables(graph, folder, how)
