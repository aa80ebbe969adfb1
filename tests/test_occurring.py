"""What one article says of whom, as occurrences."""

from __future__ import annotations

from dataclasses import replace

from kg.extract import extract
from kg.gazetteer import load_gazetteer
from kg.identity import Occurrence
from kg.identity.lines import as_lines, occurrences_of
from kg.identity.occurring import occurrences
from kg.lexicon import load_lexicon
from kg.model import Entity, Resolution
from kg.reconcile import reconcile
from tests import builders

CONTEST = "labour-leadership-2015"


def found() -> dict[tuple[str, str], Occurrence]:
    built = builders.worked()
    made = occurrences(built.extraction, built.resolution)
    return {(one.kind, one.key): one for one in made}


def test_each_person_body_and_contest_occurs_once() -> None:
    made = found()
    agents = {(one.kind, one.key) for one in builders.agents().values()}
    assert set(made) == agents | {("contest", CONTEST), ("organisation", "example-post")}
    assert {one.article for one in made.values()} == {builders.document().key}


def test_an_occurrence_has_what_the_article_says_of_somebody() -> None:
    made = found()
    assert made["person", "david-jones--bury"] == Occurrence(
        kind="person",
        key="david-jones--bury",
        article=builders.document().key,
        name="David Jones",
        roles=frozenset({"Councillor"}),
        backs=frozenset(
            {(CONTEST, "yvette-cooper", "supports"), (CONTEST, "liz-kendall", "supports")}
        ),
    )
    assert made["person", "mary-creagh--wakefield"].stands_in == {CONTEST}
    assert made["person", "andy-burnham--leigh"].stands_in == {CONTEST}  # a claim is about him
    assert made["person", "jacqui-smith--labour"].roles == {"Chief Whip"}
    assert made["organisation", "streatham-clp"].backs == {(CONTEST, "yvette-cooper", "supports")}
    assert made["contest", CONTEST].name == "Labour leadership 2015"


def test_of_several_names_and_contexts_the_one_that_says_most_is_kept() -> None:
    built = builders.worked()
    whip = Entity("person", "jacqui-smith--labour", "Jacqui Smith", "why", "contest")
    fuller = builders.person("Jacqueline Smith", title="Dame")
    agents = built.resolution.agents | {
        builders.SMITH: whip,
        fuller: replace(whip, label="Jacqueline Smith", context="seat"),
    }
    made = occurrences(built.extraction, replace(built.resolution, agents=agents))
    [one] = [one for one in made if one.key == whip.key]
    assert (one.name, one.context, one.title) == ("Jacqueline Smith", "seat", "Dame")


def test_an_article_without_statements_has_nobody_but_its_publisher() -> None:
    built = builders.worked()
    empty = replace(built.extraction, statements=())
    publisher = built.resolution.publisher
    assert [one.key for one in occurrences(empty, Resolution(publisher=publisher))] == [
        "example-post"
    ]
    assert occurrences(empty, Resolution()) == ()


def test_occurrences_of_a_read_article_are_kept_as_lines() -> None:
    lexicon, gazetteer = load_lexicon(), load_gazetteer()
    document = builders.document(
        "Ann Other, a councillor in Bury, is backing Liz Kendall for the Labour leadership.\n"
    )
    extraction = extract(document, lexicon, gazetteer)
    made = occurrences(extraction, reconcile(extraction, gazetteer, lexicon))
    assert {one.key: one.context for one in made if one.kind == "person"}["ann-other--bury"] == (
        "place"
    )
    assert occurrences_of(as_lines(made)) == tuple(sorted(made, key=lambda one: as_lines([one])[0]))
