"""Headings inside a list: a line, or the start of one, that says whose the names below are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.lists.finding.regions import Line
from kg.lists.heads.apart import alone_lines, apart_by_place
from kg.lists.heads.headcounts import HeadCount, read_headcounts, unit_in
from kg.lists.heads.headings import Heading, Known, Named, heading_of, named_line
from kg.lists.heads.order import heads_by_order
from kg.lists.items.rows import led_rows, parted
from kg.lists.leading.classes import are_bodies_by_class, class_role, is_for_nobody
from kg.lists.segments.fields import Knowledge
from kg.model import Mention, Span
from kg.text import fold, tokenise

_LEAST_TOLD = 2
_LEAST_NUMBERED = 2


@dataclass(frozen=True, slots=True)
class Group:
    """The items under one heading, or before the first (``heading`` None).

    ``role`` is the office of all its items, as a heading of their class says: "Labour MPs", and
    ``counts`` are the numbers in that heading, where they stand. ``bodies``: the heading says that
    they are bodies. ``nobody``: it says that they are for nobody.
    """

    heading: Heading | None
    items: tuple[Line, ...]
    role: str | None = None
    counts: tuple[tuple[HeadCount, Span], ...] = ()
    bodies: bool = False
    nobody: bool = False


def find_groups(
    lines: Sequence[Line],
    candidates: tuple[Known, Known],
    knowledge: Knowledge,
    about: Mention | None,
) -> list[Group]:
    """The lines of a list under their headings.

    ``candidates`` tell who is known to stand, and whom the article names at all. A line is a
    heading when it is nothing but a candidate's name, alone or with a number or a colon, and
    another line follows it. In a list that is not ``about`` one candidate (or endorser), a name is
    one as well that is set apart from the others, or that the article names; the first line that
    is no heading of a class must then be a heading, for every item needs a candidate.
    """
    stands, named = candidates
    if about and about not in _numbered(lines, knowledge).values():
        if about.kind == "person" and _mostly_bodies(lines, knowledge):
            stands = _people(stands)  # its parties back whom it is about
        return _grouped(lines, _or_counted(lines, stands, knowledge), knowledge, about)
    lines = list(parted(lines, knowledge.text))
    if _is_class_alone(lines, stands, knowledge):
        stands, named = _people(stands), _people(named)
    rows = led_rows(lines, lambda name: stands(name) is not None, knowledge)
    if len(rows) > len(lines):
        printed = [
            knowledge.text[li.content.start : li.content.end] for li in rows if not li.marked
        ]
        heads = {one for one in printed if not is_for_nobody(tokenise(one), knowledge.lexicon)}
        return _grouped(rows, lambda name: stands(name) or _in(name, heads), knowledge)
    numbered = _numbered(lines, knowledge)
    if numbered:
        return _grouped(lines, numbered.get, knowledge)
    if any(_people_among_bodies([named_line(line, knowledge) for line in lines], knowledge)):
        stands, named = _people(stands), _people(named)  # a party among bodies is one of them
    sure = _or_set_apart(lines, stands, knowledge)
    for known in (lambda name: sure(name) or named(name), _or_by_order(lines, sure, knowledge)):
        groups = _grouped(lines, known, knowledge)
        if groups[0].heading is not None or not groups[0].items:
            return groups
    return _grouped(lines, _people(stands), knowledge)


def _is_class_alone(lines: Sequence[Line], stands: Known, knowledge: Knowledge) -> bool:
    """Whether the one party that heads lines goes by a word for a class of people: "Labor"."""
    found = [head for line in lines if (head := heading_of(line, stands, knowledge))]
    parties = [head for head in found if head.candidate.kind == "organisation"]
    if len({head.candidate for head in parties}) != 1:
        return False
    printed = knowledge.text[parties[0].line.content.start : parties[0].line.content.end]
    return fold(printed).rstrip(":") in knowledge.lexicon.class_words


def _numbered(lines: Sequence[Line], knowledge: Knowledge) -> dict[str, Mention]:
    """The names with numbers, if the first line is one and there are more: then no other is a head.

    Among the names below them are some that the article knows, too.
    """
    parts = [named_line(line, knowledge) for line in lines]
    heads = [part for part in parts if part and part.counts]
    if len(heads) < _LEAST_NUMBERED or not (parts[0] and parts[0].counts):
        return {}
    return {part.printed: Mention("person", part.name) for part in heads}


def _mostly_bodies(lines: Sequence[Line], knowledge: Knowledge) -> bool:
    """Whether half of the lines or more begin with the name of a body: "Green Party (GP)"."""
    found = 0
    for line in lines:
        words = [token.fold for token in tokenise(knowledge.text, line.content)]
        name = words[: words.index("(")] if "(" in words[1:] else words
        party = knowledge.lexicon.parties.whole(name) is not None
        found += party or (bool(name) and name[-1] in knowledge.lexicon.organisation_words)
    return found * 2 >= len(lines)


def _people(known: Known) -> Known:
    def person(name: str) -> Mention | None:
        found = known(name)
        return found if found and found.kind == "person" else None

    return person


def _in(name: str, heads: set[str]) -> Mention | None:
    return Mention("person", name) if name in heads else None


def _grouped(
    lines: Sequence[Line], known: Known, knowledge: Knowledge, about: Mention | None = None
) -> list[Group]:
    """The lines under those of them that are headings; ``about`` is whom the first ones are about.

    A candidate's bare name in the candidate's own group is an item: candidates may nominate
    themselves.
    """
    groups: list[Group] = []
    opened = Group(None, ())
    items: list[Line] = []
    alone = {lines[index] for index in alone_lines(lines)} if lines else set()
    for index, line in enumerate(lines):
        last = index + 1 == len(lines)
        found = heading_of(line, known, knowledge)
        if found and last and not found.counts:
            found = None
        current = opened.heading.candidate if opened.heading else about
        if found and found.candidate == current and not found.counts:
            found = None
        below = None if found else _of_class(line, opened.heading, knowledge)
        if last and below and not below.nobody:
            below = None
        if not (found or below) and _is_alike(line, opened.heading, alone, knowledge.text):
            below = Group(None, (), nobody=True)
        if found is None and below is None:
            items.append(line)
            continue
        if items or (opened.heading and found):
            groups.append(replace(opened, items=tuple(items)))
        opened, items = below or Group(found, ()), []
    groups.append(replace(opened, items=tuple(items)))
    return groups


def _is_alike(line: Line, heading: Heading | None, alone: set[Line], text: str) -> bool:
    """Whether a line looks like the heading above it, one word alone, and yet is no candidate."""
    if heading is None or not {line, heading.line} <= alone or line.marked:
        return False
    printed = [text[one.content.start : one.content.end] for one in (line, heading.line)]
    return not any(" " in one for one in printed) and printed[0].isupper() == printed[1].isupper()


def _of_class(line: Line, heading: Heading | None, knowledge: Knowledge) -> Group | None:
    """The group, still without items, that a heading of a class opens under a candidate's."""
    if line.marked:
        return None
    tokens = tokenise(knowledge.text, line.content)
    if is_for_nobody(tokens, knowledge.lexicon):
        return Group(None, (), nobody=True)
    role = class_role(tokens, knowledge.lexicon)
    if role is None:
        return None
    bodies = are_bodies_by_class(tokens, knowledge.lexicon)
    return Group(heading, (), role, _class_counts(line, knowledge), bodies)


