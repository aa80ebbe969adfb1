"""Tables of endorsements: a head that names the columns, and rows below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.lexicon import Lexicon, folded
from kg.lists.finding.regions import Line
from kg.lists.segments.bodyscores import organisation_score
from kg.lists.segments.fields import NO_ANSWER, Knowledge
from kg.lists.segments.fullnames import full_name
from kg.lists.segments.namescores import name_score
from kg.lists.slates.slatenames import names_in
from kg.lists.tables.tableheads import TableHead
from kg.lists.tables.tablenotes import Noted, read_notes
from kg.model import Mention, Polarity, Span
from kg.text import tokenise

_CITED = re.compile(r"(?:\s*\[[^\]]{1,12}\])+$|\s*[*†‡]+$")
_PARTS = re.compile(r"\s*(?:,|;|/|\s&\s|\sand\s)\s*")
LEAST_ROWS = 2
"""Fewer rows are no table."""

_LEAST_SHARE = 0.5
_LONGEST = 9
_BODY = 0.5
_NAME = 0.6


@dataclass(frozen=True, slots=True)
class Told:
    """What a row says: the endorser, whom, how, and whether it was in an earlier contest."""

    line: Line
    endorser: Mention
    candidate: Mention
    polarity: Polarity = "supports"
    earlier: bool = False

    @property
    def beside(self) -> bool:
        """Whether it stands beside what the row is there to say."""
        return self.earlier or self.polarity != "supports"


def read_rows(
    rows: Sequence[tuple[Line, Sequence[Span]]], head: TableHead, knowledge: Knowledge
) -> tuple[Told, ...]:
    """What the rows under a head say, each with its cells; nothing if too few can be read."""
    answered = [one for one in rows if _is_answered(one[1], head, knowledge)]
    again = _again([row for _, row in answered], head, knowledge)
    made = [list(_row(line, row, head, again, knowledge)) for line, row in rows]
    read = sum(any(not one.beside for one in told) for told in made)
    if read < LEAST_ROWS or read < len(answered) * _LEAST_SHARE:
        return ()
    return tuple(_as_in_column([one for several in made for one in several], knowledge.lexicon))


def is_in_step(line: Line, row: Sequence[Span], head: TableHead, knowledge: Knowledge) -> bool:
    """Whether the cells of a row are what the head says: somebody, and whom or "None"."""
    chosen = row[head.chosen[0]]
    named = knowledge.text[row[head.endorser].start].isupper()
    return bool(list(_row(line, row, head, frozenset(), knowledge))) or (
        named and is_open(chosen, knowledge)
    )


def _as_in_column(told: Sequence[Told], lexicon: Lexicon) -> Iterator[Told]:
    """The same, every party under the name that the column of the chosen has for it."""
    names: dict[str, Mention] = {}
    keyed = [(one, lexicon.parties.whole(folded(one.candidate.name))) for one in told]
    for one, party in keyed:
        if party is not None and not one.beside:
            names.setdefault(party.slug, one.candidate)
    for one, party in keyed:
        yield replace(one, candidate=names.get(party.slug, one.candidate)) if party else one


def _again(rows: Sequence[Sequence[Span]], head: TableHead, knowledge: Knowledge) -> frozenset[str]:
    """The words that come again in the column of those whom bodies chose: names of sides.

    What people chose may as well be "Aye".
    """
    if head.kind != "body" or not head.sure:
        return frozenset()
    bare = [found for row in rows for at in head.chosen if (found := _bare(row[at], knowledge))]
    times = Counter(_words(where, knowledge) for where in bare)
    return frozenset(words for words, count in times.items() if count > 1)


def _is_answered(row: Sequence[Span], head: TableHead, knowledge: Knowledge) -> bool:
    """Whether the row has somebody in both places: "None" is no answer."""
    return all(
        at < len(row)
        and knowledge.text[row[at].start].isalnum()
        and not is_open(row[at], knowledge)
        for at in (head.endorser, *head.chosen)
    )


def is_open(cell: Span, knowledge: Knowledge) -> bool:
    """Whether a cell says that nobody was chosen: "None", "Undecided", "–"."""
    tokens = tokenise(knowledge.text, cell)
    nobody = knowledge.lexicon.class_words.get(tokens[0].fold) == "nobody" if tokens else True
    return nobody or tokens[0].fold in NO_ANSWER


def _row(
    line: Line,
    row: Sequence[Span],
    head: TableHead,
    again: frozenset[str],
    knowledge: Knowledge,
) -> Iterator[Told]:
    if max(head.endorser, *head.chosen) >= len(row):
        return
    chosen = [
        one
        for at in head.chosen
        if not is_open(row[at], knowledge)
        for one in chosen_in(row[at], knowledge, again)
    ]
    if head.turned:
        columns = [at for at in (head.endorser, *head.others) if at < len(row)]
        for endorser in (one for at in columns for one in several_in(row[at], knowledge)):
            for candidate in chosen[:1]:
                yield Told(line, endorser, candidate)
        return
    who = endorser_of(row[head.endorser], head, knowledge)
    if who is None:
        return
    for candidate in chosen:
        if candidate != who:
            yield Told(line, who, candidate)
    yield from _besides(line, row, head, who, knowledge)


def _besides(
    line: Line, row: Sequence[Span], head: TableHead, who: Mention, knowledge: Knowledge
) -> Iterator[Told]:
    """What the other columns say of the endorser: earlier choices, and notes."""
    for at in head.earlier:
        if at < len(row) and not is_open(row[at], knowledge):
            for candidate in chosen_in(row[at], knowledge):
                yield Told(line, who, candidate, earlier=True)
    noted: list[Noted] = [
        one for at in head.notes if at < len(row) for one in read_notes(row[at], knowledge)
    ]
    for one in noted:
        yield Told(line, who, one.candidate, one.polarity, one.earlier)


def _bare(cell: Span, knowledge: Knowledge) -> Span | None:
    """The cell without the citations that end it."""
    printed = knowledge.text[cell.start : cell.end]
    cited = _CITED.search(printed)
    end = cell.start + cited.start() if cited else cell.end
    return Span(cell.start, end) if end > cell.start else None


def chosen_in(
    cell: Span, knowledge: Knowledge, again: frozenset[str] = frozenset()
) -> list[Mention]:
    """Whom a cell names: a party, or one or several people; nobody if any of it is neither.

    The words that come ``again`` in the column name a side.
    """
    where = _bare(cell, knowledge)
    if where is None or knowledge.text[where.start].islower():
        return []
    party = _party(where, knowledge)
    if party is not None:
        return [party]
    name = full_name(where, knowledge)
    if name is not None:
        return [Mention("person", name)]
    people = names_in(where, knowledge)
    rest = knowledge.text[people[-1].span.end : where.end].strip() if people else "?"
    letters = knowledge.lexicon.postnominals.get(rest.casefold()) is not None
    if not rest or letters or rest[0] in "(,–-":
        return [Mention("person", one.name) for one in people]
    words = _words(where, knowledge)
    return [Mention("organisation", words)] if words in again else []


def _party(where: Span, knowledge: Knowledge) -> Mention | None:
    tokens = tokenise(knowledge.text, where)
    folds = [token.fold for token in tokens]
    known = knowledge.lexicon.parties.whole(folds[folds[:1] == ["the"] :])
    kind = knowledge.lexicon.organisation_words.get(folds[-1]) if folds else None
    shaped = len(folds) <= _LONGEST and (folds[-1:] == ["party"] or kind == "party")
    return Mention("organisation", _words(where, knowledge)) if known or shaped else None


def _words(where: Span, knowledge: Knowledge) -> str:
    return " ".join(knowledge.text[where.start : where.end].split())


def endorser_of(cell: Span, head: TableHead, knowledge: Knowledge) -> Mention | None:
    """Who endorses: a person where the head or the name says so, else a body."""
    where = _bare(cell, knowledge)
    tokens = tuple(tokenise(knowledge.text, where)) if where else ()
    if where is None or len(tokens) > _LONGEST or not tokens[0].text[0].isalnum():
        return None
    if head.kind != "body" and _is_person(where, head, knowledge):
        people = names_in(where, knowledge)
        return Mention("person", people[0].name) if len(people) == 1 else None
    if head.kind == "person" or tokens[0].text[0].islower():
        return None
    return Mention("organisation", _words(where, knowledge))


def _is_person(where: Span, head: TableHead, knowledge: Knowledge) -> bool:
    if head.kind == "person":
        return True
    looked = knowledge.look(tuple(tokenise(knowledge.text, where)))
    return organisation_score(looked) < _BODY and name_score(looked) >= _NAME


def several_in(cell: Span, knowledge: Knowledge) -> Iterator[Mention]:
    """The endorsers of a cell, parted by commas: each a person or a body."""
    where = None if is_open(cell, knowledge) else _bare(cell, knowledge)
    head = TableHead(0, "", (), (), (), turned=False, sure=False)
    start = where.start if where else cell.end
    end = where.end if where else cell.end
    for match in [*_PARTS.finditer(knowledge.text, start, end), None]:
        stop = match.start() if match else end
        found = endorser_of(Span(start, stop), head, knowledge) if start < stop else None
        if found is not None:
            yield found
        start = match.end() if match else end
