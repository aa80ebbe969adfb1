"""Reads the wordings of ``constructions.tsv``: frames whose places a row of data describes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.frames.clause.gates import scope_hedge, stronger
from kg.frames.coordination.chains import actors
from kg.frames.making import make_frame
from kg.frames.model import Frame
from kg.frames.places.subject import find_subject
from kg.frames.verbal.elements import MARKS, Filled, fits, one, one_back
from kg.lexicon import Construction, Element, Lexicon
from kg.model import Polarity
from kg.words.nouns import Sentence
from kg.words.wordkinds import DENYING

POLARITIES: dict[str, Polarity] = {
    "act": "supports",
    "against": "opposes",
    "leave": "withdrawn",
    "lean": "expected",
}
_NEGATIONS = frozenset(("don't", "not"))
_CANDIDATES = frozenset(("candidate", "nominee", "flagbearer", "flag-bearer", "contender"))
_PREFERRED = frozenset(
    (
        *("preferred", "favoured", "favored", "endorsed", "best", "right", "only", "want", "wants"),
        *("back", "backs", "backed", "backing", "choice", "pick", "favourite", "favorite"),
    )
)
_TO_COME = frozenset(("will", "would", "'ll", "shall"))
_GAP = 3
_ASIDE = 9
_ADVERBS = 2
_CHANGING = ("second", "2nd", "third", "3rd", "no", "not", "never", "without", "little")
_IMPASSABLE = MARKS.union(_CHANGING)
_OWNING = frozenset(("'s", "'", "his", "her", "their"))
_LISTING = frozenset(("is", "are", "was", "were"))
_WEAKENING = frozenset(
    ("hardly", "barely", "scarcely", "reportedly", "allegedly", "supposedly", "there", "here")
)


def read_constructions(sentence: Sentence, taken: set[int], lexicon: Lexicon) -> Iterator[Frame]:
    """The frames of the constructions whose anchor no other frame has ``taken``."""
    table = lexicon.constructions
    done = set(taken)
    present = frozenset(sentence.folds)
    for at in sentence.places(table.keys()):
        possible = [] if at in done else table[sentence.folds[at]].standing_in(present)
        if not possible or _is_in_name(sentence, at):
            continue
        for construction in possible:
            if not _may_match(sentence, at, construction):
                continue
            filled = _match(sentence, at, construction)
            if filled is not None and not _is_own_ticket(sentence, filled):
                yield _frame(sentence, at, construction, filled)
                if "J" in filled.slots and "C" not in filled.slots:
                    yield _frame(sentence, at, construction, _exchanged(filled))
                done.update(range(filled.first, filled.last))
                break


def _is_own_ticket(sentence: Sentence, filled: Filled) -> bool:
    """Whether a party is only said to have a candidate: "Labour's candidate is X" backs nobody.

    Of one that is preferred or wanted more is said.
    """
    parties = [n for n in filled.slots["E"] if n.body is not None and n.body.kind == "party"]
    words = sentence.folds[filled.first : filled.last]
    bare = _CANDIDATES & set(words) and _PREFERRED.isdisjoint(words)
    return bool(parties) and len(parties) == len(filled.slots["E"]) and bool(bare)


def _exchanged(filled: Filled) -> Filled:
    """The same with those who join and those who are joined exchanged: one of them was told of."""
    slots = {**filled.slots, "E": filled.slots["J"], "J": filled.slots["E"]}
    return replace(filled, slots=slots)


def _is_in_name(sentence: Sentence, at: int) -> bool:
    """Whether the word is of a name; a title before it is none: "Team Doe"."""
    noun = sentence.noun(at)
    named = noun is not None and noun.kind in ("person", "organisation", "place")
    return named and noun is not None and at >= noun.name_first


def _frame(sentence: Sentence, at: int, one: Construction, filled: Filled) -> Frame:
    who, beside = filled.slots["E"], filled.slots.get("J", [])
    whom = filled.slots.get("C") or beside
    who = [*who, *beside] if "C" in filled.slots else who
    starts = [noun.first for noun in (*who, *whom)]
    first = min(starts, default=at)
    hedge = filled.hedge
    if not _denies(one):
        hedge = stronger(hedge, scope_hedge(sentence, first))
    own = bool(who) and all(noun.kind == "pronoun" for noun in who)  # "said she would"
    if not own and _is_foretold(sentence, first, filled.last):
        hedge = stronger(hedge, "conditional")
    return make_frame(
        "prose.construction",
        POLARITIES[one.frame],
        actors(sentence, who),
        actors(sentence, whom),
        hedge,
        (at if whom else min(at, filled.first), max(at + 1, filled.last)),
        one.force,
    )


def _denies(one: Construction) -> bool:
    """Whether the wording has its own negation: "don't vote Y, says X"."""
    return any(not _NEGATIONS.isdisjoint(part.words) for part in (*one.before, one.anchor))


def _is_foretold(sentence: Sentence, first: int, last: int) -> bool:
    """Whether somebody else says what will be: "the rival camp claims that X will go for Y"."""
    if _TO_COME.isdisjoint(sentence.folds[first:last]):
        return False
    at = first - 1 - (sentence.kinds[first - 1 : first] == ["determiner"])
    said = at - (sentence.folds[at : at + 1] == ["that"])
    return said > 0 and sentence.kinds[said] == "speech"


def _may_match(sentence: Sentence, at: int, one: Construction) -> bool:
    """Whether the words that must stand beside the anchor do: the cheap question."""
    folds, reach = sentence.folds, 1 + _ADVERBS
    first, *others = one.after or (None,)
    if first is not None and first.kind == "gap" and others:
        first, reach = others[0], reach + _GAP
    if first is not None and first.kind == "word" and not first.optional:
        ahead = folds[at + 1 : at + 1 + reach]
        if first.words.isdisjoint(ahead) and "," not in ahead:
            return False
    if not one.before or one.before[0].kind != "word" or one.before[0].optional:
        return True
    return not one.before[0].words.isdisjoint(folds[max(0, at - 1 - _ADVERBS) : at])


def _match(sentence: Sentence, at: int, one: Construction) -> Filled | None:
    start = Filled(at, at + 1)
    for behind in _ahead(sentence, start, one.after):
        before = one.before
        if one.anchor.verb and before and before[0].kind == "slot":
            subject = find_subject(sentence, at)
            passive = subject.passive and not sentence.folds[at].endswith("ing")
            if passive or not subject.chain or _is_inverted(sentence, at, behind.last):
                return None
            slot = before[0].slot
            if not all(fits(noun, before[0]) for noun in subject.chain):
                return None
            first = min(noun.first for noun in subject.chain)
            slots = {**behind.slots, slot: list(subject.chain)}
            behind = replace(behind, slots=slots, first=min(first, at), hedge=subject.hedge)
            before = before[1:]
        found = _back(sentence, behind, before)
        if found is not None and not _only_pronouns(found):
            return found
    return None


def _is_inverted(sentence: Sentence, at: int, end: int) -> bool:
    """Whether those who act stand behind it all: "Lining up for Y are A and B"."""
    ahead = sentence.folds[end : end + 1]
    return sentence.folds[at].endswith("ing") and bool(ahead) and ahead[0] in _LISTING


def _only_pronouns(filled: Filled) -> bool:
    """Whether nobody is named: "he had his support" leads nowhere."""
    return all(noun.kind == "pronoun" for several in filled.slots.values() for noun in several)


def _ahead(sentence: Sentence, so_far: Filled, elements: tuple[Element, ...]) -> Iterator[Filled]:
    """Every way in which ``elements`` match from token ``so_far.last`` on."""
    if not elements:
        yield so_far
        return
    element, rest = elements[0], elements[1:]
    if element.kind == "gap":
        for start in _within(sentence, so_far.last, _GAP, _is_plain):
            yield from _ahead(sentence, so_far.up_to(start), rest)
        return
    if element.optional:
        yield from _ahead(sentence, so_far, rest)
    for start in _starts(sentence, so_far.last):
        following = rest[0].words if rest and rest[0].kind == "word" else frozenset()
        reached = one(sentence, so_far.up_to(start), element, following)
        if reached is not None:
            yield from _ahead(sentence, reached, rest)
            return


def _starts(sentence: Sentence, at: int) -> Iterator[int]:
    """Where what a construction goes on with may begin: past adverbs, past words set off."""
    yield from _within(sentence, at, _ADVERBS, _is_adverb)
    if sentence.folds[at : at + 1] == [","]:
        for close in range(at + 2, min(at + _ASIDE, len(sentence.folds))):
            if sentence.folds[close] == ",":
                yield close + 1
            if sentence.folds[close] in MARKS or _is_named(sentence, close):
                return


def _within(
    sentence: Sentence, at: int, reach: int, passes: Callable[[Sentence, int], bool]
) -> Iterator[int]:
    """``at``, and what lies behind the words that may be passed, ``reach`` of them at most."""
    yield at
    for _ in range(reach):
        if at >= len(sentence.folds) or _is_named(sentence, at) or not passes(sentence, at):
            return
        at += 1
        yield at


def _is_named(sentence: Sentence, at: int) -> bool:
    """Whether a phrase stands at ``at`` that names somebody.

    Numbers do not, "urges its 40,000 members to", nor an office of hers: "Y's honorary co-chair".
    """
    noun = sentence.noun(at)
    if noun is None or noun.kind in ("number", "group"):
        return False
    return noun.kind != "office" or sentence.folds[noun.first - 1] not in _OWNING


def _is_plain(sentence: Sentence, at: int) -> bool:
    return sentence.folds[at] not in _IMPASSABLE and sentence.kinds[at] not in DENYING


def _is_adverb(sentence: Sentence, at: int) -> bool:
    """Whether the word at ``at`` may stand anywhere: "firmly", "now", but not "hardly"."""
    if sentence.folds[at] in _WEAKENING:
        return False
    plain = sentence.folds[at].endswith("ly") and not sentence.kinds[at]
    return plain or sentence.kinds[at] in ("adverb", "time")


def _is_between(sentence: Sentence, at: int) -> bool:
    """Whether the word at ``at`` may stand before "be": an adverb, the "has" of "has been"."""
    return sentence.kinds[at] in ("have", "modal", "be") or _is_adverb(sentence, at)


def _back(sentence: Sentence, so_far: Filled, elements: tuple[Element, ...]) -> Filled | None:
    """How ``elements``, given from right to left, match before token ``so_far.first``."""
    if not elements:
        return so_far
    element, rest = elements[0], elements[1:]
    if element.kind == "gap":
        for first in _before(sentence, so_far.first, _GAP, _is_plain):
            found = _back(sentence, so_far.back_to(first), rest)
            if found is not None:
                return found
        return None
    verb = sentence.kinds[so_far.first] == "be" or sentence.folds[so_far.first].endswith("ing")
    passes = _is_between if verb and element.kind != "begin" else _is_adverb
    for first in _before(sentence, so_far.first, _ADVERBS, passes):
        reached = one_back(sentence, so_far.back_to(first), element)
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
        if first < 0 or _is_named(sentence, first) or not passes(sentence, first):
            return
        yield first
