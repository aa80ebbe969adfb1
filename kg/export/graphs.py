"""The statements of each graph together, from lines sorted by subject, in bounded memory.

A small graph is divided in memory. Past ``HELD`` bytes the lines wait in temporary files, one a
graph, and come back one graph at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.nquads import Triple, split

HELD = 1 << 26
"""How many bytes of lines are kept in memory at most."""


def by_graph(lines: Iterable[bytes]) -> Iterator[tuple[str, Iterator[Triple]]]:
    """The graphs of sorted lines with their triples, by name; the default graph, "", first.

    The triples of a graph must be gone through before the next graph is asked for. Raises
    ``OSError`` when the temporary files cannot be written.
    """
    held: dict[bytes, list[bytes]] = {}
    waiting: dict[bytes, Path] = {}
    size = 0
    with ExitStack() as kept:
        folder: Path | None = None
        for line in lines:
            held.setdefault(graph_of(line), []).append(line)
            size += len(line)
            if size > HELD:
                folder = folder or Path(kept.enter_context(TemporaryDirectory(prefix="kg-graphs-")))
                _put_away(held, waiting, folder)
                size = 0
        for name in sorted({*held, *waiting}):
            yield name.decode(), _triples(waiting.get(name), held.pop(name, []))


def graph_of(line: bytes) -> bytes:
    """The name of the graph of a line, as written there; empty for the default graph.

    >>> graph_of(b'<a:s> <a:p> "x <a:y> ."@en <a:g> .' + bytes([10]))
    b'<a:g>'
    """
    if b'"' in line:  # what follows a literal's last quote holds a space only before the graph
        return line[line.rindex(b'"') : -3].partition(b" ")[2]
    tokens = line.split(b" ")
    return tokens[3] if len(tokens) > 4 else b""


def _put_away(held: dict[bytes, list[bytes]], waiting: dict[bytes, Path], folder: Path) -> None:
    for name, lines in held.items():
        path = waiting.setdefault(name, folder / str(len(waiting)))
        with path.open("ab") as file:
            file.writelines(lines)
    held.clear()


def _triples(path: Path | None, lines: list[bytes]) -> Iterator[Triple]:
    if path is not None:
        with path.open("rb") as file:
            for line in file:
                yield split(line)[:3]
    for line in lines:
        yield split(line)[:3]
