"""``kg validate``: judges graph files by the shapes, with every finding at its line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.arguments import Parser, add_format, add_output, one_of
from kg.cli.output import write_text
from kg.cli.reading import STDIN
from kg.errors import InputError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from kg.cli.context import Context
    from kg.validate import Limits, Submission

FORMATS = ("text", "json", "csv", "github", "sarif", "junit")
SEVERITIES = ("info", "warning", "violation")
INPUTS = ("ttl", "trig", "nt", "nq")


def configure(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a file that ends in .ttl, .trig, .nt or .nq; - is stdin",
    )
    parser.add_argument(
        "--input",
        metavar="ENDING",
        type=one_of("ending", INPUTS),
        default="trig",
        help="what stdin holds: ttl, trig, nt or nq (default trig, of which Turtle is a part)",
    )
    parser.add_argument(
        "--shapes",
        metavar="FILE",
        type=Path,
        action="append",
        help="judge by the shapes of this file and not by those of kg; may be repeated",
    )
    parser.add_argument(
        "--fail-on",
        metavar="SEVERITY",
        type=one_of("severity", SEVERITIES),
        default="violation",
        help="the mildest finding that makes the exit code 1: info, warning or violation (default)",
    )
    add_format(parser, FORMATS, "default text")
    add_output(parser)


def run(arguments: Namespace, context: Context) -> int:
    """Judge every file; 0 conforms, 1 findings, 2 a file could not be read as what it is."""
    from kg import validate
    from kg.cli.render.findings import RENDERERS

    limits = validate.Limits()
    submissions = _submissions(arguments.files, arguments.input, limits)
    report = validate.validate_submissions(submissions, arguments.shapes, limits)
    write_text(context, RENDERERS[arguments.format or "text"](report), arguments.output)
    return report.exit_code(arguments.fail_on)


def _submissions(names: Sequence[str], ending: str, limits: Limits) -> list[Submission]:
    from kg.validate import MEDIA_TYPES, Submission, files

    made = []
    for name in names:
        if name == STDIN:
            data = sys.stdin.buffer.read(limits.file_bytes + 1)
            if len(data) > limits.file_bytes:
                raise InputError(
                    f"is larger than {limits.file_bytes >> 20} MiB", where="stdin", todo="split it"
                )
            made.append(Submission("stdin", MEDIA_TYPES[f".{ending}"], data))
        else:
            made.append(files.load(Path(name), limits))
    return made
