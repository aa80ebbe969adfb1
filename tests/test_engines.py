"""The two engines find the same, whatever they are shown, and an addition is judged as in full."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.generate import articles
from kg.errors import InputError
from kg.gazetteer import load_gazetteer
from kg.iris import Minter
from kg.rdf import quads as quads_of_article
from kg.validate import Engine, Finding, checks, validate_quads
from kg.validate.addition import judge_addition
from kg.validate.engine import Judgement, judge
from kg.validate.engines.fast.compiling import compile_shapes
from kg.validate.engines.fast.increment import plan_for
from kg.validate.engines.fast.loading import facts_of
from kg.validate.rules import Rules, load_rules
from kg.validate.terms import unsafe
from kg.vocab import RDF, XSD
from tests.shipped import shipped_quads

HERE = Path(__file__).parent
GOOD = list(ox.parse((HERE / "shapes" / "good.ttl").read_bytes(), format=ox.RdfFormat.TURTLE))
X = "http://example.net/"
KINDS = ("integer", "decimal", "double", "date", "gYear", "gYearMonth", "boolean", "string", "int")
TEXTS = ("", "0", "1", "-1", "007", "1.5", "0.80", "ten", "2015", "2015-07-17", "2015-07-17Z")
TEXTS = (*TEXTS, "true", "E07000188", "1e3", "x\\y", "a\nb", 'a "b"', "9" * 30)


@cache
def rules() -> Rules:
    return load_rules()


def both(quads: Sequence[ox.Quad], by: Rules) -> tuple[Judgement, Judgement]:
    engines: tuple[Engine, Engine] = ("fast", "pyshacl")
    fast, reference = (judge(quads, by, "graph", engine=engine) for engine in engines)
    return fast, reference


def agreed(quads: Sequence[ox.Quad], by: Rules) -> set[Finding]:
    """The findings of both engines, which are the same."""
    fast, reference = both(quads, by)
    assert set(fast.findings) == set(reference.findings)
    assert (fast.triples, fast.focus_nodes) == (reference.triples, reference.focus_nodes)
    return set(fast.findings)


# --- Each constraint of SHACL. No package carries W3C's own tests, so these are ours.

CASES = sorted((HERE / "shacl").glob("*.ttl"))


@pytest.mark.filterwarnings("ignore:Parsing weird boolean")  # pySHACL's remark on odd data
@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_the_engines_agree_on_a_constraint(case: Path) -> None:
    told = re.search(r"^# (\d+) findings$", case.read_text(encoding="utf-8"), re.MULTILINE)
    quads = list(ox.parse(path=str(case), format=ox.RdfFormat.TURTLE))
    found = agreed(quads, load_rules([case]))
    assert told is not None
    assert sum(f.shape not in ("content", "vocabulary") for f in found) == int(told[1])


def test_every_constraint_that_is_followed_has_a_case() -> None:
    from kg.validate.engines.fast.components import COMPONENTS

    text = "".join(case.read_text(encoding="utf-8") for case in CASES)
    assert {name for name in COMPONENTS if f"sh:{name} " not in text} == set()


# --- Graphs of kg, whole and mutated. tests/test_shapes.py compares them on every breach.


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - repeatable, not secret


def odd_term(rng: random.Random, terms: Sequence[ox.Term]) -> ox.Term:
    kind = rng.random()
    if kind < 0.5:
        datatype = ox.NamedNode(XSD.NS + rng.choice(KINDS))
        return ox.Literal(rng.choice(TEXTS), datatype=datatype)
    if kind < 0.6:
        return ox.Literal(rng.choice(TEXTS), language=rng.choice(("en", "de", "en-gb")))
    if kind < 0.7:
        return ox.BlankNode(f"b{rng.randrange(3)}")
    return ox.NamedNode(f"{X}a") if kind < 0.8 else rng.choice(terms)


def mutated(
    rng: random.Random, graph: Sequence[ox.Quad], others: Sequence[ox.Quad]
) -> list[ox.Quad]:
    """Some statements lost, changed, added, moved to ``others`` or from them."""
    kept = list(graph)
    terms = [quad.object for quad in others]
    types = [quad.object for quad in others if quad.predicate.value == RDF.type]
    for _ in range(rng.choice((1, 1, 2, 3, 6))):
        at, other = rng.randrange(len(kept)), rng.choice(others)
        quad, kind = kept[at], rng.random()
        if kind < 0.2 and len(kept) > 1:
            kept.pop(at)
        elif kind < 0.45:
            kept[at] = ox.Quad(quad.subject, quad.predicate, odd_term(rng, terms))
        elif kind < 0.6:
            kept.append(ox.Quad(quad.subject, quad.predicate, odd_term(rng, terms)))
        elif kind < 0.75:
            kept.append(ox.Quad(other.subject, other.predicate, odd_term(rng, terms)))
        elif kind < 0.85:
            kept.append(ox.Quad(other.subject, quad.predicate, quad.object))
        else:
            kept.append(ox.Quad(other.subject, ox.NamedNode(RDF.type), rng.choice(types)))
    # What is unsafe is a finding of reading, and no engine sees it.
    return [quad for quad in kept if not unsafe(quad, "graph", None)]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_the_engines_agree_on_a_mutated_graph(seed: int) -> None:
    agreed(mutated(seeded(seed), GOOD, GOOD), rules())


@pytest.mark.parametrize("seed", range(3))
def test_the_engines_agree_on_a_generated_graph(seed: int) -> None:
    rng, graph = seeded(seed), generated()[seed]
    for _ in range(8):
        graph = mutated(rng, graph, graph)
    # With a thing in the place of a literal no engine would be asked.
    literals = rules().datatype_properties
    kept = [
        q for q in graph if q.predicate.value not in literals or isinstance(q.object, ox.Literal)
    ]
    assert len(agreed(kept, rules())) > 5


def test_the_engines_agree_on_the_shipped_articles() -> None:
    assert {finding.severity for finding in agreed(shipped_quads(), rules())} <= {"warning", "info"}


# --- Which engine it is.

PATTERN = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<http://example.net/S> a sh:NodeShape ; sh:targetClass foaf:Person ;
    sh:property [ sh:path foaf:name ; sh:pattern "^[A-Z]" ; sh:flags "x" ] .
"""


