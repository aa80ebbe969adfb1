"""Headings of a list that name one camp after the other: "Who stands with A", "Team B"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.lexicon import Lexicon
from kg.lists.finding.regions import Line
from kg.model import Mention
from kg.text import Token, tokenise

_LONGEST = 9
_LEAST = 2
Known = Callable[[str], Mention | None]


def camp_heads(
    lines: Sequence[Line], text: str, called: Known, lexicon: Lexicon
) -> dict[int, Mention]:
    """The index of each line that heads those on somebody's side, with whose side it is.

    Two or more must name different people: alone, "Team A" may be anything that has A's name.
    """
    found: dict[int, Mention] = {}
    for index, line in enumerate(lines[:-1]):
        candidate = (
            None if line.marked else _camp(tokenise(text, line.content), text, called, lexicon)
        )
        if candidate is not None:
            found[index] = candidate
    return found if len(set(found.values())) >= _LEAST else {}


def _camp(tokens: Sequence[Token], text: str, called: Known, lexicon: Lexicon) -> Mention | None:
    """Whom the line names, if all its other words only say that it is about those on a side."""
    if not 1 < len(tokens) <= _LONGEST:
        return None
    kinds = [lexicon.side_words.get(token.fold) for token in tokens]
    named = [at for at, kind in enumerate(kinds) if kind is None]
    if "side" not in kinds or not named or named[-1] - named[0] >= len(named):
        return None
    return called(text[tokens[named[0]].start : tokens[named[-1]].end])
