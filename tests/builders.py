"""Hand-built documents, extractions and resolutions for tests of everything above extraction.

``worked()`` is one small article with every kind of statement in it: endorsements by people and by
a local party, a second passage for one of them, a rival backing, a refusal that opposes, a claim
that introduces a list, a hearsay claim, a share, current and former roles, candidacies, a misspelt
council, an abolished one, a ward and a place that nobody knows.

Everything is built from the text by ``at``, so a quote always equals its slice.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from kg.gazetteer import Gazetteer, load_gazetteer
from kg.model import (
    Candidacy,
    Claim,
    Contest,
    Dated,
    Document,
    Endorsement,
    Entity,
    Evidence,
    Extraction,
    Leftover,
    Mention,
    Place,
    Polarity,
    Resolution,
    RoleHeld,
    Span,
    Statement,
)
from kg.reconcile.contests import contest_key
from kg.when import Published

AS_OF = date(2015, 7, 17)

TEXT = """\
Labour leadership: the names behind the numbers

Four councillors and a local party are backing Yvette Cooper:

1. Mike Lerry – Labour Group Leader, Sedgemoore District Council
2. David Jones – Councillor, Bury
3. Anna Holt – Councillor, Harrow Weald Ward
4. Ben Carr – Councillor, Nether Wallop on Sea
5. Streatham CLP

Councillors for Liz Kendall

David Jones, Bury
Zoë O’Byrne, Northampton Borough Council

Chuka Umunna, MP for Streatham, is backing Kendall in the leadership race. Umunna repeated his
support on Friday. Former Chief Whip Jacqui Smith has come out against Kendall.

The Huffington Post claims there are “over 150” councillors for Andy Burnham.
Kendall has the support of 1.5 per cent of CLPs. Mary Creagh withdrew from the race in June.
"""


@dataclass(frozen=True, slots=True)
class Built:
    """One article as the extractor and the reconciler would hand it on."""

    extraction: Extraction
    resolution: Resolution

    @property
    def document(self) -> Document:
        return self.extraction.document


def document(
    text: str = TEXT,
    *,
    name: str = "article.txt",
    title: str | None = "The names behind the numbers",
    publisher: str | None = "The Example Post",
    url: str | None = "https://news.example/2015/names",
    published: Published | None = Published("2015-07-17"),  # noqa: B008 - frozen value
) -> Document:
    """A document whose hash is that of its text in UTF-8."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        name, text, digest, title=title, publisher=publisher, url=url, published=published
    )


