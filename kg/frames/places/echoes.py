"""Echoes: somebody does what was said of others before: "X followed suit", "So did X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.frames.coordination.chains import actors, noun_from, object_chain
from kg.frames.coordination.members import member_from, of_unnamed, with_members
from kg.frames.making import make_frame
from kg.frames.model import Frame
from kg.frames.places.subject import find_subject
from kg.words.nouns import Noun, Sentence

TAKEN_UP = frozenset(
    ("are", "is", "do", "does", "did", "have", "has", "had", "was", "were", "will", "would")
)
_JOINING = frozenset(("and", ",", ";", "as", "but"))
_THEM = frozenset(("them", "those", "these"))
_BEING = frozenset(("are", "is", "was", "were", "include", "includes", "included"))
_AMONG_REACH = 4
_ONE_OF = (("one", "of", "them"), ("one", "of", "those"), ("among", "them", "."))
_OPENING = 2  # tokens before the name that opens a sentence
_SIGNERS = frozenset(
    ("signatories", "signers", "signees", "co-signers", "cosigners", "co-signatories", "signing")
)
_WHO = frozenset(("who", "have", "has", "also"))
_CIRCUMSTANCES = frozenset(
    (
        *("because", "after", "before", "on", "last", "this", "yesterday", "today", "too", "also"),
        *("as", "when", "while", "since", "over", "despite", "earlier", "which"),
    )
)
_BY_HAND = frozenset(("signed", "co-signed", "cosigned", "countersigned"))
_SIGNED_REACH = 6
_OBJECTLESS = frozenset((".", ",", "it", "too", "as", "and", ";"))
_QUOTES = frozenset(('"', "“", "‘"))
_TOO = (
    *(("and", "mine"), ("mine", "too"), ("me", "too"), ("and", "me"), ("same", "here")),
    *(("i", "am", "too"), ("i", "do", "too"), ("i", "will", "too"), ("i", "agree"), ("and", "i")),
    *(("i", "'m", "with", "him"), ("i", "'m", "with", "her"), ("as", "am", "i"), ("as", "do", "i")),
)
_CLOSED = ([","], ["."], ["!"], ['"'], ["”"])
_ALSO = frozenset(("also", "since", "already", "now", "both", "all"))
_RULE = "prose.echo"
_NAMED = ("person", "organisation", "office", "pronoun")


def read_echo(sentence: Sentence, index: int, end: int) -> Iterator[Frame]:
    """The frame of "did the same" at ``index``: its candidates are those of the frame before it."""
    if sentence.folds[index:end] == ["done", "so"] and sentence.folds[index - 1] not in _ALSO:
        return  # "A, who voted for Y, has offered to go. X has done so"
    subject = find_subject(sentence, index)
    if subject.chain and (not subject.passive or sentence.folds[index - 1] == "to"):
        chain = list(subject.chain)
        found = actors(sentence, chain)
        yield make_frame(_RULE, "supports", found, (), subject.hedge, (index, end), "deed")


def read_among(sentence: Sentence) -> Iterator[Frame]:
    """The frame of "among them are A and B", "names among them include A": some of the doers.

    So is X in "X is one of them".
    """
    yield from _one_of_them(sentence)
    if "among" not in sentence.folds:
        return
    for at in range(len(sentence.folds) - 3):
        if sentence.folds[at] != "among" or sentence.folds[at + 1] not in _THEM:
            continue
        if sentence.folds[at + 2] not in _BEING or at > _AMONG_REACH:
            return
        chain = _named_from(sentence, at + 3)
        if chain:
            found = actors(sentence, chain)
            yield make_frame(_RULE, "supports", found, (), "", (at, at + 3), "among")
        return


def _one_of_them(sentence: Sentence) -> Iterator[Frame]:
    """The frame of "X is one of them" that opens a sentence: X is one of those told of before."""
    for at, word in enumerate(sentence.folds[1:-2], 1):
        if word not in _BEING or tuple(sentence.folds[at + 1 : at + 4]) not in _ONE_OF:
            continue
        subject = find_subject(sentence, at)
        if subject.chain and subject.chain[0].first <= _OPENING and not subject.hedge:
            found = actors(sentence, list(subject.chain))
            yield make_frame(_RULE, "supports", found, (), "", (at, at + 3), "among")
        return


def read_me_too(sentence: Sentence) -> Iterator[Frame]:
    """The frame of what somebody says who agrees: "And mine," said X; "Me too," said X."""
    for at in (0, *(i + 1 for i, word in enumerate(sentence.folds) if word in _QUOTES)):
        for words in _TOO:
            end = at + len(words)
            if tuple(sentence.folds[at:end]) == words and sentence.folds[end : end + 1] in _CLOSED:
                noun = Noun("pronoun", at, end, name="i")
                yield make_frame(
                    _RULE, "supports", actors(sentence, [noun]), (), "", (at, end), "deed"
                )


def read_signing(sentence: Sentence, index: int, end: int) -> Iterator[Frame]:
    """The frame of "have signed (it, the letter)" at ``index``: the signers say what it says."""
    if not _signs_letter(sentence, end):
        return
    subject = find_subject(sentence, index)
    if subject.chain and not subject.passive:
        found = actors(sentence, list(subject.chain))
        yield make_frame(_RULE, "supports", found, (), subject.hedge, (index, end), "signed")


def _signs_letter(sentence: Sentence, at: int) -> bool:
    """Whether what is signed is left out, "it", or a letter."""
    for index in range(at, at + 4):
        if index >= len(sentence.folds) or sentence.folds[index] in _OBJECTLESS:
            return True
        if index > at and sentence.folds[index] in _CIRCUMSTANCES:
            return True  # "signed the document because", "the letter on Friday"
        if sentence.kinds[index] not in ("determiner", "document", "possessive", "demonstrative"):
            return False
    return False


def read_gapped(sentence: Sentence) -> Iterator[Frame]:
    """The frame of "X's were A and B": X's what, the sentence before it has said."""
    owner = sentence.nouns[0] if sentence.nouns else None
    if owner is None or owner.first or owner.kind != "person":
        return
    verb = owner.last + 1
    if sentence.folds[owner.last : verb] != ["'s"] or sentence.folds[verb : verb + 1] == []:
        return
    named = member_from(sentence, verb + 1) if sentence.folds[verb] in _BEING else None
    if named is not None and named.kind in ("person", "organisation", "office"):
        found = actors(sentence, object_chain(sentence, named))
        yield make_frame(
            _RULE, "supports", found, actors(sentence, [owner]), "", (0, verb + 1), "gapped"
        )


