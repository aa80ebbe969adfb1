"""Headings inside a list that say where those below stand: "Undecided", "Leaning to X"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import cast

from kg.lexicon import Lexicon
from kg.lists.finding.regions import Line
from kg.lists.heads.camps import camp_heads
from kg.lists.leading.meaning import Meaning
from kg.model import Mention, Polarity
from kg.text import Token, tokenise

_NOTHING = "none"
_LONGEST = 7
_PARTING = frozenset((",", ";", "(", "|"))
Known = Callable[[str], Mention | None]


@dataclass(frozen=True, slots=True)
class Section:
    """The lines below one such heading, and what it makes of the list's meaning (None: nothing)."""

    lines: tuple[Line, ...]
    meaning: Meaning | None


def sections(
    lines: Sequence[Line], text: str, meaning: Meaning, called: Known, lexicon: Lexicon
) -> list[Section]:
    """The list cut at the headings that say where those below stand; one section if it has none.

    ``called`` tells whom a name or a surname means. The headings themselves are in no section.
    """
    found: list[Section] = []
    start, current = 0, cast(Meaning | None, meaning)
    camps = camp_heads(lines, text, called, lexicon) if meaning.endorser is None else {}
    for index, line in enumerate(lines):
        if line.marked or index + 1 == len(lines):
            continue
        if index in camps:
            under: Meaning | None = Meaning(camps[index], "supports", meaning.role)
        else:
            tokens = tokenise(text, line.content)
            stance = stance_of(tokens, lexicon)
            if stance is None:
                continue
            under = _under(meaning, stance, _named(tokens, text, called))
        if index > start:
            found.append(Section(tuple(lines[start:index]), current))
        start, current = index + 1, under
    found.append(Section(tuple(lines[start:]), current))
    return found


def stance_of(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """The stance that a short line begins with, if need be after "those who are"."""
    folds = [token.fold for token in tokens]
    if not folds or len(folds) > _LONGEST or not _PARTING.isdisjoint(folds):
        return None
    for at, word in enumerate(folds):
        found = lexicon.stances.at(folds, at) if word in lexicon.stances else None
        if found is not None or lexicon.side_words.get(word) != "link":
            return found.value if found else None
    return None


def _named(tokens: Sequence[Token], text: str, known: Known) -> Mention | None:
    """The candidate whose name ends the heading."""
    last = len(tokens) - (tokens[-1].text == ":")
    for first in range(1, last):
        candidate = known(text[tokens[first].start : tokens[last - 1].end])
        if candidate is not None:
            return candidate
    return None


def _under(meaning: Meaning, stance: str, candidate: Mention | None) -> Meaning | None:
    if stance == _NOTHING or meaning.endorser is not None:
        return None
    polarity = cast(Polarity, stance)
    return replace(meaning, polarity=polarity, candidate=candidate or meaning.candidate)
