"""The folder of the match decisions, for the commands that use it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.config import DEFAULT_DECISIONS

if TYPE_CHECKING:
    from kg.cli.context import Context
    from kg.decisions import Decision

FILE = "decisions.tsv"
"""The file of the folder to which ``kg decide`` adds; others beside it are read as well."""


def decisions_folder(context: Context, option: str | None) -> Path:
    """The folder that the option or the settings name, else the one that is looked for."""
    return Path(option or context.settings.decisions or DEFAULT_DECISIONS)


def decisions_of(
    context: Context, option: str | None, *, must_exist: bool = True
) -> tuple[Decision, ...]:
    """All decisions of the folder; none when nobody named it and it is not there.

    Raises ``InputError`` for a row that is wrong, and for a folder that was named and is missing,
    unless it need not exist.
    """
    from kg.decisions import read_decisions

    folder = decisions_folder(context, option)
    named = option or context.settings.decisions
    if not folder.exists() and not (named and must_exist):
        return ()
    return read_decisions(folder, context.settings.base)
