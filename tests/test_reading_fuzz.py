"""Any text is read without a fault: pieces of articles and of words in any order."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles import document
from kg.extract import extract
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.reconcile import reconcile
from kg.tables import rows

CASES = Path(__file__).parent / "cases"
MARKS = [
    ".",
    ",",
    ";",
    ":",
    "(",
    ")",
    '"',
    "“",
    "”",
    "-",
    "–",
    "|",
    "\n",
    "\n\n",
    "’s",
    "[1]",
    "* ",
]
WORDS = ["and", "the", "of", "by", "for", "who", "12", "MP", "Cllr", "Sir", "Jane Doe", "Anytown"]


@lru_cache(maxsize=1)
def _lines() -> list[str]:
    return sorted(
        {
            line
            for case in CASES.iterdir()
            for line in (case / "article.txt").read_text(encoding="utf-8").splitlines()
            if line.strip()
        }
    )


@lru_cache(maxsize=1)
def _pieces() -> list[str]:
    cues = [cells[0].replace("*", "her") for cells in rows("cues.tsv", ("cue", "frame", "force"))]
    words = sorted({word for line in _lines() for word in line.split()})
    return [*MARKS, *WORDS, *cues, *words]


def _read(text: str) -> None:
    lexicon, gazetteer = load_lexicon(), load_gazetteer()
    made = document("fuzz.txt", text.encode())
    found = extract(made, lexicon, gazetteer)
    reconcile(found, gazetteer, lexicon)
    spans = [e.span for s in found.statements for e in s.evidence]
    spans += [left.span for left in found.leftovers]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@settings(max_examples=150)
@given(st.data())
def test_lines_of_articles_in_any_order(data: st.DataObject) -> None:
    _read("\n".join(data.draw(st.lists(st.sampled_from(_lines()), min_size=1, max_size=20))))


@settings(max_examples=150)
@given(st.data())
def test_words_cues_and_marks_in_any_order(data: st.DataObject) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from(_pieces()), min_size=1, max_size=60)))
    if text.strip():
        _read(text)


@settings(max_examples=100)
@given(st.text(min_size=1, max_size=200).filter(lambda text: bool(text.strip())))
def test_any_characters(text: str) -> None:
    if "\0" not in text and not any("\ud800" <= c <= "\udfff" for c in text):
        _read(text)
