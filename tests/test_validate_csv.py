"""CSV: the rules of the shapes at row and column, and the ways in which a file is no CSV."""

from __future__ import annotations

import csv
import io

import pytest

from kg.validate import Finding, Limits
from kg.validate.forms import template
from kg.validate.forms.csvcolumns import COLUMNS
from kg.validate.forms.model import Reading
from kg.validate.reading import read
from tests.judging import findings

ROW = template.example_row()
HEADER = ",".join(COLUMNS)


def table(*rows: dict[str, str], end: str = "\n") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(COLUMNS), lineterminator=end)
    writer.writeheader()
    writer.writerows({**ROW, **row} for row in rows)
    return out.getvalue()


def reading(text: str | bytes) -> Reading:
    data = text.encode() if isinstance(text, str) else text
    return read(data, "text/csv", "x.csv", Limits())


def judged(text: str | bytes) -> list[Finding]:
    data = text.encode() if isinstance(text, str) else text
    return findings(data, "text/csv")


def places(found: list[Finding] | tuple[Finding, ...]) -> list[tuple[str, int | None, str | None]]:
    return [(finding.constraint, finding.row, finding.field) for finding in found]


def test_the_template_has_every_column_and_nothing_else() -> None:
    assert template.as_csv() == HEADER + "\n"
    assert all(f"`{name}`" in template.as_markdown() for name in COLUMNS)


def test_the_example_of_the_template_conforms() -> None:
    assert judged(template.as_csv(example=True)) == []


def test_a_row_has_the_iris_that_reading_an_article_gives() -> None:
    made = {str(quad.subject) for quad in reading(template.as_csv(example=True)).quads}
    base = "https://example.org/kg/id"
    key = "labour-leadership-2015/mike-lerry--sedgemoor/liz-kendall--leicester-west"
    assert f"<{base}/endorsement/{key}>" in made
    assert f"<{base}/evidence/0123456789abcdef/0-45#pos>" in made
    assert f"<{base}/membership/mike-lerry--sedgemoor/sedgemoor/councillor>" in made
    assert f"<{base}/council/sedgemoor>" in made


def test_a_cell_is_found_at_its_own_line_and_character() -> None:
    printed = 'Mike ""the Lad"" Lerry,\nof Sedgemoor'
    line = ",".join(
        f'"{printed}"' if name == "endorser" else "many" if name == "start" else f'"{cell}"'
        for name, cell in ROW.items()
    )
    [finding] = judged(f"{HEADER}\n{line}\n")
    assert (finding.constraint, finding.row, finding.field) == ("object", 2, "start")
    assert finding.line is not None
    assert finding.column is not None
    text = f"{HEADER}\n{line}\n".split("\n")[finding.line - 1]
    assert text[finding.column - 1 :].startswith("many")


def test_a_cell_that_is_not_there_has_no_column() -> None:
    first, *_ = COLUMNS
    [finding, *_] = judged(f"{HEADER}\n{ROW[first]}\n")
    assert (finding.row, finding.line, finding.column) == (2, 2, None)


def test_rows_and_lines_are_counted_as_spreadsheets_and_editors_do() -> None:
    quote = "Mike Lerry,\nSedgemoor,\nis backing Liz Kendall"
    text = table({"quote": quote}, {"polarity": "", "article_sha256": "ab" * 32})
    text = text.replace("\nMike", "\n\n,,\nMike", 1)
    [finding] = judged(text)
    assert (finding.constraint, finding.row, finding.field) == ("minCount", 5, "polarity")
    assert finding.line == 7


