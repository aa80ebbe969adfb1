"""Names that a parameter may have meant, for an answer that is empty."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from pyoxigraph import Literal, QuerySolutions

from kg.asking import Queryable, engine_errors
from kg.queries.saved import SavedQuery
from kg.vocab import FOAF, SKOS

_NAMES = f"""
SELECT DISTINCT ?name WHERE {{ ?thing <{FOAF.name}>|<{SKOS.altLabel}>|<{SKOS.prefLabel}> ?name }}
"""
_NEAR = 0.75


def suggest(store: Queryable, saved: SavedQuery, values: Mapping[str, str]) -> tuple[str, ...]:
    """Up to three names of the graph near to a text that was given for a parameter.

    Nothing when every text given is a name, or the last word of one: then the empty answer is true.
    """
    texts = [values[p.name] for p in saved.parameters if p.kind == "string" and p.name in values]
    if not texts:
        return ()
    with engine_errors():  # an answer is worked out as it is read
        answer = store.query(_NAMES)
        names = {
            name.value.lower(): name.value
            for row in (answer if isinstance(answer, QuerySolutions) else ())
            for name in row
            if isinstance(name, Literal)
        }
    known = names.keys() | {name.rpartition(" ")[2] for name in names}
    found: list[str] = []
    for text in texts:
        if text.lower() not in known:
            near = difflib.get_close_matches(text.lower(), sorted(names), 3, _NEAR)
            found += [names[name] for name in near]
    return tuple(dict.fromkeys(found))[:3]
