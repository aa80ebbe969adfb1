"""kg submit, submissions, retract and validate --against, as whoever types them sees them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from kg.iris import DEFAULT_BASE
from kg.pipeline import build, load_documents
from kg.submissions import standing
from kg.submissions.shelf import place
from tests.conftest import ROOT, RunKg
from tests.handing import ID, PREFIXES, exports, given, hand_in, make_store, stance

GOOD, BAD = stance("Nina Vale"), stance("Ann Other").replace("kgo:polarity kgo:Supports ;", "")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return make_store(tmp_path / "kg")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A good file, a faulty one, and one that cannot be read to its end."""
    made = []
    for name, text in (("good", GOOD), ("bad", BAD), ("broken", "<a")):
        path = tmp_path / f"{name}.ttl"
        path.write_text(text, encoding="utf-8")
        made.append(path)
    return made[0], made[1], made[2]


def test_a_life_of_a_submission(
    kg: RunKg, store: Path, files: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    before = exports(store)
    good, bad, broken = files
    ran = kg("submit", good, "--by", "Cora", "--store", store, "--note", "read\x07 it")
    (record,) = standing(store)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{good}: accepted as {record.id}, {record.triples} statements\n"
    ran = kg("submit", good, "--by", "Dora", "--store", store)
    assert ran.code == 0
    assert "nothing to do" in ran.out
    assert "handed in by Cora" in ran.out
    ran = kg("submit", bad, "--by", "Cora", "--store", store)
    assert ran.code == 1
    assert f"{bad}:" in ran.out
    assert "kept in quarantine as" in ran.out
    assert kg("submit", broken, "--by", "Cora", "--store", store).code == 2
    listed = kg("submissions", "--store", store, "--format", "csv")
    rows = [line.split(",") for line in listed.out.splitlines()]
    assert {(row[1], row[4]) for row in rows[1:]} == {
        ("accepted", "good.ttl"),
        ("quarantined", "bad.ttl"),
        ("quarantined", "broken.ttl"),
    }
    assert "read it" in listed.out
    one = kg("submissions", record.id[:8], "--store", store)
    assert f"sha256   {record.sha256}" in one.out
    ran = kg("retract", record.id[:8], "--by", "Bea", "--why", "hoax", "--store", store)
    assert (ran.code, ran.err) == (0, "")
    assert exports(store) == before
    one = kg("submissions", record.id, "--store", store, "--format", "json")
    told = json.loads(one.out)
    assert told["state"] == "retracted"
    assert told["events"][-1] == {
        "at": told["events"][-1]["at"],
        "what": "retracted",
        "by": "Bea",
        "note": "hoax",
    }
    assert told["report"]["conforms"] is True
    assert str(tmp_path) not in one.out


def test_json_tells_the_fate_of_each_file(
    kg: RunKg, store: Path, files: tuple[Path, Path, Path]
) -> None:
    good, bad, _ = files
    ran = kg("submit", good, bad, good, "--by", "Cora", "--store", store, "--json")
    assert ran.code == 1
    told = json.loads(ran.out)
    assert [one["outcome"] for one in told] == ["accepted", "quarantined", "unchanged"]
    assert told[1]["report"]["findings"][0]["line"]
    ran = kg("retract", told[0]["id"], told[1]["id"], "--erase", "--store", store, "--json")
    assert [one["changed"] for one in json.loads(ran.out)] == [
        one["outcome"] == "accepted" for one in sorted(told[:2], key=lambda one: one["id"])
    ]
    shown = kg("submissions", told[1]["id"], "--store", store)
    assert "have been erased" in shown.out


def test_nothing_is_taken_when_a_file_is_missing_or_of_no_format(
    kg: RunKg, store: Path, files: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    other = tmp_path / "data.xyz"
    other.write_text("x", encoding="utf-8")
    for wrong in (tmp_path / "missing.ttl", other, tmp_path):
        ran = kg("submit", files[0], wrong, "--by", "Cora", "--store", store)
        assert (ran.code, ran.out) == (2, "")
    assert standing(store) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("submit", "x.ttl"), "--by"),
        (("submit", "x.ttl", "--by", " "), "missing|cannot be read|who hands"),
        (("submit", "-", "--by", "A", "--store", "memory:"), "kept in a folder"),
        (("submissions", "--store", "https://e.example/sparql"), "kept in a folder"),
        (("submissions", "../../etc"), "there is no submission"),
        (("retract", "..", "--store", "nowhere"), "no graph has been published"),
    ],
)
def test_wrong_usage_is_told(
    kg: RunKg,
    arguments: tuple[str, ...],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = kg(*arguments)
    assert ran.code == 2
    assert any(word in ran.err for word in told.split("|")), ran.err
    assert not list(tmp_path.iterdir())


def test_a_store_without_submissions_says_so(kg: RunKg, store: Path) -> None:
    ran = kg("submissions", "--store", store)
    assert ran.code == 0
    assert ran.err == "kg: nothing has been submitted\n"
    assert ran.out.startswith("id\tstate\t")


# --- validate --against ----------------------------------------------------------------------


def test_what_is_there_already_is_shown_beside_a_finding(
    kg: RunKg, store: Path, tmp_path: Path
) -> None:
    """Somebody whom the article has behind one candidate is said to back another one."""
    before = exports(store)
    file = tmp_path / "second.ttl"
    other = stance("Mike Lerry--sedgemoor", "yvette-cooper--castleford")
    file.write_text(other.replace('"Mike Lerry--sedgemoor"', '"Mike Lerry"'), encoding="utf-8")
    alone = kg("validate", file, "--format", "json")
    beside = kg("validate", file, "--against", store, "--format", "json")
    assert beside.code == 0
    shapes = {f["shape"].rpartition("#")[2]: f for f in json.loads(beside.out)["findings"]}
    assert "Contest-twoCandidates" not in alone.out
    found = shapes["Contest-twoCandidates"]
    assert found["value"] == f"{ID}person/mike-lerry--sedgemoor"
    assert "liz-kendall--leicester-west" in found["already"]
    assert "(in article/0123456789abcdef)" in found["already"]
    assert found["line"]
    text = kg("validate", file, "--against", store).out
    assert "  there    endorsement/labour-leadership-2015/mike-lerry--sedgemoor/liz-kendall" in text
    assert exports(store) == before


def test_a_council_cannot_be_given_another_code(kg: RunKg, store: Path, tmp_path: Path) -> None:
    file = tmp_path / "code.ttl"
    file.write_text(
        f'{PREFIXES}<{ID}council/sedgemoor> dcterms:identifier "E07000189" .', encoding="utf-8"
    )
    ran = kg("validate", file, "--against", store, "--format", "json")
    assert ran.code == 1
    found = {f["constraint"]: f for f in json.loads(ran.out)["findings"]}
    assert found["maxCount"]["already"] == "council/sedgemoor dcterms:identifier “E07000188”"
    assert found["maxCount"]["line"] == PREFIXES.count("\n") + 1
    for fmt in ("github", "sarif", "csv"):
        shown = kg("validate", file, "--against", store, "--format", fmt)
        assert "council/sedgemoor dcterms:identifier “E07000188”" in shown.out, fmt


def test_what_is_wrong_in_the_graph_is_not_the_fault_of_an_addition(
    kg: RunKg, tmp_path: Path
) -> None:
    from kg.store import publish
    from tests.plaingraphs import graph

    publish(tmp_path / "kg", graph())
    file = tmp_path / "person.ttl"
    file.write_text(f"{PREFIXES}<{ID}person/x--y> a foaf:Person ; foaf:name 'X' .", "utf-8")
    ran = kg("validate", file, "--against", tmp_path / "kg")
    assert (ran.code, ran.err) == (0, "")
    assert "no findings (2 statements, 1 thing looked at)" in ran.out


def test_what_the_graph_describes_need_not_be_described_again(
    kg: RunKg, store: Path, tmp_path: Path
) -> None:
    file = tmp_path / "good.ttl"
    file.write_text(GOOD, encoding="utf-8")
    assert kg("validate", file).code == 1
    assert kg("validate", file, "--against", store).code == 0
    assert kg("validate", file, "--against", "memory:").code == 1


def test_nothing_to_judge_is_not_valid_beside_a_graph(
    kg: RunKg, store: Path, tmp_path: Path
) -> None:
    for text in ("", f"{PREFIXES}<http://e.example/a> rdfs:label 'A' ."):
        file = tmp_path / "empty.ttl"
        file.write_text(text, encoding="utf-8")
        ran = kg("validate", file, "--against", store)
        assert ran.code == 1
        assert "There is nothing to judge" in ran.out


def test_a_store_that_is_missing_or_damaged_is_told(
    kg: RunKg, store: Path, files: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    assert kg("validate", files[0], "--against", tmp_path / "none").code == 2
    (store / "CURRENT").write_text("0123456789abcdef\n", encoding="utf-8")
    ran = kg("validate", files[0], "--against", store)
    assert ran.code == 2
    assert "damaged" in ran.err


def test_verifying_a_store_looks_at_submissions_too(kg: RunKg, store: Path) -> None:
    taken = hand_in(store, given(GOOD), given(BAD))
    assert kg("store", "verify", "--store", store).code == 0
    place(store, taken[0].record.id).graph.write_bytes(b"")
    place(store, taken[1].record.id).original.write_bytes(b"other")
    ran = kg("store", "verify", "--store", store)
    assert ran.code == 1
    assert "graph.nq: the submission is damaged: has changed since" in ran.out
    assert "original: has changed since it was handed in" in ran.out
    place(store, taken[1].record.id).original.unlink()
    assert "original: cannot be read" in kg("store", "verify", "--store", store).out
    place(store, taken[1].record.id).record.write_bytes(b"")
    assert kg("store", "verify", "--store", store).code == 1


# --- kg build --------------------------------------------------------------------------------

ARTICLE = ROOT / "data" / "articles" / "2015-07-17-huffpost-local-parties.txt"
PLEDGE = ROOT / "data" / "submissions" / "good" / "pledge.ttl"


def test_words_that_are_not_in_an_article_are_found(kg: RunKg, tmp_path: Path) -> None:
    """The store keeps the texts of its articles, so nobody can put words into them."""
    store, file = tmp_path / "kg", tmp_path / "cited.ttl"
    build(load_documents([ARTICLE]), store)
    text = ARTICLE.read_text(encoding="utf-8")
    key = hashlib.sha256(text.encode()).hexdigest()[:16]
    for words, code in ((text[10:24], 0), ("She backs Burn", 1)):
        passage = f"<{ID}evidence/{key}/10-24>"
        file.write_text(
            f"{PREFIXES}{passage} a kgo:Evidence ; oa:hasSource <{ID}article/{key}> ;"
            " oa:hasSelector [ a oa:TextPositionSelector ; oa:start 10 ; oa:end 24 ] ,"
            f' [ a oa:TextQuoteSelector ; oa:exact """{words}""" ] .',
            encoding="utf-8",
        )
        ran = kg("validate", file, "--against", store, "--format", "json")
        found = [f for f in json.loads(ran.out)["findings"] if f["constraint"] == "quote"]
        assert ran.code == code, ran.out
        assert [f["already"] for f in found] == [f"the article has “{text[10:24]}” there"] * code
        assert all(f["line"] for f in found)


def test_a_build_keeps_what_was_accepted(kg: RunKg, tmp_path: Path) -> None:
    store = tmp_path / "kg"
    first = build(load_documents([ARTICLE]), store)
    plain = exports(store)
    (taken,) = hand_in(store, given(PLEDGE.read_bytes()))
    assert taken.outcome == "accepted"
    with_it = exports(store)
    again = build(load_documents([ARTICLE]), store)
    assert again.published is not None
    assert not again.published.changed
    assert [record.id for record in again.submissions] == [taken.record.id]
    assert exports(store) == with_it
    why = kg("why", "Nina Vale", "--store", store).out
    assert "Nina Vale supports Liz Kendall (Labour leadership 2015)" in why
    assert "“Nina Vale will vote for Kendall”" in why
    assert "Letters, 112-143, found by a person, name printed “Nina Vale”" in why
    told = kg("build", ARTICLE, "--store", store)
    assert "with those of 1 submission, conform" in told.out
    kg("retract", taken.record.id, "--store", store)
    assert exports(store) == plain
    last = build(load_documents([ARTICLE]), store)
    assert last.quads == first.quads
    assert last.published is not None
    assert not last.published.changed


def test_a_build_that_a_submission_no_longer_fits_publishes_nothing_and_names_it(
    kg: RunKg, tmp_path: Path
) -> None:
    store = make_store(tmp_path / "kg")
    (taken,) = hand_in(store, given(GOOD))
    before = exports(store)
    ran = kg("build", ARTICLE, "--store", store)
    assert ran.code == 1
    assert "nothing was published" in ran.out
    assert f"submission {taken.record.id} (more.ttl, by Cora Dale) speaks of what breaks" in ran.out
    assert exports(store) == before
    told = json.loads(kg("build", ARTICLE, "--store", store, "--json").out)
    assert told["doubtful"] == [taken.record.id]
    assert kg("retract", taken.record.id, "--store", store).code == 0
    assert kg("build", ARTICLE, "--store", store).code == 0


def test_a_build_under_another_base_names_the_submission(
    kg: RunKg, store: Path, tmp_path: Path
) -> None:
    (taken,) = hand_in(store, given(GOOD))
    settings = tmp_path / "kg.toml"
    settings.write_text('base = "https://other.example/"\n', encoding="utf-8")
    nobody = tmp_path / "decisions"
    nobody.mkdir()
    options = ("--store", store, "--config", settings, "--decisions", nobody)
    ran = kg("build", ARTICLE, *options)
    assert ran.code == 2
    assert f"submission {taken.record.id} was accepted under the base {DEFAULT_BASE}" in ran.err
