"""Runs: items one after the other in a stretch of text, parted by semicolons, commas and "and".

A comma also parts the fields of an item, and "and" the words of an office. So every part is asked
what it opens with: somebody, or a field of whoever came before. Items begin at people and bodies;
where the people come at one distance ("A, mayor, B, judge"), what stands between is theirs, even
if it is shaped like a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from kg.lists.segments.fields import Knowledge, once_a_stretch, score
from kg.lists.segments.items import Segment
from kg.lists.segments.namescores import name_bounds, name_score
from kg.lists.segments.roles import past_offices
from kg.model import Span
from kg.text import fold, tokenise
from kg.words.bodies import long_body
from kg.words.offices import read_office
from kg.words.scan import Scan

_NAME = 0.6
_BODY = 0.6
_FIELD = 0.8
_LEAST_REGULAR = 3
_SURE_SHARE = 4
_LEAST_BODIES = 2
_LEAST_PAIRS = 2
_ODD_SHARE = 8  # of so many parts one may be nobody
_MAX_PARTS_PER_ITEM = 5
_MAX_FIELD = 12
_HEAD = 300  # characters of a part: nobody's name and offices take more
_SHIELD = "\0"
# What parts the items of a run, the stronger marks first; weaker ones then part the fields.
_MARKS = tuple(
    re.compile(rf"\s*{mark}\s*(?:and\s+|&\s*)?")
    for mark in (";", "[•·|]", r"(?<=\s)/(?=\s)", ",", r"(?<=\s)-+(?=\s)")
)
_SEMICOLON, _COMMA = _MARKS[0], _MARKS[3]
_LAST = (", and ", "; and ")
_AND = re.compile(r"\s+(?:and|&)\s+")
_LEADS_ON = re.compile(r":\s|-+\s|\s-+")
_PARTY_AND_PLACE = re.compile(r"[A-Z]{1,3}-[A-Z]")  # "D-Anytown"
_LEAST_LABELLED = 2
_DESCRIBING = frozenset(("the", "its", "his", "her", "their", "our", "a", "an"))
_TAILS = frozenset(("of", "from", "in", "for"))
_REFLEXIVE = frozenset(("himself", "herself", "themselves"))

Opening = Literal["sure", "person", "body", "field", "none"]
_SOMEBODY = ("sure", "person", "body")


@once_a_stretch
def run_items(run: Span, knowledge: Knowledge) -> list[Span]:
    """The items of a run, in order; empty when parts of it are neither somebody nor a field.

    One of many may be.

    At least one in four of the people must be known as one by a given name, a title or an office,
    or the word before them is that of several: "Cllrs A Doe, B Roe and C Poe", or most are bodies.
    """
    end = run.end
    while end > run.start and knowledge.text[end - 1] in " .;,":
        end -= 1
    if end == run.start:
        return []
    rest = _parts(Span(run.start, end), knowledge)
    first = next(rest, None)
    if first is None or opening(first, knowledge) not in _SOMEBODY:
        return []  # most stretches that are no runs, so the others are not looked at
    parts = [first, *rest]
    kinds = [opening(part, knowledge) for part in parts]
    people = sum(kind in ("sure", "person") for kind in kinds)
    of_bodies = kinds.count("body") >= _LEAST_BODIES * people > 0  # names of bodies, too
    sure = of_bodies or kinds.count("sure") * _SURE_SHARE >= people
    if not sure and not _of_several(parts[0], knowledge):
        return []
    starts = _regular(kinds)
    if not starts and kinds.count("none") * _ODD_SHARE <= len(kinds):
        parts, kinds = _without_odd(parts, kinds)
        starts = [i for i, kind in enumerate(kinds) if kind in _SOMEBODY]
    return _joined(parts, starts)


def _without_odd(
    parts: Sequence[Span], kinds: Sequence[Opening]
) -> tuple[list[Span], list[Opening]]:
    """The parts that are somebody or a field: the odd one of a long run is nobody's."""
    kept = [(part, kind) for part, kind in zip(parts, kinds, strict=True) if kind != "none"]
    return [part for part, _ in kept], [kind for _, kind in kept]


def _of_several(part: Span, knowledge: Knowledge) -> bool:
    """Whether a part begins with the word for several people: "Cllrs", "Senators"."""
    tokens = tokenise(knowledge.text, part)
    unit = knowledge.lexicon.units.whole((tokens[0].fold,)) if tokens[0].fold[-1] == "s" else None
    return unit is not None and unit.unit not in knowledge.lexicon.body_units


