"""Frames whose cue is a noun: "has the backing of", "gave his support to", "a backer of"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.frames.chains import actors, chain_left, chain_right, noun_from
from kg.frames.model import Actor, Frame, Hedge
from kg.frames.subject import Subject, find_subject
from kg.lexicon import Lexicon
from kg.nouns import Noun, Sentence

_GIVEN_BY = ("of", "from", "by", "among")
_GIVEN_TO = ("to", "behind", "for", "of")
_MEMBERS = ("include", "includes", "included", "including", "are", "is", "were", "was")
_VERB_REACH = 10
_OWNER_REACH = 5


def read_nominals(sentence: Sentence, lexicon: Lexicon, covered: set[int]) -> Iterator[Frame]:
    """The frames of support nouns and of words for supporters, outside ``covered`` tokens."""
    for index in range(len(sentence.folds)):
        if index in covered:
            continue
        found = lexicon.support_nouns.at(sentence.folds, index)
        if found is None:
            continue
        end = index + found.length
        if found.value.frame == "support":
            yield from _support(sentence, index, end, lexicon)
        else:
            yield from _backer(sentence, index, end, lexicon)


def _support(sentence: Sentence, index: int, end: int, lexicon: Lexicon) -> Iterator[Frame]:
    verb = _governing_verb(sentence, index, lexicon)
    if verb is not None and verb[1] == "get":
        yield from _received(sentence, verb[0], index, end)
    elif verb is not None:
        yield from _given(sentence, verb[0], index, end)
    else:
        yield from _owned(sentence, index, end)


def _governing_verb(sentence: Sentence, index: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """The verb that has the noun at ``index`` as its object, and whether it gets or gives."""
    for at in range(index - 1, max(-1, index - 1 - _VERB_REACH), -1):
        found = lexicon.cues.at(sentence.folds, at)
        if found and found.value.frame in ("get", "give") and at + found.length <= index:
            return at, found.value.frame
        if sentence.folds[at] in (",", ";", ".") or sentence.kinds[at] in ("relative", "contrast"):
            return None
    return None


def _received(sentence: Sentence, verb: int, index: int, end: int) -> Iterator[Frame]:
    """CANDIDATE has won the backing of SUPPORTERS, or has SUPPORTER's backing."""
    subject = find_subject(sentence, verb)
    if not subject.chain:
        return
    givers = _after(sentence, end, _GIVEN_BY)
    counted = _counted(sentence, index)
    if counted and not (givers and any(n.count is not None for n in givers)):
        givers = [counted]
    owner = _owner(sentence, verb, index)
    if not givers and owner:
        givers = chain_left(sentence, owner)
    yield _frame("prose.receiving", sentence, givers, list(subject.chain), subject.hedge, verb, end)


def _given(sentence: Sentence, verb: int, index: int, end: int) -> Iterator[Frame]:
    """SUPPORTER gave CANDIDATE her backing, or gave her backing to CANDIDATE."""
    subject = find_subject(sentence, verb)
    receivers = _after(sentence, end, _GIVEN_TO)
    if not receivers:
        between = noun_from(sentence, verb + 1)
        if between is not None and between.last <= index and between.kind != "number":
            receivers = [between]
    if subject.chain and receivers:
        yield _frame(
            "prose.giving", sentence, list(subject.chain), receivers, subject.hedge, verb, end
        )


def _owned(sentence: Sentence, index: int, end: int) -> Iterator[Frame]:
    """SUPPORTER's endorsement of CANDIDATE; with the backing of SUPPORTERS, CANDIDATE ..."""
    owner = _owner(sentence, max(-1, index - _OWNER_REACH), index)
    receivers = _after(sentence, end, ("of", "for"))
    if owner and receivers:
        yield _frame(
            "prose.possessive", sentence, chain_left(sentence, owner), receivers, "", index, end
        )


def _backer(sentence: Sentence, index: int, end: int, lexicon: Lexicon) -> Iterator[Frame]:
    """Words for supporters: whose they are, and who they are."""
    verb = _governing_verb(sentence, index, lexicon)
    counted = _counted(sentence, index)
    owner = _owner(sentence, max(-1, index - _OWNER_REACH), index)
    of = _after(sentence, end, ("of",))
    if verb is not None and verb[1] == "get" and counted:
        subject = find_subject(sentence, verb[0])
        if subject.chain:
            yield _frame(
                "prose.receiving",
                sentence,
                [_refined(sentence, counted, end)],
                list(subject.chain),
                subject.hedge,
                verb[0],
                end,
            )
            return
    candidates = chain_left(sentence, owner) if owner else of
    if candidates:
        yield _of_backers(sentence, candidates, counted, index, end)