def test_what_the_fast_engine_does_not_follow_is_judged_by_the_other_and_said(
    tmp_path: Path,
) -> None:
    file = tmp_path / "shapes.ttl"
    file.write_text(PATTERN)
    report = validate_quads(GOOD, [file])
    assert report.conforms
    [note] = report.notes
    assert "sh:flags x" in note
    assert not validate_quads(GOOD, [file], engine="pyshacl").notes
    with pytest.raises(InputError, match="does not follow sh:flags x"):
        validate_quads(GOOD, [file], engine="fast")


def test_the_fast_engine_follows_all_that_kg_ships() -> None:
    shapes = compile_shapes(rules().shapes)
    assert plan_for(shapes).shapes is shapes
    targets = {name for shape in shapes for name in shape.targets.classes}
    looked_at = rules().targets.values()
    assert {f"<{name}>" for one in looked_at for name in one.classes} == targets
    assert not validate_quads(GOOD).notes


# --- Additions.


@cache
def generated() -> list[list[ox.Quad]]:
    """The statements of some articles, which share contests, people and councils."""
    gazetteer, minter = load_gazetteer(), Minter()
    made = articles(3, gazetteer, 12_000)
    found = (next(made) for _ in range(4))
    return [quads_of_article(a.extraction, a.resolution, gazetteer, minter) for a in found]


class Whole:
    """A graph in memory as ``judge_addition`` asks for it."""

    def __init__(self, quads: Sequence[ox.Quad]) -> None:
        self._quads = quads
        self._facts = facts_of(quads, ())

    def quads(self) -> Sequence[ox.Quad]:
        return self._quads

    def pairs(self, subject: str) -> Sequence[tuple[str, str]]:
        return self._facts.pairs.get(subject, ())

    def having(self, predicate: str, value: str) -> Iterator[str]:
        return iter(self._facts.column(predicate).to.get(value, ()))


