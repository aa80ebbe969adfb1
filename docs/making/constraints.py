"""The constraints of a shape in words, as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

import pyoxigraph as ox

from kg.validate.shapesgraph import SH, ShapesGraph, Term

Link = Callable[[str], str]
"""Turns the IRI of a term into a link."""

# What is told elsewhere: names and texts of shapes, what they look at, and how many values.
_APART = frozenset(
    SH + name
    for name in (
        "path",
        "message",
        "description",
        "severity",
        "targetClass",
        "targetSubjectsOf",
        "targetObjectsOf",
        "property",
        "sparql",
        "select",
        "minCount",
        "maxCount",
        "qualifiedMinCount",
        "qualifiedMaxCount",
    )
)
_PLAIN = {
    "pattern": "like <code>{}</code>",
    "minLength": "at least {} characters",
    "minInclusive": "from {}",
    "maxInclusive": "up to {}",
}
_LINKED = {
    "class": "{}",
    "datatype": "{}",
    "lessThan": "before {}",
    "equals": "the same as {}",
    "hasValue": "{} among them",
}
_KINDS = {f"{SH}IRI": "an IRI", f"{SH}Literal": "a text or number"}


def how_many(shapes: ShapesGraph, node: Term) -> str:
    """How many values a shape allows."""
    least, most = (
        _number(shapes, node, name)
        or _number(shapes, node, f"qualified{name[0].upper()}{name[1:]}")
        for name in ("minCount", "maxCount")
    )
    if shapes.objects(node, f"{SH}hasValue"):
        return "1 or more"
    if least is None and most is None:
        return "any number"
    if least == most:
        return f"exactly {least}"
    if most is None:
        return f"{least} or more"
    return f"at most {most}" if not least else f"{least} to {most}"


def _number(shapes: ShapesGraph, node: Term, name: str) -> int | None:
    found = shapes.objects(node, SH + name)
    return int(_value(found[0])) if found else None


def values(shapes: ShapesGraph, node: Term, link: Link) -> str:
    """What the values of a shape must be; empty when they may be anything.

    Raises ``KeyError`` for a constraint that this page has no words for.
    """
    return ", ".join(_each(shapes, node, link))


def _each(shapes: ShapesGraph, node: Term, link: Link) -> Iterator[str]:
    asked = {name for name in shapes.predicates(node) if name.startswith(SH)} - _APART
    for predicate in sorted(asked, key=_order):
        name = predicate.removeprefix(SH)
        found = shapes.objects(node, predicate)
        if name in _LINKED:
            yield " and ".join(_LINKED[name].format(link(_value(term))) for term in found)
        elif name == "minLength" and _value(found[0]) == "1":
            yield "not empty"
        elif name in _PLAIN:
            yield " and ".join(_PLAIN[name].format(escape(_value(term))) for term in found)
        elif name == "nodeKind":
            yield _KINDS[_value(found[0])]
        else:
            yield _composed(shapes, name, found[0], link)


def _order(predicate: str) -> tuple[bool, str]:
    """Kinds of values first, their bounds behind, the lower before the upper."""
    name = predicate.removeprefix(SH)
    return name in _PLAIN, name.replace("maxI", "minJ")


def _composed(shapes: ShapesGraph, name: str, term: Term, link: Link) -> str:
    """A constraint that is made of terms or of other shapes."""
    if name == "in":
        items = shapes.items(term) or ()
        return "one of " + ", ".join(link(_value(item)) for item in items)
    if name == "or":
        return " or ".join(_alternative(shapes, item, link) for item in shapes.items(term) or ())
    if name == "qualifiedValueShape":
        return values(shapes, term, link)
    raise KeyError(f"there are no words for sh:{name}")


def _alternative(shapes: ShapesGraph, node: Term, link: Link) -> str:
    paths = shapes.objects(node, f"{SH}path")
    said = values(shapes, node, link)
    if not paths:
        return said
    about = f"{link(_value(paths[0]))} ({how_many(shapes, node)})"
    return f"{about} {said}".strip()


def _value(term: Term) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else str(term)
