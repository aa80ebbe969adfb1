"""Offices that the lines of a list state beside names, whatever the list is of.

A cabinet, a panel and the speakers of a debate endorse nobody, and yet their lines say who holds
which post: "Name – Chief Executive, Body", "Gov. Name of Place".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.cast import Cast
from kg.lists.fields import Knowledge
from kg.lists.regions import Line
from kg.model import Endorsement, Evidence, Mention, RoleHeld, Span, Statement
from kg.nouns import Noun, Sentence, read_sentence
from kg.offices import OfficePhrase
from kg.posts import Post, read_posts
from kg.rules import confidence
from kg.text import tokenise

_RULE = "list.office-beside-name"


def line_roles(
    lines: Iterable[Line], cast: Cast, knowledge: Knowledge, read: Iterable[Statement]
) -> Iterator[RoleHeld]:
    """The roles that the lines state and that ``read``, what the lists' items say, lacks.

    An item that was read says where the name ends: nobody else is named in it.
    """
    statements = list(read)
    known = {(s.person.name, s.role) for s in statements if isinstance(s, RoleHeld)}
    named = _named(statements)
    for line in lines:
        tokens = tuple(tokenise(knowledge.text, line.content))
        if not tokens:
            continue
        others = named.get(line.whole)
        sentence = read_sentence(knowledge.look(tokens))
        for post in read_posts(sentence, knowledge.lexicon):
            person = _holder(post.holder, cast)
            if person is None or (others is not None and person.name not in others):
                continue
            if (person.name, post.office.label) not in known:
                known.add((person.name, post.office.label))
                yield _role(sentence, post, person, line.whole)


def _named(statements: Iterable[Statement]) -> dict[Span, set[str]]:
    """Whom the statements with their evidence at each span are about."""
    found: dict[Span, set[str]] = {}
    for statement in statements:
        if isinstance(statement, Endorsement):
            for evidence in statement.evidence:
                names = found.setdefault(evidence.span, set())
                names.update((statement.endorser.name, statement.candidate.name))
    return found


def _holder(noun: Noun, cast: Cast) -> Mention | None:
    """Whom the line names; a surname alone counts only with a title or office of its own."""
    if noun.kind != "person":
        return None
    member = cast.member(noun)
    if member is not None:
        return member
    return Mention("person", noun.name) if " " in noun.name or noun.title else None


def _role(sentence: Sentence, post: Post, person: Mention, span: Span) -> RoleHeld:
    office = _with_body(sentence, post.office)
    printed = " ".join(token.text for token in sentence.tokens[office.first : office.last])
    evidence = Evidence(
        span,
        _RULE,
        confidence(_RULE),
        printed_name=post.holder.name,
        printed_place=office.place or None,
        printed_role=printed,
    )
    return RoleHeld(
        person,
        office.label,
        office.status,
        (evidence,),
        organisation=Mention("organisation", office.organisation) if office.organisation else None,
        place=Mention("place", office.place, office.label) if office.place else None,
    )


def _with_body(sentence: Sentence, office: OfficePhrase) -> OfficePhrase:
    """The office with the body printed behind a comma: "Chief Executive, Anytown Trust"."""
    if office.organisation or office.place or office.complement:
        return office
    if sentence.folds[office.last : office.last + 1] != [","]:
        return office
    body = sentence.noun(office.last + 1)
    if body is None or body.kind not in ("organisation", "place"):
        return office
    if body.kind == "organisation":
        return replace(office, organisation=body.name)
    return replace(office, place=body.name)
