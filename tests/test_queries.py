"""Saved queries: the files that ship, their parameters, and how they are run."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import resources, vocab
from kg.errors import QueryError, ResourceError, UsageError
from kg.queries import (
    Parameter,
    Result,
    SavedQuery,
    bind,
    list_checks,
    list_queries,
    load_query,
    names,
    outlines,
    read_query,
    run,
)
from kg.queries.parameters import as_term
from kg.sparqltokens import tokenize
from kg.store import memory_store
from tests import shipped
from tests.shipped import values

SHIPPED = [*list_queries(), *list_checks()]
XSD = "http://www.w3.org/2001/XMLSchema#"


# --- the files that ship ---------------------------------------------------------------------


def test_there_are_queries_and_checks() -> None:
    assert len(list_queries()) >= 28
    assert len(list_checks()) >= 6
    assert sorted(saved.name for saved in SHIPPED) == list(names())


@pytest.mark.parametrize("query", SHIPPED, ids=lambda q: q.name)
def test_a_query_says_what_it_answers(query: SavedQuery) -> None:
    header = query.header
    assert header.summary
    assert not header.summary.endswith(".")
    assert header.description.endswith(".")
    assert header.tags
    assert re.fullmatch(r"(checks/)?[a-z]+(-[a-z]+)*", query.name)
    assert all(len(line) <= 100 for line in query.text.splitlines())


@pytest.mark.parametrize("query", list_checks(), ids=lambda q: q.name)
def test_a_check_says_what_is_wrong_and_what_to_do(query: SavedQuery) -> None:
    assert query.header.problem
    assert query.header.remedy
    assert query.plan.columns[:3] == ("entity", "property", "value")
    assert all(p.default is not None for p in query.parameters if p.required)


def test_queries_use_only_the_terms_of_the_vocabulary() -> None:
    known = {
        value
        for space in vars(vocab).values()
        if isinstance(space, type) and hasattr(space, "NS")
        for value in vars(space).values()
        if isinstance(value, str)
    }
    for saved in SHIPPED:
        declared = dict(re.findall(r"(?m)^PREFIX (\w+): <(.*)>$", saved.text))
        assert {k: v for k, v in vocab.PREFIXES.items() if k in declared} == declared
        used = [t.text.partition(":") for t in tokenize(saved.text) if t.kind == "name"]
        for prefix, _, local in used:
            assert not local or declared[prefix] + local in known, f"{saved.name}: {prefix}:{local}"


@pytest.mark.parametrize("query", SHIPPED, ids=lambda q: q.name)
def test_a_query_runs_on_an_empty_graph_and_on_a_full_one(query: SavedQuery) -> None:
    assert run(memory_store(), query).rows == ()
    full = run(shipped.worked(), query)
    assert full.columns == query.plan.columns
    assert all(len(row) == len(full.columns) for row in full.rows)
    assert full == run(shipped.worked(), query)
    assert len(set(full.rows)) == len(full.rows), "no row twice"


# --- the answers of some, in words -----------------------------------------------------------


def answer(name: str, *columns: str, **given_values: str) -> list[tuple[str | None, ...]]:
    result = run(shipped.worked(), load_query(name), given_values)
    picked = [result.columns.index(column) for column in columns]
    return values([tuple(row[i] for i in picked) for row in result.rows])


@pytest.mark.parametrize("said", ["Yvette Cooper", "yvette cooper", "COOPER"])
def test_a_candidate_is_known_by_name_or_surname_in_any_case(said: str) -> None:
    found = answer("endorsers-of-candidate", "name", "place", candidate=said)
    assert ("Mike Lerry", "Sedgemoor") in found
    assert ("Anna Holt", "Harrow Weald") in found
    assert ("Streatham CLP", None) in found
    assert not {row[0] for row in found} & {"Chuka Umunna", "Jacqui Smith"}


@pytest.mark.parametrize("said", ["ooper", "Yvette", "Cooper Yvette", "", " ", "%", ".*"])
def test_a_part_of_a_name_is_no_name(said: str) -> None:
    with pytest.raises(UsageError):
        answer("endorsers-of-candidate", "name", candidate=said)


@pytest.mark.parametrize("said", ["Bury", "bury metropolitan borough council", "e08000002"])
def test_a_council_is_known_by_either_name_and_by_code(said: str) -> None:
    found = answer("councillors-of-council", "name", "role", "candidate", council=said)
    assert ("Ann Other", "Councillor", "Yvette Cooper") in found
    assert ("Dave Jones", "Councillor", "Liz Kendall") in found
    assert {row[0] for row in found} == {"Ann Other", "Dave Jones", "Davi Jones", "David Jones"}


def test_an_optional_parameter_narrows() -> None:
    everything = answer("councils-by-candidate", "council", "candidate")
    cooper = answer("councils-by-candidate", "council", "candidate", candidate="cooper")
    assert set(cooper) == {row for row in everything if row[1] == "Yvette Cooper"}
    assert 0 < len(cooper) < len(everything)


def test_claims_stand_beside_the_lists_that_they_introduce() -> None:
    found = answer("claims-and-lists", "candidate", "comparator", "stated", "listed", "said_by")
    assert found == [
        ("Yvette Cooper", "exactly", "4", "5", None),
        ("Andy Burnham", "over", "150", "0", "The Huffington Post"),
        ("Liz Kendall", "exactly", "1.5", "0", None),
    ]


def test_opposition_is_no_support() -> None:
    assert answer("other-stances", "name", "stance") == [("Jacqui Smith", "opposes")]
    assert ("Jacqui Smith",) not in answer("endorsers-of-candidate", "name", candidate="Kendall")


# --- finding and reading queries -------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("count-by-candidates", "did you mean count-by-candidate?"),
        ("double-backers", "did you mean checks/double-backers?"),
        ("turnout", "did you mean turnout-by-council-type, or turnout-by-region?"),
        ("../pyproject", "kg query lists them"),
        ("", "kg query lists them"),
    ],
)
def test_an_unknown_query_is_met_with_a_suggestion(name: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_query(name)
    assert hint in str(caught.value)


HEAD = "#+ summary: S\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("ASK { ?s ?p ?o }", "a SELECT or a CONSTRUCT"),
        ("DROP ALL", "a SELECT or a CONSTRUCT"),
        ("SELECT ?s { ?s ?p ?o }", "have no order"),
        ("SELECT * { ?s ?p ?o } ORDER BY ?s", "q.rq: line 2, column 8: SELECT * has no columns"),
        ("SELECT ?s { ?s ?p ?_ } ORDER BY ?s", "line 2, column 19: ?_ begins like a parameter"),
        ("SELECT ?s { ?s ?_a ?_a_iri } ORDER BY ?s", "two variables for the parameter a"),
        ("SELECT ?s { ?s ?_a ?__a } ORDER BY ?s", "two variables for the parameter a"),
        ("SELECT (COUNT(?s) AS ?n) { ?s ?p ?_a } ORDER BY ?n", "without GROUP BY"),
        ("SELECT ?s { ?s ?p ?o FILTER(!BOUND(?__a)) } ORDER BY ?s", "gets no value in BOUND"),
        ("SELECT ?s { ?s ?p ?o BIND(?_a AS ?b) } ORDER BY ?s", "when it is only renamed"),
        ("SELECT (?_a AS ?b) { ?s ?p ?o } ORDER BY ?s", "when it is only renamed"),
        ("SELECT ?s { { SELECT ?s { ?s ?p ?_a } } } ORDER BY ?s", "inside a sub-select"),
        ("SELECT ?s { { SELECT ?s { { ?s ?p $_a } } } } ORDER BY ?s", "inside a sub-select"),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?_a } ORDER BY ?s", "in a CONSTRUCT"),
        ("SELECT ?s { ?s ?p 'a } ORDER BY ?s", "q.rq: line 2, column 19: a text opens here"),
    ],
)
def test_a_query_that_cannot_be_saved_is_refused_with_its_place(text: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        read_query(HEAD + text, "q.rq")
    assert says in str(caught.value)
    assert "q.rq" in str(caught.value)


def test_a_default_for_nothing_is_refused() -> None:
    text = f"{HEAD}#+ defaults:\n#+   - colour: red\nSELECT ?s {{ ?s ?p ?_a }} ORDER BY ?s"
    with pytest.raises(QueryError, match="defaults has colour, which is no parameter"):
        read_query(text, "q.rq")


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("kinds:\n#+   - a: person", "the kind of a is person .*end its variable in _iri"),
        ("kinds:\n#+   - b: planet", "the kind of b is planet .*choose one of article, backer"),
        ("kinds:\n#+   - c: person", "kinds has c, which is no parameter"),
        ("enumerate:\n#+   - c:\n#+     - x", "enumerate has c, which is no parameter"),
        ("enumerate:\n#+   - b:\n#+     - x", "'x' is no value for the parameter b"),
        ("defaults:\n#+   - b: Bury", "'Bury' is no value for the parameter b"),
        (
            "enumerate:\n#+   - a:\n#+     - x\n#+ defaults:\n#+   - a: y",
            "'y' is no value for the parameter a .*one of x",
        ),
    ],
)
def test_a_header_that_does_not_fit_its_parameters_is_refused(header: str, says: str) -> None:
    text = f"{HEAD}#+ {header}\nSELECT ?s {{ ?s ?_a ?_b_iri }} ORDER BY ?s"
    with pytest.raises(QueryError, match=says):
        read_query(text, "q.rq")


def test_an_optional_thing_that_is_not_given_stands_for_anything() -> None:
    saved = read_query(made("?x ?p ?__of_iri", "?x (COUNT(?p) AS ?n)", "GROUP BY ?x"), "q")
    named = [ox.NamedNode(f"http://e/{name}") for name in "abc"]
    store = memory_store(ox.Quad(named[0], NAME, name) for name in named)
    assert values(run(store, saved).rows) == [("http://e/a", "3")]
    assert values(run(store, saved, {"of": "http://e/b"}).rows) == [("http://e/a", "1")]
    assert run(store, saved, {"of": "http://e/d"}).rows == ()


@pytest.mark.parametrize("said", ["red", "RED", " Red "])
def test_a_value_that_is_listed_is_taken_in_any_case(said: str) -> None:
    assert as_term(COLOUR, said) == ox.Literal("red")


@pytest.mark.parametrize(
    ("said", "hint"), [("rad", "did you mean red?"), ("", "one of red, blue"), ("x\x00", "a text")]
)
def test_a_value_that_is_not_listed_is_met_with_those_that_are(said: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        as_term(COLOUR, said)
    assert hint in str(caught.value)


COLOUR = Parameter("colour", "string", True, "_colour", choices=("red", "blue"))


def test_a_list_shows_the_parameters_that_running_takes(tmp_path: Path) -> None:
    assert [(o.name, o.header, o.parameters) for o in outlines()] == [
        (saved.name, saved.header, saved.parameters) for saved in list_queries()
    ]
    (tmp_path / "a.b.rq").write_text(f"{HEAD}SELECT ?c {{ $_a ?__b ?c }} ORDER BY ?c")
    (outline,) = outlines(tmp_path)
    assert [p.name for p in outline.parameters] == ["a", "b"]
    assert load_query("a.b", tmp_path).name == "a.b"


def test_a_broken_file_that_ships_is_our_fault(tmp_path: Path) -> None:
    (tmp_path / "bad.rq").write_text("SELECT ?x {}", encoding="utf-8")
    (tmp_path / "latin.rq").write_bytes(b"#+ summary: caf\xe9\n")
    for name in ("bad", "latin"):
        with pytest.raises(ResourceError, match=name):
            load_query(name, tmp_path)
    for listed in (list_queries, outlines):
        with pytest.raises(ResourceError, match=r"bad\.rq:1"):
            listed(tmp_path)


# --- parameters ------------------------------------------------------------------------------


def made(where: str, select: str = "?x", after: str = "") -> str:
    return f"{HEAD}SELECT {select} WHERE {{ {where} }} {after} ORDER BY ?x"


TYPES = """
  VALUES ?x { 1 }
  FILTER(?_text = ?_one_iri || ?_two_integer = ?_three_number)
  FILTER(?_four_date = ?_five_en || ?__six = ?x)
