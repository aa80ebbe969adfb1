"""Two files of sorted lines, walked side by side; nothing of them stays in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Line(NamedTuple):
    """An N-Quads line, with its line feed, that only one side has: the new one if ``added``."""

    added: bool
    text: bytes


def changes(old: Path, new: Path) -> Iterator[Line]:
    """The lines that only one of two files has, in their order. Raises ``OSError``.

    Both are sorted by their bytes, each line once.
    """
    with old.open("rb") as olds, new.open("rb") as news:
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
