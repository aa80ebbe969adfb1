"""``--format csv``: tables that a CSVW library finds valid, and that say what queries say."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from csvw import CSVW
from hypothesis import given, settings
from pyoxigraph import Literal, NamedNode, Quad

from kg import export
from kg.export.columns import Entities
from kg.export.linktables import TABLES
from kg.export.rows import guarded, unguarded
from kg.iris import DEFAULT_BASE
from kg.store import memory_store, publish
from kg.vocab import DCTERMS, FOAF, KGO, RDF, RDFS, SCHEMA, SKOS
from tests.backing import Backing, backing, in_office
from tests.conftest import RunKg
from tests.graphs import texts
from tests.plaingraphs import graph, node
from tests.shipped import shipped, shipped_quads, worked_quads

PLAIN = Backing()
OPTIONS = export.Options(DEFAULT_BASE, guard=True, say=str)


def written(quads: Iterable[Quad], folder: Path, options: export.Options = OPTIONS) -> Path:
    folder.mkdir()
    described = export.describe(memory_store(quads), DEFAULT_BASE)
    export.write_tables(described, folder, options)
    return folder


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def metadata(folder: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))
    return made


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the shipped articles."""
    return written(shipped_quads(), tmp_path_factory.mktemp("export") / "tables")


def is_valid(folder: Path) -> bool:
    """Whether a CSVW library finds every cell, key and reference as the description says."""
    read = CSVW(str(folder / "csv-metadata.json"), validate=True)
    assert read.is_valid, [str(w.message) for w in read.warnings]
    return bool(read.is_valid)


def test_a_csvw_library_finds_the_shipped_tables_valid(tables: Path) -> None:
    assert is_valid(tables)


@pytest.mark.parametrize("quads", [worked_quads(), in_office(PLAIN, "Mayor"), []])
def test_and_those_of_other_graphs(quads: list[Quad], tmp_path: Path) -> None:
    assert is_valid(written(quads, tmp_path / "tables"))


def test_the_description_has_every_table_and_column(tables: Path) -> None:
    described = metadata(tables)
    assert {file.name for file in tables.iterdir()} == {
        "csv-metadata.json",
        *(table["url"] for table in described["tables"]),
    }
    for table in described["tables"]:
        data = (tables / table["url"]).read_bytes()
        header = data.decode().split("\n")[0].split(",")
        assert [column["name"] for column in table["tableSchema"]["columns"]] == header
        assert all(column["dc:description"] for column in table["tableSchema"]["columns"])
        (checksum,) = [value for key, value in table.items() if key.endswith("#checksum")]
        assert hashlib.sha256(data).hexdigest() in checksum.values()
    assert described["dc:license"]["@id"].startswith("https://creativecommons.org/")
    assert described["dc:source"]


def statements(folder: Path) -> Iterator[tuple[str, str, str]]:
    """What the description says that the cells state, as CSVW's conversion would have it."""
    for table in metadata(folder)["tables"]:
        schema = table["tableSchema"]
        with (folder / table["url"]).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column in schema["columns"]:
                    cell = row[column["name"]]
                    if cell and not column.get("suppressOutput"):
                        value = _filled(
                            column.get("valueUrl", cell), row, raw="valueUrl" not in column
                        )
                        yield (
                            _filled(schema["aboutUrl"], row),
                            _filled(column["propertyUrl"], row),
                            unguarded(value),
                        )


def _filled(template: str, row: dict[str, str], *, raw: bool = False) -> str:
    """A URI template of the one kind that the description has: ``{+column}``."""
    return template if raw else re.sub(r"\{\+(\w+)\}", lambda found: row[found[1]], template)


