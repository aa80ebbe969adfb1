"""Writing one article: each function adds a piece of text and notes what it states."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bench.page import Page
from bench.people import Person
from kg.iris import slug
from kg.model import (
    AgentKind,
    Candidacy,
    Claim,
    Contest,
    Endorsement,
    Entity,
    Evidence,
    Mention,
    Place,
    Polarity,
    RoleHeld,
    Span,
    Statement,
)
from kg.when import Published

_PLACES_UNKNOWN = 0.02
_TOTALS_WRONG = 0.1
_ROLES = ("Leader", "Deputy Leader", "Cabinet Member", "Labour Group Leader")
_BODIES = ("GMB", "Unite", "Unison", "ASLEF")
_PAPERS = ("Northern Courier", "Evening Packet", "Harbour Gazette")
_LEADS = (
    "{candidate} has secured the backing of the following {count} {party} councillors:",
    "By contrast {candidate} lists {count} backers among {party} councillors:",
    "These {count} {party} councillors are supporting {candidate}:",
)
_FILLER = (
    "Turnout in the last contest was lower than expected, and the rules have changed since.",
    "The ballot opens at the end of the month and the result will be read out in the autumn.",
    "A review of the accounts found nothing wrong, although it asked for more detail next year.",
    "Buses did not run on Sunday, so the hall was half empty when the meeting began.",
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a list prints a line, from its number, name, role (or None) and place.

    ``full`` says that it prints the council's official name, ``offices`` that it prints offices,
    ``marked`` that a sign stands between name and place, so that any place can be told from it.
    """

    name: str
    line: Callable[[int, str, str | None, str], str]
    full: bool = False
    offices: bool = False
    marked: bool = True


def _dashed(_number: int, name: str, role: str | None, place: str) -> str:
    return f"{name} – {role}, {place}" if role else f"{name} – {place}"


LAYOUTS = (
    Layout("title-comma", lambda _n, name, _role, place: f"Councillor {name}, {place}"),
    Layout("unmarked", lambda _n, name, _role, place: f"{name} {place}", marked=False),
    Layout("dash-role", _dashed, full=True, offices=True),
    Layout("numbered", lambda n, name, _role, place: f"{n}. Cllr {name} ({place})"),
    Layout("bulleted", lambda _n, name, _role, place: f"• {name}, {place}"),
)


@dataclass(slots=True)
class Draft:
    """An article being written, and what it has stated so far."""

    rng: random.Random
    contest: Contest
    standing: tuple[Mention, ...]
    page: Page
    statements: list[Statement]
    lists: list[Span]
    agents: dict[Mention, Entity]
    places: dict[Mention, Place]

    def agent(self, kind: AgentKind, name: str, key: str, context: str = "") -> Mention:
        """The mention of a person or body, settled."""
        mention = Mention(kind, name, context, "place" if context else "")
        self.agents[mention] = Entity(kind, key, name, "the name and what stands beside it")
        return mention

    def claim(
        self, candidate: Mention, count: int, span: Span, over: Mention | None, region: Span | None
    ) -> None:
        """A number of councillors: exactly that many, or ``over`` it in somebody's words."""
        self.statements.append(
            Claim(
                candidate,
                self.contest,
                Decimal(count),
                "over" if over else "exactly",
                "councillors",
                (Evidence(span, "claim.over" if over else "claim.lead", 0.95),),
                attributed_to=over,
                enumerates=region,
            )
        )


def opening(draft: Draft) -> None:
    """The title and a sentence that says who stands."""
    first, second = draft.standing[:2]
    label = f"{draft.contest.body} leadership"
    draft.page.add(f"{label}: who is backing whom", "\n\n")
    span = draft.page.add(f"{first.name} and {second.name} are standing for the {label}.", "\n\n")
    for who in (first, second):
        mark = Evidence(span, "candidacy.standing", 0.97)
        draft.statements.append(Candidacy(who, draft.contest, "current", (mark,)))


