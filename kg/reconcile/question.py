"""One printed place to resolve, as every step that may answer sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kg.gazetteer import Council, Gazetteer
from kg.model import Place, PlaceKind
from kg.reconcile.placewords import PlaceWords, take_apart


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """The other places that are printed near by: in the same list, and in the whole article."""

    same_list: frozenset[str] = frozenset()
    article: frozenset[str] = frozenset()


NOWHERE = PlaceContext()


@dataclass(frozen=True, slots=True)
class Question:
    """What is ``printed`` on the day ``as_of``? ``words`` is it taken apart.

    ``guessed`` says that ``words`` is not what was printed but its spelling corrected,
    ``abbreviated`` that it is what was printed written out.
    """

    gazetteer: Gazetteer
    printed: str
    words: PlaceWords
    as_of: date
    nearby: PlaceContext
    guessed: bool = False
    abbreviated: bool = False

    def reads(self, printed: str) -> Question:
        """The same question with ``printed`` read in the place of what was printed."""
        return replace(self, words=take_apart(self.gazetteer, printed))

    def principal(self, folded: str, as_of: date | None) -> tuple[Council, ...]:
        """The principal councils called ``folded``, of any time or alive on a day."""
        found = self.gazetteer.councils_named(folded, as_of)
        return tuple(council for council in found if council.is_principal)

    def is_council(self, council: Council, why: str) -> Place:
        """The answer that it is ``council``."""
        return Place(
            printed=self.printed,
            as_of=self.as_of,
            kind="council",
            why=why,
            name=council.name,
            official_name=council.official_name,
            slug=council.slug,
            code=council.code_on(self.as_of),
            misspelt=self.guessed,
        )

    def refuse(
        self,
        kind: PlaceKind,
        why: str,
        *,
        name: str | None = None,
        own_code: str | None = None,
        lies_in: Council | None = None,
        candidates: Iterable[Council] = (),
    ) -> Place:
        """The answer that it is no council: a place that ``lies_in`` one for certain, or not."""
        return Place(
            printed=self.printed,
            as_of=self.as_of,
            kind=kind,
            why=why,
            name=name,
            slug=lies_in.slug if lies_in else None,
            code=lies_in.code_on(self.as_of) if lies_in else None,
            own_code=own_code,
            candidates=tuple(sorted({council.slug for council in candidates})),
            misspelt=self.guessed,
        )
