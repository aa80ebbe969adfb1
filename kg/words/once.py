"""Questions asked once: what is found out about a stretch of text is kept with it.

Many readers look at the same sentence or field, each for a purpose of its own, and want to know
the same of it: whether this is a name, who does that, what is joined here.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Protocol, TypeVar


class Asked(Protocol):
    """What keeps the answers to what it was asked."""

    @property
    def answers(self) -> dict[object, Any]:
        """The answers, by the question and, if it is about a part, where that is."""


One = TypeVar("One", bound=Asked)
Where = TypeVar("Where", bound=Hashable)
Knowing = TypeVar("Knowing")
Answer = TypeVar("Answer")


def once(read: Callable[[One], Answer]) -> Callable[[One], Answer]:
    """``read``, which asks each scan or sentence once."""

    @wraps(read)
    def kept(one: One) -> Answer:
        answers = one.answers
        if read not in answers:
            answers[read] = read(one)
        answer: Answer = answers[read]
        return answer

    return kept


def once_knowing(read: Callable[[One, Knowing], Answer]) -> Callable[[One, Knowing], Answer]:
    """``read``, which asks each sentence once with the knowledge that all are read with."""

    @wraps(read)
    def kept(one: One, knowing: Knowing) -> Answer:
        answers = one.answers
        if read not in answers:
            answers[read] = read(one, knowing)
        answer: Answer = answers[read]
        return answer

    return kept


def once_at(read: Callable[[One, Where], Answer]) -> Callable[[One, Where], Answer]:
    """``read``, which asks each place of a scan or sentence once: a token, or two of them."""

    @wraps(read)
    def kept(one: One, where: Where) -> Answer:
        answers = one.answers
        key = read, where
        if key not in answers:
            answers[key] = read(one, where)
        answer: Answer = answers[key]
        return answer

    return kept