def _class_counts(line: Line, knowledge: Knowledge) -> tuple[tuple[HeadCount, Span], ...]:
    """The numbers in the heading of a class, in its unit: "Labour MPs (12)"."""
    printed = knowledge.text[line.content.start : line.content.end]
    cut, counts = read_headcounts(printed, knowledge.lexicon)
    unit = unit_in(printed[:cut], knowledge.lexicon)
    return tuple((HeadCount(one.number, one.unit or unit), line.whole) for one in counts)


def _or_counted(lines: Sequence[Line], known: Known, knowledge: Knowledge) -> Known:
    """``known``, widened by names with a number of supporters: nobody on a list has those.

    Without a unit the number counts supporters when it tells how many lines follow it.
    """
    parts = [named_line(line, knowledge) for line in lines]
    counts = [i for i, part in enumerate(parts) if part and part.counts]
    ends = dict(zip(counts, [*counts[1:], len(lines)], strict=False))
    counted = {
        part.printed: Mention("person", part.name)
        for index, part in enumerate(parts)
        if part
        and any(count.unit or _tells(count, ends[index] - index - 1) for count in part.counts)
    }
    return lambda name: known(name) or counted.get(name)


def _tells(count: HeadCount, following: int) -> bool:
    return following >= _LEAST_TOLD and count.number == following


def _or_set_apart(lines: Sequence[Line], known: Known, knowledge: Knowledge) -> Known:
    """``known``, widened by names that are set apart from the items.

    A name is set apart when it stands alone on a line with a number, or without a bullet in a list
    whose other lines have one, or where its place or its print says so. Without numbers half of
    those names must begin with a given name: "Statewide Races" has the shape of one, too.
    """
    bulleted = sum(line.marked for line in lines) * 2 > len(lines)
    parts = [named_line(line, knowledge) for line in lines]
    by_place = set(apart_by_place(lines, [bool(part) for part in parts], knowledge))
    by_place.update(_people_among_bodies(parts, knowledge))
    told = {
        index: part
        for index, part in enumerate(parts)
        if part and (bulleted or part.counts or index in by_place)
    }
    given = knowledge.lexicon.given_names
    sure = sum(tokenise(part.name)[0].fold in given for part in told.values())
    apart = {
        part.printed: Mention("person", part.name)
        for part in told.values()
        if part.counts or sure * 2 >= len(told)
    }
    return lambda name: known(name) or apart.get(name)


def _people_among_bodies(parts: Sequence[Named | None], knowledge: Knowledge) -> Iterator[int]:
    """The lines that name a person in a list of bodies: nobody but a candidate is on it."""
    if not knowledge.bodies:
        return
    for index, part in enumerate(parts):
        if part and tokenise(part.name)[0].fold in knowledge.lexicon.given_names:
            yield index


def _or_by_order(lines: Sequence[Line], known: Known, knowledge: Knowledge) -> Known:
    """``known``, widened by the names that head groups by their order, if no line is a heading."""
    if any(heading_of(line, known, knowledge) for line in lines):
        return known
    named = (named_line(lines[i], knowledge) for i in heads_by_order(lines, knowledge))
    heads = {part.printed: Mention("person", part.name) for part in named if part}
    return lambda name: known(name) or heads.get(name)
