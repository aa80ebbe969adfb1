"""The head of a page, the lines of it that may announce a slate, and those at its foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.lists.finding.regions import Line
from kg.lists.items.contested import is_contested
from kg.lists.segments.fields import Knowledge
from kg.lists.slates.slatenames import names_in
from kg.prose.reference.discourse import Discourse
from kg.text import tokenise
from kg.words.nouns import Sentence, read_sentence

INTRODUCTION = 8
_HEADING = 120
_FOOT = 4

Head = list[tuple[Sentence, int | None]]
"""The first sentence of each of the first lines, with its passage if it is prose."""


def may_announce(
    lines: Sequence[Line], talk: Discourse, knowledge: Knowledge
) -> Iterator[tuple[int, Sentence, int | None]]:
    """What may announce a slate, with its line and passage: the prose, and lines of lists.

    A heading may look like an item of the list below it: "Anytown Young Greens slate".
    """
    for index, passage in enumerate(talk.passages):
        yield passage.paragraph, passage.sentence, index
    covered = {passage.paragraph for passage in talk.passages}
    for at, line in enumerate(lines):
        if at not in covered and line.content.end - line.content.start <= _HEADING:
            tokens = tokenise(knowledge.text, line.content)
            if any(token.fold in knowledge.lexicon.slate_nouns for token in tokens):
                yield at, read_sentence(knowledge.look(tuple(tokens))), None


def introduction(lines: Sequence[Line], talk: Discourse, knowledge: Knowledge) -> Head:
    """The first lines of the page, whether they are prose or look like items of a list."""
    found: dict[int, tuple[Sentence, int | None]] = {}
    for index, passage in enumerate(talk.passages[:INTRODUCTION]):
        found.setdefault(passage.paragraph, (passage.sentence, index))
    for at, line in enumerate(lines[:INTRODUCTION]):
        if _heads_name(lines[at : at + 2], knowledge) or _heads_seats(line, knowledge):
            found.pop(at, None)  # "U.S. Senate" heads a row, and has no page of its own
        elif at not in found and line.content.end - line.content.start <= _HEADING:
            tokens = tuple(tokenise(knowledge.text, line.content))
            if tokens:
                found[at] = read_sentence(knowledge.look(tokens)), None
    return [found[at] for at in sorted(found) if at < INTRODUCTION]


def _heads_name(lines: Sequence[Line], knowledge: Knowledge) -> bool:
    """Whether the first of two lines is a seat and the second who is to have it."""
    names = len(lines) > 1 and bool(names_in(lines[1].content, knowledge))
    return names and is_contested(lines[0].content, knowledge)


def _heads_seats(line: Line, knowledge: Knowledge) -> bool:
    """Whether every word of a line is one of seats and votes: "Statewide Measures"."""
    told = knowledge.lexicon.seat_words | knowledge.lexicon.contested
    return all(token.fold in told for token in tokenise(knowledge.text, line.content))


def foot(lines: Sequence[Line]) -> Sequence[Line]:
    """The last lines of the page, where it says whose it is."""
    return lines[-_FOOT:]
