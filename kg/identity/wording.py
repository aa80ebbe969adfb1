"""Names of people taken apart, and acts in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kg.iris import slug

_SHORTEST_WORD = 2
_DONE: Mapping[str, str] = {
    "supports": "both support",
    "opposes": "both oppose",
    "withdrawn": "both no longer support",
    "expected": "both are expected to support",
}


def name_of(key: str) -> str:
    """The first half of a person's key: the slug of the name."""
    return key.partition("--")[0]


def context_of(key: str) -> str:
    """The second half of a person's key, up to an article that was added to it."""
    return key.partition("--")[2].partition("--")[0]


def without_titles(name: str, titles: Collection[str]) -> str:
    """The slug of a name without a title that it begins with ("baroness-taylor")."""
    for title in sorted(titles, key=lambda one: (-len(one), one)):
        name = name.removeprefix(f"{slug(title)}-")
    return name


def is_full(name: str, titles: Collection[str] = ()) -> bool:
    """Whether the slug of a name has a given name and a surname, titles aside, no mere initials."""
    words = without_titles(name, titles).split("-")
    return len(words) > 1 and min(len(words[0]), len(words[-1])) >= _SHORTEST_WORD


def printed(name: str) -> str:
    """The slug of a name or place about as people write it."""
    return name.replace("-", " ").title()


def both_back(polarity: str, candidate: str, contest: str) -> str:
    """One stance that two share; ``candidate`` is a slug, ``contest`` a label."""
    return f"{_DONE[polarity]} {printed(candidate)} in {contest}"


def both_stand(contest: str) -> str:
    """One contest in which two stand."""
    return f"both stand in {contest}"
