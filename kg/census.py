"""How much a graph holds, counted once when it is published: what its description is made from."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from kg.nquads import triples
from kg.vocab import RDF, SCHEMA

_TYPE = f"<{RDF.type}>"
_APPEARED = f"<{SCHEMA.datePublished}>"
_DATE = re.compile(r'"(\d{4}(?:-\d{2}){0,2})"\^\^')


@dataclass(frozen=True, slots=True)
class Census:
    """A graph in numbers.

    ``sha256`` is that of its sorted N-Quads lines, ``size`` their bytes, ``quads`` their number.
    The other numbers are of the union of its graphs: ``triples``, the ``subjects`` that these have,
    the ``entities`` among them that have a type; how many each class has, and how many triples
    each property. ``first`` and ``last`` are the first and the last date of an article, as exactly
    as they are known, "" when no article has one. Keys of the mappings are IRIs, sorted.
    """

    sha256: str
    size: int
    quads: int
    triples: int
    subjects: int
    entities: int
    classes: Mapping[str, int]
    properties: Mapping[str, int]
    first: str
    last: str

    def as_json(self) -> bytes:
        """The census as a file."""
        text = json.dumps(asdict(self), indent=1, sort_keys=True)
        return f"{text}\n".encode()


def from_json(data: bytes) -> Census:
    """The census in a file. Raises ``ValueError`` when it is none."""
    content = json.loads(data)
    if not isinstance(content, dict) or set(content) != {field.name for field in fields(Census)}:
        raise ValueError("not a census")
    made: dict[str, Any] = content
    return Census(**made)


def take(lines: Iterable[bytes]) -> Census:
    """Count a graph by its sorted N-Quads lines, in one pass that keeps no statement."""
    text, quads, size = hashlib.sha256(), 0, 0

    def watched() -> Iterator[bytes]:
        nonlocal quads, size
        for line in lines:
            text.update(line)
            quads += 1
            size += len(line)
            yield line

    classes: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    dates: set[str] = set()
    subjects = entities = 0
    current = typed = ""
    for subject, predicate, item in triples(watched()):
        properties[predicate] += 1
        if subject != current:
            current = subject
            subjects += 1
        if predicate == _TYPE and item[0] == "<":
            classes[item] += 1
            entities += subject != typed
            typed = subject
        elif predicate == _APPEARED and (found := _DATE.match(item)):
            dates.add(found[1])
    return Census(
        sha256=text.hexdigest(),
        size=size,
        quads=quads,
        triples=properties.total(),
        subjects=subjects,
        entities=entities,
        classes=_plain(classes),
        properties=_plain(properties),
        first=min(dates, default=""),
        last=max(dates, default=""),
    )


def _plain(counted: Counter[str]) -> dict[str, int]:
    return {token[1:-1]: counted[token] for token in sorted(counted)}
