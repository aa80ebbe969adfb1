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
from kg.prose.commitments import BAR, DEED, KINDS, SUPPORT, VERDICT, WATCHER, is_at
from kg.prose.contests import CONTENDERS
from kg.prose.pairings import Pairing
from kg.words.nouns import Sentence

_ENOUGH = 4
_WEIGHTS = {
    "a word stands at the candidate": 3,
    "another kind of word": 1,
    "a word for support": 1,
    "a deed": 1,
    "a deed is the candidate's": 1,
    "it is about a matter": -3,
    "one kind of word": 1,
    "a verdict": 2,
    "a fault": -5,
    "nobody else is named": 1,
    "several others are named": -2,
    "the candidate is known to be supported": 1,
    "a word of something else": -3,
    "a word of something else at the candidate": -5,
    "it is far away": -1,
    "nothing tells that the candidate stands": -4,
    "only a contest is named": -1,
    "the acting one stands": -4,
}
_DOUBTING = frozenset(("negation", "refusal", "denial", "condition", "expectation", "ended"))
_NO = frozenset(("no", "none", "nothing"))
_SURE = frozenset(("doubt", "question", "secret", "brainer", "better", "bones", "contest", "finer"))
_ADVISING = frozenset(("should", "must", "ought"))
_URGING = frozenset(
    (
        *("ask", "asked", "asks", "asking", "urge", "urged", "urges", "urging", "tell", "told"),
        *("wants", "wanted", "press", "pressed", "pressing", "pleaded", "implored", "begged"),
        *("encouraged", "encouraging", "persuade", "persuaded", "calling", "called"),
    )
)
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
    if supported:
        signs.append("the candidate is known to be supported")
    return sum(_WEIGHTS[sign] for sign in signs) >= _ENOUGH


def _is_doubted(one: Pairing, frames: Sequence[Frame]) -> bool:
    """Whether the sentence takes something back, asks, or tells already who supports whom."""
    sentence = one.sentence
    return (
        not _DOUBTING.isdisjoint(sentence.kinds[_clause(one) :])
        or any(word.kind == WATCHER for word in one.words)
        or _names_nobody(sentence)
        or is_question(sentence)
        or (sentence.folds[0] in _OPEN and sentence.noun(1) is not None)
        or any(_is_against(one, frame) for frame in frames)
    )


def _is_against(one: Pairing, frame: Frame) -> bool:
    """Whether a wording says otherwise, or who else it is; a group may only be told what to do."""
    advised = one.spoken and frame.hedge == "conditional" and one.sentence.places(_ADVISING)
    if (frame.hedge and not advised) or frame.polarity != "supports":
        return True
    urged = all(actor.noun.kind == "group" for actor in frame.endorsers)
    first = min((actor.noun.first for actor in frame.endorsers), default=0)
    told = urged and any(at < first for at in one.places) and one.sentence.places(_URGING)
    return bool(frame.endorsers and frame.candidates) and not told and not advised


def _names_nobody(sentence: Sentence) -> bool:
    """Whether a "no" takes something back: "is no fan of", but "makes no secret of"."""
    return any(
        sentence.folds[at + 1 : at + 2] != [] and sentence.folds[at + 1] not in _SURE
        for at in sentence.places(_NO)
    )


def _clause(one: Pairing) -> int:
    """Where the clause of a pairing begins: behind "not at first, but"."""
    first = min((*(noun.first for noun in one.whom), *one.places))
    kinds = one.sentence.kinds
    return max((at for at in range(first) if kinds[at] == "contrast"), default=0)


def _signs(one: Pairing, lexicon: Lexicon) -> Iterator[str]:
    """The signs of a sentence that has any word of those who are for somebody."""
    kinds = {word.kind for word in one.words}
    praise = {found.value for _, found in lexicon.praise.found(one.sentence.folds)}
    verdict = VERDICT in praise and not one.spoken
    if not (verdict or SUPPORT in kinds or kinds & KINDS):
        return
    if verdict:
        yield "a verdict"
    if "fault" in praise:
        yield "a fault"
    if kinds & KINDS:
        yield "one kind of word"
    yield from ("another kind of word" for _ in range(len(kinds & KINDS) - 1))
    if SUPPORT in kinds:
        yield "a word for support"
    if DEED in kinds:
        yield "a deed"
    if "matter" in one.sentence.kinds:
        yield "it is about a matter"
    yield from _of_the_candidate(one, lexicon)
    yield from _of_the_acting(one)


def _of_the_candidate(one: Pairing, lexicon: Lexicon) -> Iterator[str]:
    """What stands at the candidate's name, what is said of it, and whether it is a candidate's."""
    tied = {
        word.kind for word in one.words if any(is_at(one.sentence, word, noun) for noun in one.whom)
    }
    if tied & KINDS or any(
        word.kind == SUPPORT and word.first < noun.first and is_at(one.sentence, word, noun)
        for word in one.words
        for noun in one.whom
    ):
        yield "a word stands at the candidate"
    elif DEED in tied:
        yield "a deed is the candidate's"
    if BAR in tied:
        yield "a word of something else at the candidate"
    elif any(word.kind == BAR for word in one.words):
        yield "a word of something else"
    if not one.told:
        contested = _is_contested(one.sentence, lexicon)
        yield "only a contest is named" if contested else "nothing tells that the candidate stands"


def _of_the_acting(one: Pairing) -> Iterator[str]:
    """How those who act stand to the sentence, and who is named beside them."""
    near = min(abs(at - noun.first) for at in one.places for noun in one.whom) if one.places else 0
    if not one.spoken and near > _FAR:
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
