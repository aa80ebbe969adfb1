"""``kg``: finds the command, runs it, and turns every error into one line and an exit code.

0 done or conforms, 1 findings, 2 the user's to mend, 3 ours to mend, 130 interrupted.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from typing import TYPE_CHECKING

from kg import __version__
from kg.cli.arguments import Parser, add_common, unknown
from kg.cli.commands import COMMANDS, load
from kg.errors import KgError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, USER_FAULT, OWN_FAULT, INTERRUPTED = 0, 2, 3, 130

_DESCRIPTION = (
    "Reads endorsements out of political news into a knowledge graph in which every fact keeps "
    "the words that say it."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (None: that of the process) and return its exit code.

    Never raises: this is the one place where an error becomes a line on stderr. With
    ``KG_DEBUG=1`` in the environment the traceback is printed as well.
    """
    _prepare_streams()
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_stdout()
        return DONE  # whoever reads our output has seen enough, as `head` does
    except KeyboardInterrupt:
        return _complain("interrupted", INTERRUPTED)
    except KgError as error:
        return _complain(str(error), error.exit_code)
    except OSError as error:
        _discard_stdout()
        return _complain(_os_reason(error), USER_FAULT)
    except Exception as error:  # the last door: a stranger never sees a traceback
        return _complain(f"a fault inside kg: {type(error).__name__}: {error}", OWN_FAULT)
    return code


def _run(argv: list[str]) -> int:
    """Read the common options and the command, then run the command on the rest."""
    parser = _root_parser()
    try:
        arguments = parser.parse_args(argv)
        if arguments.version:
            sys.stdout.write(f"kg {__version__}\n")
            return DONE
        if arguments.command is None:
            parser.print_help()
            return DONE
        if arguments.command not in COMMANDS:
            raise UsageError(unknown("command", arguments.command, COMMANDS), todo="see kg --help")
        return _run_command(arguments)
    except SystemExit:  # argparse ends the process only after it has printed the help
        return DONE


def _run_command(before: argparse.Namespace) -> int:
    from kg.cli.context import make_context  # here: kg --help has no use for it

    module = load(before.command)
    parser = Parser(f"kg {before.command}", COMMANDS[before.command].summary.capitalize() + ".")
    module.configure(parser)
    add_common(parser)
    arguments = parser.parse_args(before.rest, before)
    return module.run(arguments, make_context(arguments))


def _root_parser() -> Parser:
    lines = [f"  {name:<11}{command.summary}" for name, command in COMMANDS.items()]
    parser = Parser(
        "kg",
        _DESCRIPTION,
        usage="kg [--store STORE] [--config FILE] [--quiet] COMMAND ...",
        epilog="\n".join(["commands:", *lines, "", "kg COMMAND --help says more."]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="store_true", help="print the version")
    add_common(parser)
    parser.add_argument("command", nargs="?", help=argparse.SUPPRESS)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def _prepare_streams() -> None:
    """Results are UTF-8 wherever they go; a closed stdout swallows what is written."""
    if sys.stdout is None:
        sys.stdout = io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _discard_stdout() -> None:
    """Let the interpreter flush what is left into nothing, so that it cannot fail at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return  # a stream without a descriptor has nothing to flush at exit


def _os_reason(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason


def _complain(message: str, code: int) -> int:
    """One line on stderr, control characters stripped; returns ``code``."""
    from kg.cli.render.plain import clean

    if os.environ.get("KG_DEBUG") == "1":
        import traceback

        traceback.print_exc()
    elif code == OWN_FAULT:
        message += " (KG_DEBUG=1 shows where)"
    if sys.stderr is not None:
        sys.stderr.write(f"kg: {clean(message)}\n")
    return code
