"""One item of a list as statements: who it is, in which office, from where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.lists.finding.regions import Line
from kg.lists.items.seats import is_seat, year_of
from kg.lists.segments.bodyscores import without_town
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.items import Segment
from kg.lists.segments.layout import Reading
from kg.lists.segments.namescores import name_bounds
from kg.lists.segments.roles import ItemRole, read_offices_beside_name
from kg.model import (
    Contest,
    Endorsement,
    Evidence,
    Mention,
    Polarity,
    RoleHeld,
    Span,
    Statement,
)
from kg.rules import confidence
from kg.text import tokenise
from kg.words.scan import Scan
from kg.words.titles import read_letters, read_titles

SLATE = "list.slate"
_LABELLING = re.compile(r"[:–—-]")
_BRANCH = re.compile(r",\s+(?:Local|Lodge|Chapter|District|Branch|Post|Council|No\.)\s+#?\d+\w*")
_PARTY = re.compile(r"^[A-Z]-(?=\w)")  # a party's letter before the place: "D-Anytown"


@dataclass(frozen=True, slots=True)
class Stance:
    """What an item says of whoever it names; ``role`` is the office of all on the list.

    ``shared`` is the office that an item before it prints in the plural for all who follow.
    """

    candidate: Mention
    polarity: Polarity
    contest: Contest
    role: str | None
    shared: ItemRole | None = None


def item_statements(
    line: Line, reading: Reading, stance: Stance, knowledge: Knowledge
) -> list[Statement]:
    """The endorsements and offices that the item states.

    Candidates may nominate themselves: whoever the list prints by name is on it.
    """
    names = reading.all("name")
    if not names:
        return list(_of_body(line, reading, stance, knowledge))
    made: list[Statement] = []
    for name in names:
        span = line.whole if len(names) == 1 else name.span
        for person, title, roles in _people(name, knowledge):
            made.extend(_of_person(span, reading, (person, title, roles), stance, knowledge))
    return made


def slate_statements(
    line: Line, reading: Reading, endorser: Mention, contest: Contest, knowledge: Knowledge
) -> list[Statement]:
    """The endorsements of an item on a slate: the endorser supports everyone whom it names."""
    made: list[Statement] = []
    year = year_of(line, knowledge)
    contest = replace(contest, year=year) if year else contest
    names = [name for name in reading.all("name") if not is_seat(name, knowledge)]
    for name in names:
        span = line.whole if len(names) == 1 else name.span
        for person, title, _ in _people(name, knowledge):
            evidence = Evidence(span, SLATE, confidence(SLATE), printed_name=endorser.name)
            candidate = Mention("person", person, title=title)
            made.append(Endorsement(endorser, candidate, contest, "supports", (evidence,)))
    return made


def _of_body(
    line: Line, reading: Reading, stance: Stance, knowledge: Knowledge
) -> Iterator[Statement]:
    segment = reading.first("organisation")
    if segment is None or reading.all("role"):
        return  # "Anytown Party Committee Member" is what somebody is who is named elsewhere
    tokens = without_town(segment.tokens, knowledge.look)
    if len(tokens) < len(segment.tokens):
        segment = Segment(Span(segment.span.start, tokens[-1].end), tokens)
    else:
        segment = _with_number(segment, line, knowledge)
    printed = _printed(segment, knowledge).removeprefix("the ")
    rule = _rule(reading)
    evidence = Evidence(line.whole, rule, confidence(rule), printed_name=printed)
    endorser = Mention("organisation", printed)
    if endorser != stance.candidate:
        yield Endorsement(endorser, stance.candidate, stance.contest, stance.polarity, (evidence,))


def _with_number(body: Segment, line: Line, knowledge: Knowledge) -> Segment:
    """The body with the number of its branch behind a comma: "Food Workers, Local 152"."""
    branch = _BRANCH.match(knowledge.text, body.span.end, line.content.end)
    if branch is None:
        return body
    whole = Span(body.span.start, branch.end())
    return Segment(whole, tuple(tokenise(knowledge.text, whole)))


def _people(name: Segment, knowledge: Knowledge) -> Iterator[tuple[str, str, list[str]]]:
    """The people of a name segment: name, kept title, offices stated by titles and letters.

    Usually one; two when "and" joins them, the surname printed once or twice.
    """
    looked = knowledge.look(name.tokens)
    first, last = name_bounds(looked)
    title, keeps, roles = read_titles(looked, 0)[1:]
    stated = [role for role, _ in (*roles, *read_letters(looked, last)[1])]
    joint = [i for i in range(first, last) if looked.folds[i] in ("and", "&")]
    kept = title if keeps and (last - first == 1 or "of" in looked.folds[first:last]) else ""
    if not joint or not first < joint[0] < last - 1:
        yield _named(looked, first, last, kept), kept, stated
        return
    surname = looked.slice(last - 1, last)
    partner = looked.slice(first, joint[0])
    alone = joint[0] - first == 1
    yield (f"{partner} {surname}" if alone else partner), "", stated
    yield looked.slice(joint[0] + 1, last), "", stated


def _named(looked: Scan, first: int, last: int, kept: str) -> str:
    name = looked.slice(first, last)
    return f"{kept} {name}" if kept else name


def _of_person(
    span: Span,
    reading: Reading,
    who: tuple[str, str, list[str]],
    stance: Stance,
    knowledge: Knowledge,
) -> Iterator[Statement]:
    name, title, stated = who
    offices = [] if _is_label(reading, knowledge) else _printed_offices(reading, knowledge)
    if stance.shared:
        offices.append(stance.shared)
    office = next((o for o in offices if o.status != "former"), next(iter(offices), None))
    place = _place(reading, office, knowledge)
    printed = reading.first("role")
    rule = _rule(reading)
    evidence = Evidence(
        span,
        rule,
        confidence(rule),
        printed_name=name,
        printed_place=place,
        printed_role=_printed(printed, knowledge) if printed else None,
    )
    person = Mention("person", name, place or "", "place" if place else "", title)
    role = _spoken_as(office, stated) or stance.role
    where = _where(place, role)
    yield Endorsement(
        person,
        stance.candidate,
        stance.contest,
        stance.polarity,
        (evidence,),
        role=role,
        place=where,
    )
    yield from _offices_held(
        person, _with_body(offices, reading, knowledge), stated, evidence, where
    )


def _printed_offices(reading: Reading, knowledge: Knowledge) -> list[ItemRole]:
    return [
        office
        for segment in reading.all("role")
        for office in read_offices_beside_name(knowledge.look(segment.tokens))
    ]


def _is_label(reading: Reading, knowledge: Knowledge) -> bool:
    """Whether a bare office stands before the name, "Treasurer: X": that is what X stands for."""
    role, name = reading.first("role"), reading.first("name")
    if role is None or name is None or role.span.start > name.span.start:
        return False
    if not _LABELLING.search(knowledge.text, role.span.end, name.span.start):
        return False
    return all(
        not (office.place or office.organisation or office.status == "former")
        for office in _printed_offices(reading, knowledge)
    )


def _spoken_as(office: ItemRole | None, stated: list[str]) -> str | None:
    """The office in which somebody speaks: the one printed, unless it is a former one."""
    if office and office.status != "former":
        return office.label
    return stated[-1] if stated else None


def _with_body(offices: list[ItemRole], reading: Reading, knowledge: Knowledge) -> list[ItemRole]:
    """The offices, the last one with the body printed beside it, if it says of nothing else."""
    beside = reading.first("organisation")
    if beside is None or not offices or offices[-1].organisation or offices[-1].place:
        return offices
    return [*offices[:-1], replace(offices[-1], organisation=_printed(beside, knowledge))]


def _offices_held(
    person: Mention,
    offices: list[ItemRole],
    stated: list[str],
    evidence: Evidence,
    where: Mention | None,
) -> Iterator[RoleHeld]:
    """The offices that the item itself prints; the place is that of all, unless one has its own.

    The place that an office has in its own words is not that of the other offices.
    """
    seen = set()
    owned = where is not None and any(office.place == where.name for office in offices)
    shared = None if owned else where
    for office in offices:
        seen.add(office.label)
        body = Mention("organisation", office.organisation) if office.organisation else None
        own = _where(office.place, office.label) if office.place else shared
        yield RoleHeld(person, office.label, office.status, (evidence,), body, own)
    for label in stated:
        if label not in seen:
            seen.add(label)
            yield RoleHeld(person, label, "current", (evidence,), place=where)


def _place(reading: Reading, office: ItemRole | None, knowledge: Knowledge) -> str | None:
    """The place of the item: the last one printed, "Ward, Council" giving the council."""
    places = reading.all("place")
    if places:
        return _PARTY.sub("", _printed(places[-1], knowledge))
    return office.place if office else None


def _where(place: str | None, role: str | None) -> Mention | None:
    """The place mention; an MP's is a seat, whatever council bears its name."""
    if place is None:
        return None
    return Mention("place", place, "MP" if role == "MP" else "")


def _printed(segment: Segment, knowledge: Knowledge) -> str:
    return " ".join(knowledge.text[segment.span.start : segment.span.end].split())


def _rule(reading: Reading) -> str:
    """The rule of a reading, named after its fields: ``list.name-role-place``."""
    return "list." + "-".join(kind for kind in reading.signature if kind != "other")
