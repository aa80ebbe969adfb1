"""Occurrences as lines of JSON, the form in which a store keeps them beside its graph."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, get_args

from kg.errors import StoreError
from kg.identity.model import ContextKind, Kind, Occurrence

_KINDS = frozenset(get_args(Kind))
_CONTEXTS = frozenset(get_args(ContextKind))


def as_lines(occurrences: Iterable[Occurrence]) -> list[bytes]:
    """One line of JSON an occurrence, sorted: the same occurrences always give the same bytes."""
    return sorted(map(_line, occurrences))


def occurrences_of(lines: Iterable[bytes]) -> tuple[Occurrence, ...]:
    """The occurrences of lines that ``as_lines`` made. Raises ``StoreError`` for any other."""
    return tuple(_occurrence(line, number) for number, line in enumerate(lines, start=1))


def _line(one: Occurrence) -> bytes:
    values = {
        "kind": one.kind,
        "key": one.key,
        "article": one.article,
        "name": one.name,
        "context": one.context,
        "title": one.title,
        "roles": sorted(one.roles),
        "stands_in": sorted(one.stands_in),
        "backs": sorted(one.backs),
    }
    return f"{json.dumps(values, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def _occurrence(line: bytes, number: int) -> Occurrence:
    try:
        return _checked(json.loads(line))
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(
            "the store is damaged: this is no occurrence",
            where=f"occurrences.jsonl:{number}",
            todo="see `kg store verify`; `kg build` makes it anew",
        ) from error


def _checked(values: dict[str, Any]) -> Occurrence:
    if values["kind"] not in _KINDS or values["context"] not in _CONTEXTS:
        raise ValueError("neither kind nor context may be another word")
    return Occurrence(
        kind=values["kind"],
        key=_text(values["key"]),
        article=_text(values["article"]),
        name=_text(values["name"]),
        context=values["context"],
        title=_text(values["title"]),
        roles=frozenset(map(_text, values["roles"])),
        stands_in=frozenset(map(_text, values["stands_in"])),
        backs=frozenset(map(_stance, values["backs"])),
    )


def _stance(value: list[Any]) -> tuple[str, str, str]:
    contest, candidate, polarity = map(_text, value)
    return contest, candidate, polarity


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is needed")
    return value
