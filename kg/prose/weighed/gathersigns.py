"""What speaks for it that those told together support a candidate, and what against it.

No single sign decides. A word for support beside the candidate weighs most, unless it already
belongs to somebody else; what other matter looks like (a hustings, a photograph, those who stand
themselves) weighs against it. The weights were found on the labelled articles, by how often each
sign was right there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.frames import Actor, Frame
from kg.frames.clause.clauses import owns_matter
from kg.frames.support import speaks_in_favour
from kg.lexicon import Lexicon
from kg.model import Mention
from kg.prose.numbers.tallywords import takes_sides
from kg.prose.reference.contests import CONTENDERS
from kg.prose.reference.discourse import Discourse
from kg.prose.weighed.gatherings import Gathering
from kg.words.nouns import Sentence

_ENOUGH = 5
_LABELLED = "a label tells what else they did"  # "Others who met Y: A, B and C"
_WEIGHTS = {
    "the sentence speaks of support": 4,
    "the sentence speaks of sides": 3,
    "the sentence speaks of a choice or a count": 1,
    "the candidate is named beside them": 2,
    "the candidate heads the section": 3,
    "the same paragraph told of support": 3,
    "the sentence before told of support": 2,
    "a sentence shortly before told of support": 1,
    "the sentence before speaks of support": 1,
    "there are three or more": 1,
    "there are five or more": 2,
    "they are some of many": 2,
    "one of them is told to support the candidate": 3,
    "one of them supports somebody else": -4,
    "the words for support belong to others": -4,
    "the sentence speaks of those who stand": -3,
    "the sentence speaks of a cause": -4,
    "they are called something else": -6,
    "they are told in a clause of its own": -3,
    _LABELLED: -8,
    "they have a verb of their own": -4,
    "they follow a verb of something else": -4,
    "only some of them are meant": -10,
    "they are supported themselves": -10,
    "hardly anybody of them is a person": -2,
    "they stand beside an item": -2,
    "the sentence before is of others": -6,
}
_TOLD = {
    "beside": "the candidate is named beside them",
    "above": "the candidate heads the section",
    "paragraph": "the same paragraph told of support",
    "before": "the sentence before told of support",
    "earlier": "a sentence shortly before told of support",
}
_DOUBTING = frozenset(
    ("negation", "refusal", "denial", "condition", "expectation", "tentative", "ended")
)
_AGAINST = frozenset(
    ("anti", "against", "oppose", "opposes", "opposed", "opposing", "over", "versus")
)
_SOME = frozenset(
    ("include", "includes", "included", "including", "among", "them", "like", "such", "instance")
) | {"example", "names", "figures", "others", "notably", "namely", "particularly", "from"}
_STANDING = CONTENDERS | {f"{word}s" for word in CONTENDERS} | {"rival", "rivals", "running"}
_DETERMINED = ("determiner", "possessive", "adverb", "number", "relation", "body", "and")
_ITEMS = frozenset(("•", "▪", "*", "-", "–", "·", "◦"))
_HOPING = frozenset(
    ("hopes", "hope", "hoping", "hoped", "seeks", "seeking", "sought", "courts", "courting")
) | {"courted", "wooing", "wooed", "wants", "covets", "coveted", "chasing", "lobbied", "lobbying"}
_HOPED = 8  # words between what somebody hopes for and who is to give it
_INCLUDING = frozenset(("include", "includes", "included"))
_SIDES = frozenset(("group", "coalition", "alliance", "team", "camp", "slate"))
_OWN_VERBS = ("have", "be", "do", "modal", "speech")
_COUNTS = ("choosing", "tally")
_LEADING = 5
_BEHIND = 4
_SEVERAL = 2
_THREE = 3
_FIVE = 5
_ENDINGS = ("ed", "ing")


def are_supporters(
    discourse: Discourse,
    one: Gathering,
    frames: Sequence[Frame],
    backing: Mapping[Mention, frozenset[Mention]],
    lexicon: Lexicon,
) -> bool:
    """Whether enough speaks for it that those of ``one`` support the candidate.

    ``frames`` are those of its sentence, ``backing`` is whom each is otherwise told to support.
    """
    if _is_doubted(discourse, one, frames, lexicon):
        return False
    signs = [_TOLD[one.told], *_of_members(one, backing), *_around(one, lexicon)]
    signs.extend(_spoken_of(discourse, one, frames, lexicon))
    return sum(_WEIGHTS[sign] for sign in signs) >= _ENOUGH


def _is_doubted(
    discourse: Discourse, one: Gathering, frames: Sequence[Frame], lexicon: Lexicon
) -> bool:
    """Whether the sentence takes something back, is of opponents, or quotes somebody."""
    sentence = one.sentence
    return (
        not _DOUBTING.isdisjoint(sentence.kinds)
        or not _AGAINST.isdisjoint(sentence.folds)
        or any(frame.hedge or frame.polarity != "supports" for frame in frames)
        or discourse.passages[one.at].in_quotation(one.first)
        or sentence.folds[one.first - 1 : one.first] == ["("]
        or _are_hoped_for(sentence, one.first)
        or any(match.value == "open" for _, match in lexicon.list_subjects.found(sentence.folds))
    )


def _are_hoped_for(sentence: Sentence, first: int) -> bool:
    """Whether somebody would like to have those from token ``first`` on: "hopes for A and B"."""
    before = sentence.folds[max(0, first - _HOPED) : first]
    at = max((at for at, word in enumerate(before) if word in _HOPING), default=-1)
    return at >= 0 and "," not in before[at:]


def _of_members(one: Gathering, backing: Mapping[Mention, frozenset[Mention]]) -> Iterator[str]:
    """What those told together are, how many, and whom they are told to support elsewhere."""
    if len(one.names) >= _THREE:
        yield "there are three or more"
    if len(one.names) >= _FIVE:
        yield "there are five or more"
    if one.people * _SEVERAL < len(one.names):
        yield "hardly anybody of them is a person"
    whom = [backing[member] for _, member in one.names if member in backing]
    if any(one.candidate in several for several in whom):
        yield "one of them is told to support the candidate"
    if any(one.candidate not in several for several in whom):
        yield "one of them supports somebody else"


def _spoken_of(
    discourse: Discourse, one: Gathering, frames: Sequence[Frame], lexicon: Lexicon
) -> Iterator[str]:
    """What the sentence, and the one before it, speaks of."""
    sentence = one.sentence
    kinds = {match.value for _, match in lexicon.list_subjects.found(sentence.folds)}
    if speaks_in_favour(sentence.folds, lexicon):
        yield "the sentence speaks of support"
        if _belong_to_others(one, frames):
            yield "the words for support belong to others"
    elif takes_sides(sentence, lexicon) or (one.told == "beside" and _has_side(sentence, lexicon)):
        yield "the sentence speaks of sides"
    elif not kinds.isdisjoint(_COUNTS):
        yield "the sentence speaks of a choice or a count"
    away = one.told != "beside" and ("cause" in kinds or _supports_thing(sentence, lexicon))
    if away or _is_of_matter(discourse, one):
        yield "the sentence speaks of a cause"
    before = discourse.passages[one.at - 1].sentence if one.at else None
    if before is not None and takes_sides(before, lexicon):
        yield "the sentence before speaks of support"
    if before is not None and one.told == "earlier" and _is_of_others(before):
        yield "the sentence before is of others"
    if not _STANDING.isdisjoint(sentence.folds):
        yield "the sentence speaks of those who stand"
    if sentence.folds[0] in _ITEMS:
        yield "they stand beside an item"


def _has_side(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a word for somebody's side stands in the sentence: "corner", "behind"."""
    if "behind" in sentence.folds:
        return True
    return any(match.value == "side" for _, match in lexicon.tally_words.found(sentence.folds))


