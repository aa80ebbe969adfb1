"""Which number in a sentence is whose: "X leads on 55 nominations, ahead of Y with 42"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.frames.clause.clauses import owns_matter
from kg.frames.places.subject import find_subject
from kg.lexicon import Lexicon
from kg.prose.numbers.beside import (
    backing_of,
    beside,
    fronted,
    on_side,
    signed_for,
    towards,
)
from kg.prose.numbers.scores import scored
from kg.prose.numbers.tallywords import is_gated, is_size, is_support_at, stands_in_race
from kg.words.nouns import Noun, Sentence
from kg.words.units import SUPPORT_UNIT

_SET_OFF = frozenset((",", "-", "–", "—", "("))
_NAMED = frozenset(("person", "pronoun"))
_HOLDING = frozenset(("on", "with", "at"))
_RANKED = frozenset(("after", "behind", "ahead", "beside"))
_SHARES = frozenset(
    ("third", "thirds", "half", "quarter", "quarters", "fifth", "fifths", "fraction", "majority")
)
_THEM = frozenset(("us", "them"))
_JOINING = frozenset((",", "and", "&", "plus", "of", "from"))
_JOINTS = 3
_PAIR = 2
_COUNTED_ON = frozenset(("there", "total", "tally", "count", "number"))
_ENDING = frozenset(("preposition", "and", "contrast", "be", "adverb", "time", "verb"))


@dataclass(frozen=True, slots=True)
class Tally:
    """A number and whose it may be, the likeliest first; ``shared`` when each of them has it."""

    number: Noun
    holders: tuple[Noun, ...]
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Numbers:
    """A sentence whose numbers are to be told.

    ``seen`` are the first tokens of those in frames, which are ``told`` or are to be left;
    ``speaking`` says that the sentence speaks of support, and ``going_on`` that a number was told
    by the sentence before; ``units`` are what was counted before.
    """

    sentence: Sentence
    lexicon: Lexicon
    seen: frozenset[int]
    told: frozenset[int]
    speaking: bool
    going_on: bool
    units: frozenset[str]


def read_tallies(numbers: Numbers) -> Iterator[Tally]:
    """The numbers of a sentence and whose they are, outside the frames that it states.

    Once one is told, a number directly behind a name is a count like that. A sentence that does not
    speak of support must say whose side they take who are counted.
    """
    sentence, lexicon = numbers.sentence, numbers.lexicon
    speaking = numbers.speaking
    last: Tally | None = None
    for noun in sentence.nouns:
        if noun.first in numbers.seen or not may_count(sentence, noun, lexicon):
            continue
        if is_size(sentence, noun):
            continue
        if sentence.folds[noun.first] == "all" and sentence.folds[noun.first - 1] in _SET_OFF:
            continue  # "A, B and C - all three former mayors -"
        chained = last is not None or any(first < noun.first for first in numbers.told)
        if last is not None and _joined(sentence, last.number, noun):
            holders = last.holders
        elif speaking:
            holders = _holders(sentence, noun, lexicon, chained=chained)
        else:
            holders = _siding(sentence, noun, lexicon)
        if not holders and _goes_on(numbers, noun):
            holders = _going_on(sentence, noun, lexicon)
        if holders:
            speaking = True
            last = Tally(noun, holders, _is_shared(sentence, noun, holders))
            yield last


def _is_shared(sentence: Sentence, number: Noun, holders: tuple[Noun, ...]) -> bool:
    """Whether all who have the number have it: "X and Y have 12 each", "X and Y have none"."""
    if len(holders) < _PAIR or holders[0].first > holders[1].first:
        return False  # one of several at choice, the nearest first
    after = sentence.folds[number.last : number.last + 1]
    return not number.count or after in (["each"], ["apiece"])


def _joined(sentence: Sentence, first: Noun, second: Noun) -> bool:
    """Whether two counted groups stand in one row: "55 MPs and 12 peers"."""
    between = sentence.folds[first.last : second.first]
    groups = first.kind == second.kind == "group"
    return groups and 0 < len(between) <= _JOINTS and all(word in _JOINING for word in between)


def _goes_on(numbers: Numbers, noun: Noun) -> bool:
    """Whether the number may count the same as those before it in the article."""
    if noun.kind == "number":
        return numbers.going_on
    after = numbers.sentence.folds[noun.last : noun.last + 1]
    kinds = numbers.sentence.kinds[noun.last : noun.last + 1]
    ends = not after or not after[0].isalnum() or kinds[0] in ("and", "contrast", "adverb")
    return ends and bool(noun.unit_role) and noun.unit in numbers.units


def _going_on(sentence: Sentence, number: Noun, lexicon: Lexicon) -> tuple[Noun, ...]:
    """Whose a number is that goes on counting: "Five are for X", "Y has one"."""
    being = sentence.kinds[number.last : number.last + 1] == ["be"]
    told = towards(sentence, number) if being else None
    if told is not None:
        return (told,)
    had = sentence.kinds[number.first - 1 : number.first] == ["have"]
    return _held(sentence, number, lexicon) if had else ()


def may_count(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether the phrase may be a count of supporters by what stands around it."""
    if noun.percent or not is_count(sentence, noun) or is_gated(sentence, noun, lexicon):
        return False
    if noun.kind == "number":
        return _stands_alone(sentence, noun)
    return not _is_to_come(sentence, noun, lexicon)


