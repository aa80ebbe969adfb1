"""Names of bodies that begin with a number: "1199SEIU", "314 Action"."""

from __future__ import annotations

from kg.lexicon import Body
from kg.words.bodies import past_capitals
from kg.words.model import Noun
from kg.words.scan import Scan
from kg.words.units import is_plural

_LEAST_LETTERS = 2


def numbered_body(scan: Scan, index: int) -> Noun | None:
    """The body whose name begins with the number at ``index``, or None.

    Capitals are joined to the number, or one body is named behind it: "12 Labour Clubs" are twelve.
    """
    if not scan.folds[index].isdigit() or not scan.capital(index + 1) or scan.title_case:
        return None
    letters = scan.tokens[index + 1].text
    joined = scan.tokens[index].end == scan.tokens[index + 1].start
    last = past_capitals(scan, index + 1)
    if joined:
        named = letters.isupper() and len(letters) >= _LEAST_LETTERS
    else:
        one = not is_plural(scan.folds[last - 1]) and scan.folds[last - 1] not in scan.lexicon.units
        named = one and scan.lexicon.organisation_words.get(scan.folds[last - 1]) == "society"
    if not named:
        return None
    name = scan.slice(index, last)
    body = Body(name, "", "society")
    return Noun("organisation", index, last, name=name, body=body, name_first=index)