@pytest.mark.parametrize("quads", [shipped_quads(), worked_quads()], ids=["shipped", "worked"])
def test_what_the_tables_state_is_what_the_graph_states(
    quads: tuple[Quad, ...], tmp_path: Path
) -> None:
    told = set(statements(written(quads, tmp_path / "tables")))
    there = {(q.subject.value, q.predicate.value, q.object.value) for q in quads}  # type: ignore[union-attr]
    assert told <= there
    # All of these stand in some table, however many values a thing has.
    whole = {FOAF.name, SKOS.altLabel, KGO.printedName, KGO.decision, KGO.rule, SCHEMA.sameAs}
    whole |= {KGO.evidence, KGO.inCapacity, KGO.enumerates, KGO.endorser, KGO.endorses}
    things = {FOAF.Person, KGO.Endorsement, KGO.EndorsementClaim, KGO.Evidence, KGO.SourceArticle}
    wanted = {s for s in there if s[1] in whole or (s[1] == RDF.type and s[2] in things)}
    evidenced = {s[0] for s in there if s[1] == KGO.evidence}
    assert {s for s in wanted - told if s[0] not in evidenced or s[1] != KGO.evidence} == set()


def test_endorsements_have_the_names_roles_places_and_words_of_the_queries(tables: Path) -> None:
    answer = shipped().query(
        """
        PREFIX kgo: <https://example.org/kg/ont#>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX org: <http://www.w3.org/ns/org#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?e ?who ?whom ?role ?body ?quote WHERE {
          ?e kgo:endorser/foaf:name ?who ; kgo:endorses/kgo:candidate/foaf:name ?whom ;
            kgo:evidence/oa:hasSelector/oa:exact ?quote .
          OPTIONAL { ?e kgo:inCapacity ?office . ?office org:role/skos:prefLabel ?role }
          OPTIONAL { ?e kgo:inCapacity/org:organization/foaf:name ?body }
        }
        """
    )
    names = ("e", "who", "whom", "role", "body", "quote")
    wanted = {tuple(row[n].value if row[n] else "" for n in names) for row in answer}  # type: ignore[union-attr]
    columns = ("iri", "endorser_name", "candidate_name", "role", "body_name", "quote")
    found = [tuple(unguarded(row[c]) for c in columns) for row in rows(tables, "endorsements")]
    assert set(found) <= wanted
    assert len(found) == len({row[0] for row in wanted})


def test_claims_say_stated_and_listed(tables: Path) -> None:
    stated = {(row["count"], row["listed"]) for row in rows(tables, "claims")}
    assert ("230", "233") in stated
    assert all(row["quote"] and row["unit"] for row in rows(tables, "claims"))


def test_places_that_could_not_be_settled_are_there_with_their_readings(tables: Path) -> None:
    (place,) = [row for row in rows(tables, "areas") if row["kind"] == "ambiguous"]
    assert place["name"] == "Oxfordshire City Council"
    assert len([r for r in rows(tables, "area_readings") if r["area"] == place["iri"]]) == 2


def test_the_first_value_stands_in_a_table_and_all_in_another(tmp_path: Path) -> None:
    person = next(q.subject for q in backing(PLAIN) if q.predicate.value == FOAF.name)
    more = [
        Quad(person, NamedNode(SKOS.altLabel), Literal("A. Other")),
        Quad(person, NamedNode(FOAF.name), Literal("Zoe Other")),
    ]
    folder = written([*backing(replace(PLAIN, items=("Q1", "Q3"))), *more], tmp_path / "tables")
    assert {row["name"] for row in rows(folder, "people")} == {"Ann Other", "Bea Able"}
    of_person = [row for row in rows(folder, "texts") if row["thing"] == person.value]  # type: ignore[union-attr]
    assert {row["text"] for row in of_person} == {"Ann Other", "Zoe Other", "A. Other"}
    items = [row["other"] for row in rows(folder, "links") if row["thing"] == person.value]  # type: ignore[union-attr]
    assert [item.rpartition("/")[2] for item in items] == ["Q1", "Q3"]


def test_old_iris_and_submissions_have_tables(tmp_path: Path) -> None:
    submission = node("submission/0123456789abcdef")
    by = node("submission/0123456789abcdef#by")
    quads = [
        *backing(PLAIN),
        Quad(node("person/old"), NamedNode(DCTERMS.isReplacedBy), node("person/ann-other--town")),
        Quad(submission, NamedNode(RDF.type), NamedNode(KGO.Submission), submission),
        Quad(submission, NamedNode(KGO.fileName), Literal("+mine.csv"), submission),
        Quad(submission, NamedNode("http://www.w3.org/ns/prov#wasAttributedTo"), by, submission),
        Quad(by, NamedNode(RDFS.label), Literal("@someone"), submission),
    ]
    folder = written(quads, tmp_path / "tables")
    (old,) = rows(folder, "replaced")
    assert old["former"].endswith("/person/old")
    (handed,) = rows(folder, "submissions")
    assert (handed["file"], handed["by"]) == ("'+mine.csv", "'@someone")


