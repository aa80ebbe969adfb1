from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli.render.extraction import to_json
from kg.cli.render.marked import as_text, strips, tally
from kg.cli.render.places import place_iri
from kg.cli.render.table import json_text
from kg.errors import InternalError
from kg.extract import extract
from kg.gazetteer import load_gazetteer
from kg.iris import Minter
from kg.lexicon import load_lexicon
from kg.model import Claim, Extraction, Ignored, Leftover, Place, Resolution, Span
from tests import builders

MINTER = Minter("https://data.example/")


def _object(built: builders.Built) -> dict[str, Any]:
    made = json.loads(json_text(to_json(built.extraction, built.resolution, MINTER)))
    assert isinstance(made, dict)
    return made


def _one(items: list[dict[str, object]], **wanted: object) -> dict[str, object]:
    found = [item for item in items if wanted.items() <= item.items()]
    assert len(found) == 1
    return found[0]


def test_the_document_is_named_by_its_hash() -> None:
    built = builders.worked()
    document = built.document
    assert _object(built)["document"] == {
        "iri": f"https://data.example/id/article/{document.key}",
        "title": document.title,
        "publisher": "The Example Post",
        "published": "2015-07-17",
        "sha256": document.sha256,
    }


def test_a_list_line_has_every_promised_key() -> None:
    text = builders.TEXT
    line = "Mike Lerry – Labour Group Leader, Sedgemoore District Council"
    passage = {
        "quote": line,
        "start": text.index(line),
        "end": text.index(line) + len(line),
        "rule": "list.dashed",
        "confidence": 0.99,
    }
    assert _object(builders.worked())["endorsements"][0] == {
        "endorser": "Mike Lerry",
        "endorser_type": "person",
        "role": "Labour Group Leader",
        "place": {
            "printed": "Sedgemoore District Council",
            "kind": "council",
            "name": "Sedgemoor",
            "code": "E07000188",
            "iri": "https://data.example/id/council/sedgemoor",
            "why": "one letter away from Sedgemoor District Council",
        },
        "candidate": "Yvette Cooper",
        "polarity": "supports",
        "contest": "Labour leadership 2015",
        "dates": [],
        **passage,
        "evidence": [passage],
    }


def test_what_the_text_does_not_give_is_null() -> None:
    endorsements = _object(builders.worked())["endorsements"]
    clp = _one(endorsements, endorser="Streatham CLP")
    assert clp["endorser_type"] == "organisation"
    assert clp["role"] is None
    assert clp["place"] is None
    document = builders.document(published=None, publisher=None, title=None)
    bare = to_json(Extraction(document, ()), Resolution(), MINTER)["document"]
    assert isinstance(bare, dict)
    assert bare["published"] is bare["publisher"] is bare["title"] is None


def test_two_passages_are_one_endorsement() -> None:
    umunna = _one(_object(builders.worked())["endorsements"], endorser="Chuka Umunna")
    passages = umunna["evidence"]
    assert isinstance(passages, list)
    assert [one["rule"] for one in passages] == ["prose.backing", "prose.repeat"]
    assert umunna["quote"] == passages[0]["quote"]


def test_a_date_has_the_words_that_give_it() -> None:
    made = _object(builders.worked())
    umunna = _one(made["endorsements"], endorser="Chuka Umunna")
    start = builders.TEXT.index("on Friday")
    assert umunna["dates"] == [
        {
            "date": "2015-07-17",
            "quote": "on Friday",
            "start": start,
            "end": start + len("on Friday"),
            "rule": "date.weekday",
        }
    ]
    assert [one["date"] for one in _one(made["candidacies"], person="Mary Creagh")["dates"]] == [
        "2015-06"
    ]


def test_every_quote_is_its_slice() -> None:
    built = builders.worked()

    def check(value: object) -> int:
        if isinstance(value, list):
            return sum(check(one) for one in value)
        if not isinstance(value, dict):
            return 0
        own = 0
        if "quote" in value:
            assert value["quote"] == built.document.text[value["start"] : value["end"]]
            own = 1
        return own + sum(check(one) for one in value.values())

    assert check(_object(built)) > 20


def test_claims_roles_candidacies_and_leftovers() -> None:
    made = _object(builders.worked())
    hearsay = _one(made["claims"], candidate="Andy Burnham")
    assert (hearsay["count"], hearsay["comparator"]) == (150, "over")
    assert hearsay["attributed_to"] == "The Huffington Post"
    share = _one(made["claims"], candidate="Liz Kendall")
    assert (share["count"], share["unit"], share["attributed_to"]) == (1.5, "percent of CLPs", None)
    whip = _one(made["roles"], person="Jacqui Smith")
    assert (whip["role"], whip["organisation"], whip["former"]) == ("Chief Whip", "Labour", True)
    assert _one(made["roles"], person="Chuka Umunna")["former"] is False
    assert _one(made["candidacies"], person="Mary Creagh")["status"] == "withdrawn"
    assert made["leftovers"][0]["reason"] == "a heading"


@pytest.mark.parametrize(("count", "shown"), [("55", 55), ("55.0", 55), ("1.5", 1.5), ("0", 0)])
def test_a_count_is_a_whole_number_when_it_is_one(count: str, shown: float) -> None:
    built = builders.worked()
    claim = next(s for s in built.extraction.statements if isinstance(s, Claim))
    extraction = replace(built.extraction, statements=(replace(claim, count=Decimal(count)),))
    made = to_json(extraction, built.resolution, MINTER)["claims"]
    assert isinstance(made, list)
    assert made[0]["count"] == shown
    assert type(made[0]["count"]) is type(shown)


