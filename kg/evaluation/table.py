"""``labels.tsv``: what a person found in an article, a row a label, made with any spreadsheet.

The first line names the columns, in any order; those of ``FURTHER`` may be missing.
Lines that begin with ``#`` are remarks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from kg.errors import InputError
from kg.evaluation.model import STATEMENTS, Label, Statement
from kg.evaluation.quotes import QuotedText
from kg.files import read_text
from kg.model import AgentKind

NEEDED = ("what", "who", "whom or what", "words")
"""Columns that every table has: the statement; the endorser, candidate or person; the candidate,
number or role; the words of the article that say it."""

FURTHER = ("of", "type", "other names", "optional", "note")
"""Columns that may be missing: the body or place of a role, or what a claim counts; person or
organisation; other forms of "who" in the article, parted by semicolons; "yes"; a remark."""

MAX_BYTES = 16 * 1024 * 1024
T = TypeVar("T")

_STATEMENTS: Mapping[str, Statement] = {
    **{statement: statement for statement in STATEMENTS if statement not in ("claims", "roles")},
    "claim": "claims",
    "role": "roles",
}
_TYPES: Mapping[str, AgentKind] = {
    "": "person",
    "person": "person",
    "organisation": "organisation",
    "organization": "organisation",
}
_YES = {"": False, "no": False, "yes": True}
_NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12}(?:\.[0-9]{1,6})?")


def read_labels(path: Path, text: str) -> tuple[Label, ...]:
    """The labels in ``path`` of the article ``text``.

    Raises ``InputError`` with the line and what to do when the table is no table, lacks a column,
    or has a label that cannot be: one whose words are not in the text, above all.
    """
    quoted = QuotedText(text)
    return tuple(_label(cells, quoted, where) for where, cells in _rows(path))


def number(printed: str) -> str | None:
    """A number as a label has it, without commas; None when it is none.

    >>> number("1,234"), number("7.5"), number("many")
    ('1234', '7.5', None)
    """
    return printed.replace(",", "") if _NUMBER.fullmatch(printed) else None


def _rows(path: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Where each row stands, and its cells by column."""
    columns: list[str] | None = None
    for at, line in enumerate(read_text(path, MAX_BYTES).split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        where = f"{path}:{at}"
        cells = [cell.strip() for cell in line.split("\t")]
        if columns is None:
            columns = _columns(cells, where)
            continue
        while len(cells) > len(columns) and not cells[-1]:
            cells.pop()
        if len(cells) > len(columns):
            raise InputError(
                f"has {len(cells)} cells under {len(columns)} columns",
                where=where,
                todo="keep tabs and line breaks out of the cells",
            )
        cells += [""] * (len(columns) - len(cells))
        yield where, dict(zip(columns, cells, strict=True))
    if columns is None:
        raise InputError(
            "has no line that names the columns", where=str(path), todo=_naming_columns()
        )


def _columns(cells: list[str], where: str) -> list[str]:
    columns = [_bare(cell).casefold() for cell in cells]
    while columns and not columns[-1]:
        columns.pop()
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        raise InputError(f"has no column {missing[0]!r}", where=where, todo=_naming_columns())
    unknown = [name for name in columns if name not in (*NEEDED, *FURTHER)]
    if unknown:
        raise InputError(
            f"has an unknown column {unknown[0]!r}", where=where, todo=_naming_columns()
        )
    if len(set(columns)) < len(columns):
        raise InputError("names a column twice", where=where, todo="keep one of them")
    return columns


def _naming_columns() -> str:
    return f"the columns are {', '.join(NEEDED)}, and if needed {', '.join(FURTHER)}, tabs between"


def _label(cells: Mapping[str, str], quoted: QuotedText, where: str) -> Label:
    statement = _one_of(_STATEMENTS, cells, "what", where)
    return Label(
        statement=statement,
        who=_some(cells, "who", where),
        what=_what(statement, _some(cells, "whom or what", where), where),
        words=_words(_some(cells, "words", where, bare=False), quoted, where),
        of=_bare(cells.get("of", "")) if statement == "roles" else "",
        kind=_one_of(_TYPES, cells, "type", where),
        other_names=tuple(
            name.strip() for name in _bare(cells.get("other names", "")).split(";") if name.strip()
        ),
        optional=_one_of(_YES, cells, "optional", where),
    )


def _what(statement: Statement, printed: str, where: str) -> str:
    if statement != "claims":
        return printed
    found = number(printed)
    if found is None:
        raise InputError(
            f"a claim has a number, not {printed!r}",
            where=where,
            todo="write it in digits; a share or a number in words that is not exact is no claim",
        )
    return found


def _words(cell: str, quoted: QuotedText, where: str) -> str:
    """The quote as it stands in the cell, or without the quotation marks that programs add."""
    for words in (cell, _bare(cell)):
        if words and words in quoted:
            return words
    shown = cell if len(cell) <= 60 else f"{cell[:60]}…"
    raise InputError(
        f"these words are not in the article: {shown}",
        where=where,
        todo="copy them from the article, within one paragraph",
    )


def _some(cells: Mapping[str, str], column: str, where: str, *, bare: bool = True) -> str:
    value = cells[column]
    value = _bare(value) if bare else value
    if not value:
        raise InputError(f"has nothing under {column!r}", where=where, todo="fill it in")
    return value


def _one_of(known: Mapping[str, T], cells: Mapping[str, str], column: str, where: str) -> T:
    value = _bare(cells.get(column, "")).casefold()
    if value not in known:
        words = ", ".join(word for word in known if word)
        raise InputError(
            f"has {value!r} under {column!r}", where=where, todo=f"write one of {words}"
        )
    return known[value]


def _bare(cell: str) -> str:
    """The cell without the quotation marks in which spreadsheets put some cells."""
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"').strip()
    return cell
