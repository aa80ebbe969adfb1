"""From names on the command line to what articles say; ``-`` is stdin."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.gazetteer import Gazetteer
    from kg.lexicon import Lexicon
    from kg.model import Document, Extraction, Resolution

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


def read_articles(names: Sequence[str], reader: Reader) -> Iterator[tuple[Extraction, Resolution]]:
    """The articles in the files ``names``, and on stdin for ``-``, each read and resolved in turn.

    Raises ``InputError`` when one cannot be read.
    """
    from kg.extract import extract
    from kg.reconcile import reconcile

    for document in documents(names):
        extraction = extract(document, reader.lexicon, reader.gazetteer)
        yield extraction, reconcile(extraction, reader.gazetteer, reader.lexicon)


def documents(names: Sequence[str]) -> Iterator[Document]:
    """The articles in the files ``names``, in order; ``-`` is stdin.

    Raises ``InputError`` when one cannot be read.
    """
    from kg import articles

    for stdin, some in groupby(names, lambda name: name == STDIN):
        if stdin:
            yield from articles.read_stream(sys.stdin.buffer, "stdin")
        else:
            yield from articles.read_documents(map(Path, some))
