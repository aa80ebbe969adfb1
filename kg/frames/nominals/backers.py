"""Words for supporters: "X's backers include A and B", "A, a supporter of X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.frames.clause.gates import stronger
from kg.frames.coordination.chains import chain_left, noun_from, object_chain
from kg.frames.coordination.members import of_unnamed, some_named
from kg.frames.coordination.strung import strung_from
from kg.frames.model import Frame, Hedge
from kg.frames.nominals.apposed import apposed_before
from kg.frames.places.atmarks import another, named_at_mark
from kg.frames.places.bids import past_bid
from kg.frames.places.opened import EARLIER, described_behind
from kg.frames.places.subject import find_subject
from kg.frames.places.supporting import (
    counted_group,
    governing_verb,
    owner_of,
    phrases_after,
    possessor,
    support_frame,
    word_at,
)
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_MEMBERS = (
    "include",
    "includes",
    "included",
    "including",
    "are",
    "is",
    "were",
    "was",
    "remains",
    "remain",
    ":",
)
_NAME = 2  # words
_LIKE = ("like", "such")
_GIVING = (["one", "from"], ["one", "by"], ["those", "from"], ["those", "of"], ["that", "of"])
_PAST = frozenset(("former", "ex", "one-time", "onetime", "erstwhile", "sometime"))
_INCLUDING = frozenset(("include", "includes", "included"))
_MARKS = frozenset((",", ".", ";", ")", ""))
_SOME = ["among", "them"]
_RANGING = frozenset(("range", "ranges", "ranged", "ranging", "run", "stretch"))
_ASIDE = 16  # what may be said of the first of "from A - who ... - to B"
_OWNER_REACH = 5
_PURPOSE = 8  # words that say what somebody is supported for: "in the race for governor"
_OWN = {"his": "his", "her": "her"}
_NAMED = ("person", "organisation")


def is_enumerating(sentence: Sentence, at: int) -> bool:
    """Whether what follows names those who gave their support: "endorsements include"."""
    return word_at(sentence, at) in _INCLUDING


def read_backers(sentence: Sentence, index: int, end: int, lexicon: Lexicon) -> Iterator[Frame]:
    """The frame of a word for supporters at ``index``: whose they are, and who they are."""
    verb = governing_verb(sentence, index, lexicon)
    counted = counted_group(sentence, index)
    owner = owner_of(sentence, max(-1, index - _OWNER_REACH), index)
    if verb is not None and verb[1] == "get" and counted:
        subject = find_subject(sentence, verb[0])
        if subject.chain:
            refined = [_refined(sentence, counted, end)]
            yield support_frame(
                "prose.receiving", sentence, refined, subject.chain, subject.hedge, (verb[0], end)
            )
            named = _set_off(sentence, end) or named_at_mark(sentence, end)
            if named:  # "Y has two backers, A and B"
                cue = (verb[0], end)
                yield support_frame(
                    "prose.backers", sentence, named, subject.chain, subject.hedge, cue
                )
            return
    candidates = _supported(sentence, index, end, owner)
    told = _set_off(sentence, end) or named_at_mark(sentence, end)
    if not candidates and verb is not None and verb[1] == "get" and told:
        subject = find_subject(sentence, verb[0])  # "Y has key supporters, A and B"
        candidates = [] if subject.hedge else list(subject.chain)
    if candidates:
        after = max(end, candidates[-1].last, past_bid(sentence, candidates[-1], lexicon.bid_words))
        yield from _of_backers(sentence, candidates, counted, (index, end, after))
    elif _is_another(sentence, index):
        yield from _of_the_same(sentence, index, end)


def _is_another(sentence: Sentence, index: int) -> bool:
    """Whether "another" stands before the word at ``index`` and what describes it."""
    at = index - 1
    while at > 0 and sentence.kinds[at] in ("", "relation", "adverb") and sentence.noun(at) is None:
        if sentence.folds[at] == "another":
            break
        at -= 1
    return word_at(sentence, at) == "another"


def _of_the_same(sentence: Sentence, index: int, end: int) -> Iterator[Frame]:
    """A of "A is another backer", "another key backer is A": of whom was spoken before."""
    described = apposed_before(sentence, index)
    named = _members(sentence, end) or (described.chain if described else ())
    hedge: Hedge = described.hedge if described else ""
    if named:
        frame = support_frame("prose.backers", sentence, named, [], hedge, (index, end))
        yield replace(frame, kind="among")


def _supported(sentence: Sentence, index: int, end: int, owner: Noun | None) -> list[Noun]:
    """Whose supporters they are: "X's", "of X", "her"; or "X supporters"."""
    if owner:
        return chain_left(sentence, owner)
    found = phrases_after(sentence, end, ("of",))
    if found:
        return found
    pronoun = possessor(sentence, index, _OWN)
    beside = sentence.noun(index - 1)
    if pronoun is None and beside is not None and beside.kind == "person":
        return [beside] if _is_attribute(sentence, beside) else []
    return [pronoun] if pronoun is not None else []


def _is_attribute(sentence: Sentence, name: Noun) -> bool:
    """Whether a name directly before "supporters" says whose: it is not the subject of a clause."""
    return name.first == 0 or sentence.folds[name.first - 1] not in (",", "and")


def _of_backers(
    sentence: Sentence, candidates: list[Noun], counted: Noun | None, where: tuple[int, int, int]
) -> Iterator[Frame]:
    """X's backers include A and B; A, a supporter of X; X's backer A; 12 supporters of X.

    ``where`` are the first token of the word for supporters, that behind it, and that behind X.
    """
    index, end, after = where
    named = _members(sentence, after) or named_at_mark(sentence, after)
    telling = sentence.kinds[after : after + 1] == ["speech"]  # "40 back Y, her supporters claim"
    described = None if telling else apposed_before(sentence, min(index, candidates[0].first))
    first = min(index, candidates[0].first)
    likely = _kind(sentence, first - 1)
    hedge: Hedge = stronger("", likely) if likely in ("expectation", "tentative") else ""
    opened = described_behind(sentence, index, first, after)
    rule = "prose.backers"
    if opened and not described:
        backers: Sequence[Noun] = opened
        rule = "prose.backer-of"
    elif named:
        backers = named
    elif described:
        backers, rule = described.chain, "prose.backer-of"
        hedge = described.hedge or hedge
    else:
        backers = [counted] if counted and counted.count is not None else []
    frame = support_frame(rule, sentence, backers, candidates, hedge, (index, end))
    past = _is_past(sentence, index) or _is_left(sentence, candidates[0])
    past = past or bool(opened and not EARLIER.isdisjoint(sentence.folds[:first]))
    yield replace(frame, polarity="withdrawn", kind="choose") if past else frame


def _kind(sentence: Sentence, at: int) -> str:
    return sentence.kinds[at] if at >= 0 else ""


def _is_left(sentence: Sentence, candidate: Noun) -> bool:
    """Whether "former" before a candidate is of the supporters, and not of an office of hers."""
    office = (
        candidate.last - candidate.first > _NAME and word_at(sentence, candidate.first) in _PAST
    )
    return not office and _is_past(sentence, candidate.first)


def _is_past(sentence: Sentence, at: int) -> bool:
    """Whether the word at ``at`` is about somebody who supports no longer: "former supporter"."""
    return word_at(sentence, at - 1) in _PAST or word_at(sentence, at) in _PAST


def _members(sentence: Sentence, at: int) -> list[Noun]:
    """Who the supporters are: "include A and B", or the name set beside the word, "backers, A"."""
    at = _past_purpose(sentence, at)
    while at < len(sentence.folds) and sentence.kinds[at] in ("adverb", "time"):
        at += 1  # "her only backer so far is"
    word = word_at(sentence, at)
    if word in _RANGING and word_at(sentence, at + 1) == "from":
        return _ranging(sentence, at + 2)
    if word == "such" or (word == "," and word_at(sentence, at + 1) in _LIKE):
        some = some_named(sentence, at + (word == ","))
        return [] if some and word_at(sentence, some[-1].last) in ("'s", "'") else some
    if word in _MEMBERS:
        at += 1
    elif word == "," and (series := _set_off(sentence, at)):
        return series
    elif word == "," and (word_at(sentence, at + 1) in ("the", "including")):
        at += 1
        at += word_at(sentence, at) == "including"
    elif word == "," and sentence.folds[at + 1 : at + 3] == _SOME:
        at += 3  # "her backers, among them A and B, say"
    elif sentence.noun(at) is None:
        return []
    return _named_at(sentence, at, including=word in _INCLUDING)


def _named_at(sentence: Sentence, at: int, *, including: bool) -> list[Noun]:
    """Those whom the phrase at ``at`` names, or the group that it begins with."""
    given = sentence.folds[at : at + 2] in _GIVING  # "include one from A and another from B"
    named = _behind_office(sentence, noun_from(sentence, at + 2 * given))
    if given and named is not None and named.kind in _NAMED:
        return [*object_chain(sentence, named), *another(sentence, named.last)]
    if named is None and including:
        return of_unnamed(sentence, at)  # "include big names such as A"
    if named is not None and named.kind == "group":  # "include former mayors A and B"
        chain = object_chain(sentence, named)
        beside = len(chain) > 1 and chain[1].first == named.last
        return chain if beside else strung_from(sentence, named)[0]
    if named is None or named.kind not in _NAMED:
        return []
    return [named, *object_chain(sentence, named)[1:]]


def _behind_office(sentence: Sentence, named: Noun | None) -> Noun | None:
    """The person behind an office, who holds it too: "the Anytown MP, X", "chair and whip X"."""
    while named is not None and named.kind == "office":
        mark = word_at(sentence, named.last)
        behind = sentence.noun(named.last + (mark in (",", "and")))
        if behind is None or behind.kind != "person" or (mark == "and" and not behind.offices):
            break
        named = replace(behind, offices=(*named.offices, *behind.offices))
    return named


def _set_off(sentence: Sentence, at: int) -> list[Noun]:
    """A and B in "Y's supporters, A and B, said", set off between two marks.

    With no mark behind them they open a clause: "before Y's supporters, A and B spoke".
    """
    named = sentence.noun(at + 1) if word_at(sentence, at) == "," else None
    if named is None or named.kind != "person":
        return []
    chain = object_chain(sentence, named)
    after = chain[-1].last
    closed = word_at(sentence, after) in _MARKS or sentence.folds[after : after + 2] == _SOME
    return chain if len(chain) > 1 and closed else []


def _ranging(sentence: Sentence, at: int) -> list[Noun]:
    """A and B in "range from A to B", "from A and C to B"."""
    first = noun_from(sentence, at)
    if first is None or first.kind not in _NAMED:
        return []
    low = object_chain(sentence, first)
    for index in range(low[-1].last, min(low[-1].last + _ASIDE, len(sentence.folds) - 1)):
        if sentence.folds[index] == "to":
            last = noun_from(sentence, index + 1)
            named = last is not None and last.kind in _NAMED
            return [*low, *object_chain(sentence, last)] if last is not None and named else low
    return low


def _past_purpose(sentence: Sentence, at: int) -> int:
    """Past what somebody is supported for, "in the race for governor", if the names follow it."""
    if at >= len(sentence.kinds) or sentence.kinds[at] != "preposition":
        return at
    for index in range(at, min(at + _PURPOSE, len(sentence.folds))):
        noun = sentence.noun(index)
        if sentence.folds[index] in _MEMBERS:
            return index
        if sentence.folds[index] == "," or (noun is not None and noun.kind == "person"):
            return at
    return at


def _refined(sentence: Sentence, counted: Noun, end: int) -> Noun:
    """The group with the unit that follows: "150 backers among Labour councillors"."""
    among = phrases_after(sentence, end, ("among", "from"))
    if not among or among[0].kind != "group" or among[0].count is not None:
        return counted
    one = among[0]
    return replace(
        counted,
        last=one.last,
        unit=one.unit,
        unit_role=one.unit_role,
        offices=one.offices,
        definite=False,
    )
