"""JSON with its places: each value knows at which offset it begins.

The standard library's reader gives no places and keeps the last of two equal keys in silence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

_space = re.compile(r"[ \t\r\n]*+").match
_string = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+"').match
_plain = re.compile(
    r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?|true|false|null"
).match


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written."""

    text: str


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an object: its key, where the key begins, its value."""

    key: str
    start: int
    value: Json


@dataclass(frozen=True, slots=True)
class Json:
    """A value, from offset ``start`` up to ``end``; an object is a tuple of members."""

    start: int
    end: int
    value: tuple[Member, ...] | list[Json] | str | Number | bool | None

    @property
    def members(self) -> tuple[Member, ...]:
        """The members of an object; none for any other value."""
        return self.value if isinstance(self.value, tuple) else ()

    def get(self, key: str) -> Json | None:
        """The value of the first member with this key."""
        return next((member.value for member in self.members if member.key == key), None)


class JsonError(ValueError):
    """What is no JSON, or deeper than is read: ``what`` in words and the offset."""

    def __init__(self, what: str, offset: int, *, deep: bool = False) -> None:
        super().__init__(what)
        self.what = what
        self.offset = offset
        self.deep = deep


def read_json(text: str, nesting: int) -> Json:
    """The one value of ``text``. Raises ``JsonError``."""
    found = _value(text, _skip(text, 0), nesting)
    end = _skip(text, found.end)
    if end < len(text):
        raise JsonError("something follows the end of the value", end)
    return found


def step(key: str | int) -> str:
    """One step of a JSON pointer (RFC 6901)."""
    return "/" + str(key).replace("~", "~0").replace("/", "~1")


def key_of(pointer: str) -> str:
    """The key that the first step of ``pointer``, without its slash, stands for."""
    return pointer.partition("/")[0].replace("~1", "/").replace("~0", "~")


def repeated(value: Json, pointer: str = "") -> Iterator[tuple[str, int, str]]:
    """The pointer, offset and key of each key that stands a second time in its object."""
    seen: set[str] = set()
    for member in value.members:
        if member.key in seen:
            yield pointer + step(member.key), member.start, member.key
        seen.add(member.key)
        yield from repeated(member.value, pointer + step(member.key))
    if isinstance(value.value, list):
        for number, item in enumerate(value.value):
            yield from repeated(item, pointer + step(number))


def _value(text: str, at: int, nesting: int) -> Json:
    char = text[at : at + 1]
    if char in ("{", "["):
        if nesting == 0:
            raise JsonError("too deep", at, deep=True)
        return (_object if char == "{" else _array)(text, at, nesting - 1)
    if char == '"':
        value, end = _text(text, at)
        return Json(at, end, value)
    found = _plain(text, at)
    if found is None:
        raise JsonError("a value is expected" if char else "the end comes too early", at)
    constants = {"true": True, "false": False, "null": None}
    word = found.group()
    return Json(at, found.end(), constants[word] if word in constants else Number(word))


def _object(text: str, start: int, nesting: int) -> Json:
    members: list[Member] = []
    at = _skip(text, start + 1)
    while text[at : at + 1] != "}":
        key_start = at
        if text[at : at + 1] != '"':
            raise JsonError("a key in quotation marks is expected", at)
        key, at = _text(text, at)
        at = _past(text, _skip(text, at), ":")
        value = _value(text, at, nesting)
        members.append(Member(key, key_start, value))
        at = _after_item(text, value.end, "}")
    return Json(start, at + 1, tuple(members))


def _array(text: str, start: int, nesting: int) -> Json:
    items: list[Json] = []
    at = _skip(text, start + 1)
    while text[at : at + 1] != "]":
        items.append(_value(text, at, nesting))
        at = _after_item(text, items[-1].end, "]")
    return Json(start, at + 1, items)


def _after_item(text: str, at: int, closing: str) -> int:
    """The offset of the next item, or of the bracket that closes."""
    at = _skip(text, at)
    if text[at : at + 1] == closing:
        return at
    at = _past(text, at, ",")
    if text[at : at + 1] == closing:
        raise JsonError("something is expected after the comma", at)
    return at


def _past(text: str, at: int, char: str) -> int:
    if text[at : at + 1] != char:
        raise JsonError(f"a {char!r} is expected", at)
    return _skip(text, at + 1)


def _text(text: str, at: int) -> tuple[str, int]:
    found = _string(text, at)
    if found is None:
        raise JsonError("this string is not closed, or holds a character that must be escaped", at)
    value: str = json.loads(found.group())
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise JsonError("half a surrogate pair is no character", at)
    return value, found.end()


def _skip(text: str, at: int) -> int:
    found = _space(text, at)
    return found.end() if found is not None else at
