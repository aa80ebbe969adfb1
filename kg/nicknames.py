"""Which given names are forms of one another, by ``data/reference/nicknames.tsv``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg import tables
from kg.errors import ResourceError

_TABLE = "nicknames.tsv"


@dataclass(frozen=True, slots=True)
class Nicknames:
    """Full given names by their forms; each name is a form of itself. All in lower case."""

    full: Mapping[str, frozenset[str]]

    def related(self, one: str, two: str) -> bool:
        """Whether one name is a form of the other, or both are forms of a third, in any case.

        Two forms of a third must begin with one letter: Kate and Katie are often one person, Liz
        and Betty seldom.
        """
        first, second = one.lower(), two.lower()
        full_first = self.full.get(first, frozenset())
        full_second = self.full.get(second, frozenset())
        if first in full_second or second in full_first:
            return True
        return first[:1] == second[:1] and bool(full_first & full_second)


def load_nicknames(folder: Path | None = None) -> Nicknames:
    """The shipped table, or that of ``folder``. Raises ``ResourceError`` when it is malformed."""
    full: dict[str, set[str]] = {}
    for name, cell in tables.rows(_TABLE, ("name", "forms"), folder):
        forms = tables.forms(cell)
        if not name or not forms or any(part != part.lower() for part in (name, *forms)):
            raise ResourceError(
                f"the row of {name!r} needs a name and its forms in lower case", where=_TABLE
            )
        for form in (name, *forms):
            full.setdefault(form, set()).add(name)
    return Nicknames({form: frozenset(names) for form, names in full.items()})
