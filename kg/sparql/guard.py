"""Judges the text of a query before any engine sees it: read only, nothing remote, not too large.

The engine fetches what SERVICE names and has no switch against it, and its planner takes seconds
for some short texts, so both are kept from it here. Its grammar does not insist on a space after a
keyword: ``SERVICESILENT<...>`` and ``SERVICE:x{...}`` are calls to it, and are refused too.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import QueryError
from kg.sparql.limits import Limits
from kg.sparql.patterns import count_patterns
from kg.sparql.structure import check_brackets, check_prefixes
from kg.sparqltokens import Token, tokenize, where

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES = (
    "INSERT",
    "DELETE",
    "LOAD",
    "CLEAR",
    "CREATE",
    "DROP",
    "COPY",
    "MOVE",
    "ADD",
    "WITH",
    "USING",
)
_SERVICE = "SERVICE"
_PRAGMA = "DEFINE"


def clear(text: str, limits: Limits) -> None:
    """Do nothing when the query ``text`` may be evaluated.

    Raises ``QueryError`` naming line and column for an update, SERVICE, a text that cannot be
    divided into tokens, a bracket without its pair, an unknown prefix, and one beyond ``limits``.
    """
    size = len(text.encode("utf-8", errors="surrogatepass"))
    if size > limits.text_bytes:
        raise QueryError(
            f"the query has {size} bytes, more than {limits.text_bytes}", todo="ask for less"
        )
    for offset, mark in enumerate(text):
        if mark == "\0" or "\ud800" <= mark <= "\udfff":
            raise QueryError(
                f"the query holds the character U+{ord(mark):04X}, which is no text",
                where=where(text, offset),
                todo="take it out",
            )
    tokens = tokenize(text)
    _refuse_update(text, tokens)
    _refuse_service(text, tokens)
    check_brackets(text, tokens, limits.nesting)
    check_prefixes(text, tokens)
    patterns = count_patterns(tokens)
    if patterns > limits.patterns:
        raise QueryError(
            f"the query has about {patterns} triple patterns, more than {limits.patterns}",
            todo="ask in several queries",
        )


def _refuse_update(text: str, tokens: Sequence[Token]) -> None:
    for token in tokens:
        if token.is_word(*_UPDATES):
            raise QueryError(
                f"{token.text} changes data, and queries only read",
                where=where(text, token.start),
                todo="change the articles or decisions, and build again",
            )
        if token.is_word(_PRAGMA):
            raise QueryError(
                f"{token.text} gives orders to one kind of server, and is no SPARQL",
                where=where(text, token.start),
                todo="take it out",
            )
    if not any(token.is_word(*_FORMS) for token in tokens):
        raise QueryError("this is no query", todo="begin with SELECT, ASK, CONSTRUCT or DESCRIBE")


def _refuse_service(text: str, tokens: Sequence[Token]) -> None:
    for before, token, after in zip((None, *tokens), tokens, (*tokens[1:], None), strict=False):
        if _calls_service(before, token, after):
            raise QueryError(
                "SERVICE asks another server, which is not allowed",
                where=where(text, token.start),
                todo="ask this graph only",
            )


def _calls_service(before: Token | None, token: Token, after: Token | None) -> bool:
    if token.kind == "word":
        return _SERVICE in token.text.upper()
    if token.kind != "name" or _SERVICE not in token.text.partition(":")[0].upper():
        return False
    # ``service:x`` may be a prefixed name, or the keyword and ``:x``. Only a call goes on with a
    # group, and so does ``GRAPH service:x``.
    names_graph = before is not None and before.is_word("GRAPH")
    return after is not None and after.is_mark("{") and not names_graph
