"""Subjects with words set off behind them: "X, who ..., backs Y", "two MPs, X and Z, back Y"."""

from __future__ import annotations

from kg.frames.clause.clauses import ACTING, VERBAL, is_governed, opens_clause
from kg.frames.clause.clauses import before as word_before
from kg.frames.clause.gates import scope_hedge
from kg.frames.coordination.chains import (
    chain_left,
    chain_right,
    subject_chain,
)
from kg.frames.coordination.described import PARTS, described_by, part_of_body
from kg.frames.coordination.joints import before_description
from kg.frames.coordination.loose import names_within
from kg.frames.coordination.members import first_of_some, with_members
from kg.frames.coordination.whence import is_kin, named_before, past_bracket
from kg.frames.model import NOBODY, Subject
from kg.frames.places.allies import with_allies
from kg.frames.places.ownvoice import own_body
from kg.frames.places.setoff import beside, closes, set_off_in
from kg.words.nouns import Noun, Sentence

_GROUPED = 3
_NAMED = ("person", "organisation")
_OPENING = {")": "(", "-": "-", "–": "–", "—": "—"}
_SIGNING = frozenset(("we", "i"))
_DASHES = frozenset(("-", "–", "—"))
_OWN = frozenset(("its", "our"))


def across_parenthesis(sentence: Sentence, at: int) -> Subject:
    """The phrase before the words set off: "X, who ..., backs Y", "X (place), backs Y"."""
    around = _past_relative(sentence, at)
    if around is not None:
        return Subject((around,), False, scope_hedge(sentence, around.first))
    described = _described_last(sentence, at) or _of_group(sentence, at) or _allied(sentence, at)
    if described:
        return Subject(described, False, scope_hedge(sentence, described[0].first))
    return _across(sentence, at)


def between_dashes(sentence: Sentence, at: int) -> Subject:
    """The phrase before words between dashes that name nobody, or all those whom it counts.

    "X - a former mayor - backs Y", "two unions - A and B - back Y".
    """
    opening = next((i for i in range(at - 1, 0, -1) if sentence.folds[i] in _DASHES), 0)
    inside = [n for n in sentence.nouns if opening < n.first < at]
    if not opening:
        return NOBODY
    if not any(noun.kind in ("person", "organisation") for noun in inside):
        return _across(sentence, at)
    group = sentence.noun(opening - 1)
    allied = with_allies(sentence, opening, at)
    if allied:
        return Subject(allied, False, scope_hedge(sentence, allied[0].first))
    if group is None or group.kind != "group" or group.count is None:
        return NOBODY
    named = names_within(sentence, opening + 1, at)  # "each of two unions - A and B - has"
    return Subject((group, *named), False, scope_hedge(sentence, group.first))


def _across(sentence: Sentence, at: int) -> Subject:
    opening = _OPENING.get(sentence.folds[at], ",")
    if sentence.folds[at - 2 : at] == ["among", "them"]:
        named = sentence.noun(at - 3)
        return Subject(tuple(chain_left(sentence, named)), False, "") if named else NOBODY
    some = _some_of(sentence, at) if opening == "," else None
    if some is not None:
        return some
    for before in range(at - 1, 0, -1):
        if sentence.folds[before] != opening:
            continue
        noun = _whose_place(sentence, before - 1)
        unnamed = _unnamed(sentence, before, at) if noun is None else None
        if unnamed is not None:
            return unnamed
        set_off = set_off_in(sentence, before + 1, at)
        if set_off and opening in (",", "(") and _only_describes(sentence, noun):
            return Subject(set_off, False, "")  # "the rival for the leadership, X, backs Y"
        if noun is not None and noun.kind == "group" and is_governed(sentence, noun):
            return NOBODY  # "three out of four peers, it is said, back Y"
        noun = _acting(sentence, noun)
        if noun is not None:
            chain = (
                *subject_chain(sentence, noun),
                *(set_off or beside(sentence, before + 1, at)),
            )
            if noun.kind == "group":
                chain = tuple(with_members(sentence, list(chain)))
            return Subject(chain, False, scope_hedge(sentence, chain[0].first))
    return NOBODY


