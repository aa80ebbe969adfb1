"""Nouns of opposition: "a motion of no confidence in Y", "demanded Y's resignation"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.clause.clauses import subjects_before
from kg.frames.coordination.chains import actors, noun_from, object_chain, subject_chain
from kg.frames.making import make_frame
from kg.frames.model import Frame
from kg.frames.opposition.demands import called_by
from kg.frames.places.inversion import doers
from kg.frames.places.subject import find_subject
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_REACH = 10
_PARTING = frozenset((",", ";", ":", "against", "there", "when", "where"))
_FORCED = frozenset(("recall", "removal", "ouster", "impeachment", "dismissal", "sacking"))
_LED = frozenset(
    (
        "leadership",
        "premiership",
        "presidency",
        "stewardship",
        "chairmanship",
        "ability",
        "captaincy",
    )
)


def read_opposing(
    sentence: Sentence, index: int, end: int, kind: str, lexicon: Lexicon
) -> Iterator[Frame]:
    """The frame of the noun at ``index`` (its phrase ends before ``end``)."""
    if kind == "against-noun":
        against = noun_from(sentence, past_leading(sentence, end))
        verb = _verb_before(sentence, index, "declare", lexicon)
    else:
        against = _whose(sentence, index, end)
        verb = _verb_of_going(sentence, index, lexicon)
    if against is None or against.kind not in ("person", "office", "pronoun"):
        return
    if verb is None:
        yield from _of_writer(sentence, index, end, against, lexicon)
        return
    if kind == "against-noun" and _owns_matter(sentence, against, lexicon):
        return
    subject = find_subject(sentence, verb)
    chain = list(subject.chain)
    if not chain:
        nearest = next(subjects_before(sentence, verb), None)
        chain = subject_chain(sentence, nearest) if nearest else []
    who = doers(sentence, tuple(chain), end)
    if not who and kind == "leaving":
        who = actors(sentence, called_by(sentence, verb, end))
    if who:
        yield make_frame(
            "prose.against",
            "opposes",
            who,
            actors(sentence, object_chain(sentence, against)[:1]),
            subject.hedge,
            (index, end),
        )


def _of_writer(
    sentence: Sentence, index: int, end: int, against: Noun, lexicon: Lexicon
) -> Iterator[Frame]:
    """X in "X's letter of no confidence in Y", which nobody has taken back."""
    written = index - 2
    if written < 2 or sentence.folds[index - 1] != "of" or sentence.kinds[written] != "document":
        return
    owner = sentence.noun(written - 2) if sentence.is_owning(written - 1) else None
    undone = any(_takes_back(sentence, at, lexicon) for at in range(len(sentence.folds)))
    if owner is None or owner.kind not in ("person", "organisation") or undone:
        return
    if _owns_matter(sentence, against, lexicon):
        return
    who, whom = actors(sentence, [owner]), actors(sentence, [against])
    yield make_frame("prose.against", "opposes", who, whom, "", (index, end))


def _owns_matter(sentence: Sentence, against: Noun, lexicon: Lexicon) -> bool:
    """Whether only something of somebody's is meant: "no confidence in Y's figures"."""
    at = against.last
    if not sentence.is_owning(at):
        return False
    owned = sentence.folds[at + 1 : at + 2]
    return not owned or not (owned[0] in _LED or owned[0] in lexicon.bid_words)


def is_on_matter(sentence: Sentence, at: int) -> bool:
    """Whether "on Europe" or "over the tax" follows: who opposes somebody on it may back him."""
    if sentence.folds[at : at + 1] not in (["on"], ["over"]):
        return False
    then = at + 1 + (sentence.kinds[at + 1 : at + 2] in (["determiner"], ["demonstrative"]))
    told = sentence.kinds[then : then + 1] in (["time"], ["document"])
    return not told and sentence.folds[then : then + 1] != ["ballot"]


def past_leading(sentence: Sentence, at: int) -> int:
    """Past "the leadership of": no confidence in it is none in whoever leads."""
    start = at + (sentence.kinds[at : at + 1] == ["determiner"])
    owned = sentence.folds[start : start + 1] != [] and sentence.folds[start] in _LED
    return start + 2 if owned and sentence.folds[start + 1 : start + 2] == ["of"] else at


def _verb_before(sentence: Sentence, index: int, kind: str, lexicon: Lexicon) -> int | None:
    """The nearest verb of the kind in the clause that can govern the noun at ``index``."""
    for at in range(index - 1, max(-1, index - 1 - _REACH), -1):
        parted = sentence.kinds[at] in ("relative", "contrast") or sentence.folds[at] in _PARTING
        if parted or _takes_back(sentence, at, lexicon):
            return None
        if at and sentence.kinds[at - 1] == "determiner":
            continue  # "the vote of no confidence"
        if lexicon.opposing_verbs.get(sentence.folds[at]) == kind and sentence.noun(at) is None:
            return at
    return None


def _takes_back(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a verb of taking back stands at ``at``: "has withdrawn her letter of"."""
    if sentence.folds[at] not in lexicon.cues or sentence.noun(at) is not None:
        return False
    found = lexicon.cues.at(sentence.folds, at)
    return found is not None and found.value.frame == "take"


def _verb_of_going(sentence: Sentence, index: int, lexicon: Lexicon) -> int | None:
    """The verb by which somebody's going is demanded, asked for or approved."""
    for found in (
        _verb_before(sentence, index, "demand", lexicon),
        _asked_for(sentence, index, lexicon),
        _approved(sentence, index, lexicon),
    ):
        if found is not None:
            return found
    return None


def _approved(sentence: Sentence, index: int, lexicon: Lexicon) -> int | None:
    """The verb of "supports the recall of Y": who is recalled does not go by himself."""
    if sentence.folds[index] not in _FORCED:
        return None
    return _verb_before(sentence, index, "declare", lexicon)


def _whose(sentence: Sentence, index: int, end: int) -> Noun | None:
    """Whose going is meant: "Y's resignation", "the resignation of Y"."""
    if index > 1 and sentence.is_owning(index - 1):
        return sentence.noun(index - 2)
    if end < len(sentence.folds) and sentence.folds[end] == "of":
        return noun_from(sentence, end + 1)
    before = sentence.folds[index - 1] if index else ""
    return Noun("pronoun", index - 1, index, name=before) if before in ("his", "her") else None


def _asked_for(sentence: Sentence, index: int, lexicon: Lexicon) -> int | None:
    """The verb of "asked for Y's resignation": without "for" it only tells or asks something."""
    verb = _verb_before(sentence, index, "tell", lexicon)
    return verb if verb is not None and sentence.folds[verb + 1] == "for" else None
