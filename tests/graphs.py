"""Little graphs for the tests of store and export, plain ones and awkward ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import rdflib
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg.vocab import FOAF, KGO, OA, RDF, XSD
from tests.plaingraphs import ID, typed

# --- awkward terms ---------------------------------------------------------------------------

_SEGMENT = st.text("abAB09-_.~!$&'()*+,;=:@é中", min_size=1, max_size=6)
_PATH = st.lists(_SEGMENT, min_size=1, max_size=3).map("/".join)
_IRI = st.one_of(
    st.builds("{}{}{}".format, st.just(ID), _PATH, st.sampled_from(["", "#pos", "?a=b", "#a/b"])),
    st.builds("https://e.example/{}#{}".format, _PATH, _SEGMENT),
    st.builds("urn:{}".format, _SEGMENT.filter(lambda part: part[0] not in "~!$&'()*+,;=:@.-_")),
    st.sampled_from(["org:member", "schema:x", "count:1", "kgo:endorser"]),
    st.sampled_from([KGO.endorser, FOAF.name, f"{KGO.NS}a.b", f"{KGO.NS}-x", KGO.NS, ID, RDF.type]),
)


def _is_iri(text: str) -> bool:
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


nodes = _IRI.filter(_is_iri).map(NamedNode)
predicates = st.one_of(
    st.sampled_from([RDF.type, FOAF.name, KGO.endorser, OA.exact, KGO.count, KGO.misspelt]),
    st.sampled_from([KGO.Endorsement, f"{KGO.NS}unheard-of", "foaf:name", "count:x"]),
    st.builds("https://e.example/{}#a{}".format, _SEGMENT, st.text("ab09-_.", max_size=4)),
).map(NamedNode)

_TRAPS = (
    '"',
    "\\",
    "\\u003E",
    "' ''' \"\"\" \\\"",
    '" . <http://evil.example/s> <http://evil.example/p> "x',
    "> <http://evil.example/g> .",
    "x <http://evil.example/g>",
    'x" <http://evil.example/g',
    " _:b .",
    "\r\n\t\v\f\b",
    "]]> &amp; <b>",
    "@en",
    "^^<http://evil.example/t>",
    "line separator",
    "\x85\xa0\u200b",
    "",
    " ",
)
# U+0000 is no character of XML, surrogates are none of Unicode; the rest is fair.
texts = st.one_of(
    st.sampled_from(_TRAPS),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12),
)
_NUMBERS = st.sampled_from(
    [
        *(typed(n, XSD.integer) for n in ("5", "-5", "+5", "007", "0", "1" * 30, "five", "")),
        *(typed(n, XSD.decimal) for n in ("0.80", ".5", "5.", "-1.0", "+1.50", "5", "00.1", "x")),
        *(typed(n, XSD.boolean) for n in ("true", "false", "1", "True")),
        *(typed(n, XSD.date) for n in ("2015-07-17", "2020-02-30", "0001-01-01")),
        typed("2015", XSD.gYear),
        typed("2015-07", XSD.gYearMonth),
        typed("x", "https://e.example/a)b"),
        typed("x", f"{KGO.NS}a/b"),
    ]
)
literals = st.one_of(
    texts.map(Literal),
    st.builds(
        lambda text, tag: Literal(text, language=tag), texts, st.sampled_from(["en", "cy-gb"])
    ),
    st.builds(typed, texts, st.just("https://e.example/datatype")),
    _NUMBERS,
)
quads = st.builds(
    Quad,
    nodes,
    predicates,
    st.one_of(nodes, literals),
    st.one_of(st.just(DefaultGraph()), nodes),
)
quad_lists = st.lists(quads, min_size=1, max_size=6)

NOT_XML = frozenset(map(chr, [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF]))
"""The characters that XML 1.0 has no way to write."""


def _is_xml(quad: Quad) -> bool:
    return not isinstance(quad.object, Literal) or NOT_XML.isdisjoint(quad.object.value)


xml_quad_lists = st.lists(quads.filter(_is_xml), min_size=1, max_size=6)

# --- comparing with rdflib -------------------------------------------------------------------

Plain = tuple[Any, ...]


def plain(made: Iterable[Quad], *, graphs: bool) -> set[Plain]:
    """Statements as tuples of text, to be compared with ``plain_rdflib``."""
    return {
        (
            quad.subject.value,  # type: ignore[union-attr] # the graphs of these tests have IRIs only
            quad.predicate.value,
            _plain_object(quad.object),
            _graph_name(quad) if graphs else "",
        )
        for quad in made
    }


def _graph_name(quad: Quad) -> str:
    return "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value


def _plain_object(term: Any) -> Plain:
    if isinstance(term, Literal):
        return (term.value, term.language, term.datatype.value)
    return (term.value,)


def plain_rdflib(made: rdflib.Dataset, *, graphs: bool) -> set[Plain]:
    """The statements of an rdflib data set as tuples of text."""
    return {
        (str(s), str(p), _plain_rdflib_object(o), _rdflib_graph_name(g) if graphs else "")
        for s, p, o, g in made.quads()
    }


def _rdflib_graph_name(name: Any) -> str:
    return "" if name in (None, DATASET_DEFAULT_GRAPH_ID) else str(name)


def _plain_rdflib_object(term: Any) -> Plain:
    if isinstance(term, rdflib.Literal):
        if term.language:
            return (str(term), term.language, f"{RDF.NS}langString")
        return (str(term), None, str(term.datatype or XSD.string))
    return (str(term),)
