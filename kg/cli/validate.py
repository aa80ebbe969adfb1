"""``kg validate``: judges graph files by the shapes, with every finding at its line."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from kg.cli import options
from kg.cli.context import make_context
from kg.cli.output import write_text
from kg.cli.reading import STDIN
from kg.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.validate import Against, Limits, Severity, Submission

ENGINES = ("auto", "fast", "pyshacl")
FORMATS = ("text", "json", "csv", "github", "sarif", "junit", "turtle")
SEVERITIES = ("info", "warning", "violation")
INPUTS = ("ttl", "trig", "nt", "nq", "jsonld", "rdf", "csv", "txt", "md", "html", "pdf", "docx")

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="RDF in any syntax, CSV (see kg template) or an article, by its ending; - is stdin.",
        show_default=False,
    ),
]
Input = Annotated[
    str | None,
    typer.Option(
        "--input",
        metavar="ENDING",
        callback=options.one_of("ending", INPUTS),
        help="What stdin, or a file whose name does not tell, holds: "
        f"{', '.join(INPUTS)} (default for stdin trig, of which Turtle is a part).",
        show_default=False,
    ),
]
AgainstStore = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar="STORE",
        help="Judge each file as an addition to the graph of this store, without adding it.",
        show_default=False,
    ),
]
Shapes = Annotated[
    list[str] | None,
    typer.Option(
        "--shapes",
        metavar="FILE",
        help="Judge by the shapes of this file and not by those of kg; may be repeated.",
        show_default=False,
    ),
]
Engine = Annotated[
    str,
    typer.Option(
        "--engine",
        metavar="NAME",
        callback=options.one_of("engine", ENGINES),
        help="What follows the shapes: fast, pyshacl, or auto, which is fast where fast can.",
    ),
]
Waivers = Annotated[
    str | None,
    typer.Option(
        "--waivers",
        metavar="FILE",
        help="Findings that are accepted for a while, with reason and last day (TOML).",
        show_default=False,
    ),
]
FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on",
        metavar="SEVERITY",
        callback=options.one_of("severity", SEVERITIES),
        help="The mildest finding that makes the exit code 1: info, warning or violation.",
    ),
]
Format = Annotated[str, options.format_option(FORMATS, "text")]


def run(
    ctx: typer.Context,
    files: Files,
    input_ending: Input = None,
    shapes: Shapes = None,
    engine: Engine = "auto",
    waivers: Waivers = None,
    against: AgainstStore = None,
    fail_on: FailOn = "violation",
    fmt: Format = "text",
    output: options.Output = None,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Judge every file; 0 conforms, 1 findings, 2 a file could not be read as what it is."""
    from kg import validate
    from kg.cli.render.findings import RENDERERS, as_text

    context = make_context(ctx, store, config, quiet)
    limits = validate.Limits()
    accepted = validate.load_waivers(Path(waivers)) if waivers else ()
    submissions = read_submissions(files, input_ending, limits)
    rules = [Path(name) for name in shapes] if shapes else None
    named = cast("validate.Engine", engine)
    with _graph(against, context.settings.base) as graph:
        report = validate.validate_submissions(submissions, rules, limits, named, graph)
    for note in report.notes:
        context.say(note)
    if accepted:
        report = validate.waive(report, accepted, date.today())  # noqa: DTZ011 - the user's own day
    if fmt == "text" and context.terminal and output is None:
        from kg.cli.render.findings.frames import frames

        write_text(context, as_text(report, frames(submissions)))
    else:
        write_text(context, RENDERERS[fmt](report), output)
    return report.exit_code(cast("Severity", fail_on))


@contextmanager
def _graph(store: str | None, base: str) -> Iterator[Against | None]:
    """The graph of the store, held open so that a build meanwhile takes nothing away."""
    if store is None:
        yield None
        return
    from kg.store import open_store
    from kg.validate import Against

    with open_store(store) as graph:
        if graph.endpoint() is not None:
            raise UsageError(
                "an addition is judged against a folder",
                where=graph.location,
                todo="fetch the graph first: kg export --format nquads -o FILE",
            )
        yield Against(base, *(graph.on_disk() or ()))


def read_submissions(names: Sequence[str], ending: str | None, limits: Limits) -> list[Submission]:
    """The files ``names``, and stdin for ``-``; ``ending`` tells the form where no name does.

    Raises ``InputError`` for one that is missing, too large, or of no format that is judged.
    """
    from kg.validate import MEDIA_TYPES, Submission, files

    made = []
    for name in names:
        if name == STDIN:
            data = sys.stdin.buffer.read(limits.file_bytes + 1)
            if len(data) > limits.file_bytes:
                raise InputError(
                    f"is larger than {limits.file_bytes >> 20} MiB", where="stdin", todo="split it"
                )
            made.append(Submission("stdin", MEDIA_TYPES[f".{ending or 'trig'}"], data))
        else:
            made.append(files.load(Path(name), limits, ending))
    return made
