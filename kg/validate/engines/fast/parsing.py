"""The part of SPARQL that is followed, read from its tokens.

``SELECT [DISTINCT] $this [?value] WHERE { … }`` with statements, OPTIONAL, FILTER and FILTER NOT
EXISTS. Properties are IRIs and ``$this`` stands in a statement outside of OPTIONAL. All else is
refused, so that the reference engine can do it.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.errors import QueryError
from kg.sparqltokens import tokenize
from kg.validate.engines.fast.expressions import conditions
from kg.validate.engines.fast.facts import TYPE
from kg.validate.engines.fast.reader import Reader
from kg.validate.engines.fast.shapes import Filter, Group, Pattern, Query, Unsupported

THIS, VALUE = "?this", "?value"


def parse_query(text: str) -> Query:
    """The query that ``text`` writes. Raises ``Unsupported``."""
    try:
        tokens = tokenize(text)
    except QueryError as error:
        raise Unsupported(f"sh:select: {error}") from error
    reader = Reader(tokens)
    reader.prologue()
    value = _select(reader)
    group = _group(reader)
    if reader.more():
        raise reader.unsupported()
    bound = {name for pattern in group.patterns for name in pattern.variables}
    if THIS not in bound or (value and VALUE not in bound):
        raise Unsupported("a query whose answer may be unbound")
    tight = _tightened(group)
    _refuse_loose(tight)
    return Query(tight, value)


def _select(reader: Reader) -> bool:
    """Read up to the group; whether a value is asked for."""
    if not reader.word("SELECT"):
        raise reader.unsupported()
    reader.word("DISTINCT")
    asked = set()
    while reader.peek().kind == "variable":
        asked.add(reader.term())
    if THIS not in asked or asked - {THIS, VALUE}:
        raise Unsupported("a query for other things than $this and ?value")
    reader.word("WHERE")
    return VALUE in asked


def _group(reader: Reader) -> Group:
    reader.need("{")
    patterns: list[Pattern] = []
    optionals: list[Group] = []
    filters: list[Filter] = []
    absent: list[Group] = []
    while not reader.mark("}"):
        if reader.word("OPTIONAL"):
            optionals.append(_plain(_group(reader)))
        elif reader.word("FILTER"):
            if reader.word("NOT"):
                absent.append(_absent(reader))
            else:
                reader.need("(")
                for one in conditions(reader, _absent):
                    if isinstance(one, Group):
                        absent.append(one)
                    else:
                        filters.append(one)
                reader.need(")")
        else:
            patterns += _statements(reader)
        reader.mark(".")
    return Group(tuple(patterns), tuple(optionals), tuple(filters), tuple(absent))


def _absent(reader: Reader) -> Group:
    """The group of NOT EXISTS, of which NOT has been read."""
    if not reader.word("EXISTS"):
        raise reader.unsupported()
    return _plain(_group(reader))


def _plain(group: Group) -> Group:
    if group.optionals or group.absent:
        raise Unsupported("groups inside groups in a query")
    return group


def _statements(reader: Reader) -> list[Pattern]:
    """Statements about one subject, with ``;`` and ``,`` between them."""
    subject = reader.term()
    found = []
    while True:
        predicate = TYPE if reader.peek().text == "a" and reader.take() else reader.term()
        if predicate[0] != "<":
            raise Unsupported("a variable for a property in a query")
        while True:
            found.append(Pattern(subject, predicate, reader.term()))
            if not reader.mark(","):
                break
        if not reader.mark(";"):
            return found
        if reader.peek().is_mark(".") or reader.peek().is_mark("}"):
            return found


def _tightened(group: Group) -> Group:
    """The same with those OPTIONAL groups required that a filter does not let be absent.

    Raises ``Unsupported`` when what one such group leaves unbound is asked for by another.
    """
    known = {name for pattern in group.patterns for name in pattern.variables}
    patterns, optionals = list(group.patterns), []
    filters = list(group.filters)
    for optional in group.optionals:
        own = {name for pattern in optional.patterns for name in pattern.variables} - known
        if any(own & one.needed for one in group.filters):
            patterns += optional.patterns
            filters += optional.filters
        else:
            optionals.append((own, optional))
    loose: set[str] = set()
    for own, _ in optionals:
        if own & (loose | {name for pattern in patterns for name in pattern.variables}):
            raise Unsupported("groups that share what may be unbound in a query")
        loose |= own
    if any(_names(one) & loose for one in group.absent):
        raise Unsupported("NOT EXISTS of what may be unbound in a query")
    return Group(
        tuple(patterns), tuple(group for _, group in optionals), tuple(filters), group.absent
    )


def _names(group: Group) -> set[str]:
    return {name for pattern in group.patterns for name in pattern.variables}


def _refuse_loose(group: Group) -> None:
    """Raise ``Unsupported`` for statements that do not hang together with ``$this``."""
    known = _joined(group.patterns, {THIS})
    for inner in (*group.optionals, *group.absent):
        _joined(inner.patterns, known)


def _joined(patterns: Iterable[Pattern], start: set[str]) -> set[str]:
    """The variables of ``start`` and of what hangs on them."""
    known, left = set(start), list(patterns)
    while left:
        near = [one for one in left if known & one.variables or len(one.variables) < 2]
        if not near:
            raise Unsupported("statements of a query that do not hang together")
        known = known.union(*(one.variables for one in near))
        left = [one for one in left if one not in near]
    return known
