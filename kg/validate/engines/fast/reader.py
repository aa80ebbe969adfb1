"""Tokens of a query, read one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.sparqltokens import Token
from kg.validate.engines.fast.shapes import Unsupported
from kg.vocab import XSD


@dataclass(slots=True)
class Reader:
    """Tokens being read."""

    tokens: Sequence[Token]
    at: int = 0
    prefixes: dict[str, str] = field(default_factory=dict)

    def more(self) -> bool:
        """Whether anything is left."""
        return self.at < len(self.tokens)

    def peek(self) -> Token:
        """The next token. Raises ``Unsupported`` at the end."""
        if not self.more():
            raise Unsupported("a query that breaks off")
        return self.tokens[self.at]

    def take(self) -> Token:
        """The next token, which is then read."""
        token = self.peek()
        self.at += 1
        return token

    def mark(self, mark: str) -> bool:
        """Whether the next token is the punctuation ``mark``; if so, it is read."""
        found = self.more() and self.peek().is_mark(mark)
        self.at += found
        return found

    def variable_next(self) -> bool:
        """Whether nothing but a variable stands in the parentheses that follow."""
        ahead = self.tokens[self.at : self.at + 3]
        return len(ahead) == 3 and ahead[1].kind == "variable" and ahead[2].is_mark(")")

    def word(self, *words: str) -> bool:
        """Whether the next token is one of the keywords; if so, it is read."""
        found = self.more() and self.peek().is_word(*words)
        self.at += found
        return found

    def need(self, mark: str) -> None:
        """Read the punctuation ``mark``. Raises ``Unsupported`` for anything else."""
        if not self.mark(mark):
            raise self.unsupported()

    def unsupported(self) -> Unsupported:
        """The error for what stands here."""
        here = self.peek().text if self.more() else "the end"
        return Unsupported(f"“{here}” in a query")

    def prologue(self) -> None:
        """Read the prefixes."""
        while self.word("PREFIX"):
            name, iri = self.take(), self.take()
            if name.kind != "name" or iri.kind != "iri":
                raise self.unsupported()
            self.prefixes[name.text] = iri.text[1:-1]

    def term(self) -> str:
        """The next term, or a variable as ``?name``."""
        token = self.take()
        if token.kind == "variable":
            return "?" + token.text[1:]
        if token.kind == "iri":
            return token.text
        if token.kind == "name":
            return self._named(token)
        if token.kind == "string":
            return self._string(token)
        if token.kind == "number" and token.text.isdigit():
            return str(ox.Literal(token.text, datatype=ox.NamedNode(XSD.integer)))
        if token.is_word("TRUE", "FALSE"):
            return str(ox.Literal(token.is_word("TRUE")))
        self.at -= 1
        raise self.unsupported()

    def _named(self, token: Token) -> str:
        prefix, _, local = token.text.partition(":")
        if prefix + ":" not in self.prefixes or "\\" in local:
            raise Unsupported(f"“{token.text}” in a query")
        return f"<{self.prefixes[prefix + ':']}{local}>"

    def _string(self, token: Token) -> str:
        quote = token.text[:3] if token.text[:3] in ('"""', "'''") else token.text[0]
        inside = token.text[len(quote) : -len(quote)]
        try:
            [quad] = ox.parse(f'<a:a> <a:a> """{inside}""" .', format=ox.RdfFormat.TURTLE)
        except (SyntaxError, ValueError) as error:
            raise Unsupported(f"the text {token.text} in a query") from error
        if self.more() and (self.peek().kind == "tag" or self.peek().is_mark("^^")):
            raise self.unsupported()
        return str(quad.object)
