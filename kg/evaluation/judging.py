"""One article: what was read in it against its labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.evaluation.comparing import role_words
from kg.evaluation.faults import find_faults
from kg.evaluation.matching import Comparison, Matched
from kg.evaluation.model import (
    OTHER,
    STATEMENTS,
    Counted,
    LabelledArticle,
    Outcome,
    Said,
    Statement,
    Tally,
)
from kg.model import AgentKind, Extraction, RoleHeld

_SHARE = "percent"


def judge(article: LabelledArticle, extraction: Extraction) -> Outcome:
    """The tallies, faults and firings of an article of which ``extraction`` was read."""
    comparison = Comparison(article.labels)
    found = list(said(extraction))
    matched = {
        statement: comparison.match(statement, (s for s in found if s.statement == statement))
        for statement in STATEMENTS
    }
    return Outcome(
        article,
        _tallies(matched),
        tuple(find_faults(article.name, matched, comparison, extraction)),
        tuple((one.rule, comparison.is_labelled(one)) for one in found),
    )


def said(extraction: Extraction) -> Iterator[Said]:
    """The statements in the terms of labels. Candidacies and shares of votes are not labelled."""
    for one in extraction.statements:
        quote = extraction.document.quote(one.evidence[0].span)
        rule = one.evidence[0].rule
        if one.kind == "endorsement":
            kind: AgentKind = "person" if one.endorser.kind == "person" else "organisation"
            yield Said(one.polarity, one.endorser.name, one.candidate.name, kind, rule, quote)
        elif one.kind == "claim" and not one.unit.startswith(_SHARE):
            yield Said("claims", one.candidate.name, str(one.count), "person", rule, quote)
        elif one.kind == "role":
            yield Said("roles", one.person.name, _printed_role(one), "person", rule, quote)


def _printed_role(role: RoleHeld) -> str:
    """The role with "interim", which tells an office from another; "former" does not."""
    if role.status == "interim" and role_words(role.role).isdisjoint(("interim", "acting")):
        return f"interim {role.role}"
    return role.role


def _tallies(matched: Mapping[Statement, Matched]) -> dict[Counted, Tally]:
    tallies: dict[Counted, Tally] = {
        statement: Tally(len(one.right), len(one.unexpected), len(one.missed))
        for statement, one in matched.items()
    }
    tallies["supports-people"] = _by(matched["supports"], "person")
    tallies["supports-organisations"] = _by(matched["supports"], "organisation")
    tallies["other"] = sum((tallies[statement] for statement in OTHER), Tally())
    return tallies


def _by(supports: Matched, kind: AgentKind) -> Tally:
    """The part whose endorser is of one kind: by the label, or as read where there is none."""
    return Tally(
        sum(label.kind == kind for label in supports.right),
        sum(one.kind == kind for one in supports.unexpected),
        sum(label.kind == kind for label in supports.missed),
    )