def _joined(parts: Sequence[Span], starts: Sequence[int]) -> list[Span]:
    """Each part that begins an item, joined with the fields that follow it."""
    ends = [*starts[1:], len(parts)] if starts else []
    return [Span(parts[a].start, parts[b - 1].end) for a, b in zip(starts, ends, strict=True)]


def _regular(kinds: Sequence[Opening]) -> list[int]:
    """Where the people begin when those surely people stand at one distance, of two or more."""
    sure = [i for i, kind in enumerate(kinds) if kind == "sure"]
    if len(sure) < _LEAST_REGULAR or sure[0] != 0:
        return []
    step = sure[1]
    whole = step == 1 or len(kinds) % step == 0  # else the last has no field: "A, B, C, D and E"
    regular = whole and sure == list(range(0, len(kinds), step))
    return sure if regular and 1 < step <= _MAX_PARTS_PER_ITEM else []


def _parts(run: Span, knowledge: Knowledge) -> Iterator[Span]:
    """The run cut at its strongest mark, and at each "and" between two people."""
    printed = _shielded(run, knowledge)
    mark = next((mark for mark in _MARKS if mark.search(printed)), _COMMA)
    whole = list(_split(run, printed, mark))
    least = 2 if _are_pairs(whole, run, printed, knowledge) else 1  # commas that part items
    for part in whole:
        if fold(knowledge.text[part.start : part.end]) in _REFLEXIVE:
            continue
        nested = mark is not _COMMA and _commas(part, run, printed) >= least
        inner = run_items(part, knowledge) if nested else []
        if knowledge.bodies and mark is _SEMICOLON:
            yield part  # "Turks and Caicos; Trinidad and Tobago": the mark alone parts bodies
        elif len(inner) > 1 and all(opening(i, knowledge) in _SOMEBODY for i in inner):
            yield from inner
        else:
            yield from _parted_by_and(part, printed[part.start - run.start :], knowledge)


def _are_pairs(parts: Sequence[Span], run: Span, printed: str, knowledge: Knowledge) -> bool:
    """Whether semicolons part the items and one comma the fields of each: "A, Hull; B, York"."""
    pairs = [part for part in parts if _commas(part, run, printed) == 1]
    if len(pairs) < _LEAST_PAIRS or len(pairs) + 1 < len(parts):
        return False
    return not any(_is_somebody_behind(part, run, printed, knowledge) for part in pairs)


def _is_somebody_behind(part: Span, run: Span, printed: str, knowledge: Knowledge) -> bool:
    """Whether somebody else surely stands behind the comma of a part."""
    comma = printed.index(",", part.start - run.start)
    start = run.start + comma + 1
    return start < part.end and opening(Span(start, part.end), knowledge) == "sure"


def _commas(part: Span, run: Span, printed: str) -> int:
    return printed.count(",", part.start - run.start, part.end - run.start)


def _shielded(run: Span, knowledge: Knowledge) -> str:
    """The run, folded, blotted where brackets, quotation marks or one name hold marks together."""
    printed = _without_names(fold(knowledge.text[run.start : run.end]), run, knowledge)
    printed = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", lambda m: _SHIELD * len(m.group()), printed)
    return re.sub(r'"[^"]*"', lambda m: _SHIELD * len(m.group()), printed)


def _without_names(printed: str, run: Span, knowledge: Knowledge) -> str:
    """The run without long names of bodies, in which marks and "and" part nothing."""
    looked = knowledge.look(tuple(tokenise(knowledge.text, run)))
    at = 0
    while at < len(looked.tokens):
        end = long_body(looked, at) if looked.capital(at) else None
        if end is not None:
            first = looked.tokens[at].start - run.start
            last = looked.tokens[end - 1].end - run.start
            printed = printed[:first] + _SHIELD * (last - first) + printed[last:]
        at = end or at + 1
    return printed


def _split(run: Span, printed: str, mark: re.Pattern[str]) -> Iterator[Span]:
    start = 0
    for match in mark.finditer(printed):
        if match.start() > start:
            yield Span(run.start + start, run.start + match.start())
        start = match.end()
    if start < len(printed):
        yield Span(run.start + start, run.end)


def _parted_by_and(part: Span, printed: str, knowledge: Knowledge) -> Iterator[Span]:
    """The part cut at each "and" that joins somebody to somebody, not words of one office."""
    start = part.start
    if knowledge.bodies and knowledge.text[part.start - len(_LAST[0]) : part.start] in _LAST:
        yield part  # "A, B, and Trinidad and Tobago": the last of a series
        return
    for match in _AND.finditer(printed, 0, part.end - part.start):
        left = Span(start, part.start + match.start())
        right = Span(part.start + match.end(), part.end)
        if knowledge.bodies and _is_place(Span(start, part.end), knowledge):
            break
        if left.start < left.end and _joins(left, right, knowledge):
            yield left
            start = right.start
    yield Span(start, part.end)


