"""The table of commands: name, module and one line of help.

It is all that ``kg --help`` needs; a command's module is imported when the command is given.
A command module has a function ``run``, whose parameters are the command's and which returns the
exit code, 0 or 1; anything worse is raised.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Command(NamedTuple):
    """A command's module below ``kg.cli`` and what ``kg --help`` says of it."""

    module: str
    summary: str


COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "build": Command("build", "Read articles, validate the graph, publish it to the store."),
        "extract": Command("extract", "Print what articles say; needs no store."),
        "query": Command("query", "Ask a saved question, or list them."),
        "sparql": Command("sparql", "Ask any SPARQL 1.1 question, read only."),
        "check": Command("check", "Run the saved checks: what deserves a second look."),
        "why": Command("why", "Show every statement about someone, and the words that say it."),
        "export": Command("export", "Write the whole graph in one of many formats."),
        "validate": Command(
            "validate", "Judge files of others by the shapes, whatever their form."
        ),
        "template": Command("template", "Print an empty CSV for submissions, or its columns."),
        "submit": Command("submit", "Take files of others into the graph, or into quarantine."),
        "submissions": Command(
            "submissions", "List what was submitted, or show one with its report."
        ),
        "retract": Command("retract", "Take a submission out again, as if it had never come."),
        "reconcile": Command("reconcile", "Tell what the name of a place means, and why."),
        "decide": Command("decide", "Say that two are the same, or not, once both are shown."),
        "diff": Command("diff", "Tell what two graphs differ in, in words or as statements."),
        "evaluate": Command("evaluate", "Measure the reading on labelled articles."),
        "store": Command("store", "Verify that the store on disk is sound."),
    }
)
