"""A labelled article as one JSON object: the text and its labels in one file.

    {"text": "…", "published": "2015-07-17", "split_hint": "list",
     "endorsements": [{"endorser", "endorser_type", "candidate", "polarity", "line",
                       "endorser_aliases"?, "optional"?}],
     "claims": [{"candidate", "count", "line", "optional"?}],
     "roles": [{"person", "role", "organisation_or_place"?, "line", "optional"?}]}

``line`` is copied from the text. Other keys are not looked at.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from kg.articles import document
from kg.articles.sidecar import described
from kg.errors import InputError
from kg.evaluation.model import KINDS, OTHER, Label, LabelledArticle, Statement
from kg.evaluation.quotes import QuotedText
from kg.evaluation.table import number
from kg.files import read_text
from kg.model import AgentKind

T = TypeVar("T", bound=str)

MAX_BYTES = 64 * 1024 * 1024
_POLARITIES: tuple[Statement, ...] = ("supports", *OTHER)
_TYPES: tuple[AgentKind, ...] = ("person", "organisation")


def read_case(path: Path, name: str) -> LabelledArticle:
    """The labelled article in the JSON file ``path``.

    Raises ``InputError`` with the place inside the file when it is not JSON or not such an object.
    """
    case = _Place(_loaded(path), str(path))
    text = case.text("text")
    quoted = QuotedText(text)
    when = case.text_or_empty("published")
    return LabelledArticle(
        name=name,
        document=document(
            path.name,
            _bytes(text, path),
            where=str(path),
            sidecar=described({"published": when} if when else {}, str(path)),
        ),
        kind=case.one_of("split_hint", KINDS),
        labels=tuple(_labels(case, quoted)),
    )


def _loaded(path: Path) -> Any:
    text = read_text(path, MAX_BYTES)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"is not JSON: {error}", where=str(path), todo="mend it") from error


def _bytes(text: str, path: Path) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"its text has half a character at {error.start}", where=str(path), todo="mend it"
        ) from error


def _labels(case: _Place, quoted: QuotedText) -> Iterator[Label]:
    readers: tuple[tuple[str, Callable[[_Place, str], Label]], ...] = (
        ("endorsements", _endorsement),
        ("claims", _claim),
        ("roles", _role),
    )
    for key, read in readers:
        for item in case.items(key):
            line = item.text("line")
            if line not in quoted:
                raise InputError(
                    f"its line is not in the text: {line[:60]}", where=item.where, todo="copy it"
                )
            yield read(item, line)


def _endorsement(item: _Place, line: str) -> Label:
    return Label(
        item.one_of("polarity", _POLARITIES),
        item.text("endorser"),
        item.text("candidate"),
        line,
        kind=item.one_of("endorser_type", _TYPES),
        other_names=item.texts("endorser_aliases"),
        optional=item.flag("optional"),
    )


def _claim(item: _Place, line: str) -> Label:
    count = item.value.get("count")
    printed = None if isinstance(count, bool) else number(str(count))
    if printed is None:
        raise InputError(
            f"its count is {str(count)[:20]!r}", where=item.where, todo="write a number"
        )
    return Label("claims", item.text("candidate"), printed, line, optional=item.flag("optional"))


def _role(item: _Place, line: str) -> Label:
    return Label(
        "roles",
        item.text("person"),
        item.text("role"),
        line,
        of=item.text_or_empty("organisation_or_place"),
        optional=item.flag("optional"),
    )


class _Place:
    """An object inside a JSON file, with the way to it for messages."""

    def __init__(self, value: Any, where: str) -> None:
        if not isinstance(value, dict):
            raise InputError("is no JSON object", where=where, todo="see the manual")
        self.value: dict[str, Any] = value
        self.where = where

    def text(self, key: str) -> str:
        """The text under ``key``, which must be there and not blank."""
        value = self.value.get(key)
        if not isinstance(value, str) or not value.strip():
            raise InputError(f"needs a text {key!r}", where=self.where, todo="add it")
        return value

    def text_or_empty(self, key: str) -> str:
        """The text under ``key``; empty when it is absent, null or empty."""
        return self.text(key) if self.value.get(key) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under ``key``; none when it is absent."""
        values = self.value.get(key) or []
        if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
            raise InputError(f"{key!r} must be a list of texts", where=self.where, todo="mend it")
        return tuple(values)

    def flag(self, key: str) -> bool:
        """The truth value under ``key``; false when it is absent."""
        value = self.value.get(key, False)
        if not isinstance(value, bool):
            raise InputError(f"{key!r} must be true or false", where=self.where, todo="mend it")
        return value

    def one_of(self, key: str, known: tuple[T, ...]) -> T:
        """The one of ``known`` that stands under ``key``."""
        found = [one for one in known if one == self.value.get(key)]
        if not found:
            raise InputError(
                f"has no {key!r} that is known", where=self.where, todo=f"use one of {list(known)}"
            )
        return found[0]

    def items(self, key: str) -> Iterator[_Place]:
        """The objects in the list under ``key``; none when it is absent."""
        values = self.value.get(key, [])
        if not isinstance(values, list):
            raise InputError(f"{key!r} must be a list", where=self.where, todo="mend it")
        for at, value in enumerate(values):
            yield _Place(value, f"{self.where}: {key}[{at}]")
