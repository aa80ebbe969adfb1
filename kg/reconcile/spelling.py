"""Finds the one council whose name a misspelt place can be meant for.

rapidfuzz measures the edits (optimal string alignment: a swap of neighbours is one edit); the
rules here decide. A distance alone is a poor judge of names that differ in one letter and mean
different places, so that every rule errs on the side of no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.gazetteer import Gazetteer

# Shorter names are one edit away from too many surnames and villages.
_SHORTEST = 7
_SHORTEST_ALONE = 8
_MARGIN = 2
_VOWELS = re.compile(r"[aeiou ]")
_REPEATS = re.compile(r"(.)\1+")
_SMALL_WORDS = frozenset({"and", "the"})


@dataclass(frozen=True, slots=True)
class _Names:
    """All names of the gazetteer for one question, and every word that occurs in one.

    ``councils`` maps the name of a council to its slugs; ``others`` are names of other places.
    """

    councils: dict[str, tuple[str, ...]]
    others: tuple[str, ...]
    words: frozenset[str]
    joined: dict[str, frozenset[str]]


@lru_cache(maxsize=4)
def _names(gazetteer: Gazetteer) -> _Names:
    councils = {
        name: tuple(c.slug for c in gazetteer.councils_named(name) if c.is_principal)
        for name, kinds in gazetteer.place_names.items()
        if "council" in kinds
    }
    joined: dict[str, frozenset[str]] = {}
    for name, slugs in councils.items():
        joined[_join(name)] = joined.get(_join(name), frozenset()) | frozenset(slugs)
    return _Names(
        councils={name: slugs for name, slugs in councils.items() if slugs},
        others=tuple(
            name for name, kinds in gazetteer.place_names.items() if "council" not in kinds
        ),
        words=frozenset(word for name in gazetteer.place_names for word in name.split()),
        joined=joined,
    )


def meant_by(gazetteer: Gazetteer, name: str, *, is_body: bool) -> frozenset[str]:
    """The slugs of the councils that the misspelt, folded ``name`` is meant for; often none.

    ``is_body`` says that council words stand beside the name, so that it cannot be a ward, a seat
    or a person. Several slugs are councils that share the name in question (old and new).
    """
    names = _names(gazetteer)
    run_together = names.joined.get(_join(name))
    if run_together:
        return run_together
    # A word that some place really has is no misprint: Stamford is not Stafford.
    strange = {word for word in name.split() if word not in names.words}
    shortest = _SHORTEST if is_body or " " in name else _SHORTEST_ALONE
    if not strange or len(name) < shortest:
        return frozenset()
    near = _near(name, names.councils)
    best = min(near.values(), default=0)
    winners = [found for found, distance in near.items() if distance == best]
    slugs = frozenset(slug for found in winners for slug in names.councils[found])
    close = (found for found, distance in near.items() if distance < best + _MARGIN)
    if any(not slugs >= set(names.councils[found]) for found in close):
        return frozenset()
    if not is_body and _near(name, names.others, best):
        return frozenset()
    allowed = (
        best <= _edits_allowed(name, found, is_body=is_body)
        and set(name.split()) - strange <= set(found.split())
        for found in winners
    )
    return slugs if all(allowed) else frozenset()


def _near(name: str, choices: Iterable[str], most: int = 3 + _MARGIN) -> dict[str, int]:
    """Those of the same first letter within ``most`` edits of ``name``, with their distances."""
    # Late: most runs meet no misspelt name, and the import costs more than a look-up.
    from rapidfuzz.distance import OSA

    # Print rarely gets a first letter wrong, and surnames differ in it: Barlow is not Harlow.
    alike = [choice for choice in choices if choice[0] == name[0]]
    distances = ((choice, OSA.distance(name, choice, score_cutoff=most)) for choice in alike)
    return {choice: distance for choice, distance in distances if distance <= most}


def _edits_allowed(name: str, meant: str, *, is_body: bool) -> int:
    """More for a longer name, for one that sounds the same, and for one that is surely a body.

    One word may be a town or a surname that no table has (Northwich is not Norwich), so that more
    than one edit, and any edit of a short word, must leave the sound as it was.
    """
    same_sound = _skeleton(name) == _skeleton(meant)
    if " " in name:
        return 1 if len(name) < _SHORTEST_ALONE else 2 + same_sound
    if len(name) < _SHORTEST_ALONE:
        return int(same_sound)
    return 1 + same_sound * (1 + is_body)


def _skeleton(name: str) -> str:
    """The consonants, doubled ones once: what a misprint of vowels leaves as it was."""
    return _REPEATS.sub(r"\1", _VOWELS.sub("", name))


def _join(name: str) -> str:
    """The name without spaces and small words."""
    return "".join(word for word in name.split() if word not in _SMALL_WORDS)
