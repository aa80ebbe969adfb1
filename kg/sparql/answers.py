"""The answer of an ad hoc query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.asking import Row

Form = Literal["select", "construct", "ask"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave.

    ``rows`` are terms, None where a variable has no value; of a CONSTRUCT or DESCRIBE they are
    triples under subject, predicate and object. An ASK has no rows but ``verdict``. ``truncated``
    says that there was more than the limits let through.
    """

    form: Form
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    verdict: bool | None = None
    truncated: bool = False

    @property
    def triples(self) -> bool:
        """Whether the rows are statements."""
        return self.form == "construct"