def read_signers(sentence: Sentence) -> Iterator[Frame]:
    """The frame of "the signatories include A and B", "among the signatories are A and B"."""
    if _SIGNERS.isdisjoint(sentence.folds) and _BY_HAND.isdisjoint(sentence.folds):
        return
    for at, word in enumerate(sentence.folds):
        if _are_who_signed(sentence, at):
            word = "signers"
        if word in _BY_HAND and sentence.folds[at + 1 : at + 2] == ["by"]:
            if sentence.kinds[at - 1 : at] != ["be"]:
                return  # "a letter signed by X urges": what it says stands in the same sentence
            yield from _signed_by(sentence, at)
            return
        if word not in _SIGNERS:
            continue
        for verb in range(at + 1, min(at + _SIGNED_REACH, len(sentence.folds) - 1)):
            if sentence.folds[verb] not in _BEING:
                continue
            chain = _named_from(sentence, verb + 1)
            if chain:
                found = actors(sentence, chain)
                yield make_frame(_RULE, "supports", found, (), "", (at, verb + 1), "signed")
            return
        return


def _are_who_signed(sentence: Sentence, at: int) -> bool:
    """Whether the words tell those apart who signed: "among those who have also signed"."""
    if sentence.folds[at] not in _BY_HAND:
        return False
    first = at
    while first and sentence.folds[first - 1] in _WHO:
        first -= 1
    return 0 < first < at and sentence.folds[first - 1] in _THEM and sentence.folds[first] == "who"


def _signed_by(sentence: Sentence, at: int) -> Iterator[Frame]:
    """The frame of "it is signed by A and B"."""
    chain = _named_from(sentence, at + 2)
    if chain:
        found = actors(sentence, chain)
        yield make_frame(_RULE, "supports", found, (), "", (at, at + 2), "signed")


def _named_from(sentence: Sentence, at: int) -> list[Noun]:
    """Those named from token ``at`` on, behind what several of them are: "the actors A and B"."""
    named = member_from(sentence, at)
    if named is not None and named.kind in ("person", "organisation", "office"):
        return object_chain(sentence, named)
    return of_unnamed(sentence, at)


def is_loose(sentence: Sentence, frame: Frame, before: Sequence[Frame]) -> bool:
    """Whether "so has X" inside a sentence has no clause before it whose support it repeats."""
    inside = frame.kind == "deed" and sentence.folds[frame.first] == "so"
    if not inside or _opens(sentence, frame.first):
        return False
    others = (one for one in before if one.kind != "deed" or _opens(sentence, one.first))
    return not any(_runs_up_to(sentence, one, frame.first) for one in others)


def _opens(sentence: Sentence, at: int) -> bool:
    """Whether a sentence begins at a token, a word that joins apart: "And so has X"."""
    return at == 0 or (at == 1 and sentence.folds[0] in _JOINING)


def _runs_up_to(sentence: Sentence, frame: Frame, at: int) -> bool:
    """Whether no clause of its own stands between a frame and ``at``."""
    between = range(frame.last, at)
    return frame.first < at and not any(
        sentence.kinds[i] in ("contrast", "have", "be", "do", "modal") for i in between
    )


def read_so_did(sentence: Sentence, before: Sequence[Frame]) -> Iterator[Frame]:
    """The frame of "So did X", "As have X and Y": the same is said of X as of others before.

    Inside a sentence it is the same as the clause directly before it says, which must be one of
    the frames found ``before``, or such a one itself: "So has Y, and so has X".
    """
    told = list(before)
    for at, word in enumerate(sentence.folds[:-2]):
        opening = _opens(sentence, at)
        if word != "so" and not (word == "as" and opening):
            continue
        begins = opening or sentence.folds[at - 1] in _JOINING
        if not begins or sentence.folds[at + 1] not in TAKEN_UP:
            continue
        if not opening and not any(_runs_up_to(sentence, frame, at) for frame in told):
            continue
        named = noun_from(sentence, at + 2)
        chain: list[Noun] = []
        if named is not None and named.kind in _NAMED:
            chain = object_chain(sentence, named)
        elif named is not None and named.kind == "group" and named.count is None:
            chain = with_members(sentence, [named])[1:]  # "So are several peers such as X"
        if chain:
            if sentence.folds[chain[-1].last : chain[-1].last + 1] == ["'s"]:
                continue  # "So has X's son"
            found = actors(sentence, chain)
            frame = make_frame(_RULE, "supports", found, (), "", (at, at + 2), "deed")
            told.append(frame)
            yield frame
