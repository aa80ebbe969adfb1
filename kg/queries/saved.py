"""Saved queries: one question a file, with what it asks, its parameters and how to run it.

The engine substitutes a variable only if the outermost SELECT projects it (SPARQL-dev SEP-0007),
while a query of the form that grlc reads must not. So the parameters that have a value are added
to the projection, and to GROUP BY, when the query is run, and their columns are left out of the
result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, QuerySolutions, QueryTriples

from kg import resources
from kg.asking import Queryable, Row, engine_errors
from kg.errors import QueryError, ResourceError, UsageError
from kg.queries.header import Header, parse_header
from kg.queries.parameters import Parameter, bind, find_parameters
from kg.queries.projection import Form, Plan, plan_query
from kg.queries.reach import check_reach
from kg.sparqltokens import tokenize

FOLDER = "queries"
CHECKS = "checks"
_SHOWN = 5
_PLAIN_NAME = re.compile(rf"(?:{CHECKS}/)?[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query of ``queries/``: ``name`` is the file's without ``.rq``, ``text`` all of it."""

    name: str
    header: Header
    parameters: tuple[Parameter, ...]
    text: str
    plan: Plan

    @property
    def form(self) -> Form:
        """Whether the answer is rows or triples."""
        return self.plan.form


class Outline(NamedTuple):
    """A query of ``queries/`` as a list shows it."""

    name: str
    header: Header
    parameters: tuple[Parameter, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The answer: ``rows`` of terms, None where a variable has no value, in the query's order.

    ``triples`` says that the rows are the triples of a CONSTRUCT, and the columns subject,
    predicate and object.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    triples: bool = False


def read_query(text: str, name: str) -> SavedQuery:
    """The saved query in ``text``; ``name`` is its file's, with or without ``.rq``.

    Raises ``QueryError`` naming the file and the place for whatever is not as it should be.
    """
    header = parse_header(text, name)
    with _in_file(name):
        tokens = tokenize(text)
        plan = plan_query(text, tokens)
        parameters = find_parameters(tokens, header, text)
        variables = [parameter.variable for parameter in parameters]
        check_reach(text, tokens, variables)
        plan.check(variables)
    return SavedQuery(name.removesuffix(".rq"), header, parameters, text, plan)


@contextmanager
def _in_file(name: str) -> Iterator[None]:
    """Put the name of the file before the place of a ``QueryError``."""
    try:
        yield
    except QueryError as error:
        place = f"{name}: {error.where}" if error.where else name
        raise QueryError(error.what, where=place, todo=error.todo) from error


def names(folder: Path | None = None) -> tuple[str, ...]:
    """The names of all saved queries, sorted; those of checks begin with ``checks/``.

    ``folder`` is the folder to look in instead of the one that kg ships.
    """
    top = folder or resources.path(FOLDER)
    files = [*top.glob("*.rq"), *top.glob(f"{CHECKS}/*.rq")]
    return tuple(sorted(f.relative_to(top).with_suffix("").as_posix() for f in files))


def list_queries(folder: Path | None = None) -> tuple[SavedQuery, ...]:
    """Every saved query that is no check, by name. Raises ``ResourceError`` for a broken file."""
    return tuple(load_query(n, folder) for n in names(folder) if not n.startswith(f"{CHECKS}/"))


def outlines(folder: Path | None = None) -> tuple[Outline, ...]:
    """What a list shows of ``list_queries``, without the plans.

    Raises ``ResourceError`` for a file that cannot be read, or whose header is broken.
    """
    return tuple(_outline(n, folder) for n in names(folder) if not n.startswith(f"{CHECKS}/"))


def _outline(name: str, folder: Path | None) -> Outline:
    text = _text(name, folder)
    with _shipped():
        header = parse_header(text, f"{name}.rq")
        with _in_file(f"{name}.rq"):
            # Most queries have no parameter, and only those that may have one are taken apart.
            tokens = tokenize(text) if "?_" in text or "$_" in text else ()
            return Outline(name, header, find_parameters(tokens, header, text))


def list_checks(folder: Path | None = None) -> tuple[SavedQuery, ...]:
    """Every saved check, by name. Raises ``ResourceError`` for a broken file."""
    return tuple(load_query(n, folder) for n in names(folder) if n.startswith(f"{CHECKS}/"))


def load_query(name: str, folder: Path | None = None) -> SavedQuery:
    """The saved query ``name`` (``checks/...`` for a check).

    Raises ``UsageError`` with a suggestion when there is none, ``ResourceError`` when its file is
    broken.
    """
    text = _text(name, folder)
    with _shipped():
        return read_query(text, f"{name}.rq")


def _text(name: str, folder: Path | None) -> str:
    """The text of the file of ``name``; the folder is looked through only for an odd name."""
    if not _PLAIN_NAME.fullmatch(name) and name not in names(folder):
        raise _unknown(name, folder)
    file = (folder or resources.path(FOLDER)) / f"{name}.rq"
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise _unknown(name, folder) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError("cannot be read", where=str(file), todo="install kg again") from error


def _unknown(name: str, folder: Path | None) -> UsageError:
    import difflib  # here: only a mistake needs it

    known = names(folder)
    parts = [one for one in known if len(name) > 2 and name in one]  # "turnout", "candidate"
    near = parts[:_SHOWN] or difflib.get_close_matches(name, known, 1)
    return UsageError(
        f"there is no saved query {name!r}",
        todo=f"did you mean {', or '.join(near)}?" if near else "kg query lists them",
    )


@contextmanager
def _shipped() -> Iterator[None]:
    """A fault in a file that kg ships is not its user's."""
    try:
        yield
    except QueryError as error:
        raise ResourceError(error.what, where=error.where, todo=error.todo) from error


def run(store: Queryable, saved: SavedQuery, values: Mapping[str, str] | None = None) -> Result:
    """The answer of ``saved`` on ``store``; ``values`` are the parameters' by name, as text.

    Raises ``UsageError`` for an unknown, missing or unsuitable parameter and for a name that means
    nothing or several things, and ``StoreError`` when the store turns out to be damaged.
    """
    terms = terms_of(store, saved, values or {})
    columns = saved.plan.columns
    with engine_errors():  # an answer is worked out as it is read
        answer = store.query(saved.plan.runnable(terms), terms or None)
        if not isinstance(answer, QuerySolutions):
            if isinstance(answer, QueryTriples | list):
                return Result(columns, tuple(map(tuple, answer)), triples=True)
            raise QueryError("the query answers yes or no", where=saved.name, todo="write a SELECT")
        if not terms:
            return Result(columns, tuple(map(tuple, answer)))
        width = len(columns)
        return Result(columns, tuple([tuple(row)[:width] for row in answer]))


def terms_of(
    store: Queryable, saved: SavedQuery, values: Mapping[str, str]
) -> dict[str, NamedNode | Literal]:
    """The terms to bind for ``values``, by variable; names are looked up in ``store``.

    Raises as ``run`` does.
    """
    if not saved.parameters and not values:
        return {}
    if not any(parameter.sort for parameter in saved.parameters):
        return bind(saved.parameters, values, saved.name)
    from kg.queries.naming import find_named  # here: few queries need it

    return bind(saved.parameters, values, saved.name, partial(find_named, store))