def part_of(rng: random.Random, graph: Sequence[ox.Quad]) -> list[ox.Quad]:
    """A few things of a graph with most of what they point at."""
    subjects = sorted({quad.subject for quad in graph}, key=str)
    chosen: set[ox.Term] = set(rng.sample(subjects, rng.choice((2, 5, 12))))
    for _ in range(2):
        pointed = [quad.object for quad in graph if quad.subject in chosen]
        chosen |= {term for term in pointed if rng.random() < 0.8}
    return [quad for quad in graph if quad.subject in chosen]


def about_shapes(judged: Judgement) -> set[Finding]:
    return {f for f in judged.findings if f.shape not in ("content", "vocabulary")}


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9))
def test_an_addition_is_judged_as_the_whole_graph_with_it_would_be(seed: int) -> None:
    rng = seeded(seed)
    there = [quad for one in rng.sample(generated(), 2) for quad in one]
    if rng.random() < 0.4:
        changed = mutated(rng, there, there)
        there = there if list(checks.not_literals(facts_of(changed, ()), rules(), "")) else changed
    added = mutated(rng, part_of(rng, rng.choice(generated())), there)
    known = Whole(there)
    quick = judge_addition(added, known, rules(), "addition")
    now, then = (judge(quads, rules(), "addition") for quads in (there, [*there, *added]))
    literal = list(checks.not_literals(facts_of(added, ()), rules(), "addition"))
    expected = set(literal) or about_shapes(then) - about_shapes(now)
    assert about_shapes(quick) == expected


def test_a_second_camp_is_found_in_a_contest_that_the_addition_does_not_name() -> None:
    endorsers = [q for q in GOOD if q.predicate.value.endswith("#endorser")]
    [seat] = {q.object for q in GOOD if q.predicate.value.endswith("#contest")}
    there = [*GOOD, *second_candidacy(seat)]
    second = ox.NamedNode(f"{X}second")
    added = [
        ox.Quad(second, quad.predicate, quad.object)
        for quad in GOOD
        if quad.subject == endorsers[0].subject and not quad.predicate.value.endswith("#endorses")
    ]
    kgo = endorsers[0].predicate.value.removesuffix("endorser")
    added.append(ox.Quad(second, ox.NamedNode(kgo + "endorses"), ox.NamedNode(f"{X}candidacy")))
    found = judge_addition(added, Whole(there), rules(), "addition")
    [twice] = [f for f in found.findings if f.shape.endswith("#Contest-twoCandidates")]
    assert twice.focus == seat.value
    assert twice.value == endorsers[0].object.value


def second_candidacy(seat: ox.Term) -> list[ox.Quad]:
    first = next(
        q.subject for q in GOOD if q.object == seat and q.predicate.value.endswith("contest")
    )
    other = ox.NamedNode(f"{X}candidacy")
    return [ox.Quad(other, q.predicate, q.object) for q in GOOD if q.subject == first]


def test_a_council_that_now_ended_is_held_against_the_articles_that_are_there() -> None:
    article = next(q.subject for q in GOOD if q.predicate.value.endswith("datePublished"))
    council = next(q.object for q in GOOD if q.predicate.value.endswith("#organization"))
    date = ox.Literal("2001-03-31", datatype=ox.NamedNode(XSD.date))
    ended = ox.NamedNode("https://schema.org/dissolutionDate")
    there = [q for q in GOOD if (q.subject, q.predicate) != (council, ended)]
    found = judge_addition([ox.Quad(council, ended, date)], Whole(there), rules(), "addition")
    focus = {f.focus for f in found.findings if f.shape.endswith("#SourceArticle-councilEnded")}
    assert focus == {article.value}


def test_what_is_there_already_is_no_finding_of_an_addition() -> None:
    bad = [q for q in GOOD if not q.predicate.value.endswith("#polarity")]
    assert judge_addition(bad[:40], Whole(bad), rules(), "addition").findings == ()
