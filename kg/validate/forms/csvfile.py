"""CSV: one row is one endorsement, judged by the same shapes; findings at row and column.

A row becomes the statements that kg would make had it read the same words in an article, under the
same IRIs: the maker of statements is the same. A cell that is empty or wrong is left out of them or
put in as it is, so that the shapes say what is wrong with it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.validate.forms.csvcolumns import COLUMNS, FIELDS
from kg.validate.forms.csvmaking import Made, make
from kg.validate.forms.csvrows import Row, formulas, read_rows
from kg.validate.forms.model import Reading, Source, refused
from kg.validate.forms.text import decoded
from kg.validate.literals import literal_fault
from kg.validate.positions import Index, Position
from kg.validate.report import Finding
from kg.vocab import XSD


def read_csv(source: Source) -> Reading:
    """The statements of the rows whose cells are numbers and dates where they have to be."""
    text = decoded(source)
    if isinstance(text, Finding):
        return refused(text)
    if "\0" in text:
        return refused(_nul(text, source))
    table = read_rows(text, source)
    if not table.rows:
        return refused(*table.faults)
    bad = list(table.faults)
    good = []
    for row in table.rows:
        found = list(_cell_faults(row, source))
        bad += found
        if not found:
            good.append(row)
    if not good:
        return refused(*bad)
    made = make(good, source.base)
    placing = _Placing(made, {row.number: row for row in good})
    remarks = (*bad, *formulas(table.rows, source))
    return Reading(tuple(made.quads), (), placing, remarks)


# From the year 1 on, and without a time zone, which dates of articles do not have.
_DATE = re.compile(r"(?!0000)[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


def _nul(text: str, source: Source) -> Finding:
    before = text[: text.index("\0")]
    return source.fault(
        "encoding",
        "This holds a character that text does not have (NUL).",
        "Save the file as CSV in UTF-8.",
        Position(line=before.count("\n") + 1),
    )


def _cell_faults(row: Row, source: Source) -> Iterator[Finding]:
    """Numbers, dates and kinds of endorser that are none; such a row is made into nothing."""
    for name, cell in row.cells.items():
        column, written = COLUMNS[name], cell.strip()
        if not written:
            continue
        fault = literal_fault(written, _datatype(written, column.datatype))
        if column.datatype in (XSD.date, XSD.gYear) and not _DATE.fullmatch(written):
            fault = f"“{written[:100]}” is no year, month or day as it is written."
        if name == "endorser_type" and written not in column.words:
            fault = f"“{written[:100]}” is no kind of endorser."
        if fault:
            finding = source.fault("object", fault, _hint(name, written), row.place(name))
            yield replace(finding, shape="object", value=written)


def _datatype(written: str, datatype: str) -> str:
    """A date may be given as exactly as it is known."""
    if datatype == XSD.date:
        return {4: XSD.gYear, 7: XSD.gYearMonth}.get(len(written), XSD.date)
    return datatype


def _hint(name: str, written: str) -> str:
    """What to write in a column; for a few words the one that was meant."""
    column = COLUMNS[name]
    near = difflib.get_close_matches(written.lower(), column.words, 1, 0.6) if written else []
    return f"Did you mean “{near[0]}”?" if near else f"{column.name}: {column.explained}"


@dataclass(frozen=True, slots=True)
class _Placing:
    """Puts findings on statements at the row and column that they were made from."""

    made: Made
    rows: dict[int, Row]

    def __call__(self, findings: Iterable[Finding]) -> Iterable[Finding]:
        index = Index(self.made.quads, [(n, n, n, n) for n in self.made.rows])
        return [self._placed(finding, index) for finding in findings]

    def _placed(self, finding: Finding, index: Index) -> Finding:
        number = index.mark_of(finding)
        if number is None:
            return finding
        row, field = self.rows[number], self._field(finding)
        cell = row.cells.get(field, "").strip()
        value = None if finding.value is None else cell or finding.value
        hint = _hint(field, cell) if finding.path is not None else finding.hint
        kind = finding.value_type if value == finding.value else None
        return row.place(field).on(replace(finding, value=value, value_type=kind, hint=hint))

    def _field(self, finding: Finding) -> str:
        """The column of what a finding is about."""
        about = finding.focus if finding.path is not None else finding.value or finding.focus
        part = self.made.parts.get(about or "") or self.made.parts.get(finding.focus or "")
        fields = FIELDS[part or "endorsement"]
        return fields.get(finding.path or "", fields[""])
