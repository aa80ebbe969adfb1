"""Having people on one's side, or being on somebody's: "Y has A and B behind him"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.coordination.chains import actors, noun_from, object_chain
from kg.frames.coordination.strung import strung_from
from kg.frames.making import make_frame
from kg.frames.model import NOBODY, Frame
from kg.frames.places.subject import find_subject
from kg.lexicon import Lexicon
from kg.model import Polarity
from kg.words.nouns import Noun, Sentence

_BESIDE = ("behind", "with")
_OWN = frozenset(("him", "her", "them", "himself", "herself", "themselves"))
_SIDES = frozenset(("camp", "corner", "side", "team"))
_AMONG_REACH = 4
_ALONG_REACH = 6
_ALONG = (["along", "with"], ["together", "with"], ["as", "well"])


def read_having(sentence: Sentence, index: int, end: int, lexicon: Lexicon) -> Iterator[Frame]:
    """The frame of a verb of having at token ``index``, whose phrase ends before ``end``."""
    people, after = people_beside(sentence, end, lexicon)
    subject = find_subject(sentence, index) if people else NOBODY
    if not subject.chain:
        return
    yield make_frame(
        "prose.having",
        "supports",
        actors(sentence, people),
        actors(sentence, list(subject.chain)),
        subject.hedge,
        (index, after),
    )


def people_beside(sentence: Sentence, at: int, lexicon: Lexicon) -> tuple[list[Noun], int]:
    """Those at token ``at`` whom "behind him" or "in her camp" follows, and where that ends.

    Nobody when no such words follow.
    """
    first = noun_from(sentence, at)
    if first is None or first.kind in ("place", "pronoun"):
        return [], at
    chain = object_chain(sentence, _whole_body(sentence, first))
    after = chain[-1].last
    if not (_beside(sentence, after) or _among(sentence, after, lexicon)):
        chain, after = strung_from(sentence, first)
    if not chain or not (_beside(sentence, after) or _among(sentence, after, lexicon)):
        return [], at
    words = 3 if sentence.folds[after] in ("in", "on") else 2
    return [*chain, *_along(sentence, after)], min(after + words, len(sentence.folds))


def _along(sentence: Sentence, at: int) -> list[Noun]:
    """Those added behind the phrase: "has A in his camp, along with B"."""
    for index in range(at, min(at + _ALONG_REACH, len(sentence.folds) - 2)):
        if sentence.folds[index : index + 2] in _ALONG:
            added = noun_from(sentence, index + 2 + (sentence.folds[index + 2] == "as"))
            return object_chain(sentence, added) if added is not None else []
    return []


def _whole_body(sentence: Sentence, group: Noun) -> Noun:
    """X in "the 500 members of X": all its members are the body itself."""
    at = group.last
    whole = group.first and sentence.folds[group.first - 1] == "the" and group.count is not None
    if not whole or sentence.folds[at - 1 : at + 1] != ["members", "of"]:
        return group
    body = noun_from(sentence, at + 1)
    return body if body is not None and body.kind == "organisation" else group


def read_camp(sentence: Sentence, index: int, end: int, polarity: Polarity) -> Iterator[Frame]:
    """X is in Y's camp, or has left it for that of Z: the verb's phrase names Y.

    The phrase takes the tokens ``index`` to ``end``.
    """
    subject = find_subject(sentence, index)
    owner = _camp_owner(sentence, index, end)
    if owner is None or not subject.chain:
        return
    who = actors(sentence, list(subject.chain))
    yield make_frame(
        "prose.camp", polarity, who, actors(sentence, [owner]), subject.hedge, (index, end)
    )
    chosen = _other_camp(sentence, end) if polarity == "withdrawn" else None
    if chosen is not None:
        yield make_frame(
            "prose.switched",
            "supports",
            who,
            actors(sentence, [chosen]),
            subject.hedge,
            (index, end),
            "switch",
        )


def _camp_owner(sentence: Sentence, index: int, end: int) -> Noun | None:
    """The one person, or the "his", inside the phrase of a camp."""
    named = [n for n in sentence.nouns if index < n.first < end and n.kind == "person"]
    if len(named) == 1:
        return named[0]
    own = [at for at in range(index + 1, end) if sentence.folds[at] in ("his", "her")]
    if named or len(own) != 1:
        return None
    return Noun("pronoun", own[0], own[0] + 1, name=sentence.folds[own[0]])


def _other_camp(sentence: Sentence, end: int) -> Noun | None:
    """Z in "for Z's", "for that of Z", "to Z"."""
    if end >= len(sentence.folds) or sentence.folds[end] not in ("for", "to"):
        return None
    at = end + 3 if sentence.folds[end + 1 : end + 3] == ["that", "of"] else end + 1
    noun = noun_from(sentence, at)
    return noun if noun is not None and noun.kind == "person" else None


def _beside(sentence: Sentence, at: int) -> bool:
    following = sentence.folds[at : at + 3]
    if len(following) > 1 and following[0] in _BESIDE and following[1] in _OWN:
        return True
    return len(following) > 2 and following[0] in ("in", "on") and _is_side(following[1:])


def _is_side(words: list[str]) -> bool:
    """Whether the words are "his camp" or "her side"."""
    return words[0] in ("his", "her") and words[1] in _SIDES


def _among(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether "among his backers" follows."""
    if at >= len(sentence.folds) or sentence.folds[at] != "among":
        return False
    for index in range(at + 1, min(at + _AMONG_REACH, len(sentence.folds))):
        found = lexicon.support_nouns.at(sentence.folds, index)
        if found is not None:
            return found.value.frame == "backer"
    return False