def _is_place(part: Span, knowledge: Knowledge) -> bool:
    looked = knowledge.look(tuple(tokenise(knowledge.text, part)))
    return looked.is_place(0, len(looked.tokens))


def _joins(left: Span, right: Span, knowledge: Knowledge) -> bool:
    before, after = opening(left, knowledge), opening(right, knowledge)
    if before in ("sure", "person"):
        fields = "," in knowledge.text[left.start : left.end]
        return after in ("sure", "person") if fields else after in _SOMEBODY
    if before == "body":
        return after in ("body", "sure")
    return before == "field" and after == "sure" and not _ends_in_office(left, knowledge)


def _ends_in_office(part: Span, knowledge: Knowledge) -> bool:
    """Whether the part is an office without what it is of, so that "and" may join another one."""
    looked = knowledge.look(tuple(tokenise(knowledge.text, part)))
    office = read_office(looked, 0)
    return office is not None and office.last == len(looked.tokens) and not office.complement


@once_a_stretch
def opening(part: Span, knowledge: Knowledge) -> Opening:
    """What a part of a run opens with; "sure" is a person known by more than the shape.

    A place, body or office before a colon or a dash opens an item when somebody comes behind it.
    """
    head = Span(part.start, min(part.end, part.start + _HEAD))
    segments, *others = knowledge.cut(head)
    if not segments:
        return "field"
    kind = _kind(segments[0], knowledge)
    told = kind in ("field", "none")
    if told and any(_kind(way[0], knowledge) == "sure" for way in others if way):
        return "sure"  # "Jane Doe-campaign manager"
    if kind in ("sure", "person") or len(segments) < _LEAST_LABELLED:
        return kind
    between = knowledge.text[segments[0].span.end : segments[1].span.start]
    if kind == "field" and between.strip() == "," and _is_described(segments[0]):
        behind = _kind(segments[1], knowledge)  # "the majority leader, Jane Doe"
        return behind if behind == "sure" else kind
    behind = _kind(segments[1], knowledge) if _LEADS_ON.search(fold(between)) else kind
    return behind if behind in ("sure", "person") else kind


def _is_described(segment: Segment) -> bool:
    """Whether words describe somebody who is named behind them: "the", "its", "former"."""
    return segment.tokens[0].fold in _DESCRIBING


def _kind(segment: Segment, knowledge: Knowledge) -> Opening:
    if _PARTY_AND_PLACE.match(segment.tokens[0].text):
        return "field"
    looked = knowledge.look(segment.tokens)
    at = past_offices(looked)
    if 0 < at < len(looked.tokens) and name_score(_before_tail(looked.part(at))) >= _NAME:
        return "sure"
    scores = score(segment.tokens, knowledge)
    name, body = scores.get("name", 0.0), scores.get("organisation", 0.0)
    field = max(scores.get("role", 0.0), scores.get("place", 0.0), scores["other"])
    if field >= _FIELD and field > name:
        return "field"
    if name >= _NAME and name >= body:
        return "sure" if _known_person(looked) else "person"
    if body >= _BODY:
        return "body"
    named = _before_tail(looked)
    if len(named.tokens) < len(looked.tokens) and name_score(named) >= _NAME:
        return "sure" if _known_person(named) else "person"
    small = looked.tokens[0].text[0].islower() and len(looked.tokens) <= _MAX_FIELD
    if small and _ends_in_person(looked):
        return "sure"
    return "field" if small or field >= _FIELD or at == len(looked.tokens) else "none"


def _before_tail(looked: Scan) -> Scan:
    """The words before the place that somebody is of: "Jane Doe of Anytown"."""
    end = next((i for i, word in enumerate(looked.folds) if i and word in _TAILS), None)
    return looked if end is None else looked.part(0, end)


def _ends_in_person(looked: Scan) -> bool:
    """Whether words in small letters describe the name that ends the segment: "the writer X"."""
    at = next((i for i in range(len(looked.tokens)) if looked.capital(i)), 0)
    linked = at == 0 or looked.folds[at - 1] in looked.lexicon.function_words
    return not linked and name_score(looked.part(at)) >= _NAME


def _known_person(looked: Scan) -> bool:
    first, last = name_bounds(looked)
    titled = first > 0 or last < len(looked.tokens)
    return titled or looked.folds[first] in looked.lexicon.given_names
