"""Slates: the lists of an article whose lines are candidates, all supported by one endorser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.frames.support import speaks_in_favour
from kg.lists import ListReading, Region
from kg.lists.finding.regions import Line
from kg.lists.leading.meaning import Meaning
from kg.lists.segments.fields import Knowledge
from kg.lists.slates.headlines import headline_statements, headlines, speaks_of_leaders
from kg.lists.slates.slateclasses import class_heads, is_class_of_bodies
from kg.lists.slates.slateheads import SlateHead, slate_heads
from kg.lists.slates.slaterows import SlateRow
from kg.lists.slates.slateruns import slate_in_run
from kg.lists.slates.slates import Announcement, Slate, find_slate
from kg.lists.slates.slatestatements import slate_statements
from kg.lists.tables.bynames import by_rows, by_statements
from kg.meaning.claims import ReadList
from kg.meaning.leads import Led
from kg.meaning.leads.announcing import Announced, announcements
from kg.meaning.leads.chosen import chosen
from kg.meaning.leads.unsettled import is_unsettled
from kg.model import Contest, Leftover, Mention, Statement
from kg.prose.reference.discourse import Discourse
from kg.text import tokenise

_INTRODUCTION = 8
_HEAD = 6  # lines that tell what a page is about
_IN_PROSE = "prose.slate"
_NOBODY = "whom it is about is not told"


def read_slates(
    lines: Sequence[Line], talk: Discourse, contest: Contest, knowledge: Knowledge
) -> list[ReadList]:
    """The slates among the ``lines`` of a page, each below the line that announces it.

    What points to a slate decides before what only speaks of one, and the nearest before others.
    """
    found = [*_by_names(lines, contest, knowledge), *_of_papers(lines, contest, knowledge)]
    spoken = (
        h for h in slate_heads(lines, knowledge) if _speaks_of_support(lines[: h.line], knowledge)
    )
    found.extend(_headed(spoken, lines, contest, knowledge))
    told = list(announcements(lines, talk, knowledge)) or chosen(talk, knowledge.lexicon)
    for one in sorted(told, key=lambda one: (not one.strong, -one.line)):
        if any(other.region.first <= one.line < other.region.last for other in found):
            continue
        if is_class_of_bodies(one.endorsers[0].name, knowledge.lexicon):
            heads = class_heads(lines, one.line, one.endorsers[0].name, knowledge)
            read = list(_headed(heads, lines, contest, knowledge))
        else:
            slate = _slate_of(one, lines, talk, knowledge)
            read = [_read(slate, one, contest, knowledge)] if slate else []
        for new in read:
            met = [other for other in found if _meet(new, other)]
            if all(_goes_further(new, other) for other in met):
                found = [*(other for other in found if other not in met), new]
    return sorted(found, key=lambda one: one.region.first)


def _headed(
    heads: Iterable[SlateHead], lines: Sequence[Line], contest: Contest, knowledge: Knowledge
) -> Iterator[ReadList]:
    """The slates under the names of those whose they are."""
    for head in heads:
        headed = Announcement(head.line, strong=True, headed=True)
        slate = find_slate(lines[: head.last], headed, knowledge)
        if slate:
            one = Announced(head.line, None, (head.endorser,), strong=True)
            yield _read(slate, one, contest, knowledge)


def _slate_of(
    one: Announced, lines: Sequence[Line], talk: Discourse, knowledge: Knowledge
) -> Slate | None:
    """The slate that is announced: in the sentence itself, or in the lines below it."""
    if one.run is not None:
        return slate_in_run(one.line, one.run, knowledge)
    bodied = all(_is_no_party(who, knowledge) for who in one.endorsers)
    after = Announcement(one.line, one.strong, one.candidates, bodied=bodied, paged=one.paged)
    slate = find_slate(lines, after, knowledge)
    return None if slate and _is_taken_back(one, slate, talk, knowledge) else slate


def _is_taken_back(one: Announced, slate: Slate, talk: Discourse, knowledge: Knowledge) -> bool:
    """Whether a sentence between the announcement and the rows says that nothing is chosen yet."""
    between = range(one.line + 1, slate.first)
    return any(
        passage.paragraph in between and is_unsettled(passage.sentence, knowledge.lexicon)
        for passage in talk.passages
    )


def _is_no_party(endorser: Mention, knowledge: Knowledge) -> bool:
    """Whether it is a body for which nobody votes: a paper, a club, a union."""
    words = [token.fold for token in tokenise(endorser.name)]
    return endorser.kind == "organisation" and knowledge.lexicon.parties.whole(words) is None


def _by_names(lines: Sequence[Line], contest: Contest, knowledge: Knowledge) -> Iterator[ReadList]:
    """The list of a page of support whose rows name by whom each candidate is supported."""
    rows = by_rows(lines, knowledge)
    if not rows or not _speaks_of_support(lines, knowledge):
        return
    first, last = rows[0].line, rows[-1].line + 1
    region = Region(first, last, tuple(lines[row.line] for row in rows))
    statements = tuple(by_statements(rows, lines, contest))
    yield ReadList(region, Led(Meaning(None, "supports"), None), ListReading(statements, ()))


def _of_papers(lines: Sequence[Line], contest: Contest, knowledge: Knowledge) -> Iterator[ReadList]:
    """The round-up of leaders on a page that says that papers have endorsed."""
    ahead = knowledge.text[: lines[min(_HEAD, len(lines)) - 1].content.end] if lines else ""
    if not speaks_of_leaders(ahead.lower()) or not _speaks_of_support(lines, knowledge):
        return
    rows = headlines(lines, knowledge)
    if rows:
        first, last = rows[0].line, rows[-1].line + 1
        region = Region(first, last, tuple(lines[row.line] for row in rows))
        statements = tuple(headline_statements(rows, lines, contest))
        yield ReadList(region, Led(Meaning(None, "supports"), None), ListReading(statements, ()))


def _speaks_of_support(lines: Sequence[Line], knowledge: Knowledge) -> bool:
    """Whether any of the lines speaks of support given."""
    return any(
        speaks_in_favour(
            [token.fold for token in tokenise(knowledge.text, line.content)], knowledge.lexicon
        )
        for line in lines[:_INTRODUCTION]
    )


def on_slate(region: Region, slates: Sequence[ReadList]) -> bool:
    """Whether a list is a slate or a part of one."""
    return any(one.region.first < region.last and region.first < one.region.last for one in slates)


def beside_rows(statements: Iterable[Statement], slates: Sequence[ReadList]) -> Iterator[Statement]:
    """The statements of the prose, without slates seen in what are rows of a slate of the page."""
    rows = [line.whole for one in slates for line in one.region.lines]
    for one in statements:
        spans = [evidence.span for evidence in one.evidence if evidence.rule == _IN_PROSE]
        inside = spans and all(
            any(row.start <= span.start and span.end <= row.end for row in rows) for span in spans
        )
        if not (inside and len(spans) == len(one.evidence)):
            yield one


def _meet(new: ReadList, other: ReadList) -> bool:
    one, two = new.region, other.region
    return one.first < two.last and two.first < one.last


def _goes_further(new: ReadList, other: ReadList) -> bool:
    """Whether a slate of the same body begins above another, which a heading inside it is over."""
    one, two = new.region, other.region
    bodies = [led.meaning.endorser if led.meaning else None for led in (new.led, other.led)]
    same = bodies[0] is not None and bodies[0] == bodies[1]
    return same and one.first < two.first and two.last <= one.last


def _read(slate: Slate, told: Announced, contest: Contest, knowledge: Knowledge) -> ReadList:
    statements = [
        statement
        for line, row in slate.rows
        for statement in slate_statements(line, row, told.endorsers, contest, knowledge)
    ]
    region = Region(slate.first, slate.last, tuple(line for line, _ in slate.rows))
    led = Led(Meaning(None, "supports", None, told.endorsers[0]), told.index)
    left = tuple(_left(slate.rows))
    return ReadList(region, led, ListReading(tuple(statements), left))


def _left(rows: Sequence[tuple[Line, SlateRow]]) -> Iterator[Leftover]:
    return (Leftover(line.whole, _NOBODY) for line, row in rows if not row.choices)
