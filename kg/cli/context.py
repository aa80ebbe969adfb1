"""What a command gets beside its arguments: settings and the streams to write to."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from kg.config import Settings, load_settings

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping


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


def make_context(arguments: Namespace, env: Mapping[str, str] | None = None) -> Context:
    """The context for one run. Raises ``UsageError`` when the settings cannot be used."""
    env = os.environ if env is None else env
    config = getattr(arguments, "config", None)
    settings = load_settings(Path(config) if config else None, env)
    store = getattr(arguments, "store", None)
    if store:
        settings = replace(settings, store=store)
    terminal = sys.stdout.isatty()
    return Context(
        settings=settings,
        out=sys.stdout,
        err=sys.stderr,
        quiet=getattr(arguments, "quiet", False),
        terminal=terminal,
        watched=sys.stderr.isatty() and env.get("TERM") != "dumb",
        colour=terminal and not env.get("NO_COLOR") and env.get("TERM") != "dumb",
    )
