"""The tokens of SPARQL 1.1 text, for code that must know what a query says before it is run.

A lexer cannot always tell ``<`` the comparison from ``<`` the start of an IRI, because that depends
on the grammar: ``FILTER(?a <1#> ...`` holds a comparison and then a comment. An engine that reads
the other way than the lexer would run text that the lexer took for a comment or a literal. Where
both readings are possible the text is therefore refused, never guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from kg.errors import QueryError

TokenKind = Literal["string", "iri", "name", "variable", "blank", "number", "word", "tag", "mark"]

# PN_CHARS_BASE and its neighbours, productions 164 to 167 of the SPARQL 1.1 grammar: the part of
# them in ASCII, and the rest.
_LETTERS, _LATER = "A-Za-z", "0-9"
_MORE_LETTERS = (
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_MORE_LATER = "\u00b7\u0300-\u036f\u203f\u2040"
_ESCAPE = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SHAPING = frozenset("\"'\\<>{}\r\n")
_OPENING = frozenset("([{")
_CLOSING = frozenset(")]}")
# After one of these marks an operand follows, so that "<" can only open an IRI.
_OPERATORS = frozenset(["&&", "||", "!=", "<=", ">=", "^^", "<<", *"(,=<>!+-*/|^.;{["])


@cache
def _pattern(ascii_only: bool) -> re.Pattern[str]:
    """The pattern of one token; on ASCII text the two are equal.

    The one for ASCII compiles twenty times as fast, and nearly every query needs no other.
    """
    base = _LETTERS if ascii_only else _LETTERS + _MORE_LETTERS
    later = _LATER if ascii_only else _LATER + _MORE_LATER
    chars = f"{base}_{later}\\-"
    local = f"(?:[{base}_0-9:]|{_ESCAPE})(?:\\.*(?:[{chars}:]|{_ESCAPE}))*"
    prefix = f"[{base}](?:\\.*[{chars}])*"
    return re.compile(
        rf"""
        (?P<space>[ \t\r\n]+)
      | (?P<comment>\#[^\r\n]*)
      | (?P<string>\"\"\"(?:\"{{0,2}}(?:[^"\\]|\\.))*\"\"\"
                 | '''(?:'{{0,2}}(?:[^'\\]|\\.))*'''
                 | "(?!\"\")(?:[^"\\\r\n]|\\[^\r\n])*"
                 | '(?!'')(?:[^'\\\r\n]|\\[^\r\n])*')
      | (?P<iri><[^<>"{{}}|^`\\\x00-\x20]*>)
      | (?P<blank>_:[{base}_0-9](?:\.*[{chars}])*)
      | (?P<name>(?:{prefix})?:(?:{local})?)
      | (?P<variable>[?$][{base}_0-9][{base}_{later}]*)
      | (?P<number>(?:[0-9]+\.[0-9]*[eE][+-]?[0-9]+|\.?[0-9]+[eE][+-]?[0-9]+|[0-9]*\.[0-9]+|[0-9]+))
      | (?P<word>[{base}][{base}_0-9]*)
      | (?P<tag>@[A-Za-z]+(?:-+[A-Za-z0-9]+)*)
      | (?P<mark><<|>>|\|\||&&|\^\^|!=|<=|>=|[(){{}}\[\].;,=<>!+\-*/|^?~])
        """,
        re.VERBOSE | re.DOTALL,
    )


class Token(NamedTuple):
    """One token: its kind, its text as written and the code point of the query it begins at."""

    kind: TokenKind
    text: str
    start: int

    @property
    def end(self) -> int:
        """The code point after the last."""
        return self.start + len(self.text)

    def is_word(self, *words: str) -> bool:
        """Whether this is one of the keywords ``words`` (upper case), in any case."""
        return self.kind == "word" and self.text.upper() in words

    def is_mark(self, mark: str) -> bool:
        """Whether this is the punctuation ``mark``."""
        return self.kind == "mark" and self.text == mark


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of the code point ``offset`` of ``text``."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - text.rfind("\n", 0, offset)


def where(text: str, offset: int) -> str:
    """``line 2, column 7``: the place of ``offset`` in the words of an error message."""
    line, column = position(text, offset)
    return f"line {line}, column {column}"


@lru_cache(4)  # what a query goes through on its way to a server looks at one text again and again
def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of ``text`` in order, without white space and comments.

    Raises ``QueryError`` naming line and column where the text is no token, where a code point
    escape would change how the text divides into tokens, and where an IRI could also be read as a
    comparison.
    """
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    open_marks: list[str] = []
    before: Token | None = None
    at = 0
    pattern = _pattern(text.isascii())
    while at < len(text):
        match = pattern.match(text, at)
        if match is None or match.lastgroup is None:
            raise _unreadable(text, at)
        kind, found = match.lastgroup, match.group()
        _refuse_shaping_escapes(text, at, found)
        at = match.end()
        if kind in ("space", "comment"):
            continue
        token = Token(kind, found, match.start())  # type: ignore[arg-type] # the groups of the pattern
        _refuse_double_reading(text, token, before, open_marks)
        _follow(open_marks, token)
        before = token
        yield token


def _unreadable(text: str, at: int) -> QueryError:
    what = f"{text[at]!r} cannot be read here"
    if text[at] in "\"'":
        what = "a text opens here and is not closed"
    elif text[at] == "\\":
        what = "an escape stands here, outside any text"
    return QueryError(what, where=where(text, at), todo="check the quotes and the spelling")


def _refuse_shaping_escapes(text: str, at: int, found: str) -> None:
    """Engines may decode such an escape before they divide the text into tokens, or after."""
    for match in _CODEPOINT.finditer(found):
        code = int(match[1] or match[2], 16)
        if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF or chr(code) in _SHAPING:
            raise QueryError(
                f"the escape {match.group()} stands for a character that delimits text",
                where=where(text, at + match.start()),
                todo='write \\" or \\n, or the character itself',
            )


def _follow(open_marks: list[str], token: Token) -> None:
    if token.kind != "mark":
        return
    if token.text in _OPENING:
        open_marks.append(token.text)
    elif token.text in _CLOSING and open_marks:
        open_marks.pop()


def _refuse_double_reading(
    text: str, token: Token, before: Token | None, open_marks: list[str]
) -> None:
    """Refuse ``<...>`` where it may as well be a comparison that runs into a comment.

    Comparisons stand only inside parentheses and after an operand. Read as one, the rest must
    either leave the parentheses or start a comment for the two readings to part ways; ``//``
    before that cannot occur in a comparison, which clears every ordinary address.
    """
    if token.kind != "iri" or not open_marks or open_marks[-1] != "(" or before is None:
        return
    if before.kind == "mark" and before.text in _OPERATORS:
        return
    inside, hash_mark, _ = token.text[1:-1].partition("#")
    if "//" in inside or (not hash_mark and not _leaves_parentheses(inside)):
        return
    raise QueryError(
        f"{token.text} can be read as an IRI and as a comparison",
        where=where(text, token.start),
        todo="put a space after the <, or write the IRI with a prefix",
    )


def _leaves_parentheses(text: str) -> bool:
    depth = 0
    for mark in text:
        depth += (mark == "(") - (mark == ")")
        if depth < 0:
            return True
    return False
