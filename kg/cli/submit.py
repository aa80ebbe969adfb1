"""``kg submit``: takes files of others into the graph, or keeps them in quarantine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from kg.cli import options
from kg.cli.context import make_context
from kg.cli.output import write_text
from kg.cli.validate import FailOn, Files, Input, read_submissions
from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.submissions import Handing, Taken
    from kg.validate import Severity, Submission

By = Annotated[
    str,
    typer.Option("--by", metavar="WHO", help="Who hands this in.", show_default=False),
]
Note = Annotated[
    str,
    typer.Option(
        "--note", metavar="TEXT", help="A remark that is kept with it.", show_default=False
    ),
]
On = Annotated[
    str,
    typer.Option(
        "--on",
        metavar="DATE",
        help="When it was handed in (default today, in UTC).",
        show_default=False,
    ),
]


def run(
    ctx: typer.Context,
    files: Files,
    by: By,
    note: Note = "",
    on: On = "",
    input_ending: Input = None,
    fail_on: FailOn = "violation",
    as_json: options.AsJson = False,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Take each file in; 0 all accepted, 1 one is in quarantine, 2 one could not be read."""
    from kg.cli.render import submissions
    from kg.submissions import Handing
    from kg.validate import Limits

    context = make_context(ctx, store, config, quiet)
    folder = store_folder(context.settings.store)
    limits = Limits()
    given = read_submissions(files, input_ending, limits)
    handing = Handing(by, note, _day(on), cast("Severity", fail_on), limits)
    done: list[Taken] = []
    try:
        for taken in _each(folder, given, handing):
            done.append(taken)
            if not as_json:
                write_text(context, submissions.taken_as_text(taken))
    finally:
        # What has been taken stays taken when a later file meets a full disk.
        if as_json:
            write_text(context, submissions.taken_as_json(done))
    return max((_exit_code(taken, handing.fail_on) for taken in done), default=0)


def _day(text: str) -> str:
    from datetime import date  # here: mostly it is today

    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise UsageError(
            f"{text!a} is no date", where="--on", todo="write it as 2026-11-22"
        ) from error


def store_folder(store: str) -> Path:
    """The folder of a store that keeps submissions. Raises ``UsageError`` for any other."""
    from kg.store import MEMORY

    if store == MEMORY or "://" in store:
        raise UsageError("submissions are kept in a folder", where=store, todo="name one: --store")
    return Path(store)


def _each(folder: Path, given: list[Submission], handing: Handing) -> Iterator[Taken]:
    from kg.submissions import submit

    return submit(folder, given, handing)


def _exit_code(taken: Taken, fail_on: Severity) -> int:
    return taken.report.exit_code(fail_on) if taken.report else 0