def _is_to_come(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether something is to be done with those counted: "two endorsements to announce"."""
    to = noun.kind == "group" and sentence.folds[noun.last : noun.last + 1] == ["to"]
    named = sentence.noun(noun.last + 1) is not None
    return to and not named and not is_support_at(sentence, noun.last, lexicon)


def is_count(sentence: Sentence, noun: Noun) -> bool:
    """Whether the phrase counts anything; "both" alone only takes up two who were named."""
    if noun.count is None or noun.kind not in ("number", "group"):
        return False
    before = sentence.folds[max(0, noun.first - 3) : noun.first]
    if "of" in before[-2:] and not _SHARES.isdisjoint(before):
        return False  # "a third of the 30 councillors"
    if noun.count == 1 and sentence.folds[noun.last + 1 : noun.last + 2] == ["another"]:
        return False  # "one party and another"
    if noun.count == 1 and sentence.folds[max(0, noun.first - 1)] == "every":
        return False  # "every one of them"
    if sentence.folds[noun.first] == "both":  # "X and Y, both members of the board,"
        named = sentence.noun(noun.first - 2) if sentence.folds[noun.first - 1] == "," else None
        return noun.kind == "group" and (named is None or named.kind != "person")
    return True


def _stands_alone(sentence: Sentence, noun: Noun) -> bool:
    """Whether nothing else is counted by the number: no noun follows it."""
    if sentence.folds[noun.first] == "one" and not _is_all_had(sentence, noun):
        return False
    before = sentence.noun(noun.first - 1)
    if before is not None and before.kind not in _NAMED and before.kind != "place":
        return False  # a number that belongs to a name: "Local 12"
    after = noun.last
    if after >= len(sentence.tokens):
        return True
    word = sentence.folds[after]
    following = sentence.noun(after)
    if following is not None and following.kind == "person":
        return sentence.is_owning(following.last)
    return not word[0].isalnum() or (sentence.kinds[after] in _ENDING and word != "of")


def _is_all_had(sentence: Sentence, noun: Noun) -> bool:
    """Whether "one" is what somebody has, at the end: "Y has one.", "X 12 and Y one."."""
    named = sentence.noun(noun.first - 1)
    had = sentence.kinds[noun.first - 1 : noun.first] == ["have"]
    had = had or (named is not None and named.kind == "person")
    after = sentence.folds[noun.last : noun.last + 1]
    return had and (not after or not after[0].isalnum())


def _siding(sentence: Sentence, number: Noun, lexicon: Lexicon) -> tuple[Noun, ...]:
    """Whose side those take whom the sentence counts, when it says nothing else of support."""
    if any(noun.kind == "group" and noun.unit_role for noun in sentence.nouns):
        told = scored(sentence, number, lexicon)
        if told is None and sentence.kinds[number.last : number.last + 1] == ["be"]:
            told = towards(sentence, number)  # "of the MPs 28 are for Y"
        if told is not None:
            return (told,)
    told = backing_of(sentence, number, lexicon) or signed_for(sentence, number)
    if told is not None:
        return (told,)
    if not number.unit_role and sentence.folds[number.last - 1] not in _THEM:
        return ()
    owner = on_side(sentence, number, lexicon) or fronted(sentence, number, lexicon)
    them = sentence.folds[number.last - 1] in _THEM
    if owner is None and (them or sentence.folds[number.last : number.last + 1] != ["for"]):
        owner = towards(sentence, number)
    return (owner,) if owner is not None else ()


def _holders(
    sentence: Sentence, number: Noun, lexicon: Lexicon, *, chained: bool
) -> tuple[Noun, ...]:
    """Whose the number is, by what stands beside it."""
    named = beside(sentence, number, lexicon, chained=chained)
    if named is not None:
        return (named,)
    if number.kind == "group" and number.unit != SUPPORT_UNIT:
        # "40 MPs" alone are nobody's, but somebody may lead with them or have them on board
        meant = stands_in_race(sentence, number, lexicon)
        meant = meant or is_support_at(sentence, number.last, lexicon)
        return _held(sentence, number, lexicon) if meant else ()
    for at in (number.last, number.first - 1):  # "17 nominations Y", "gave Y 17 nominations"
        touching = sentence.noun(at)
        if number.kind == "group" and touching is not None and _is_whose(sentence, touching):
            return (touching,)
    if chained and _adjacent(sentence, number):
        return _people_before(sentence, number)
    return _held(sentence, number, lexicon)


def _is_whose(sentence: Sentence, touching: Noun) -> bool:
    """Whether a number that touches the phrase is theirs: not in "one of her 12 backers"."""
    given = sentence.kinds[touching.first - 1 : touching.first] == ["verb"]
    return touching.kind == "person" or (touching.kind == "pronoun" and given)


def _adjacent(sentence: Sentence, number: Noun) -> bool:
    """Whether the number follows a name directly: "and Kate Lund seven", "to Y's 10"."""
    at = number.first - 1
    while at > 0 and (sentence.is_owning(at) or sentence.kinds[at] == "adverb"):
        at -= 1
    noun = sentence.noun(at)
    return noun is not None and noun.kind in _NAMED


def _people_before(sentence: Sentence, number: Noun) -> tuple[Noun, ...]:
    people = [n for n in sentence.nouns if n.kind == "person" and not owns_matter(sentence, n)]
    before = [n for n in people if n.last <= number.first]
    after = [n for n in people if n.first >= number.last]
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
        before = _before_other(sentence, sentence.noun(at - 1))
        if before is not None and before.kind in _NAMED:
            return (before,)
        verb = at - 1
    elif not _has(sentence, at, lexicon):
        return ()
    if verb < 0 or sentence.noun(verb) is not None:
        return _people_before(sentence, number)
    subject = find_subject(sentence, verb)
    if subject.hedge:
        return ()
    named = tuple(noun for noun in subject.chain if noun.kind in _NAMED or noun.kind == "office")
    return named or _people_before(sentence, number)


def _before_other(sentence: Sentence, noun: Noun | None) -> Noun | None:
    """The noun, or who is named before whom comes behind: Y in "Y after her on 57"."""
    if noun is None or noun.kind != "pronoun" or sentence.folds[noun.first - 1] not in _RANKED:
        return noun
    return sentence.noun(noun.first - 2)


def _has(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether the word before a number gives it to the subject: "has", "won", "there are"."""
    if sentence.kinds[at] == "have":
        return True
    for first in (at, at - 1):
        cue = lexicon.cues.at(sentence.folds, first) if first >= 0 else None
        if cue and first + cue.length == at + 1 and cue.value.frame in ("get", "winover"):
            return True
    return sentence.kinds[at] == "be" and sentence.folds[at - 1] in _COUNTED_ON
