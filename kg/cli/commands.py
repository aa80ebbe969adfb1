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
    """A command's module below ``kg.cli``, what ``kg --help`` says of it, and a line to go by."""

    module: str
    summary: str
    example: str = ""


COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "build": Command(
            "build",
            "Read articles, validate the graph, publish it to the store.",
            "kg build data/articles --jobs 2",
        ),
        "extract": Command(
            "extract",
            "Print what articles say; needs no store.",
            "kg extract --format text article.txt",
        ),
        "query": Command(
            "query",
            "Ask a saved question, or list them.",
            "kg query count-by-candidate --format csv -o count.csv",
        ),
        "sparql": Command(
            "sparql",
            "Ask any SPARQL 1.1 question, read only.",
            "kg sparql 'SELECT ?kind (COUNT(*) AS ?n) { ?thing a ?kind } GROUP BY ?kind'",
        ),
        "check": Command(
            "check",
            "Run the saved checks: what deserves a second look.",
            "kg check stated-against-listed --format text",
        ),
        "why": Command(
            "why",
            "Show every statement about someone, and the words that say it.",
            "kg why https://example.org/kg/id/council/bury",
        ),
        "export": Command(
            "export",
            "Write the whole graph in one of many formats.",
            "kg export --format trig -o graph.trig",
        ),
        "push": Command(
            "push",
            "Put the graph on a SPARQL server, graph by graph.",
            "kg push https://kg.example/sparql",
        ),
        "report": Command(
            "report",
            "Write one page to open and quote from, or one figure of it.",
            "kg report --figure map --format png -o map.png",
        ),
        "validate": Command(
            "validate",
            "Judge files of others by the shapes, whatever their form.",
            "kg validate --against .kg theirs.ttl",
        ),
        "template": Command(
            "template",
            "Print an empty CSV for submissions, or its columns.",
            "kg template --example -o backers.csv",
        ),
        "submit": Command(
            "submit",
            "Take files of others into the graph, or into quarantine.",
            "kg submit theirs.ttl --by 'Who hands it in'",
        ),
        "submissions": Command(
            "submissions",
            "List what was submitted, or show one with its report.",
            "kg submissions --format md",
        ),
        "retract": Command(
            "retract",
            "Take a submission out again, as if it had never come.",
            "kg retract 0123abcd --why 'It was a hoax.'",
        ),
        "reconcile": Command(
            "reconcile",
            "Tell what the name of a place means, and why.",
            "kg reconcile 'Weymouth & Portland' --as-of 2015-07-17",
        ),
        "decide": Command(
            "decide",
            "Say that two are the same, or not, once both are shown.",
            "kg decide IRI IRI same --by 'Who decides' --dry-run",
        ),
        "diff": Command(
            "diff",
            "Tell what two graphs differ in, in words or as statements.",
            "kg diff .kg@previous .kg --format patch -o changes.rdfp",
        ),
        "evaluate": Command(
            "evaluate", "Measure the reading on labelled articles.", "kg evaluate labelled --errors"
        ),
        "store": Command(
            "store", "Verify that the store on disk is sound.", "kg store verify --json"
        ),
        "completion": Command(
            "completion",
            "Print what makes the shell complete words at TAB.",
            "kg completion bash > kg-completion.bash",
        ),
    }
)

SECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "build": "Make the graph",
        "query": "Ask it",
        "export": "Take it elsewhere",
        "validate": "Take in what others have",
        "reconcile": "Decide who is who",
        "diff": "Compare, measure, verify",
        "completion": "Set up the shell",
    }
)
"""The sections of ``kg --help``, each by its first command."""
