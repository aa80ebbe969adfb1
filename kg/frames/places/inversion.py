"""Those whom a sentence names behind what they do: "backing Y are A and B", "include A and B"."""

from __future__ import annotations

from kg.frames.coordination.chains import actors, chain_right, noun_from, object_chain
from kg.frames.coordination.joints import past_aside
from kg.frames.model import Actor
from kg.words.nouns import Noun, Sentence

_REACH = 16
BEING = frozenset(("are", "is", "were", "was", "include", "includes", "included", "came"))
_OPEN = frozenset(("those", "among", "others", "latest", "newest", "first", "last", "next"))
_UNNAMED_KINDS = ("place", "pronoun", "number")
_UNNAMED = ("group", "number")


def named_behind(sentence: Sentence, at: int) -> tuple[tuple[Actor, ...], int]:
    """Who is named behind "are" or "include" after token ``at``, and where that word stands."""
    for index in range(at, min(at + _REACH, len(sentence.folds))):
        if sentence.folds[index] in BEING:
            named = noun_from(sentence, index + 1)
            if named is None or named.kind in ("place", "pronoun", "number"):
                return (), index
            return actors(sentence, object_chain(sentence, named)), index
        if sentence.folds[index] in (",", ";", "."):
            break
    return (), at


def inverted_objects(sentence: Sentence, first: Noun) -> tuple[list[Noun], int]:
    """The objects that an inverted clause opens with, and where "are" stands: "Behind Y and Z are".

    No objects if nobody is named behind such a word.
    """
    chain = chain_right(sentence, first)
    at = chain[-1].last
    at = past_aside(sentence, at) or at if at < len(sentence.folds) else at
    while sentence.kinds[at : at + 1] in (["time"], ["demonstrative"], ["adverb"]):
        at += 1  # "stumping for Y this week were A and B"
    at += at < len(sentence.folds) and sentence.folds[at] == ","
    being = sentence.folds[at : at + 1] in (["are"], ["is"], ["were"], ["was"], ["stand"])
    named = noun_from(sentence, at + 1) if being else None
    return (chain, at) if named is not None and named.kind not in _UNNAMED_KINDS else ([], at)


def opened_by(
    sentence: Sentence, index: int, objects: tuple[Actor, ...]
) -> tuple[tuple[Actor, ...], int]:
    """The objects of the participle at ``index``, and where they end; all if it opens the sentence.

    "Lining up behind Y and Z, his running mate, are A and B".
    """
    chain, at = inverted_objects(sentence, objects[0].noun) if index < 1 else ([], 0)
    return (actors(sentence, chain), at) if chain else (objects, objects[-1].noun.last)


def doers(
    sentence: Sentence, chain: tuple[Noun, ...], after: int, *, ranked: bool = False
) -> tuple[Actor, ...]:
    """The actors of ``chain``, or those behind the clause when the chain names nobody.

    "MPs who want Y to go include A and B", "those expected to back Y are A and B". ``ranked``: an
    office is no more than that, "the first MP to back Y is A".
    """
    open_place = bool(chain) or _OPEN & set(sentence.folds[:after])
    unnamed = (*_UNNAMED, "office") if ranked else _UNNAMED
    if open_place and all(noun.kind in unnamed for noun in chain):
        found, _ = named_behind(sentence, after)
        if any(actor.noun.kind not in _UNNAMED for actor in found):
            return found
        return (*actors(sentence, list(chain)), *_among_them(sentence, after))
    return actors(sentence, list(chain))


def _among_them(sentence: Sentence, after: int) -> tuple[Actor, ...]:
    """Who is named of a group behind its clause: "..., among them A and B"."""
    for at in range(after, min(after + _REACH, len(sentence.folds) - 2)):
        if sentence.folds[at : at + 2] == ["among", "them"]:
            named = noun_from(sentence, at + 2)
            return actors(sentence, object_chain(sentence, named)) if named is not None else ()
    return ()


def is_gerund(sentence: Sentence, index: int, after: int) -> bool:
    """Whether "supporting Y" is itself a subject, as its verb shows: "supporting Y has made"."""
    if sentence.noun(index - 1) is not None:
        return False  # "the senators supporting Y have"
    return sentence.kinds[after : after + 1] in (["have"], ["modal"], ["do"])
