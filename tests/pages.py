"""Prints invented pages of a contest with two candidates, to measure what is read of them.

Four ways of saying who is with whom: *groups* (a candidate's name above or before others), *rows*
(one endorser and a candidate each), *profiles* (a candidate, something about the person, a label
and those behind it) and *slates* (a body, and those whom it supports for one office each). Each is
put together of parts that pages are made of, every part with every other; a part that is not read
shows as a row of its own in the message of the test.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.layouts import FAMILY, GIVEN, PLACES

Items = Sequence[str]

HEADS: dict[str, str] = {
    "N (n)": "{c} ({n})",
    "N": "{c}",
    "N – n": "{c} – {n}",
    "n – N": "{n} – {c}",
    "N: n": "{c}: {n}",
    "N – n MPs": "{c} – {n} MPs",
    "N, n backers": "{c}, {n} backers",
    "N total: n": "{c} total: {n}",
    "N MP (n)": "{c} MP ({n})",
    "N has n": "{c} has {n}",
    "Backing N": "Backing {c}",
    "N's supporters": "{c}'s supporters",
    "Supporters of N": "Supporters of {c}",
    "For S": "For {s}",
    "Team S": "Team {s}",
    "S (n)": "{s} ({n})",
    "S backers": "{s} backers",
    "MPs backing S (n)": "MPs backing {s} ({n})",
    "== N ==": "== {c} ==",
    "**N**": "**{c}**",
    "### N (n)": "### {c} ({n})",
}
ITEMS: dict[str, str] = {
    "name": "{a}",
    "name (place)": "{a} ({p})",
    "name MP": "{a} MP",
    "Cllr name": "Cllr {a}",
}
SPREAD: dict[str, Callable[[str, Items], str]] = {
    "lines": lambda h, x: h + "\n" + "\n".join(x),
    "lines below a blank": lambda h, x: h + "\n\n" + "\n".join(x),
    "bullets": lambda h, x: h + "\n" + "\n".join(f"* {i}" for i in x),
    "run below": lambda h, x: h + "\n" + ", ".join(x),
    "run below a blank": lambda h, x: h + "\n\n" + ", ".join(x) + ".",
    "run behind a colon": lambda h, x: h + ": " + ", ".join(x),
    "run behind a dash": lambda h, x: h + " – " + ", ".join(x),
    "run with semicolons": lambda h, x: h + "\n" + "; ".join(x) + ".",
    "run with bars": lambda h, x: h + "\n" + " | ".join(x),
}
ROWS: dict[str, str] = {
    "N – C": "{a} – {c}",
    "N: C": "{a}: {c}",
    "N (C)": "{a} ({c})",
    "N | C": "{a} | {c}",
    "N → C": "{a} → {c}",
    "C – N": "{c} – {a}",
    "N – S": "{a} – {s}",
    "N: S": "{a}: {s}",
    "N for S": "{a} for {s}",
    "N backs C": "{a} backs {c}",
    "N is backing S": "{a} is backing {s}",
    "N – backing C": "{a} – backing {c}",
    "N: endorsed S": "{a}: endorsed {s}",
    "N has nominated C": "{a} has nominated {c}",
}
SET: dict[str, Callable[[Items], str]] = {
    "lines": "\n".join,
    "bullets": lambda x: "\n".join(f"- {i}" for i in x),
    "blank lines": "\n\n".join,
    "numbers": lambda x: "\n".join(f"{n}. {i}" for n, i in enumerate(x, 1)),
    "run": lambda x: "; ".join(x) + ".",
}
LABELS = (
    "Key supporters:",
    "Backers:",
    "Backed by:",
    "Supporting MPs:",
    "Nominations ({n}):",
    "Who is backing {o}?",
    "{s}'s backers:",
    "{p} has the support of:",
)
BODIES: dict[str, str] = {
    "bare": "{c}\n{b}",
    "about": "{c}\n\n{p} has sat in the house since 2010.\n\n{b}",
    "facts": "{c}\n\nAge: 52\nSeat: Anytown South\n{b}\nOdds: 4/1",
    "numbered": "{i}. {c}\n\n{p} has sat in the house since 2010.\n\n{b}",
}
BODIES_THAT_CHOOSE = (
    "the Sierra Club",
    "the Anytown Tribune",
    "Teamsters Local 70",
    "the Riverside County Democratic Party",
    "the Marin Women's Political Action Committee",
)
ANNOUNCING = (
    "{O} has endorsed the following candidates in the November election:",
    "{O} recommends the following slate to its members:",
    "{O} is proud to endorse the following candidates for local office.",
    "At its meeting on Tuesday, {o} voted to endorse these candidates:",
    "The board of {o} met with all of the candidates. Its recommendations are below.",
    "Candidates endorsed by {o}",
)
SEATS = (
    "City Council District 1",
    "School Board",
    "Sheriff",
    "State Senate District 12",
    "County Supervisor District 2",
)
SLATE_ROWS = {
    "office: N": "{seat}: {a}",
    "office – N": "{seat} – {a}",
    "N, office": "{a}, {seat}",
    "N for office": "{a} for {seat}",
    "N – office": "{a} – {seat}",
    "N (office)": "{a} ({seat})",
    "For office: N": "For {seat}: {a}",
}
INTROS = {
    "title": "Party leadership: who is backing whom?",
    "generic": "The contest to lead the party has begun, and MPs declare for their favourites. "
    "Here is our list of which MPs are backing whom in the leadership race.",
    "named": "The contest to lead the party has begun. {} and {} are the candidates. "
    "Below is the list of MPs who have declared their support so far.",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A page made of ``parts``, with the pairs of endorser and candidate's surname it states."""

    parts: tuple[str, ...]
    text: str
    stated: frozenset[tuple[str, str]]


