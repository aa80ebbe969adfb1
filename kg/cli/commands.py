"""The table of commands: name, module and one line of help.

It is all that ``kg --help`` needs; a command's module is imported when the command is given.
A command module has ``configure(parser)`` and ``run(arguments, context) -> exit code``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from argparse import Namespace

    from kg.cli.arguments import Parser
    from kg.cli.context import Context


class Command(NamedTuple):
    """A command's module below ``kg.cli`` and what ``kg --help`` says of it."""

    module: str
    summary: str


class CommandModule(Protocol):
    """What a command module offers."""

    def configure(self, parser: Parser) -> None:
        """Add the command's arguments."""

    def run(self, arguments: Namespace, context: Context) -> int:
        """Do it; the exit code is 0 or 1, anything worse is raised."""


COMMANDS: dict[str, Command] = {
    "build": Command("build", "read articles, validate the graph and publish it to the store"),
    "extract": Command("extract", "print what an article says; needs no store"),
    "query": Command("query", "ask a saved question, or list them"),
    "sparql": Command("sparql", "ask any SPARQL 1.1 question, read only"),
    "check": Command("check", "run the saved checks: what deserves a second look"),
    "why": Command("why", "show every statement about someone, with the words that say it"),
    "export": Command("export", "write the whole graph in one of many formats"),
    "validate": Command("validate", "judge graph files by the shapes"),
    "reconcile": Command("reconcile", "tell what a place name resolves to, and why"),
    "store": Command("store", "verify that the store on disk is sound"),
}


def load(name: str) -> CommandModule:
    """The module of the command ``name``, imported now."""
    return cast("CommandModule", import_module(f"kg.cli.{COMMANDS[name].module}"))
