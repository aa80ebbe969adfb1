"""Pronouns in the text, with "the former" and "the latter" of two."""

from __future__ import annotations

from kg.scan import Scan


def read_pronoun(scan: Scan, index: int) -> tuple[str, int] | None:
    """The pronoun at ``index`` without what is joined to it ("she'll"), and its length in words."""
    word = scan.folds[index]
    if word == "the" and _is_of_two(scan, index + 1):
        return scan.folds[index + 1], 2
    found = scan.lexicon.function_words.at(scan.folds, index)
    if found and found.value == "pronoun":
        return word.partition("'")[0], found.length
    return None


def _is_of_two(scan: Scan, index: int) -> bool:
    """Whether "former" or "latter" at ``index`` stands alone, for one of two: "the latter"."""
    if scan.folds[index : index + 1] not in (["former"], ["latter"]):
        return False
    if index + 1 >= len(scan.folds) or not scan.folds[index + 1][0].isalnum():
        return True
    following = scan.lexicon.function_words.at(scan.folds, index + 1)
    return following is not None or scan.folds[index + 1] in scan.lexicon.cues
