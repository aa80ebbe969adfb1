r"""A query and the terms for its variables as one SPARQL text, for endpoints that bind nothing.

The SPARQL protocol sends text, so where there is no engine at hand to bind a term, the term has to
be written into the query. It is written as one token in the place of one token, never by looking
for characters in the text, so that no value can change what is asked:

>>> from pyoxigraph import Literal
>>> inline('SELECT ?n { ?s ?p ?n FILTER(?n = ?_name) }', {"_name": Literal('x" } #')})
'SELECT ?n { ?s ?p ?n FILTER(?n =  "x\\" } #" ) }'

Some engines decode ``\u0022`` before they divide the text into tokens, as rdflib does, and others
after. A value that holds a backslash before a u would be read by the former as something else, so
it is put together by ``CONCAT`` of pieces that all engines read alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from kg.asking import Term
from kg.errors import QueryError
from kg.sparqltokens import Token, tokenize, where

_FORMS = ("SELECT", "CONSTRUCT", "ASK", "DESCRIBE")
_BEFORE_ESCAPE = re.compile(r"(?<=\\)(?=[uU])")
_OPENING, _CLOSING = ("(", "{", "["), (")", "}", "]")


def inline(query: str, terms: Mapping[str, Term]) -> str:
    """``query`` with each variable of ``terms``, named without ``?``, replaced by its term.

    The answer is that of the engine's own binding (SPARQL-dev SEP-0007): a column of such a
    variable stays, and holds the term.

    Raises ``QueryError`` for a blank node or a triple, which text cannot name, and where text in
    the place of the variable would be no SPARQL or would ask something else: behind ``AS``, in
    ``BOUND``, in VALUES and inside a sub-select.
    """
    if not terms:
        return query
    written = {name: _written(name, term) for name, term in terms.items()}
    tokens = tokenize(query)
    walk = _Walk(query, tokens, grouped=_grouped(tokens))
    pieces: list[str] = []
    end = 0
    for at, token in enumerate(tokens):
        walk.see(at)
        if token.kind == "variable" and token.text[1:] in written:
            pieces += [query[end : token.start], walk.replace(at, written[token.text[1:]])]
            end = token.end
    return "".join([*pieces, query[end:]])


@dataclass(frozen=True, slots=True)
class _Written:
    """A term as SPARQL writes it: anywhere, or None if only ``expression`` can say it."""

    anywhere: str | None
    expression: str


def _written(name: str, term: Term) -> _Written:
    if isinstance(term, NamedNode):
        return _Written(str(term), str(term))
    if not isinstance(term, Literal):
        raise QueryError(
            f"the value of ?{name} has no name that an endpoint could know",
            todo="give an IRI or a text",
        )
    pieces = _BEFORE_ESCAPE.split(term.value)
    if len(pieces) == 1:
        return _Written(str(term), str(term))
    if term.datatype.value.endswith("#langString"):
        texts = [str(Literal(piece, language=term.language)) for piece in pieces]
    else:
        texts = [str(Literal(piece)) for piece in pieces]
    return _Written(None, f"CONCAT({', '.join(texts)})")


def _grouped(tokens: Sequence[Token]) -> frozenset[int]:
    """Which tokens are bare variables of the outermost GROUP BY, by their number."""
    depth, inside, found = 0, False, set()
    for at, token in enumerate(tokens):
        if token.kind == "mark":
            depth += (token.text in _OPENING) - (token.text in _CLOSING)
        elif depth == 0 and token.kind == "word":
            inside = token.is_word("BY") and tokens[at - 1].is_word("GROUP")
        elif depth == 0 and inside and token.kind == "variable":
            found.add(at)
    return frozenset(found)


@dataclass(slots=True)
class _Walk:
    """Where in the query the walk stands: which brackets are open, in which part it is.

    ``part`` is ``before``, ``head`` (the columns of a SELECT), ``named`` (what a DESCRIBE names),
    ``body`` or ``after``.
    """

    query: str
    tokens: Sequence[Token]
    grouped: frozenset[int]
    opened: list[int] = field(default_factory=list)
    part: str = "before"

    def see(self, at: int) -> None:
        """Take the next token in."""
        token = self.tokens[at]
        if token.kind == "mark" and token.text in _OPENING:
            if not self.opened and token.text == "{":
                self.part = "body"
            self.opened.append(at)
        elif token.kind == "mark" and token.text in _CLOSING and self.opened:
            self.opened.pop()
            if not self.opened and token.text == "}":
                self.part = "after"
        elif self.part == "before" and token.is_word(*_FORMS):
            self.part = "head" if token.is_word("SELECT") else "named"

    def replace(self, at: int, written: _Written) -> str:
        """What to write in the place of the variable ``at``."""
        self._refuse(at)
        token = self.tokens[at]
        if not self.opened and self.part in ("head", "after"):
            return self._modifier(at, f"{written.expression} AS {token.text}", written)
        if self.opened and self.tokens[self.opened[-1]].is_mark("("):
            return f" {written.expression} "
        if written.anywhere is None:
            raise self._fault(token, "holds a backslash before a u, which engines read differently")
        return f" {written.anywhere} "

    def _modifier(self, at: int, named: str, written: _Written) -> str:
        """A bare variable among the columns, in GROUP BY or in ORDER BY."""
        name = self.tokens[at].text[1:]
        is_key = any(self.tokens[key].text[1:] == name for key in self.grouped)
        if at in self.grouped or (self.part == "head" and not is_key):
            return f" ({named}) "
        return self.tokens[at].text if is_key else f" ({written.expression}) "

    def _refuse(self, at: int) -> None:
        """Raise ``QueryError`` where a term cannot stand in the place of the variable."""
        before = self.tokens[at - 1] if at else None
        token = self.tokens[at]
        if before is not None and before.is_word("AS"):
            raise self._fault(token, "is worked out by the query itself")
        if before is not None and before.is_mark("(") and self.tokens[at - 2].is_word("BOUND"):
            raise self._fault(token, "stands in BOUND")
        if self._is_listed(at):
            raise self._fault(token, "stands in VALUES")
        if any(self._selects(opening) for opening in self.opened):
            raise self._fault(token, "stands in a sub-select")

    def _is_listed(self, at: int) -> bool:
        start = self.opened[-1] if self.opened and self.tokens[self.opened[-1]].is_mark("(") else at
        return start > 0 and self.tokens[start - 1].is_word("VALUES")

    def _selects(self, opening: int) -> bool:
        follows = opening + 1 < len(self.tokens) and self.tokens[opening + 1].is_word("SELECT")
        return follows and self.tokens[opening].is_mark("{")

    def _fault(self, token: Token, what: str) -> QueryError:
        return QueryError(
            f"{token.text} is given a value, and {what}",
            where=where(self.query, token.start),
            todo="ask a store of files, which binds values, or write the query in another way",
        )
