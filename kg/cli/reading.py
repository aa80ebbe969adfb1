"""From paths on the command line to documents, and what reading them needs; `-` is stdin."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.gazetteer import Gazetteer
    from kg.lexicon import Lexicon
    from kg.model import Extraction, Resolution

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading an article takes beside the article."""

    lexicon: Lexicon
    gazetteer: Gazetteer


def load_reader() -> Reader:
    """The shipped lexicon and gazetteer."""
    from kg.gazetteer import load_gazetteer
    from kg.lexicon import load_lexicon

    return Reader(load_lexicon(), load_gazetteer())


def read_article(path: Path, reader: Reader) -> tuple[Extraction, Resolution]:
    """One article, read and resolved. Raises ``InputError`` when it cannot be read."""
    from kg.articles import read_document
    from kg.extract import extract
    from kg.reconcile import reconcile

    extraction = extract(read_document(path), reader.lexicon, reader.gazetteer)
    return extraction, reconcile(extraction, reader.gazetteer, reader.lexicon)


@contextmanager
def as_paths(names: Sequence[str], suffix: str) -> Iterator[list[Path]]:
    """The files that ``names`` name; ``-`` becomes a file with what stdin holds.

    The file is called ``stdin`` with ``suffix`` and is gone after the block. Raises
    ``UsageError`` when stdin is asked for twice.
    """
    if list(names).count(STDIN) > 1:
        raise UsageError("stdin can be read once only", where=STDIN)
    if STDIN not in names:
        yield [Path(name) for name in names]
        return
    with TemporaryDirectory(prefix="kg-") as folder:
        copy = Path(folder) / f"stdin{suffix}"
        copy.write_bytes(sys.stdin.buffer.read())
        yield [copy if name == STDIN else Path(name) for name in names]
