"""Lines joined to the paragraphs that they were wrapped from, where the file does not say so."""

from __future__ import annotations

from collections.abc import Sequence

_HYPHENS = ("\ufffe", "\u0002", "\u00ad")  # PDFium writes the first two for one that parts a word
_FULL = 0.97
_ABOUT = 3


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines of one page or paragraph, those that were only wrapped joined to one.

    A line is taken as wrapped when the first word of the next one had no room behind it and the
    lines about it are as full, or the next begins in small letters. Lines of a list are short, so
    they stay apart.
    """
    full = _full(lines)
    joined: list[str] = []
    wrapped = False
    for index, line in enumerate(lines):
        if not wrapped:
            joined.append(line)
        elif joined[-1].endswith(_HYPHENS):
            joined[-1] = joined[-1][:-1] + line
        else:
            joined[-1] += f" {line}"
        wrapped = _is_wrapped(lines, full, index)
    return joined


def _full(lines: Sequence[str]) -> list[bool]:
    """Whether the first word of the next line had no room behind each line."""
    lengths = sorted(map(len, lines))
    width = lengths[int(len(lengths) * _FULL)] if lengths else 0
    after = [len(line.split(maxsplit=1)[0]) for line in lines[1:]]
    return [len(line) + 1 + word > width for line, word in zip(lines, after, strict=False)]


def _is_wrapped(lines: Sequence[str], full: Sequence[bool], index: int) -> bool:
    if index + 1 >= len(lines):
        return False
    if lines[index].endswith(_HYPHENS):
        return True
    if not full[index]:
        return False
    about = full[max(0, index - _ABOUT) : index + _ABOUT + 1]
    return lines[index + 1][0].islower() or sum(about) * 2 > len(about)
