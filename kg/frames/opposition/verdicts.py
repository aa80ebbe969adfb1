"""What is said of somebody who is to go: "Y's position is untenable", "the game is up for Y".

The words are data (``verdict-words.tsv``): each says where the person stands. Somebody has to say
it, in the sentence or as the voice of a quotation.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.coordination.chains import actors, chain_left, noun_from, object_chain
from kg.frames.making import make_frame
from kg.frames.model import Frame
from kg.frames.places.speaking import speakers_of
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_TARGETS = frozenset(("person", "office", "pronoun"))
_POSSESSIVES = {"his": "him", "her": "her"}
_OBJECTS = {"he": "him", "she": "her"}
_NOT = frozenset(("not", "never", "n't", "isn't", "wasn't"))
_PLAIN = frozenset(
    ("stay", "remain", "continue", "on", "survive", "stopped", "beaten", "defeated", "rejected")
)
_GOING_ON = frozenset(("as", "and", "any", "because", "if", "for", "after", "when", "while", "but"))
_POSTS = frozenset(
    ("office", "post", "power", "charge", "place", "job", "role", "position", "government")
)
_REACH = 4
_OPEN = frozenset(("tentative", "condition", "expectation"))
_LEADING = ("determiner", "possessive", "relation")


def read_verdicts(sentence: Sentence, lexicon: Lexicon) -> Iterator[Frame]:
    """The frames of such words, opposed by whoever says them."""
    for index, found in lexicon.verdicts.found(sentence.folds):
        end = index + found.length
        if found.value == "subject" and not _is_closed(sentence, end):
            continue
        chain = _meant(sentence, index, end, found.value)
        if chain and not _is_weak(sentence, index, end):
            yield from _said(sentence, chain, (index, end), lexicon)


def _meant(sentence: Sentence, index: int, end: int, form: str) -> list[Noun]:
    """Of whom the words at tokens ``index`` to ``end`` are said."""
    noun: Noun | None
    if form == "object":
        noun = noun_from(sentence, end) if end < len(sentence.folds) else None
        return object_chain(sentence, noun) if noun and noun.kind in _TARGETS else []
    if form == "subject":
        noun = sentence.noun(index - 1) if index else None
        return chain_left(sentence, noun) if noun and noun.kind in _TARGETS else []
    return _owner(sentence, index)


def _is_closed(sentence: Sentence, end: int) -> bool:
    """Whether the words end their clause, or go on with a post: "cannot stay (on) in office".

    Who "cannot stay in the ward" is no leader, and who must be "stopped at the junction" neither.
    """
    last = sentence.folds[end - 1]
    if last not in _PLAIN or end >= len(sentence.folds):
        return True
    end += sentence.folds[end] == "on"
    rest = sentence.folds[end : end + _REACH]
    if not rest or not rest[0][0].isalpha() or rest[0] in _GOING_ON:
        return True
    return rest[0] == "in" and not _POSTS.isdisjoint(rest)


def _owner(sentence: Sentence, index: int) -> list[Noun]:
    """Whose the noun at token ``index`` is: "Y's position", "his time as leader"."""
    before = sentence.folds[index - 1] if index else ""
    if before in ("'s", "'") and index > 1:
        noun = sentence.noun(index - 2)
        return [noun] if noun is not None and noun.kind in _TARGETS else []
    if before in _POSSESSIVES:
        return [Noun("pronoun", index - 1, index, name=_POSSESSIVES[before])]
    return []


def _is_weak(sentence: Sentence, index: int, end: int) -> bool:
    """Whether the verdict is only possible, or denied: "could become", "is not untenable"."""
    within = range(index, end)
    if any(sentence.kinds[at] in _OPEN and sentence.folds[at] != "should" for at in within):
        return sentence.folds[index] != "could"
    denied = any(sentence.folds[at] in _NOT for at in within)
    return denied and sentence.folds[end - 1] == "untenable"


def _said(
    sentence: Sentence, chain: list[Noun], cue: tuple[int, int], lexicon: Lexicon
) -> Iterator[Frame]:
    first = min(chain[0].first, cue[0])
    while first > 0 and sentence.kinds[first - 1] in _LEADING:
        first -= 1
    speakers, said = speakers_of(sentence, first, max(cue[1], chain[-1].last), lexicon)
    if said:
        targets = [_as_object(noun) for noun in chain]
        yield make_frame(
            "prose.verdict",
            "opposes",
            actors(sentence, speakers),
            actors(sentence, targets),
            "",
            cue,
        )


def _as_object(noun: Noun) -> Noun:
    """The phrase as the object that it is to the speaker: "he cannot stay" is said of another."""
    if noun.name not in _OBJECTS:
        return noun
    return Noun(noun.kind, noun.first, noun.last, name=_OBJECTS[noun.name])
