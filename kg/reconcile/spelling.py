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
from kg.reconcile.placewords import PlaceWords

# Shorter names are one edit away from too many surnames and villages.
_SHORTEST = 5
_SHORTEST_ALONE = 6
_SHORTEST_KIND = 5
_LONG_WORD = 9
_LONG_NAME = 14
_MARGIN = 2
_VOWELS = re.compile(r"[aeiou ]")
_REPEATS = re.compile(r"(.)\1+")
_TOWN = "town"
_SMALL_WORDS = frozenset({"and", "the"})


@dataclass(frozen=True, slots=True)
class _Names:
    """All names of the gazetteer for one question, and every word that occurs in one.

    ``councils`` maps the name of a council to its slugs; ``others`` are names of other places.
    ``joined`` maps names without spaces to slugs; ``kinds`` are the longer words of council kinds.
    """

    councils: dict[str, tuple[str, ...]]
    others: tuple[str, ...]
    words: frozenset[str]
    joined: dict[str, frozenset[str]]
    kinds: tuple[str, ...]


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
    kinds = {word for phrase in gazetteer.kind_phrases for word in phrase.phrase.split()}
    return _Names(
        councils={name: slugs for name, slugs in councils.items() if slugs},
        others=tuple(
            name for name, kinds in gazetteer.place_names.items() if "council" not in kinds
        ),
        words=frozenset(word for name in gazetteer.place_names for word in name.split()),
        joined=joined,
        kinds=tuple(sorted(word for word in kinds if len(word) >= _SHORTEST_KIND - 1)),
    )


def kinds_mended(gazetteer: Gazetteer, folded: str) -> str:
    """``folded`` with the misspelt words of council kinds in it put right: "Borogh Council"."""
    names = _names(gazetteer)
    return " ".join(_kind_meant(names, word) for word in folded.split())


def _kind_meant(names: _Names, word: str) -> str:
    if len(word) < _SHORTEST_KIND or word in names.words or word in names.kinds:
        return word
    near = _near(word, names.kinds, 1 + (len(word) >= _LONG_WORD))
    return next(iter(near)) if len(near) == 1 else word


def meant_by(gazetteer: Gazetteer, words: PlaceWords) -> frozenset[str]:
    """The slugs of the councils that a misspelt place is meant for; often none.

    Several slugs are councils that share the name in question (old and new).
    """
    names = _names(gazetteer)
    name, is_body = words.bare, words.is_body
    other = gazetteer.near_misses.get(name)
    if other == _TOWN or (other and words.may_be_abroad):
        return frozenset()
    for form in (words.folded, name):
        run_together = names.joined.get(_join(form))
        if run_together:
            return run_together
    if len(name) < (_SHORTEST if is_body or " " in name else _SHORTEST_ALONE):
        return frozenset()
    near = _near(name, names.councils, 3 + _MARGIN)
    best = min(near.values(), default=0)
    if best == 0:
        return frozenset()
    winners = [found for found, distance in near.items() if distance == best]
    slugs = frozenset(slug for found in winners for slug in names.councils[found])
    margin = 1 if best == 1 and len(name) >= _LONG_WORD - 1 else _MARGIN
    close = (found for found, distance in near.items() if distance < best + margin)
    if any(not slugs >= set(names.councils[found]) for found in close):
        return frozenset()
    # What is no nearer to a council than to a village may be the village misspelt.
    others = _near(name, names.others, best - is_body)
    if any(
        not _wards_of(gazetteer, other, slugs)
        for other, distance in others.items()
        if distance < best or not _sounds_nearer(name, winners, other)
    ):
        return frozenset()
    allowed = (_may_be(names, name, found, is_body=is_body) for found in winners)
    return slugs if all(allowed) else frozenset()


def _sounds_nearer(name: str, winners: list[str], other: str) -> bool:
    """Whether the winners sound like ``name`` and the name of the other place does not."""
    sound = _skeleton(name)
    return _skeleton(other) != sound and all(_skeleton(one) == sound for one in winners)


def _wards_of(gazetteer: Gazetteer, name: str, slugs: frozenset[str]) -> bool:
    """Whether ``name`` is that of wards of those councils and of nothing else."""
    if gazetteer.place_names[name] != {"ward"}:
        return False
    return all(ward.council in slugs for ward in gazetteer.wards_named(name))


def _near(name: str, choices: Iterable[str], most: int) -> dict[str, int]:
    """Those that begin alike within ``most`` edits of ``name``, with their distances."""
    # Late: most runs meet no misspelt name, and the import costs more than a look-up.
    from rapidfuzz.distance import OSA

    # Print rarely gets a first letter wrong, and surnames differ in it: Barlow is not Harlow.
    swapped = name[1::-1]
    alike = [one for one in choices if one[0] == name[0] or one[:2] == swapped]
    distances = ((choice, OSA.distance(name, choice, score_cutoff=most)) for choice in alike)
    return {choice: distance for choice, distance in distances if distance <= most}


def _may_be(names: _Names, name: str, meant: str, *, is_body: bool) -> bool:
    """Whether ``name`` may be ``meant`` misspelt, word by word if it has as many words.

    A word that some place really has is no misprint: Stamford is not Stafford. In a long name with
    but one word wrong it can be, when all the others are there: "Basingstoke and Dean".
    """
    printed, right = name.split(), meant.split()
    if len(printed) != len(right):
        return len(name) >= _LONG_WORD and _edits(_join(name), _join(meant)) <= 1
    pairs = [(one, other) for one, other in zip(printed, right, strict=True) if one != other]
    if len(name) >= _LONG_NAME and len(pairs) == 1 and len(right) > 2:
        return _edits(*pairs[0]) <= 1 + (len(pairs[0][0]) >= _SHORTEST_ALONE)
    sure = is_body or len(right) > len(pairs)
    return all(_word_may_be(names, *pair, sure=sure) for pair in pairs)


def _word_may_be(names: _Names, word: str, meant: str, *, sure: bool) -> bool:
    """Whether one word may be another misspelt: more edits for longer ones, and for like sounds.

    One word alone may be a town or a surname that no table has (Northwich is not Norwich), so that
    two edits must then leave the sound as it was; beside other words they need not.
    """
    if word in names.words:
        return False
    same_sound = _skeleton(word) == _skeleton(meant)
    if len(word) < _SHORTEST:
        return _edits(word, meant) <= int(sure)
    most = 1
    if len(word) >= _LONG_WORD - same_sound:
        most += same_sound + (sure or len(word) > _LONG_WORD)
    return _edits(word, meant) <= most


def likeness_of(name: str, other: str) -> float:
    """How alike two folded names are, from 0 (not at all) to 1 (the same)."""
    from rapidfuzz.distance import OSA

    return OSA.normalized_similarity(name, other)


def _edits(word: str, meant: str) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(word, meant)


def _skeleton(name: str) -> str:
    """The consonants, doubled ones once: what a misprint of vowels leaves as it was."""
    return _REPEATS.sub(r"\1", _VOWELS.sub("", name))


def _join(name: str) -> str:
    """The name without spaces and small words."""
    return "".join(word for word in name.split() if word not in _SMALL_WORDS)