def _unnamed(sentence: Sentence, comma: int, at: int) -> Subject | None:
    """Who does it where no name stands before the comma: "Party elders, led by X, back Y"."""
    leaders = beside(sentence, comma + 1, at)
    if leaders:
        return Subject(leaders, False, "")
    return _of_relative(sentence, comma - 1) if _is_parted(sentence, comma) else None


def _is_parted(sentence: Sentence, comma: int) -> bool:
    """Whether what is set off tells how it is known: "the peers, it is said,", "who, I hear,"."""
    return sentence.folds[comma + 1] == "it" or sentence.kinds[comma - 1] == "relative"


def _of_relative(sentence: Sentence, at: int) -> Subject:
    """X in "X who, it is said, backs Y"; nobody when no name stands before a "who" at ``at``."""
    if sentence.kinds[at] != "relative":
        return NOBODY
    noun = sentence.noun(at - 1 - (sentence.folds[at - 1] == ","))
    return Subject((noun,), False, "") if noun is not None and noun.kind in _NAMED else NOBODY


def _past_relative(sentence: Sentence, at: int) -> Noun | None:
    """X in "X, who beat his rival, Z, in May, backs Y": the clause has commas of its own.

    The comma before the verb is at ``at``; the clause has not closed at one before it.
    """
    for who in range(at - 1, 1, -1):
        word = sentence.folds[who]
        if sentence.kinds[who] == "relative" and word in ("who", "which", "whose"):
            noun = _whose_place(sentence, who - 2) if sentence.folds[who - 1] == "," else None
            if word == "whose" and VERBAL.isdisjoint(sentence.kinds[who + 1 : at]):
                return sentence.noun(at - 1)  # "X, whose mother, Z, backs Y"
            inside = "," in sentence.folds[who:at]
            opens = noun is not None and noun.kind in _NAMED and opens_clause(sentence, noun)
            return noun if inside and opens else None
        closes = word == "," and sentence.kinds[who + 1] in ("have", "be", "modal", "do", "verb")
        closes = closes and not _is_named_owned(sentence, who)
        apart = sentence.tokens[who - 1].end < sentence.tokens[who].start  # not of "54-member"
        parts = word in (";", ":") or (word in _DASHES and apart)
        if closes or parts or sentence.kinds[who] == "contrast":
            return None
    return None


def _is_named_owned(sentence: Sentence, comma: int) -> bool:
    """Whether a comma closes the name of somebody's own: "X, whose mother, Z, was a judge"."""
    named = sentence.noun(comma - 1)
    if named is None or named.kind != "person" or sentence.folds[named.first - 1] != ",":
        return False
    return "whose" in sentence.folds[max(0, named.first - _GROUPED - 1) : named.first]


def _allied(sentence: Sentence, at: int) -> tuple[Noun, ...]:
    """A body and the allies named behind it, between commas of which the last is at ``at``."""
    if sentence.folds[at] != ",":
        return ()
    commas = (i for i in range(at - 1, 0, -1) if sentence.folds[i] == ",")
    return next((found for i in commas if (found := with_allies(sentence, i, at))), ())


def _only_describes(sentence: Sentence, noun: Noun | None) -> bool:
    """Whether the phrase before the comma ends what somebody is: "Candidate of the X (ABC), Y"."""
    if noun is None or noun.kind == "number":
        return True  # "one of the four, X, backs Y"
    first = sentence.noun(0) or sentence.noun(1)
    told = "relation" in sentence.kinds[: noun.first] or (
        first is not None and first.kind == "office"
    )
    opens = {"verb", "have", "be", "speech"}.isdisjoint(sentence.kinds[: noun.first])
    whose = noun.kind == "organisation" or (noun.kind == "person" and is_kin(sentence, noun))
    return told and opens and whose and is_governed(sentence, noun)


