"""Two files of sorted lines, walked side by side; nothing of them stays in memory."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import filterfalse
from pathlib import Path
from typing import NamedTuple

from kg.export.describing import is_description


class Line(NamedTuple):
    """An N-Quads line, with its line feed, that only one side has: the new one if ``added``."""

    added: bool
    text: bytes


def changes(old: Path, new: Path) -> Iterator[Line]:
    """The lines that only one of two files has, in their order. Raises ``OSError``.

    Both are sorted by their bytes, each line once. What exports say of themselves is left out: it
    counts the statements, and a store has none of it.
    """
    with old.open("rb") as before, new.open("rb") as after:
        olds, news = filterfalse(is_description, before), filterfalse(is_description, after)
        one, other = next(olds, None), next(news, None)
        while one is not None and other is not None:
            if one == other:
                one, other = next(olds, None), next(news, None)
            elif one < other:
                yield Line(False, one)
                one = next(olds, None)
            else:
                yield Line(True, other)
                other = next(news, None)
        while one is not None:
            yield Line(False, one)
            one = next(olds, None)
        while other is not None:
            yield Line(True, other)
            other = next(news, None)
