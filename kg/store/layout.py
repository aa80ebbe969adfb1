"""Where the files of a store on disk are.

    STORE/kg.lock               who is writing; its presence marks a folder as a store of kg
    STORE/CURRENT               names of the versions kept, the one that is served first
    STORE/submissions/          what was handed in (kg/submissions/shelf.py); no build removes it
    STORE/versions/building/    a version that is not finished
    STORE/versions/HASH/        a finished version, never changed again
        graph.nq                the statements: sorted N-Quads, exactly as they were made
        articles.jsonl          the texts that the statements quote, by hash; `kg build` reads it
        occurrences.jsonl       each entity as each article has it, for match decisions
        oxigraph/               the index: the union of all graphs, as its default graph
        census.json             how many the graph has of what: its description is made of it
        manifest.json           counts, SHA-256 of graph.nq, versions of the programs
        files.sha256            SHA-256 of every other file, in the form of sha256sum

``HASH`` is the first 16 hexadecimal digits of the SHA-256 of graph.nq. A version that takes the
place of a damaged one with the same content is called ``HASH-mended``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EPERM, EROFS
from pathlib import Path
from typing import Any

from kg.errors import StoreError

ENGINE_ERRORS = (OSError, RuntimeError)
"""What Oxigraph raises for files that are missing, damaged or not its own."""

VERSION_NAME = r"[0-9a-f]{16}(?:-mended)?"
BUILDING = "building"
FORMAT = 4
"""Which form a version has; a build replaces one of another form. 1 indexed every graph,
2 did not keep the articles, 3 not the occurrences."""

_REASONS = {
    ENOSPC: ("the disk is full", "make room"),
    EDQUOT: ("the disk quota is used up", "make room"),
    EFBIG: ("a file would grow past the limit of this system", "raise the limit"),
    EACCES: ("permission denied", "choose a store that you may use"),
    EPERM: ("permission denied", "choose a store that you may use"),
    EROFS: ("the file system is read-only", "choose a store on another one"),
}
# The database reports some failures in words only.
_WORDS = {
    "No space left on device": ENOSPC,
    "File too large": EFBIG,
    "Permission denied": EACCES,
    "Read-only file system": EROFS,
}


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of the store in ``folder``."""

    folder: Path

    @property
    def lock(self) -> Path:
        """The file that a writer holds locked."""
        return self.folder / "kg.lock"

    @property
    def current(self) -> Path:
        """The pointer to the versions that are kept."""
        return self.folder / "CURRENT"

    @property
    def versions(self) -> Path:
        """The folder of all versions."""
        return self.folder / "versions"

    @property
    def submissions(self) -> Path:
        """The folder of what was handed in, which need not be there."""
        return self.folder / "submissions"

    @property
    def building(self) -> Version:
        """The version under construction."""
        return Version(self.versions / BUILDING)

    def version(self, name: str) -> Version:
        """The finished version of this name."""
        return Version(self.versions / name)

    def kept(self) -> list[str]:
        """The names in ``CURRENT``, the one that is served first; empty before the first build.

        Raises ``StoreError`` when the file holds anything but names of versions.
        """
        try:
            names = self.current.read_text(encoding="utf-8").split()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise StoreError(
                f"the store cannot be read: {error.strerror}",
                where=str(self.current),
                todo="choose a store that you may use",
            ) from error
        except UnicodeDecodeError as error:
            raise damaged(self.current, "does not name a version") from error
        if not names or not all(re.fullmatch(VERSION_NAME, name) for name in names):
            raise damaged(self.current, "does not name a version")
        return names

    def served(self) -> str:
        """The name of the version that readers get. Raises ``StoreError`` if there is none."""
        kept = self.kept()
        if not kept:
            raise StoreError(
                "no graph has been published here", where=str(self.folder), todo="run `kg build`"
            )
        return kept[0]


@dataclass(frozen=True, slots=True)
class Version:
    """The paths of one version, and what its manifest says."""

    folder: Path

    @property
    def graph(self) -> Path:
        """The statements as sorted N-Quads."""
        return self.folder / "graph.nq"

    @property
    def index(self) -> Path:
        """The folder of the Oxigraph database."""
        return self.folder / "oxigraph"

    @property
    def articles(self) -> Path:
        """The texts of the articles, as JSON Lines."""
        return self.folder / "articles.jsonl"

    @property
    def occurrences(self) -> Path:
        """The entities as each article has them, as JSON Lines."""
        return self.folder / "occurrences.jsonl"

    @property
    def census(self) -> Path:
        """How many of what the graph has, as JSON."""
        return self.folder / "census.json"

    @property
    def manifest(self) -> Path:
        """Counts and hashes."""
        return self.folder / "manifest.json"

    @property
    def checksums(self) -> Path:
        """The SHA-256 of every other file."""
        return self.folder / "files.sha256"

    def files(self) -> list[str]:
        """Every file but ``checksums``, as sorted paths below ``folder``, with ``/``."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return sorted(
            path.relative_to(self.folder).as_posix() for path in found if path != self.checksums
        )

    def read_manifest(self) -> dict[str, Any]:
        """The content of the manifest. Raises ``StoreError`` when it is missing or malformed."""
        import json  # here: readers of the graph need no manifest, and start sooner

        try:
            content = json.loads(self.manifest.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise damaged(self.manifest, "cannot be read") from error
        if not isinstance(content, dict):
            raise damaged(self.manifest, "is not a manifest")
        return content


def damaged(path: Path | str, what: str) -> StoreError:
    """The error for a file of a store that is not as kg left it."""
    return StoreError(
        f"the store is damaged: {what}",
        where=str(path),
        todo="see `kg store verify`; `kg build` makes it anew",
    )


@contextmanager
def store_errors(folder: Path) -> Iterator[None]:
    """Turn an ``OSError`` of the block into a ``StoreError`` that says what to do about it."""
    try:
        yield
    except OSError as error:
        code = error.errno
        if code is None:
            code = next((code for words, code in _WORDS.items() if words in str(error)), 0)
        reason, todo = _REASONS.get(code, (error.strerror or str(error), "see that it can be used"))
        where = error.filename if isinstance(error.filename, str) else str(folder)
        raise StoreError(
            f"{reason}; the published graph is as it was", where=where, todo=todo
        ) from error
