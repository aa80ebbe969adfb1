"""Votes taken by name: "For: Cllrs A, B and C (3)", "Nays: D and E", or a name a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.lexicon import Lexicon
from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.model import Span
from kg.text import Token, fold, tokenise

_PARTS = re.compile(r"\s*[,;]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+|\s*[()\[\]]\s*")
_FIRST_WORD = re.compile(r"\(?([\w’'-]+)")
_MARKS = (":", "-")
_BREAKS = (".", ";", "|", ":")
_LONGEST_LABEL = 9
_LONGEST_NAME = 4
_LEAST_SHARE = 0.75
_MOST_LINES = 80
_MOST_APART = 4  # lines between two sides of one vote


@dataclass(frozen=True, slots=True)
class Voter:
    """A name as the roll prints it, without titles."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Side:
    """Those who voted one way: "for", "against" or "none"; ``count`` as printed, if it is."""

    side: str
    line: int
    last: int
    voters: tuple[Voter, ...]
    count: tuple[int, Span] | None
    about_else: bool


@dataclass(frozen=True, slots=True)
class RollCall:
    """The sides of one vote, on the lines ``first`` up to ``last`` of the page."""

    first: int
    last: int
    lines: tuple[Line, ...]
    sides: tuple[Side, ...]


def find_roll_calls(lines: Sequence[Line], knowledge: Knowledge) -> list[RollCall]:
    """The votes by name on a page: two sides with names, or more, one close to the other."""
    sides = [side for at in range(len(lines)) for side in _sides(lines, at, knowledge)]
    groups: list[list[Side]] = []
    for side in sides:
        near = groups and side.line - groups[-1][-1].last < _MOST_APART
        if near and side.side not in {other.side for other in groups[-1]}:
            groups[-1].append(side)
        else:
            groups.append([side])
    return [
        RollCall(one[0].line, one[-1].last, tuple(lines[one[0].line : one[-1].last]), tuple(one))
        for one in groups
        if len(one) > 1 and not any(side.about_else for side in one)
    ]


def _sides(lines: Sequence[Line], at: int, knowledge: Knowledge) -> Iterator[Side]:
    """The sides whose labels stand on a line, each with those named behind it or below it."""
    content = lines[at].content
    opening = _FIRST_WORD.match(knowledge.text, content.start, content.end)
    lexicon = knowledge.lexicon
    first = fold(opening.group(1)) if opening else ""
    if first not in lexicon.vote_sides and first not in lexicon.vote_words["taking"]:
        return
    tokens = tokenise(knowledge.text, content)
    labels = list(_labels(tokens, lexicon))
    for label, following in pairwise([*labels, None]):
        if label is None:
            continue
        end = tokens[following.first].start if following else content.end
        where = Span(label.end, end) if label.end < end else None
        last = at + 1
        if where is None or not knowledge.text[where.start : where.end].strip(" :-–—"):
            voters, last = _below(lines, at, knowledge)
        else:
            voters = _voters(where, knowledge)
        if voters or label.side == "none":
            count = label.count or (_count(where, knowledge) if where else None)
            yield Side(label.side, at, last, tuple(voters), count, label.about_else)


@dataclass(frozen=True, slots=True)
class _Label:
    """A label of a side: its first token, the character where it ends, and what it says."""

    first: int
    end: int
    side: str
    count: tuple[int, Span] | None
    about_else: bool