def _of_backers(
    sentence: Sentence, candidates: list[Noun], counted: Noun | None, index: int, end: int
) -> Frame:
    """X's backers include A and B; A, a supporter of X; 12 supporters of X."""
    after = max(end, candidates[-1].last)
    named = noun_from(sentence, after + 1) if _word(sentence, after) in _MEMBERS else None
    if named is not None and named.kind in ("person", "organisation"):
        backers = chain_right(sentence, named)
        return _frame("prose.backers", sentence, backers, candidates, "", index, end)
    described = _apposed_before(sentence, index)
    if described:
        return _frame(
            "prose.backer-of", sentence, described.chain, candidates, described.hedge, index, end
        )
    counts = [counted] if counted and counted.count is not None else []
    return _frame("prose.backers", sentence, counts, candidates, "", index, end)


def _apposed_before(sentence: Sentence, index: int) -> Subject | None:
    """The name that "a supporter" describes: "A, a supporter of X", "A is a supporter of X"."""
    at = index - 1
    while at >= 0 and sentence.kinds[at] in ("determiner", ""):
        if sentence.noun(at) is not None or sentence.folds[at] == ",":
            break
        at -= 1
    if at < 0:
        return None
    if sentence.kinds[at] == "be":
        subject = find_subject(sentence, at)
        return subject if subject.chain else None
    noun = sentence.noun(at - 1) if sentence.folds[at] == "," else None
    if noun is None or noun.kind not in ("person", "organisation"):
        return None
    return Subject(tuple(chain_left(sentence, noun)), False, "")


def _after(sentence: Sentence, index: int, prepositions: Sequence[str]) -> list[Noun]:
    """The noun phrases after one of ``prepositions`` at ``index``."""
    if _word(sentence, index) not in prepositions:
        return []
    noun = noun_from(sentence, index + 1)
    return chain_right(sentence, noun) if noun is not None else []


def _owner(sentence: Sentence, verb: int, index: int) -> Noun | None:
    """The noun phrase whose possessive stands between ``verb`` and the noun at ``index``."""
    for at in range(index - 1, verb, -1):
        if sentence.folds[at] in ("'s", "'"):
            noun = sentence.noun(at - 1)
            if noun is not None and noun.kind in ("person", "organisation", "office", "group"):
                return noun
        if sentence.folds[at] in (",", ";", "."):
            return None
    return None


def _counted(sentence: Sentence, index: int) -> Noun | None:
    """The counted group that the noun itself is part of: "150 backers"."""
    noun = sentence.noun(index)
    return noun if noun is not None and noun.kind == "group" and noun.count is not None else None


def _refined(sentence: Sentence, counted: Noun, end: int) -> Noun:
    """The group with the unit that follows: "150 backers among Labour councillors"."""
    among = _after(sentence, end, ("among", "from"))
    if not among or among[0].kind != "group" or among[0].count is not None:
        return counted
    return Noun(
        "group",
        counted.first,
        among[0].last,
        count=counted.count,
        comparator=counted.comparator,
        percent=counted.percent,
        unit=among[0].unit,
        unit_role=among[0].unit_role,
        offices=among[0].offices,
    )


def _word(sentence: Sentence, index: int) -> str:
    return sentence.folds[index] if index < len(sentence.folds) else ""


def _frame(
    rule: str,
    sentence: Sentence,
    endorsers: Sequence[Noun],
    candidates: Sequence[Noun],
    hedge: Hedge,
    cue: int,
    end: int,
) -> Frame:
    made: tuple[Actor, ...] = actors(sentence, list(endorsers))
    nouns = [*endorsers, *candidates]
    return Frame(
        rule,
        "supports",
        made,
        actors(sentence, list(candidates)),
        hedge,
        min([cue, *(n.first for n in nouns)]),
        max([end, *(n.last for n in nouns)]),
        cue,
    )
