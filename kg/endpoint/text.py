"""A query made ready for an endpoint, which gets one text and knows nothing of kg."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from kg.asking import Term
from kg.errors import QueryError
from kg.inlining import inline
from kg.sparqltokens import Token, tokenize
from kg.vocab import PREFIXES

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_OPENING, _CLOSING = ("(", "{", "["), (")", "}", "]")


def form(text: str) -> str:
    """Which of ``FORMS`` the query is. Raises ``QueryError`` for none."""
    tokens = tokenize(text)
    return tokens[_start(tokens)].text.upper()


def with_terms(text: str, terms: Mapping[str, Term]) -> str:
    """The query ``text`` with its variables bound to ``terms``, by names without ``?``.

    A parameter, whose name begins with ``_``, is no column of the answer then. An optional one
    without a value is taken out with its test, ``COALESCE(test, true)``: Virtuoso takes a variable
    that no pattern binds for a reason to find nothing. Raises as ``kg.inlining.inline`` does.
    """
    tokens = tokenize(text)
    cuts = sorted([*_parameter_columns(tokens), *_idle_tests(tokens, terms)])
    if not cuts:
        return inline(text, terms)
    parts, done = [], 0
    for start, end, instead in cuts:
        parts += [text[done:start], instead]
        done = end
    return inline("".join([*parts, text[done:]]), terms)


def _parameter_columns(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Where bare parameters stand among the columns and in GROUP BY, with what to put there."""
    depth = 0
    for token in tokens:
        if token.kind == "mark":
            depth += (token.text in _OPENING) - (token.text in _CLOSING)
        elif depth == 0 and _is_parameter(token):
            yield token.start, token.end, ""


def _idle_tests(
    tokens: Sequence[Token], terms: Mapping[str, Term]
) -> Iterator[tuple[int, int, str]]:
    """Each ``COALESCE(test, true)`` whose test has a parameter without a value."""
    for at, token in enumerate(tokens):
        if not token.is_word("COALESCE"):
            continue
        end = _closing(tokens, at + 1)
        inside = tokens[at + 2 : end]
        idle = any(_is_parameter(one) and one.text[1:] not in terms for one in inside)
        last = [one.text.upper() for one in inside[-2:]] == [",", "TRUE"]
        # With && a test may be false although one half of it is an error, and then it counts.
        if idle and last and not any(one.is_mark("&&") for one in inside):
            yield token.start, tokens[end].end, "true"


def _closing(tokens: Sequence[Token], at: int) -> int:
    """The index of the bracket that closes the one at ``at``, or of the last token."""
    depth = 0
    for index in range(at, len(tokens)):
        if tokens[index].kind == "mark":
            text = tokens[index].text
            depth += (text in _OPENING) - (text in _CLOSING)
            if depth == 0:
                return index
    return len(tokens) - 1


def _is_parameter(token: Token) -> bool:
    return token.kind == "variable" and token.text[1:2] == "_"


def _start(tokens: Sequence[Token]) -> int:
    start = next((at for at, token in enumerate(tokens) if token.is_word(*FORMS)), None)
    if start is None:
        raise QueryError("this is no query", todo="begin with SELECT, ASK, CONSTRUCT or DESCRIBE")
    return start


def with_prefixes(text: str) -> str:
    """The query ``text`` with the prefixes of ``kg.vocab`` that it uses and does not declare."""
    tokens = tokenize(text)
    used = {token.text.partition(":")[0] for token in tokens if token.kind == "name"}
    declared = {
        token.text.partition(":")[0]
        for before, token in pairwise(tokens)
        if before.is_word("PREFIX")
    }
    missing = sorted((used & PREFIXES.keys()) - declared)
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in missing) + text


def with_graphs(text: str, default: Sequence[str], named: Sequence[str]) -> str:
    """The query ``text`` asked of the graphs ``default``, with ``GRAPH`` for those of ``named``."""
    tokens = tokenize(text)
    at = _before_where(tokens, _start(tokens))
    clauses = [f"FROM <{name}>\n" for name in default] + [f"FROM NAMED <{n}>\n" for n in named]
    return f"{text[:at]}\n{''.join(clauses)}{text[at:]}"


def _before_where(tokens: Sequence[Token], start: int) -> int:
    """The code point where WHERE begins, or its group; the end of a DESCRIBE that has none."""
    depth = 0
    template = tokens[start].is_word("CONSTRUCT") and tokens[start + 1].is_mark("{")
    for token in tokens[start + 1 :]:
        if depth == 0 and not template and (token.is_word("WHERE") or token.is_mark("{")):
            return token.start
        if token.kind == "mark" and token.text in ("(", "{"):
            depth += 1
        elif token.kind == "mark" and token.text in (")", "}"):
            depth -= 1
            template = template and depth > 0
    return tokens[-1].end
