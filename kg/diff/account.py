"""What is told of a comparison, while it is being told: sentences by group, and what is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.diff.facts import Facts, plain
from kg.diff.model import Change, Group, What
from kg.diff.touched import Sorted
from kg.vocab import KGO, SCHEMA

ARTICLES, SUBMISSIONS, IDENTITY = "articles", "submissions", "who is who"
ENDORSEMENTS, CLAIMS, CANDIDACIES, OFFICES = "endorsements", "claims", "candidacies", "offices"
PLACES, NAMES = "places", "people, bodies and contests"
PASSAGES, CONFIDENCE, OTHER = "passages", "confidence", "other"
ORDER = (
    ARTICLES,
    SUBMISSIONS,
    IDENTITY,
    ENDORSEMENTS,
    CLAIMS,
    CANDIDACIES,
    OFFICES,
    PLACES,
    NAMES,
    PASSAGES,
    CONFIDENCE,
    OTHER,
)
"""The groups, in the order in which people want them."""

_NAMED = 2  # sources of a change; a name that many articles print would fill the screen
_FIRST: tuple[What, ...] = ("changed", "added", "withdrawn")


@dataclass(slots=True)
class Account:
    """Both graphs, what is touched, and what has been told of it."""

    old: Facts
    new: Facts
    touched: Sorted
    told: dict[str, list[Change]] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    """What needs not be told any more, by term."""

    def tell(self, group: str, what: What, text: str, *nodes: str, times: int = 1) -> None:
        """Add a sentence about ``nodes``, of which nothing else is told then."""
        iris = tuple(plain(node) for node in nodes)
        sources = () if group in (ARTICLES, SUBMISSIONS) else self._sources(what, nodes)
        where = self._where(sources)
        change = Change(what, text, iris, tuple(map(plain, sources)), where, times)
        self.told.setdefault(group, []).append(change)
        self.done.update(nodes)

    def _sources(self, what: What, nodes: tuple[str, ...]) -> tuple[str, ...]:
        found: set[str] = set()
        for node in nodes:
            touched = self.touched.every.get(node)
            if touched:
                lines = (
                    *(touched.withdrawn if what != "added" else ()),
                    *(touched.added if what != "withdrawn" else ()),
                )
                found.update(graph for _, _, graph in lines if graph)
        return tuple(sorted(found))

    def _where(self, sources: tuple[str, ...]) -> str:
        """The first sources by name, and how many more there are."""
        named = [self._source(one) for one in sources[:_NAMED]]
        more = [f"{len(sources) - _NAMED} more"] if len(sources) > _NAMED else []
        return f"in {' and '.join([*named, *more])}" if named else ""

    def _source(self, source: str) -> str:
        facts = self.new if self.new.about(source) else self.old
        title = facts.first(source, SCHEMA.headline)
        return f"“{title}”" if title else facts.first(source, KGO.fileName) or facts.shown(source)

    def left(self, where: dict[str, str], *kinds: str) -> Iterator[str]:
        """Those of ``where`` that are of these kinds, or of any, and are not told yet."""
        for node, kind in where.items():
            if node not in self.done and (not kinds or kind in kinds):
                yield node

    def groups(self) -> tuple[Group, ...]:
        """All that was told, in order."""
        return tuple(
            Group(name, tuple(sorted(_together(name, self.told[name]), key=_place)))
            for name in ORDER
            if name in self.told
        )


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def _together(group: str, told: Iterable[Change]) -> Iterable[Change]:
    """A place that many offices name is told once; two people of one name are two."""
    if group != PLACES:
        return told
    alike: dict[tuple[What, str], list[Change]] = {}
    for change in told:
        alike.setdefault((change.what, change.text), []).append(change)
    return (_joined(what, text, same) for (what, text), same in alike.items())


def _joined(what: What, text: str, same: Sequence[Change]) -> Change:
    """Changes of one text as one, which stands for them all."""
    iris = dict.fromkeys(iri for change in same for iri in change.iris)
    sources = {source for change in same for source in change.sources}
    where = same[0].where if len({change.where for change in same}) == 1 else ""
    often = f", {len(same)} times" if len(same) > 1 else ""
    return Change(what, f"{text}{often}", tuple(iris), tuple(sorted(sources)), where, len(same))


def _place(change: Change) -> tuple[int, str, tuple[str, ...]]:
    return _FIRST.index(change.what), change.text, change.iris
