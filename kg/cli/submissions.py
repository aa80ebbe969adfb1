"""``kg submissions``: what was handed in, and what became of it."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options
from kg.cli.context import make_context
from kg.cli.output import write_rows, write_text
from kg.cli.submit import store_folder

FORMATS = ("table", "csv", "tsv", "json", "jsonl", "md")

Asked = Annotated[
    str | None,
    typer.Argument(
        metavar="[ID]",
        help="Only this one, with its report; the start of an ID will do.",
        show_default=False,
    ),
]
Format = Annotated[
    str | None, options.format_option(FORMATS, "a table on a terminal, tsv elsewhere")
]


def run(
    ctx: typer.Context,
    asked: Asked = None,
    fmt: Format = None,
    output: options.Output = None,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """List them, or show one."""
    from kg.cli.render import submissions as render
    from kg.submissions import find_record, read_report, standing

    context = make_context(ctx, store, config, quiet)
    folder = store_folder(context.settings.store)
    records = standing(folder)
    if asked is not None:
        record = find_record(records, asked)
        as_one = render.one_as_json if fmt in ("json", "jsonl") else render.one_as_text
        write_text(context, as_one(record, read_report(folder, record)), output)
        return 0
    if not records:
        context.say("kg: nothing has been submitted")
    write_rows(context, render.COLUMNS, render.as_rows(records), fmt=fmt, target=output)
    return 0