"""


def test_the_name_of_a_parameter_gives_its_type() -> None:
    saved = read_query(made(TYPES), "q")
    assert [(p.name, p.kind, p.required) for p in saved.parameters] == [
        ("text", "string", True),
        ("one", "iri", True),
        ("two", "integer", True),
        ("three", "number", True),
        ("four", "date", True),
        ("five", "en", True),
        ("six", "string", False),
    ]
    given_values = {
        "text": "a",
        "one": "http://e/é",
        "two": "+07",
        "three": "1.50",
        "four": "2015-07-17",
        "five": "a",
    }
    assert bind(saved.parameters, given_values, "q") == {
        "_text": ox.Literal("a"),
        "_one_iri": ox.NamedNode("http://e/é"),
        "_two_integer": ox.Literal("7", datatype=ox.NamedNode(XSD + "integer")),
        "_three_number": ox.Literal("1.5", datatype=ox.NamedNode(XSD + "decimal")),
        "_four_date": ox.Literal("2015-07-17", datatype=ox.NamedNode(XSD + "date")),
        "_five_en": ox.Literal("a", language="en"),
    }


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("string", ""),
        ("string", " "),
        ("string", "a\x00b"),
        ("string", "\x1b[31m"),
        ("string", "\ud800"),
        ("string", "x" * 5000),
        ("en", ""),
        ("iri", "Bury"),
        ("iri", "javascript:alert(1)"),
        ("iri", "file:///etc/passwd"),
        ("iri", "http://e/a b"),
        ("iri", "http://e/> <http://e/b"),
        ("iri", "http://"),
        ("integer", "1.5"),
        ("integer", "١"),
        ("integer", "9" * 19),
        ("number", "1e3"),
        ("number", "NaN"),
        ("number", ".5"),
        ("date", "2015-02-30"),
        ("date", "20150717"),
        ("date", "17/07/2015"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(kind: str, value: str) -> None:
    with pytest.raises(UsageError, match="no value for the parameter p") as caught:
        as_term(Parameter("p", kind, True, "_p"), value)
    assert "it takes" in str(caught.value)
    assert str(caught.value).isprintable()


def test_parameters_are_named_in_the_complaint() -> None:
    saved = read_query(made("VALUES ?x { 1 } FILTER(?x = ?_bound_integer)"), "q")
    with pytest.raises(UsageError, match=r"needs a value for bound .*bound=VALUE"):
        bind(saved.parameters, {}, "q")
    with pytest.raises(UsageError, match=r"no parameter bond .*did you mean bound\?"):
        bind(saved.parameters, {"bond": "1"}, "q")
    with pytest.raises(UsageError, match=r"no parameter colour .*its parameters: bound"):
        bind(saved.parameters, {"colour": "1"}, "q")
    with pytest.raises(UsageError, match="it has none"):
        bind((), {"colour": "1"}, "q")


NAME = ox.NamedNode("http://e/name")
NASTY = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40),
    st.sampled_from(
        [
            'x" } SERVICE <http://127.0.0.1:9/> { ?s ?p "',
            "x' } ; DROP ALL #",
            'x"@en',
            "?x",
            "\\",
            '"""',
            "\\u0022",
            "<http://e/>",
        ]
    ),
).filter(lambda value: bool(value.strip()))


