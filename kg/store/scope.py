"""Whether a query asks for single graphs, or only for the union of all of them."""

from __future__ import annotations

from functools import lru_cache

_WORDS = ("GRAPH", "FROM")
_KEPT = 64


@lru_cache(_KEPT)  # the same few queries are asked again and again
def names_graphs(sparql: str) -> bool:
    """Whether the query says ``GRAPH`` or ``FROM`` anywhere but in texts, IRIs and comments.

    Rather yes than no, as an index of all graphs answers every query and the one of their union
    only some: the engine's grammar needs no space after a keyword, so that ``GRAPHx:g`` may be
    ``GRAPH x:g``, and any word or prefix that holds the keyword counts.

    Raises ``QueryError`` when the text holds such a word and cannot be divided into tokens.
    """
    upper = sparql.upper()
    if "GRAPH" not in upper and "FROM" not in upper:
        return False
    from kg.sparqltokens import tokenize  # here: most queries are settled without it

    texts = (token.text for token in tokenize(sparql) if token.kind in ("word", "name"))
    return any(word in text.partition(":")[0].upper() for text in texts for word in _WORDS)
