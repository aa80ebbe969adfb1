"""What the numbers say, in sentences that can be quoted as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from kg.report.facts import Facts, Row
from kg.report.figures.stated import said
from kg.report.words import Words, count, listed, total

MOST_CANDIDATES, MOST_COUNCILS, MOST_LISTS, MOST_DOUBLES, MOST_CLAIMS = 8, 3, 5, 5, 8
MOST_NAMED = 3
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the IRIs of the articles behind it, and the name by which it is linked to."""

    words: Words
    articles: tuple[str, ...] = ()
    anchor: str = ""


def sentences(facts: Facts) -> tuple[Sentence, ...]:
    """The findings in words, the most telling first."""
    spoken = [
        *islice(_candidates(facts), MOST_CANDIDATES),
        *islice(_councils(facts), MOST_COUNCILS),
        *islice(_lists(facts), MOST_LISTS),
        *islice(_doubles(facts), MOST_DOUBLES),
        *islice(_claims(facts), MOST_CLAIMS),
    ]
    return tuple(replace(one, anchor=f"said-{at}") for at, one in enumerate(spoken, start=1))


def _candidates(facts: Facts) -> Iterator[Sentence]:
    """How many back each candidate, and how far the first of a contest is ahead."""
    by_contest: dict[str, list[Row]] = {}
    for row in facts["count-by-candidate"]:
        by_contest.setdefault(row["contest"], []).append(row)
    for row in facts["count-by-candidate"]:
        best, *rest = by_contest[row["contest"]]
        lead: Words = ()
        if row is best and rest:
            gap = row.number("total") - rest[0].number("total")
            if gap:
                lead = (", ", gap, f" more than {rest[0]['candidate']}, who comes second")
        words = (*_backers(row), f" named as backing {row['candidate']}{_in(row)}")
        yield Sentence((*words, *lead, "."))


def _backers(row: Row) -> Words:
    people, bodies = row.number("people"), row.number("bodies")
    if people and bodies:
        return (
            *count(people, "person", "people"),
            " and ",
            *count(bodies, "body", "bodies"),
            " are",
        )
    one, many = ("body is", "bodies are") if bodies else ("person is", "people are")
    return count(bodies or people, one, many)


def _in(row: Row) -> str:
    return f" in the contest “{row['contest']}”"


def _councils(facts: Facts) -> Iterator[Sentence]:
    """For how many councils of how many somebody speaks, contest by contest."""
    there: dict[str, list[Row]] = {}
    for row in facts["turnout-by-region"]:
        there.setdefault(row["contest"], []).append(row)
    for contest in facts["contests"]:
        rows = there.get(contest["contest"], [])
        councils = contest.number("councils")
        if councils and rows:
            words = (
                "Those who are named speak for ",
                *count(councils, "council", "councils"),
                f"{_in(contest)}; the United Kingdom had ",
                total(row.number("councils") for row in rows),
                f" in {spoken(rows[0]['as_of'])}.",
            )
            yield Sentence(words)


def spoken(day: str) -> str:
    """A date as exactly as it is known, in words: "July 2015" for 2015-07 and for a day of it."""
    year, _, rest = day.partition("-")
    month = rest[:2]
    return f"{_MONTHS[int(month) - 1]} {year}" if month.isdigit() else year


def _lists(facts: Facts) -> Iterator[Sentence]:
    check = facts.check("stated-against-listed")
    for row in check.answer if check else ():
        how = "" if row["comparator"] == "exactly" else f"{row['comparator']} "
        words = (
            f"One article states {how}",
            row.number("stated"),
            f" supporters of {row['candidate']}; the list that it gives has ",
            row.number("listed"),
            ".",
        )
        yield Sentence(words, (row["article"],))


def _doubles(facts: Facts) -> Iterator[Sentence]:
    check = facts.check("double-backers")
    people: dict[tuple[str, str], list[Row]] = {}
    for row in check.answer if check else ():
        people.setdefault((row["entity"], row["contest"]), []).append(row)
    for rows in people.values():
        candidates = list(dict.fromkeys(row["candidate"] for row in rows))
        if len(candidates) > MOST_NAMED + 1:
            candidates[MOST_NAMED:] = [f"{len(candidates) - MOST_NAMED} others"]
        words = f"{rows[0]['name']} is named as backing {listed(candidates)}{_in(rows[0])}."
        yield Sentence((words,), tuple(dict.fromkeys(row["article"] for row in rows)))


def _claims(facts: Facts) -> Iterator[Sentence]:
    claims = sorted(facts["claims-and-lists"], key=lambda row: -row.number("stated").value)
    for row in claims:
        if not row.number("listed"):
            number = row.number("stated")
            how = said(row).removesuffix(str(number))
            who = row["said_by"] or "An article"
            words = (
                f"{who} puts the support for {row['candidate']}{_in(row)} at {how}",
                number,
                f" {row['unit']}, without naming them.",
            )
            yield Sentence(words, (row["article"],))
