"""The people whom a stretch of a slate's row names one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.lists.segments.fields import Knowledge
from kg.lists.segments.namescores import name_bounds, name_score
from kg.lists.segments.roles import past_offices
from kg.model import Span
from kg.text import Token, fold, tokenise
from kg.words.titles import read_titles

_LETTERS = 6  # behind a name
_NAME_IN_RUN = 0.4  # behind several names
_LEAST_RUN = 2
_NAME = 0.6
_LEAST_WORDS, _MOST_WORDS = 2, 5
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_RANK = r"(?:#?\d{1,2}[.)]|#\d{1,2}\s|\d(?:st|nd|rd|th)\s)\s*(?=[a-z])"
_END = re.compile(r"([a-z0-9)]+)[.!?]+(?=\s+\S)")
_OVER = re.compile(r"\s(?:over|instead of|rather than)\s")
_BODIES = ("society", "union", "body", "local party")
_JUNIORS = frozenset(("jr", "sr", "ii", "iii", "iv"))
_MARKS = frozenset((".", '"', "“", "”"))
_PAIRING = frozenset(("and", "&", "/"))
_PARTS = re.compile(
    rf"\s*[;|•/]\s*|\s*,\s*(?!(?:jr|sr|ii|iii)\b)(?:and\s+|&\s*)?(?:{_RANK})?"
    rf"|\s+(?:and|&)\s+(?:{_RANK})?|\s{{2,}}|(?:^|\s+){_RANK}"
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody whom a row names: the name without its title, and where it stands.

    ``sure``: known as a person by more than the shape of the name.
    """

    name: str
    title: str
    span: Span
    sure: bool


def names_in(where: Span, knowledge: Knowledge) -> list[Choice]:
    """The people named one after the other from the first word of ``where`` on.

    Half of a pair is nobody: "Anna Creek and Hills District".
    """
    printed = plain(where, knowledge)
    printed = printed[: _end(printed, knowledge)]
    found: list[Choice] = []
    start = 0
    joined = ""
    for match in [*_PARTS.finditer(printed), None]:
        end = match.start() if match else len(printed)
        part = printed[start:end].strip()
        if part:
            begin = where.start + printed.index(part, start)
            least = _NAME_IN_RUN if len(found) >= _LEAST_RUN else _NAME
            choice = _choice(Span(begin, begin + len(part)), least, knowledge)
            if choice is None and not (found and _describes(begin, len(part), knowledge)):
                return found[:-1] if joined in _PAIRING else found
            found.extend([choice] if choice else [])
            if choice and choice.span.end + _LETTERS < begin + len(part):  # what follows is no name
                return found
        start = match.end() if match else end
        joined = match.group().strip() if match else ""
    return found


def _describes(start: int, length: int, knowledge: Knowledge) -> bool:
    """Whether a small word only describes the person before it: "X, incumbent, and Y"."""
    printed = knowledge.text[start : start + length]
    return printed.islower() and " " not in printed


def _end(printed: str, knowledge: Knowledge) -> int:
    """Where the naming ends: at the first full stop, at a rival, at a dash."""
    ends = [len(printed)]
    for match in _END.finditer(printed):
        word = match.group(1)
        if word not in knowledge.lexicon.abbreviations and len(word) > 1 and word not in _JUNIORS:
            ends.append(match.end(1))
            break
    over = _OVER.search(printed)
    dash = printed.find(" - ", 1)
    ends.extend([over.start()] if over else [])
    ends.extend([dash] if dash > 0 else [])
    return min(ends)


def _choice(where: Span, least: float, knowledge: Knowledge) -> Choice | None:
    """The person whom the words begin with, scored ``least`` or more; small letters end a name."""
    tokens = tuple(_leading(tokenise(knowledge.text, where), knowledge))
    while tokens and tokens[-1].text == "." and len(tokens[-2:][0].text) > 1:
        tokens = tokens[:-1]
    if not tokens:
        return None
    looked = knowledge.look(tokens)
    title = read_titles(looked, 0)[1]
    office = 0 if title else past_offices(looked)
    if 0 < office < len(looked.tokens):  # "Former Rep. Jane Doe"
        title, looked = looked.slice(0, office), looked.part(office)
    first, last = name_bounds(looked)
    words = [token for token in looked.tokens[first:last] if token.text not in _MARKS]
    if not _LEAST_WORDS <= len(words) <= _MOST_WORDS or name_score(looked) < least:
        return None
    if any(word.fold in knowledge.lexicon.seat_words for word in words):
        return None
    if all(word.fold in knowledge.lexicon.slate_fillers for word in words):
        return None  # "Early Voting"
    if knowledge.lexicon.organisation_words.get(words[-1].fold) in _BODIES:
        return None  # "Jane Doe Democratic Club"
    sure = bool(title) or words[0].fold in looked.lexicon.given_names
    if last < len(looked.tokens) and looked.folds[last] in _JUNIORS:
        last += 1
    span = Span(looked.tokens[first].start, looked.tokens[last - 1].end)
    return Choice(looked.slice(first, last), title, span, sure)


def _leading(tokens: list[Token], knowledge: Knowledge) -> Iterator[Token]:
    for token in tokens:
        small = token.text[0].islower() and token.fold not in knowledge.lexicon.particles
        if small or not (token.text[0].isalpha() or token.text in ".'\"“”‘’"):
            return
        yield token


def as_printed(where: Span, knowledge: Knowledge) -> str:
    """The words of a stretch, folded."""
    return fold(knowledge.text[where.start : where.end])


def plain(where: Span, knowledge: Knowledge) -> str:
    """The words, folded, with blanks in the place of what stands in brackets; tabs stay."""
    printed = _BRACKETS.sub(lambda m: " " * len(m.group()), as_printed(where, knowledge))
    raw = knowledge.text[where.start : where.end]
    if "\t" not in raw:
        return printed
    return "".join("\t" if was == "\t" else now for was, now in zip(raw, printed, strict=True))
