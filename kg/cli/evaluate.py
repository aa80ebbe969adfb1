"""``kg evaluate``: how well labelled articles are read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.context import make_context
from kg.cli.output import write_rows, write_text
from kg.cli.progress import bar
from kg.errors import UsageError

Folder = Annotated[
    str,
    typer.Argument(
        metavar="DIR",
        help="A folder of labelled articles; see the manual for how they are written.",
        show_default=False,
    ),
]
Errors = Annotated[
    bool, typer.Option("--errors", help="Print what was missed or unexpected, with its words.")
]
Rules = Annotated[
    bool, typer.Option("--rules", help="Print how often each rule fired and was right.")
]
Floors = Annotated[
    str | None,
    typer.Option(
        "--floors",
        metavar="FILE",
        help="Scores that must be reached, as TOML; exit code 1 when one is not.",
        show_default=False,
    ),
]


def run(
    ctx: typer.Context,
    folder: Folder,
    errors: Errors = False,
    rules: Rules = False,
    floors: Floors = None,
    jobs: options.Jobs = 1,
    as_json: options.AsJson = False,
    output: options.Output = None,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Measure; the exit code is 1 when a score is under its floor."""
    from kg import evaluation
    from kg.cli.render import evaluation as render
    from kg.processes import workers

    if errors and rules:
        raise UsageError("--errors and --rules are two tables", todo="ask for one of them")
    context = make_context(ctx, store, config, quiet)
    limits = evaluation.read_floors(Path(floors)) if floors else ()
    articles = evaluation.load_articles(Path(folder))
    with (
        bar(context, "reading", len(articles), then="counting") as step,
        workers(jobs) as map_,
    ):
        result = evaluation.evaluate(articles, map=map_, progress=step)
    breaches = evaluation.below(result, limits)
    if as_json:
        write_text(context, render.as_json(result, breaches), output)
    else:
        table = render.faults if errors else render.rules if rules else render.scores
        write_rows(context, *table(result), target=output)
    for breach in breaches:
        context.err.write(f"kg: {breach}\n")
    return 1 if breaches else 0
