"""IRIs that are made of the keys of others: where they lead once those gave way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_PARTS = re.compile(r"(.+/id/)([a-z]+)/(.+)")
# What the first parts of a key are keys of; an endorser is a person or a body.
_MADE_OF: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "candidacy": (("contest",), ("person",)),
        "endorsement": (("contest",), ("person", "org"), ("person",)),
        "membership": (("person",), ("org",)),
    }
)


def moved(iri: str, redirects: Mapping[str, str]) -> str:
    """Where ``iri`` leads by ``redirects``, from old IRIs of entities to new ones.

    An endorsement, a candidacy or an office leads to the one that the new keys make; anything else
    that did not give way to itself.
    """
    if iri in redirects:
        return redirects[iri]
    found = _PARTS.fullmatch(iri)
    if not found or found[2] not in _MADE_OF:
        return iri
    start, kind, keys = found[1], found[2], found[3].split("/")
    for place, kinds in enumerate(_MADE_OF[kind][: len(keys)]):
        for one in kinds:
            new = redirects.get(f"{start}{one}/{keys[place]}")
            if new:
                keys[place] = new.rpartition("/")[2]
                break
    return f"{start}{kind}/{'/'.join(keys)}"
