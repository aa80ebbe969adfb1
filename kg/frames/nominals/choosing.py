"""Choices: "X's choice is Y", "the choice of X is Y", "X said its choice is Y"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.clause.clauses import subjects_before
from kg.frames.coordination.chains import actors, chain_left, noun_from, object_chain
from kg.frames.making import make_frame
from kg.frames.model import Frame
from kg.frames.places.supporting import owner_of, phrases_after, possessor, word_at
from kg.words.nouns import Noun, Sentence

_SEVERAL = frozenset(("choices", "picks"))
_CHOICES = frozenset(("choice", "pick", "preference")) | _SEVERAL
_LESSER = frozenset(("second", "third", "next", "only", "other", "no"))
_BEING = frozenset(("is", "was", "remains", "are", "were"))
_DESCRIBING = ("", "adverb", "determiner")  # "also the clear"
_OWN = frozenset(("its", "their"))
_SPEAKERS = {"my": "i", "our": "we"}
_OWNER_REACH = 4


def read_choices(sentence: Sentence) -> Iterator[Frame]:
    """The frames of words for a choice that "is" follows; a second choice is none."""
    for index in sentence.places(_CHOICES):
        if word_at(sentence, index - 1) in _LESSER:
            continue
        choosers = _choosers(sentence, index)
        after = choosers[-1].last if choosers and choosers[-1].first > index else index + 1
        after = _past_post(sentence, after)
        chosen = noun_from(sentence, after + 1) if word_at(sentence, after) in _BEING else None
        several = object_chain(sentence, chosen) if chosen is not None else []
        if chosen is None and choosers:
            chosen = _before(sentence, min(choosers[0].first, index))
            several = [chosen] if chosen is not None else []
            if chosen is not None and sentence.folds[index] in _SEVERAL:
                several = chain_left(sentence, chosen)
        if choosers and _is_undone(sentence, min(choosers[0].first, index)):
            continue
        if choosers and chosen is not None and chosen.kind == "person":
            yield make_frame(
                "prose.choice",
                "supports",
                actors(sentence, choosers),
                actors(sentence, several),
                "",
                (index, min(after + 1, len(sentence.folds))),
                "endorse" if word_at(sentence, index - 1) in _SPEAKERS else "choose",
            )


def _past_post(sentence: Sentence, at: int) -> int:
    """Past what somebody is chosen for: "choice for mayor is"."""
    if word_at(sentence, at) not in ("for", "as"):
        return at
    post = noun_from(sentence, at + 1)
    return post.last if post is not None and post.kind in ("office", "place") else at


def _before(sentence: Sentence, first: int) -> Noun | None:
    """Y in "Y is X's choice", "Y is the choice of X": who stands before the "is".

    ``first`` is the token at which the phrase of the choice begins, but for its article.
    """
    at = first - 1
    while at > 0 and sentence.kinds[at] in _DESCRIBING and sentence.noun(at) is None:
        if sentence.folds[at] in _BEING:
            break
        at -= 1
    if not at or sentence.folds[at] not in _BEING:
        return None
    return sentence.noun(_past_aside(sentence, at - 1))


def _is_undone(sentence: Sentence, first: int) -> bool:
    """Whether something is done to the choice first: "Defeating X's picks were Y and Z"."""
    at = first - 1 - (sentence.kinds[first - 1 : first] == ["determiner"])
    return at >= 0 and sentence.folds[at].endswith("ing")


def _past_aside(sentence: Sentence, at: int) -> int:
    """Past what stands between commas: "Y, for mayor, is the choice"."""
    if sentence.folds[at] != ",":
        return at
    before = sentence.folds[:at]
    opened = len(before) - 1 - before[::-1].index(",") if "," in before else 0
    aside = opened > 0 and sentence.folds[opened + 1] in ("for", "as")
    return opened - 1 if aside else at


def _choosers(sentence: Sentence, index: int) -> list[Noun]:
    """Whose choice it is."""
    owner = owner_of(sentence, max(-1, index - _OWNER_REACH), index)
    if owner is not None:
        return chain_left(sentence, owner)
    spoken = possessor(sentence, index, _SPEAKERS)
    if spoken is not None:
        return [spoken]
    if word_at(sentence, index - 1) in _OWN:
        nearest = next(subjects_before(sentence, index), None)
        return [nearest] if nearest is not None and nearest.kind == "organisation" else []
    spoken = possessor(sentence, index, _SPEAKERS)
    return [spoken] if spoken is not None else phrases_after(sentence, index + 1, ("of",))
