"""Which statements a shape looks at, as ways from the node that it is asked about.

What is added to a graph can only change the verdict on nodes from which one of these ways leads to
it, so they say what to look at again.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.validate.engines.fast.shapes import (
    Asked,
    Chain,
    Choice,
    Closed,
    Constraint,
    Each,
    Part,
    Path,
    Repeat,
    Shape,
    Step,
    Together,
    Track,
)

ANY = Step("*")
"""Stands for every property of a thing."""

ANYWHERE = Step("**")
"""Stands for any number of any properties: what is looked at cannot be told beforehand."""

_MENDED_BY_MORE = frozenset({"minCount", "hasValue", "qualifiedMinCount"})


def tracks(shape: Shape) -> tuple[Track, ...]:
    """The ways from a node to every statement that the shape looks at."""
    return tuple(dict.fromkeys(_tracks(shape, eased=True)))


def harmful(shape: Shape) -> tuple[Track, ...]:
    """The same without those on which a further statement can only mend, and without queries."""
    return tuple(dict.fromkeys(_tracks(shape, eased=False)))


def _tracks(shape: Shape, *, eased: bool) -> Iterator[Track]:
    for way in ways(shape.path):
        if way:
            yield way
        for constraint in shape.constraints:
            if eased or not _left_out(constraint, shape):
                yield from (way + track for track in _beyond(constraint, eased=eased))
    for constraint in shape.constraints:
        if isinstance(constraint, Together):
            yield from constraint.beside


def _left_out(constraint: Constraint, shape: Shape) -> bool:
    if isinstance(constraint, Each):
        return constraint.eased
    return isinstance(constraint, Asked) and shape.path is None


def ways(path: Path | None) -> tuple[Track, ...]:
    """The step-by-step ways of a path."""
    match path:
        case None:
            return ((),)
        case Step():
            return ((path,),)
        case Chain(parts):
            found: tuple[Track, ...] = ((),)
            for part in parts:
                found = tuple(before + after for before in found for after in ways(part))
            return found
        case Choice(parts):
            return tuple(way for part in parts for way in ways(part))
        case Repeat():
            return ((ANYWHERE,),)


def is_eased(shape: Shape) -> bool:
    """Whether a further statement can only make more nodes keep the shape."""
    return all(_is_eased(constraint, shape.path) for constraint in shape.constraints)


def _beyond(constraint: Constraint, *, eased: bool) -> Iterator[Track]:
    match constraint:
        case Each() | Together():
            yield from constraint.tracks
        case Part():
            yield from _tracks(constraint.shape, eased=eased)
        case Closed():
            yield (ANY,)
        case Asked():
            yield (ANYWHERE,)


def _is_eased(constraint: Constraint, path: Path | None) -> bool:
    match constraint:
        case Each():
            return path is None and (constraint.eased or not constraint.tracks)
        case Together():
            return constraint.name in _MENDED_BY_MORE and not constraint.tracks
        case Part():
            return path is None and is_eased(constraint.shape)
        case _:
            return False
