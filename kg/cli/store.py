"""``kg store verify``: tells whether a store on disk still holds what was published."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.context import is_endpoint, make_context
from kg.cli.output import write_text
from kg.cli.render.table import json_text
from kg.errors import UsageError
from kg.plain import clean

if TYPE_CHECKING:
    from kg.store import Verdict

Action = Annotated[
    str,
    typer.Argument(
        metavar="verify",
        callback=options.one_of("action", ("verify",)),
        help="Open the store, count by every index, compare files and counts with the manifest.",
        show_default=False,
    ),
]


def run(
    ctx: typer.Context,
    action: Action,  # noqa: ARG001 - there is one action, which typer has checked
    as_json: options.AsJson = False,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Verify; the exit code is 1 when something is damaged."""
    from kg.store import verify
    from kg.submissions import damage

    context = make_context(ctx, store, config, quiet)
    if is_endpoint(context.settings.store):
        raise UsageError("kg verifies a folder", todo="kg push --dry-run compares with a server")
    folder = Path(context.settings.store)
    verdict = verify(folder)
    verdict = replace(verdict, damage=(*verdict.damage, *damage(folder)))
    write_text(context, json_text(_object(verdict)) if as_json else as_text(verdict))
    return 0 if verdict.sound else 1


def as_text(verdict: Verdict) -> str:
    """The verdict in words: sound, or one line for each damage and what to do."""
    where = f"{clean(verdict.location)}, version {verdict.version}"
    if verdict.sound:
        return f"{where}: sound, {verdict.quads} statements, {verdict.graphs} named graphs\n"
    lines = [f"{where}: damaged", *(f"  {clean(damage)}" for damage in verdict.damage)]
    return "\n".join([*lines, "Build again to mend it: kg build"]) + "\n"


def _object(verdict: Verdict) -> dict[str, object]:
    return {
        "store": verdict.location,
        "version": verdict.version,
        "sound": verdict.sound,
        "quads": verdict.quads,
        "graphs": verdict.graphs,
        "damage": list(verdict.damage),
    }
