"""What is printed once for several of a run: "Senators A, B and C", "Anytown: A, B and C"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.layout import Field, Reading
from kg.lists.segments.roles import ItemRole, read_offices
from kg.words.titles import read_titles


def shared_offices(
    items: Sequence[Line], readings: Mapping[Line, Reading | None], knowledge: Knowledge
) -> dict[Line, ItemRole]:
    """For each item without an office of its own the one that an item of its run hands on.

    An office in the plural reaches to those named bare after it, as far as the next office,
    description or semicolon.
    """
    shared: dict[Line, ItemRole] = {}
    office: ItemRole | None = None
    end = 0
    for line in items:
        reading = readings[line]
        parted = not line.in_run or ";" in knowledge.text[end : line.whole.start]
        end = line.whole.end
        if office and reading and not parted and _is_bare(line, reading, knowledge):
            shared[line] = office
        else:
            office = _handed_on(reading, knowledge) if reading else None
    return shared


def with_shared_places(
    items: Sequence[Line], readings: Mapping[Line, Reading | None], knowledge: Knowledge
) -> dict[Line, Reading | None]:
    """The readings in which the place before a colon holds for all of its run."""
    found = dict(readings)
    place: Field | None = None
    end = 0
    for line in items:
        reading = readings[line]
        parted = not line.in_run or ";" in knowledge.text[end : line.whole.start]
        end = line.whole.end
        if reading is None:
            place = None
        elif place and not parted and reading.first("place") is None:
            found[line] = replace(reading, fields=(*reading.fields, place))
        else:
            place = _before_colon(reading, knowledge)
    return found


def _before_colon(reading: Reading, knowledge: Knowledge) -> Field | None:
    """The place that opens an item with a colon behind it: "Anytown: A"."""
    first = reading.fields[0]
    if first.kind != "place" or len(reading.fields) == 1:
        return None
    between = knowledge.text[first.segment.span.end : reading.fields[1].segment.span.start]
    return first if between.strip() == ":" else None


def _is_bare(line: Line, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether the item begins with the name itself and has no office of its own."""
    name = reading.first("name")
    if name is None or name.span.start != line.content.start:
        return False
    return not _states_office(reading, knowledge) and name.tokens[0].text[0].isupper()


def _states_office(reading: Reading, knowledge: Knowledge) -> bool:
    name = reading.first("name")
    titled = name is not None and read_titles(knowledge.look(name.tokens), 0)[3]
    return bool(titled) or reading.first("role") is not None


def _handed_on(reading: Reading, knowledge: Knowledge) -> ItemRole | None:
    """The office that the item prints in the plural before its name."""
    name, role = reading.first("name"), reading.first("role")
    if name is None or (role is not None and role.span.start > name.span.start):
        return None
    if role is not None:
        offices = read_offices(knowledge.look(role.tokens))
        return next((office for office in offices if office.plural), None)
    looked = knowledge.look(name.tokens)
    end, _, _, stated = read_titles(looked, 0)
    words = [word for word in looked.folds[:end] if word != "."]
    heads = (knowledge.lexicon.offices.whole(words[at:]) for at in range(len(words)))
    plural = any(head is not None and head.plural for head in heads)
    return ItemRole(stated[-1][0], "current", plural=True) if stated and plural else None
