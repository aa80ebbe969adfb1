"""What the RDF maker needs to know of councils: a view that the gazetteer fits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol


class Council(Protocol):
    """One council: its names, code, dates and successors."""

    @property
    def slug(self) -> str:
        """The key of the council in every IRI."""

    @property
    def official_name(self) -> str:
        """The name in full."""

    @property
    def short_name(self) -> str:
        """The name without the words for its kind."""

    @property
    def code(self) -> str | None:
        """The GSS code of its area, where it has one."""

    @property
    def start(self) -> date | None:
        """Its first day, where known."""

    @property
    def end(self) -> date | None:
        """Its last day, when it has ended."""

    @property
    def wikidata(self) -> str | None:
        """Its item in Wikidata (``Q`` and digits), where known."""

    @property
    def successors(self) -> Sequence[str]:
        """The slugs of the councils that took over."""


class Councils(Protocol):
    """Looks councils up by slug."""

    def council(self, slug: str) -> Council:
        """The council with this slug; ``KeyError`` when there is none."""
