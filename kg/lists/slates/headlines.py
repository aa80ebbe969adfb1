"""Round-ups of leaders: rows of a paper and the headline under which it wants somebody.

"IA-01: The Gazette: Editorial: In the 1st, choose Doe", "Herald: Our choice is Jane Doe". Where
the page says that papers have endorsed, whoever the headline names is who the paper wants.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.lists.finding.regions import Line
from kg.lists.items.contested import is_contested
from kg.lists.segments.fields import Knowledge
from kg.model import Contest, Endorsement, Evidence, Mention, Span
from kg.rules import confidence
from kg.text import tokenise
from kg.words.nouns import Noun, Sentence, read_sentence
from kg.words.wordkinds import DENYING

_RULE = "list.headline"
_LEAST = 3
_LONGEST = 240
_LONGEST_PAPER = 6
_LONGEST_LABEL = 5
_MARK = re.compile(r":\s+|\s+[\u2013\u2014|-]\s+")
_SEAT = re.compile(r"[A-Z]{1,3}[- ]?\d{1,3}$|[A-Z]{2}[- ](?:AL|Sen|Gov|SEN|GOV)$")
_OF_LEADERS = frozenset(
    (
        *("editorial", "editorials", "opinion", "view", "views", "endorsement", "endorses"),
        *("leader", "recommendation", "board", "choice", "column", "we", "our"),
    )
)
_PAPERS = ("editorial", "newspaper", "papers", "dailies")
_SMALL = frozenset(("of", "the", "and", "&", "-", "."))
_OVER = frozenset(("over", "instead", "rather"))
_REJECTING = frozenset(("against", "neither", "nor", "reject", "dump", "oust", "unfit", "not"))


@dataclass(frozen=True, slots=True)
class Headline:
    """A row: its line, the paper, and those whom its headline names."""

    line: int
    paper: Mention
    wanted: tuple[Mention, ...]


def speaks_of_leaders(text: str) -> bool:
    """Whether a text in small letters speaks of papers that have leaders."""
    return any(word in text for word in _PAPERS)


def headlines(lines: Sequence[Line], knowledge: Knowledge) -> list[Headline]:
    """The rows of a round-up among the lines of a page; none unless several are of leaders."""
    found: list[Headline] = []
    labelled = 0
    for at, line in enumerate(lines):
        parts = _parts(line.content, knowledge.text)
        row = _row(at, parts, knowledge) if parts else None
        if row is not None:
            found.append(row)
            labelled += any(_is_label(part, knowledge) for part in parts[1:])
    return found if len(found) >= _LEAST and labelled * 2 >= len(found) else []


def headline_statements(
    rows: Sequence[Headline], lines: Sequence[Line], contest: Contest
) -> Iterator[Endorsement]:
    """That each paper supports whom its headline names."""
    for row in rows:
        for candidate in row.wanted:
            evidence = Evidence(
                lines[row.line].whole, _RULE, confidence(_RULE), printed_name=row.paper.name
            )
            yield Endorsement(row.paper, candidate, contest, "supports", (evidence,))


def _parts(where: Span, text: str) -> list[Span]:
    """What stands between the marks of a line; nothing for a line of one part."""
    if where.end - where.start > _LONGEST or ": " not in text[where.start : where.end]:
        return []
    ends = [*_MARK.finditer(text, where.start, where.end)]
    starts = [where.start, *(match.end() for match in ends)]
    stops = [*(match.start() for match in ends), where.end]
    return [Span(*pair) for pair in zip(starts, stops, strict=True) if pair[1] > pair[0]]


def _row(at: int, parts: Sequence[Span], knowledge: Knowledge) -> Headline | None:
    first = int(_is_seat(parts[0], knowledge))
    if len(parts) < first + 2 or not _is_paper(parts[first], knowledge):
        return None
    start = first + 1
    while start < len(parts) - 1 and _is_label(parts[start], knowledge):
        start += 1
    headline = Span(parts[start].start, parts[-1].end)
    sentence = read_sentence(knowledge.look(tuple(tokenise(knowledge.text, headline))))
    wanted = tuple(_person(noun, knowledge) for noun in _wanted(sentence))
    name = knowledge.text[parts[first].start : parts[first].end].strip()
    return Headline(at, Mention("organisation", name), wanted) if wanted else None


def _person(noun: Noun, knowledge: Knowledge) -> Mention:
    """Who is named, without a verb that opens the headline: "Send Jane Doe"."""
    first, _, rest = noun.name.partition(" ")
    given = knowledge.lexicon.given_names
    second = rest.partition(" ")[0].lower() if " " in rest else ""
    name = rest if second in given and first.lower() not in given else noun.name
    return Mention("person", name)


def _is_seat(part: Span, knowledge: Knowledge) -> bool:
    printed = knowledge.text[part.start : part.end]
    return _SEAT.match(printed) is not None or is_contested(part, knowledge)


def _is_paper(part: Span, knowledge: Knowledge) -> bool:
    """Whether the part is a name of a few words, none of which is a person's given name."""
    tokens = tokenise(knowledge.text, part)
    if not 0 < len(tokens) <= _LONGEST_PAPER or _is_label(part, knowledge):
        return False
    kinds = knowledge.lexicon.organisation_words
    if tokens[0].fold in knowledge.lexicon.given_names and len(tokens) > 1:
        return any(kinds.get(word) == "media" for word in tokens[-1].fold.split("-"))
    return all(token.text[0].isupper() or token.fold in _SMALL for token in tokens)


def _is_label(part: Span, knowledge: Knowledge) -> bool:
    """Whether the part only says that a leader follows: "Editorial", "Our Opinion"."""
    tokens = tokenise(knowledge.text, part)
    return len(tokens) <= _LONGEST_LABEL and not _OF_LEADERS.isdisjoint(t.fold for t in tokens)


def _wanted(sentence: Sentence) -> list[Noun]:
    """Those whom a headline names: by a whole name if anybody is, else by a surname."""
    if not DENYING.isdisjoint(sentence.kinds) or not _REJECTING.isdisjoint(sentence.folds):
        return []
    over = min(sentence.places(_OVER), default=len(sentence.folds))
    people = [noun for noun in sentence.nouns if noun.kind == "person" and noun.last <= over]
    whole = [noun for noun in people if " " in noun.name]
    named = whole or people
    joined = len(named) > 1 and all(
        set(sentence.folds[one.last : other.first]) <= {",", "and", "&"}
        for one, other in itertools.pairwise(named)
    )
    return named if joined or len(named) == 1 else []
