"""``kg build``: articles to a validated graph, published as a whole."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.context import make_context
from kg.cli.output import write_text
from kg.cli.progress import bar
from kg.cli.reading import STDIN
from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import Document

DEFAULT_PATHS = ("data/articles",)

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Articles, or folders of them; - is an article on stdin (default data/articles).",
        show_default=False,
    ),
]


def run(
    ctx: typer.Context,
    paths: Paths = None,
    decisions: options.Decisions = None,
    jobs: options.Jobs = 1,
    as_json: options.AsJson = False,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Build; the exit code is 1 when the graph breaks a shape and was not published."""
    from kg import pipeline
    from kg.cli.decisions import decisions_of
    from kg.cli.render import summary
    from kg.processes import workers

    context = make_context(ctx, store, config, quiet)
    folder = _folder(context.settings.store)
    decided = decisions_of(context, decisions)  # before anything is read: it may be wrong
    documents = _documents(paths or DEFAULT_PATHS)
    with (
        bar(context, "reading", len(documents), then="joining, validating and publishing") as step,
        workers(jobs) as map_,
    ):
        result = pipeline.build(
            documents,
            folder,
            base=context.settings.base,
            decisions=decided,
            map=map_,
            progress=step,
        )
    for left_out, kept in result.duplicates:
        context.say(f"kg: {left_out} has the same text as {kept} and was read once")
    render = summary.as_json if as_json else summary.as_text
    write_text(context, render(result, context.settings.store))
    return 0 if result.report.conforms else 1


def _folder(store: str) -> Path | None:
    """Where to publish; None for ``memory:``, from which nothing could be read afterwards."""
    from kg.store import MEMORY

    if store == MEMORY:
        return None
    if "://" in store:
        raise UsageError("a graph is built into a folder", where=store, todo="name one: --store")
    return Path(store)


def _documents(names: Sequence[str]) -> list[Document]:
    from kg import articles, pipeline

    files = [Path(name) for name in names if name != STDIN]
    documents = pipeline.load_documents(files) if files else []
    if STDIN in names:
        documents.extend(articles.read_stream(sys.stdin.buffer, "stdin"))
    return documents
