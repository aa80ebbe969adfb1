"""What it costs to decide who is who between reading articles and writing their statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from bench.generate import article
from bench.measure import Line, at_most, in_turns
from kg.gazetteer import Gazetteer
from kg.iris import Minter
from kg.model import Document
from kg.nquads import as_text, quads_of, sort_text
from kg.pipeline import join, read_article
from kg.rdf import dataset_quads, quads

_ARTICLES = 20
_LIMIT = 1.15


def joining(seed: int, gazetteer: Gazetteer, rounds: int) -> Iterator[Line]:
    """The graph of many articles, beside that of the same articles each by itself."""
    documents = [article(seed, number, gazetteer).document for number in range(_ARTICLES)]
    timed = in_turns(partial(join, documents), partial(_alone, documents, gazetteer), rounds)
    yield at_most("identity", "articles joined, beside each by itself", _LIMIT, timed)


def _alone(documents: Sequence[Document], gazetteer: Gazetteer) -> None:
    """Read and write each article without a look at the others, then put all together."""
    minter = Minter()
    texts = [as_text(dataset_quads(minter))]
    for document in documents:
        read = read_article(document)
        texts.append(as_text(quads(read.extraction, read.resolution, gazetteer, minter)))
    tuple(quads_of(sort_text(b"".join(texts))))