def at(text: str, fragment: str, nth: int = 0) -> Span:
    """The span of the ``nth`` occurrence (from 0) of ``fragment``; ValueError if there is none."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(fragment, start + 1)
    return Span(start, start + len(fragment))


def passage(
    fragment: str,
    rule: str = "list.dashed",
    confidence: float = 0.99,
    *,
    text: str = TEXT,
    nth: int = 0,
    name: str | None = None,
    place: str | None = None,
    role: str | None = None,
) -> Evidence:
    """Evidence that quotes ``fragment`` of ``text``."""
    return Evidence(at(text, fragment, nth), rule, confidence, name, place, role)


def person(name: str, context: str = "", title: str = "") -> Mention:
    return Mention("person", name, context, "place" if context else "", title)


def body(name: str) -> Mention:
    return Mention("organisation", name)


def place(name: str) -> Mention:
    return Mention("place", name)


CONTEST = Contest("leadership", "Labour", 2015)

COOPER = person("Yvette Cooper")
KENDALL = person("Liz Kendall")
BURNHAM = person("Andy Burnham")
CREAGH = person("Mary Creagh")
LERRY = person("Mike Lerry", "Sedgemoore District Council")
JONES = person("David Jones", "Bury")
HOLT = person("Anna Holt", "Harrow Weald Ward")
CARR = person("Ben Carr", "Nether Wallop on Sea")
OBYRNE = person("Zoë O’Byrne", "Northampton Borough Council")
UMUNNA = person("Chuka Umunna", "Streatham")
SMITH = person("Jacqui Smith")
STREATHAM_CLP = body("Streatham CLP")
LABOUR = body("Labour")
POST = body("The Huffington Post")

SEDGEMOOR = place("Sedgemoore District Council")
BURY = place("Bury")
WEALD = place("Harrow Weald Ward")
NOWHERE = place("Nether Wallop on Sea")
NORTHAMPTON = place("Northampton Borough Council")
STREATHAM = place("Streatham")


def endorsement(
    endorser: Mention,
    candidate: Mention,
    *evidence: Evidence,
    role: str | None = None,
    where: Mention | None = None,
    polarity: Polarity = "supports",
    contest: Contest = CONTEST,
    dates: tuple[Dated, ...] = (),
) -> Endorsement:
    """An endorsement; ``where`` is the place printed beside the endorser."""
    return Endorsement(endorser, candidate, contest, polarity, evidence, role, where, dates)


def _listed(
    who: Mention, where: Mention, line: str, role: str | None, candidate: Mention = COOPER
) -> Endorsement:
    mark = passage(line, name=who.name, place=where.name, role=role)
    return endorsement(who, candidate, mark, role=role, where=where)


def statements() -> tuple[Statement, ...]:
    """The statements of ``TEXT``, sorted by their first evidence."""
    cooper_list = Span(at(TEXT, "1. Mike").start, at(TEXT, "Streatham CLP").end)
    made: list[Statement] = [
        _listed(
            LERRY,
            SEDGEMOOR,
            "Mike Lerry – Labour Group Leader, Sedgemoore District Council",
            "Labour Group Leader",
        ),
        _listed(JONES, BURY, "David Jones – Councillor, Bury", "Councillor"),
        _listed(HOLT, WEALD, "Anna Holt – Councillor, Harrow Weald Ward", "Councillor"),
        _listed(CARR, NOWHERE, "Ben Carr – Councillor, Nether Wallop on Sea", "Councillor"),
        endorsement(STREATHAM_CLP, COOPER, passage("Streatham CLP", name="Streatham CLP")),
        _listed(JONES, BURY, "David Jones, Bury", None, KENDALL),
        _listed(OBYRNE, NORTHAMPTON, "Zoë O’Byrne, Northampton Borough Council", None, KENDALL),
        endorsement(
            UMUNNA,
            KENDALL,
            passage("is backing Kendall in the leadership race", "prose.backing", 0.95),
            passage("Umunna repeated his\nsupport on Friday", "prose.repeat", 0.9),
            role="MP",
            where=STREATHAM,
            dates=(Dated("2015-07-17", at(TEXT, "on Friday"), "date.weekday"),),
        ),
        endorsement(
            SMITH,
            KENDALL,
            passage("Jacqui Smith has come out against Kendall", "prose.against", 0.9),
            polarity="opposes",
        ),
        Claim(
            COOPER,
            CONTEST,
            Decimal(4),
            "exactly",
            "councillors",
            (
                passage(
                    "Four councillors and a local party are backing Yvette Cooper", "claim.lead"
                ),
            ),
            enumerates=cooper_list,
        ),
        Claim(
            BURNHAM,
            CONTEST,
            Decimal(150),
            "over",
            "councillors",
            (passage("The Huffington Post claims there are “over 150” councillors", "claim.over"),),
            attributed_to=POST,
        ),
        Claim(
            KENDALL,
            CONTEST,
            Decimal("1.5"),
            "exactly",
            "percent of CLPs",
            (passage("Kendall has the support of 1.5 per cent of CLPs", "claim.share"),),
        ),
        RoleHeld(
            UMUNNA,
            "MP",
            "current",
            (passage("Chuka Umunna, MP for Streatham", "role.mp", role="MP", place="Streatham"),),
            place=STREATHAM,
        ),
        RoleHeld(
            SMITH,
            "Chief Whip",
            "former",
            (passage("Former Chief Whip Jacqui Smith", "role.former", role="Chief Whip"),),
            organisation=LABOUR,
        ),
        Candidacy(
            CREAGH,
            CONTEST,
            "withdrawn",
            (passage("Mary Creagh withdrew from the race in June", "candidacy.withdrawn"),),
            (Dated("2015-06", at(TEXT, "in June"), "date.month"),),
        ),
    ]
    return tuple(sorted(made, key=lambda s: (s.evidence[0].span, s.kind)))


def lists() -> tuple[Span, ...]:
    """The list regions of ``TEXT``."""
    return (
        Span(at(TEXT, "1. Mike").start, at(TEXT, "Streatham CLP").end),
        Span(at(TEXT, "David Jones, Bury").start, at(TEXT, "Northampton Borough Council").end),
    )


def agents() -> dict[Mention, Entity]:
    """Who each person and body of ``statements`` is."""
    keys = {
        COOPER: "yvette-cooper--normanton-pontefract-and-castleford",
        KENDALL: "liz-kendall--leicester-west",
        BURNHAM: "andy-burnham--leigh",
        CREAGH: "mary-creagh--wakefield",
        LERRY: "mike-lerry--sedgemoor",
        JONES: "david-jones--bury",
        HOLT: "anna-holt--harrow-weald-ward",
        CARR: "ben-carr--nether-wallop-on-sea",
        OBYRNE: "zoe-obyrne--northampton",
        UMUNNA: "chuka-umunna--streatham",
        SMITH: "jacqui-smith--labour",
        STREATHAM_CLP: "streatham-clp",
        LABOUR: "labour",
        POST: "huffington-post",
    }
    return {
        mention: Entity(mention.kind, key, mention.name, "the name and the place printed beside it")  # type: ignore[arg-type] # no place is an agent here
        for mention, key in keys.items()
    }


def places() -> dict[Mention, Place]:
    """What each place of ``statements`` resolved to."""
    return {
        SEDGEMOOR: Place(
            SEDGEMOOR.name,
            AS_OF,
            "council",
            "one letter away from Sedgemoor District Council",
            "Sedgemoor",
            "Sedgemoor District Council",
            "sedgemoor",
            "E07000188",
            misspelt=True,
        ),
        BURY: Place(
            BURY.name,
            AS_OF,
            "council",
            "the only council of that name",
            "Bury",
            "Bury Metropolitan Borough Council",
            "bury",
            "E08000002",
        ),
        WEALD: Place(
            WEALD.name,
            AS_OF,
            "ward",
            "a ward of Harrow, not a council",
            "Harrow Weald",
            None,
            "harrow",
            "E09000015",
            own_code="E05000290",
        ),
        NOWHERE: Place(NOWHERE.name, AS_OF, "unknown", "no council, ward or seat has this name"),
        NORTHAMPTON: Place(
            NORTHAMPTON.name,
            AS_OF,
            "council",
            "the official name",
            "Northampton",
            "Northampton Borough Council",
            "northampton",
            "E07000154",
        ),
        STREATHAM: Place(
            STREATHAM.name,
            AS_OF,
            "constituency",
            "a parliamentary seat",
            "Streatham",
            own_code="E14000978",
        ),
    }


def worked() -> Built:
    """The article of ``TEXT``: every kind of statement, resolved."""
    extraction = Extraction(
        document(),
        statements(),
        leftovers=(Leftover(at(TEXT, "Councillors for Liz Kendall"), "a heading"),),
        lists=lists(),
    )
    return Built(
        extraction,
        Resolution(
            agents(),
            places(),
            {CONTEST: contest_key(CONTEST)},
            Entity("organisation", "example-post", "The Example Post", "the publisher"),
        ),
    )


def small(name: str = "Ann Other", council: str = "bury", candidate: Mention = KENDALL) -> Built:
    """A second, one-line article: ``name`` of ``council`` for ``candidate``; for merging tests."""
    text = f"{name} of {council.title()} supports {candidate.name}.\n"
    who = person(name, council.title())
    where = place(council.title())
    mark = passage(text.strip(), "prose.supports", 0.9, text=text, name=name, place=where.name)
    extraction = Extraction(
        document(
            text,
            name="small.txt",
            title=None,
            publisher=None,
            url=None,
            published=Published("2015", "inferred", "the year of the contest"),
        ),
        (endorsement(who, candidate, mark, role="Councillor", where=where),),
    )
    key = f"{name.lower().replace(' ', '-')}--{council}"
    resolved = agents() | {who: Entity("person", key, name, "the name and the council")}
    found = replace(places()[BURY], printed=where.name, slug=council)
    return Built(
        extraction,
        Resolution(
            {m: resolved[m] for m in (who, candidate)},
            {where: found},
            {CONTEST: contest_key(CONTEST)},
        ),
    )


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that kg ships, read once."""
    return load_gazetteer()
