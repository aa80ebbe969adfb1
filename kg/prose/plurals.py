"""Whom "they" means: people named together before it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.cast import Cast
from kg.frames.chains import actors, chain_right
from kg.frames.clauses import opens_clause
from kg.model import Mention
from kg.nouns import Noun
from kg.passages import Passage

_REACH = 3
_COUNTED = frozenset(("group", "number"))


def several(passages: Sequence[Passage], cast: Cast, noun: Noun, at: int) -> tuple[Mention, ...]:
    """Whom "they" in passage ``at`` means: people joined before it in its sentence or another."""
    return _several_here(passages, cast, noun, at) or several_before(passages, cast, noun, at)


def _several_here(
    passages: Sequence[Passage], cast: Cast, noun: Noun, at: int
) -> tuple[Mention, ...]:
    """The people joined as the subject of an earlier clause: "A and B said that they"."""
    sentence = passages[at].sentence
    for first in sentence.nouns:
        if first.last > noun.first:
            break
        titled = sentence.noun(first.first - 1)  # "Councillors A and B"
        opening = titled if titled is not None and titled.kind == "group" else first
        if first.kind != "person" or not opens_clause(sentence, opening):
            continue
        chain = [one for one in chain_right(sentence, first) if one.last <= noun.first]
        people = [cast.member(a.noun) for a in actors(sentence, chain)]
        named = tuple(member for member in people if member is not None)
        if len(named) > 1:
            return named
    return ()


def several_before(
    passages: Sequence[Passage], cast: Cast, noun: Noun, at: int
) -> tuple[Mention, ...]:
    """The last people named together in an earlier sentence of this or the last paragraphs.

    Nobody when the sentence itself counts some: "31 MPs say that they" are those.
    """
    if any(n.kind in _COUNTED and n.last <= noun.first for n in passages[at].sentence.nouns):
        return ()
    for back in range(at - 1, max(-1, at - 2 - 2 * _REACH), -1):
        sentence = passages[back].sentence
        for noun in sentence.nouns:
            if noun.kind not in ("person", "group"):
                continue
            group = actors(sentence, chain_right(sentence, noun))
            named = [cast.member(actor.noun) for actor in group]
            people = tuple(m for m in named if m is not None)
            if len(people) > 1:
                return people
    return ()
