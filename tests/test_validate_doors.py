"""Whatever is handed in, in whatever form, there is a reading and no fault of ours."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.validate import Limits
from kg.validate.forms.model import Reading
from kg.validate.reading import read
from tests.faults import FORMS, faulty
from tests.update_submissions import examples

KINDS = {
    "text/turtle": "ab\n\r \"'#<>[](){}\\«é.;,:@^_",
    "application/trig": "ab\n\r \"'#<>[](){}\\«é.;,:@^_",
    "application/n-quads": 'ab\n\r "<>\\«é._:^@',
    "application/ld+json": 'ab\n\r "{}[],:\\u0019@-.eé',
    "application/rdf+xml": "ab\n\r \"'<>/=!-?&;:#é",
    "text/csv": 'ab\n\r ,;"é=\t\0',
}
PIECES = {
    "application/ld+json": (
        '"@id"',
        '"@type"',
        '"@context"',
        '"@graph"',
        '"@value"',
        '"@list"',
        '"@reverse"',
        '"http://e/p"',
    ),
    "application/rdf+xml": (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">',
        "</rdf:RDF>",
        "<rdf:Description>",
        "</rdf:Description>",
        "<e:p>",
        "</e:p>",
        "<!DOCTYPE",
    ),
    "text/csv": ("endorser", "polarity", "start", '""', "\r\n"),
}


def reading(data: bytes, kind: str) -> Reading:
    made = read(data, kind, "any", Limits())
    assert made.faults or made.quads or made.remarks or kind != "text/csv"
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_any_text_is_read(kind: str) -> None:
    pieces = st.sampled_from(PIECES.get(kind, ("<http://e/a>",)))
    text = st.lists(st.one_of(st.text(KINDS[kind], max_size=8), pieces), max_size=30).map("".join)

    @settings(max_examples=60, deadline=None)
    @given(text)
    def reads(made: str) -> None:
        reading(made.encode(), kind)

    reads()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([*FORMS, "csv"]), st.integers(0, 50), st.integers(0, 10**6))
def test_a_file_that_was_damaged_on_the_way_is_read(form: str, seed: int, damage: int) -> None:
    one = faulty(form, seed)
    pick = random.Random(damage)  # noqa: S311 - not for secrets
    data = bytearray(one.data)
    for _ in range(pick.randrange(1, 4)):
        at = pick.randrange(len(data))
        cut = slice(at, at + pick.randrange(3))
        data[cut] = bytes(pick.choice(b"\"'<>{}[],:\\\x00\xff\n") for _ in range(pick.randrange(3)))
    made = reading(bytes(data), one.media_type)
    assert all(finding.message and finding.hint for finding in made.faults)


@pytest.mark.parametrize("path", examples("good"), ids=lambda p: p.name)
def test_a_file_that_was_cut_off_is_read(path: object) -> None:
    from kg.validate import MEDIA_TYPES

    data = path.read_bytes()  # type: ignore[attr-defined] # a path
    for end in range(0, len(data), 97):
        reading(data[:end], MEDIA_TYPES[path.suffix])  # type: ignore[attr-defined] # a path
