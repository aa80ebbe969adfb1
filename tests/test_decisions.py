"""Files of decisions: what is read from them, what is refused and where, what is written."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.decisions import Decision, NewDecision, add_decision, read_decisions
from kg.decisions.curies import iri_fault
from kg.decisions.reading import harmless, plain
from kg.decisions.sssom import COLUMNS
from kg.errors import InputError, UsageError
from kg.iris import DEFAULT_BASE, Minter

MINTER = Minter()
DAY = date(2026, 11, 20)
HEADER = "\t".join(COLUMNS)
ROW = (
    "kg:id/person/doug-james--walsall\tDoug James\tskos:exactMatch\t\t"
    "kg:id/person/douglas-james--walsall\tDouglas James\tsemapv:ManualMappingCuration\t"
    "A Reader\t2026-11-20\tone ward, one list"
)
METADATA = f"#curie_map:\n#  kg: {DEFAULT_BASE}\n#  ex: http://example.com/a#\n"
DOUG, DOUGLAS = MINTER.person("doug-james--walsall"), MINTER.person("douglas-james--walsall")
WIKIDATA = "http://www.wikidata.org/entity/Q1"


def row(**cells: str) -> str:
    """The usual row with some cells changed."""
    given = dict(zip(COLUMNS, ROW.split("\t"), strict=True))
    return "\t".join((given | cells).values())


def text(*rows: str, metadata: str = METADATA, header: str = HEADER) -> str:
    return "".join([metadata, *(f"{line}\n" for line in (header, *rows))])


def read(folder: Path, content: str | bytes, name: str = "a.tsv") -> tuple[Decision, ...]:
    """What a folder with one file of this content says."""
    written = content if isinstance(content, bytes) else content.encode()
    (folder / name).write_bytes(written)
    return read_decisions(folder, DEFAULT_BASE)


def new(subject: str = DOUG, other: str = DOUGLAS, **fields: str) -> NewDecision:
    return NewDecision(subject, other, "same", "A Reader", DAY, **fields)


def test_a_row_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, text(ROW)) == (
        Decision(
            subject=DOUG,
            object=DOUGLAS,
            verdict="same",
            justification="semapv:ManualMappingCuration",
            by="A Reader",
            day=DAY,
            comment="one ward, one list",
            where="a.tsv:5",
        ),
    )


@pytest.mark.parametrize(
    ("predicate", "modifier", "verdict"),
    [
        ("skos:exactMatch", "", "same"),
        ("owl:sameAs", "", "same"),
        ("http://www.w3.org/2004/02/skos/core#exactMatch", "", "same"),
        ("skos:exactMatch", "Not", "different"),
        ("owl:sameAs", "Not", "different"),
        ("skos:closeMatch", "", "unsure"),
    ],
)
def test_what_predicates_say(tmp_path: Path, predicate: str, modifier: str, verdict: str) -> None:
    content = text(row(predicate_id=predicate, predicate_modifier=modifier))
    assert [one.verdict for one in read(tmp_path, content)] == [verdict]


def test_the_same_row_in_every_way_of_writing_it(tmp_path: Path) -> None:
    content = text(ROW)
    expected = read(tmp_path, content)
    quoted = text(row(comment='"one ward, one list"'))
    columns = [HEADER.split("\t"), ROW.split("\t")]
    turned = ["\t".join(reversed(cells)) for cells in columns]
    ways: dict[str, str | bytes] = {
        "byte order mark": b"\xef\xbb\xbf" + content.encode(),
        "carriage returns": content.replace("\n", "\r\n"),
        "no last line end": content.rstrip("\n"),
        "blank lines behind": content + "\n\n",
        "quoted": quoted,
        "other columns": text(turned[1], header=turned[0]),
        "tabs behind the metadata": content.replace("#  ex", "#  ex", 1).replace(
            "curie_map:\n", "curie_map:\t\t\t\n"
        ),
        "indented metadata": text(
            ROW, metadata=METADATA.replace("#", "# ", 1).replace("#  ", "#   ")
        ),
        "quoted metadata": text(ROW, metadata=METADATA.replace(DEFAULT_BASE, f"'{DEFAULT_BASE}'")),
        "metadata in braces": text(
            ROW,
            metadata=f"#curie_map: {{kg: '{DEFAULT_BASE}',\n#  x: 'http://x.org/'}}\n#other: 1\n",
        ),
        "an unknown key": text(ROW, metadata="#comment: |\n#  words\n#  more\n#see_also: [1, 2]\n"),
        "whole IRIs": text(row(subject_id=DOUG, object_id=DOUGLAS)),
        "a column that kg does not use": text(ROW + "\t0.9", header=HEADER + "\tconfidence"),
        "tabs behind the row": text(ROW + "\t\t"),
        "tabs behind the header": text(ROW, header=HEADER + "\t\t"),
    }
    for way, written in ways.items():
        found = read(tmp_path, written)
        assert [replace_where(one) for one in found] == [replace_where(one) for one in expected], (
            way
        )
    assert read(tmp_path, text(ROW, metadata=""))[0].where == "a.tsv:2"


def replace_where(decision: Decision) -> tuple[object, ...]:
    return (
        decision.subject,
        decision.object,
        decision.verdict,
        decision.justification,
        decision.by,
        decision.day,
        decision.comment,
    )


def test_tabs_quotes_and_lines_inside_a_quoted_cell(tmp_path: Path) -> None:
    content = text(row(comment='"a\ttab, ""quoted"",\nand a line"'), row(object_id="ex:b"))
    first, second = read(tmp_path, content)
    assert first.comment == 'a\ttab, "quoted",\nand a line'
    assert (first.where, second.where) == ("a.tsv:5", "a.tsv:7")


def test_a_row_without_its_last_empty_cells_is_whole(tmp_path: Path) -> None:
    (decision,) = read(tmp_path, text(ROW.rpartition("\t")[0]))
    assert decision.comment == ""


def test_the_date_may_stand_in_the_metadata_when_no_row_has_one(tmp_path: Path) -> None:
    dated = METADATA + "#mapping_date: 2026-11-19\n"
    assert read(tmp_path, text(row(mapping_date=""), metadata=dated))[0].day == date(2026, 11, 19)
    with pytest.raises(InputError, match=r"a\.tsv:7: 'mapping_date' is empty"):
        read(tmp_path, text(ROW, row(object_id="ex:b", mapping_date=""), metadata=dated))


def test_an_author_may_be_an_identifier(tmp_path: Path) -> None:
    header = HEADER.replace("author_label", "author_id")
    written = text(row(author_label="orcid:0000-0002-7356-1779"), header=header)
    assert read(tmp_path, written)[0].by == "orcid:0000-0002-7356-1779"


# What is wrong; the file; the line; what the error must say, what is to be done included.
FAULTY: dict[str, tuple[str, int, str]] = {
    "unknown prefix": (
        text(row(object_id="kq:id/person/x")),
        5,
        "prefix of 'kq:.*bind 'kq'",
    ),
    "no identifier": (text(row(subject_id="Doug James")), 5, "'Doug James' in 'subject_id' is no"),
    "empty subject": (text(row(subject_id="")), 5, "'subject_id' is empty"),
    "subject elsewhere": (text(row(subject_id="ex:b")), 5, "is not of this graph.*is the object"),
    "script": (text(row(object_id="javascript:alert(1)")), 5, "prefix of 'javascript:alert"),
    "data": (text(row(object_id="data:text/html,x")), 5, "prefix of 'data:"),
    "file": (text(row(object_id="file:///etc/passwd")), 5, "is no identifier"),
    "bound to a script": (text(ROW, metadata="#curie_map:\n#  x: 'javascript:'\n"), 2, "no abs"),
    "space in an IRI": (text(row(object_id="http://example.com/a b")), 5, "no IRI may have"),
    "angle in an IRI": (text(row(object_id="ex:a>b")), 5, "no IRI may have"),
    "bad escape": (text(row(object_id="ex:a%zz")), 5, "two hexadecimal digits"),
    "no host": (text(row(object_id="https:///a")), 5, "has no host"),
    "credentials": (text(row(object_id="https://a@b.org/x")), 5, "has no host"),
    "nothing found": (text(row(object_id="sssom:NoTermFound")), 5, "nothing was found"),
    "predicate": (text(row(predicate_id="skos:broadMatch")), 5, "none of a decision's .*same: sk"),
    "unsure, not": (
        text(row(predicate_id="skos:closeMatch", predicate_modifier="Not")),
        5,
        "'skos:closeMatch' with Not is none",
    ),
    "modifier": (text(row(predicate_modifier="NOT")), 5, "'predicate_modifier' is 'NOT'"),
    "justification": (
        text(row(mapping_justification="semapv:ManualMappingCurator")),
        5,
        "did you mean 'semapv:ManualMappingCuration'",
    ),
    "no justification": (text(row(mapping_justification="")), 5, "'mapping_justification' is em"),
    "free justification": (text(row(mapping_justification="I know")), 5, "is no identifier"),
    "nobody": (text(row(author_label=" ")), 5, "nobody signs.*'author_label'"),
    "no date": (text(row(mapping_date="")), 5, "'mapping_date' is empty.*YYYY-MM-DD"),
    "date": (text(row(mapping_date="20/11/2026")), 5, "'20/11/2026' .*is no date"),
    "short date": (text(row(mapping_date="20261120")), 5, "'20261120' .*is no date"),
    "day": (text(row(mapping_date="2026-02-30")), 5, "no day of the calendar"),
    "day of all": (
        text(row(mapping_date=""), metadata="#mapping_date: soon\n"),
        1,
        "'soon' .*no d",
    ),
    "unknown column": (text(ROW + "\t1", header=HEADER + "\tcoment"), 4, "did you mean 'comment'"),
    "spaced column": (text(header=HEADER.replace("subject_id", "Subject ID")), 4, "'subject_id'"),
    "commas": (text(ROW.replace("\t", ","), header=HEADER.replace("\t", ",")), 4, "is a tab"),
    "missing column": (text(header=HEADER.replace("object_id\t", "")), 4, "'object_id' is missing"),
    "no author column": (text(header=HEADER.replace("author_label\t", "")), 4, "'author_label' is"),
    "doubled column": (text(header=HEADER + "\tcomment"), 4, "'comment' stands twice"),
    "no header": (METADATA, 4, "there is no header"),
    "empty file": ("", 1, "there is no header"),
    "too many cells": (text(ROW + "\tmore"), 5, "has 11 cells where the header has 10"),
    "metadata below": (text("#license: x", ROW), 5, "metadata stands among the rows"),
    "open quote": (text(row(comment='"one ward'), ROW), 5, "quotation mark left open"),
    "quote in a quote": (text(row(comment='"a "b" c"')), 5, "quotation mark left open"),
    "lone return": (text(row(comment="a\rb")), 6, "'b' in 'subject_id' is no identifier"),
    "long cell": (text(row(comment="x" * 4_001)), 5, "4,001 characters, more than 4,000"),
    "huge cell": (text(row(comment="x" * 200_000)), 5, "taken apart at its tabs"),
    "control": (text(row(comment="a\x1b[2J")), 5, r"U\+001B"),
    "null": (text(row(comment="a\x00")), 5, r"U\+0000"),
    "turned text": (text(row(subject_label="a\u202eb")), 5, r"U\+202E"),
    "not YAML": (text(ROW, metadata="#curie_map:\n#  kg: [\n"), 2, "is no YAML"),
    "a tab in YAML": (text(ROW, metadata="#curie_map:\n#\tkg: x\n"), 2, "is no YAML"),
    "words": (text(ROW, metadata="# Our decisions of November\n"), 1, "'key: value' is expected"),
    "list": (text(ROW, metadata="#curie_map:\n#  - kg\n"), 2, "'key: value' is expected"),
    "prefix twice": (text(ROW, metadata=METADATA + "#  ex: http://x.org/\n"), 4, "'ex' stands twi"),
    "map twice": (text(ROW, metadata=METADATA * 2), 4, "'curie_map' stands twice"),
    "prefix of many": (text(ROW, metadata="#curie_map:\n#  ex: [a, b]\n"), 2, "a single value"),
    "relative prefix": (text(ROW, metadata="#curie_map:\n#  ex: a/b\n"), 2, "'a/b' is no absolute"),
    "prefix of two words": (text(ROW, metadata="#curie_map:\n#  e x: http://x.org/\n"), 2, "'e x'"),
    "http as prefix": (text(ROW, metadata="#curie_map:\n#  http: http://x.org/\n"), 2, "'http' is"),
    "skos changed": (text(ROW, metadata="#curie_map:\n#  skos: http://x.org/\n"), 2, "stands for"),
    "other base": (text(ROW, metadata="#curie_map:\n#  kg: http://x.org/\n"), 2, "'base' in kg.to"),
    "anchor": (text(ROW, metadata="#other: &a b\n"), 1, "SSSOM forbids"),
    "alias": (text(ROW, metadata="#x: &a b\n#y: *a\n"), 1, "SSSOM forbids"),
    "tag": (text(ROW, metadata="#other: !!python/name:os.system x\n"), 1, "SSSOM forbids"),
    "directive": (text(ROW, metadata="#%YAML 1.2\n#---\n#other: b\n"), 1, "SSSOM forbids"),
    "deep": (text(ROW, metadata="#other: " + "[" * 5_000 + "\n"), 1, "nested too deeply"),
    "long metadata": (text(ROW, metadata="#other: x\n" * 20_000), 1, "more than 100,000"),
    "itself": (text(row(object_id=DOUG)), 5, "with itself"),
    "again": (text(ROW, ROW), 6, r"says again that .* are the same, as a\.tsv:5 does"),
    "again, turned": (
        text(ROW, row(subject_id=DOUGLAS, object_id=DOUG)),
        6,
        r"says again.*remove this row or a\.tsv:5",
    ),
    "both": (text(ROW, row(predicate_modifier="Not")), 6, r"but a\.tsv:5 says that they are the"),
    "unsure too": (text(ROW, row(predicate_id="skos:closeMatch")), 6, "may or may not .* but a"),
    "circle": (
        text(ROW, row(object_id="ex:b"), row(subject_id=DOUGLAS, object_id="ex:b")),
        7,
        r"joined already: person/douglas-james--walsall = person/doug-james--walsall \(a\.tsv:5\), "
        r"person/doug-james--walsall = http://example\.com/a#b \(a\.tsv:6\).*must undo",
    ),
    "against a chain": (
        text(
            row(subject_id=DOUGLAS, object_id="ex:b", predicate_modifier="Not"),
            row(object_id="ex:b"),
            ROW,
        ),
        5,
        r"sets person/douglas-james--walsall and http://example\.com/a#b apart, but they are the "
        r"same: .*\(a\.tsv:7\), .*\(a\.tsv:6\)",
    ),
}


@pytest.mark.parametrize("fault", FAULTY, ids=str)
def test_what_is_wrong_is_told_with_file_and_line(tmp_path: Path, fault: str) -> None:
    content, line, message = FAULTY[fault]
    with pytest.raises(InputError, match=f"(?s){message}") as caught:
        read(tmp_path, content)
    assert str(caught.value.where).endswith(f"a.tsv:{line}")
    assert caught.value.todo


def test_a_long_chain_is_told_by_its_ends(tmp_path: Path) -> None:
    steps = [row(subject_id=f"kg:id/person/{n}", object_id=f"ex:{n + 1}") for n in range(20)]
    back = [row(subject_id=f"kg:id/person/{n}", object_id=f"ex:{n}") for n in range(1, 21)]
    ends = row(subject_id="kg:id/person/20", object_id="kg:id/person/0", predicate_modifier="Not")
    with pytest.raises(
        InputError, match=r"the same: (\S+ = \S+ \(\S+\), ){4}… 32 more …,"
    ) as error:
        read(tmp_path, text(*steps, *back, ends))
    assert error.value.what.endswith("= person/0 (a.tsv:5)")


def test_what_is_near_to_wrong_is_right(tmp_path: Path) -> None:
    chained = text(
        ROW,
        row(subject_id=DOUGLAS, object_id="ex:b"),
        row(object_id="ex:c", predicate_modifier="Not"),
        row(subject_id=DOUGLAS, object_id="ex:d", predicate_id="skos:closeMatch"),
    )
    assert len(read(tmp_path, chained)) == 4
    assert len(read(tmp_path, text(row(comment="x" * 4_000)))) == 1
    assert len(read(tmp_path, text(row(object_id="ex:a%20b/é")))) == 1
    assert len(read(tmp_path, text())) == 0


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"a\.tsv: is not UTF-8"):
        read(tmp_path, "Zoë".encode("latin-1"))
    with pytest.raises(InputError, match="is not a folder"):
        read_decisions(tmp_path / "none", DEFAULT_BASE)
    (tmp_path / "a.tsv").write_bytes(b"#" * 16_000_001)
    with pytest.raises(InputError, match="more than 16,000,000 bytes"):
        read_decisions(tmp_path, DEFAULT_BASE)


def test_a_folder_is_read_file_by_file_and_checked_as_one(tmp_path: Path) -> None:
    (tmp_path / ".hidden.tsv").write_text("not read", encoding="utf-8")
    (tmp_path / "README.md").write_text("not read", encoding="utf-8")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "c.tsv").write_text("not read", encoding="utf-8")
    (tmp_path / "b.tsv").write_text(text(ROW), encoding="utf-8")
    assert [one.where for one in read(tmp_path, text(row(object_id="ex:b")))] == [
        "a.tsv:5",
        "b.tsv:5",
    ]
    with pytest.raises(InputError, match=r"^b\.tsv:5: says again .* as a\.tsv:5 does"):
        read(tmp_path, text(ROW))


@given(st.text(alphabet="=+-@' a", max_size=6))
def test_a_cell_made_harmless_is_harmless_and_comes_back(written: str) -> None:
    kept = harmless(written)
    assert not kept.startswith(("=", "+", "-", "@"))
    assert plain(kept) == written


@given(st.text(max_size=40))
def test_no_text_is_both_an_iri_and_unsafe(written: str) -> None:
    if iri_fault(written) is None:
        assert written.lower().startswith(("http://", "https://"))
        assert not set(written) & set('<>"{}|\\^` \t\n\r')


@pytest.mark.parametrize("empty", [False, True], ids=["missing", "empty"])
def test_a_file_is_made_with_its_header(tmp_path: Path, empty: bool) -> None:
    file = tmp_path / "made" / "people.tsv"
    if empty:
        file.parent.mkdir()
        file.touch()
    added = add_decision(file, new(comment="one  ward\nand list"), DEFAULT_BASE)
    assert file.read_text(encoding="utf-8") == (
        f"#curie_map:\n#  kg: {DEFAULT_BASE}\n#  wikidata: http://www.wikidata.org/entity/\n"
        f"#mapping_set_id: {DEFAULT_BASE}id/decisions/people\n"
        "#license: https://w3id.org/sssom/license/unspecified\n"
        f"{HEADER}\n"
        "kg:id/person/doug-james--walsall\t\tskos:exactMatch\t\t"
        "kg:id/person/douglas-james--walsall\t\tsemapv:ManualMappingCuration\tA Reader\t"
        "2026-11-20\tone ward and list\n"
    )
    assert read_decisions(file.parent, DEFAULT_BASE) == (added,)
    assert [path.name for path in file.parent.iterdir()] == ["people.tsv"]


@pytest.mark.parametrize(
    "before",
    [
        text(row(object_id="ex:b", comment='"a\nb"')),
        text(row(object_id="ex:b")).rstrip("\n"),
        text(row(object_id="ex:b")).replace("\n", "\r\n"),
        "\ufeff" + text(row(object_id="ex:b")),
        text("\t".join(reversed(ROW.split("\t"))), header="\t".join(reversed(COLUMNS))).replace(
            DOUGLAS, WIKIDATA
        ),
        text(
            row(object_id="ex:b"),
            metadata="#comment: none declared\n#curie_map: {ex: 'http://e.x/'}\n",
        ),
        text(header="\t".join((*COLUMNS, "confidence"))),
    ],
    ids=["lines", "no end", "returns", "mark", "turned", "no prefix", "a column more"],
)
def test_nothing_but_a_row_is_added(tmp_path: Path, before: str) -> None:
    file = tmp_path / "a.tsv"
    file.write_bytes(before.encode())
    old = read_decisions(tmp_path, DEFAULT_BASE)
    written = NewDecision(DOUGLAS, MINTER.person("d-james--walsall"), "different", "B", DAY)
    mine = add_decision(file, written, DEFAULT_BASE)
    after = file.read_bytes()
    assert after.startswith(before.encode())
    assert (b"\r\n" in after[len(before.encode()) :]) == ("\r\n" in before)
    assert read_decisions(tmp_path, DEFAULT_BASE) == (*old, mine)
    assert (mine.subject, mine.object, mine.verdict) == (
        written.subject,
        written.object,
        "different",
    )


TEXTS = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn")), max_size=60
)


@given(TEXTS, TEXTS.filter(str.strip), TEXTS)
def test_whatever_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, comment: str, by: str, label: str
) -> None:
    file = tmp_path_factory.mktemp("decisions") / "a.tsv"
    one = NewDecision(
        DOUG, DOUGLAS, "unsure", by, DAY, comment, subject_label=label, object_label=label
    )
    found = add_decision(file, one, DEFAULT_BASE)
    assert read_decisions(file.parent, DEFAULT_BASE) == (found,)
    assert (found.comment, found.by) == (" ".join(comment.split()), " ".join(by.split()))
    cells = file.read_text(encoding="utf-8").splitlines()[-1].split("\t")
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_a_row_that_cannot_stand_is_not_written(tmp_path: Path) -> None:
    file, other = tmp_path / "a.tsv", tmp_path / "b.tsv"
    add_decision(file, new(), DEFAULT_BASE)
    before = file.read_bytes()
    apart = NewDecision(DOUGLAS, DOUG, "different", "B", DAY)
    for target in (file, other):
        with pytest.raises(InputError, match=r"are different, but a\.tsv:7 says|are the same, but"):
            add_decision(target, apart, DEFAULT_BASE)
    with pytest.raises(InputError, match="says again"):
        add_decision(file, new(), DEFAULT_BASE)
    with pytest.raises(InputError, match="with itself"):
        add_decision(file, new(other=DOUG), DEFAULT_BASE)
    with pytest.raises(InputError, match="nobody signs"):
        add_decision(file, NewDecision(DOUG, WIKIDATA, "same", " ", DAY), DEFAULT_BASE)

    def refuse(rows: Sequence[Decision]) -> None:
        assert [one.object for one in rows] == [DOUGLAS, WIKIDATA]
        raise InputError("who is that?")

    with pytest.raises(InputError, match="who is that"):
        add_decision(file, new(other=WIKIDATA), DEFAULT_BASE, refuse)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.tsv"]


@pytest.mark.parametrize(
    ("iri", "line"),
    [
        ("https://dbpedia.org/resource/Doug", "dbpedia: https://dbpedia.org/resource/"),
        ("https://www.example.co.uk/x?y=1#z", "example_co: https://www.example.co.uk/x?y=1#"),
        ("http://e.x/a", "e: http://e.x/"),
        ("http://example.net:80", "example: http://example.net:80"),
        ("http://1.2/", "x_1: http://1.2/"),
        ("http://[./x", "other: http://[./"),
        ("http://wikidata.org/x/Q1", "wikidata2: http://wikidata.org/x/"),
        ("https://localhost/a", "localhost: https://localhost/"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_prefix_is_added_for_what_lies_elsewhere(
    tmp_path: Path, iri: str, line: str, end: str
) -> None:
    file = tmp_path / "a.tsv"
    add_decision(file, new(), DEFAULT_BASE)
    before = file.read_bytes().replace(b"\n", end.encode())
    file.write_bytes(before)
    found = add_decision(file, new(other=iri), DEFAULT_BASE)
    assert found.object == iri
    assert read_decisions(tmp_path, DEFAULT_BASE)[1] == found
    added = set(file.read_bytes().splitlines(keepends=True)) - set(before.splitlines(keepends=True))
    assert f"#  {line}{end}".encode() in added
    assert len(added) == 2
    again = add_decision(file, new(DOUGLAS, iri + "0"), DEFAULT_BASE)
    assert again.object == iri + "0"
    assert file.read_bytes().count(b"\n#  ") == before.count(b"\n#  ") + 1


def test_a_new_file_has_the_prefix_that_it_needs(tmp_path: Path) -> None:
    made = add_decision(tmp_path / "a.tsv", new(other="http://e.x/a"), DEFAULT_BASE)
    assert read_decisions(tmp_path, DEFAULT_BASE) == (made,)


@pytest.mark.parametrize(
    "metadata", ["", "#comment: none\n", "#curie_map: {kg: 'https://example.org/kg/'}\n"]
)
def test_a_file_that_gives_no_room_for_a_prefix_is_left_alone(
    tmp_path: Path, metadata: str
) -> None:
    file = tmp_path / "a.tsv"
    file.write_text(text(ROW, metadata=metadata), encoding="utf-8")
    before = file.read_bytes()
    with pytest.raises(InputError, match=r"no prefix of the curie_map fits 'http://e\.x/a'"):
        add_decision(file, new(other="http://e.x/a"), DEFAULT_BASE)
    assert file.read_bytes() == before


def test_a_file_without_the_column_says_which(tmp_path: Path) -> None:
    header = HEADER.replace("predicate_modifier\t", "")
    (tmp_path / "a.tsv").write_text(text(header=header), encoding="utf-8")
    add_decision(tmp_path / "a.tsv", new(), DEFAULT_BASE)
    apart = NewDecision(DOUG, WIKIDATA, "different", "B", DAY)
    (tmp_path / "a.tsv").write_text(
        (tmp_path / "a.tsv")
        .read_text("utf-8")
        .replace("#  ex:", "#  wd: http://www.wikidata.org/\n#  ex:"),
        encoding="utf-8",
    )
    with pytest.raises(InputError, match="no column 'predicate_modifier'"):
        add_decision(tmp_path / "a.tsv", apart, DEFAULT_BASE)


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"is no '\.tsv' file"):
        add_decision(tmp_path / "a.csv", new(), DEFAULT_BASE)
    (tmp_path / "plain").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be written"):
        add_decision(tmp_path / "plain" / "a.tsv", new(), DEFAULT_BASE)


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.tsv"

    def write(half: int) -> None:
        for number in range(10):
            other = MINTER.person(f"p-{half}-{number}--walsall")
            add_decision(file, new(other=other), DEFAULT_BASE)

    writers = [threading.Thread(target=write, args=(half,)) for half in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(read_decisions(tmp_path, DEFAULT_BASE)) == 20
