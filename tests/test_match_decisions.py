"""Match decisions from the file to the graph: what a row changes, and what a wrong one does."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.decisions import MANUAL, Decision, NewDecision, add_decision, read_decisions
from kg.decisions.hashing import content_hash
from kg.identity import Doubt, Identity, Link, Redirect
from kg.iris import DEFAULT_BASE, Minter
from kg.pipeline import join, load_documents
from kg.queries import load_query, names, run
from kg.rdf import identity_quads
from kg.store import memory_store
from kg.vocab import (
    DCTERMS,
    FOAF,
    KGO,
    OWL,
    PAV,
    PROV,
    RDF,
    RDFS,
    SEMAPV,
    SKOS,
    SSSOM,
    XSD,
)
from tests import shipped
from tests.conftest import ROOT, RunKg

MINTER = Minter()
ACROSS = ROOT / "tests" / "across"

# --- Doug and Douglas James, of the shipped list ------------------------------------------------

STAYS, GOES = "doug-james--walsall", "douglas-james--walsall"
ROW = Decision(
    subject=MINTER.person(STAYS),
    object=MINTER.person(GOES),
    verdict="same",
    justification=MANUAL,
    by="A. Reader",
    day=date(2026, 1, 31),
    comment="Walsall had one councillor James.",
    where="decisions.tsv:7",
)


def decided(*rows: Decision) -> tuple[ox.Quad, ...]:
    return join(load_documents([ROOT / "data" / "articles"]), decisions=rows).quads


def renamed(quad: ox.Quad) -> ox.Quad:
    """The statement with the old key, where an IRI is made of it, replaced by the new one."""

    def term(old: ox.NamedNode) -> ox.NamedNode:
        return ox.NamedNode(
            "/".join(STAYS if part == GOES else part for part in old.value.split("/"))
        )

    assert isinstance(quad.subject, ox.NamedNode)
    target = term(quad.object) if isinstance(quad.object, ox.NamedNode) else quad.object
    return ox.Quad(term(quad.subject), quad.predicate, target, quad.graph_name)


def shared(subject: str, **said: str) -> set[ox.Quad]:
    """Statements of the default graph; a value that is no IRI is a plain string."""
    return {
        ox.Quad(
            ox.NamedNode(subject),
            ox.NamedNode(predicate),
            ox.NamedNode(value) if "://" in value else ox.Literal(value),
        )
        for predicate, value in said.items()
    }


def test_two_who_look_like_one_are_proposed_and_joined_by_a_row_only() -> None:
    before, after = shipped.shipped_quads(), decided(ROW)
    stays, goes = MINTER.person(STAYS), MINTER.person(GOES)
    decision = MINTER.id("decision", content_hash(ROW)[:16])
    names_of_two = shared(stays, **{FOAF.name: "Doug James"})
    names_of_one = shared(stays, **{FOAF.name: "Douglas James", SKOS.altLabel: "Doug James"})
    moved = shared(
        goes,
        **{
            DCTERMS.isReplacedBy: stays,
            OWL.sameAs: stays,
            PROV.wasDerivedFrom: decision,
            KGO.decision: "A. Reader decided on 2026-01-31 that the two are one: "
            "Walsall had one councillor James.",
        },
    )
    kept = shared(
        decision,
        **{
            OWL.annotatedSource: stays,
            OWL.annotatedProperty: SKOS.exactMatch,
            OWL.annotatedTarget: goes,
            SSSOM.mapping_justification: f"{SEMAPV.NS}ManualMappingCuration",
            SSSOM.author_label: "A. Reader",
            RDFS.comment: "Walsall had one councillor James.",
        },
    ) | {
        ox.Quad(ox.NamedNode(decision), ox.NamedNode(RDF.type), ox.NamedNode(KGO.MatchDecision)),
        ox.Quad(ox.NamedNode(decision), ox.NamedNode(RDF.type), ox.NamedNode(OWL.Axiom)),
        ox.Quad(
            ox.NamedNode(decision),
            ox.NamedNode(PAV.authoredOn),
            ox.Literal("2026-01-31", datatype=ox.NamedNode(XSD.date)),
        ),
    }
    expected = {renamed(quad) for quad in before} - names_of_two | names_of_one | moved | kept
    assert set(after) == expected
    assert len(before) - len(after) == 4


def test_the_row_deleted_the_bytes_are_those_of_before() -> None:
    assert decided() == shipped.shipped_quads()


def test_the_check_shows_the_two_until_they_are_decided() -> None:
    check = load_query("checks/probable-duplicates")
    found = run(memory_store(shipped.shipped_quads()), check).rows
    assert [row[0] for row in found] == [ox.NamedNode(MINTER.person(STAYS))]
    assert run(memory_store(decided(ROW)), check).rows == ()


def test_a_joined_person_is_counted_once() -> None:
    count = load_query("count-by-candidate")
    before = shipped.values(run(shipped.shipped(), count).rows)
    after = shipped.values(run(memory_store(decided(ROW)), count).rows)
    assert before[1][:3] == ("Liz Kendall", "Labour leadership 2015", "154")
    assert after[1][:3] == ("Liz Kendall", "Labour leadership 2015", "153")
    assert before[0] == after[0]


def test_a_candidate_is_asked_for_by_any_name() -> None:
    elsewhere = [
        *shipped.worked_quads(),
        ox.Quad(
            ox.NamedNode(MINTER.person("liz-kendall--leicester-west")),
            ox.NamedNode(SKOS.altLabel),
            ox.Literal("Elizabeth Kendall"),
        ),
    ]
    for name in ("endorsers-of-candidate", "councils-by-candidate"):
        query = load_query(name)
        wanted = run(shipped.worked(), query, {"candidate": "Liz Kendall"})
        assert wanted.rows
        assert run(memory_store(elsewhere), query, {"candidate": "elizabeth kendall"}) == wanted
        assert run(memory_store(elsewhere), query, {"candidate": "Kendall"}) == wanted


# --- what no question is to count ----------------------------------------------------------------


def _noise() -> list[ox.Quad]:
    """What decisions leave in a graph beside those that they joined."""
    jones = MINTER.person("david-jones--bury")
    gone = (MINTER.person("d-jones--bury"), MINTER.person("jones--doc-0123456789abcdef"))
    identity = Identity(
        redirects=(
            Redirect(gone[0], jones, "Joined by a row.", (ROW,)),
            Redirect(gone[1], jones, "By context."),
            Redirect(MINTER.contest("labour"), MINTER.contest("labour-leadership-2015"), "x"),
        ),
        links=(Link(jones, "http://www.wikidata.org/entity/Q1", ROW),),
        unsure=(Doubt(jones, MINTER.person("davi-jones--bury"), ROW),),
    )
    return identity_quads(identity, [ROW], MINTER)


# These two are asked for the very decisions and moves that no other may notice.
ABOUT_MOVES = frozenset(("identifiers-that-moved", "match-decisions"))


@pytest.mark.parametrize("name", sorted(set(names()) - ABOUT_MOVES))
def test_no_saved_query_counts_an_iri_that_gave_way(name: str) -> None:
    plain, decorated = (memory_store([*shipped.worked_quads(), *extra]) for extra in ([], _noise()))
    query = load_query(name)
    assert shipped.as_tsv(run(decorated, query)) == shipped.as_tsv(run(plain, query))


# --- the command ---------------------------------------------------------------------------------


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles on a councillor under two names, where kg is started."""
    for file in (ACROSS / "two-spellings").glob("[ab].*"):
        target = tmp_path / "data" / "articles" / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def decide(folder: Path, one: str = "doug-hill--bury", other: str = "douglas-hill--bury") -> Path:
    """Add a row to the decisions of ``folder``."""
    file = folder / "decisions.tsv"
    row = NewDecision(
        MINTER.person(one), MINTER.person(other), "same", "A. Reader", date(2026, 1, 31)
    )
    add_decision(file, row, DEFAULT_BASE)
    return file