@pytest.mark.parametrize(
    ("kind", "shown", "has_iri"),
    [
        ("council", "council", True),
        ("ward", "ward", True),
        ("parish", "parish", True),
        ("constituency", "constituency", True),
        ("ambiguous", "unknown", False),
        ("abolished", "unknown", False),
        ("unknown", "unknown", False),
    ],
)
def test_the_kind_of_a_place_is_one_of_the_promised(kind: str, shown: str, has_iri: bool) -> None:
    place = Place("X", builders.AS_OF, kind, "why", "X", slug="x")  # type: ignore[arg-type] # from the table above
    built = builders.small()
    mention = built.extraction.endorsements[0].place
    assert mention is not None
    resolution = replace(built.resolution, places={mention: place})
    made = to_json(built.extraction, resolution, MINTER)["endorsements"]
    assert isinstance(made, list)
    assert made[0]["place"]["kind"] == shown
    assert (made[0]["place"]["iri"] is not None) is has_iri
    assert (place_iri(place, MINTER) is not None) is has_iri


def test_a_place_that_nobody_resolved_is_a_fault_of_ours() -> None:
    built = builders.small()
    with pytest.raises(InternalError, match="was not resolved"):
        to_json(built.extraction, replace(built.resolution, places={}), MINTER)


def test_strips_cover_the_article_once() -> None:
    extraction = builders.worked().extraction
    covered = [(strip.span.start, strip.span.end) for strip in strips(extraction)]
    assert covered[0][0] == 0
    assert covered[-1][1] == len(extraction.document.text)
    assert all(before[1] == after[0] for before, after in pairwise(covered))


spans = st.tuples(st.integers(0, 59), st.integers(1, 30)).map(
    lambda pair: Span(pair[0], min(pair[0] + pair[1], 60))
)


@given(st.lists(spans, max_size=6), st.lists(spans, max_size=6))
def test_any_marks_give_strips_without_gap_or_overlap(
    left: list[Span], skipped: list[Span]
) -> None:
    document = builders.document("ab \n" * 15)
    extraction = Extraction(
        document,
        (),
        leftovers=tuple(Leftover(span, "left") for span in left),
        ignored=tuple(Ignored(span, "rule") for span in skipped),
    )
    kinds = {}
    for strip in strips(extraction):
        for index in range(strip.span.start, strip.span.end):
            assert index not in kinds
            kinds[index] = (strip.kind, strip.note)
    assert len(kinds) == 60
    for index in range(60):
        if any(span.start <= index < span.end for span in left):
            assert kinds[index] == ("unexplained", "left")
        elif any(span.start <= index < span.end for span in skipped):
            assert kinds[index] == ("ignored", "rule")
        else:
            assert kinds[index][0] in ("space", "unexplained")


def test_the_text_shows_facts_rules_and_reasons() -> None:
    text = "Ann backs Bob. Rain fell. Cut off"
    document = builders.document(text)
    mark = builders.passage("Ann backs Bob.", "prose.backs", text=text)
    extraction = Extraction(
        document,
        (builders.endorsement(builders.person("Ann"), builders.person("Bob"), mark),),
        leftovers=(Leftover(builders.at(text, "Cut off"), "no full stop"),),
        ignored=(Ignored(builders.at(text, "Rain fell."), "no cue"),),
    )
    assert as_text(extraction) == (
        "⟨Ann backs Bob.⟩ ⟦fact: Ann supports Bob [prose.backs]⟧ "
        "⟨Rain fell.⟩ ⟦ignored: no cue⟧ ⟨Cut off⟩ ⟦unexplained: no full stop⟧\n\n"
        "article.txt: 12 fact, 9 ignored, 6 unexplained (characters, white space aside)\n"
    )


def test_what_no_rule_covers_is_said_to_be_so() -> None:
    extraction = Extraction(builders.document("Nobody read this."), ())
    assert "⟦unexplained: no rule covers it⟧" in as_text(extraction)
    assert tally(extraction).startswith("article.txt: 0 fact, 0 ignored, 15 unexplained")


def test_colour_is_only_used_when_asked_for_and_data_cannot_bring_its_own() -> None:
    document = builders.document("Evil \x1b[2J text")
    extraction = Extraction(document, (), leftovers=(Leftover(Span(0, 14), "why \x1b[31m"),))
    assert "\x1b" not in as_text(extraction)
    coloured = as_text(extraction, colour=True)
    assert coloured.count("\x1b[33m") == 1
    assert "\x1b[2J" not in coloured
    assert "\x1b[31m" not in coloured


def test_a_line_that_tells_only_an_office_says_why_it_tells_no_more() -> None:
    document = builders.document("A page\n\nJane Doe MP\nJohn Roe MP\nAnn Poe MP\nTom Loe MP\n")
    extraction = extract(document, load_lexicon(), load_gazetteer())
    notes = [strip.note for strip in strips(extraction) if strip.kind == "fact"]
    assert len(notes) == len(extraction.statements) == 4
    assert all("otherwise left over: a list, but nothing above it says" in note for note in notes)
