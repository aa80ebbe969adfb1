"""Finds the files that kg ships: in the installed package, or in the checkout it runs from."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from kg.errors import ResourceError

_FOLDERS = ("ontology", "shapes", "queries", "data")


@lru_cache(maxsize=1)
def root() -> Path:
    """The folder that holds ``ontology/``, ``shapes/``, ``queries/`` and ``data/reference/``.

    Raises ``ResourceError`` when neither the wheel's ``_files`` nor a checkout has them.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_files", package.parent):
        if all((folder / name).is_dir() for name in _FOLDERS):
            return folder
    raise ResourceError(
        "the ontology, shapes, queries and reference data are not beside the package",
        where=str(package),
        todo="install kg again",
    )


def path(*parts: str) -> Path:
    """The shipped file or folder at ``parts`` below the root."""
    return root().joinpath(*parts)


def read_text(*parts: str) -> str:
    """The text of a shipped file. Raises ``ResourceError`` if it is missing or not UTF-8."""
    file = path(*parts)
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(
            f"cannot be read: {error}", where=str(file), todo="install kg again"
        ) from error
