"""About how many triple patterns a query has, counted from its tokens."""

from __future__ import annotations

from collections.abc import Sequence

from kg.sparqltokens import Token

_TERMS = frozenset({"string", "iri", "name", "variable", "blank", "number"})
_WORD_TERMS = ("A", "TRUE", "FALSE")
_PATH_MARKS = frozenset("/|^")
_DATA = "data"
_COLLECTION = "collection"


class _Counter:
    """Walks the tokens once. Each open bracket has a state: how many terms since the last triple.

    In braces, subject, verb and object make three; in square brackets the subject is the bracket
    itself; an item of a collection makes two. What stands in other parentheses (expressions, paths)
    counts nothing, and neither do the rows of VALUES and the template of CONSTRUCT.
    """

    def __init__(self) -> None:
        self.found = 0
        self.terms = [0]
        self.inside = [""]
        self.inert = False
        self.joined = False
        self.after_word = False

    def see(self, token: Token) -> None:
        if token.kind == "mark":
            self._mark(token.text)
        elif token.kind in _TERMS or token.is_word(*_WORD_TERMS):
            self._term()
        elif token.kind == "word":
            self._word(token)
        self.after_word = token.kind == "word"

    def _mark(self, mark: str) -> None:
        if mark in ("{", "(", "["):
            self._open(mark)
        elif mark in ("}", ")", "]"):
            self._close(mark)
        elif mark == ".":
            self.terms[-1] = 0
        elif mark == ";":
            self.terms[-1] = 1
        elif mark == ",":
            self.terms[-1] = 2
        self.joined = mark in _PATH_MARKS or mark == "^^"

    def _open(self, mark: str) -> None:
        kind = mark
        if mark == "{" and self.inert:
            kind, self.inert = _DATA, False
        elif mark == "(" and self._expects_node():
            kind = _COLLECTION
        self.inside.append(kind)
        self.terms.append(1 if mark == "[" else 0)

    def _expects_node(self) -> bool:
        if self.inside[-1] == _COLLECTION:
            return True
        return self.inside[-1] in ("{", "[") and self.terms[-1] != 1 and not self.after_word

    def _close(self, mark: str) -> None:
        if len(self.inside) > 1:
            self.inside.pop()
            self.terms.pop()
        if mark == "}":
            self.terms[-1] = 0
        else:
            self._term()

    def _term(self) -> None:
        if self.inside[-1] == _COLLECTION:
            self.found += 2
        if self.joined or self.inside[-1] not in ("{", "["):
            self.joined = False
            return
        self.terms[-1] += 1
        if self.terms[-1] >= 3:
            self.found += 1
            self.terms[-1] = 0

    def _word(self, token: Token) -> None:
        self.terms[-1] = 0
        if token.is_word("VALUES", "CONSTRUCT"):
            self.inert = True
        elif token.is_word("WHERE"):
            self.inert = False


def count_patterns(tokens: Sequence[Token]) -> int:
    """About how many triple patterns there are: exact for plain ones, near for odd ones.

    A shared subject (``;``) and a shared verb (``,``) make one pattern for each object.
    """
    counter = _Counter()
    for token in tokens:
        counter.see(token)
    return counter.found
