"""The typer app: ``kg`` and its commands, each imported only when it is the one that is asked for.

typer 0.29 imports pydantic whenever a command runs, which alone takes ten times as long as kg may
take to start; that is why an earlier one is pinned.
"""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from kg import __version__
from kg.cli import options
from kg.cli.commands import COMMANDS, SECTIONS
from kg.cli.names import unknown

# Plain help and plain errors: rich is slow to import, and kg prints its errors itself.
_PLAIN: dict[str, Any] = {
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "add_completion": False,
}

_EXIT_CODES = (
    "Exit codes: 0 done, or conforms; 1 findings; 2 yours to mend; 3 ours. "
    "`kg COMMAND --help` tells the rest."
)


class LazyGroup(TyperGroup):
    """A group that knows its commands by name and imports one when it is needed."""

    _only_names = False

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - as typer calls it
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, imported now. An unknown name is refused with a suggestion."""
        if cmd_name not in COMMANDS:
            ctx.fail(unknown("command", cmd_name, COMMANDS))
        if self._only_names:
            return TyperCommand(cmd_name, help=COMMANDS[cmd_name].summary)
        return load(cmd_name)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """What may follow ``kg``, without importing a command."""
        self._only_names = True
        try:
            return super().shell_complete(ctx, incomplete)
        finally:
            self._only_names = False

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - as typer calls it
        """The summaries of the table by section, without importing a command, in one column."""
        width = max(map(len, COMMANDS))
        sections: dict[str, list[tuple[str, str]]] = {}
        rows: list[tuple[str, str]] = []
        for name, command in COMMANDS.items():
            if name in SECTIONS:
                rows = sections.setdefault(SECTIONS[name], [])
            rows.append((name.ljust(width), command.summary))
        for title, told in sections.items():
            with formatter.section(title):
                formatter.write_dl(told)


def load(name: str) -> Any:
    """The command ``name`` as typer runs it."""
    command = COMMANDS[name]
    app = typer.Typer(**_PLAIN)
    run = import_module(f"kg.cli.{command.module}").run
    epilog = f"Example: {command.example}" if command.example else None
    app.command(name, help=command.summary, epilog=epilog)(run)
    return typer.main.get_command(app)


def root_command() -> Any:
    """``kg`` as typer runs it."""
    app = typer.Typer(cls=LazyGroup, **_PLAIN)
    app.callback(invoke_without_command=True, epilog=_EXIT_CODES)(_root)
    return typer.main.get_command(app)


def help_page() -> str:
    """What ``kg --help`` prints, as typer makes it for a terminal of 80 columns."""
    root = root_command()
    with root.make_context("kg", [], resilient_parsing=True, terminal_width=80) as ctx:
        return f"{root.get_help(ctx)}\n"


def _root(
    ctx: typer.Context,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Read endorsements out of political news into a graph that keeps the words for every fact."""
    ctx.obj = {"store": store, "config": config, "quiet": quiet}
    if version:
        typer.echo(f"kg {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
