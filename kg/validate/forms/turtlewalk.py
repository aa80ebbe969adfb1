"""Where each statement of a Turtle, TriG, N-Triples or N-Quads text stands.

The parser says what a text means and this says where: it walks over the tokens and notes, in the
order in which the parser gives out statements, at which offsets their parts begin. It resolves no
name and checks nothing, and is to be run only over what the parser has read. What it does not know
(statements about statements) ends the walk.
"""

from __future__ import annotations

import re
from contextlib import suppress

from kg.validate.positions import Marks, line_starts

# Possessive throughout: a stranger's text must not make a pattern go back over what it has read.
_STOP = r"\s<>\"'{}\[\]();,#^@~|"
_WS = r"(?:[ \t\r\n]++|#[^\n\r]*+)*+"
_IRI = r"<[^<>\n]*+>"
_RUN = rf"[^{_STOP}\\.]"
_WORD = (
    rf"(?:{_RUN}|\\.|\.(?=[0-9])){_RUN}*+"
    rf"(?:(?:\\.|\.++(?=[^{_STOP}])){_RUN}*+)*+"
)
_STRING = (
    r'(?:"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+"""' + r"|'''(?:[^'\\]++|\\[\s\S]|'(?!''))*+'''"
    r'|"(?:[^"\\\n\r]++|\\.)*+"' + r"|'(?:[^'\\\n\r]++|\\.)*+')"
)
_SUFFIX = rf"(?:@[A-Za-z][A-Za-z0-9-]*+|{_WS}\^\^{_WS}(?:{_IRI}|{_WORD}))?+"
_TERM = rf"(?:{_IRI}|{_WORD})"
_VALUE = rf"(?:{_IRI}|{_WORD}|{_STRING}{_SUFFIX})"

_QUOTES = "\"'"

_skip = re.compile(_WS).match
_term = re.compile(rf"{_WS}({_TERM}){_WS}").match
_value = re.compile(rf"{_WS}({_VALUE}){_WS}([;,]?)").match
_token = re.compile(rf"{_VALUE}").match
_mark = re.compile(rf"{_WS}([;,]?)").match
_pair = re.compile(rf"{_WS}({_TERM}){_WS}({_VALUE}){_WS}([;,]?)").match
_directive = re.compile(
    rf"@(?:prefix|base)\b[^<]*+{_IRI}{_WS}\.|(?:prefix(?=[\s#])[^<]*+|base(?=[\s#<]){_WS}){_IRI}",
    re.IGNORECASE,
).match
_graph_word = re.compile(rf"graph(?=[{_STOP}])", re.IGNORECASE).match
_line = re.compile(
    r"^[ \t]*+(<[^>]*+>|_:[^\s<]++)[ \t]*+(<[^>]*+>)[ \t]*+(?=[<_\"])", re.MULTILINE
).finditer


class _EndOfWalkError(Exception):
    """What stands here is not known, or not finished."""


def lines_walk(text: str, *, graphs: bool) -> list[Marks]:
    """The marks of a text with one statement a line, in order; ``graphs`` for N-Quads."""
    spans = [found.regs for found in _line(text)]
    if graphs:
        return [(s[1][0], s[2][0], s[0][1], _graph_mark(text, s[0][1])) for s in spans]
    return [(s[1][0], s[2][0], s[0][1], s[0][1]) for s in spans]


def _graph_mark(text: str, value: int) -> int:
    """Where the graph begins, of which ``value`` is the object: the last thing on the line."""
    end = text.find("\n", value)
    rest = text[value : end if end >= 0 else len(text)].rstrip(" \t\r.")
    return value + max(rest.rfind("<"), rest.rfind("_:"), 0)


def walk(text: str, most: int) -> list[Marks]:
    """The marks of the first ``most`` statements of a Turtle or TriG text, fewer if the walk ends.

    Calls itself for brackets inside brackets, so nesting has to be bounded beforehand.
    """
    walker = _Walker(text)
    # The end of what is known, or of what was read: whoever called sees if marks are missing.
    with suppress(_EndOfWalkError, IndexError):
        walker.document(most)
    return walker.made[:most]


