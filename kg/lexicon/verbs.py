"""The forms of a verb: ``back`` gives backs, backed, backed, backing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

Form = Literal["base", "third", "past", "participle", "ing"]
_VOWELS = "aeiou"


class Forms(NamedTuple):
    """Third person, past, past participle and -ing form of one verb.

    The first three may be several, parted by semicolons, as those of "be" and "get" are.
    """

    third: str
    past: str
    participle: str
    ing: str


def regular(base: str) -> Forms:
    """The forms that the rules of spelling give; verbs that break them are data."""
    if base.endswith("e"):
        return Forms(base + "s", base + "d", base + "d", base[:-1] + "ing")
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return Forms(base[:-1] + "ies", base[:-1] + "ied", base[:-1] + "ied", base + "ing")
    stem = base + base[-1] if _doubles(base) else base
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return Forms(third, stem + "ed", stem + "ed", stem + "ing")


def _doubles(base: str) -> bool:
    """Whether a short verb doubles its last letter: "nab", but not "back", "row", "cheer"."""
    last, before = base[-1:], base[-2:-1]
    short = before in _VOWELS and not any(letter in _VOWELS + "y" for letter in base[:-2])
    return len(base) > 2 and short and last not in _VOWELS + "wxy"


def inflections(base: str, irregular: Mapping[str, Forms]) -> Iterator[tuple[str, Form]]:
    """Every form of ``base`` with its name; a form that serves twice comes as past first."""
    made = irregular.get(base) or regular(base)
    yield base, "base"
    for form in made.third.split(";"):
        yield form, "third"
    for form in made.past.split(";"):
        yield form, "past"
    for form in made.participle.split(";"):
        if form not in made.past.split(";"):
            yield form, "participle"
    yield made.ing, "ing"
