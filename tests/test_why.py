"""Explanations: what is found by a name or an IRI, and every statement with its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli.render.explanation import as_text
from kg.errors import UsageError
from kg.iris import DEFAULT_BASE
from kg.store import memory_store
from kg.why import Explanation, Thing, explain
from tests import builders, shipped

ID = f"{DEFAULT_BASE}id/"
ARTICLE = f"{ID}article/{builders.document().key}"


def why(asked: str) -> Explanation:
    return explain(shipped.worked(), asked)


def only(asked: str) -> Thing:
    (thing,) = why(asked).things
    return thing


def sentences(asked: str) -> list[str]:
    return [statement.sentence for statement in only(asked).statements]


def test_a_person_is_explained_with_every_passage() -> None:
    thing = only("Chuka Umunna")
    assert (thing.kind, thing.name) == ("person", "Chuka Umunna")
    assert thing.iri == f"{ID}person/chuka-umunna--streatham"
    office, stance = thing.statements
    assert office.kind == "office"
    assert office.sentence == "Chuka Umunna is MP (Streatham)"
    assert office.decisions == (
        "a parliamentary seat",
        "the name and the place printed beside it",
    )
    assert stance.kind == "endorsement"
    assert stance.sentence == "Chuka Umunna supports Liz Kendall (Labour leadership 2015)"
    assert stance.confidence == 0.95
    assert [p.rule for p in stance.passages] == ["prose.backing", "prose.repeat"]


def test_a_date_is_explained_by_its_words() -> None:
    stance = only("Chuka Umunna").statements[1]
    (date,) = stance.dates
    assert (date.when, date.passage.quote, date.passage.rule) == (
        "2015-07-17",
        "on Friday",
        "date.weekday",
    )
    assert ("date", "2015-07-17") in stance.fields
    assert [one.sentence for one in only(date.passage.iri).statements] == [stance.sentence]
    assert "on 2015-07-17:\n      “on Friday”" in as_text(why("Chuka Umunna"))


def test_a_passage_is_where_it_says_and_what_it_says() -> None:
    for statement in only("Chuka Umunna").statements:
        for passage in statement.passages:
            assert passage.article == ARTICLE
            assert passage.title == "The names behind the numbers"
            assert builders.TEXT[passage.start : passage.end] == passage.quote


def test_what_is_printed_stands_beside_what_was_meant() -> None:
    thing = only("Sedgemoor District Council")
    (office,) = thing.statements
    (passage,) = office.passages
    assert passage.misspelt
    assert dict(passage.printed)["place"] == "Sedgemoore District Council"
    assert office.decisions == ("one letter away from Sedgemoor District Council",)
    assert ("identifier", "E07000188") in thing.known
    assert ("dissolution date", "2023-03-31") in thing.known


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("MIKE LERRY", "Mike Lerry"),
        ("  Mike   Lerry ", "Mike Lerry"),
        ("Lerry", "Mike Lerry"),
        ("Zoë O'Byrne", "Zoë O’Byrne"),
        ("Sedgemoor", "Sedgemoor District Council"),
        ("Sedgemoore District Council", "Sedgemoor District Council"),
        ("E07000188", "Sedgemoor District Council"),
        ("Harrow Weald Ward", None),
        ("the huffington post", "The Huffington Post"),
        ("The names behind the numbers", "The names behind the numbers"),
        ("labour leadership 2015", "Labour leadership 2015"),
        ("mp", "MP"),
        (f"{ID}person/mike-lerry--sedgemoor", "Mike Lerry"),
    ],
)
def test_a_thing_is_found_by(asked: str, name: str | None) -> None:
    things = why(asked).things
    if name is None:  # printed beside the ward and beside the council that it lies in
        assert {t.kind for t in things} == {"place", "council"}
    else:
        assert [t.name for t in things] == [name]


def test_a_surname_that_several_share_means_all_of_them() -> None:
    assert [t.name for t in why("Jones").things] == ["Dave Jones", "Davi Jones", "David Jones"]
    assert [t.name for t in why("David Jones").things] == ["David Jones"], "a whole name wins"


def test_a_candidate_is_explained_by_those_who_back_or_oppose() -> None:
    said = sentences("Liz Kendall")
    assert "Jacqui Smith opposes Liz Kendall (Labour leadership 2015)" in said
    assert "1.5 percent of CLPs for Liz Kendall (Labour leadership 2015)" in said
    assert "Zoë O’Byrne supports Liz Kendall (Labour leadership 2015)" in said


def test_claims_offices_and_candidacies_have_sentences_of_their_own() -> None:
    assert sentences("Andy Burnham") == [
        "The Huffington Post says: over 150 councillors for Andy Burnham (Labour leadership 2015)"
    ]
    assert "Jacqui Smith was Chief Whip (Labour)" in sentences("Jacqui Smith")
    assert sentences("Mary Creagh") == ["Mary Creagh withdrew from Labour leadership 2015"]
    assert "David Jones is named with Bury Metropolitan Borough Council" in sentences("David Jones")


def test_a_statement_an_article_and_a_passage_can_be_asked_too() -> None:
    parts = ("labour-leadership-2015", "chuka-umunna--streatham", "liz-kendall--leicester-west")
    stance = f"{ID}endorsement/{'/'.join(parts)}"
    thing = only(stance)
    assert thing.kind == "endorsement"
    assert [s.iri for s in thing.statements] == [stance]
    article = only(ARTICLE)
    assert article.kind == "article"
    assert len(article.statements) == len({s.iri for s in article.statements}) > 15
    starts = [s.passages[0].start for s in article.statements]
    assert starts == sorted(starts)
    passage = thing.statements[0].passages[0]
    assert stance in {s.iri for s in only(passage.iri).statements}


def test_fields_are_in_words() -> None:
    stance = next(s for s in only("Mike Lerry").statements if s.kind == "endorsement")
    assert dict(stance.fields) == {
        "endorser": "Mike Lerry",
        "endorses": "Yvette Cooper",
        "contest": "Labour leadership 2015",
        "in capacity": "Labour Group Leader",
        "polarity": "Supports",
    }


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("Mike Lery", "did you mean Mike Lerry?"),
        ("Nobody Atall", "give a name as printed, or an IRI"),
        ("", "give a name as printed"),
        ("   ", "give a name as printed"),
        (f"{ID}person/nobody", "nothing is known about"),
        ("http://e/%zz<>", "is no IRI"),
    ],
)
def test_nothing_known_is_said_with_a_suggestion(asked: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        why(asked)
    assert hint in str(caught.value)


def test_an_explanation_is_the_same_every_time_and_in_every_order() -> None:
    backwards = memory_store(reversed(shipped.worked_quads()))
    for asked in ("Liz Kendall", "Bury", ARTICLE):
        assert explain(backwards, asked) == why(asked)


@given(st.text(max_size=30))
def test_no_name_breaks_the_search(asked: str) -> None:
    said = ""
    try:
        why(asked)
    except UsageError as error:
        said = str(error)
    assert "\n" not in said