@given(NASTY)
def test_a_value_is_only_ever_a_value(value: str) -> None:
    subject = ox.NamedNode("http://e/s")
    store = memory_store(
        [ox.Quad(subject, NAME, ox.Literal(value)), ox.Quad(subject, NAME, ox.Literal("other"))]
    )
    saved = read_query(made("?x <http://e/name> ?n FILTER(?n = ?_name)", "?x ?n"), "q")
    found = run(store, saved, {"name": value})
    assert found.rows == ((subject, ox.Literal(value)),)
    assert saved == read_query(saved.text, "q"), "the value went nowhere near the text"


# --- columns ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("SELECT ?a ?b { ?a ?p ?b } ORDER BY ?a", ("a", "b")),
        ("SELECT DISTINCT ?a { ?a ?p ?b } ORDER BY ?a", ("a",)),
        ("SELECT (STR(?b) AS ?c) ?a WHERE { ?a ?p ?b } ORDER BY ?a", ("c", "a")),
        ("SELECT (COUNT(*) AS ?n) { ?a ?p ?b } GROUP BY ?a ORDER BY ?n", ("n",)),
        (
            "SELECT ?a (COUNT(?b) AS ?n) { ?a ?p ?b } GROUP BY ?a HAVING(MAX(?b) > 0) ORDER BY ?n",
            ("a", "n"),
        ),
        ("SELECT ?c { ?a ?p ?b } GROUP BY (STR(?a) AS ?c) ORDER BY ?c", ("c",)),
    ],
)
def test_parameters_are_no_columns(query: str, columns: tuple[str, ...]) -> None:
    plain = read_query(HEAD + query, "q")
    assert plain.plan.columns == columns
    assert plain.plan.runnable() == query == plain.text.removeprefix(HEAD)
    bound = read_query(HEAD + query.replace("?a ?p ?b", "?a ?p ?b FILTER(?p = ?_p_iri)"), "q")
    store = memory_store([ox.Quad(NAME, NAME, ox.Literal(1))])
    result = run(store, bound, {"p": NAME.value})
    assert result.columns == columns
    assert len(result.rows) == 1
    assert len(result.rows[0]) == len(columns)
    assert isinstance(result, Result)
    assert run(store, bound, {"p": "http://e/other"}).rows == ()


def test_the_folder_of_queries_ships() -> None:
    assert resources.path("queries").is_dir()
