"""One list read: every item becomes a statement or a leftover with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.lists.fields import Knowledge, misspelt_role, name_bounds
from kg.lists.groups import Group, find_groups
from kg.lists.items import Segment, segments
from kg.lists.layout import Reading, choose
from kg.lists.meaning import Meaning
from kg.lists.regions import Line, Region
from kg.model import Contest, Endorsement, Evidence, Leftover, Mention, RoleHeld, Span, Statement
from kg.names import read_letters, read_titles
from kg.rules import confidence
from kg.scan import scan

_NO_MEANING = "a list, but nothing above it says what of"
_NO_LAYOUT = "does not fit the layout of its list"


@dataclass(frozen=True, slots=True)
class ListReading:
    """What a list says; ``counts`` are the numbers its headings state, with their candidates."""

    statements: tuple[Statement, ...]
    leftovers: tuple[Leftover, ...]
    counts: tuple[tuple[Mention, int, Span, Span], ...] = ()


def read_list(
    region: Region,
    meaning: Meaning | None,
    contest: Contest,
    knowledge: Knowledge,
    known: Callable[[str], Mention | None],
) -> ListReading:
    """The statements of one list under the meaning that the article gives it."""
    groups = find_groups(knowledge.text, region.lines, known)
    if meaning is None:
        return ListReading((), tuple(Leftover(li.whole, _NO_MEANING) for li in region.lines))
    items = [line for group in groups for line in group.items]
    chosen = choose([segments(knowledge.text, line.content) for line in items], knowledge)
    by_line = dict(zip(items, chosen, strict=True))
    statements: list[Statement] = []
    leftovers: list[Leftover] = []
    counts: list[tuple[Mention, int, Span, Span]] = []
    for group in groups:
        for line in group.items:
            made, reason = _item(
                line, by_line[line], _under(group, meaning), contest, knowledge, known
            )
            statements.extend(made)
            if reason:
                leftovers.append(Leftover(line.whole, reason))
        if group.heading and group.heading.count is not None and group.items:
            extent = Span(group.items[0].whole.start, group.items[-1].whole.end)
            counts.append(
                (group.heading.candidate, group.heading.count, group.heading.line.whole, extent)
            )
    return ListReading(tuple(statements), tuple(leftovers), tuple(counts))


def _under(group: Group, meaning: Meaning) -> Meaning:
    if group.heading is None:
        return meaning
    return Meaning(group.heading.candidate, meaning.polarity, meaning.role)


def _item(
    line: Line,
    reading: Reading | None,
    meaning: Meaning,
    contest: Contest,
    knowledge: Knowledge,
    known: Callable[[str], Mention | None],
) -> tuple[list[Statement], str]:
    """The statements of one item, or why there are none."""
    if reading is None:
        return [], _NO_LAYOUT
    candidate = meaning.candidate
    named = reading.first("candidate")
    if named is not None:
        candidate = known(knowledge.text[named.span.start : named.span.end]) or candidate
    if candidate is None:
        return [], "whom it is about is not told"
    name = reading.first("name")
    if name is None:
        return [_of_organisation(line, reading, meaning, candidate, contest, knowledge)], ""
    return _of_person(line, reading, name, (meaning, candidate), contest, knowledge), ""


def _of_organisation(
    line: Line,
    reading: Reading,
    meaning: Meaning,
    candidate: Mention,
    contest: Contest,
    knowledge: Knowledge,
) -> Endorsement:
    segment = reading.first("organisation")
    assert segment is not None
    printed = _printed(segment, knowledge)
    rule = _rule(reading)
    evidence = Evidence(line.whole, rule, confidence(rule), printed_name=printed)
    return Endorsement(
        Mention("organisation", printed), candidate, contest, meaning.polarity, (evidence,)
    )


def _of_person(
    line: Line,
    reading: Reading,
    name: Segment,
    what: tuple[Meaning, Mention],
    contest: Contest,
    knowledge: Knowledge,
) -> list[Statement]:
    meaning, candidate = what
    looked = scan(knowledge.text, list(name.tokens), knowledge.lexicon, knowledge.gazetteer)
    first, last = name_bounds(looked)
    roles = [role for role, _ in (*read_titles(looked, 0)[3], *read_letters(looked, last)[1])]
    printed_role = _role(reading, knowledge)
    place_segment = reading.first("place")
    place = _printed(place_segment, knowledge) if place_segment else None
    rule = _rule(reading)
    evidence = Evidence(
        line.whole,
        rule,
        confidence(rule),
        printed_name=_printed(name, knowledge),
        printed_place=place,
        printed_role=_printed_role(reading, knowledge),
    )
    person = Mention("person", looked.slice(first, last), place or "", "place" if place else "")
    stated = printed_role or (roles[-1] if roles else None)
    where = Mention("place", place) if place else None
    endorsement = Endorsement(
        person,
        candidate,
        contest,
        meaning.polarity,
        (evidence,),
        role=stated or meaning.role,
        place=where,
    )
    if stated is None:
        return [endorsement]
    return [endorsement, RoleHeld(person, stated, "current", (evidence,), place=where)]


def _role(reading: Reading, knowledge: Knowledge) -> str | None:
    """The role that the item prints, one slip of spelling mended."""
    segment = reading.first("role")
    if segment is None:
        return None
    mended = misspelt_role(knowledge.lexicon, tuple(token.fold for token in segment.tokens))
    return mended or _printed(segment, knowledge)


def _printed_role(reading: Reading, knowledge: Knowledge) -> str | None:
    segment = reading.first("role")
    return _printed(segment, knowledge) if segment else None


def _printed(segment: Segment, knowledge: Knowledge) -> str:
    return " ".join(knowledge.text[segment.span.start : segment.span.end].split())


def _rule(reading: Reading) -> str:
    """The rule of a reading, named after its fields: ``list.name-role-place``."""
    fields: Sequence[str] = [kind for kind in reading.signature if kind != "other"]
    return "list." + "-".join(fields)
