"""Match decisions before they are written: what each is about, what follows, what forbids it.

``read_known`` reads what decisions are taken by, ``find_side`` finds what somebody means, and
``prepare`` makes a decision ready or refuses it. ``questions`` are what to decide next.
"""

from __future__ import annotations

from kg.deciding.finding import Found, find_side
from kg.deciding.known import Known, read_known
from kg.deciding.model import Order, Prepared, Side
from kg.deciding.preparing import prepare
from kg.deciding.proposing import Question, Questions, questions
from kg.deciding.sides import side_of

__all__ = [
    "Found",
    "Known",
    "Order",
    "Prepared",
    "Question",
    "Questions",
    "Side",
    "find_side",
    "prepare",
    "questions",
    "read_known",
    "side_of",
]
