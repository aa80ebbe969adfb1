"""What a conversion gives, and how one is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Converted:
    """The text of a file, a paragraph or list item a line, and what the file says about itself.

    ``published`` is as the file gives it, which need not be a date. What it does not say is "".
    """

    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""


class Refused(Exception):  # noqa: N818 - it is an answer, and never leaves the conversion
    """A file that holds no text to be had: ``what`` is wrong and what to do next (``todo``)."""

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(what)
        self.what = what
        self.todo = todo
