"""``kg retract``: takes submissions out of the graph again."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options
from kg.cli.context import make_context
from kg.cli.output import write_text
from kg.cli.submit import store_folder

Asked = Annotated[
    list[str],
    typer.Argument(
        metavar="ID...",
        help="Submissions, as kg submissions lists them; the start of an ID will do.",
        show_default=False,
    ),
]
By = Annotated[
    str, typer.Option("--by", metavar="WHO", help="Who takes it out.", show_default=False)
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason.", show_default=False)]
Erase = Annotated[bool, typer.Option("--erase", help="Remove the file that was handed in as well.")]


def run(
    ctx: typer.Context,
    asked: Asked,
    by: By = "",
    why: Why = "",
    erase: Erase = False,
    as_json: options.AsJson = False,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Retract all of them in one step."""
    from kg.cli.render import submissions as render
    from kg.submissions import Reason, retract

    context = make_context(ctx, store, config, quiet)
    folder = store_folder(context.settings.store)
    done = retract(folder, asked, Reason(by, why, erase))
    write_text(
        context, render.retracted_as_json(done) if as_json else render.retracted_as_text(done)
    )
    return 0
