"""Whether a query asks for single graphs, or only for the union of all of them."""

from __future__ import annotations

_WORDS = ("GRAPH", "FROM")


def names_graphs(sparql: str) -> bool:
    """Whether the query says ``GRAPH`` or ``FROM`` anywhere but in texts, IRIs and comments.

    Rather yes than no, as an index of all graphs answers every query and the one of their union
    only some: the engine's grammar needs no space after a keyword, so that ``GRAPHx:g`` may be
    ``GRAPH x:g``, and any word or prefix that holds the keyword counts.

    Raises ``QueryError`` when the text holds such a word and cannot be divided into tokens.
    """
    if not any(word in sparql.upper() for word in _WORDS):
        return False
    from kg.sparqltokens import tokenize  # here: most queries are settled without it

    texts = (token.text for token in tokenize(sparql) if token.kind in ("word", "name"))
    return any(word in text.partition(":")[0].upper() for text in texts for word in _WORDS)
