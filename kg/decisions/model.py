"""A decision as it was read, and one that is to be written: two types.

What is read has a place in a file and has been checked; what is to be written has neither yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Verdict = Literal["same", "different", "unsure"]
"""One thing; two things; looked at and not known."""
MANUAL = "semapv:ManualMappingCuration"
"""The justification of a decision that a person took."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of a decisions file: what a person holds of two things.

    ``subject`` and ``object`` are whole IRIs. The subject lies under the graph's own base and names
    a person, organisation or contest: all that goes by a key (``.../id/person/KEY``), or what one
    article says of it (``.../id/person/KEY--doc-ARTICLE16``). The object may lie elsewhere
    (Wikidata). ``by`` is the author's label, or else the author's identifier. ``where`` is
    ``FILE.tsv:LINE``, the name of the file in its folder.
    """

    subject: str
    object: str
    verdict: Verdict
    justification: str
    by: str
    day: date
    comment: str
    where: str


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A row to be written. The labels are what people call the two; they decide nothing."""

    subject: str
    object: str
    verdict: Verdict
    by: str
    day: date
    comment: str = ""
    justification: str = MANUAL
    subject_label: str = ""
    object_label: str = ""
