"""Which number in a sentence is whose: "X leads on 55 nominations, ahead of Y with 42"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from kg.frames.chains import noun_from
from kg.frames.clauses import is_predicate
from kg.frames.subject import find_subject
from kg.lexicon import Lexicon
from kg.nouns import Noun, Sentence
from kg.prose.tallywords import is_gated, is_side, is_support_at, stands_in_race
from kg.units import SUPPORT_UNIT

_NAMED = frozenset(("person", "pronoun"))
_TOWARDS = frozenset(("for", "behind", "backing", "supporting"))
_HOLDING = frozenset(("on", "with", "at"))
_CLAUSE_ENDS = frozenset((",", ";", ":", "."))
_THEM = frozenset(("us", "them"))
_MARKS = frozenset((":", "-", "("))
_COUNTED_ON = frozenset(("there", "total", "tally", "count", "number"))
_ENDING = frozenset(("preposition", "and", "contrast", "be", "adverb", "time", "verb"))
_OPENING_REACH = 8
_SIDE_REACH = 9


@dataclass(frozen=True, slots=True)
class Tally:
    """A number and whose it may be, the likeliest first."""

    number: Noun
    holders: tuple[Noun, ...]


def read_tallies(
    sentence: Sentence, taken: Set[int], lexicon: Lexicon, *, speaking: bool
) -> Iterator[Tally]:
    """The numbers of a sentence and whose they are, outside the frames that it states.

    ``taken`` are the first tokens of numbers that a frame has: a number directly behind a name is a
    count like those. A sentence that is not ``speaking`` of support must say whose side they take.
    """
    chained = bool(taken)
    for noun in sentence.nouns:
        if noun.percent or noun.first in taken or not is_count(sentence, noun):
            continue
        if is_gated(sentence, noun, lexicon):
            continue
        if noun.kind == "number" and not _stands_alone(sentence, noun):
            continue
        if speaking:
            holders = _holders(sentence, noun, lexicon, chained=chained)
        else:
            holders = _siding(sentence, noun, lexicon)
        if holders:
            chained = speaking = True
            yield Tally(noun, holders)


def is_count(sentence: Sentence, noun: Noun) -> bool:
    """Whether the phrase counts anything; "both" alone only takes up two who were named."""
    if noun.count is None or noun.kind not in ("number", "group"):
        return False
    return noun.kind == "group" or sentence.folds[noun.first] != "both"


def _stands_alone(sentence: Sentence, noun: Noun) -> bool:
    """Whether nothing else is counted by the number: no noun follows it."""
    if sentence.folds[noun.first] == "one":
        return False
    beside = sentence.noun(noun.first - 1)
    if beside is not None and beside.kind not in _NAMED:
        return False  # a number that belongs to a name: "Local 12"
    after = noun.last
    if after >= len(sentence.tokens):
        return True
    word = sentence.folds[after]
    return not word[0].isalnum() or (sentence.kinds[after] in _ENDING and word != "of")


def _siding(sentence: Sentence, number: Noun, lexicon: Lexicon) -> tuple[Noun, ...]:
    """Whose side those take whom the sentence counts, when it says nothing else of support."""
    if any(noun.kind == "group" and noun.unit_role for noun in sentence.nouns):
        told = _scored(sentence, number, lexicon)
        if told is None and sentence.kinds[number.last : number.last + 1] == ["be"]:
            told = _towards(sentence, number)  # "of the MPs 28 are for Y"
        if told is not None:
            return (told,)
    if not number.unit_role and sentence.folds[number.last - 1] not in _THEM:
        return ()
    owner = _on_side(sentence, number, lexicon)
    if owner is None and sentence.folds[number.last : number.last + 1] != ["for"]:
        owner = _towards(sentence, number)
    return (owner,) if owner is not None else ()


def _holders(
    sentence: Sentence, number: Noun, lexicon: Lexicon, *, chained: bool
) -> tuple[Noun, ...]:
    """Whose the number is, by what stands beside it."""
    beside = (
        _backing_of(sentence, number, lexicon)
        or _towards(sentence, number)
        or _on_side(sentence, number, lexicon)
        or _opening(sentence, number)
        or _marked(sentence, number, chained=chained)
    )
    if beside is not None:
        return (beside,)
    if number.kind == "group" and number.unit != SUPPORT_UNIT:
        # "40 MPs" alone are nobody's, but somebody may lead with them or have them on board
        meant = stands_in_race(sentence, number, lexicon)
        meant = meant or is_support_at(sentence, number.last, lexicon)
        return _held(sentence, number, lexicon) if meant else ()
    for at in (number.last, number.first - 1):  # "17 nominations Y", "gave Y 17 nominations"
        touching = sentence.noun(at)
        if number.kind == "group" and touching is not None and touching.kind == "person":
            return (touching,)
    scored = _scored(sentence, number, lexicon)
    if scored is not None:
        return (scored,)
    if chained and _adjacent(sentence, number):
        return _people_before(sentence, number)
    return _held(sentence, number, lexicon)


def _towards(sentence: Sentence, number: Noun) -> Noun | None:
    """Y in "19 for Y", "28 are for Y", "40 MPs behind Y"."""
    at = number.last
    while at < len(sentence.kinds) and sentence.kinds[at] in ("be", "adverb", "have"):
        at += 1
    if at >= len(sentence.folds) or sentence.folds[at] not in _TOWARDS:
        return None
    if sentence.folds[at] == "behind" and not _counts_people(sentence, number):
        return None  # so many behind somebody is a distance
    found = noun_from(sentence, at + 1)
    if found is not None and found.kind == "pronoun" and _is_fronted(sentence, number):
        found = next((n for n in sentence.nouns if n.first > at and n.kind == "person"), found)
    return found if found is not None and found.kind in _NAMED else None


def _is_fronted(sentence: Sentence, number: Noun) -> bool:
    """Whether a "with" before the number opens a clause: "with 40 of us behind her, X ..."."""
    at = number.first - 1
    if at < 0 or sentence.folds[at] != "with":
        return False
    return not at or sentence.folds[at - 1] in ('"', ",") or sentence.kinds[at - 1] == "and"


def _backing_of(sentence: Sentence, number: Noun, lexicon: Lexicon) -> Noun | None:
    """Y in "Y's team claims the support of 60 MPs", "Y's campaign says it has the backing of"."""
    of = number.first - 1
    if number.kind != "group" or of < 1 or sentence.folds[of] not in ("of", "from"):
        return None
    if lexicon.support_nouns.at(sentence.folds, of - 1) is None:
        return None
    owners = [n for n in sentence.nouns if n.kind == "person" and n.last < of]
    owned = [noun for noun in owners if is_side(sentence, noun.last, lexicon)]
    return owned[0] if len(owners) == len(owned) == 1 else None


def _counts_people(sentence: Sentence, number: Noun) -> bool:
    return number.kind == "group" or sentence.folds[number.last - 1] in _THEM


def _on_side(sentence: Sentence, number: Noun, lexicon: Lexicon) -> Noun | None:
    """Y in "139 on Y's list of backers", "18 MPs were on Y's side", "six are in Y's camp"."""
    for at in range(number.last, min(number.last + _SIDE_REACH, len(sentence.folds) - 1)):
        noun = sentence.noun(at)
        if sentence.folds[at] in _CLAUSE_ENDS or (noun is not None and noun.kind == "person"):
            return None
        if sentence.folds[at] in ("on", "in", "among") or sentence.kinds[at] == "means":
            owner = sentence.noun(at + 1)
            if owner is not None and owner.kind == "person":
                return owner if is_side(sentence, owner.last, lexicon) else None
    return None


def _opening(sentence: Sentence, number: Noun) -> Noun | None:
    """Y in "With 63 nominations, Y leads"."""
    at = number.first - 1
    if at < 0 or sentence.folds[at] != "with":
        return None
    if number.kind == "group" and number.unit != SUPPORT_UNIT:
        return None
    if at and sentence.folds[at - 1] not in _CLAUSE_ENDS and not sentence.kinds[at - 1]:
        return None
    for comma in range(number.last, min(number.last + _OPENING_REACH, len(sentence.folds))):
        noun = sentence.noun(comma)
        if noun is not None and noun.kind == "person":
            return None
        if sentence.folds[comma] == ",":
            found = noun_from(sentence, comma + 1)
            leads = found is not None and is_predicate(sentence, found.last)
            return found if leads and found is not None and found.kind in _NAMED else None
    return None


def _marked(sentence: Sentence, number: Noun, *, chained: bool) -> Noun | None:
    """Y in "Y (28 MPs)", "Y: 28", "Y - 28 nominations"; a bare number in brackets may be an age."""
    at = number.first - 1
    if at < 1 or sentence.folds[at] not in _MARKS:
        return None
    after = sentence.folds[number.last] if number.last < len(sentence.folds) else ""
    beside = sentence.noun(at - 1)
    if after.isalnum() or beside is None or beside.kind != "person":
        return None
    return beside if number.kind == "group" or chained or sentence.folds[at] != "(" else None


def _scored(sentence: Sentence, number: Noun, lexicon: Lexicon) -> Noun | None:
    """Whose each side of a score is: "X leads Y 222 to 128 among the delegates"."""
    after, before = _side(sentence, number.last + 1), _side(sentence, number.first - 2)
    first, second = (number, after) if after is not None else (before, number)
    if first is None or second is None or sentence.folds[first.last : second.first] != ["to"]:
        return None
    rival = sentence.noun(first.first - 1)
    leader = sentence.noun(rival.first - 2) if rival is not None else None
    if rival is None or leader is None or {rival.kind, leader.kind} != {"person"}:
        return None
    if not stands_in_race(sentence, first, lexicon):
        return None
    return leader if first is number else rival


def _side(sentence: Sentence, at: int) -> Noun | None:
    noun = sentence.noun(at)
    return noun if noun is not None and noun.kind == "number" else None


def _adjacent(sentence: Sentence, number: Noun) -> bool:
    """Whether the number follows a name directly: "and Kate Lund seven", "to Y's 10"."""
    at = number.first - 1
    while at > 0 and (sentence.folds[at] in ("'s", "'") or sentence.kinds[at] == "adverb"):
        at -= 1
    noun = sentence.noun(at)
    return noun is not None and noun.kind in _NAMED


def _people_before(sentence: Sentence, number: Noun) -> tuple[Noun, ...]:
    before = [n for n in sentence.nouns if n.last <= number.first and n.kind == "person"]
    after = [n for n in sentence.nouns if n.first >= number.last and n.kind == "person"]
    return (*reversed(before), *after)


def _held(sentence: Sentence, number: Noun, lexicon: Lexicon) -> tuple[Noun, ...]:
    """Who has the number: "has 10", "is on 19", "leads with over a thousand"."""
    at = number.first - 1
    while at > 0 and (sentence.tokens[at].text in ('"', "“") or sentence.kinds[at] == "adverb"):
        at -= 1
    if at < 0:
        return ()
    verb = at
    if sentence.folds[at] in _HOLDING:
        beside = sentence.noun(at - 1)
        if beside is not None and beside.kind in _NAMED:
            return (beside,)
        verb = at - 1
    elif not _has(sentence, at, lexicon):
        return ()
    if verb < 0 or sentence.noun(verb) is not None:
        return _people_before(sentence, number)
    subject = find_subject(sentence, verb)
    if subject.hedge:
        return ()
    named = tuple(noun for noun in subject.chain if noun.kind in _NAMED)
    return named or _people_before(sentence, number)


def _has(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether the word before a number gives it to the subject: "has", "won", "there are"."""
    if sentence.kinds[at] == "have":
        return True
    if sentence.kinds[at] == "be":
        return sentence.folds[at - 1] in _COUNTED_ON
    for first in (at, at - 1):
        cue = lexicon.cues.at(sentence.folds, first) if first >= 0 else None
        if cue and first + cue.length == at + 1 and cue.value.frame in ("get", "winover"):
            return True
    return False
