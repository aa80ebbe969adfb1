"""The lexer of queries: what the tokens are, and that it never guesses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.sparql.patterns import count_patterns
from kg.sparqltokens import Token, position, tokenize


def shown(text: str) -> list[str]:
    """Each token with its kind, but marks and words as they are."""
    return [t.text if t.kind in ("mark", "word") else f"{t.kind}:{t.text}" for t in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?a $b", ["SELECT", "variable:?a", "variable:$b"]),
        ("<http://e/a#b> # <c>", ["iri:<http://e/a#b>"]),
        ("e:a.b e:a. :", ["name:e:a.b", "name:e:a", ".", "name::"]),
        (r"e:a\#b%20\'c", [r"name:e:a\#b%20\'c"]),
        ("_:b1.c a", ["blank:_:b1.c", "a"]),
        ("'it''s'", ["string:'it'", "string:'s'"]),
        (r'"a\"b" ""', [r'string:"a\"b"', 'string:""']),
        ('"""a"b""c"""', ['string:"""a"b""c"""']),
        ("'''a\n'b''\n'''", ["string:'''a\n'b''\n'''"]),
        ("1 1.5 .5 1e3 1.", ["number:1", "number:1.5", "number:.5", "number:1e3", "number:1", "."]),
        ("1SERVICE", ["number:1", "SERVICE"]),
        ('"x"@en-GB^^', ['string:"x"', "tag:@en-GB", "^^"]),
        ("?a<?b", ["variable:?a", "<", "variable:?b"]),
        ("< = <= >= != && ||", ["<", "=", "<=", ">=", "!=", "&&", "||"]),
        ("(?a <http://e/#x>)", ["(", "variable:?a", "iri:<http://e/#x>", ")"]),
        ("{?a ?b <#x>}", ["{", "variable:?a", "variable:?b", "iri:<#x>", "}"]),
        ("(?a + <#x>)", ["(", "variable:?a", "+", "iri:<#x>", ")"]),
        ("(?a <urn:x(y)z>)", ["(", "variable:?a", "iri:<urn:x(y)z>", ")"]),
        (r'"\u0041\U0001F600"', [r'string:"\u0041\U0001F600"']),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        r"e:a %",
        "(?a <#x>)",
        "(?a <urn:x)y>)",
        "(?a <=?b)#>)",
        '"open',
        '"""open""',
        '"line\nend"',
        "`",
        "\u00a0",
        r'"\u0022"',
        r"# \u000a",
        r'"\uD800"',
        r'"\U00110000"',
        r"\u0041",
    ],
)
def test_what_could_be_read_in_two_ways_is_not_read(text: str) -> None:
    with pytest.raises(QueryError, match="line 1, column") as caught:
        tokenize(text)
    assert caught.value.todo


def test_a_place_is_named_by_line_and_column() -> None:
    assert position("ab\ncd", 4) == (2, 2)
    with pytest.raises(QueryError, match="line 3, column 4"):
        tokenize("SELECT *\n{\n   ` }")


def tokens_or_fault(text: str) -> tuple[Token, ...] | QueryError:
    try:
        return tokenize(text)
    except QueryError as error:
        return error


@given(st.text(max_size=60))
def test_any_text_is_tokens_or_one_error(text: str) -> None:
    found = tokens_or_fault(text)
    if isinstance(found, QueryError):
        assert "\n" not in str(found)
        return
    for token in found:
        assert text[token.start : token.end] == token.text
    assert [t.start for t in found] == sorted(t.start for t in found)


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=60))
def test_the_pattern_for_ascii_text_finds_what_that_for_any_text_finds(text: str) -> None:
    alone, beside = tokens_or_fault(text), tokens_or_fault(f"{text}\n# é")
    if isinstance(alone, QueryError):
        assert str(beside) == str(alone)
    else:
        assert beside == alone


PIECES = st.sampled_from(
    ["?a", "<http://e/x>", '"SERVICE"', "'''\"'''", "e:SERVICE", "1.5", "_:b", "@en", "{", "}", ";"]
)


@given(st.lists(PIECES, max_size=20), st.sampled_from([" ", "\n", " # SERVICE '\n", "\t"]))
def test_space_and_comments_change_nothing(pieces: list[str], gap: str) -> None:
    assert [t.text for t in tokenize(gap.join(pieces))] == pieces


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30))
def test_a_quoted_text_is_one_token_whatever_it_says(said: str) -> None:
    quoted = (
        said.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    )
    token = Token("string", f'"{quoted}"', 0)
    found = tokens_or_fault(token.text)
    if isinstance(found, QueryError):
        assert "escape" in found.what, "a backslash and u0022 in a row, which engines may decode"
    else:
        assert found == (token,)


@pytest.mark.parametrize(
    ("query", "patterns"),
    [
        ("SELECT * { }", 0),
        ("SELECT * { ?s ?p ?o }", 1),
        ("SELECT * { ?s ?p ?o . ?o ?q 1 . }", 2),
        ("SELECT * { ?s a e:C ; ?p 'x'@en, \"1\"^^e:t ; . }", 3),
        ("SELECT * { ?s e:a/e:b|^e:c ?o }", 1),
        ("SELECT * { ?s (e:a/e:b)* ?o . ?s !(e:a|^e:b) ?o }", 2),
        ("SELECT * { ?s ?p [ ?q 1 ; ?r 2 ] . [] ?p 3 }", 4),
        ("SELECT * { ?s ?p (1 2 3) }", 7),
        ("SELECT * { (1) ?p ?o }", 3),
        ("SELECT (COUNT(?x) AS ?n) { ?s ?p ?o FILTER(?o > 1 && EXISTS { ?o ?q ?x }) }", 2),
        ("SELECT * { VALUES (?a ?b) { (1 2) (3 4) } ?s ?p ?a }", 1),
        ("SELECT * { BIND(1 AS ?x) ?s ?p ?x OPTIONAL { ?s ?q ?y } }", 2),
        ("CONSTRUCT { ?s ?p ?o . ?o ?p ?s } WHERE { ?s ?p ?o }", 1),
        ("CONSTRUCT WHERE { ?s ?p ?o . ?o ?p ?s }", 2),
        ("SELECT * { GRAPH ?g { ?s ?p ?o } { ?s ?p true } UNION { ?s ?p false } }", 3),
    ],
)
def test_patterns_are_counted(query: str, patterns: int) -> None:
    assert count_patterns(tokenize(query)) == patterns