def surname(name: str) -> str:
    """The last word of a name."""
    return name.rsplit(" ", 1)[-1]


def groups(rng: random.Random) -> Iterator[Page]:
    """Pages with the candidates' names above or before those behind them."""
    for head in HEADS:
        for spread in SPREAD:
            item, intro = rng.choice(list(ITEMS)), rng.choice(list(INTROS))
            sides = _sides(rng)
            blocks = [
                SPREAD[spread](
                    HEADS[head].format(c=candidate, s=surname(candidate), n=len(behind)),
                    [ITEMS[item].format(a=name, p=place) for name, place in behind],
                )
                for candidate, behind in sides
            ]
            yield _page((head, spread, item, intro), intro, blocks, sides)


def rows(rng: random.Random) -> Iterator[Page]:
    """Pages of rows, each of one endorser and a candidate."""
    for row in ROWS:
        for put in SET:
            intro = rng.choice(list(INTROS))
            sides = _sides(rng)
            made = [
                ROWS[row].format(a=name, c=candidate, s=surname(candidate))
                for candidate, behind in sides
                for name, _ in behind
            ]
            rng.shuffle(made)
            yield _page((row, put, intro), intro, [SET[put](made)], sides)


def profiles(rng: random.Random) -> Iterator[Page]:
    """Pages with a profile of each candidate."""
    spreads = [spread for spread in SPREAD if spread.startswith(("lines", "bullets", "run below"))]
    for label in LABELS:
        for body in BODIES:
            spread = rng.choice(spreads)
            sides = _sides(rng)
            blocks = []
            for at, (candidate, behind) in enumerate(sides):
                subject, object_ = (("He", "him"), ("She", "her"))[at]
                known = {"p": subject, "o": object_, "s": surname(candidate), "n": len(behind)}
                block = SPREAD[spread](label.format(**known), [name for name, _ in behind])
                blocks.append(BODIES[body].format(i=at + 1, c=candidate, b=block, **known))
            yield _page((label, body, spread), "named", blocks, sides)


def slates(rng: random.Random) -> Iterator[Page]:
    """Pages on which a body announces whom it supports, for one office each."""
    for said in ANNOUNCING:
        for row in SLATE_ROWS:
            put, body = rng.choice(list(SET)), rng.choice(BODIES_THAT_CHOOSE)
            names = [f"{rng.choice(GIVEN)} {family}" for family in rng.sample(FAMILY, len(SEATS))]
            made = [
                SLATE_ROWS[row].format(a=a, seat=seat) for a, seat in zip(names, SEATS, strict=True)
            ]
            told = said.format(o=body, O=body[0].upper() + body[1:])
            stated = frozenset((body.removeprefix("the "), surname(name)) for name in names)
            yield Page((said, row, put), f"{told}\n\n{SET[put](made)}\n", stated)


KINDS = {"groups": groups, "rows": rows, "profiles": profiles, "slates": slates}
Side = tuple[str, list[tuple[str, str]]]


def _sides(rng: random.Random) -> list[Side]:
    """Two candidates, a man and a woman, with the names and places of those behind each."""
    families = rng.sample(FAMILY, 14)
    first = ("Daniel", "Sarah")
    candidates = [f"{given} {family}" for given, family in zip(first, families[:2], strict=True)]
    names = [f"{rng.choice(GIVEN)} {family}" for family in families[2:]]
    behind = [(name, rng.choice(PLACES["uk"])) for name in names]
    cut = rng.randint(4, 8)
    return [(candidates[0], behind[:cut]), (candidates[1], behind[cut:])]


def _page(parts: tuple[str, ...], intro: str, blocks: Sequence[str], sides: Sequence[Side]) -> Page:
    text = "\n\n".join([INTROS[intro].format(*(c for c, _ in sides)), *blocks]) + "\n"
    stated = frozenset((name, surname(c)) for c, behind in sides for name, _ in behind)
    return Page(parts, text, stated)
