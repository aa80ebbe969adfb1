"""The page: one file that needs nothing else, no network and no script."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass

from kg import __version__
from kg.report import charts, pictures
from kg.report.facts import Answer, Facts, Row
from kg.report.figures import FIGURES, Figure, Matter
from kg.report.links import address, title_of
from kg.report.sentences import sentences
from kg.report.templates import fill
from kg.report.words import About, Number, Words, count, plain, told, total

MOST_FINDINGS = 12
MOST_STANCES = 60
MOST_SOURCES = 500
MOST_NAMES, MOST_NAMED = 300, 40
MOST_RULES = 60
MOST_CONTESTS, MOST_LESSER, MOST_CANDIDATES, MOST_OTHERS = 8, 200, 12, 20
COMPACT = 50
"""From how many articles on the list of sources leaves out hashes and notes."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure with its pictures, for a desk and for a phone, as addresses that hold them."""

    figure: Figure
    wide: str
    narrow: str
    alt: str


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of an answer under a heading, and how many there are in all."""

    heading: str
    rows: tuple[Row, ...]
    whole: Number


def write_page(matter: Matter, about: About) -> str:
    """The page as HTML."""
    facts = matter.facts
    return fill(
        {
            "about": about,
            "version": __version__,
            "heading": _heading(facts),
            "summary": _summary(facts),
            "credit": credit(facts),
            "figures_at_a_glance": _glance(facts, about),
            "sentences": sentences(facts),
            "figures": [_drawn(figure) for figure in made(matter)],
            "contests": _contests(facts)[:MOST_CONTESTS],
            "lesser": _lesser(facts),
            "most_candidates": MOST_CANDIDATES,
            "compact": len(facts["sources"].rows) > COMPACT,
            "checks": [
                (check, check.answer.rows[:MOST_FINDINGS], _columns(check.answer))
                for check in facts.checks
            ],
            "stances": Part(
                "", facts["other-stances"].rows[:MOST_STANCES], facts["other-stances"].size
            ),
            "names": _names(facts),
            "count_by_candidate": facts["count-by-candidate"].size,
            "sources": _first(facts["sources"], MOST_SOURCES),
            "numbered": _numbered(facts),
            "rules": _first(facts["rules-used"], MOST_RULES),
            "plain": plain,
            "address": address,
            "title_of": title_of,
            "is_number": lambda value: isinstance(value, Number),
        }
    )


def made(matter: Matter) -> list[Figure]:
    """The figures that the graph has something to draw for, in the order of the page."""
    found = (draw(matter) for draw in FIGURES.values())
    return [figure for figure in found if figure is not None]


def _drawn(figure: Figure) -> Drawn:
    wide, narrow = (
        pictures.svg(charts.specification(figure.chart, size))
        for size in (charts.WIDE, charts.NARROW)
    )
    return Drawn(figure, _embedded(wide), _embedded(narrow), plain(figure.alt).strip())


def _embedded(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def _heading(facts: Facts) -> str:
    contests = facts["contests"].rows
    return f"Who backs whom: {contests[0]['contest']}" if len(contests) == 1 else "Who backs whom"


def _summary(facts: Facts) -> Words:
    """What was read and what was found, in one breath."""
    found = count(facts.total("endorsements"), "endorsement", "endorsements")
    read = count(facts.total("articles"), "article", "articles")
    people = count(facts.total("people who back"), "person", "people")
    bodies = facts.total("bodies that back")
    also: Words = (" and ", *count(bodies, "body", "bodies")) if bodies else ()
    candidates = count(facts["count-by-candidate"].size, "candidacy", "candidacies")
    return (
        *("In ", *read, " kg found ", *found, ": ", *people, *also, " named as backing one of "),
        *(*candidates, ". Every number on this page is counted from passages that can be read."),
    )


def credit(facts: Facts) -> str:
    """Where the figures are from, and of which years the articles are."""
    years = sorted({row["published"][:4] for row in facts["sources"] if row["published"]})
    articles = count(facts.total("articles"), "article", "articles")
    span = f" of {years[0]}" + (f" to {years[-1]}" if len(years) > 1 else "") if years else ""
    return f"kg {__version__}, from {plain(articles)}{span}"


def _glance(facts: Facts, about: About) -> list[tuple[Number | None, str, Words]]:
    """The key numbers: each with its name and what must be known of it."""
    one_contest = len({row["contest"] for row in facts["turnout-by-region"]}) == 1
    there = total(row.number("councils") for row in facts["turnout-by-region"])
    of: Words = ("of ", there, " that there were") if one_contest else ()
    unresolved = facts.check("unresolved-places")
    left = None if about.leftovers is None else told(about.leftovers, "manifest leftovers")
    how: Words = ("not kept with this graph" if left is None else "read, but not understood",)
    return [
        (facts.total("articles"), "articles", ()),
        (facts.total("endorsements"), "endorsements", ("each with its words",)),
        (facts.total("people who back"), "people named", ("as backing somebody",)),
        (facts.total("councils"), "councils they speak for", of),
        (unresolved.answer.size if unresolved else None, "places unresolved", ()),
        (left, "leftovers", how),
    ]


def _contests(facts: Facts) -> list[tuple[Row, list[Row], list[str]]]:
    """Each contest with its candidates, and those who stand in it and whom nobody backs."""
    backed: dict[str, list[Row]] = {}
    for row in facts["count-by-candidate"]:
        backed.setdefault(row["contest"], []).append(row)
    standing: dict[str, dict[str, set[str]]] = {}
    for row in facts["candidacies"]:
        standing.setdefault(row["contest"], {}).setdefault(row["candidate"], set()).add(
            row["status"]
        )
    found = []
    for contest in facts["contests"]:
        rows = backed.get(contest["contest"], [])
        named = {row["candidate"] for row in rows}
        others = [
            f"{name} (withdrawn)" if "withdrawn" in states else name
            for name, states in standing.get(contest["contest"], {}).items()
            if name not in named
        ]
        if len(others) > MOST_OTHERS:
            others[MOST_OTHERS:] = [f"{len(others) - MOST_OTHERS} more"]
        found.append((contest, rows, others))
    return found


def _lesser(facts: Facts) -> Part:
    """The contests that have no room for their candidates."""
    rows = facts["contests"].rows[MOST_CONTESTS:]
    return Part("", rows[:MOST_LESSER], total(row.counted for row in rows))


def _columns(answer: Answer) -> list[str]:
    """The columns of a finding that are for readers, without those that only programs need."""
    hidden = {"entity", "property", "value", "quote", "article"}
    return [name for name in answer.rows[0].values if name not in hidden] if answer.rows else []


def _names(facts: Facts) -> list[Part]:
    """Who backs whom, by candidate; only the first of very many."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in facts["endorsements"]:
        groups.setdefault((row["contest"], row["candidate"]), []).append(row)
    several = len({contest for contest, _ in groups}) > 1
    order = [(row["contest"], row["candidate"]) for row in facts["count-by-candidate"]]
    return [
        Part(
            f"{who[1]}, {who[0]}" if several else who[1],
            tuple(groups[who][:MOST_NAMES]),
            total(row.counted for row in groups[who]),
        )
        for who in list(dict.fromkeys(order))[:MOST_NAMED]
        if who in groups
    ]


def _first(answer: Answer, most: int) -> Part:
    return Part("", answer.rows[:most], answer.size)


def _numbered(facts: Facts) -> Mapping[str, tuple[int, Row]]:
    """Each article by its IRI: its number on the page, and its row of ``articles``."""
    figures = {row["article"]: row for row in facts["articles"]}
    return {
        row["article"]: (at, figures[row["article"]])
        for at, row in enumerate(facts["sources"].rows[:MOST_SOURCES], start=1)
    }
