"""The kind of each word of a sentence: its work in a clause, or what it changes there.

And which of them noun phrases may begin with.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.words.scan import Scan

DENYING = frozenset(("denial", "negation", "refusal"))  # kinds of what takes a clause back
DOUBTING = DENYING | {"condition"}  # and of what makes it depend on something
_OLD = frozenset(("year-old", "years-old"))


def word_kinds(scan: Scan) -> list[str]:
    """The kind of each word: "be", "negation", "matter", ..., or "" for a plain word."""
    kinds = _functions(scan.folds, scan.lexicon)
    _mark_content(scan, kinds)
    _mark_ages(scan, kinds)
    return kinds


def _mark_ages(scan: Scan, kinds: list[str]) -> None:
    """Makes an age before whom it describes a word that may stand anywhere: "72-year-old Jane"."""
    for index, word in enumerate(scan.folds):
        if word in _OLD and index > 1 and scan.folds[index - 2].isdigit():
            kinds[index - 2 : index + 1] = ["adverb"] * 3


def _functions(folds: list[str], lexicon: Lexicon) -> list[str]:
    kinds = [""] * len(folds)
    done = 0
    for index, found in lexicon.function_words.found(folds):
        if index >= done:
            done = index + found.length
            kinds[index:done] = [found.value] * found.length
    return kinds


def _mark_content(scan: Scan, kinds: list[str]) -> None:
    """Gives a kind to words with content that change what a clause says, in small letters only."""
    content, cues = scan.lexicon.content_words, scan.lexicon.cues
    if content.get(scan.folds[0]) == "time":
        kinds[0] = "time"  # "Tomorrow X will"
    for index, (_, _, printed, word) in enumerate(scan.tokens):
        if index and printed == "May":
            kinds[index] = "time"  # the month
        if kinds[index] or not printed[0].islower():
            continue
        if word in content:
            kinds[index] = content[word]
        elif word in cues:
            cue = cues.at(scan.folds, index)
            if cue and (cue.value.form != "base" or _after_auxiliary(scan, kinds, index)):
                kinds[index] = "verb"


def _after_auxiliary(scan: Scan, kinds: list[str], index: int) -> bool:
    """Whether a bare form is a verb and no noun: "to back", "will not back", "they back"."""
    return index > 0 and (
        scan.folds[index - 1] == "to"
        or kinds[index - 1] in ("modal", "do", "tentative", "negation", "refusal", "pronoun")
    )


def openings(scan: Scan) -> list[int]:
    """The tokens with which a noun phrase may begin: few of the words in small letters."""
    openers = scan.lexicon.openers
    known = openers.keys()
    return [
        index
        for index, (_, _, printed, word) in enumerate(scan.tokens)
        if (word[0].isalnum() and (not printed[0].islower() or "-" in word))
        or (word in known and openers.at(scan.folds, index) is not None)
    ]
