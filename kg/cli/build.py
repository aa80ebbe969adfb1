"""``kg build``: articles to a validated graph, published as a whole."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.arguments import Parser, positive
from kg.cli.output import write_text
from kg.cli.progress import bar
from kg.cli.reading import STDIN
from kg.errors import UsageError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from kg.cli.context import Context
    from kg.model import Document

DEFAULT_PATHS = ("data/articles",)


def configure(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="articles, or folders of them; - is an article on stdin (default data/articles)",
    )
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=positive,
        default=1,
        help="read N articles at a time (default 1)",
    )
    parser.add_argument("--json", action="store_true", help="print the summary as JSON")


def run(arguments: Namespace, context: Context) -> int:
    """Build; the exit code is 1 when the graph breaks a shape and was not published."""
    from kg import pipeline
    from kg.cli.render import summary

    folder = _folder(context.settings.store)
    documents = _documents(arguments.paths or DEFAULT_PATHS)
    with (
        bar(context, "reading", len(documents), then="validating and publishing") as step,
        pipeline.workers(arguments.jobs) as map_,
    ):
        result = pipeline.build(
            documents, folder, base=context.settings.base, map=map_, progress=step
        )
    for left_out, kept in result.duplicates:
        context.say(f"kg: {left_out} has the same text as {kept} and was read once")
    render = summary.as_json if arguments.json else summary.as_text
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
        documents.append(articles.document("stdin", sys.stdin.buffer.read()))
    return documents
