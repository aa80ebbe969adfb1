"""Knowing where statements stand, against parsing alone."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from bench.measure import Line, at_most, in_turns
from kg.export import write
from kg.store import open_store
from kg.validate.forms.turtlewalk import lines_walk, walk
from kg.validate.positions import lines_and_columns

_LIMIT = 3.0


def position(store: Path, rounds: int) -> Iterator[Line]:
    """Parsing with a line and a column for every statement, and plainly, of the same text."""
    for name, form in (("turtle", RdfFormat.TURTLE), ("ntriples", RdfFormat.N_TRIPLES)):
        sink = BytesIO()
        with open_store(str(store)) as opened:
            write(opened, name, sink)
        data = sink.getvalue()
        text = data.decode()
        count = sum(1 for _ in parse(data, format=form))

        def placed(data: bytes = data, text: str = text, form: RdfFormat = form) -> object:
            statements = list(parse(data, format=form))
            by_line = form == RdfFormat.N_TRIPLES
            marks = lines_walk(text, graphs=False) if by_line else walk(text, len(statements) + 1)
            if len(marks) != len(statements):
                raise RuntimeError("the walk and the parser did not come out even")
            at = lines_and_columns(text)
            return at(marks[-1][2])

        def plain(data: bytes = data, form: RdfFormat = form) -> object:
            return list(parse(data, format=form))

        timed = in_turns(placed, plain, rounds)
        yield at_most(
            "position", f"{name} of {count:,} triples with positions, plainly", _LIMIT, timed
        )
