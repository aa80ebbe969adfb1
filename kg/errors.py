"""Every error that kg raises on purpose, in one tree.

    KgError                 what is wrong, where, and what to do next
    ├── UserError           the user's to mend (exit code 2)
    │   ├── UsageError      wrong arguments, unknown names
    │   ├── InputError      an article or data file that cannot be read
    │   ├── QueryError      a query that is malformed or refused
    │   └── StoreError      a store that is missing, locked or damaged
    └── InternalError       ours to mend (exit code 3): broken shapes, ontology or lexicon
        └── ResourceError   a file that kg ships is missing or malformed

One place, ``kg.cli``, turns them into a line on stderr and an exit code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager


class KgError(Exception):
    """Base of all errors of kg.

    ``what`` says what is wrong, ``where`` names the file, line or IRI it is wrong in, and
    ``todo`` says what the reader can do next. ``str()`` joins the three on one line.
    """

    exit_code = 3

    def __init__(self, what: str, *, where: str | None = None, todo: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.todo = todo

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        todo = f" ({self.todo})" if self.todo else ""
        return " ".join(f"{place}{self.what}{todo}".split())


class UserError(KgError):
    """Something that the person at the keyboard can mend."""

    exit_code = 2


class UsageError(UserError):
    """Wrong arguments or an unknown name."""


class InputError(UserError):
    """A file of the user's that cannot be read or is malformed."""


class QueryError(UserError):
    """A query that is malformed, refused, or ran past a limit."""


class StoreError(UserError):
    """A store that is missing, locked or damaged."""


class InternalError(KgError):
    """A fault of kg itself."""


class ResourceError(InternalError):
    """A file that kg ships (ontology, shapes, queries, reference data) is missing or broken."""


def described(error: KgError) -> dict[str, str | None]:
    """An error as plain data, for a process to hand to the one that started it."""
    return {
        "kind": type(error).__name__,
        "what": error.what,
        "where": error.where,
        "todo": error.todo,
    }


def from_description(fault: Mapping[str, str | None]) -> KgError:
    """The error that ``described`` took apart."""
    kind = globals().get(str(fault["kind"]), InternalError)
    made: KgError = kind(str(fault["what"]), where=fault["where"], todo=fault["todo"])
    return made


@contextmanager
def naming(article: str) -> Iterator[None]:
    """Let every error name the article that was being read.

    Raises a ``KgError`` of the kind that came up; for any other error an ``InternalError``, since
    whatever the fault, it must be known which article shows it.
    """
    try:
        yield
    except KgError as error:
        place = f"{article}: {error.where}" if error.where else article
        raise type(error)(error.what, where=place, todo=error.todo) from error
    except Exception as error:  # told with the article, not swallowed
        raise InternalError(
            f"the article could not be read: {type(error).__name__}: {error}",
            where=article,
            todo="report it with the article",
        ) from error