def manifest(folder: Path) -> dict[str, object]:
    version = (folder / ".kg" / "CURRENT").read_text(encoding="utf-8").split()[0]
    read = json.loads((folder / ".kg" / "versions" / version / "manifest.json").read_text())
    return dict(read)


def test_the_folder_of_decisions_is_found_and_what_was_applied_is_told(
    kg: RunKg, work: Path
) -> None:
    before = kg("build", "--json")
    assert json.loads(before.out)["decisions"] == 0
    first = manifest(work)
    file = decide(work / "data" / "decisions")
    ran = kg("build")
    assert ran.code == 0
    assert "1 match decision applied\n" in ran.out
    (row,) = read_decisions(file.parent, DEFAULT_BASE)
    assert manifest(work)["about"] == {
        **first["about"],  # type: ignore[dict-item] # a table of the manifest
        "decisions": [content_hash(row)],
    }
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(lines[:-1]), encoding="utf-8")
    again = json.loads(kg("build", "--json").out)
    assert (again["decisions"], again["version"]) == (0, json.loads(before.out)["version"])
    assert manifest(work) == first


def test_an_option_goes_before_the_settings_and_they_before_the_folder_looked_for(
    kg: RunKg, work: Path
) -> None:
    for name in ("data/decisions", "told", "given"):
        decide(work / name)
    decide(work / "told", "liz-kendall--leicester-west", "kendall--x")
    (work / "kg.toml").write_text('decisions = "told"\n', encoding="utf-8")
    assert kg("build").code == 2  # the settings name a folder with a row about nobody
    assert kg("build", "--decisions", work / "given").code == 0
    (work / "kg.toml").unlink()
    assert kg("build").code == 0


