"""Names of papers: what kind of body a word ends the name of, and names with a state in them."""

from __future__ import annotations

from kg.words.bodies import past_capitals
from kg.words.scan import Scan

_LONGEST = 6  # words of a name behind the bracket


def kind_of_word(scan: Scan, index: int) -> str:
    """The kind of body that a word ends the name of, or "": "Herald" a paper's.

    Two papers that have joined keep both names, one of which may be any: "Register-Guard".
    """
    words = scan.lexicon.organisation_words
    first, _, last = scan.folds[index].rpartition("-")
    both = bool(first) and scan.tokens[index].text.rpartition("-")[2][:1].isupper()
    joined = both and "media" in (words.get(first), words.get(last))
    return words.get(scan.folds[index], "media" if joined else "")


def past_state(scan: Scan, end: int) -> int:
    """Past the rest of a paper's name behind its state: "Springfield (Ohio) News"."""
    ahead = scan.folds[end : end + _LONGEST]
    if ahead[:1] != ["("] or ")" not in ahead or not scan.capital(end + 1):
        return end
    behind = end + ahead.index(")") + 1
    last = past_capitals(scan, behind)
    return last if last > behind and kind_of_word(scan, last - 1) == "media" else end
