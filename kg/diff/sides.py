"""What is compared, whatever it is, as a file of sorted N-Quads lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import BinaryIO

from kg.diff.client import read_file
from kg.errors import InputError, UsageError
from kg.nquads import triples
from kg.store import Store, open_store
from kg.store.checksums import file_damage
from kg.store.layout import Version, damaged
from kg.validate import MEDIA_TYPES as KNOWN
from kg.validate import Limits

STDIN = "-"
MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        ending: KNOWN[f".{ending}"]
        for ending in ("ttl", "trig", "nt", "nq", "jsonld", "json", "rdf", "owl", "xml")
    }
)
"""The formats of exports, by the ending of a file's name."""

LIMITS = Limits(file_bytes=1 << 30)
"""Whoever compares has chosen the file, and exports of a million statements have 250 MB."""

_WITHOUT_GRAPHS = frozenset({"text/turtle", "application/n-triples", "application/rdf+xml"})


Opener = Callable[[str], Store]


@dataclass(frozen=True, slots=True)
class Side:
    """One graph: its name for messages, and the file of its lines, sorted, each once.

    ``graphs`` says whether it tells the graphs of articles apart. ``unnamed`` counts its things
    without an IRI; each has a label that depends on what is said of it.
    """

    name: str
    path: Path
    graphs: bool = True
    unnamed: int = 0


@contextmanager
def opened(
    old: str,
    new: str,
    stdin: BinaryIO,
    ending: str | None = None,
    *,
    limits: Limits = LIMITS,
    opener: Opener = open_store,
) -> Iterator[tuple[Side, Side]]:
    """Both sides, as files that are gone when the block ends.

    ``old`` and ``new`` are stores or exports; ``-`` is an export on ``stdin``. ``ending`` says what
    that, or a file whose name does not tell, holds. ``opener`` opens a store. Where one side has no
    graphs of its own, both are the unions of all their graphs, each triple once.

    Raises ``InputError`` for a file that cannot be read within ``limits``, ``StoreError`` for a
    store that is missing or damaged, and ``UsageError`` when both are stdin.
    """
    if old == new == STDIN:
        raise UsageError("both sides cannot be stdin", todo="name a file or a store for one")
    with TemporaryDirectory(prefix="kg-diff-") as folder, ExitStack() as held:
        own = Path(folder)

        def side(name: str, path: Path) -> Side:
            export = _export(name, path, stdin, ending, limits)
            return export or _from_store(name, path, held.enter_context(opener(name)))

        one, other = side(old, own / "old"), side(new, own / "new")
        if one.graphs and not other.graphs:
            one = _union(one, own / "old.union")
        elif other.graphs and not one.graphs:
            other = _union(other, own / "new.union")
        yield one, other


def _export(
    name: str, path: Path, stdin: BinaryIO, ending: str | None, limits: Limits
) -> Side | None:
    """The export of that name; None: it is a store."""
    if name == STDIN:
        return _from_stdin(path, stdin, ending, limits)
    known = MEDIA_TYPES.get(Path(name).suffix.removeprefix(".").lower())
    media_type = known or MEDIA_TYPES.get(ending or "")
    if media_type and not Path(name).is_dir() and "://" not in name:
        return _from_file(Path(name), media_type, path, limits)
    if Path(name).is_file():
        raise InputError(
            "is neither a store nor an export by its name",
            where=name,
            todo="say with --input what it holds",
        )
    if Path(name).exists() and not Path(name).is_dir():
        raise InputError("not a regular file", where=name, todo="name a file, or - for stdin")
    return None


def _from_stdin(path: Path, stdin: BinaryIO, ending: str | None, limits: Limits) -> Side:
    """TriG unless it is said to be something else; without a graph in it, as Turtle."""
    data = stdin.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        raise InputError(
            f"larger than {limits.file_bytes >> 20} MiB", where="stdin", todo="use a file"
        )
    spooled = path.with_suffix(".in")
    spooled.write_bytes(data)
    side = _from_file(spooled, MEDIA_TYPES[ending or "trig"], path, limits, "stdin")
    return side if ending else replace(side, graphs=side.graphs and _names_graphs(path))


def _names_graphs(path: Path) -> bool:
    with path.open("rb") as file:
        return any(line.endswith(b"> .\n") and line.count(b" <") > 2 for line in file)


def _from_file(
    file: Path, media_type: str, path: Path, limits: Limits, name: str | None = None
) -> Side:
    shown = name or str(file)
    unnamed = read_file(file, media_type, shown, path, limits)
    return Side(shown, path, media_type not in _WITHOUT_GRAPHS, unnamed)


def _from_store(name: str, path: Path, graph: Store) -> Side:
    on_disk = graph.on_disk()
    if on_disk is not None:
        # The index was looked at as it was opened; here the text is what is read.
        path, *_ = on_disk
        for damage in file_damage(Version(path.parent), path.name):
            raise damaged(str(path.parent), damage)
        return Side(name, path)
    return Side(name, _written(path, graph.lines()))


def _union(side: Side, path: Path) -> Side:
    with side.path.open("rb") as file:
        lines = (f"{s} {p} {o} .\n".encode() for s, p, o in triples(file))
        return replace(side, path=_written(path, lines), graphs=False)


def _written(path: Path, lines: Iterable[bytes]) -> Path:
    with path.open("wb") as file:
        file.writelines(lines)
    return path
