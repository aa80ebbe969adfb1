"""Where a parameter may stand in a query, so that the engine puts its value there.

The engine replaces a variable by its value (SPARQL-dev SEP-0007) in patterns and expressions, but
not in a few places, and there it says nothing. A query with a parameter in one of them would
answer wrongly, so it is refused when it is loaded.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import QueryError
from kg.sparqltokens import Token, where


def check_reach(text: str, tokens: Sequence[Token], variables: Sequence[str]) -> None:
    """Raise ``QueryError`` for a parameter that would stay without its value.

    ``variables`` are those of the parameters, without ``?``.
    """
    wanted = {f"{mark}{variable}" for variable in variables for mark in "?$"}
    sub_selects: list[bool] = []
    for at, token in enumerate(tokens):
        if token.is_mark("{"):
            inner = at + 1 < len(tokens) and tokens[at + 1].is_word("SELECT")
            sub_selects.append(inner)
        elif token.is_mark("}") and sub_selects:
            sub_selects.pop()
        elif token.kind == "variable" and token.text in wanted:
            fault = _fault(tokens, at, inside=any(sub_selects))
            if fault:
                what, todo = fault
                raise QueryError(
                    f"{token.text} gets no value {what}",
                    where=where(text, token.start),
                    todo=todo,
                )


def _fault(tokens: Sequence[Token], at: int, *, inside: bool) -> tuple[str, str] | None:
    if inside:
        return "inside a sub-select", "test it outside, in a group of its own"
    if at >= 2 and tokens[at - 1].is_mark("(") and tokens[at - 2].is_word("BOUND"):
        return "in BOUND", "write FILTER(COALESCE(test, true))"
    alone = tokens[at - 1].is_mark("(") and at + 1 < len(tokens) and tokens[at + 1].is_word("AS")
    if alone:
        return "when it is only renamed", "use it by its own name"
    if any(t.is_word("CONSTRUCT") for t in tokens[:at]):
        return "in a CONSTRUCT", "write a SELECT"
    return None
