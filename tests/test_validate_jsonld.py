"""JSON-LD: nothing is fetched, nothing is lost in silence, every value has its JSON pointer."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kg.validate import Finding, Limits
from kg.validate.forms.jsontext import JsonError, read_json
from kg.validate.forms.model import Reading
from kg.validate.reading import read
from kg.validate.terms import text_of

E = "http://example.net/"
ANY = Finding("x", "info", "s", "c", "m")


def reading(document: object) -> Reading:
    text = document if isinstance(document, str) else json.dumps(document, indent=1)
    return read(text.encode(), "application/ld+json", "x", Limits())


def pointers(document: object) -> list[tuple[str, str, str | None]]:
    """Predicate, object and pointer of each statement, the namespace left out."""
    made = reading(document)
    assert made.faults == ()
    found = []
    for quad in made.quads:
        parts = (text_of(quad.subject), quad.predicate.value, text_of(quad.object))
        finding = replace(ANY, focus=parts[0], path=parts[1], value=parts[2])
        [placed] = made.place([finding])
        found.append((parts[1].removeprefix(E), parts[2].removeprefix(E), placed.pointer))
    return found


TERMS = {
    "e": E,
    "id": "@id",
    "type": "@type",
    "name": "e:name",
    "knows": {"@id": "e:knows", "@type": "@id"},
    "size": {"@id": "e:size", "@type": "http://www.w3.org/2001/XMLSchema#decimal"},
    "label": {"@id": "e:label", "@container": "@language"},
    "parts": {"@id": "e:parts", "@container": "@list"},
    "child": {"@reverse": "e:parent"},
    "byid": {"@id": "e:byid", "@container": "@id"},
    "Box": {"@id": "e:Box", "@context": {"holds": "e:holds"}},
}
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({"name": ["x", "y"]}, [("name", "x", "/name/0"), ("name", "y", "/name/1")]),
        ({"e:name": {"@value": "x"}}, [("name", "x", "/e:name")]),
        ({"knows": "e:b"}, [("knows", "b", "/knows")]),
        (
            {"knows": ["e:b", {"id": "e:c"}]},
            [("knows", "b", "/knows/0"), ("knows", "c", "/knows/1")],
        ),
        (
            {"knows": {"name": "z"}},
            [("knows", "_:b1", "/knows"), ("name", "z", "/knows/name")],
        ),
        (
            {"type": ["e:T", "e:U"]},
            [(f"{RDF}type", "T", "/type/0"), (f"{RDF}type", "U", "/type/1")],
        ),
        ({"size": "1.50"}, [("size", "1.50", "/size")]),
        ({"e:n": 1.5}, [("n", "1.5E0", "/e:n")]),
        ({"e:n": 10}, [("n", "10", "/e:n")]),
        ({"e:n": True}, [("n", "true", "/e:n")]),
        (
            {"label": {"en": "x", "de": ["y"]}},
            [("label", "x", "/label/en"), ("label", "y", "/label/de/0")],
        ),
        ({"child": {"id": "e:c"}}, [("parent", "a", "/child")]),
        ({"@reverse": {"e:q": {"id": "e:c"}}}, [("q", "a", "/@reverse/e:q")]),
        ({"@included": [{"id": "e:z", "name": "n"}]}, [("name", "n", "/@included/0/name")]),
        ({"@graph": [{"id": "e:z", "name": "n"}]}, [("name", "n", "/@graph/0/name")]),
        (
            {"type": "Box", "holds": 1},
            [(f"{RDF}type", "Box", "/type"), ("holds", "1", "/holds")],
        ),
        ({"e:a/b~c": 1}, [("a/b~c", "1", "/e:a~1b~0c")]),
        (
            {"byid": {"e:x/1": [{"name": "n"}]}},
            [("byid", "x/1", "/byid/e:x~11/0"), ("name", "n", "/byid/e:x~11/0/name")],
        ),
        (
            {"parts": ["p", "q"]},
            [
                ("parts", "_:b1", "/parts/0"),
                (f"{RDF}first", "p", "/parts/0"),
                (f"{RDF}rest", "_:b2", "/parts/1"),
                (f"{RDF}first", "q", "/parts/1"),
                (f"{RDF}rest", f"{RDF}nil", "/parts"),
            ],
        ),
    ],
)
def test_each_statement_is_at_the_value_that_says_it(
    document: dict[str, object], expected: list[tuple[str, str, str]]
) -> None:
    assert pointers({"@context": TERMS, "id": "e:a", **document}) == expected


@pytest.mark.parametrize(
    "document",
    [
        {"@context": {"@base": "http://[", "p": f"{E}p"}, "@id": "x", "p": 1},
        {"@context": {"j": {"@id": f"{E}j", "@type": "@json"}}, "@id": f"{E}a", "j": "x"},
        {
            "@context": {"g": {"@id": f"{E}g", "@container": "@graph"}},
            "@id": f"{E}a",
            "g": {f"{E}p": 1},
        },
        {"@id": f"{E}a", f"{E}p": [None, {"@value": None}, []]},
    ],
)
def test_what_is_rare_is_not_said_to_be_lost(document: object) -> None:
    made = reading(document)
    assert [remark for remark in made.remarks if "Nothing came" in remark.message] == []


def test_kg_s_own_context_is_known_without_being_fetched() -> None:
    document = {
        "@context": ["https://example.org/kg/context.jsonld", {"n": "foaf:name"}],
        "@id": f"{E}a",
        "n": "x",
    }
    assert pointers(document) == [("http://xmlns.com/foaf/0.1/name", "x", "/n")]


@pytest.mark.parametrize(
    ("document", "pointer"),
    [
        ({"@context": "https://elsewhere.example/c", "@id": f"{E}a"}, "/@context"),
        ({"@context": [{"e": E}, "c.jsonld"]}, "/@context/1"),
        ({"@context": {"@import": "https://elsewhere.example/c"}}, "/@context/@import"),
        ({"@context": {"p": {"@id": E, "@context": "/etc/passwd"}}}, "/@context/p/@context"),
        ({f"{E}p": [{"@context": "file:///etc/passwd"}]}, "/http:~1~1example.net~1p/0/@context"),
    ],
)
def test_a_context_from_elsewhere_is_refused_before_the_parser(
    document: object, pointer: str
) -> None:
    [fault] = reading(document).faults
    assert (fault.constraint, fault.pointer) == ("context", pointer)


@pytest.mark.parametrize(
    ("document", "severity", "pointer"),
    [
        ({"@id": "a b", f"{E}p": 1}, "violation", "/@id"),
        ({"@id": "relative", f"{E}p": 1}, "violation", "/@id"),
        ({"@id": f"{E}a", "@type": "T"}, "violation", "/@type"),
        ({"@id": f"{E}a", "@type": [f"{E}T", "U"]}, "violation", "/@type/1"),
        ({"@id": f"{E}a", "name": "x"}, "warning", "/name"),
        (
            {"@context": {"p": {"@id": f"{E}p", "@type": "@id"}}, "@id": f"{E}a", "p": "b"},
            "violation",
            "/p",
        ),
        ("just a string".join('""'), "violation", ""),
    ],
)
def test_what_json_ld_drops_without_a_word_is_told(
    document: object, severity: str, pointer: str
) -> None:
    [remark] = reading(document).remarks
    assert (remark.constraint, remark.severity, remark.pointer) == ("dropped", severity, pointer)


@pytest.mark.parametrize(
    ("text", "line", "column", "pointer"),
    [
        ('{"@id": 5,\n "a": 1}', 1, 9, "/@id"),
        (f'{{"{E}p": [\n 1, {{"@value": "x", "@type": "a b"}}]}}', 2, 5, None),
        ('{"a": [1,}', 1, 10, None),
        ('{"a" 1}', 1, 6, None),
        ("{a: 1}", 1, 2, None),
        ('{"a": 1,}', 1, 9, None),
        ('{"a": [1,]}', 1, 10, None),
        ('{"a": NaN}', 1, 7, None),
        ('{"a": 01}', 1, 8, None),
        ('{"a": "b\nc"}', 1, 7, None),
        ('{"a": "\\ud800"}', 1, 7, None),
        ("{} {}", 1, 4, None),
        ("", 1, 1, None),
        ('{"a": 1', 1, 8, None),
    ],
)
def test_a_fault_of_syntax_has_its_place(
    text: str, line: int, column: int, pointer: str | None
) -> None:
    [fault] = reading(text).faults
    assert (fault.constraint, fault.line, fault.column) == ("syntax", line, column)
    assert pointer is None or fault.pointer == pointer


def test_a_key_that_stands_twice_is_refused() -> None:
    [fault] = reading(f'{{"@id": "{E}a",\n "{E}p": {{"b": 1,\n "b": 2}}}}').faults
    assert (fault.constraint, fault.line) == ("duplicateKey", 3)
    assert fault.pointer == "/http:~1~1example.net~1p/b"


def test_depth_is_bounded_before_the_parser_and_the_walk_stands_what_is_allowed() -> None:
    def nested(depth: int) -> str:
        return f'{{"{E}p":' * depth + "1" + "}" * depth

    assert [f.constraint for f in reading(nested(5_000)).faults] == ["nesting"]
    assert len(reading(nested(200)).quads) == 200
    assert [f.constraint for f in reading(nested(201)).faults] == ["nesting"]


def test_a_number_of_many_digits_is_no_trouble() -> None:
    document = f'{{"@id": "{E}a", "{E}p": {"9" * 10_000}}}'
    assert len(reading(document).quads) == 1


def test_the_reader_of_json_gives_each_value_its_extent() -> None:
    text = ' {"a": [1, "b"]}\n'
    root = read_json(text, 10)
    assert text[root.start : root.end] == '{"a": [1, "b"]}'
    inner = root.get("a")
    assert inner is not None
    assert text[inner.start : inner.end] == '[1, "b"]'
    with pytest.raises(JsonError, match="too deep"):
        read_json("[[[1]]]", 2)