def backers(draft: Draft, candidate: Mention, people: Sequence[Person], layout: Layout) -> None:
    """A list of councillors who support ``candidate``, under a sentence with their number."""
    rng, page = draft.rng, draft.page
    stated = len(people) + (rng.choice((-3, 3)) if rng.random() < _TOTALS_WRONG else 0)
    lead = rng.choice(_LEADS)
    said = lead.format(candidate=candidate.name, count=stated, party=draft.contest.body)
    span = page.add(said, "\n\n")
    start = page.length
    for number, who in enumerate(people, start=1):
        _backer(draft, layout, number, who, candidate)
    region = Span(start, page.length - 1)
    page.blank()
    draft.lists.append(region)
    draft.claim(candidate, stated, span, None, region)


def prose(draft: Draft, candidate: Mention, leader: Person, sceptic: Person) -> None:
    """A paragraph after a list: a leader and a union for the candidate, one against, a rumour."""
    rng, page = draft.rng, draft.page
    page.add(rng.choice(_FILLER), " ")
    council = leader.council.official_name
    where = _council_place(draft, leader, council)
    who = draft.agent("person", leader.name, _key(leader), council)
    span = page.add(
        f"{leader.name}, leader of {council}, is backing {candidate.name} in the contest.", " "
    )
    mark = Evidence(span, "prose.active", 0.95, leader.name, council, "leader")
    _stance(draft, who, candidate, "supports", mark, "Leader", where)
    draft.statements.append(RoleHeld(who, "Leader", "current", (mark,), place=where))
    body = rng.choice(
        [name for name in _BODIES if Mention("organisation", name) not in draft.agents]
    )
    span = page.add(f"{body} has endorsed {candidate.name}.", " ")
    union = draft.agent("organisation", body, slug(body))
    _stance(draft, union, candidate, "supports", Evidence(span, "prose.active", 0.95, body))
    span = page.add(f"{sceptic.name} will not vote for {candidate.name}.", "\n\n")
    against = draft.agent("person", sceptic.name, _key(sceptic))
    mark = Evidence(span, "prose.against", 0.9, sceptic.name)
    _stance(draft, against, candidate, "opposes", mark)
    paper, number = rng.choice(_PAPERS), rng.randrange(60, 400, 10)
    said = f"The {paper} claims that there are “over {number}” councillors for {candidate.name}."
    span = page.add(said, "\n\n")
    draft.claim(candidate, number, span, draft.agent("organisation", paper, slug(paper)), None)


def _backer(draft: Draft, layout: Layout, number: int, who: Person, candidate: Mention) -> None:
    council = who.council.official_name if layout.full else who.council.name
    unknown = layout.marked and draft.rng.random() < _PLACES_UNKNOWN
    printed = f"Nether {who.name.split()[-1]}" if unknown else council
    role = draft.rng.choice(_ROLES) if layout.offices and draft.rng.random() < 0.25 else None
    span = draft.page.add(layout.line(number, who.name, role, printed))
    where = _unknown_place(draft, printed) if unknown else _council_place(draft, who, printed)
    key = f"{slug(who.name)}--{slug(printed)}" if unknown else _key(who)
    mention = draft.agent("person", who.name, key, printed)
    mark = Evidence(span, f"list.{layout.name}", 0.99, who.name, printed, role)
    _stance(draft, mention, candidate, "supports", mark, role or "Councillor", where)


def _stance(
    draft: Draft,
    endorser: Mention,
    candidate: Mention,
    polarity: Polarity,
    mark: Evidence,
    role: str | None = None,
    where: Mention | None = None,
) -> None:
    draft.statements.append(
        Endorsement(endorser, candidate, draft.contest, polarity, (mark,), role, where)
    )


def _council_place(draft: Draft, who: Person, printed: str) -> Mention:
    mention, council = Mention("place", printed), who.council
    draft.places[mention] = Place(
        printed,
        _as_of(draft),
        "council",
        "the name of one council only",
        council.name,
        council.official_name,
        council.slug,
        council.code_on(_as_of(draft)),
    )
    return mention


def _unknown_place(draft: Draft, printed: str) -> Mention:
    mention = Mention("place", printed)
    draft.places[mention] = Place(printed, _as_of(draft), "unknown", "no place has this name")
    return mention


def _as_of(draft: Draft) -> date:
    return Published(str(draft.contest.year)).as_of()


def _key(who: Person) -> str:
    return f"{slug(who.name)}--{who.council.slug}"
