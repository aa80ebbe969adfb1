"""The page of saved queries, made of their headers and of what kg prints for each."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

from kg.cli import main
from kg.cli.render.queries import takes
from kg.queries import CHECKS, Outline, Parameter, SavedQuery, list_checks, list_queries
from kg.store import publish
from tests.conftest import ROOT
from tests.shipped import shipped_quads

PAGE = ROOT / "docs" / "queries.md"
_ROWS = 3
_WIDTH = 150
_HEAD = """\
# Saved queries

Made by `make answers` from the queries and what they answer on the articles of `data/articles`;
a test compares the two. How parameters are given is in [the manual](manual.md#kg-query-name). A
line `…` stands for rows left out, `…` at the end of a line for the rest of it.

"""
_CHECKS = """\
## Checks

Questions to which a sound graph has no answer; `kg check` asks them all.

"""


def page() -> str:
    """The whole page."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        publish(store, shipped_quads())
        return "".join(_sections(store))


def _sections(store: Path) -> Iterator[str]:
    yield _HEAD
    heading = ""
    for query in sorted(list_queries(), key=lambda one: (one.header.tags[0], one.name)):
        if query.header.tags[0] != heading:
            heading = query.header.tags[0]
            yield f"## {heading.capitalize()}\n\n"
        yield from _section(query, store)
    yield _CHECKS
    for check in list_checks():
        yield from _section(check, store)


def _section(query: SavedQuery | Outline, store: Path) -> Iterator[str]:
    header = query.header
    yield f"### {query.name.removeprefix(f'{CHECKS}/')}\n\n"
    yield f"{header.summary}. {header.description}\n\n"
    if header.remedy:
        yield f"What to do: {header.remedy}.\n\n"
    if query.parameters:
        yield "| parameter | takes | without it |\n|---|---|---|\n"
        yield from map(_parameter, query.parameters)
        yield "\n"
    yield f"```console\n$ kg query {query.name}\n"
    yield from _shown(_printed(["query", query.name, "--store", str(store)]))
    yield "```\n\n"


def _parameter(parameter: Parameter) -> str:
    without = f"`{parameter.default}`" if parameter.default else "everything"
    return f"| `{parameter.name}` | {takes(parameter)} | {without} |\n"


def _printed(arguments: list[str]) -> list[str]:
    printed, err = BytesIO(), StringIO()
    out = TextIOWrapper(printed, encoding="utf-8", write_through=True)
    with redirect_stdout(out), redirect_stderr(err):
        code = main(arguments)
    if code:
        raise AssertionError(err.getvalue())
    return printed.getvalue().decode().splitlines()


def _shown(lines: list[str]) -> Iterator[str]:
    """The header and the first rows; of Turtle the first statements, without the prefixes."""
    lines = [line for line in lines if line and not line.startswith("@")]
    for line in lines[: _ROWS + 1]:
        yield f"{line if len(line) <= _WIDTH else line[: _WIDTH - 1] + '…'}\n"
    if len(lines) > _ROWS + 1:
        yield "…\n"
