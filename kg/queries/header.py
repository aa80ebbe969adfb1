"""The ``#+`` header of a saved query: a small, strict part of YAML, in the form grlc reads.

    #+ summary: Everyone who endorsed a candidate
    #+ description: >
    #+   One row a passage.
    #+   Names in any case.
    #+ tags: [endorsements, people]
    #+ defaults:
    #+   - stance: supports
    #+ enumerate:
    #+   - stance:
    #+     - supports
    #+     - opposes
    #+ kinds:
    #+   - candidate: candidate

``enumerate`` lists the only values of a parameter. ``kinds`` is kg's own and left alone by grlc: it
says of a parameter that is an IRI what sort of thing it means, so that the thing can be named. What
is not in this form is an error with its line; nothing is skipped in silence. Values that YAML would
read as something other than the text they show must stand in double quotes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from kg.errors import QueryError

MARK = "#+"
_TEXT_KEYS = ("summary", "description", "problem", "remedy")
_LIST_KEYS = ("tags",)
_MAP_KEYS = ("defaults", "kinds")
_CHOICE_KEYS = ("enumerate",)
KEYS = _TEXT_KEYS + _LIST_KEYS + _MAP_KEYS + _CHOICE_KEYS

_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_]*):(?: +(.*))?")
_QUOTED = re.compile(r'"(?:[^"\\]|\\["\\])*"')
_NOT_PLAIN = re.compile(r"""^[\[\]{}&*!|>'"%@`,?:#-]|: |:$| #""")


@dataclass(frozen=True, slots=True)
class Header:
    """What a query says about itself.

    ``defaults`` maps parameter names to values as text, ``enumerate`` to all the values that there
    are, and ``kinds`` to the sort of thing that may be named.
    """

    summary: str
    description: str = ""
    tags: tuple[str, ...] = ()
    defaults: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    kinds: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    enumerate: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    problem: str = ""
    remedy: str = ""


_Value = str | tuple[str, ...] | dict[str, str] | dict[str, tuple[str, ...]]


class _Line(NamedTuple):
    """One header line: its place in words, its indentation and the text after that."""

    place: str
    indent: int
    text: str


def parse_header(text: str, name: str) -> Header:
    """The header of the query ``text``; ``name`` is the file's, for messages.

    Raises ``QueryError`` naming file and line for an unknown or repeated key, a tab, wrong
    indentation, a value that needs quotes, a header line below the first line of the query, or
    a missing summary.
    """
    entries: dict[str, _Value] = {}
    lines = _header_lines(text, name)
    at = 0
    while at < len(lines):
        key, inline = _key_of(lines[at])
        if key in entries:
            raise _fault(lines[at], f"{key} is given twice", "keep one of them")
        end = at + 1
        while end < len(lines) and lines[end].indent > 0:
            end += 1
        entries[key] = _value(key, inline, lines[at], lines[at + 1 : end])
        at = end
    if not entries.get("summary"):
        raise QueryError(
            "the query has no summary", where=f"{name}:1", todo="begin with: #+ summary: ..."
        )
    return Header(**entries)  # type: ignore[arg-type] # _value gives each key its own type


def _header_lines(text: str, name: str) -> list[_Line]:
    found: list[_Line] = []
    query_began = False
    for number, raw in enumerate(text.splitlines(), start=1):
        place = f"{name}:{number}"
        if not raw.startswith(MARK):
            query_began = query_began or bool(raw.strip())
            if raw.lstrip().startswith(MARK):
                raise QueryError("a header line is indented", where=place, todo="begin it with #+")
            continue
        if query_began:
            raise QueryError(
                "a header line stands below the query", where=place, todo="move it to the top"
            )
        body = raw[len(MARK) :]
        if "\t" in body:
            raise QueryError("a tab in the header", where=place, todo="use spaces")
        if body.strip():
            found.append(_line(place, body))
    return found


def _line(place: str, body: str) -> _Line:
    if not body.startswith(" "):
        raise QueryError("no space after #+", where=place, todo="write: #+ key: value")
    inner = body[1:].rstrip()
    return _Line(place, len(inner) - len(inner.lstrip(" ")), inner.lstrip(" "))


def _fault(line: _Line, what: str, todo: str) -> QueryError:
    return QueryError(what, where=line.place, todo=todo)


def _key_of(line: _Line) -> tuple[str, str]:
    match = _KEY.fullmatch(line.text)
    if line.indent or match is None:
        raise _fault(line, f"{line.text!r} is no key and value", "write: #+ key: value")
    key = match[1]
    if key not in KEYS:
        import difflib  # here: only a mistake needs it

        near = difflib.get_close_matches(key, KEYS, 1)
        hint = f"did you mean {near[0]}?" if near else f"known keys: {', '.join(KEYS)}"
        raise _fault(line, f"unknown key {key}", hint)
    return key, (match[2] or "").strip()


def _value(key: str, inline: str, head: _Line, block: list[_Line]) -> _Value:
    if key in _TEXT_KEYS:
        return _text(inline, head, block)
    if key in _CHOICE_KEYS:
        return _choices(inline, head, block)
    items = _items(inline, head, block)
    if key in _LIST_KEYS:
        return tuple(_scalar(text, line) for text, line in items)
    return _mapping(items)


def _text(inline: str, head: _Line, block: list[_Line]) -> str:
    if inline == ">":
        _check_indents(block)
        if not block:
            raise _fault(head, "a folded text without lines", "indent its lines by two spaces")
        return " ".join(line.text for line in block)
    if block:
        raise _fault(block[0], "a line goes on below its value", 'put ">" after the key')
    if not inline:
        raise _fault(head, "a key without a value", "write it after the colon")
    return _scalar(inline, head)


def _items(inline: str, head: _Line, block: list[_Line]) -> list[tuple[str, _Line]]:
    """The entries of ``[a, b]`` or of a block of ``- a`` lines, each with its line."""
    if inline:
        if block:
            raise _fault(block[0], "a list both in brackets and below", "keep one of them")
        if not (inline.startswith("[") and inline.endswith("]")):
            raise _fault(head, f"{inline!r} is no list", "write: [one, two]")
        inside = inline[1:-1].strip()
        return [(part.strip(), head) for part in inside.split(",")] if inside else []
    if not block:
        raise _fault(head, "a key without a value", "write: [one, two]")
    _check_indents(block)
    for line in block:
        if not line.text.startswith("- "):
            raise _fault(line, f"{line.text!r} is no list item", "begin it with a dash and a space")
    return [(line.text[2:].strip(), line) for line in block]


def _check_indents(block: list[_Line], indent: int = 2) -> None:
    for line in block:
        if line.indent != indent:
            wanted = {2: "two", 4: "four"}[indent]
            raise _fault(line, f"indented by {line.indent} spaces", f"indent it by {wanted}")


def _choices(inline: str, head: _Line, block: list[_Line]) -> dict[str, tuple[str, ...]]:
    """The values of each parameter that has only so many: a list of names with lists below."""
    if inline or not block:
        raise _fault(head, "the values are not below it", "write: - name: and below it - value")
    made: dict[str, tuple[str, ...]] = {}
    at = 0
    while at < len(block):
        named = block[at]
        _check_indents([named])
        match = _KEY.fullmatch(named.text.removeprefix("- "))
        if not named.text.startswith("- ") or match is None or match[2]:
            raise _fault(named, f"{named.text!r} is no name of a parameter", "write: - name:")
        if match[1] in made:
            raise _fault(named, f"{match[1]} is given twice", "keep one of them")
        end = at + 1
        while end < len(block) and block[end].indent > named.indent:
            end += 1
        made[match[1]] = _listed(named, block[at + 1 : end])
        at = end
    return made


def _listed(named: _Line, lines: list[_Line]) -> tuple[str, ...]:
    """The values below the name of a parameter, each once."""
    _check_indents(lines, 4)
    values: list[str] = []
    for line in lines:
        if not line.text.startswith("- "):
            raise _fault(line, f"{line.text!r} is no list item", "begin it with a dash and a space")
        value = _scalar(line.text[2:].strip(), line)
        if value in values:
            raise _fault(line, f"{value} is given twice", "keep one of them")
        values.append(value)
    if not values:
        raise _fault(named, "no value is below it", "write them below it: - value")
    return tuple(values)


def _mapping(items: list[tuple[str, _Line]]) -> dict[str, str]:
    made: dict[str, str] = {}
    for text, line in items:
        match = _KEY.fullmatch(text)
        if match is None or not match[2]:
            raise _fault(line, f"{text!r} is no name and value", "write: - name: value")
        if match[1] in made:
            raise _fault(line, f"{match[1]} is given twice", "keep one of them")
        made[match[1]] = _scalar(match[2].strip(), line)
    return made


def _scalar(text: str, line: _Line) -> str:
    if text.startswith('"'):
        if not _QUOTED.fullmatch(text):
            raise _fault(line, f"{text} is not closed or has an unknown escape", 'close the "')
        return re.sub(r'\\(["\\])', r"\1", text[1:-1])
    if not text or _NOT_PLAIN.search(text):
        raise _fault(line, f"{text!r} would be read as YAML", "put it in double quotes")
    return text
