"""RDF/XML: no entity, no depth, every statement at the line of its element."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.validate import Finding, Limits
from kg.validate.forms.model import Reading
from kg.validate.reading import read
from kg.validate.terms import text_of

E = "http://example.net/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
ANY = Finding("x", "info", "s", "c", "m")


def whole(body: str, before: str = "") -> str:
    return (
        f'{before}<rdf:RDF xmlns:rdf="{RDF}" xmlns:e="{E}" xml:base="{E}doc">\n{body}\n</rdf:RDF>'
    )


def reading(text: str) -> Reading:
    return read(text.encode(), "application/rdf+xml", "x", Limits())


BODY = """\
<e:Thing rdf:about="a" e:colour="red">
  <e:name>Zoë</e:name>
  <e:knows rdf:resource="http://example.net/b"/>
  <e:owns>
    <e:Box rdf:about="http://example.net/box">
      <e:name>inner</e:name>
    </e:Box>
  </e:owns>
  <e:part rdf:parseType="Resource">
    <e:size rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">4</e:size>
  </e:part>
  <e:list rdf:parseType="Collection">
    <rdf:Description rdf:about="http://example.net/i1"/>
    <rdf:Description rdf:about="http://example.net/i2"/>
  </e:list>
  <e:mark rdf:parseType="Literal"><b>bold</b></e:mark>
  <e:said rdf:ID="r">so</e:said>
  <e:also e:one="1"/><rdf:li>first</rdf:li>
  <e:empty/>
  <e:long>two
lines</e:long>
</e:Thing>
<rdf:Description rdf:nodeID="n"><e:name/></rdf:Description>
<rdf:Description><e:knows rdf:nodeID="n"/></rdf:Description>
<rdf:Description rdf:ID="frag" rdf:type="http://example.net/T"/>"""


def test_each_statement_is_at_its_element() -> None:
    text = whole(BODY)
    made = reading(text)
    assert made.faults == ()
    lines = text.split("\n")
    for quad in made.quads:
        parts = (text_of(quad.subject), quad.predicate.value, text_of(quad.object))
        [placed] = made.place([replace(ANY, focus=parts[0], path=parts[1], value=parts[2])])
        assert placed.line is not None, parts
        assert placed.column is not None
        here = lines[placed.line - 1][placed.column - 1 :]
        assert here.startswith("<"), parts
        name = quad.predicate.value.removeprefix(E)
        if quad.predicate.value.startswith(E) and name not in ("colour", "one"):
            assert here.startswith(f"<e:{name}"), parts


def test_a_thing_is_at_the_element_that_describes_it() -> None:
    [found] = reading(whole(BODY)).place([replace(ANY, focus=f"{E}box")])
    assert (found.line, found.column) == (6, 5)


@pytest.mark.parametrize(
    ("text", "constraint", "line", "column"),
    [
        (whole("", '<!DOCTYPE rdf:RDF [<!ENTITY a "b">]>\n'), "doctype", 1, None),
        (whole("", '<!DOCTYPE r SYSTEM "file:///etc/passwd">\n'), "doctype", 1, None),
        (whole("", '<?xml version="1.0" encoding="latin-1"?>\n'), "encoding", 1, 1),
        (whole("<e:T>\n<e:p>1</e:q></e:T>"), "syntax", 3, 9),
        (whole("\n<f:T/>"), "syntax", 3, 1),
        (whole('<e:T rdf:about="x">\n&nbsp;</e:T>'), "syntax", 3, 1),
        (whole('<e:T rdf:about="x">\n <e:p\n  rdf:resource="a b"/></e:T>'), "syntax", 3, 2),
        (whole('<e:T rdf:about="x">\n<e:p rdf:datatype="a b">1</e:p></e:T>'), "syntax", 3, 1),
        (whole('<e:T rdf:about="x">\n stray </e:T>'), "syntax", 3, None),
        (whole('<e:T rdf:about="x">\n<e:p rdf:resource="data:,x"/></e:T>'), "iri", 3, 1),
        ("", "syntax", 1, 1),
        ("<html><body></html>", "syntax", 1, 15),
        (whole("<e:T><e:p>" * 200), "nesting", 2, None),
    ],
)
def test_what_is_not_read_says_where(
    text: str, constraint: str, line: int, column: int | None
) -> None:
    [fault] = reading(text).faults
    assert (fault.constraint, fault.line) == (constraint, line)
    assert column is None or fault.column == column


def test_a_literal_that_looks_like_a_name_of_ours_keeps_its_place() -> None:
    text = whole('<e:T rdf:about="x">\n<e:p>1</e:p>\n<e:q>2</e:q></e:T>')
    [found] = reading(text).place([replace(ANY, focus=f"{E}x", path=f"{E}q", value="2")])
    assert found.line == 4
