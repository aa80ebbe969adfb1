"""Pronouns in the text, with "the former" and "the latter" of two, and "the 45-year-old"."""

from __future__ import annotations

from kg.scan import Scan

AGED = "aged"  # who is called by an age alone
_OLD = ["-", "year-old"]


def read_pronoun(scan: Scan, index: int) -> tuple[str, int] | None:
    """The pronoun at ``index`` without what is joined to it ("she'll"), and its length in words."""
    word = scan.folds[index]
    if word == "the" and _is_of_two(scan, index + 1):
        return scan.folds[index + 1], 2
    if word == "the" and scan.folds[index + 2 : index + 4] == _OLD and _is_alone(scan, index + 4):
        return AGED, 4
    found = scan.lexicon.function_words.at(scan.folds, index)
    if found and found.value == "pronoun":
        return word.partition("'")[0], found.length
    return None


def _is_of_two(scan: Scan, index: int) -> bool:
    """Whether "former" or "latter" at ``index`` stands alone, for one of two: "the latter"."""
    if scan.folds[index : index + 1] not in (["former"], ["latter"]):
        return False
    return _is_alone(scan, index + 1)


def _is_alone(scan: Scan, index: int) -> bool:
    """Whether no noun stands at ``index``, which the words before it would describe."""
    if index >= len(scan.folds) or not scan.folds[index][0].isalnum():
        return True
    following = scan.lexicon.function_words.at(scan.folds, index)
    return following is not None or scan.folds[index] in scan.lexicon.cues