def test_a_folder_that_is_named_must_be_there(kg: RunKg, work: Path) -> None:
    ran = kg("build", "--decisions", "nowhere")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kg: nowhere: is not a folder")
    assert not (work / ".kg" / "CURRENT").exists()


def test_several_processes_and_several_files_give_the_same_bytes(kg: RunKg, work: Path) -> None:
    file = decide(work / "data" / "decisions")
    assert kg("build", "--quiet").code == 0
    one = kg("export").out
    file.rename(file.with_name("walsall.tsv"))
    assert kg("build", "--quiet", "--jobs", "2").code == 0
    assert kg("export").out == one


Mistake = Callable[[str], str]


def _replaced(old: str, new: str) -> Mistake:
    def mistake(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return mistake


def _repeated(text: str) -> str:
    return text + text.splitlines(keepends=True)[-1]


MISTAKES: Iterable[tuple[Mistake, int, str]] = (
    (_replaced("object_id", "objectid"), 6, "did you mean 'object_id'?"),
    (_replaced("skos:exactMatch", "skos:broadMatch"), 7, "none of a decision's"),
    (_replaced("2026-01-31", "31/01/2026"), 7, "write YYYY-MM-DD"),
    (_replaced("A. Reader", ""), 7, "nobody signs the row"),
    (_replaced("kg:id/person/doug-hill--bury", "kg:id/person/douglas-hill--bury"), 7, "itself"),
    (_replaced("kg:id/person/doug-hill", "kg:id/person/dough-hill"), 7, "doug-hill--bury"),
    (_replaced("kg:id/person/doug-hill", "gk:id/person/doug-hill"), 7, "prefix"),
    (_repeated, 8, "says again"),
)


@pytest.mark.parametrize(("mistake", "line", "told"), MISTAKES, ids=[m[2] for m in MISTAKES])
def test_a_wrong_row_stops_the_build_and_the_graph_of_before_is_served(
    kg: RunKg, work: Path, mistake: Mistake, line: int, told: str
) -> None:
    file = decide(work / "data" / "decisions")
    assert kg("build").code == 0
    served = kg("export").out
    file.write_text(mistake(file.read_text(encoding="utf-8")), encoding="utf-8")
    (work / "data" / "articles" / "c.txt").write_text("Ann Holt is backing Liz Kendall.\n")
    ran = kg("build")
    assert (ran.code, ran.out) == (2, "")
    assert f"decisions.tsv:{line}: " in ran.err
    assert told in ran.err
    assert ran.err.rstrip().endswith(")"), "it says what to do"
    assert kg("export").out == served


def test_why_follows_an_iri_that_gave_way_and_says_who_decided(kg: RunKg, work: Path) -> None:
    decide(work / "data" / "decisions")
    assert kg("build").code == 0
    stays, goes = MINTER.person("doug-hill--bury"), MINTER.person("douglas-hill--bury")
    ran = kg("why", goes)
    assert ran.out.startswith(
        f"{goes} is now {stays}\n"
        "  decided: same, by A. Reader, 2026-01-31\n"
        f"    {stays}\n    {goes}\n\n"
        f"Douglas Hill (person)\n  {stays}\n  also called: Doug Hill\n"
    )
    assert f"  formerly {goes}\n" in ran.out
    assert ran.out.count("Douglas Hill supports Liz Kendall") == 1
    for name in ("Doug Hill", "Douglas Hill"):
        assert kg("why", name).out == ran.out.partition("\n\n")[2]
    told = json.loads(kg("why", goes, "--format", "json").out)
    assert [(move["old"], move["new"]) for move in told["moves"]] == [(goes, [stays])]
    (decision,) = told["things"][0]["decisions"]
    assert (decision["by"], decision["verdict"], decision["day"]) == (
        "A. Reader",
        "same",
        "2026-01-31",
    )
    assert told["things"][0]["former"][0]["old"] == goes


HANDED_IN = """
@prefix kgo: <https://example.org/kg/ont#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<{id}person/douglas-hill--bury> a foaf:Person ; foaf:name "Douglas Hill" .
<{id}endorsement/labour-leadership-2015/douglas-hill--bury/liz-kendall--leicester-west/expected>
    a kgo:Endorsement ;
    kgo:endorser <{id}person/douglas-hill--bury> ;
    kgo:endorses <{id}candidacy/labour-leadership-2015/liz-kendall--leicester-west> ;
    kgo:polarity kgo:Expected ;
    kgo:evidence <{evidence}> .
"""


def test_what_others_handed_in_follows_a_row_and_comes_back_without_it(
    kg: RunKg, work: Path
) -> None:
    assert kg("build").code == 0
    stance = MINTER.endorsement(
        "labour-leadership-2015", "douglas-hill--bury", "liz-kendall--leicester-west"
    )
    quads = ox.parse(kg("export", "--format", "nquads").out, format=ox.RdfFormat.N_QUADS)
    evidence = next(
        quad.object.value
        for quad in quads
        if quad.subject == ox.NamedNode(stance) and quad.predicate.value == KGO.evidence
    )
    (work / "more.ttl").write_text(
        HANDED_IN.format(id=f"{DEFAULT_BASE}id/", evidence=evidence), encoding="utf-8"
    )
    assert kg("submit", "more.ttl", "--by", "B. Writer").code == 0
    before = kg("export").out
    decide(work / "data" / "decisions")
    ran = kg("build")
    assert ran.code == 0, ran.out
    said = kg("why", "Douglas Hill").out
    assert "Douglas Hill is expected to support Liz Kendall" in said
    assert (
        "endorsement/labour-leadership-2015/doug-hill--bury/liz-kendall--leicester-west/ex" in said
    )
    (work / "data" / "decisions" / "decisions.tsv").unlink()
    assert kg("build").code == 0
    assert kg("export").out == before


def test_the_decisions_that_are_shipped_can_be_read() -> None:
    assert read_decisions(ROOT / "data" / "decisions", DEFAULT_BASE) == ()
