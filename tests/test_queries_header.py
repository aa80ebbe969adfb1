"""The header of a saved query: what it may say, and where its faults are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.queries.header import Header, parse_header

WHOLE = """\
#+ summary: Everyone who endorsed a candidate
#+ description: >
#+   One row a passage;
#+   names in any case.
#+ tags: [endorsements, people]
#+ defaults:
#+   - candidate: Liz Kendall
#+   - note: "a: b # \\"c\\" \\\\"
#+ enumerate:
#+   - note:
#+     - b
#+     - "c: d"
#+   - other:
#+     - x
#+ kinds:
#+   - candidate: candidate
#+ problem: "Yes: there is one"
#+
#+ remedy: Read it
SELECT ?x WHERE {} # + not a header
"""


def test_a_whole_header() -> None:
    assert parse_header(WHOLE, "q.rq") == Header(
        summary="Everyone who endorsed a candidate",
        description="One row a passage; names in any case.",
        tags=("endorsements", "people"),
        defaults={"candidate": "Liz Kendall", "note": 'a: b # "c" \\'},
        enumerate={"note": ("b", "c: d"), "other": ("x",)},
        kinds={"candidate": "candidate"},
        problem="Yes: there is one",
        remedy="Read it",
    )


def test_tags_may_stand_below_each_other() -> None:
    assert parse_header("#+ summary: S\n#+ tags:\n#+   - a b\n#+   - c\n", "q").tags == ("a b", "c")


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("SELECT ?x {}", "q.rq:1", "no summary"),
        ("#+ summary:\nSELECT", "q.rq:1", "without a value"),
        ("#+ sumary: S", "q.rq:1", "did you mean summary?"),
        ("#+ summary: S\n#+ method: GET", "q.rq:2", "unknown key method"),
        ("#+ summary: S\n#+ summary: T", "q.rq:2", "given twice"),
        ("#+ summary: S\n#+\ttags: [a]", "q.rq:2", "a tab"),
        ("#+ summary: S\n#+ tags:\t[a]", "q.rq:2", "a tab"),
        ("#+summary: S", "q.rq:1", "no space after #+"),
        ("#+ summary S", "q.rq:1", "no key and value"),
        ("#+ summary:S", "q.rq:1", "no key and value"),
        ("#+   summary: S", "q.rq:1", "no key and value"),
        ("#+ summary: S\n#+   more", "q.rq:2", "goes on below"),
        ("#+ summary: >\nSELECT", "q.rq:1", "folded text without lines"),
        ("#+ summary: >\n#+    S", "q.rq:2", "indented by 3 spaces"),
        ("#+ summary: S\n#+ tags: a, b", "q.rq:2", "no list"),
        ("#+ summary: S\n#+ tags: [a]\n#+   - b", "q.rq:3", "both in brackets and below"),
        ("#+ summary: S\n#+ tags:", "q.rq:2", "without a value"),
        ("#+ summary: S\n#+ tags:\n#+   b", "q.rq:3", "no list item"),
        ("#+ summary: S\n#+ tags:\n#+     - b", "q.rq:3", "indented by 4 spaces"),
        ("#+ summary: S\n#+ defaults:\n#+   - a", "q.rq:3", "no name and value"),
        ("#+ summary: S\n#+ defaults:\n#+   - a: 1\n#+   - a: 2", "q.rq:4", "given twice"),
        ("#+ summary: S\n#+ enumerate: [a]", "q.rq:2", "values are not below"),
        ("#+ summary: S\n#+ enumerate:", "q.rq:2", "values are not below"),
        ("#+ summary: S\n#+ enumerate:\n#+   - a", "q.rq:3", "no name of a parameter"),
        ("#+ summary: S\n#+ enumerate:\n#+   - a: b", "q.rq:3", "no name of a parameter"),
        ("#+ summary: S\n#+ enumerate:\n#+   - a:", "q.rq:3", "no value is below it"),
        ("#+ summary: S\n#+ enumerate:\n#+     - a", "q.rq:3", "indented by 4 spaces"),
        ("#+ summary: S\n#+ enumerate:\n#+   - a:\n#+      - b", "q.rq:4", "indent it by four"),
        ("#+ summary: S\n#+ enumerate:\n#+   - a:\n#+     b", "q.rq:4", "no list item"),
        ("#+ summary: S\n#+ enumerate:\n#+   - a:\n#+     - b\n#+     - b", "q.rq:5", "twice"),
        (
            "#+ summary: S\n#+ enumerate:\n#+   - a:\n#+     - b\n#+   - a:\n#+     - c",
            "q.rq:5",
            "given twice",
        ),
        ("#+ summary: S\n#+ enumeration:\n#+   - a", "q.rq:2", "did you mean enumerate?"),
        ("#+ summary: a: b", "q.rq:1", "read as YAML"),
        ("#+ summary: [a]", "q.rq:1", "read as YAML"),
        ("#+ summary: a #b", "q.rq:1", "read as YAML"),
        ('#+ summary: "a', "q.rq:1", "not closed"),
        ('#+ summary: "a\\n"', "q.rq:1", "unknown escape"),
        ("#+ summary: S\nSELECT ?x {}\n#+ tags: [a]", "q.rq:3", "below the query"),
        (" #+ summary: S", "q.rq:1", "is indented"),
    ],
)
def test_a_fault_is_named_with_file_and_line(text: str, place: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_header(text, "q.rq")
    assert caught.value.where == place
    assert says in str(caught.value)
    assert caught.value.todo


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1))
def test_any_line_of_text_can_be_quoted(said: str) -> None:
    quoted = said.replace("\\", "\\\\").replace('"', '\\"')
    assert parse_header(f'#+ summary: "{quoted}"\n', "q").summary == said


@given(
    st.lists(st.sampled_from(["#+", " ", "  ", "summary: S", "tags:", "- a", "[", ">", "\n", '"']))
)
def test_no_header_breaks_the_reader(pieces: list[str]) -> None:
    said = ""
    try:
        parse_header("".join(pieces), "q")
    except QueryError as error:
        said = str(error)
    assert "\n" not in said
