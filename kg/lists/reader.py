"""One list read: every item becomes a statement or a leftover with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.lists.finding.pagelines import without_page_lines
from kg.lists.finding.regions import Line, Region
from kg.lists.heads.apart import alone_lines, ends_for
from kg.lists.heads.groupcounts import GroupCount, group_counts
from kg.lists.heads.groups import Group, find_groups
from kg.lists.heads.stances import sections
from kg.lists.items.labels import unlabelled
from kg.lists.items.persons import Stance, item_statements, slate_statements
from kg.lists.items.shaping import expanded, paired
from kg.lists.items.sharing import shared_offices, with_shared_places
from kg.lists.items.switches import with_switches
from kg.lists.leading.meaning import Meaning, heads_class
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.items import Segment, are_glued
from kg.lists.segments.layout import Field, Reading, choose
from kg.lists.segments.roles import ItemRole
from kg.lists.segments.runs import opening
from kg.lists.tables.bracketed import bracketed_statements
from kg.lists.tables.cells import item_ways
from kg.lists.tables.columns import with_columns, without_lone
from kg.model import Contest, Leftover, Mention, Statement

_NO_MEANING = "a list, but nothing above it says what of"
_GLUED = "its cells ran together when it was copied"
_UNDER_STRANGE = "under a heading that says something else"
_NO_LAYOUT = "does not fit the layout of its list"
_OF_PAGE = "a line of the page, between those of a list"
_FOR_NOBODY = "listed as being for nobody"
_NO_CANDIDATE = "whom it is about is not told"
_NO_ENDORSER = "who does it is not named"

Known = Callable[[str], Mention | None]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Leads from a printed name to a candidate: ``listed`` in a field, ``headed`` in a heading.

    ``called`` is like ``headed``, but takes a surname, too.

    A heading may name anyone whom the article names in full; a field only who is known to stand.
    ``profiled`` leads from a line of the document to the person whose profile it belongs to.
    """

    listed: Known
    headed: Known
    profiled: Callable[[int], Mention | None]
    called: Known


@dataclass(frozen=True, slots=True)
class ListReading:
    """What a list says; ``counts`` are the numbers that headings inside it state."""

    statements: tuple[Statement, ...]
    leftovers: tuple[Leftover, ...]
    counts: tuple[GroupCount, ...] = ()


def read_list(
    region: Region,
    meaning: Meaning | None,
    contest: Contest,
    knowledge: Knowledge,
    candidates: Candidates,
) -> ListReading:
    """The statements of one list under the meaning that the article gives it.

    Without a meaning every line is left over, but for what its own brackets say.
    """
    if meaning is None:
        return _unled(region, contest, knowledge, candidates)
    own, pages = without_page_lines(region.lines, knowledge)
    if pages:
        left = tuple(Leftover(line.whole, _OF_PAGE) for line in pages)
        rest = replace(region, lines=own)
        read = (
            read_list(rest, meaning, contest, knowledge, candidates) if own else ListReading((), ())
        )
        return replace(read, leftovers=(*read.leftovers, *left))
    parts = sections(region.lines, knowledge.text, meaning, candidates.called, knowledge.lexicon)
    if len(parts) == 1 and parts[0].meaning == meaning:
        return _read_section(region, meaning, contest, knowledge, candidates)
    return _joined(
        read_list(replace(region, lines=part.lines), part.meaning, contest, knowledge, candidates)
        for part in parts
    )


def _unled(
    region: Region, contest: Contest, knowledge: Knowledge, candidates: Candidates
) -> ListReading:
    """A list without a meaning."""
    told = {
        line: tuple(bracketed_statements(line, contest, candidates.called, knowledge))
        for line in region.lines
    }
    left = tuple(Leftover(line.whole, _NO_MEANING) for line in region.lines if not told[line])
    return ListReading(tuple(one for made in told.values() for one in made), left)


def _joined(readings: Iterable[ListReading]) -> ListReading:
    several = list(readings)
    return ListReading(
        tuple(one for reading in several for one in reading.statements),
        tuple(one for reading in several for one in reading.leftovers),
        tuple(one for reading in several for one in reading.counts),
    )


def _read_section(
    region: Region,
    meaning: Meaning,
    contest: Contest,
    knowledge: Knowledge,
    candidates: Candidates,
) -> ListReading:
    """The statements of a list, or of a section of one, with one stance."""
    if are_glued(knowledge.text, [line.content for line in region.lines]):
        return ListReading((), tuple(Leftover(li.whole, _GLUED) for li in region.lines))
    knowledge = replace(knowledge, bodies=region.bodies and meaning.endorser is None)
    about = meaning.candidate or meaning.endorser
    lines = unlabelled(region.lines, knowledge)
    groups = [
        replace(group, items=paired(expanded(group.items, knowledge), knowledge))
        for group in find_groups(lines, (candidates.listed, candidates.headed), knowledge, about)
    ]
    items = [line for group in groups for line in group.items]
    ways = item_ways(items, knowledge)
    known = candidates.listed
    alone = not (meaning.candidate or meaning.endorser or any(group.heading for group in groups))
    if alone:
        known = with_columns(ways, candidates.listed, knowledge)
        knowledge = replace(knowledge, is_candidate=lambda name: known(name) is not None)
    by_line = with_shared_places(items, dict(_laid_out(groups, items, ways, knowledge)), knowledge)
    known = without_lone(known, list(by_line.values())) if alone else known
    read = [
        _read_group(group, _under(group, meaning), by_line, (contest, known), knowledge)
        for group in groups
    ]
    made = tuple(statement for statements, _ in read for statement in statements)
    left = tuple(leftover for _, leftovers in read for leftover in leftovers)
    return ListReading(made, left, tuple(group_counts(groups, meaning.candidate)))


