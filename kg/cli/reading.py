"""From names on the command line to what articles say; ``-`` is stdin."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

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


def read_article(name: str, reader: Reader) -> tuple[Extraction, Resolution]:
    """The article in the file ``name``, or on stdin for ``-``, read and resolved.

    Raises ``InputError`` when it cannot be read.
    """
    from kg import articles
    from kg.extract import extract
    from kg.reconcile import reconcile

    if name == STDIN:
        document = articles.document("stdin", sys.stdin.buffer.read())
    else:
        document = articles.read_document(Path(name))
    extraction = extract(document, reader.lexicon, reader.gazetteer)
    return extraction, reconcile(extraction, reader.gazetteer, reader.lexicon)
