"""What a command gets beside its arguments: settings and the streams to write to."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer

from kg.config import Settings, load_settings

if TYPE_CHECKING:
    from kg.endpoint import Access
    from kg.store import Store


@dataclass(frozen=True, slots=True)
class Context:
    """Settings, streams, and what may be sent to them.

    ``terminal`` says that stdout is one, ``watched`` that stderr is; ``colour`` that stdout may
    be coloured.
    """

    settings: Settings
    out: TextIO
    err: TextIO
    quiet: bool = False
    terminal: bool = False
    watched: bool = False
    colour: bool = False

    def say(self, text: str) -> None:
        """A remark for the person, on stderr; nothing with ``--quiet``."""
        if not self.quiet:
            self.err.write(text + "\n")
            self.err.flush()


def make_context(ctx: typer.Context, store: str | None, config: str | None, quiet: bool) -> Context:
    """The context for one run; what is given after the command goes before what is given ahead.

    Raises ``UsageError`` when the settings cannot be used.
    """
    ahead = ctx.obj or {}
    file = config or ahead.get("config")
    settings = load_settings(Path(file) if file else None, os.environ)
    where = store or ahead.get("store")
    if where:
        settings = replace(settings, store=where)
    terminal, dumb = sys.stdout.isatty(), os.environ.get("TERM") == "dumb"
    return Context(
        settings=settings,
        out=sys.stdout,
        err=sys.stderr,
        quiet=quiet or ahead.get("quiet", False),
        terminal=terminal,
        watched=sys.stderr.isatty() and not dumb,
        colour=terminal and not os.environ.get("NO_COLOR") and not dumb,
    )


def open_graph(context: Context, where: str | None = None) -> Store:
    """The store ``where``, else that of the settings, open for reading.

    Raises as ``kg.store.open_store`` does.
    """
    from kg.store import open_store

    where = where or context.settings.store
    return open_store(where, access(context) if is_endpoint(where) else None)


def is_endpoint(store: str) -> bool:
    """Whether this is the URL of an endpoint, and not a folder."""
    return store.lower().startswith(("http:", "https:"))


def access(context: Context) -> Access:
    """How an endpoint is reached, by the settings and the environment.

    Raises ``UsageError`` for credentials that cannot be used.
    """
    from kg.endpoint import Access, read_credentials

    settings = context.settings
    return Access(
        settings.base,
        read_credentials(os.environ),
        plain_http=settings.plain_http,
        seconds=settings.endpoint_seconds,
    )
