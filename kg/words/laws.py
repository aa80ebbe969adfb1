"""Questions put to voters, "Measure B", and what stands beside them: names of no people."""

from __future__ import annotations

import re

from kg.words.scan import Scan

_YEAR = re.compile(r"(?:19|20)\d\d$")
_TITLING = frozenset((":", "-", "–", "—", "("))  # before the title of "Measure B"
_TITLE_REACH = 5


def is_numbered_law(scan: Scan, index: int) -> bool:
    """Whether a question put to voters is named: "Measure B", "Proposition 12"."""
    if scan.lexicon.organisation_words.get(scan.folds[index]) != "law" or index + 1 >= len(
        scan.folds
    ):
        return False
    number = scan.tokens[index + 1].text
    if _YEAR.match(number):
        return False  # "election 2022: MPs backing X"
    return number.isdigit() or (len(number) == 1 and number.isupper())


def is_question_title(scan: Scan, index: int) -> bool:
    """Whether capitals are the title of a question put to voters: "Measure B: School Bond"."""
    for at in range(index - 1, max(-1, index - _TITLE_REACH), -1):
        if scan.folds[at] in _TITLING:
            return at > 1 and is_numbered_law(scan, at - 2)
    return False
