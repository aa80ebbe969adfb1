"""IRIs made of keys that gave way lead to those made of the keys that took their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Quad

from kg.identity.moving import moved
from kg.iris import Minter
from kg.nquads import quads_of
from kg.validate.naming import said_now

MINTER = Minter()
REDIRECTS = {
    MINTER.person("dave--bury"): MINTER.person("david--bury"),
    MINTER.person("liz--labour"): MINTER.person("liz--leicester-west"),
    MINTER.organisation("post"): MINTER.organisation("daily-post"),
    MINTER.contest("leadership"): MINTER.contest("leadership-2015"),
}
BASE = MINTER.base + "id/"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("person/dave--bury", "person/david--bury"),
        ("candidacy/leadership/liz--labour", "candidacy/leadership-2015/liz--leicester-west"),
        (
            "endorsement/leadership/dave--bury/liz--labour",
            "endorsement/leadership-2015/david--bury/liz--leicester-west",
        ),
        (
            "endorsement/leadership/post/liz--labour/opposes",
            "endorsement/leadership-2015/daily-post/liz--leicester-west/opposes",
        ),
        ("membership/dave--bury/bury/leader", "membership/david--bury/bury/leader"),
        ("membership/dave--bury/post/editor", "membership/david--bury/daily-post/editor"),
    ],
)
def test_it_leads_to(old: str, new: str) -> None:
    assert moved(BASE + old, REDIRECTS) == BASE + new


@pytest.mark.parametrize(
    "iri",
    [
        "person/post",
        "org/leadership",
        "role/leadership",
        "membership/ann--bury/bury/post",  # a role of the same name as a body
        "endorsement/post/ann--bury/bob--bury",  # a contest of the same name as a body
        "candidacy/leadership-2015/post",  # a body does not stand
        "evidence/leadership/1-2",
        "candidacy/",
        "",
    ],
)
def test_it_stays(iri: str) -> None:
    assert moved(BASE + iri, REDIRECTS) == BASE + iri


@given(st.text(max_size=60))
def test_any_text_leads_somewhere(text: str) -> None:
    assert moved(BASE + text, {}) == BASE + text
    assert moved(moved(text, REDIRECTS), REDIRECTS) == moved(text, REDIRECTS)


def test_statements_of_others_follow_and_stay_where_they_are() -> None:
    def lines(person: str, body: str) -> tuple[Quad, ...]:
        text = "".join(
            f"<{BASE}person/{person}--bury> <http://p.example/p> {value} <{BASE}submission/1> .\n"
            for value in ('"dave"', f"<{BASE}org/{body}>")
        )
        return tuple(quads_of([text.encode()]))

    old = lines("dave", "post")
    assert said_now(old, REDIRECTS, lambda _: False) == lines("david", "daily-post")
    assert said_now(old, {}, lambda _: False) == old
    assert said_now(old, REDIRECTS, lambda _: True) == old
