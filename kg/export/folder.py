"""``--format csv``: the tables as a folder, or as a ZIP archive of it, with their description."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kg.export.csvw import FILE, metadata
from kg.export.describing import Described
from kg.export.linktables import TABLES
from kg.export.rows import all_rows, as_it_is, guarded, header
from kg.export.sheet import Sheet
from kg.rdf import load_sources

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive can say: it says no time at all
_BATCH = 1 << 16


def names() -> list[str]:
    """The files of the folder, sorted."""
    return sorted([FILE, *(f"{table.name}.csv" for table in TABLES)])


def is_ours(folder: Path) -> bool:
    """Whether there is nothing in a folder but what an export left there."""
    found = {path.name for path in folder.iterdir()}
    return not found or (FILE in found and found <= set(names()))


def write_folder(graph: Described, folder: Path, *, guard: bool) -> None:
    """Write every table and the description to ``folder``, which is there and is empty.

    ``guard`` puts a ``'`` before texts that a spreadsheet would run. Raises ``StoreError`` as the
    graph does, and ``OSError``.
    """
    with ExitStack() as opened:
        sheets = {
            table.name: Sheet(opened.enter_context((folder / f"{table.name}.csv").open("wb")))
            for table in TABLES
        }
        for table in TABLES:
            sheets[table.name].add(header(table))
        for name, row in all_rows(graph, guarded if guard else as_it_is):
            sheets[name].add(row)
        checksums = {name: sheet.finish() for name, sheet in sheets.items()}
    made = metadata(graph.census, load_sources(), checksums, guarded=guard)
    (folder / FILE).write_bytes(made)


def write_archive(graph: Described, sink: BinaryIO, *, guard: bool) -> None:
    """Write the folder as a ZIP archive: the same graph, the same bytes. Raises as above."""
    with TemporaryDirectory(prefix="kg-export-") as made:
        folder = Path(made)
        write_folder(graph, folder, guard=guard)
        with ZipFile(sink, "w", ZIP_DEFLATED) as archive:
            for name in names():
                entry = ZipInfo(name, _FIRST_DAY)
                entry.compress_type = ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                with (folder / name).open("rb") as file, archive.open(entry, "w") as put:
                    while data := file.read(_BATCH):
                        put.write(data)
