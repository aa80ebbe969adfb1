"""What kg knows of places: councils, seats and who sat for them, wards, parishes.

The facts are tables in ``data/reference``; ``load_gazetteer`` reads them once. Nothing here
decides what a printed name means: that is ``kg.reconcile.places``.
"""

from kg.gazetteer.folding import fold_place
from kg.gazetteer.gazetteer import Gazetteer
from kg.gazetteer.loading import load_gazetteer
from kg.gazetteer.types import (
    Council,
    CouncilKind,
    KindPhrase,
    Member,
    NameKind,
    Parish,
    Seat,
    Ward,
)

__all__ = [
    "Council",
    "CouncilKind",
    "Gazetteer",
    "KindPhrase",
    "Member",
    "NameKind",
    "Parish",
    "Seat",
    "Ward",
    "fold_place",
    "load_gazetteer",
]
