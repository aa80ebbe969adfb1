"""Lines that name somebody and do nothing else, so that they may head the lines below them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kg.lists.finding.regions import Line
from kg.lists.heads.apart import bare_name
from kg.lists.heads.headcounts import HeadCount, read_headcounts
from kg.lists.items.seats import is_seat
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.items import Segment
from kg.model import Mention, Span

_LETTERS = 3  # of a party, in brackets behind a name
_STATUS = frozenset(
    ("incumbent", "withdrawn", "withdrew", "eliminated", "dropped", "out", "suspended", "nominee")
)
Known = Callable[[str], Mention | None]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading line: the candidate it names, and the numbers it states, if it does."""

    line: Line
    candidate: Mention
    counts: tuple[HeadCount, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A line that may be a heading: the words as printed, the name in them, its number."""

    printed: str
    segment: Segment
    counts: tuple[HeadCount, ...]
    name: str = ""


def named_line(line: Line, knowledge: Knowledge) -> Named | None:
    """The line as a heading that names somebody, whoever it is."""
    found = _alone(line, knowledge)
    seat = found is not None and is_seat(found.segment, knowledge)
    name = bare_name(found.segment, knowledge) if found and not seat else None
    return replace(found, name=name) if found and name else None


def named_alone(line: Line, knowledge: Knowledge) -> str | None:
    """The name of the person whom an unmarked line names and does nothing else, titles left out."""
    found = named_line(line, knowledge)
    return found.name if found else None


def _alone(line: Line, knowledge: Knowledge) -> Named | None:
    """The one field of an unmarked line that is nothing else, but for a number or a party."""
    if line.marked:
        return None
    text = knowledge.text
    start, end = line.content.start, line.content.end
    cut, counts = read_headcounts(text[start:end], knowledge.lexicon)
    end = start + cut
    segments = knowledge.cut(Span(start, end))[0]
    if len(segments) != 1 and not (len(segments) == 2 and _is_party(segments[1], knowledge)):
        return None
    printed = text[segments[0].span.start : segments[0].span.end]
    return Named(printed, segments[0], counts)


def heading_of(line: Line, known: Known, knowledge: Knowledge) -> Heading | None:
    """The line as a heading that names a candidate, or None."""
    found = _alone(line, knowledge)
    candidate = known(found.printed) if found else None
    return Heading(line, candidate, found.counts) if found and candidate else None


def _is_party(segment: Segment, knowledge: Knowledge) -> bool:
    """Whether the segment is a party, its letters or "incumbent", as behind a candidate's name.

    Or that the candidate has left the race.
    """
    words = [token.fold for token in segment.tokens]
    if _STATUS.issuperset(words):
        return True
    if knowledge.lexicon.parties.whole(words):
        return True
    only = segment.tokens[0].text
    return len(words) == 1 and len(only) <= _LETTERS and only.isupper()
