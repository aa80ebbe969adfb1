"""What speaks for it that one who acts supports the candidate of the sentence, and what against it.

Words of those who are for somebody are data (``commitment-words.tsv``), by kind. One of them that
stands at the candidate's name weighs most; several of different kinds do as well. Words of contest,
blame and career weigh against it, and what denies or doubts, or tells of others, ends it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.frames import Frame
from kg.frames.clauses import is_question
from kg.lexicon import Lexicon
from kg.prose.commitments import BAR, KINDS, is_at
from kg.prose.contests import CONTENDERS
from kg.prose.pairings import Pairing
from kg.words.nouns import Sentence

_ENOUGH = 4
_WEIGHTS = {
    "a word stands at the candidate": 3,
    "another kind of word": 1,
    "a word for support": 2,
    "one kind of word": 1,
    "a verdict": 2,
    "the acting one says it": 1,
    "nobody else is named": 1,
    "several others are named": -2,
    "the candidate is known to be supported": 1,
    "a word of something else": -2,
    "a word of something else at the candidate": -5,
    "it is far away": -1,
    "nothing tells that the candidate stands": -4,
    "only a contest is named": -1,
    "the acting one stands": -4,
}
_DOUBTING = frozenset(("negation", "refusal", "denial", "condition", "expectation", "ended"))
_OPEN = ("were", "had", "should")
_STANDING = CONTENDERS | {f"{word}s" for word in CONTENDERS} | {"runner"}
_RIVALS = frozenset(("rival", "rivals", "opponent", "opponents"))
_FAR = 20
_OTHERS = 2


def is_supporter(
    one: Pairing, frames: Sequence[Frame], lexicon: Lexicon, *, supported: bool
) -> bool:
    """Whether enough speaks for it that those who act in ``one`` support the candidate.

    ``frames`` are those of the sentence; ``supported`` says that the article tells of others who
    support the same candidate.
    """
    if _is_doubted(one, frames):
        return False
    signs = list(_signs(one, lexicon))
    if not signs:
        return False
    if supported:
        signs.append("the candidate is known to be supported")
    return sum(_WEIGHTS[sign] for sign in signs) >= _ENOUGH


def _is_doubted(one: Pairing, frames: Sequence[Frame]) -> bool:
    """Whether the sentence takes something back, asks, or tells already who supports whom."""
    sentence = one.sentence
    first, last = _clause(one)
    return (
        not _DOUBTING.isdisjoint(sentence.kinds[first:last])
        or is_question(sentence)
        or (sentence.folds[0] in _OPEN and sentence.noun(1) is not None)
        or any(frame.hedge or frame.polarity != "supports" for frame in frames)
        or any(_is_filled(frame) for frame in frames)
    )


def _clause(one: Pairing) -> tuple[int, int]:
    """The tokens between the words of contrast round a pairing: "not at first, but now"."""
    kinds = one.sentence.kinds
    places = [*(noun.first for noun in one.whom), *one.places]
    before = [at for at in range(min(places)) if kinds[at] == "contrast"]
    behind = [at for at in range(max(places), len(kinds)) if kinds[at] == "contrast"]
    return before[-1] if before else 0, behind[0] if behind else len(kinds)


def _is_filled(frame: Frame) -> bool:
    """Whether a wording names both who supports and whom."""
    named = any(actor.noun.kind in ("person", "organisation") for actor in frame.endorsers)
    return named and bool(frame.candidates)


def _signs(one: Pairing, lexicon: Lexicon) -> Iterator[str]:
    """The signs of a sentence that has any word of those who are for somebody."""
    kinds = {word.kind for word in one.words} & KINDS
    support = _speaks_of_support(one.sentence, lexicon)
    if not kinds and not support:
        return
    if kinds:
        yield "one kind of word"
    yield from ("another kind of word" for _ in range(len(kinds) - 1))
    if support:
        yield "a word for support"
    yield from _of_the_candidate(one, lexicon)
    yield from _of_the_acting(one)


def _speaks_of_support(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence has a noun for support or a verb of it."""
    return any(True for _ in lexicon.support_nouns.found(sentence.folds)) or any(
        cue.value.frame in ("act", "vote") for _, cue in lexicon.cues.found(sentence.folds)
    )


def _of_the_candidate(one: Pairing, lexicon: Lexicon) -> Iterator[str]:
    """What stands at the candidate's name, what is said of it, and whether it is a candidate's."""
    tied = {
        word.kind for word in one.words if any(is_at(one.sentence, word, noun) for noun in one.whom)
    }
    praise = {found.value for _, found in lexicon.praise.found(one.sentence.folds)}
    if tied & KINDS:
        yield "a word stands at the candidate"
    if "verdict" in praise:
        yield "a verdict"
    if BAR in tied or "fault" in praise:
        yield "a word of something else at the candidate"
    elif any(word.kind == BAR for word in one.words):
        yield "a word of something else"
    if not one.told:
        contested = _is_contested(one.sentence, lexicon)
        yield "only a contest is named" if contested else "nothing tells that the candidate stands"


def _of_the_acting(one: Pairing) -> Iterator[str]:
    """How those who act stand to the sentence, and who is named beside them."""
    if one.spoken:
        yield "the acting one says it"
    elif min(abs(at - noun.first) for at in one.places for noun in one.whom) > _FAR:
        yield "it is far away"
    if _stands(one):
        yield "the acting one stands"
    if not one.others:
        yield "nobody else is named"
    elif one.others >= _OTHERS:
        yield "several others are named"


def _is_contested(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence names a contest: "in the race for mayor"."""
    return any(
        word in lexicon.contested or lexicon.contest_words.at(sentence.folds, at) is not None
        for at, word in enumerate(sentence.folds)
    )


def _stands(one: Pairing) -> bool:
    """Whether rivals are spoken of, or a word for those who stand is nearer to who acts."""
    places = one.places
    if not _RIVALS.isdisjoint(one.sentence.folds):
        return True
    return any(
        min(abs(at - first) for first in places) < min(abs(at - noun.first) for noun in one.whom)
        for at in (one.sentence.places(_STANDING) if places else ())
    )
