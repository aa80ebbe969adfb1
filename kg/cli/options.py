"""Options that several commands share, and what they accept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.names import unknown
from kg.errors import UsageError

Store = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="STORE",
        help="Where the graph is: a folder, memory:, an endpoint's URL (default .kg, or KG_STORE).",
        show_default=False,
    ),
]
Config = Annotated[
    str | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="The settings: base IRI, store, limits (default kg.toml, if there is one).",
        show_default=False,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress and no remarks.")]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write the result to FILE, whole or not at all.",
        show_default=False,
    ),
]
Decisions = Annotated[
    str | None,
    typer.Option(
        "--decisions",
        metavar="DIR",
        help="The folder of the match decisions (default data/decisions, if there is one).",
        show_default=False,
    ),
]
Jobs = Annotated[int, typer.Option("--jobs", metavar="N", min=1, help="Read N articles at a time.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")]


def day_or_today(word: str | None) -> date:
    """The day that an option gives as YYYY-MM-DD, today for None. Raises ``UsageError``."""
    if word is None:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise UsageError(f"a day such as 2015-07-17 is needed, not '{word}'") from error


def one_of(what: str, known: Iterable[str]) -> Callable[[str | None], str | None]:
    """A callback that lets the names in ``known`` through and suggests one for any other."""
    names = tuple(known)

    def check(word: str | None) -> str | None:
        if word is None or word in names:
            return word
        raise typer.BadParameter(unknown(what, word, names))

    return check


def offered(names: Iterable[str]) -> Callable[[str], list[str]]:
    """What the shell may offer for an option that takes one of ``names``."""
    known = tuple(names)

    def complete(incomplete: str) -> list[str]:
        return [name for name in known if name.startswith(incomplete)]

    return complete


def by_ending(fmt: str | None, output: str | None, known: Mapping[str, str]) -> str | None:
    """The format that is given; else that of the ending of the file, by ``known``, if it has one.

    >>> by_ending(None, "map.PNG", {"png": "png"})
    'png'
    """
    if fmt is not None or output is None:
        return fmt
    return known.get(Path(output).suffix[1:].lower())


def format_option(formats: Iterable[str], default: str) -> typer.models.OptionInfo:
    """``--format NAME``; ``default`` says in words what is printed without it."""
    names = tuple(formats)
    made: typer.models.OptionInfo = typer.Option(
        "--format",
        metavar="FORMAT",
        callback=one_of("format", names),
        autocompletion=offered(names),
        help=f"{', '.join(names)} (default {default}).",
        show_default=False,
    )
    return made
