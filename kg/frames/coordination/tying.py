"""The words beside the names of a chain: those that belong to a name, and those that join two."""

from __future__ import annotations

from kg.frames.coordination.epithets import describes_body
from kg.frames.coordination.joints import (
    dates_next,
    is_joint,
    leads,
    owns_holder,
    owns_next,
    owns_person,
)
from kg.frames.coordination.repeats import repeats
from kg.frames.coordination.whence import beside_place, numbers_members
from kg.words.nouns import Sentence


def is_tied(sentence: Sentence, at: int) -> bool:
    """Whether the word belongs to the name beside it."""
    return (
        owns_next(sentence, at)
        or owns_person(sentence, at)
        or owns_holder(sentence, at)
        or dates_next(sentence, at)
        or describes_body(sentence, at)
    )


def is_joining(sentence: Sentence, at: int) -> bool:
    """Whether the word may stand between two phrases of a chain."""
    return (
        is_joint(sentence, at)
        or beside_place(sentence, at)
        or leads(sentence, at)
        or repeats(sentence, at)
        or numbers_members(sentence, at)
    )
