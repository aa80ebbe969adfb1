"""Faults of a query's text that the engine would report at a misleading place, or die of."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kg.errors import QueryError
from kg.sparqltokens import Token, where
from kg.vocab import PREFIXES

_PAIRS = {"(": ")", "[": "]", "{": "}"}


def check_brackets(text: str, tokens: Iterable[Token], limit: int) -> None:
    """Raise ``QueryError`` for brackets that do not pair, or nest deeper than ``limit``."""
    opened: list[Token] = []
    for token in tokens:
        if token.kind != "mark":
            continue
        if token.text in _PAIRS:
            opened.append(token)
        elif token.text in _PAIRS.values():
            if not opened or _PAIRS[opened[-1].text] != token.text:
                raise _fault(text, token, f"this {token.text} closes nothing", "check the brackets")
            opened.pop()
        if len(opened) > limit:
            raise _fault(
                text, token, f"brackets are nested more than {limit} deep", "write it flatter"
            )
    if opened:
        raise _fault(text, opened[-1], f"this {opened[-1].text} is not closed", "close it")


def check_prefixes(text: str, tokens: Sequence[Token]) -> None:
    """Raise ``QueryError`` for a prefix that is neither declared nor one of ``kg.vocab``."""
    declared = {_prefix(b) for a, b in pairwise(tokens) if _declaration(a, b)}
    known = declared | PREFIXES.keys()
    for token in tokens:
        if token.kind == "name" and _prefix(token) not in known:
            prefix = _prefix(token)
            near = difflib.get_close_matches(prefix, sorted(known), 1)
            raise _fault(
                text,
                token,
                f"the prefix {prefix}: is not declared",
                f"did you mean {near[0]}:?" if near else f"begin with PREFIX {prefix}: <...>",
            )


def _declaration(before: Token, token: Token) -> bool:
    return before.is_word("PREFIX") and token.kind == "name"


def _prefix(token: Token) -> str:
    return token.text.partition(":")[0]


def _fault(text: str, token: Token, what: str, todo: str) -> QueryError:
    return QueryError(what, where=where(text, token.start), todo=todo)
