"""Finding and reading labelled articles: folders that a person fills, or JSON files.

An article is a folder with ``article.txt``, ``labels.tsv`` and, where there is more to say of it,
``article.meta.toml``; or a JSON file. Other folders are looked through for more of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from kg.articles import read_document
from kg.articles.sidecar import read_sidecar, sidecar_of
from kg.errors import InputError
from kg.evaluation.cases import read_case
from kg.evaluation.model import KINDS, ArticleKind, Label, LabelledArticle
from kg.evaluation.table import read_labels

ARTICLE, LABELS = "article.txt", "labels.tsv"
_JSON = ".json"


def load_articles(path: Path) -> list[LabelledArticle]:
    """The labelled articles below the folder ``path``, or the one that ``path`` is, by name.

    Raises ``InputError`` when there is none, or when one is malformed: with file and line.
    """
    if not path.exists():
        raise InputError("no such folder", where=str(path), todo="check the path")
    if path.is_file():
        return [read_case(path, path.stem)]
    found = [_read(place, _name(place, path)) for place in sorted(_places(path))]
    if not found:
        raise InputError(
            "has no labelled article",
            where=str(path),
            todo=f"put folders with {ARTICLE} and {LABELS} there",
        )
    return found


def _places(top: Path) -> Iterator[Path]:
    """The folders and files that are articles; links to folders are not followed."""
    for here, folders, files in os.walk(top):
        folder = Path(here)
        folders[:] = [name for name in folders if not name.startswith(".")]
        if ARTICLE in files or LABELS in files:
            yield folder
        else:
            yield from (folder / name for name in files if name.endswith(_JSON))


def _name(place: Path, top: Path) -> str:
    below = place.relative_to(top).as_posix().removesuffix(_JSON)
    return place.resolve().name if below == "." else below


def _read(place: Path, name: str) -> LabelledArticle:
    if place.suffix == _JSON and place.is_file():
        return read_case(place, name)
    document = read_document(place / ARTICLE)
    labels = read_labels(place / LABELS, document.text)
    sidecar = sidecar_of(place / ARTICLE)
    kind = _kind(read_sidecar(sidecar).kind, labels, sidecar)
    return LabelledArticle(name, document, kind, labels)


def _kind(stated: str | None, labels: tuple[Label, ...], where: Path) -> ArticleKind:
    """The kind that the sidecar states; an article that backs nobody need not state it."""
    says_something = any(label.statement != "roles" and not label.optional for label in labels)
    if stated is None and not says_something:
        return "negative"
    kinds = [kind for kind in KINDS if kind == stated]
    if not kinds:
        raise InputError(
            "does not say of which kind the article is",
            where=str(where),
            todo='write kind = "list", "prose" or "mixed": where the article says it',
        )
    if kinds[0] == "negative" and says_something:
        raise InputError(
            "calls the article negative, but it has an endorsement or a claim",
            where=str(where),
            todo='write kind = "list", "prose" or "mixed"',
        )
    return kinds[0]
