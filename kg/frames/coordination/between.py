"""What stands between two noun phrases, and whether it joins them in one place of a frame."""

from __future__ import annotations

from itertools import pairwise

from kg.frames.coordination.epithets import describes_body
from kg.frames.coordination.joints import (
    JOINTS,
    JOINTS_WITH,
    dates_next,
    leads,
    owns_holder,
    owns_next,
    owns_person,
    past_aside,
    past_description,
)
from kg.frames.coordination.repeats import repeats
from kg.frames.coordination.whence import beside_place, numbers_members, past_beside, renames
from kg.words.nouns import Noun, Sentence
from kg.words.once import once_at

_WITH_MARKS = (
    ("with", ("along", "together")),
    ("as", ("well",)),
    ("by", ("and", ",")),
    ("from", ("and", ",")),
    ("of", ("and",)),
    ("on", ("and",)),
)


def _is_tied(sentence: Sentence, at: int) -> bool:
    """Whether the word belongs to the name behind it."""
    return (
        numbers_members(sentence, at)
        or leads(sentence, at)
        or owns_next(sentence, at)
        or owns_person(sentence, at)
        or owns_holder(sentence, at)
        or dates_next(sentence, at)
        or repeats(sentence, at)
        or describes_body(sentence, at)
    )


def words_between(sentence: Sentence, first: Noun, second: Noun) -> list[str]:
    """The words between two phrases, without places and brackets."""
    return _between(sentence, (first.last, second.first))


@once_at
def _between(sentence: Sentence, where: tuple[int, int]) -> list[str]:
    between = []
    at, last = where
    while at < last:
        past = past_beside(sentence, at, 1) or _past_closed(sentence, at)
        past = past or past_description(sentence, at)
        apart = past is None and sentence.noun(at) is None and not beside_place(sentence, at)
        if apart and not _is_tied(sentence, at):
            between.append(sentence.folds[at])
        at = past or at + 1
    return between


def _past_closed(sentence: Sentence, at: int) -> int | None:
    """Past an aside, and past the comma that closes it where "and" goes on: "A, a mayor, and B"."""
    past = past_aside(sentence, at)
    if past is None:
        return None
    return past + (sentence.folds[past : past + 2] in ([",", "and"], [",", "&"]))


def up_to_described(sentence: Sentence, chain: list[Noun]) -> list[Noun]:
    """The chain without one who is set apart with words of his own: "A, who backs Y, and B, who".

    In a series with commas the last may be so described too: "backs A, B, and C, who". An office
    behind a name that says the clause is somebody else's: "backs A, an aide said".
    """
    after = chain[-1].last
    if len(chain) > 1 and chain[-1].kind == "office" and sentence.kinds[after:][:1] == ["speech"]:
        return chain[:-1]
    if len(chain) == 1 or sentence.folds[after : after + 2] != [",", "who"]:
        return chain
    *earlier, last = [words_between(sentence, one, other) for one, other in pairwise(chain)]
    parted = "," in last and "and" in last and not any("," in words for words in earlier)
    return chain[:-1] if parted else chain


def joined(sentence: Sentence, first: Noun, second: Noun) -> bool:
    """Whether nothing but joints parts two phrases, so that they fill one place together."""
    between = words_between(sentence, first, second)
    if not between:  # "MPs A and B"
        return first.kind == "group" and second.kind == "person" and first.last == second.first
    if not all(word in JOINTS or word in JOINTS_WITH for word in between):
        return False
    if renames(sentence, first, second):
        return False
    if "well" in between and between[-1] != "as" and "," in between[between.index("well") :]:
        return False  # "backs A as well, and B says"
    return all(
        word not in between or any(mark in between for mark in marks) for word, marks in _WITH_MARKS
    )
