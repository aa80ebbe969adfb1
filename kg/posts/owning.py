"""Nouns that say who holds an office: "X's time as mayor", "the appointment of X as mayor"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon import Cue
from kg.posts.model import Post, fronted
from kg.posts.places import bare_after, posts
from kg.words.nouns import Noun, Sentence

_OWNED = frozenset(("his", "her", "their"))


def owned(sentence: Sentence, noun: int, end: int, cue: Cue) -> Iterator[Post]:
    """X's time as mayor, the appointment of X as mayor, her role as chair."""
    start = end
    holder: Noun | None = None
    if sentence.folds[end : end + 1] == ["of"]:
        holder = sentence.noun(end + 1)
        start = holder.last if holder is not None else end
    if sentence.folds[start : start + 1] != ["as"]:
        return
    office = bare_after(sentence, start + 1)
    holder = holder or owner(sentence, noun)
    if office is not None and (holder is None or holder.kind == "pronoun"):
        holder = fronted(sentence, office) or holder
    if office is None or holder is None or holder.kind not in ("person", "pronoun"):
        return
    yield from posts(sentence, holder, office, "former" if cue.force == "former" else None)


def owner(sentence: Sentence, noun: int) -> Noun | None:
    """Whose something is: the name before "'s", or "his" and "her"; one adjective is passed."""
    for before in (noun - 1, noun - 2):
        if before < 0:
            return None
        if sentence.is_owning(before):
            return sentence.noun(before - 1)
        if sentence.folds[before] == "whose":
            return sentence.noun(before - 1) or sentence.noun(before - 2)
        if sentence.folds[before] in _OWNED:
            return Noun("pronoun", before, before + 1, name=sentence.folds[before])
    return None