def _acting(sentence: Sentence, noun: Noun | None) -> Noun | None:
    """The phrase as a subject; of "the Anytown branch of X" the whole."""
    if noun is not None and sentence.folds[noun.first] in _OWN:
        return noun  # "its committee"
    if noun is not None and noun.kind == "pronoun" and noun.name in _SIGNING:
        return noun  # "We, the undersigned, urge"
    if noun is None or noun.kind not in ACTING:
        return None
    if not is_governed(sentence, noun):
        return noun
    return part_of_body(sentence, word_before(sentence, noun), noun)


def _some_of(sentence: Sentence, at: int) -> Subject | None:
    """Those named of many: "several MPs, including A, B and C, back Y", "X, like Z, backs Y"."""
    for before in range(at - 1, 0, -1):
        if sentence.folds[before] != ",":
            continue
        first = first_of_some(sentence, before + 1)
        some = chain_right(sentence, first) if first is not None else []
        if not some or not closes(sentence, some[-1].last, at):
            continue
        noun = _whose_place(sentence, before - 1)
        whole = noun is not None and (noun.kind == "person" or noun.count is not None)
        whole = whole or (noun is not None and _is_like(sentence, before, noun))
        beside = noun if whole else None  # "40 MPs, including Z, back Y" counts the 40 too
        both = (beside, *some) if beside is not None else tuple(some)
        opens = noun.first if noun is not None else before
        hedge = "negated" if _of_none(sentence, before) else scope_hedge(sentence, opens)
        return Subject(both, False, hedge)
    return None


def _of_none(sentence: Sentence, end: int) -> bool:
    """Whether those before token ``end`` are nobody: "none of the MPs", "no member of the club"."""
    for at in range(end - 1, -1, -1):
        noun = sentence.noun(at)
        if sentence.folds[at] in (",", ";", ":") or sentence.kinds[at] in VERBAL - {"negation"}:
            return False
        if noun is not None and noun.count is not None:
            return not noun.count
        if sentence.kinds[at] == "negation":
            return True
    return False


def _whose_place(sentence: Sentence, at: int) -> Noun | None:
    """The phrase that ends at token ``at``, or that from whose place it is: "X of Ohio"."""
    bracket = past_bracket(sentence, at, -1)  # "X (ABC), on the other hand, backs Y"
    noun = sentence.noun(at if bracket is None else bracket)
    if noun is None and sentence.folds[at] in PARTS:
        return own_body(sentence, at)  # "its committee, which met today, backs Y"
    if noun is None and sentence.kinds[at] == "body":
        return described_by(sentence, at)  # "the union, as expected, backs Y"
    if noun is None or noun.kind != "place" or sentence.kinds[noun.first - 1] != "preposition":
        return noun
    named = sentence.noun(noun.first - 2)
    return named if named is not None and named.kind == "person" else noun


def _of_group(sentence: Sentence, at: int) -> tuple[Noun, ...]:
    """A group and all whom it is, set behind it: "five MPs, A, B, C, D and E, back Y"."""
    last = named_before(sentence, at) if sentence.folds[at] == "," else None
    if last is None or last.kind not in ("person", "organisation"):
        return ()
    chain = chain_left(sentence, last)
    group = chain[0].kind == "group" and len(chain) > _GROUPED
    return tuple(chain) if group and not is_governed(sentence, chain[0]) else ()


def _described_last(sentence: Sentence, at: int) -> tuple[Noun, ...]:
    """X and Z in "X, and her deputy, Z, back Y": the last of them is described before the name."""
    last = sentence.noun(at - 1)
    if last is None or last.kind != "person" or not last.first:
        return ()
    joint = before_description(sentence, last.first - 1)
    if joint is None or sentence.folds[joint] == ",":
        return ()
    joint -= sentence.folds[joint - 1] == ","
    first = sentence.noun(joint - 1)
    if first is None or first.kind != "person" or not opens_clause(sentence, first):
        return ()
    return (*chain_left(sentence, first), last)


def _is_like(sentence: Sentence, comma: int, noun: Noun) -> bool:
    """Whether those set off are likened to a person or body, and no members of it."""
    likened = sentence.folds[comma + 1] == "like" and noun.kind == "organisation"
    return noun.kind == "person" or likened