@given(text=texts)
def test_a_guarded_text_is_no_formula_and_can_be_had_back(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(guarded(text)) == text
    assert guarded(text) in (text, f"'{text}")


@settings(max_examples=30)
@given(name=texts, quote=texts)
def test_any_text_comes_back_from_its_cell(
    name: str, quote: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any") / "tables"
    written(backing(replace(PLAIN, backer=name, quote=quote)), folder)
    (row,) = rows(folder, "endorsements")
    assert unguarded(row["endorser_name"]) == name
    assert unguarded(row["quote"]) == quote


def test_formulas_are_left_alone_when_that_is_wanted(tmp_path: Path) -> None:
    quads = backing(replace(PLAIN, backer="=1+1"))
    raw = written(quads, tmp_path / "raw", replace(OPTIONS, guard=False))
    assert rows(raw, "endorsements")[0]["endorser_name"] == "=1+1"
    assert "apostrophe" not in metadata(raw)["dc:description"]
    safe = written(quads, tmp_path / "safe")
    assert rows(safe, "endorsements")[0]["endorser_name"] == "'=1+1"
    assert "apostrophe" in metadata(safe)["dc:description"]


def test_an_archive_holds_the_same_files_in_the_same_bytes_each_time(tmp_path: Path) -> None:
    folder = written(graph(), tmp_path / "tables")
    made = []
    for quads in (graph(), graph()[::-1]):
        sink = io.BytesIO()
        described = export.describe(memory_store(quads), DEFAULT_BASE)
        export.write_whole(described, "csv", sink, OPTIONS)
        made.append(sink.getvalue())
    assert made[0] == made[1]
    with ZipFile(io.BytesIO(made[0])) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            file.name: file.read_bytes() for file in folder.iterdir()
        }


def test_a_folder_is_written_whole_and_only_in_place_of_our_own(kg: RunKg, tmp_path: Path) -> None:
    publish(tmp_path / "store", graph())
    command = ("export", "--store", str(tmp_path / "store"), "--format", "csv", "-o")
    target = tmp_path / "tables"
    assert kg(*command, str(target)).code == 0
    first = {file.name: file.read_bytes() for file in target.iterdir()}
    publish(tmp_path / "store", graph(5))
    assert kg(*command, str(target)).code == 0
    second = {file.name: file.read_bytes() for file in target.iterdir()}
    assert second.keys() == first.keys()
    assert second != first
    (target / "notes.txt").write_text("mine", encoding="utf-8")
    refused = kg(*command, str(target))
    assert refused.code == 2
    assert "is there already and was not made by this command" in refused.err
    assert (target / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert {path.name for path in tmp_path.iterdir()} == {"store", "tables"}


def test_places_that_no_folder_can_be_are_refused(kg: RunKg, tmp_path: Path) -> None:
    publish(tmp_path / "store", graph())
    command = ("export", "--store", str(tmp_path / "store"), "--format", "csv")
    (tmp_path / "file").write_bytes(b"")
    for more, what in (
        ((), "do not fit in one stream"),
        (("-o", "-"), "do not fit in one stream"),
        (("-o", str(tmp_path / "file")), "is there already"),
        (("-o", str(tmp_path / "file" / "tables")), "cannot be written"),
        (("-o", str(tmp_path / "missing" / "tables")), "cannot be written"),
    ):
        refused = kg(*command, *more)
        assert refused.code == 2
        assert what in refused.err
    assert (tmp_path / "file").read_bytes() == b""


def test_a_table_has_its_things_in_order_each_once(tables: Path) -> None:
    for table in TABLES:
        found = [tuple(row.values()) for row in rows(tables, table.name)]
        assert len(set(found)) == len(found), table.name
        if isinstance(table, Entities):
            assert len({row[0] for row in found}) == len(found), table.name
