"""ontology/kg.ttl is the one home of terms: vocab, shapes, queries and data use no others."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser

import pyoxigraph as ox
import pytest

import kg
from docs.making import diagram, page, terms
from kg import resources, vocab
from kg.iris import Minter
from kg.rdf import dataset_quads, quads
from kg.vocab import KGO, PREFIXES, RDF, SKOS
from tests import builders
from tests.conftest import ROOT

OWL = "http://www.w3.org/2002/07/owl#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
PROPERTIES = {OWL + "ObjectProperty", OWL + "DatatypeProperty"}
# Said of several kinds of thing, so that nothing follows from their being said.
NO_DOMAIN = {
    KGO.status,
    KGO.asOf,
    KGO.evidence,
    KGO.dateEvidence,
    KGO.decision,
    KGO.confidence,
    KGO.splitInto,
}
# A day, a month or a year: no one datatype. A person, a body or a contest: no one class.
NO_RANGE = {KGO.asOf, KGO.splitInto}
# Vocabularies of the files' own making or of no data: prefixes that are not of the graph.
FOREIGN = {"sh", "kgs", "xsd", "id"}

VOCABULARIES = [
    value
    for value in vars(vocab).values()
    if isinstance(value, type) and hasattr(value, "NS") and value is not vocab.XSD
]


@cache
def ontology() -> frozenset[ox.Quad]:
    path = resources.path("ontology", "kg.ttl")
    return frozenset(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))


def objects(subject: str, predicate: str) -> set[str]:
    return {
        quad.object.value
        for quad in ontology()
        if quad.subject == ox.NamedNode(subject)
        and quad.predicate.value == predicate
        and not isinstance(quad.object, ox.Triple)
    }


def declared(namespace: str = "") -> set[str]:
    """Every term that the ontology declares or lists, the ontology itself aside."""
    return {
        quad.subject.value
        for quad in ontology()
        if isinstance(quad.subject, ox.NamedNode)
        and quad.subject.value.startswith(namespace)
        and quad.subject.value != KGO.ONTOLOGY
    }


def own_properties() -> set[str]:
    return {term for term in declared(KGO.NS) if objects(term, RDF.type) & PROPERTIES}


def terms_of_vocab() -> set[str]:
    return {
        value
        for vocabulary in VOCABULARIES
        for name, value in vars(vocabulary).items()
        if not name.startswith("__") and name not in ("NS", "ONTOLOGY")
    }


def prefixed_names(text: str) -> Iterator[str]:
    """The IRIs of the prefixed names in SPARQL or Turtle, comments, strings and IRIs left out."""
    bare = re.sub(r'(?s:""".*?""")|"[^"\n]*"|<[^>\s]*>|(?m:(?<!\S)#.*$)', " ", text)
    for prefix, local in re.findall(r"\b([a-z]+):([A-Za-z][A-Za-z0-9_]*)", bare):
        if prefix not in FOREIGN:
            yield PREFIXES.get(prefix, f"{prefix}:") + local


def data() -> list[ox.Quad]:
    built = builders.worked()
    made = quads(built.extraction, built.resolution, builders.gazetteer(), Minter())
    return made + dataset_quads(Minter())


def test_vocab_and_ontology_have_the_same_terms() -> None:
    assert terms_of_vocab() == declared()


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.__name__)
def test_a_constant_is_named_as_its_term(vocabulary: type) -> None:
    namespace = vars(vocabulary)["NS"]
    for name, value in vars(vocabulary).items():
        if not name.startswith("__") and name not in ("NS", "ONTOLOGY"):
            assert value == namespace + name.removesuffix("_")  # class is a word of Python


def test_every_vocabulary_has_a_prefix() -> None:
    namespaces = {vars(vocabulary)["NS"] for vocabulary in VOCABULARIES}
    assert set(PREFIXES.values()) == namespaces | {vocab.XSD.NS}


@pytest.mark.parametrize("term", sorted(declared(KGO.NS)), ids=lambda t: t.rpartition("#")[2])
def test_an_own_term_is_explained(term: str) -> None:
    if objects(term, SKOS.prefLabel):
        assert objects(term, SKOS.NS + "definition")
    else:
        assert objects(term, RDFS + "label")
        assert objects(term, RDFS + "comment")


@pytest.mark.parametrize("term", sorted(own_properties()), ids=lambda t: t.rpartition("#")[2])
def test_a_property_says_what_it_joins(term: str) -> None:
    assert bool(objects(term, RDFS + "domain")) is (term not in NO_DOMAIN)
    assert bool(objects(term, RDFS + "range")) is (term not in NO_RANGE)


def test_what_an_own_term_refers_to_is_declared_too() -> None:
    relations = {RDFS + name for name in ("subClassOf", "subPropertyOf", "domain", "range")}
    used = {
        quad.object.value
        for quad in ontology()
        if quad.predicate.value in relations and isinstance(quad.object, ox.NamedNode)
    }
    assert {term for term in used if not term.startswith(vocab.XSD.NS)} <= declared()


def test_shapes_use_declared_terms_only() -> None:
    for file in sorted(resources.path("shapes").glob("*.ttl")):
        text = file.read_text(encoding="utf-8")
        queries = " ".join(re.findall(r'(?s)"""(.*?)"""', text))
        assert queries.count("SELECT") == text.count("sh:select")
        used = {*prefixed_names(text), *prefixed_names(queries)}
        assert used <= declared(), file.name


def test_shapes_cover_every_own_class_and_property() -> None:
    files = resources.path("shapes").glob("*.ttl")
    used = {name for file in files for name in prefixed_names(file.read_text(encoding="utf-8"))}
    concepts = {term for term in declared(KGO.NS) if objects(term, SKOS.prefLabel)}
    # A leadership election is checked as the contest that it is; kgo:backs is never in a graph.
    assert declared(KGO.NS) - used == {KGO.LeadershipElection, KGO.backs}
    assert concepts <= used


def test_queries_use_declared_terms_only() -> None:
    unknown = {
        (file.name, name)
        for file in resources.path("queries").rglob("*.rq")
        for name in prefixed_names(file.read_text(encoding="utf-8"))
        if name not in declared()
    }
    assert unknown == set()


def test_the_reader_of_prefixed_names_reads_them() -> None:
    text = (
        'SELECT ?x { ?x a kgo:Nonsense ; foaf:name "kgo:no" . # kgo:no\n <http://a/kgo:no> ?p 1 }'
    )
    assert set(prefixed_names(text)) == {KGO.NS + "Nonsense", vocab.FOAF.name}


def test_data_uses_declared_terms_only() -> None:
    used = set()
    for quad in data():
        used.add(quad.predicate.value)
        for term in (quad.subject, quad.object):
            if isinstance(term, ox.NamedNode) and (
                term.value.startswith(KGO.NS) or quad.predicate.value == RDF.type
            ):
                used.add(term.value)
    subjects = {str(quad.subject).strip("<>") for quad in data()}
    assert used - subjects <= declared()


def test_backs_is_derived_and_never_asserted() -> None:
    assert KGO.backs not in {quad.predicate.value for quad in data()}


# --- the page --------------------------------------------------------------------------------


@cache
def made_page() -> str:
    return page.made()


def without_figures(text: str) -> str:
    """How often a rule is right is measured anew now and then; the page may show it as it was."""
    return re.sub(r"(confidence</a>) [0-9.]+", r"\1 …", text)


def test_the_page_is_made_of_what_is_there() -> None:
    there = (ROOT / "docs" / "ontology.html").read_text(encoding="utf-8")
    assert without_figures(there) == without_figures(made_page()), "run `make docs`"


@pytest.mark.parametrize("term", sorted(declared()), ids=terms.compact)
def test_a_term_is_on_the_page_with_what_it_means(term: str) -> None:
    known = terms.load()
    assert f'id="{terms.anchor(term)}"' in made_page()
    assert known.definition(term)
    assert html.escape(known.definition(term)) in made_page()


def test_every_rule_is_on_the_page() -> None:
    told = {rule.shape for rules in terms.load().rules.values() for rule in rules}
    named = set()
    for file in resources.path("shapes").glob("*.ttl"):
        text = file.read_text(encoding="utf-8")
        for block in re.findall(r"(?ms)^kgs:(\S+ .*?) \.$", text):
            name, _, rest = block.partition(" ")
            if "sh:message" in rest and "sh:select" not in rest:
                named.add(f"https://example.org/kg/shapes#{name}")
    assert len(named) > 150
    assert named <= told
    for rule in (rule for rules in terms.load().rules.values() for rule in rules):
        assert html.escape(re.sub(r"\{\?\w+\}", "…", rule.message)) in made_page()
        assert html.escape(rule.hint) in made_page()


class Tags(HTMLParser):
    """Notes what a page opens and closes, and leads to; it may fetch nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.scripts: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert "src" not in given
        assert tag not in ("link", "img", "iframe")
        if tag == "script":
            self.scripts.append(given.get("type"))
        self._note(attrs)
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as the parser calls it
        self._note(attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def _note(self, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value]


def test_the_page_is_whole_and_fetches_nothing() -> None:
    tags = Tags()
    tags.feed(made_page())
    assert tags.open == []
    assert len(tags.ids) == len(set(tags.ids))
    assert tags.scripts == ["application/ld+json"]  # data, which no browser runs
    assert {link[1:] for link in tags.links if link.startswith("#")} <= set(tags.ids)
    for link in tags.links:
        if not link.startswith(("#", "http://", "https://")):
            assert (ROOT / "docs" / link).exists(), link
    assert "url(" not in made_page().replace("url(#tip)", "")


def test_the_page_tells_machines_its_terms() -> None:
    pattern = r'(?s)<script type="application/ld\+json">(.*?)</script>'
    (data,) = re.findall(pattern, made_page())
    told = {
        str(quad.subject).strip("<>")
        for quad in ox.parse(data, format=ox.RdfFormat.JSON_LD)
        if quad.predicate.value == RDFS + "comment"
    }
    assert told == declared(KGO.NS)


@pytest.mark.parametrize("edge", diagram.EDGES, ids=lambda edge: terms.compact(edge[0]))
def test_the_drawing_agrees_with_domains_and_ranges(edge: tuple[str, str, str]) -> None:
    iri, one, other = edge
    assert objects(iri, RDFS + "domain") <= {one}
    assert objects(iri, RDFS + "range") <= {other}


def test_the_ontology_has_the_version_of_kg() -> None:
    assert objects(KGO.ONTOLOGY, OWL + "versionInfo") == {kg.__version__}


def test_naming_terms_needs_no_rdf_library() -> None:
    code = "import sys, kg.vocab; print(sorted(m for m in sys.modules if 'rdf' in m or 'oxi' in m))"
    root = resources.root()
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout.strip() == "[]"