def _supports_thing(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a verb of support has a plain word for its object: "backing plans for a museum"."""
    for at, word in enumerate(sentence.folds[:-1]):
        verbal = word.endswith("ing") or sentence.kinds[at] == "verb"
        if verbal and _is_plain(sentence, at + 1) and speaks_in_favour([word], lexicon):
            return True
    return False


def _is_of_matter(discourse: Discourse, one: Gathering) -> bool:
    """Whether the candidate is only named as who proposes something: "Y's amendment"."""
    return any(
        owns_matter(one.sentence, noun) and one.candidate in discourse.mentions(Actor(noun), one.at)
        for noun in one.sentence.nouns
        if noun.kind == "person"
    )


def _is_plain(sentence: Sentence, at: int) -> bool:
    """Whether a word without any work in the clause, and no name, stands at a token."""
    alone = sentence.kinds[at] in ("", "matter") and sentence.noun(at) is None
    return alone and sentence.tokens[at].text[0].isalpha()


def _belong_to_others(one: Gathering, frames: Sequence[Frame]) -> bool:
    """Whether wordings of support are known here, and others than these fill their places."""
    acting = {actor.noun.first for frame in frames for actor in frame.endorsers}
    return bool(acting) and not any(one.first <= first < one.end for first in acting)


def _is_of_others(before: Sentence) -> bool:
    """Whether a sentence that tells of no support doubts, or counts people: "Eight are left"."""
    counted = any(noun.kind in ("group", "number") for noun in before.nouns)
    return counted or not _DOUBTING.isdisjoint(before.kinds)


def _around(one: Gathering, lexicon: Lexicon) -> Iterator[str]:
    """What stands before those told together, and directly behind them."""
    sentence = one.sentence
    before, behind = sentence.folds[: one.first], sentence.folds[one.end : one.end + _BEHIND]
    if not _SOME.isdisjoint(before[-_LEADING:]) or "them" in behind[:_SEVERAL]:
        yield "they are some of many"
    apart = any(lexicon.joining_words.get(word) == "apart" for word in before)
    if apart or _are_of_body(sentence, one.first, lexicon):
        yield "they are called something else"
    at = _led_by(one)
    if at >= 0 and _are_supported(sentence, at, lexicon):
        yield "they are supported themselves"
    elif at >= 0 and _is_other_verb(sentence, at, lexicon):
        yield "they follow a verb of something else"
    elif "relative" in sentence.kinds[: one.first] and not speaks_in_favour(before, lexicon):
        sides = any(match.value == "side" for _, match in lexicon.tally_words.found(before))
        labelled = ":" in before and not sides
        yield _LABELLED if labelled else "they are told in a clause of its own"
    if "whom" in behind:
        yield "only some of them are meant"
    has_verb = sentence.kinds[one.end : one.end + 1] and sentence.kinds[one.end] in _OWN_VERBS
    if has_verb and not speaks_in_favour(sentence.folds[one.end :], lexicon):
        yield "they have a verb of their own"


def _are_of_body(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """Whether those from token ``first`` on are of a body or a crowd: "the council includes"."""
    folds = sentence.folds[:first]
    if any(folds[at : at + 2] == ["others", "at"] for at in range(len(folds))):
        return True
    at = next((at for at in range(first - 1, 1, -1) if folds[at] in _INCLUDING), 0)
    while at > 2 and sentence.kinds[at - 1] == "adverb":
        at -= 1
    body = at > 1 and folds[at - 1] in lexicon.body_kinds and folds[at - 1] not in _SIDES
    return body and sentence.kinds[at - 2] == "determiner"


def _led_by(one: Gathering) -> int:
    """The token of the last word before those told together that belongs to no name, or -1."""
    at = one.first - 1
    sentence = one.sentence
    while at >= 0 and (sentence.kinds[at] in _DETERMINED or sentence.noun(at) is not None):
        at -= 1
    return at


def _is_other_verb(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a verb that says nothing of support stands at a token, or any word before a "by"."""
    acting = sentence.folds[at] == "by"
    at -= sentence.folds[at] in ("by", "with", "to")
    word = sentence.folds[at] if at >= 0 else ""
    verbal = word.endswith(_ENDINGS) and word not in _SOME and sentence.tokens[at].text[0].islower()
    return (verbal or acting) and not speaks_in_favour([word], lexicon)


def _are_supported(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a verb of support stands at a token, so that those behind it are its objects."""
    cue = lexicon.cues.at(sentence.folds, at)
    return cue is not None and cue.value.frame == "act" and sentence.kinds[at] == "verb"
