"""Texts that no journalist writes: each is read, or left with a reason, without a fault."""

from __future__ import annotations

import pytest

from kg.articles import document
from kg.extract import extract
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.text import MAX_SENTENCE

TEXTS = {
    "one letter, again and again": "a" * 200_000,
    "a capital letter, again and again": "A" * 200_000,
    "a million words and no full stop": "word " * 1_000_000,
    "nothing but dots": ". " * 20_000,
    "nothing but quotation marks": '"' * 50_000,
    "nothing but opening brackets": "(" * 50_000,
    "nothing but commas": "," * 50_000,
    "nothing but bars": "|" * 50_000,
    "apostrophes": "'s " * 50_000,
    "hyphens inside a word": "a-" * 100_000,
    "titles without names": "Cllr " * 20_000,
    "ends in an article": "They are behind the",
    "ends in a title": "She is backed by Sir",
    "ends in a cue": "The candidate is backed by",
    "begins with a cue": "Backs",
    "hundreds joined by and": "They are Jane Doe and " + "Ann Roe and " * 1_200,
    "a line of controls": "\x01\x02\x7f\u200b\u202e" * 1000,
    "half a surrogate's neighbours": "\ud7ff\ue000\U0010ffff" * 1000,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_it_is_read_without_a_fault(text: str) -> None:
    read = extract(document("hostile.txt", text.encode()), load_lexicon(), load_gazetteer())
    assert not read.endorsements
    for left in read.leftovers:
        assert left.reason


def test_a_sentence_without_end_is_left_with_the_reason() -> None:
    long = "Jane Doe, " * (MAX_SENTENCE // 10 + 1)
    text = f"Ann Example stands for leader. {long}backs Ann Example.\nTom Tester backs Ann Example."
    read = extract(document("long.txt", text.encode()), load_lexicon(), load_gazetteer())
    assert [one.endorser.name for one in read.endorsements] == ["Tom Tester"]
    assert any("is not read" in left.reason for left in read.leftovers)


@pytest.mark.parametrize("run", [" ", "\t", ">", "✓ ", "| ", "(withdrew "], ids=repr)
def test_a_row_may_hold_any_run_of_marks(run: str) -> None:
    rows = f"Mayor: Jane Doe\nClerk: Ann Hart {run * 100_000}x\nSheriff: Bob Stone\n"
    text = f"The Anytown Club endorses the following candidates:\n\n{rows}"
    read = extract(document("rows.txt", text.encode()), load_lexicon(), load_gazetteer())
    assert "Jane Doe" in {one.candidate.name for one in read.endorsements}
