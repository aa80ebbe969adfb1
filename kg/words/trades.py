"""Bodies that are called by the trade of their members: "the hotel workers' union"."""

from __future__ import annotations

from kg.words.scan import Scan

_BODIES = frozenset(("union", "association", "federation", "guild"))
_ARTICLES = frozenset(("the", "'s", "'"))
_SERVICES = frozenset(("police", "fire", "staff", "faculty", "clergy"))
_SERVED = _SERVICES | {"education", "benevolent", "nursing"}
_OWNED = "'"
_STEM = 5  # letters in which words of one trade agree
_MOST = 4  # words between the article and the word for the body


def trade_start(scan: Scan, index: int) -> int:
    """Where the trade begins that is told before the body at ``index``; ``index`` if none is.

    Something must say that it is one known body: "the" or whose it is, "the city's police union".
    """
    if scan.folds[index] not in _BODIES:
        return index
    first = index - 1 - (scan.folds[index - 1] == _OWNED)
    if first < 1 or not _is_trade(scan, first):
        return index
    while first > 1 and index - first < _MOST and _is_small(scan, first - 1):
        first -= 1
    return first if scan.folds[first - 1] in _ARTICLES else index


def is_of_trade(name: str, called: str) -> bool:
    """Whether a body's name tells the trade by which one is ``called``: "National Union of Nurses".

    The words agree by their beginnings: "teachers' union" and "Teaching Union".
    """
    words = [word[:_STEM] for word in called.lower().replace("'", " ").split()]
    return any(word.startswith(stem) for stem in words[:-1] for word in name.lower().split())


def may_be_union(name: str) -> bool:
    """Whether a body's name is that of the people of a trade: "Anytown Fire Fighters Association".

    So are unions called that do not have the word in their name.
    """
    *words, last = name.lower().replace("'", "").replace("\u2019", "").split()
    members = any(word in _SERVED or (word.endswith("s") and len(word) > _STEM) for word in words)
    return last in _BODIES and members


def _is_trade(scan: Scan, index: int) -> bool:
    """Whether a word in small letters tells members: a plural, or a service."""
    word = scan.folds[index]
    return _is_small(scan, index) and (word in _SERVICES or word.endswith("s"))


def _is_small(scan: Scan, index: int) -> bool:
    """Whether a word with a meaning of its own stands at a token, in small letters."""
    word = scan.folds[index]
    working = word in scan.lexicon.function_words or word in scan.lexicon.cues
    return scan.tokens[index].text.islower() and word.isalpha() and not working
