"""Reads the decisions of a folder: every ``*.tsv``, each row checked, then all of them together."""

from __future__ import annotations

import difflib
import re
from datetime import date
from pathlib import Path

from kg import files
from kg.decisions.consistency import check_consistent
from kg.decisions.curies import Prefixes
from kg.decisions.metadata import Metadata, read_metadata
from kg.decisions.model import Decision, Verdict
from kg.decisions.sssom import (
    AUTHORS,
    CLOSE,
    DATE,
    EXACT,
    JUSTIFICATIONS,
    MEANINGS,
    NOT,
    NOTHING_FOUND,
    SAME_AS,
)
from kg.decisions.table import Row, Table, dated, read_table
from kg.errors import InputError

MOST_BYTES = 16_000_000
"""The largest file that is read."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# What a spreadsheet would run when a cell begins with it, and the same behind apostrophes.
_RUN = re.compile(r"'*[=+\-@]")
_KEPT = re.compile(r"'+[=+\-@]")


def read_decisions(folder: Path, base: str) -> tuple[Decision, ...]:
    """The decisions of every ``*.tsv`` right in ``folder``, by the name of the file and the line.

    ``base`` is the one setting under which every IRI of the graph begins, ending in ``/``.

    Raises ``InputError``, naming file and line, for whatever is wrong with a row by itself
    (columns, identifiers, predicate, justification, author, date) or with several together (said
    twice, contradicted, a circle). That a thing exists is for ``kg.identity`` to check.
    """
    decisions = tuple(
        decision
        for path in decision_files(folder)
        for decision in parse_decisions(files.read_text(path, MOST_BYTES), path, base)
    )
    check_consistent(decisions, base)
    return decisions


def decision_files(folder: Path) -> list[Path]:
    """The files of decisions right in ``folder``, by name. Raises ``InputError`` if it is none."""
    if not folder.is_dir():
        raise InputError(
            "is not a folder", where=str(folder), todo="name the folder of the decisions"
        )
    found = (path for path in folder.glob("*.tsv") if not path.name.startswith("."))
    return sorted(found, key=lambda path: path.name)


def parse_decisions(text: str, path: Path, base: str) -> list[Decision]:
    """The decisions of one file, in its order. Raises ``InputError`` as ``read_decisions``."""
    table, metadata = parse_table(text, path, base)
    days = None if dated(table.rows) else (metadata.day or None)
    common = _day(days, f"{path}:{metadata.line}") if days else None
    return [_decision(row, metadata.prefixes, common, path, base) for row in table.rows]


def parse_table(text: str, path: Path, base: str) -> tuple[Table, Metadata]:
    """The table of one file and what it says of all its rows. Raises ``InputError``."""
    table = read_table(text, str(path))
    return table, read_metadata(table.metadata, str(path), base)


def _decision(row: Row, prefixes: Prefixes, common: date | None, path: Path, base: str) -> Decision:
    where, cells = f"{path}:{row.line}", row.cells
    subject = prefixes.whole(cells["subject_id"], where, "subject_id")
    if not subject.startswith(f"{base}id/"):
        raise InputError(
            f"the subject '{cells['subject_id']}' is not of this graph",
            where=where,
            todo=f"the subject begins with '{base}id/'; what lies elsewhere is the object",
        )
    return Decision(
        subject=subject,
        object=_object(cells["object_id"], prefixes, where),
        verdict=_verdict(cells, prefixes, where),
        justification=_justification(cells["mapping_justification"], prefixes, where),
        by=_author(cells, where),
        day=common or _day(cells.get(DATE, ""), where),
        comment=plain(cells.get("comment", "")),
        where=f"{path.name}:{row.line}",
    )


def _object(text: str, prefixes: Prefixes, where: str) -> str:
    iri = prefixes.whole(text, where, "object_id")
    if iri == NOTHING_FOUND:
        raise InputError(
            "the object says that nothing was found, but a decision is about two things",
            where=where,
            todo="remove the row",
        )
    return iri


def _verdict(cells: dict[str, str], prefixes: Prefixes, where: str) -> Verdict:
    text, modifier = cells["predicate_id"], cells.get("predicate_modifier", "")
    if modifier not in ("", NOT):
        raise InputError(
            f"'predicate_modifier' is '{modifier}'",
            where=where,
            todo=f"write '{NOT}' or leave it empty",
        )
    predicate = prefixes.whole(text, where, "predicate_id")
    for (name, wanted), verdict in MEANINGS.items():
        if wanted == modifier and prefixes.whole(name, where, "predicate_id") == predicate:
            return verdict
    raise InputError(
        f"the predicate '{text}'{f' with {modifier}' if modifier else ''} is none of a decision's",
        where=where,
        todo=f"same: {EXACT} or {SAME_AS}; different: the same with {NOT}; unsure: {CLOSE}",
    )


def _justification(text: str, prefixes: Prefixes, where: str) -> str:
    column = "mapping_justification"
    iri = prefixes.whole(text, where, column)
    short = Prefixes({"semapv": prefixes.known["semapv"]}).short(iri) or text
    if short in JUSTIFICATIONS:
        return short
    near = difflib.get_close_matches(short, sorted(JUSTIFICATIONS), 1)
    raise InputError(
        f"'{text}' in '{column}' is no justification of semapv",
        where=where,
        todo=f"did you mean '{near[0]}'?" if near else "write semapv:ManualMappingCuration",
    )


def _author(cells: dict[str, str], where: str) -> str:
    by = next((plain(cells[column]) for column in AUTHORS if cells.get(column)), "")
    if not by:
        raise InputError("nobody signs the row", where=where, todo=f"fill in '{AUTHORS[0]}'")
    return by


def _day(text: str, where: str) -> date:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(
            f"'{text}' in '{DATE}' is no day of the calendar", where=where, todo="correct it"
        ) from error
    raise InputError(
        f"'{text}' in '{DATE}' is no date" if text else f"'{DATE}' is empty",
        where=where,
        todo="write YYYY-MM-DD",
    )


def plain(cell: str) -> str:
    """The text of a cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if _KEPT.match(cell) else cell


def harmless(text: str) -> str:
    """``text`` as a cell that no spreadsheet runs; ``plain`` undoes it."""
    return f"'{text}" if _RUN.match(text) else text