class _Walker:
    """One walk over one text: where it stands, in which graph, and the marks so far.

    What one token completes, the parser gives out in reverse. A string is complete only at the
    token after it, since a language or a datatype may follow: ``late`` holds it until then. That
    shows before closing brackets and inside lists; elsewhere a token completes one statement.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.graph = 0
        self.made: list[Marks] = []
        self.late: list[Marks] = []

    def document(self, most: int) -> None:
        """Walk to the end of the text, or until ``most`` statements have marks."""
        text, made = self.text, self.made
        at = _end(_skip(text, 0))
        while at < len(text) and len(made) < most:
            char = text[at]
            if char in ".{":
                at += 1
            elif char == "}":
                at, self.graph = at + 1, 0
            elif found := _directive(text, at):
                at = found.end()
            else:
                at = self._statement(at)
            at = _end(_skip(text, at))

    def _statement(self, at: int) -> int:
        """Past a subject with all that is said of it, or past the name of a graph."""
        if word := _graph_word(self.text, at):
            at = _end(_skip(self.text, word.end()))
        start = at
        bracket = self.text[at]
        is_bracket = bracket in "[("
        at = self._bracket(at, [], []) if is_bracket else _end(_term(self.text, at))
        at = _end(_skip(self.text, at))
        follows = self.text[at]
        if follows == "{":
            self.graph = start
            return at
        if bracket == "[" and follows in ".}":
            return at
        return self._properties(at, start)

    def _properties(self, at: int, subject: int) -> int:
        """Past ``predicate object , object ; …``, up to what ends them."""
        text, made, graph = self.text, self.made, self.graph
        while True:
            found = _pair(text, at)  # nearly every statement, in one step
            if found is not None:
                verb = found.start(1)
                made.append((subject, verb, found.start(2), graph))
                at, mark, last = found.end(), found.group(3), found.end(2)
            else:
                at = _end(_skip(text, at))
                if text[at] in ".]}":
                    return at  # after a last semicolon
                if text[at] == ";":
                    at += 1
                    continue
                head = _found(_term(text, at))
                verb = head.start(1)
                at, mark, last = self._object(head.end(), subject, verb)
            while mark == ",":
                at, mark, last = self._object(at, subject, verb)
            if mark != ";":
                if text[at] == "]" and text[last - 1] in _QUOTES:
                    self.late.append(made.pop())
                return at

    def _object(self, at: int, subject: int, verb: int) -> tuple[int, str, int]:
        """Past one object and the comma or semicolon after it.

        That is told too, and where the object itself ends.
        """
        text = self.text
        found = _value(text, at)
        if found is not None:
            self.made.append((subject, verb, found.start(1), self.graph))
            return found.end(), found.group(2), found.end(1)
        at = _end(_skip(text, at))
        end = self._bracket(at, [(subject, verb, at, self.graph)], [])
        after = _found(_mark(text, end))
        return after.end(), after.group(1), end

    def _bracket(self, at: int, link: list[Marks], lead: list[Marks]) -> int:
        """Past ``[ … ]`` or ``( … )``.

        ``link`` is the statement that has it as its object, if there is one; ``lead`` is what its
        first token completes.
        """
        text, start = self.text, at
        if text[at] not in "[(":
            raise _EndOfWalkError
        self._complete(lead)
        at = _end(_skip(text, at + 1))
        if text[start] == "(":
            return self._items(at, start, link)
        if text[at] != "]":
            at = self._properties(at, start)
        if text[at] != "]":
            raise _EndOfWalkError
        self._complete(link)
        return at + 1

    def _items(self, at: int, start: int, link: list[Marks]) -> int:
        """Past the items and the end of a list; a token first completes the link to its place."""
        text, lead = self.text, link
        while text[at] != ")":
            item: Marks = (start, at, at, self.graph)
            found = _value(text, at)
            if found is None:
                at = _end(_skip(text, self._bracket(at, [item], lead)))
            elif text[at] not in _QUOTES:
                self._complete([*lead, item])
                at = found.end()
            else:
                self._complete(lead)
                plain = text[found.end(1) - 1] in _QUOTES
                (self.late if plain else self.made).append(item)
                at = found.end()
            lead = [(start, at, at, self.graph)]
        self._complete(lead)
        return at + 1

    def _complete(self, marks: list[Marks]) -> None:
        """One token completes these statements, after the string before it if there is one."""
        self.made += reversed(self.late + marks)
        self.late.clear()


def _found(found: re.Match[str] | None) -> re.Match[str]:
    if found is None:
        raise _EndOfWalkError
    return found


def _end(found: re.Match[str] | None) -> int:
    return _found(found).end()


def previous_end(text: str, line: int, column: int) -> int:
    """The offset of the last character before a place that is no space and in no comment.

    ``line`` and ``column`` count from 1; 0 when nothing comes before.
    """
    limit = line_starts(text)[line - 1] + column - 1
    at = last = 0
    while at < limit:
        blank = _skip(text, at)
        at = _end(blank)
        if at >= limit:
            break
        token = _token(text, at)
        at = token.end() if token is not None else at + 1
        last = at - 1
    return last
