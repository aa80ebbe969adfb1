"""What the words between the phrases of a series tell: clauses that part, verbs left out."""

from __future__ import annotations

_CONJUNCTIONS = frozenset(("and", "&", "plus", "well", "with"))


def semicolon(joints: list[list[str]]) -> int | None:
    """The one joint that is a semicolon, which parts clauses; a series has more, or "; and"."""
    marked = [i for i, words in enumerate(joints) if ";" in words]
    alone = len(marked) == 1 and len(joints) > 1 and _CONJUNCTIONS.isdisjoint(joints[marked[0]])
    return marked[0] if alone else None


def alternates(joints: list[list[str]]) -> bool:
    """Whether a semicolon and a comma take turns: the verb is left out of each pair."""
    pairs = len(joints) > 1 and len(joints) % 2 == 0
    return pairs and all(
        words == [","] if at % 2 else ";" in words for at, words in enumerate(joints)
    )
