"""When an article appeared, as exactly as that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

DateBasis = Literal["stated", "inferred"]


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared, as exactly as is known.

    ``when`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``. ``basis`` says whether the text states it
    or a person inferred it, and ``note`` from what.
    """

    when: str
    basis: DateBasis = "stated"
    note: str | None = None

    @property
    def year(self) -> int:
        """The calendar year."""
        return int(self.when[:4])

    def as_of(self) -> date:
        """The day on which councils and seats are looked up: the middle of what is known."""
        parts = [int(part) for part in self.when.split("-")]
        month = parts[1] if len(parts) > 1 else 7
        day = parts[2] if len(parts) > 2 else 15
        return date(parts[0], month, day)
