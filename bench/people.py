"""Invented people and councils' own names, from a seed: what the generator writes about."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kg.gazetteer import Council, Gazetteer, fold_place

_GIVEN = (
    "Adele Aidan Alma Anwar Asha Barnaby Beatrix Bilal Bronwen Cedric Clara Cormac Daisy Deepak "
    "Dilys Edwin Eira Esther Farah Felix Fergus Gita Glenda Harold Hester Ibrahim Ines Ivor Jasmin "
    "Jethro Kamal Keira Lachlan Leila Magnus Maeve Mina Nadeem Nell Oscar Padma Percy Quentin Rafe "
    "Roisin Sanjay Selma Tariq Thea Una Vikram Wilfred Yasmin Zelda"
)
_HEADS = (
    "Ash Beck Black Bram Broad Carl Clay Cope Dale Dun East Fair Far Gold Grim Hart Hazel Holm "
    "Kel Lang Mar Mel Nor Oak Pen Rad Red Rook Sand Shel Stan Strat Thorn Wake West Whit Wood"
)
_TAILS = "bourne bridge by combe croft dale den field ford gate ham hurst ley ridge ton worth"
_CANDIDATES_OF_A_CONTEST = 5
FIRST_YEAR = 2012
_DOUBLE_BARRELLED = 0.08


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented: ``number`` is the place in the endless list of them."""

    number: int
    name: str
    council: Council


@lru_cache(maxsize=4)
def living_councils(gazetteer: Gazetteer) -> tuple[Council, ...]:
    """The principal councils that have always been and still are, by slug, of one name each."""
    first = date(FIRST_YEAR, 1, 1)
    return tuple(
        council
        for _, council in sorted(gazetteer.councils.items())
        if council.is_principal
        and council.end is None
        and council.alive_on(first)
        and gazetteer.councils_named(fold_place(council.name)) == (council,)
    )


def person(seed: int, number: int, councils: Sequence[Council]) -> Person:
    """The ``number``-th person of ``seed``; the same one whenever asked."""
    rng = random.Random(f"{seed}/person/{number}")  # noqa: S311 - repeatable, not secret
    return Person(number, _name(rng), rng.choice(councils))


def candidates(seed: int, contest: int) -> tuple[str, ...]:
    """The names of those who stand in the ``contest``-th contest of ``seed``."""
    rng = random.Random(f"{seed}/contest/{contest}")  # noqa: S311 - repeatable, not secret
    names: dict[str, None] = {}
    while len(names) < _CANDIDATES_OF_A_CONTEST:
        names[_name(rng)] = None
    return tuple(names)


def _name(rng: random.Random) -> str:
    surname = _surname(rng)
    if rng.random() < _DOUBLE_BARRELLED:
        surname += "-" + _surname(rng)
    return f"{rng.choice(_GIVEN.split())} {surname}"


def _surname(rng: random.Random) -> str:
    return rng.choice(_HEADS.split()) + rng.choice(_TAILS.split())
