"""An argument parser that speaks kg's way: errors as ``UsageError``, with did-you-mean."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from kg.errors import UsageError


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """``did you mean 'x'?`` for the nearest of ``known``, or None when nothing is near."""
    import difflib  # here: only a mistake needs it

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else None


def unknown(what: str, word: str, known: Iterable[str]) -> str:
    """The sentence for an unknown name: what it should have been, or all that there is."""
    names = list(known)
    hint = did_you_mean(word, names) or f"there are {', '.join(names)}"
    return f"there is no {what} '{word}'; {hint}"


class Parser(argparse.ArgumentParser):
    """argparse with whole option names only and errors that ``kg.cli.app`` prints.

    Raises ``UsageError`` instead of ending the process.
    """

    def __init__(self, prog: str, description: str, **settings: Any) -> None:
        super().__init__(prog=prog, description=description, allow_abbrev=False, **settings)

    def error(self, message: str) -> NoReturn:
        """Turn argparse's complaint into a ``UsageError``."""
        raise UsageError(message, todo=f"see {self.prog} --help")

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does, but an unknown option gets a suggestion."""
        parsed, rest = self.parse_known_args(args, namespace)
        if rest:
            word = rest[0]
            if not word.startswith("-"):
                self.error(f"one argument too many: '{word}'")
            options = sorted(o for o in self._option_string_actions if o.startswith("--"))
            self.error(unknown("option", word.split("=")[0], options))
        return parsed


def one_of(what: str, known: Iterable[str]) -> Callable[[str], str]:
    """A converter for arguments that accepts the names in ``known`` only."""
    names = tuple(known)

    def convert(word: str) -> str:
        if word in names:
            return word
        raise argparse.ArgumentTypeError(unknown(what, word, names))

    return convert


def positive(word: str) -> int:
    """A converter for whole numbers from 1."""
    if word.isascii() and word.isdigit() and len(word) <= 9 and int(word) > 0:
        return int(word)
    raise argparse.ArgumentTypeError(f"a whole number from 1 is needed, not '{word}'")


def name_value(word: str) -> tuple[str, str]:
    """A converter for ``name=value``; the value may be empty and may hold ``=``."""
    name, equals, value = word.partition("=")
    if not name or not equals:
        raise argparse.ArgumentTypeError(f"name=value is needed, not '{word}'")
    return name, value


def add_common(parser: Parser) -> None:
    """The options that every command takes, and that may stand before the command too."""
    absent = argparse.SUPPRESS  # so that a later parser does not undo an earlier one
    common = parser.add_argument_group("options of every command")
    common.add_argument(
        "--store",
        metavar="STORE",
        default=absent,
        help="where the graph is: a folder, or memory: (default .kg, or KG_STORE)",
    )
    common.add_argument(
        "--config",
        metavar="FILE",
        default=absent,
        help="the settings: base IRI, store, limits (default kg.toml, if there is one)",
    )
    common.add_argument(
        "--quiet", action="store_true", default=absent, help="no progress and no remarks"
    )


def add_output(parser: Parser) -> None:
    """``-o FILE``, for commands whose result is worth keeping."""
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write the result to FILE, whole or not at all",
    )


def add_format(parser: Parser, formats: Iterable[str], default: str) -> None:
    """``--format NAME``; ``default`` says in words what is printed without it."""
    names = tuple(formats)
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("format", names),
        help=f"{', '.join(names)} ({default})",
    )
