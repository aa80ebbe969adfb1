"""Shapes as the engine follows them. Terms are strings as N-Triples writes them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from kg.validate.engines.fast.facts import Column, Facts


class Unsupported(Exception):  # noqa: N818 - a reason to use another engine, no error
    """The shapes say something that this engine does not follow, or that is not well-formed."""


@dataclass(frozen=True, slots=True)
class Step:
    """One property, followed from subject to object, or against that."""

    predicate: str
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """Paths one after the other."""

    parts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Any of some paths."""

    parts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A path as often as it goes, or at most once; ``least`` is 0 or 1."""

    path: Path
    least: int
    once: bool = False


Path = Step | Chain | Choice | Repeat

Track = tuple[Step, ...]
"""Statements that a constraint looks at: those reached from a node step by step."""

Bad = Callable[[Facts, Collection[str]], Collection[str]]
Breach = tuple[str, str | None]
Breaches = Callable[[Facts, frozenset[str], Column], Iterable[Breach]]


@dataclass(frozen=True, slots=True)
class Each:
    """A constraint on each value by itself: ``bad`` picks those that break it.

    ``tracks`` start at the value. With ``eased`` a further statement on them can only mend.
    """

    name: str
    bad: Bad
    tracks: tuple[Track, ...] = ()
    eased: bool = False


@dataclass(frozen=True, slots=True)
class Together:
    """A constraint on all values of a node: ``breaches`` gives the node, and the value if one.

    ``tracks`` start at the values, ``beside`` at the node.
    """

    name: str
    breaches: Breaches
    tracks: tuple[Track, ...] = ()
    beside: tuple[Track, ...] = ()


@dataclass(frozen=True, slots=True)
class Closed:
    """No other properties than ``allowed``."""

    allowed: frozenset[str]
    name: str = "closed"


@dataclass(frozen=True, slots=True)
class Part:
    """Another shape that each value has to keep, with results of its own."""

    shape: Shape
    name: str = "property"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query whose rows are the breaches; ``messages`` may name its variables in braces."""

    query: Query
    messages: tuple[str, ...]
    name: str = "sparql"


Constraint = Each | Together | Closed | Part | Asked


@dataclass(frozen=True, slots=True)
class Targets:
    """Where a shape looks by itself."""

    classes: tuple[str, ...] = ()
    subjects_of: tuple[str, ...] = ()
    objects_of: tuple[str, ...] = ()
    nodes: frozenset[str] = frozenset()

    def focus(self, facts: Facts) -> frozenset[str]:
        """Every node that the shape looks at."""
        if len(self.classes) == 1 and not (self.subjects_of or self.objects_of or self.nodes):
            return facts.instances(self.classes[0])  # most shapes, asked for again and again
        found = [
            *(facts.instances(name) for name in self.classes),
            *(facts.column(name).owners for name in self.subjects_of),
            *(frozenset(facts.column(name).values) for name in self.objects_of),
        ]
        most = max(found, key=len, default=frozenset[str]())
        # Mostly what has a class has its properties too; then nothing has to be joined.
        more = [one for one in (*found, self.nodes) if not one <= most]
        return most.union(*more) if more else most


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A shape, of values when it has a path; ``node`` is its IRI, or its label without ``_:``."""

    node: str
    path: Path | None
    targets: Targets
    severity: str
    messages: tuple[str, ...]
    constraints: tuple[Constraint, ...]


# --- What the part of SPARQL that is followed says.


@dataclass(frozen=True, slots=True)
class Pattern:
    """A statement to be matched; each part is a term, or a variable as ``?name``."""

    subject: str
    predicate: str
    object: str

    @property
    def variables(self) -> frozenset[str]:
        """The variables at either end; there is none in the middle."""
        return frozenset(part for part in (self.subject, self.object) if part[0] == "?")


Terms = Sequence[str | None]
"""The values that one variable has in some rows, None where it is unbound."""
Test = Callable[[Sequence[Terms]], Sequence[bool | None]]


@dataclass(frozen=True, slots=True, eq=False)
class Filter:
    """A condition: ``holds`` is given the values of ``variables``, sorted by name, in all rows.

    It says of each row whether it holds, None for what SPARQL calls an error; without variables of
    one. It holds for nothing when one of ``needed`` is unbound.
    """

    variables: tuple[str, ...]
    needed: frozenset[str]
    holds: Test


@dataclass(frozen=True, slots=True)
class Group:
    """What stands between braces."""

    patterns: tuple[Pattern, ...]
    optionals: tuple[Group, ...] = ()
    filters: tuple[Filter, ...] = ()
    absent: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """``SELECT $this ?value``: ``value`` says whether it gives one."""

    group: Group
    value: bool
