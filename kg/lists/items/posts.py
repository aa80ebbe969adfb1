"""Offices that the lines of a list state beside names, whatever the list is of.

A cabinet, a panel and the speakers of a debate endorse nobody, and yet their lines say who holds
which post: "Name – Chief Executive, Body", "Gov. Name of Place".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from kg.cast import Cast
from kg.frames.support import speaks_of_support
from kg.lexicon import Lexicon
from kg.lists.finding.regions import Line, Region
from kg.lists.items.persons import SLATE
from kg.lists.items.stacked import alternating_roles, stacked_roles
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.items import Segment
from kg.lists.segments.namescores import name_score
from kg.model import Endorsement, Evidence, Mention, RoleHeld, Span, Statement
from kg.posts import Post, read_posts, role_held
from kg.rules import confidence
from kg.text import tokenise
from kg.words.nouns import Noun, Sentence, read_sentence
from kg.words.offices import OfficePhrase
from kg.words.offices.heads import is_compound

_RULE = "list.office-beside-name"
_NAME = 0.6
_WIDE = 2


def line_roles(
    regions: Sequence[tuple[Region, Sequence[Sentence]]],
    lines: Sequence[Line],
    cast: Cast,
    knowledge: Knowledge,
    read: Sequence[Statement],
) -> Iterator[RoleHeld]:
    """The roles that the lines of a page state and that ``read``, what its lists say, lacks.

    Each region comes with the sentences before it. Lines of a name and lines of an office that
    alternate need not be of a region.
    """
    known = {(s.person.name, s.role) for s in read if isinstance(s, RoleHeld)}
    seated = _seated(read)
    listed = _listed(regions, cast, knowledge, _named(read), seated)
    voting = any(_is_contest(lead, knowledge.lexicon) for _, leads in regions for lead in leads)
    stacked = alternating_roles(lines, knowledge, labels=not voting)
    rows = (
        role
        for line in lines
        for role in _of_cells(line, _cells(line, knowledge), knowledge)
        if (line.whole, role.person.name) not in seated
    )
    for role in (*listed, *rows, *stacked):
        if (role.person.name, role.role) not in known:
            known.add((role.person.name, role.role))
            yield role


def _listed(
    regions: Sequence[tuple[Region, Sequence[Sentence]]],
    cast: Cast,
    knowledge: Knowledge,
    named: Mapping[Span, set[str]],
    seated: Set[tuple[Span, str]],
) -> Iterator[RoleHeld]:
    """The roles of the lines of lists; an item that was read says whom it names, and whom not.

    What stands behind the name of one of the ``seated`` is what that one is to have.
    """
    for region, leads in regions:
        contested = any(_is_contest(lead, knowledge.lexicon) for lead in leads)
        for line in region.lines:
            others = named.get(line.whole)
            for role, label in _of_line(line, cast, knowledge):
                stranger = others is not None and role.person.name not in others
                to_come = (line.whole, role.person.name) in seated and _is_behind(role, knowledge)
                if not (stranger or to_come or (label and contested)):
                    yield role


def _is_behind(role: RoleHeld, knowledge: Knowledge) -> bool:
    """Whether the office stands, with a capital, behind the name in its line: "Jane Doe, Mayor"."""
    evidence = role.evidence[0]
    printed = knowledge.text[evidence.span.start : evidence.span.end]
    office, name = evidence.printed_role or "", evidence.printed_name or ""
    return office[:1].isupper() and printed.find(office) > printed.find(name)


def _is_contest(lead: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence is about a vote, so that "Mayor: X" below it names a candidate."""
    voting = any(word in lexicon.contested for word in lead.folds)
    return voting or speaks_of_support(lead.folds, lexicon)


def _of_line(line: Line, cast: Cast, knowledge: Knowledge) -> Iterator[tuple[RoleHeld, bool]]:
    """The roles of a line, each with whether the office only labels the name."""
    for sentence in _columns(line, knowledge):
        for post in read_posts(sentence, knowledge.lexicon):
            person = _holder(post.holder, cast)
            if person is not None:
                yield _role(sentence, post, person, line.whole), post.label


def _columns(line: Line, knowledge: Knowledge) -> list[Sentence]:
    """The line as one sentence, or as several when white space parts columns that name people."""
    tokens = tokenise(knowledge.text, line.content)
    if not any(_states_office(token.fold, knowledge.lexicon) for token in tokens):
        return []
    wide = [i for i in range(1, len(tokens)) if tokens[i].start - tokens[i - 1].end >= _WIDE]
    whole = [read_sentence(knowledge.look(tuple(tokens)))]
    if not wide:
        return whole
    bounds = [0, *wide, len(tokens)]
    parts = [read_sentence(knowledge.look(tuple(tokens[a:b]))) for a, b in pairwise(bounds)]
    named = all(any(noun.kind == "person" for noun in part.nouns) for part in parts)
    return parts if named else whole


def _states_office(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may be of an office, a title or letters that state one."""
    return (
        word in lexicon.offices
        or word in lexicon.titles
        or word in lexicon.postnominals
        or word in lexicon.post_verbs
        or is_compound(word)
    )


def _cells(line: Line, knowledge: Knowledge) -> list[Segment]:
    """The cells of a row of a table; none for a line that is no row."""
    printed = knowledge.text[line.content.start : line.content.end]
    return knowledge.cut(line.content)[0] if "|" in printed else []


def _of_cells(line: Line, cells: list[Segment], knowledge: Knowledge) -> Iterator[RoleHeld]:
    """The offices that fill cells of the row in which one cell is a name."""
    names = [cell for cell in cells if name_score(knowledge.look(cell.tokens)) >= _NAME]
    if len(names) != 1:
        return
    for cell in cells:
        if cell is not names[0]:
            yield from stacked_roles(names[0].tokens, cell.tokens, line.whole, knowledge)


def _named(statements: Iterable[Statement]) -> dict[Span, set[str]]:
    """Whom the statements with their evidence at each span are about."""
    found: dict[Span, set[str]] = {}
    for statement in statements:
        if isinstance(statement, Endorsement):
            for evidence in statement.evidence:
                names = found.setdefault(evidence.span, set())
                names.update((statement.endorser.name, statement.candidate.name))
    return found


def _seated(statements: Iterable[Statement]) -> set[tuple[Span, str]]:
    """Whom the rows of slates name, and where."""
    return {
        (evidence.span, statement.candidate.name)
        for statement in statements
        if isinstance(statement, Endorsement)
        for evidence in statement.evidence
        if evidence.rule == SLATE
    }


def _holder(noun: Noun, cast: Cast) -> Mention | None:
    """Whom the line names; a surname alone counts only with a title or office of its own."""
    if noun.kind != "person":
        return None
    member = cast.member(noun)
    if member is not None:
        return member
    return Mention("person", noun.name) if " " in noun.name or noun.title or noun.offices else None


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
    return role_held(person, office, evidence)


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
