"""Claims that belong to lists: the numbers of their headings, and of what introduces them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.lists import ListReading, Region
from kg.lists.heads.groupcounts import GroupCount
from kg.lists.leading.meaning import Meaning
from kg.lists.tables.counttables import TableCount
from kg.meaning.leads import Led
from kg.model import Claim, Contest, Endorsement, Evidence, Mention, Statement
from kg.passages import Passage
from kg.prose.reference.discourse import Discourse
from kg.rules import confidence
from kg.words.units import SUPPORT_UNIT

_COUNTED = 4  # "(", the number, ")" and ":"
Known = Callable[[str], Mention | None]


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list, what led to it, and what it says."""

    region: Region
    led: Led
    reading: ListReading


def under_rule(reading: ListReading, rule: str) -> ListReading:
    """The reading, its endorsements by the rule that told what the list is."""
    return replace(reading, statements=tuple(_by(rule, one) for one in reading.statements))


def _by(rule: str, statement: Statement) -> Statement:
    if not isinstance(statement, Endorsement):
        return statement
    share = confidence(rule)
    evidence = tuple(replace(one, rule=rule, confidence=share) for one in statement.evidence)
    return replace(statement, evidence=evidence)


def tied(
    statements: Sequence[Statement], lists: Sequence[ReadList], talk: Discourse
) -> Iterator[Statement]:
    """The statements, each claim tied to the list that its sentence introduces."""
    introduced = [one for one in lists if one.led.passage is not None and one.led.meaning]
    introduced.sort(key=lambda one: one.led.passage or 0)
    starts = [talk.passages[one.led.passage or 0].sentence.span for one in introduced]
    for statement in statements:
        if not isinstance(statement, Claim):
            yield statement
            continue
        at = statement.evidence[0].span
        index = bisect_right(starts, at.start, key=lambda span: span.start) - 1
        tied = index >= 0 and starts[index].covers(at)
        yield _introducing(statement, introduced[index]) if tied else statement


def unstated(claims: Iterable[Claim], statements: Sequence[Statement]) -> Iterator[Claim]:
    """The claims of headings without those that the prose reads in the same words."""
    told = {
        (one.candidate, one.count): one.evidence[0].span
        for one in statements
        if isinstance(one, Claim)
    }
    for claim in claims:
        span = told.get((claim.candidate, claim.count))
        if span is None or not claim.evidence[0].span.covers(span):
            yield claim


def _introducing(claim: Claim, one: ReadList) -> Claim:
    meaning = one.led.meaning
    if meaning is None or meaning.candidate != claim.candidate:
        return claim
    unit = claim.unit if claim.unit != SUPPORT_UNIT else _unit(meaning)
    return replace(claim, enumerates=one.region.span, unit=unit)


def heading_claims(one: ReadList, contest: Contest) -> Iterator[Claim]:
    """The numbers that headings inside a list state, each tied to the items below it."""
    meaning = one.led.meaning
    if meaning is None or meaning.polarity != "supports":
        return
    rule = "list.heading-count"
    for count in one.reading.counts:
        evidence = Evidence(count.span, rule, confidence(rule), printed_name=count.candidate.name)
        yield Claim(
            count.candidate,
            contest,
            Decimal(count.count),
            "exactly",
            count.unit or _unit(meaning),
            (evidence,),
            enumerates=count.items,
        )


def with_label_count(
    reading: ListReading, region: Region, passage: Passage, meaning: Meaning
) -> ListReading:
    """The reading of a run with the number in its label: "Supporting NAME (15): A, B and C"."""
    sentence = passage.sentence
    end = bisect_left(sentence.tokens, region.span.start, key=lambda token: token.start)
    words = [token.text for token in sentence.tokens[max(0, end - _COUNTED) : end]]
    if len(words) < _COUNTED or words[0] != "(" or words[2:] != [")", ":"]:
        return reading
    if meaning.candidate is None or not words[1].isdigit() or reading.counts:
        return reading
    span = sentence.text_span(0, end)
    count = GroupCount(meaning.candidate, int(words[1]), "", span, region.span)
    return replace(reading, counts=(count,))


def table_claims(counts: Iterable[TableCount], known: Known, contest: Contest) -> Iterator[Claim]:
    """The numbers of tables of supporters, each for the candidate of its row."""
    rule = "list.table-count"
    for count in counts:
        candidate = known(count.name) or Mention("person", count.name)
        evidence = Evidence(count.row, rule, confidence(rule), printed_name=count.name)
        number = Decimal(count.number)
        yield Claim(candidate, contest, number, "exactly", count.unit, (evidence,))


def _unit(meaning: Meaning) -> str:
    """What those on a list are counted in, from the office that all of them hold."""
    if meaning.role is None:
        return SUPPORT_UNIT
    return f"{meaning.role}s" if meaning.role.isupper() else f"{meaning.role.lower()}s"
