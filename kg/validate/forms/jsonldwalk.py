"""Which value of a JSON-LD document says which statement, and which say nothing.

The parser says what a document means; this follows the same rules as far as people write documents
(terms, prefixes, ``@vocab``, ``@base``, coercion, containers, scoped contexts, ``@graph``,
``@reverse``, ``@included``) and tells for each statement the value that says it. What it does not
follow has no place of its own; nothing is judged by it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.validate.forms.aligning import Record
from kg.validate.forms.jsonldcontext import (
    KEYWORDS,
    Context,
    Term,
    reversing,
    with_context,
    words,
)
from kg.validate.forms.jsonldvalues import is_iri, lexical, literal_of, single_values
from kg.validate.forms.jsontext import Json, Member, key_of, step
from kg.vocab import RDF


@dataclass(frozen=True, slots=True)
class Silent:
    """A key or value that says nothing: where it stands and why it is lost."""

    spot: int
    what: str
    grave: bool


@dataclass
class Walk:
    """What a walk over a document has found: statements, lost values, and all places.

    A mark is the number of a place in ``spots``: an offset and a JSON pointer.
    """

    records: list[Record] = field(default_factory=list)
    silent: list[Silent] = field(default_factory=list)
    spots: list[tuple[int, str]] = field(default_factory=list)
    unnamed: int = 0
    whole: bool = True
    """Whether every value was followed, so that what the parser does not have is lost."""

    def spot(self, offset: int, pointer: str) -> int:
        """A new mark for this place."""
        self.spots.append((offset, pointer))
        return len(self.spots) - 1


def walk(root: Json) -> Walk:
    """Walk over a whole document."""
    made = Walk()
    _each(made, root, Context(), "", None)
    return made


@dataclass(frozen=True, slots=True)
class _Link:
    """What leads to a value: a subject, a predicate, where both stand, and which way it goes."""

    subject: str | int
    predicate: str
    at: int
    verb: int
    reverse: bool = False


_Of = tuple[str | int, int, int | None]
"""The node that something is said of: its identifier, its mark, the mark of its graph."""


def _each(made: Walk, value: Json, context: Context, pointer: str, graph: int | None) -> None:
    """All node objects of an array or the one that ``value`` is."""
    if isinstance(value.value, list):
        for number, item in enumerate(value.value):
            _each(made, item, context, pointer + step(number), graph)
    elif isinstance(value.value, tuple):
        _node(made, value, context, pointer, graph)
    elif value.value is not None:
        spot = made.spot(value.start, pointer)
        made.silent.append(Silent(spot, "This value stands where a thing is described", True))


def _node(
    made: Walk,
    value: Json,
    context: Context,
    pointer: str,
    graph: int | None,
    link: _Link | None = None,
    known: str | None = None,
) -> None:
    """A node object, after ``link`` if something leads to it; ``known`` is its identifier."""
    context, keys = _in_force(value, context)
    at = made.spot(value.start, pointer)
    subject = _identifier(made, value, keys, context, pointer) if known is None else known
    if subject is None:
        return
    if link is not None:
        _record(made, link, subject, at, graph)
    named = any(key not in ("@context", "@graph") for key in keys.values())
    for member in value.members:
        key, where = keys[member.start], pointer + step(member.key)
        if key in ("@graph", "@included"):
            inside = at if key == "@graph" and named else graph
            _each(made, member.value, context, where, inside)
        else:
            _said_of(made, member, key, context, where, (subject, at, graph))


def _in_force(value: Json, context: Context) -> tuple[Context, dict[int, str | None]]:
    """The context inside a node object, and what each of its keys stands for, by offset."""
    context = with_context(context, value.get("@context"))
    for member in value.members:
        if context.expand(member.key, as_term=True) == "@type":
            for word in sorted(words(member.value)):
                term = context.terms.get(word)
                context = with_context(context, term.scoped if term else None)
    return context, {m.start: context.expand(m.key, as_term=True) for m in value.members}


def _said_of(
    made: Walk, member: Member, key: str | None, context: Context, where: str, of: _Of
) -> None:
    """What one member of a node object says of the node."""
    if key == "@type":
        _types(made, member, context, where, of)
    elif key in ("@reverse", "@nest"):
        for one in member.value.members:
            inner = reversing(context, one.key) if key == "@reverse" else context
            _member(made, one, inner, where + step(one.key), of)
    elif key is None or not key.startswith("@"):
        _member(made, member, context, where, of)


def _identifier(
    made: Walk, value: Json, keys: dict[int, str | None], context: Context, pointer: str
) -> str | int | None:
    """The identifier of a node object; None when it has one that is none, so that it is lost."""
    for member in value.members:
        if keys[member.start] == "@id":
            return _reference(made, member.value, context, pointer + step(member.key))
    made.unnamed += 1
    return made.unnamed


def _reference(made: Walk, value: Json, context: Context, where: str) -> str | None:
    if not isinstance(value.value, str):
        return None
    name = context.expand(value.value, as_term=False)
    if name is None or not is_iri(name):
        spot = made.spot(value.start, where)
        made.silent.append(Silent(spot, f"“{value.value[:100]}” is no whole IRI", True))
        return None
    return name


def _types(made: Walk, member: Member, context: Context, where: str, of: _Of) -> None:
    subject, at, graph = of
    verb = made.spot(member.start, where)
    items = member.value.value if isinstance(member.value.value, list) else [member.value]
    for number, item in enumerate(items):
        if not isinstance(item.value, str):
            continue
        place = where + step(number) if isinstance(member.value.value, list) else where
        spot = made.spot(item.start, place)
        name = context.expand(item.value, as_term=True)
        if name is None or not is_iri(name):
            made.silent.append(
                Silent(spot, f"“{item.value[:100]}” is no class that is known", True)
            )
        else:
            made.records.append(Record(subject, RDF.type, name, (at, verb, spot, graph or 0)))


def _member(made: Walk, member: Member, context: Context, where: str, of: _Of) -> None:
    """A key that is no keyword, with all its values."""
    subject, at, graph = of
    term = context.terms.get(member.key)
    predicate = context.expand(member.key, as_term=True)
    verb = made.spot(member.start, where)
    if predicate is None or not is_iri(predicate):
        what = f"Nothing says which property “{member.key[:100]}” is"
        made.silent.append(Silent(verb, what, False))
        return
    if predicate in KEYWORDS:
        return
    term = term or Term(predicate)
    made.whole = made.whole and "@graph" not in term.container
    link = _Link(subject, predicate, at, verb, term.reverse)
    if term.scoped is not None:
        context = with_context(context, term.scoped)
    if "@list" in term.container and member.value.get("@list") is None:
        _list(made, member.value, where, link, context, graph)
        return
    for item, place in single_values(member.value, where, term):
        key = key_of(place[len(where) + 1 :]) if "@id" in term.container else None
        _value(made, item, place, link, term, context, graph, key)


def _value(
    made: Walk,
    value: Json,
    where: str,
    link: _Link,
    term: Term,
    context: Context,
    graph: int | None,
    key: str | None,
) -> None:
    """One value: a reference, a literal, a list or another node."""
    spot = made.spot(value.start, where)
    plain = value.value
    if plain is None:
        return
    if isinstance(plain, str) and term.kind in ("@id", "@vocab"):
        name = context.expand(plain, as_term=term.kind == "@vocab")
        if name is None or not is_iri(name):
            made.silent.append(Silent(spot, f"“{plain[:100]}” is no whole IRI", True))
        else:
            _record(made, link, name, spot, graph)
    elif not isinstance(plain, tuple) or term.kind == "@json":
        _record(made, link, lexical(plain, term), spot, graph)
    elif (items := value.get("@list")) is not None:
        _list(made, items, where + "/@list", link, context, graph)
    elif (said := literal_of(value, context)) is not None:
        if said.value is not None:
            _record(made, link, lexical(said.value, Term(None)), spot, graph)
    else:
        known = context.expand(key, as_term=False) if key else None
        _node(made, value, context, where, graph, link, known)


def _list(
    made: Walk, value: Json, where: str, link: _Link, context: Context, graph: int | None
) -> None:
    """A list, which is made of unnamed things that lead to one another."""
    for number, item in enumerate(value.value if isinstance(value.value, list) else [value]):
        place = where + step(number) if isinstance(value.value, list) else where
        spot = made.spot(item.start, place)
        made.unnamed += 1
        cell = made.unnamed
        _record(made, link, cell, spot, graph)
        first = _Link(cell, RDF.NS + "first", spot, spot)
        _value(made, item, place, first, Term(None), context, graph, None)
        link = _Link(cell, RDF.NS + "rest", spot, spot)
    _record(made, link, RDF.NS + "nil", made.spot(value.start, where), graph)


def _record(made: Walk, link: _Link, value: str | int | None, spot: int, graph: int | None) -> None:
    if link.reverse:
        if value is not None:
            marks = (spot, link.verb, spot, graph or 0)
            made.records.append(Record(value, link.predicate, link.subject, marks))
    else:
        marks = (link.at, link.verb, spot, graph or 0)
        made.records.append(Record(link.subject, link.predicate, value, marks))
