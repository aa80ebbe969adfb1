"""Names that people mistype: what they may have meant."""

from __future__ import annotations

from collections.abc import Iterable


def unknown(what: str, word: str, known: Iterable[str]) -> str:
    """The sentence for an unknown name: what it should have been, or all that there is.

    >>> unknown("query", "artcles", ["articles", "backs"])
    "there is no query 'artcles'; did you mean 'articles'?"
    """
    import difflib  # here: only a mistake needs it

    names = list(known)
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(names)}"
    return f"there is no {what} '{word}'; {hint}"
