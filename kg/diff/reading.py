"""From a file in any syntax of RDF to sorted N-Quads lines."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice, pairwise
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

import pyoxigraph as ox

from kg.diff.blanks import named
from kg.errors import InputError
from kg.nquads import as_text
from kg.validate.limits import Limits
from kg.validate.reading import read

_LINEWISE: Mapping[str, ox.RdfFormat] = MappingProxyType(
    {
        "application/n-triples": ox.RdfFormat.N_TRIPLES,
        "application/n-quads": ox.RdfFormat.N_QUADS,
    }
)
_AT_ONCE = 10_000  # lines
# What makes a term unfit to be judged does not keep it from being compared.
_OF_TERMS = frozenset({"iri", "object"})


def copy_if_sorted(path: Path, media_type: str, sink: BinaryIO) -> bool:
    """Copy a file that is sorted N-Quads lines already, as exports of kg are, in little memory.

    False: it is something else, and nothing was written. ``sink`` is a file.
    """
    form = _LINEWISE.get(media_type)
    if form is None:
        return False
    last = b""
    with path.open("rb") as file:
        while lines := list(islice(file, _AT_ONCE)):
            if not _is_sorted(last, lines) or not _is_plain(b"".join(lines), form):
                if last:
                    sink.seek(0)
                    sink.truncate()
                return False
            sink.writelines(lines)
            last = lines[-1]
    return True


def _is_sorted(last: bytes, lines: list[bytes]) -> bool:
    return all(one < other for one, other in pairwise((last, *lines)))


def _is_plain(text: bytes, form: ox.RdfFormat) -> bool:
    """Whether every line is as kg writes it; no brackets for the parser to choke on, no label."""
    if b"<<" in text or b"_:" in text:
        return False
    try:
        return as_text(ox.parse(text, format=form)) == text
    except SyntaxError:
        return False


def lines_of(path: Path, media_type: str, name: str, limits: Limits) -> tuple[list[bytes], int]:
    """The sorted lines of a file, each once, and how many things without an IRI there are.

    Raises ``InputError`` at the first fault that keeps the file from being read to its end, or
    would lose some of it.
    """
    reading = read(path.read_bytes(), media_type, name, limits)
    for fault in reading.faults:
        if fault.shape not in _OF_TERMS:
            raise InputError(
                fault.message.rstrip("."),
                where=":".join(str(part) for part in (name, fault.line, fault.column) if part),
                todo=f"see `kg validate {name}`",
            )
    if any(isinstance(quad.object, ox.Triple) for quad in reading.quads):
        raise InputError(
            "holds statements about statements", where=name, todo="export it without them"
        )
    quads, unnamed = named(reading.quads)
    return sorted(set(as_text(quads).splitlines(keepends=True))), unnamed
