"""Reads the wordings of ``constructions.tsv``: frames whose places a row of data describes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from kg.frames.chains import actors, noun_from, object_chain, subject_chain
from kg.frames.gates import scope_hedge, stronger
from kg.frames.making import make_frame
from kg.frames.model import Frame, Hedge
from kg.frames.subject import find_subject
from kg.lexicon import Construction, Element, Lexicon
from kg.model import Polarity
from kg.nouns import Noun, Sentence

POLARITIES: dict[str, Polarity] = {
    "act": "supports",
    "against": "opposes",
    "leave": "withdrawn",
    "lean": "expected",
}
_GAP = 3
_ADVERBS = 2
_OWN = frozenset(("his", "her", "their", "its", "my", "our"))
_TOO = frozenset(("too", "as", "well", "again", "already", "instead"))
_OBJECTS = frozenset(("him", "her", "them", "he", "she", "they"))
_MARKS = frozenset((",", ";", ":", ".", "!", "?", "-", "–", "—", '"', "(", ")", "“", "”", "'"))
_ENDS = _MARKS | {"and", "but", "too", "as", "this", "last", "while"}
_CHANGING = ("second", "2nd", "third", "3rd", "no", "not", "never", "without", "little")
_IMPASSABLE = _MARKS.union(_CHANGING)
_WEAKENING = frozenset(
    ("hardly", "barely", "scarcely", "reportedly", "allegedly", "supposedly", "there", "here")
)
_SHARED = frozenset(("for", "with", "to", "behind"))  # "stumping for Y and A for Z"
_NAMED = {
    "E": ("person", "organisation", "office", "group", "pronoun"),
    "C": ("person", "office", "pronoun", "place", "organisation"),
    "J": ("person", "organisation", "pronoun"),
}


@dataclass(frozen=True, slots=True)
class _Filled:
    """What a construction has matched so far: its slots, how far it reaches, what weakens it."""

    first: int
    last: int
    slots: dict[str, list[Noun]] = field(default_factory=dict)
    hedge: Hedge = ""


def read_constructions(sentence: Sentence, taken: set[int], lexicon: Lexicon) -> Iterator[Frame]:
    """The frames of the constructions whose anchor no other frame has ``taken``."""
    table = lexicon.constructions
    if table.keys().isdisjoint(sentence.folds):
        return
    done = set(taken)
    present = frozenset(sentence.folds)
    for at, word in enumerate(sentence.folds):
        if at in done or word not in table or _is_in_name(sentence, at):
            continue
        for construction in table[word]:
            possible = construction.may_stand_in(present)
            filled = _match(sentence, at, construction) if possible else None
            if filled is not None:
                yield _frame(sentence, at, construction, filled)
                done.update(range(filled.first, filled.last))
                break


def _is_in_name(sentence: Sentence, at: int) -> bool:
    noun = sentence.noun(at)
    return noun is not None and noun.kind in ("person", "organisation", "place")


def _frame(sentence: Sentence, at: int, one: Construction, filled: _Filled) -> Frame:
    who = filled.slots["E"]
    whom = filled.slots.get("C") or filled.slots.get("J", [])
    starts = [noun.first for noun in (*who, *whom)]
    hedge = stronger(filled.hedge, scope_hedge(sentence, min(starts, default=at)))
    return make_frame(
        "prose.construction",
        POLARITIES[one.frame],
        actors(sentence, who),
        actors(sentence, whom),
        hedge,
        (at if whom else min(at, filled.first), max(at + 1, filled.last)),
        one.force,
    )


def _match(sentence: Sentence, at: int, one: Construction) -> _Filled | None:
    start = _Filled(at, at + 1)
    for behind in _ahead(sentence, start, one.after):
        before = one.before
        if one.anchor.verb and before and before[0].kind == "slot":
            subject = find_subject(sentence, at)
            if subject.passive or not subject.chain:
                return None
            slot = before[0].slot
            if not all(_fits(noun, before[0]) for noun in subject.chain):
                return None
            first = min(noun.first for noun in subject.chain)
            slots = {**behind.slots, slot: list(subject.chain)}
            behind = replace(behind, slots=slots, first=min(first, at), hedge=subject.hedge)
            before = before[1:]
        found = _back(sentence, behind, before)
        if found is not None and not _only_pronouns(found):
            return found
    return None


def _only_pronouns(filled: _Filled) -> bool:
    """Whether nobody is named: "he had his support" leads nowhere."""
    return all(noun.kind == "pronoun" for several in filled.slots.values() for noun in several)


def _ahead(sentence: Sentence, so_far: _Filled, elements: tuple[Element, ...]) -> Iterator[_Filled]:
    """Every way in which ``elements`` match from token ``so_far.last`` on."""
    if not elements:
        yield so_far
        return
    element, rest = elements[0], elements[1:]
    if element.kind == "gap":
        for start in _within(sentence, so_far.last, _GAP, _is_plain):
            yield from _ahead(sentence, replace(so_far, last=start), rest)
        return
    if element.optional:
        yield from _ahead(sentence, so_far, rest)
    for start in _within(sentence, so_far.last, _ADVERBS, _is_adverb):
        reached = _one(sentence, replace(so_far, last=start), element)
        if reached is not None:
            yield from _ahead(sentence, reached, rest)
            return


def _within(
    sentence: Sentence, at: int, reach: int, passes: Callable[[Sentence, int], bool]
) -> Iterator[int]:
    """``at``, and what lies behind the words that may be passed, ``reach`` of them at most."""
    yield at
    for _ in range(reach):
        if at >= len(sentence.folds) or sentence.noun(at) is not None or not passes(sentence, at):
            return
        at += 1
        yield at


def _is_plain(sentence: Sentence, at: int) -> bool:
    return sentence.folds[at] not in _IMPASSABLE


def _is_adverb(sentence: Sentence, at: int) -> bool:
    """Whether the word at ``at`` may stand anywhere: "firmly", "now", but not "hardly"."""
    if sentence.folds[at] in _WEAKENING:
        return False
    plain = sentence.folds[at].endswith("ly") and not sentence.kinds[at]
    return plain or sentence.kinds[at] in ("adverb", "time")


def _one(sentence: Sentence, so_far: _Filled, element: Element) -> _Filled | None:
    at = so_far.last
    if element.kind == "end":
        return so_far if _ends(sentence, at) else None
    if at >= len(sentence.folds):
        return None
    if element.kind == "word":
        return replace(so_far, last=at + 1) if sentence.folds[at] in element.words else None
    if element.kind == "owner":
        return _owner(sentence, so_far, element)
    if element.kind == "slot":
        return _slot(sentence, so_far, element)
    return None


def _fits(noun: Noun, element: Element) -> bool:
    """Whether a phrase can stand in a slot; in that of a body no person, and no mere party."""
    if element.body:
        party = noun.body is not None and noun.body.kind == "party"
        return noun.kind == "organisation" and not party
    return noun.kind in _NAMED[element.slot]


def _slot(sentence: Sentence, so_far: _Filled, element: Element) -> _Filled | None:
    noun = noun_from(sentence, so_far.last)
    if noun is None or not _fits(noun, element):
        return None
    if noun.kind == "pronoun" and noun.name not in _OBJECTS:
        return None
    governing = sentence.folds[so_far.last - 1]
    chain = object_chain(sentence, noun, governing if governing in _SHARED else "")
    if element.slot == "C" and not _is_whole(sentence, chain[-1].last):
        return None
    return _with(so_far, element.slot, chain, chain[-1].last)


def _is_whole(sentence: Sentence, last: int) -> bool:
    """Whether the phrase for a candidate owns or describes nothing: not "Y's plan", "Y voters"."""
    if last >= len(sentence.folds):
        return True
    word = sentence.folds[last]
    if word in ("'s", "'", "-") or word.startswith("-"):
        return False
    if word in _TOO:
        return True
    described = not sentence.kinds[last] and sentence.noun(last) is None and word[0].isalpha()
    return not described or word.endswith("ly")


def _owner(sentence: Sentence, so_far: _Filled, element: Element) -> _Filled | None:
    at = so_far.last
    if sentence.folds[at] in _OWN and not element.body:
        own = Noun("pronoun", at, at + 1, name=sentence.folds[at])
        return _with(so_far, element.slot, [own], at + 1)
    noun = noun_from(sentence, at)
    if noun is None or not _fits(noun, element):
        return None
    if sentence.folds[noun.last : noun.last + 1] in (["'s"], ["'"]):
        return _with(so_far, element.slot, [noun], noun.last + 1)
    the = at and sentence.folds[noun.first - 1] == "the" and noun.kind == "person"
    return _with(so_far, element.slot, [noun], noun.last) if the else None  # "the Doe campaign"


def _with(so_far: _Filled, slot: str, chain: list[Noun], last: int) -> _Filled:
    return replace(so_far, last=last, slots={**so_far.slots, slot: chain})


def _ends(sentence: Sentence, at: int) -> bool:
    if at >= len(sentence.folds):
        return True
    return sentence.folds[at] in _ENDS or sentence.kinds[at] == "time"


def _back(sentence: Sentence, so_far: _Filled, elements: tuple[Element, ...]) -> _Filled | None:
    """How ``elements``, given from right to left, match before token ``so_far.first``."""
    if not elements:
        return so_far
    element, rest = elements[0], elements[1:]
    if element.kind == "gap":
        for first in _before(sentence, so_far.first, _GAP, _is_plain):
            found = _back(sentence, replace(so_far, first=first), rest)
            if found is not None:
                return found
        return None
    for first in _before(sentence, so_far.first, _ADVERBS, _is_adverb):
        reached = _one_back(sentence, replace(so_far, first=first), element)
        found = _back(sentence, reached, rest) if reached is not None else None
        if found is not None:
            return found
    return _back(sentence, so_far, rest) if element.optional else None


def _before(
    sentence: Sentence, first: int, reach: int, passes: Callable[[Sentence, int], bool]
) -> Iterator[int]:
    """``first``, and where the words before it begin that may be passed."""
    yield first
    for _ in range(reach):
        first -= 1
        if first < 0 or sentence.noun(first) is not None or not passes(sentence, first):
            return
        yield first


def _one_back(sentence: Sentence, so_far: _Filled, element: Element) -> _Filled | None:
    at = so_far.first - 1
    if element.kind == "begin":
        begins = at < 0 or sentence.folds[at] in _MARKS or sentence.kinds[at] == "and"
        return so_far if begins else None
    if at < 0:
        return None
    if element.kind == "word":
        return replace(so_far, first=at) if sentence.folds[at] in element.words else None
    if element.kind == "owner" and sentence.folds[at] in _OWN:
        own = Noun("pronoun", at, at + 1, name=sentence.folds[at])
        return replace(so_far, first=at, slots={**so_far.slots, element.slot: [own]})
    if element.kind == "owner":
        at -= sentence.folds[at] in ("'s", "'")
    noun = sentence.noun(at)
    if noun is None or not _fits(noun, element):
        return None
    chain = [noun] if element.kind == "owner" else subject_chain(sentence, noun)
    slots = {**so_far.slots, element.slot: chain}
    return replace(so_far, first=chain[0].first, slots=slots)


def _apposed(sentence: Sentence, at: int) -> Noun | None:
    """X in "the member for the valley, X, is": a name between two commas, ``at`` the second."""
    noun = sentence.noun(at - 1) if at and sentence.folds[at] == "," else None
    if noun is None or noun.kind != "person" or not noun.first:
        return None
    return noun if sentence.folds[noun.first - 1] == "," else None
