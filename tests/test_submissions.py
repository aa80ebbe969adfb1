"""Submissions: added whole in their own graph, or kept apart, and taken out without a trace."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given as given_
from hypothesis import strategies as st

from kg.errors import InputError, StoreError, UsageError
from kg.nquads import quads_of
from kg.store import publish, verify, writer
from kg.submissions import Handing, Reason, kept, read_report, retract, standing, submit
from kg.submissions.model import as_json, from_json
from kg.submissions.shelf import place
from kg.validate import Limits, Submission, validate_quads
from kg.validate.naming import named, with_selectors
from kg.vocab import DCTERMS, FOAF, KGO, OA, PROV, RDFS
from tests.handing import (
    ARTICLE,
    ID,
    PREFIXES,
    base_quads,
    exports,
    given,
    graphs,
    hand_in,
    lines,
    make_store,
    stance,
)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return make_store(tmp_path / "kg")


def test_a_good_file_is_added_whole_in_a_graph_of_its_own(store: Path) -> None:
    before = lines(store)
    text = stance("Nina Vale")
    (taken,) = hand_in(store, given(text))
    added = lines(store) - before
    name = f"{ID}submission/{hashlib.sha256(text.encode()).hexdigest()[:16]}"
    assert taken.outcome == "accepted"
    assert graphs(added) == {name}
    assert before < lines(store)
    wanted = {quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)}
    assert wanted < {quad.triple for quad in quads_of(added)}
    assert taken.record.triples == len(wanted)
    assert validate_quads(quads_of(sorted(lines(store)))).findings == ()
    assert verify(store).sound


def test_who_and_when_and_what_are_in_the_graph(store: Path) -> None:
    text = stance("Nina Vale")
    (taken,) = hand_in(store, given(text, "a/b/more.ttl"), by="Cora \x1b[31mDale")
    said = {
        quad.predicate.value: quad.object.value
        for quad in quads_of(sorted(lines(store)))
        if "/submission/" in str(quad.subject) and isinstance(quad.object, ox.Literal)
    }
    assert said[KGO.fileName] == taken.record.file == "more.ttl"
    assert said[KGO.fileSha256] == hashlib.sha256(text.encode()).hexdigest()
    assert said[DCTERMS.dateSubmitted] == "2026-11-22"
    assert said[RDFS.label] == "Cora [31mDale"
    assert [(e.at, e.what) for e in taken.record.events] == [
        ("2026-11-22T16:05:09Z", "submitted"),
        ("2026-11-22T16:05:09Z", "accepted"),
    ]
    assert any(PROV.wasAttributedTo in str(quad) for quad in quads_of(sorted(lines(store))))


def test_literals_and_bytes_are_kept_as_they_came(store: Path) -> None:
    (taken,) = hand_in(store, given(stance("Nina Vale")))
    assert any(b'"0.80"^^' in line and b"/submission/" in line for line in lines(store))
    kept_bytes = place(store, taken.record.id).original.read_bytes()
    assert kept_bytes == stance("Nina Vale").encode()


def test_retracting_gives_every_export_its_bytes_back(store: Path) -> None:
    hand_in(store, given(stance("Ann Other")))
    before = exports(store)
    (taken,) = hand_in(store, given(stance("Nina Vale")))
    after = exports(store)
    # Nobody here is known to Wikidata, so there are no commands for it.
    assert {name for name, made in before.items() if after[name] == made} == {"quickstatements"}
    (done,) = retract(store, [taken.record.id], Reason("Bea", "a mistake"))
    assert exports(store) == before
    assert done.changed
    assert done.record.state == "retracted"
    last = done.record.events[-1]
    assert (last.what, last.by, last.note) == ("retracted", "Bea", "a mistake")
    assert [r.state for r in standing(store) if r.id == taken.record.id] == ["retracted"]


def test_retracting_all_gives_the_version_of_before(store: Path) -> None:
    (store / "CURRENT").read_text(encoding="utf-8")
    before = exports(store)
    taken = hand_in(store, given(stance("Ann Other")), given(stance("Nina Vale")))
    retract(store, [one.record.id for one in taken], Reason())
    assert exports(store) == before
    again = retract(store, [taken[0].record.id], Reason())
    assert not again[0].changed
    assert again[0].record.events[-1].what == "retracted"


def test_the_same_bytes_again_change_nothing(store: Path) -> None:
    hand_in(store, given(stance("Nina Vale")))
    before = _files(store)
    (again,) = hand_in(store, given(stance("Nina Vale"), "other.ttl"), by="Dora", minutes=9)
    assert again.outcome == "unchanged"
    assert again.record.by == "Cora Dale"
    assert _files(store) == before


def test_the_order_of_submissions_changes_no_byte(tmp_path: Path) -> None:
    made = []
    for number, order in enumerate((("Ann Other", "Nina Vale"), ("Nina Vale", "Ann Other"))):
        store = make_store(tmp_path / str(number))
        for minutes, name in enumerate(order):
            hand_in(store, given(stance(name)), minutes=minutes)
        made.append(exports(store))
    assert made[0] == made[1]


def test_a_faulty_file_is_kept_apart_with_its_report(store: Path) -> None:
    before = lines(store)
    text = stance("Nina Vale").replace("kgo:polarity kgo:Supports ;", "")
    (taken,) = hand_in(store, given(text))
    assert taken.outcome == "quarantined"
    assert lines(store) == before
    assert place(store, taken.record.id).original.read_bytes() == text.encode()
    report = read_report(store, taken.record)
    assert report is not None
    assert report == taken.report
    assert [f.shape.rpartition("#")[2] for f in report.findings] == ["Endorsement-polarity"]
    assert report.findings[0].line
    assert (taken.record.violations, taken.record.warnings) == (1, 0)


def test_of_several_files_each_has_its_own_fate(store: Path) -> None:
    taken = hand_in(
        store,
        given(stance("Nina Vale"), "a.ttl"),
        given("not Turtle", "b.ttl"),
        given(stance("Ann Other"), "c.ttl"),
        given(stance("Nina Vale"), "d.ttl"),
    )
    assert [one.outcome for one in taken] == ["accepted", "quarantined", "accepted", "unchanged"]
    assert len(standing(store)) == 3


def test_a_later_file_may_rest_on_an_earlier_one(store: Path) -> None:
    person, said = stance("Nina Vale").split("<https://example.org/kg/id/endorsement", 1)
    rest = f"{PREFIXES}<https://example.org/kg/id/endorsement{said}"
    (alone,) = hand_in(store, given(rest))
    assert alone.outcome == "quarantined"
    first, second = hand_in(store, given(person), given(rest))
    assert (first.outcome, second.outcome) == ("accepted", "accepted")
    before = exports(store)
    with pytest.raises(UsageError, match=f"other submissions rest on.*{second.record.id}"):
        retract(store, [first.record.id], Reason())
    assert exports(store) == before
    done = retract(store, [first.record.id, second.record.id], Reason())
    assert [one.changed for one in done] == [True, True]


def test_what_is_in_quarantine_is_judged_again_when_it_comes_again(store: Path) -> None:
    wrong = given(stance("Nina Vale"), "more.nt")
    (first,) = hand_in(store, wrong)
    assert first.outcome == "quarantined"
    (second,) = hand_in(store, given(stance("Nina Vale"), "more.ttl"), by="Dora", minutes=1)
    assert second.outcome == "accepted"
    assert second.record.id == first.record.id
    assert [e.what for e in second.record.events] == [
        "submitted",
        "quarantined",
        "submitted",
        "accepted",
    ]
    assert second.record.media_type == "text/turtle"


def test_what_was_retracted_can_come_again(store: Path) -> None:
    (first,) = hand_in(store, given(stance("Nina Vale")))
    with_it = exports(store)
    retract(store, [first.record.id], Reason(erase=True))
    assert not place(store, first.record.id).original.exists()
    (again,) = hand_in(store, given(stance("Nina Vale")), minutes=5)
    assert again.outcome == "accepted"
    assert exports(store) == with_it
    assert place(store, first.record.id).original.read_bytes() == stance("Nina Vale").encode()


def test_a_quarantined_one_can_be_removed(store: Path) -> None:
    (taken,) = hand_in(store, given("not Turtle"))
    (done,) = retract(store, [taken.record.id[:6]], Reason("Bea", "spam", erase=True))
    assert not done.changed
    assert done.record.erased
    assert read_report(store, done.record) is None
    assert sorted(p.name for p in place(store, taken.record.id).folder.iterdir()) == ["record.json"]


@pytest.mark.parametrize(("ending", "form"), [(".jsonld", "json-ld"), (".rdf", "xml")])
def test_any_form_that_is_judged_can_be_handed_in(store: Path, ending: str, form: str) -> None:
    (taken,) = hand_in(store, given(stance("Nina Vale")))
    said = {line for line in lines(store) if b"nina-vale" in line}
    retract(store, [taken.record.id], Reason())
    made = rdflib.Graph().parse(data=stance("Nina Vale"), format="turtle")
    (again,) = hand_in(store, given(made.serialize(format=form), f"more{ending}"))
    assert again.outcome == "accepted"
    ids = taken.record.id.encode(), again.record.id.encode()
    assert {line for line in lines(store) if b"nina-vale" in line} == {
        line.replace(*ids) for line in said
    }
    faulty = made.serialize(format=form).replace("Nina Vale", "Ann").replace("Supports", "Likes")
    (last,) = hand_in(store, given(faulty, f"more{ending}"))
    assert last.outcome == "quarantined"
    assert last.report is not None
    assert all(f.line or f.pointer for f in last.report.at_least("violation"))


# --- what a submission may not do ------------------------------------------------------------


def test_graphs_that_a_file_names_are_not_written_to(store: Path) -> None:
    before = lines(store)
    other = hand_in(store, given(stance("Ann Other")))[0].record.id
    text = stance("Nina Vale").replace(PREFIXES, "")
    trig = f"{PREFIXES}<{ARTICLE}> {{ {text} }} <{ID}submission/{other}> {{ {text} }}"
    (taken,) = hand_in(store, given(trig, "more.trig"))
    assert taken.outcome == "accepted"
    own = f"{ID}submission/{taken.record.id}"
    assert graphs(lines(store) - before) == {own, f"{ID}submission/{other}"}
    assert {line for line in lines(store) if b"nina-vale" in line} <= {
        line for line in lines(store) if line.endswith(f"<{own}> .\n".encode())
    }


@pytest.mark.parametrize(
    "statement",
    [
        f"<{ID}submission/0123456789abcdef> dcterms:description 'mine' .",
        f"<{ID}submission/0123456789abcdef#by> rdfs:label 'Somebody Else' .",
        f"<{ID}person/nina-vale> <http://www.w3.org/2002/07/owl#sameAs> <{ID}person/x> .",
        f"<{ID}person/mike-lerry--sedgemoor> dcterms:isReplacedBy <{ID}person/nina-vale> .",
        f"<{ID}person/mike-lerry--sedgemoor> kgo:splitInto <{ID}person/nina-vale> .",
        f"<{ID}person/nina-vale> kgo:backs <{ID}person/liz-kendall--leicester-west> .",
    ],
)
def test_nobody_speaks_in_the_name_of_kg(store: Path, statement: str) -> None:
    (taken,) = hand_in(store, given(f"{stance('Nina Vale')}{statement}"))
    assert taken.outcome == "quarantined"
    assert taken.report is not None
    assert "reserved" in {f.constraint for f in taken.report.at_least("violation")}


def test_what_the_graph_has_may_be_said_again(store: Path) -> None:
    again = b"".join(sorted(lines(store)))
    (taken,) = hand_in(store, given(again, "again.nq"))
    assert taken.outcome == "accepted"
    assert taken.report is not None
    assert taken.report.findings == ()


def test_another_name_for_somebody_is_not_accepted_unseen(store: Path) -> None:
    (taken,) = hand_in(
        store, given(f"{PREFIXES}<{ID}person/mike-lerry--sedgemoor> foaf:name 'Michael Lerry' .")
    )
    assert taken.report is not None
    (found,) = taken.report.findings
    assert (found.severity, found.constraint, found.path) == ("warning", "another", FOAF.name)
    assert found.already == "person/mike-lerry--sedgemoor foaf:name “Mike Lerry”"
    assert found.line == PREFIXES.count("\n") + 1
    strictly = Handing("Bea", fail_on="warning")
    retract(store, [taken.record.id], Reason())
    (again,) = submit(store, [given(place(store, taken.record.id).original.read_bytes())], strictly)
    assert again.outcome == "quarantined"


def test_adding_to_what_is_there_is_told(store: Path) -> None:
    text = f"{PREFIXES}<{ID}contest/labour-leadership-2015> schema:sameAs <http://e.example/c> ."
    (taken,) = hand_in(store, given(text))
    assert taken.report is not None
    found = {f.constraint: f for f in taken.report.findings}
    assert found["more"].severity == "info"
    assert "contest/labour-leadership-2015" in str(found["more"].already)


def test_what_a_decision_replaced_is_said_of_what_took_its_place(store: Path) -> None:
    """The base graph has an old IRI of somebody, from which a match decision leads on."""
    old, new = f"{ID}person/michael-lerry--sedgemoor", f"{ID}person/mike-lerry--sedgemoor"
    text = stance("Nina Vale").replace(f"{ID}person/nina-vale> ;", f"{old}> ;")
    (taken,) = hand_in(store, given(text))
    assert taken.outcome == "accepted"

    def endorsers() -> set[str]:
        found = b"".join(line for line in lines(store) if b"/submission/" in line)
        return {q.object.value for q in quads_of([found]) if q.predicate.value == KGO.endorser}

    assert endorsers() == {new}
    accepted = kept(store, "https://example.org/kg/")
    assert sorted(map(str, accepted.beside(tuple(base_quads())))) == sorted(
        map(str, quads_of(sorted(lines(store))))
    )
    without = tuple(q for q in base_quads() if "isReplacedBy" not in str(q.predicate))
    publish(store, accepted.beside(without), {"base": "https://example.org/kg/", **accepted.about})
    assert endorsers() == {old}


# --- the folder of the store -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kept_as"),
    [
        ("../../../etc/passwd.ttl", "passwd.ttl"),
        ("C:\\Users\\me\\my data.ttl", "my data.ttl"),
        ("a\x00b\n\x1b[2Jc.ttl", "ab [2Jc.ttl"),
        ("\udcff.ttl", ".ttl"),
        (f"{'é' * 900}.ttl", "é" * 500),
        ("/..ttl", "..ttl"),
    ],
)
def test_names_of_clients_are_told_and_never_used(store: Path, name: str, kept_as: str) -> None:
    text = stance("Nina Vale").encode()
    (taken,) = hand_in(store, Submission(name, "text/turtle", text))
    assert taken.outcome == "accepted"
    assert taken.record.file == kept_as
    report = read_report(store, taken.record)
    assert report is not None
    assert report.files[0].file == kept_as
    parts = {p.name for p in place(store, taken.record.id).folder.iterdir()}
    assert parts == {"record.json", "original", "report.json", "graph.nq"}
    assert {p.name for p in (store / "submissions").iterdir()} == {taken.record.id}


def test_two_files_whose_hashes_begin_alike_are_told_apart(store: Path) -> None:
    (taken,) = hand_in(store, given(stance("Nina Vale")))
    other = taken.record.sha256[:16] + "0" * 48
    record = place(store, taken.record.id).record
    text = record.read_text(encoding="utf-8").replace(taken.record.sha256, other)
    record.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="another file with a hash that begins"):
        hand_in(store, given(stance("Nina Vale")))


def test_damage_is_reported_and_not_published(store: Path) -> None:
    (taken,) = hand_in(store, given(stance("Nina Vale")))
    there = place(store, taken.record.id)
    there.graph.write_bytes(there.graph.read_bytes().replace(b"Nina", b"Lina"))
    with pytest.raises(StoreError, match="has changed since the submission was accepted"):
        kept(store, "https://example.org/kg/")
    there.record.write_bytes(b"{")
    with pytest.raises(StoreError, match=r"record\.json.*damaged"):
        standing(store)
    with pytest.raises(StoreError, match=r"record\.json.*damaged"):
        hand_in(store, given(stance("Ann Other")))


def test_a_damaged_graph_is_not_built_on(store: Path) -> None:
    version = store / "versions" / (store / "CURRENT").read_text(encoding="utf-8").split()[0]
    text = (version / "graph.nq").read_bytes()
    (version / "graph.nq").write_bytes(text.replace(b"Mike", b"Nike"))
    with pytest.raises(StoreError, match=r"graph\.nq has changed"):
        hand_in(store, given(stance("Nina Vale")))
    assert standing(store) == []


def test_a_store_without_a_graph_takes_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no graph has been published.*kg build"):
        hand_in(tmp_path / "kg", given(stance("Nina Vale")))
    assert not (tmp_path / "kg").exists()


def test_whoever_hands_in_has_a_name(store: Path) -> None:
    with pytest.raises(UsageError, match="--by"):
        hand_in(store, given(stance("Nina Vale")), by=" \x00 ")


def test_a_build_meanwhile_refuses_a_submission(store: Path) -> None:
    with writer(store), pytest.raises(StoreError, match=r"another kg build is running \(pid"):
        hand_in(store, given(stance("Nina Vale")))
    with (
        writer(store, "kg submit"),
        pytest.raises(StoreError, match=r"another kg submit is running \(pid"),
    ):
        publish(store, base_quads())


def test_a_file_that_never_ends_is_kept_in_quarantine(store: Path) -> None:
    """Naming blank nodes takes for ever when they are all alike: clock or memory stops it."""
    nodes = [f"_:n{number}" for number in range(24)]
    clique = "".join(f"{a} schema:sameAs {b} .\n" for a in nodes for b in nodes if a != b)
    file = given(f"{stance('Nina Vale')}{clique}")
    handing = Handing("Mallory", limits=Limits(seconds=6.0, memory_bytes=1 << 30))
    (taken,) = submit(store, [file], handing)
    assert taken.outcome == "quarantined"
    assert taken.report is not None
    assert [f.constraint for f in taken.report.findings] == ["limits"]
    assert taken.report.exit_code() == 2
    assert place(store, taken.record.id).original.read_bytes() == file.data


# --- names of nameless things ----------------------------------------------------------------

_NAMELESS = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from("pq"), st.integers(0, 4)), min_size=1, max_size=8
)


@given_(_NAMELESS, st.permutations(range(5)), st.randoms())
def test_labels_and_order_change_no_name(
    edges: list[tuple[int, str, int]], labels: list[int], chance: st.DataObject
) -> None:
    def quads(rename: list[int]) -> list[ox.Quad]:
        made = [
            ox.Quad(
                ox.BlankNode(f"b{rename[a]}"),
                ox.NamedNode(f"https://e.example/{p}"),
                ox.BlankNode(f"b{rename[b]}"),
            )
            for a, p, b in edges
        ]
        chance.shuffle(made)  # type: ignore[attr-defined] # the strategy gives a random.Random
        return made

    first = named(quads(list(range(5))), "https://e.example/x#")
    assert first == named(quads(labels), "https://e.example/x#")
    assert b"_:" not in first


def _passage(start: int, end: int, words: str) -> str:
    return (
        f"<{ID}evidence/0123456789abcdef/{start}-{end}> a kgo:Evidence ; oa:hasSource <{ARTICLE}> ;"
        f" oa:hasSelector [ a oa:TextPositionSelector ; oa:start {start} ; oa:end {end} ] ,"
        f" [ a oa:TextQuoteSelector ; oa:exact '{words}' ] ."
    )


def test_a_nameless_thing_is_named_under_its_submission(store: Path) -> None:
    text = stance("Nina Vale") + "[] a kgo:Area ; foaf:name 'Nowhere' ; kgo:areaKind kgo:Ward ."
    (taken,) = hand_in(store, given(text))
    assert taken.outcome == "accepted"
    found = {q.subject.value for q in quads_of(sorted(lines(store))) if "c14n" in str(q.subject)}
    assert found == {f"{ID}submission/{taken.record.id}#c14n0"}


def test_two_files_may_cite_one_passage_without_naming_its_parts(store: Path) -> None:
    first, second = (stance(name) + _passage(30, 34, "Nina") for name in ("Nina Vale", "Ann Other"))
    taken = hand_in(store, given(first), given(second))
    assert [one.outcome for one in taken] == ["accepted", "accepted"]
    passage = f"{ID}evidence/0123456789abcdef/30-34"
    found = {q.object.value for q in quads_of(sorted(lines(store))) if q.subject.value == passage}
    assert {f"{passage}#pos", f"{passage}#quote"} < found
    other = stance("Bea Able") + _passage(30, 34, "Dina")
    (taken_last,) = hand_in(store, given(other))
    assert taken_last.outcome == "quarantined"
    assert taken_last.report is not None
    (found_last,) = taken_last.report.at_least("violation")
    assert found_last.path == OA.exact
    assert "“Nina”" in str(found_last.already)


def test_parts_of_a_passage_that_are_not_one_of_each_stay_nameless() -> None:
    text = f"""
        {PREFIXES}
        <{ID}e> oa:hasSelector [ a oa:TextQuoteSelector ] , [ a oa:TextQuoteSelector ] , _:shared .
        <{ID}f> oa:hasSelector _:shared , [] . _:shared a oa:TextPositionSelector .
        <{ID}g#x> oa:hasSelector [ a oa:TextPositionSelector ] .
        [] oa:hasSelector [ a oa:TextPositionSelector ] .
    """
    quads = tuple(ox.parse(text, format=ox.RdfFormat.TURTLE))
    assert with_selectors(quads) == quads


# --- records ---------------------------------------------------------------------------------


def test_a_record_survives_its_file(store: Path) -> None:
    (taken,) = hand_in(store, given(stance("Nina Vale")))
    assert from_json(as_json(taken.record)) == taken.record


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b'{"format": 2}', b"\xff", b"null"],
)
def test_what_is_no_record_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_json(content)


def test_a_record_of_another_state_or_shape_is_refused(store: Path) -> None:
    (taken,) = hand_in(store, given(stance("Nina Vale")))
    good = json.loads(as_json(taken.record))
    for change in ({"state": "liked"}, {"events": [{"at": "x", "why": 1}]}, {"events": 3}):
        with pytest.raises(ValueError, match=r"state|event"):
            from_json(json.dumps({**good, **change}).encode())


def _files(store: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(store.rglob("*")) if p.is_file()}
