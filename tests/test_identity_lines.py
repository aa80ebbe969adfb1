"""Occurrences as a store keeps them: read back equal, the same bytes in any order."""

from __future__ import annotations

import json
from collections import Counter
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.identity import Kind, Occurrence
from kg.identity.lines import as_lines, occurrences_of
from kg.identity.model import ContextKind
from tests.graphs import texts

_occurrences = st.builds(
    Occurrence,
    kind=st.sampled_from(get_args(Kind)),
    key=texts,
    article=texts,
    name=texts,
    context=st.sampled_from(get_args(ContextKind)),
    title=texts,
    roles=st.frozensets(texts, max_size=3),
    stands_in=st.frozensets(texts, max_size=3),
    backs=st.frozensets(st.tuples(texts, texts, texts), max_size=3),
)
_GOOD = json.loads(as_lines([Occurrence("person", "ann-lee--bury", "a" * 16, "Ann Lee")])[0])


@given(st.lists(_occurrences, max_size=4))
def test_what_is_kept_is_read_back_equal(kept: list[Occurrence]) -> None:
    lines = as_lines(kept)
    assert all(line.endswith(b"\n") and line.count(b"\n") == 1 for line in lines)
    assert Counter(occurrences_of(lines)) == Counter(kept)
    assert as_lines(reversed(kept)) == lines


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        json.dumps({**_GOOD, "kind": "council"}).encode(),
        json.dumps({**_GOOD, "context": ["place"]}).encode(),
        json.dumps({**_GOOD, "key": 1}).encode(),
        json.dumps({**_GOOD, "roles": [None]}).encode(),
        json.dumps({**_GOOD, "backs": [["a", "b"]]}).encode(),
    ],
)
def test_any_other_line_is_damage(line: bytes) -> None:
    good = json.dumps(_GOOD).encode()
    with pytest.raises(StoreError, match=r"occurrences\.jsonl:2"):
        occurrences_of([good, line])
