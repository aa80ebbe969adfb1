"""``kg store verify``: tells whether a store on disk still holds what was published."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.arguments import Parser, one_of
from kg.cli.output import write_text
from kg.cli.render.plain import clean
from kg.cli.render.table import json_text

if TYPE_CHECKING:
    from argparse import Namespace

    from kg.cli.context import Context
    from kg.store import Verdict


def configure(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "action",
        metavar="verify",
        type=one_of("action", ("verify",)),
        help="open the store, count by every index, compare files and counts with the manifest",
    )
    parser.add_argument("--json", action="store_true", help="print the verdict as JSON")


def run(arguments: Namespace, context: Context) -> int:
    """Verify; the exit code is 1 when something is damaged."""
    from kg.store import verify

    verdict = verify(Path(context.settings.store))
    text = json_text(_object(verdict)) if arguments.json else as_text(verdict)
    write_text(context, text)
    return 0 if verdict.sound else 1


def as_text(verdict: Verdict) -> str:
    """The verdict in words: sound, or one line for each damage and what to do."""
    where = f"{clean(verdict.location)}, version {verdict.version}"
    if verdict.sound:
        return f"{where}: sound, {verdict.quads} statements, {verdict.graphs} article graphs\n"
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
