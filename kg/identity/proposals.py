"""Which two may be one: pairs for a person to decide, never joined by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ProposalKind = Literal["nickname", "initial", "context", "no context", "misspelling", "name"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two canonical IRIs that may mean one thing, ``a`` before ``b``.

    ``reason`` is a sentence, ``evidence`` what the two share, each in a few words. ``score`` says
    how useful a decision would be, the higher the more; it is no probability.
    """

    a: str
    b: str
    kind: ProposalKind
    reason: str
    score: int
    evidence: tuple[str, ...] = ()