def _labels(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[_Label]:
    folds = [token.fold for token in tokens]
    for at in range(len(tokens)):
        begins = at == 0 or folds[at - 1] in _BREAKS or _is_taken(folds[:at], lexicon)
        side = (
            lexicon.vote_sides.at(folds, at) if begins and folds[at] in lexicon.vote_sides else None
        )
        if side is None:
            continue
        end = at + side.length
        while end < len(folds) and end - at < _LONGEST_LABEL and _fills(folds[end], lexicon):
            end += 1
        if end < len(folds) and folds[end] not in _MARKS:
            continue
        numbers = [token for token in tokens[at:end] if token.text.isdigit()]
        count = (int(numbers[0].text), Span(numbers[0].start, numbers[0].end)) if numbers else None
        else_ = not lexicon.vote_words["other"].isdisjoint(folds[at:end])
        stop = tokens[end].end if end < len(tokens) else tokens[-1].end
        yield _Label(at, stop, side.value, count, else_)


def _is_taken(before: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether nothing but words such as "Members voting" stand before the label."""
    return all(word in lexicon.vote_words["taking"] or word == ":" for word in before)


def _fills(word: str, lexicon: Lexicon) -> bool:
    known = lexicon.vote_words
    return word in known["filler"] or word in known["other"] or word in "()" or word.isdigit()


def _below(lines: Sequence[Line], at: int, knowledge: Knowledge) -> tuple[list[Voter], int]:
    """Those named a line each below a label, and the line where they end."""
    found: list[Voter] = []
    last = at + 1
    for line in lines[at + 1 : at + 1 + _MOST_LINES]:
        tokens = tokenise(knowledge.text, line.content)
        if any(True for _ in _labels(tokens, knowledge.lexicon)) or _ends(tokens):
            break
        voters = _voters(line.content, knowledge)
        if not voters:
            break
        found.extend(voters)
        last += 1
    return found, last


def _ends(tokens: Sequence[Token]) -> bool:
    """Whether the line is a label or a sentence and no name."""
    return not tokens or tokens[-1].text in (":", ".")


def _voters(where: Span, knowledge: Knowledge) -> list[Voter]:
    """Those whom a run names; nobody if too much of it is no name."""
    found: list[Voter] = []
    strange = 0
    start = where.start
    for match in [*_PARTS.finditer(knowledge.text, where.start, where.end), None]:
        end = match.start() if match else where.end
        tokens = tuple(tokenise(knowledge.text, Span(start, end))) if start < end else ()
        words = tuple(token for token in tokens if token.text[0].isalpha() or token.text == ".")
        if words and words[0].text != "." and not _is_letter(words, knowledge):
            voter = _voter(words, knowledge)
            found.extend([voter] if voter else [])
            strange += voter is None and not _is_office(words, knowledge)
        start = match.end() if match else end
    return found if len(found) >= (len(found) + strange) * _LEAST_SHARE else []


def _voter(tokens: tuple[Token, ...], knowledge: Knowledge) -> Voter | None:
    """The name that the words are, behind any titles: "Mrs. Doe", "J. Roe"."""
    looked = knowledge.look(tokens)
    first = 0
    while first < len(looked.tokens) and (skipped := _title(looked.folds, first, knowledge)):
        first += skipped
    last = len(looked.tokens)
    while last > first and looked.tokens[last - 1].text == ".":
        last -= 1
    name = [token for token in looked.tokens[first:last] if token.text != "."]
    small = knowledge.lexicon.particles
    if not 0 < len(name) <= _LONGEST_NAME or not all(
        token.text[0].isupper() or token.fold in small for token in name
    ):
        return None
    if looked.lexicon.offices.whole([token.fold for token in name]):
        return None
    return Voter(
        looked.slice(first, last).replace(" .", "."),
        Span(looked.tokens[first].start, looked.tokens[last - 1].end),
    )


def _title(folds: Sequence[str], at: int, knowledge: Knowledge) -> int:
    """How many words at ``at`` are a title, or the word for several: "Cllrs", "Commissioners"."""
    lexicon = knowledge.lexicon
    title = lexicon.titles.at(folds, at)
    several = folds[at].endswith("s")
    unit = lexicon.units.at(folds, at) if several else None
    office = lexicon.offices.at(folds, at) if several else None
    size = max(found.length if found else 0 for found in (title, unit, office))
    return size + (folds[at + size : at + size + 1] == ["."]) if size else 0


def _is_letter(tokens: tuple[Token, ...], knowledge: Knowledge) -> bool:
    """Whether it is the letters of a party in brackets: "Doe (D)"."""
    bracketed = knowledge.text[tokens[0].start - 1 : tokens[0].start] in ("(", "[")
    return bracketed and len(tokens) == 1 and tokens[0].text.isupper()


def _is_office(tokens: Sequence[Token], knowledge: Knowledge) -> bool:
    """Whether the words are an office alone, as "The Mayor": somebody, but without a name."""
    folds = [token.fold for token in tokens if token.fold != "the"]
    return bool(folds) and knowledge.lexicon.offices.at(folds, len(folds) - 1) is not None


def _count(where: Span, knowledge: Knowledge) -> tuple[int, Span] | None:
    """The number in brackets that ends a run."""
    found = re.search(r"[(\[](\d{1,3})[)\]]\.?$", knowledge.text[where.start : where.end].rstrip())
    if found is None:
        return None
    return int(found.group(1)), Span(where.start + found.start(1), where.start + found.end(1))