@pytest.mark.parametrize(
    ("cells", "constraint", "field"),
    [
        ({"endorser": ""}, "minCount", "endorser"),
        ({"polarity": ""}, "minCount", "polarity"),
        ({"polarity": "suports"}, "in", "polarity"),
        ({"candidate": ""}, "minCount", "candidate"),
        ({"contest_office": ""}, "minCount", "contest_office"),
        ({"quote": ""}, "minCount", "quote"),
        ({"start": ""}, "minCount", "start"),
        ({"end": ""}, "minCount", "end"),
        ({"start": "45"}, "lessThan", "start"),
        ({"start": "-1"}, "minInclusive", "start"),
        ({"end": "44"}, "sparql", "quote"),
        ({"article_sha256": ""}, "minCount", "article_sha256"),
        ({"article_sha256": "ABC"}, "pattern", "article_sha256"),
        ({"article_url": "example"}, "pattern", "article_url"),
        ({"start": "ten"}, "object", "start"),
        ({"date": "2015-02-30"}, "object", "date"),
        ({"date": "2015-07-17Z"}, "object", "date"),
        ({"contest_year": "15"}, "object", "contest_year"),
        ({"contest_year": "2015-06"}, "object", "contest_year"),
        ({"article_published": "0000-05"}, "object", "article_published"),
        ({"article_published": "2015-07-17+00:00"}, "object", "article_published"),
        ({"endorser_type": "robot"}, "object", "endorser_type"),
        ({"role": "=1+1"}, "formula", "role"),
    ],
)
def test_a_bad_cell_is_found_in_its_row_and_column(
    cells: dict[str, str], constraint: str, field: str
) -> None:
    found = judged(table({}, {"article_sha256": "ab" * 32, **cells}))
    assert (constraint, 3, field) in places(found)


def test_a_word_that_is_nearly_right_is_answered_with_the_right_one() -> None:
    [finding] = judged(table({"polarity": "Suports"}))
    assert (finding.value, finding.hint) == ("Suports", "Did you mean “supports”?")


def test_a_bad_number_in_one_row_does_not_hide_what_is_wrong_in_others() -> None:
    found = judged(table({"start": "ten"}, {"polarity": ""}, {}))
    assert places(found) == [("object", 2, "start"), ("minCount", 3, "polarity")]


def test_two_titles_of_one_article_are_one_too_many() -> None:
    found = judged(table({}, {"endorser": "Ann Other", "article_title": "Another"}))
    assert ("maxCount", 3, "article_title") in places(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("empty", 1, None)]),
        ("\n\n", [("empty", 1, None)]),
        (HEADER + "\n", [("empty", 1, None)]),
        (HEADER.replace(",", ";") + "\n", [("delimiter", 1, None)]),
        (HEADER.replace(",", "\t") + "\n", [("delimiter", 1, None)]),
        (
            HEADER.replace("polarity", "polarty") + "\nx\n",
            [("column", 1, "polarty"), ("column", 1, "polarity")],
        ),
        (HEADER + ",role\nx\n", [("column", 1, "role")]),
        (HEADER + ",\nx\n", [("column", 1, "")]),
        (table({}).rstrip("\n") + ",more\n", [("cells", 2, None)]),
        (table({}) + '"never closed\n', [("syntax", 3, None)]),
        (table({}) + f"{'x' * 200_000}\n", [("syntax", 3, None)]),
        (table({"role": "a\0b"}), [("encoding", None, None)]),
    ],
)
def test_a_file_that_is_no_table_says_so(
    text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert places(reading(text).faults) == expected


def test_an_unknown_column_is_answered_with_the_one_that_was_meant() -> None:
    [unknown, _] = reading(HEADER.replace("polarity", "Polarity") + "\nx\n").faults
    assert unknown.hint == "Did you mean “polarity”?"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("head", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_a_byte_order_mark_change_nothing(head: bytes, end: str) -> None:
    assert judged(head + table({}, end=end).encode()) == []


def test_other_encodings_are_told() -> None:
    [fault] = reading(table({"endorser": "Zoë"}).encode("latin-1")).faults
    assert (fault.constraint, fault.line) == ("encoding", 2)
    [fault] = reading(table({}).encode("utf-16")).faults
    assert "UTF-16" in fault.message


def test_columns_may_come_in_any_order_and_those_not_needed_may_be_left_out() -> None:
    names = [name for name, column in COLUMNS.items() if column.required]
    text = ",".join(reversed(names)) + "\n" + ",".join(_quoted(ROW[n]) for n in reversed(names))
    assert [f for f in judged(text) if f.severity == "violation"] == []


def _quoted(cell: str) -> str:
    return f'"{cell}"'
