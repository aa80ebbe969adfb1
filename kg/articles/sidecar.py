"""The sidecar of an article: ``NAME.meta.toml`` with what is known about the text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.errors import InputError
from kg.files import read_text
from kg.when import DateBasis, Published

_KEYS = {"title", "publisher", "url", "published", "published_basis", "published_note", "kind"}
_MAX_BYTES = 1024 * 1024
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_BASES: dict[str, DateBasis] = {"stated": "stated", "inferred": "inferred"}


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a sidecar states; all of it may be absent.

    ``kind`` is for labelled articles: how the article says what it says, as the labels have it.
    """

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: Published | None = None
    kind: str | None = None


def sidecar_of(article: Path) -> Path:
    """Where the sidecar of an article would stand."""
    return article.with_suffix(".meta.toml")


def read_sidecar(path: Path) -> Sidecar:
    """The sidecar in ``path``; an empty one when there is no such file.

    Raises ``InputError`` for bad TOML, an unknown key, a value that is no text, or a bad date.
    """
    if not path.exists():
        return Sidecar()
    try:
        values = tomllib.loads(read_text(path, _MAX_BYTES))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(f"cannot be read: {error}", where=str(path), todo="mend it") from error
    return described(values, str(path))


def described(values: Mapping[str, object], where: str) -> Sidecar:
    """What ``values`` say of an article; ``where`` names their file in messages.

    Raises ``InputError`` for an unknown key, a value that is no text, or a bad date.
    """
    unknown = sorted(set(values) - _KEYS)
    if unknown:
        raise InputError(
            f"has an unknown key {unknown[0]!r}", where=where, todo=f"use {sorted(_KEYS)}"
        )
    texts: dict[str, str] = {}
    for key, value in values.items():
        if not isinstance(value, str) or not value.strip():
            raise InputError(f"{key} must be text", where=where, todo="put it in quotes")
        texts[key] = value
    return Sidecar(
        title=texts.get("title"),
        publisher=texts.get("publisher"),
        url=texts.get("url"),
        published=_published(texts, where),
        kind=texts.get("kind"),
    )


def page_date(when: str) -> Published | None:
    """The date that a page gives itself, or None when it gives none that can be read."""
    day = when.strip()[:10]
    return Published(day) if _is_date(day) else None


def _is_date(when: str) -> bool:
    if not _DATE.fullmatch(when):
        return False
    try:
        date(*[*(int(part) for part in when.split("-")), 1, 1][:3])
    except ValueError:
        return False
    return True


def _published(values: Mapping[str, str], where: str) -> Published | None:
    when = values.get("published")
    if when is None:
        return None
    basis = _BASES.get(values.get("published_basis", "stated"))
    if basis is None:
        raise InputError(
            "published_basis is neither stated nor inferred", where=where, todo="mend it"
        )
    if not _is_date(when):
        raise InputError(
            f"published is {when!r}", where=where, todo="write YYYY, YYYY-MM or YYYY-MM-DD"
        )
    return Published(when, basis, values.get("published_note"))