def _read_group(
    group: Group,
    meaning: Meaning,
    readings: Mapping[Line, Reading | None],
    what: tuple[Contest, Known],
    knowledge: Knowledge,
) -> tuple[list[Statement], list[Leftover]]:
    """The statements of one group's items, and what is left over of them."""
    if group.nobody:
        return [], [Leftover(line.whole, _FOR_NOBODY) for line in group.items]
    statements: list[Statement] = []
    strange = _strange_heading(group.items, readings, meaning.candidate, knowledge)
    leftovers = [Leftover(line.whole, _UNDER_STRANGE) for line in group.items[strange:]]
    shared = shared_offices(group.items, readings, knowledge)
    for line in group.items[:strange]:
        under = _What(meaning, *what, shared.get(line))
        made, reason = _item(line, readings[line], under, knowledge)
        statements.extend(made)
        if reason:
            leftovers.append(Leftover(line.whole, reason))
    return statements, leftovers


def _strange_heading(
    items: Sequence[Line],
    readings: Mapping[Line, Reading | None],
    candidate: Mention | None,
    knowledge: Knowledge,
) -> int:
    """Where a line stands alone above a later block and is nobody: a heading of something else.

    "Questions for Doe" is one where all are for Doe. The number of the items if there is none.
    """
    for at in sorted(alone_lines(items)) if items else ():
        line = items[at]
        named = readings[line] and opening(line.content, knowledge) in ("sure", "body")
        named = named and not ends_for(line, candidate, knowledge)
        if at and not line.marked and not named:
            return at
    return len(items)


def _laid_out(
    groups: Sequence[Group],
    items: Sequence[Line],
    ways: Sequence[Sequence[Sequence[Segment]]],
    knowledge: Knowledge,
) -> Iterator[tuple[Line, Reading | None]]:
    """Each item with its reading: groups of bodies have a layout of their own."""
    bodies = {line for group in groups if group.bodies for line in group.items}
    for are_bodies in (False, True):
        of_kind = [
            pair for pair in zip(items, ways, strict=True) if (pair[0] in bodies) is are_bodies
        ]
        known = replace(knowledge, bodies=True) if are_bodies else knowledge
        chosen = choose([way for _, way in of_kind], known)
        yield from zip((line for line, _ in of_kind), chosen, strict=True)


def _under(group: Group, meaning: Meaning) -> Meaning:
    role = group.role or meaning.role
    if group.heading is None or heads_class(group.heading.candidate, meaning):
        return replace(meaning, role=role)
    return Meaning(group.heading.candidate, meaning.polarity, role)


@dataclass(frozen=True, slots=True)
class _What:
    """What the items of a group say: its meaning, the contest, and an office that is shared."""

    meaning: Meaning
    contest: Contest
    known: Known
    shared: ItemRole | None


def _item(
    line: Line, reading: Reading | None, what: _What, knowledge: Knowledge
) -> tuple[list[Statement], str]:
    """The statements of one item, or why there are none."""
    meaning = what.meaning
    if reading is None:
        return [], _NO_LAYOUT
    if meaning.endorser is not None:
        made = slate_statements(line, reading, meaning.endorser, what.contest, knowledge)
        return made, "" if made else _NO_CANDIDATE
    if meaning.candidate is None and reading.fields[0].kind == "organisation":
        return _chosen(line, reading, what, knowledge)
    candidate = meaning.candidate
    named = reading.first("candidate")
    if named is not None:
        found = what.known(knowledge.text[named.span.start : named.span.end])
        if found is not None and not (found.kind == "organisation" and reading.first("name")):
            candidate = found  # beside a person's name a party is the person's own
    if candidate is None:
        return [], _NO_CANDIDATE
    stance = Stance(candidate, meaning.polarity, what.contest, meaning.role, what.shared)
    made = item_statements(line, reading, stance, knowledge)
    for fellow in () if named else meaning.fellows:
        made += item_statements(line, reading, replace(stance, candidate=fellow), knowledge)
    if meaning.polarity == "supports":
        made = with_switches(made, reading, what.known, knowledge)
    return made, "" if made else _NO_ENDORSER


def _chosen(
    line: Line, reading: Reading, what: _What, knowledge: Knowledge
) -> tuple[list[Statement], str]:
    """The statements of a body's row: it supports everyone whom the row names after it."""
    made: list[Statement] = []
    body = reading.fields[0].segment
    for field in reading.fields[1:]:
        if field.kind not in ("candidate", "name") or not reading.first("candidate"):
            continue
        printed = knowledge.text[field.segment.span.start : field.segment.span.end]
        candidate = what.known(printed) or Mention("person", " ".join(printed.split()))
        row = Reading((Field("organisation", body),), reading.fit, ("organisation", "candidate"))
        stance = Stance(candidate, what.meaning.polarity, what.contest, None)
        made.extend(item_statements(line, row, stance, knowledge))
    return made, "" if made else _NO_CANDIDATE
