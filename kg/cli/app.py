"""``kg``: finds the command, runs it, and turns every error into one line and an exit code.

0 done or conforms, 1 findings, 2 the user's to mend, 3 ours to mend, 130 interrupted.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

HELP_PAGE = Path(__file__).with_name("help.txt")
"""What typer prints for ``kg --help``, kept as a file: importing typer takes most of the time that
``kg --help`` may take. A test compares the two."""

DONE, USER_FAULT, OWN_FAULT, INTERRUPTED = 0, 2, 3, 130
_OBJECTS_BETWEEN_COLLECTIONS = 20_000


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (None: that of the process) and return its exit code.

    Never raises: this is the one place where an error becomes a line on stderr. With
    ``KG_DEBUG=1`` in the environment the traceback is printed as well.
    """
    if argv is not None:
        return _guarded(list(argv))
    # The process is ours. Imports make objects that live to its end, and looking for garbage among
    # them, again and again and once more at exit, would take a seventh of a short command's time.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    code = _guarded(sys.argv[1:])
    gc.freeze()
    return code


def _guarded(argv: list[str]) -> int:
    """Run the command line; every error becomes a line on stderr and an exit code."""
    _prepare_streams()
    try:
        code = _run(argv)
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
    """Run the command; the messages of typer become ours."""
    if os.environ.get("_KG_COMPLETE"):
        from kg.cli.completion import complete  # here: only a shell asks for it

        return complete(os.environ["_KG_COMPLETE"])
    if argv in ([], ["--help"]):
        sys.stdout.write(HELP_PAGE.read_text(encoding="utf-8"))
        return DONE
    import typer  # here: an import that fails is reported like any other fault

    from kg.cli.group import root_command

    root = root_command()
    try:
        with root.make_context("kg", argv) as ctx:
            return root.invoke(ctx) or DONE
    except typer.Exit as stop:
        return stop.exit_code
    except typer.TyperException as error:
        raise UsageError(_one_sentence(error.format_message()), todo=_help_of(error)) from error


def _one_sentence(message: str) -> str:
    return message[:1].lower() + message[1:].rstrip(".")


def _help_of(error: Exception) -> str:
    """Where to read on: the help of the command that was given."""
    ctx = getattr(error, "ctx", None)
    return f"see {ctx.command_path if ctx else 'kg'} --help"


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
    from kg.plain import clean

    if os.environ.get("KG_DEBUG") == "1":
        import traceback

        traceback.print_exc()
    elif code == OWN_FAULT:
        message += " (KG_DEBUG=1 shows where)"
    if sys.stderr is not None:
        sys.stderr.write(f"kg: {clean(message)}\n")
    return code
