"""What stands beside a number and says whose it is: "19 for Y", "Y (28)", "in Y's camp"."""

from __future__ import annotations

from kg.frames.clause.clauses import is_predicate, subjects_before
from kg.frames.coordination.chains import chain_left, noun_from
from kg.frames.coordination.nounfrom import of_hers
from kg.frames.places.subject import find_subject
from kg.frames.places.supporting import owner_of
from kg.lexicon import Lexicon
from kg.prose.numbers.scores import scored
from kg.prose.numbers.tallywords import (
    is_side,
    is_support_at,
    is_support_noun,
    names_support,
    shows,
)
from kg.words.nouns import Noun, Sentence
from kg.words.units import SUPPORT_UNIT

_GIVING = frozenset(("of", "from", "by"))
_NAMED = frozenset(("person", "pronoun"))
_KNOWN = frozenset(("person", "office"))
_TOWARDS = frozenset(("for", "behind", "backing", "supporting"))
_ARE = frozenset(("are", "is", "'re"))
_FRONTED = frozenset(("for", "behind", "to"))
_CLAUSE_ENDS = frozenset((",", ";", ":", "."))
_DESCRIBING = frozenset(("determiner", "adverb", "possessive", ""))
_SIGNED = frozenset(("signature", "signatures", "names"))
_THEM = frozenset(("us", "them"))
_MARKS = frozenset((":", "-", "("))
_OPENING_REACH = 8
_SIDE_REACH = 9
_OWNED_REACH = 5
_ASIDE = 6
_OWNER_REACH = 4


def beside(sentence: Sentence, number: Noun, lexicon: Lexicon, *, chained: bool) -> Noun | None:
    """Whose the number is, by the words that tie it to a name; None when none do.

    ``chained``: the sentence has told another number's before.
    """
    return (
        backing_of(sentence, number, lexicon)
        or towards(sentence, number)
        or on_side(sentence, number, lexicon)
        or _predicated(sentence, number, chained=chained)
        or _opening(sentence, number)
        or fronted(sentence, number, lexicon)
        or _marked(sentence, number, chained=chained)
        or _owned(sentence, number, lexicon)
        or scored(sentence, number, lexicon)
        or signed_for(sentence, number)
    )


def towards(sentence: Sentence, number: Noun) -> Noun | None:
    """Y in "19 for Y", "28 are for Y", "40 MPs behind Y"."""
    at = _past_whole(sentence, number.last)
    while at < len(sentence.kinds) and sentence.kinds[at] in ("be", "adverb", "have"):
        at += 1
    told = at < len(sentence.folds) and sentence.folds[at] in _TOWARDS
    if not told and not (
        sentence.folds[at : at + 1] == ["with"] and _are(sentence, number.last, at)
    ):
        return None
    if sentence.folds[at] == "behind" and not _counts_people(sentence, number):
        return None  # so many behind somebody is a distance
    found = of_hers(sentence, at + 1) or noun_from(sentence, at + 1)
    if found is not None and found.kind == "pronoun" and _is_fronted(sentence, number):
        found = next((n for n in sentence.nouns if n.first > at and n.kind == "person"), found)
    return found if found is not None and found.kind in _NAMED else None


def _are(sentence: Sentence, start: int, end: int) -> bool:
    """Whether those counted are somewhere, as the words from ``start`` to ``end`` say."""
    before = sentence.folds[: start - 1]
    whole = bool(before) and before[-1] in ("'s", "'", ")")  # "the party's 31 MPs"
    return not whole and not _ARE.isdisjoint(sentence.folds[start:end])


def _past_whole(sentence: Sentence, at: int) -> int:
    """Past that of which so many are part: "nine of the members of the caucus"."""
    part = at
    while sentence.folds[part : part + 1] == ["of"]:
        part += 1
        part += sentence.kinds[part : part + 1] == ["determiner"]
        whole = sentence.noun(part)
        named = whole is not None and whole.kind != "person"
        part = whole.last if whole is not None and named else part + 1
    return part if sentence.kinds[part : part + 1] == ["be"] else at


def _is_fronted(sentence: Sentence, number: Noun) -> bool:
    """Whether a "with" before the number opens a clause: "with 40 of us behind her, X ..."."""
    at = number.first - 1
    if at < 0 or sentence.folds[at] != "with":
        return False
    return not at or sentence.folds[at - 1] in ('"', ",") or sentence.kinds[at - 1] == "and"


def backing_of(sentence: Sentence, number: Noun, lexicon: Lexicon) -> Noun | None:
    """Y in "Y's team claims the support of 60 MPs", "Y's candidacy is backed by 60 MPs"."""
    if number.kind != "group" or _GIVING.isdisjoint(sentence.folds):
        return None
    of = chain_left(sentence, number)[0].first - 1
    received = sentence.folds[of] in ("of", "from") and _is_support(sentence, of - 1, lexicon)
    if of < 1 or not (
        received or (sentence.folds[of] == "by" and sentence.kinds[of - 1] == "verb")
    ):
        return None
    fronted_by = _with_support(sentence, number, of - 1, lexicon) if received else None
    if fronted_by is not None:
        return fronted_by
    owners = [n for n in sentence.nouns if n.kind == "person" and n.last < of]
    owned = [noun for noun in owners if is_side(sentence, noun.last, lexicon)]
    if len(owners) == len(owned) == 1:
        return owned[0]
    return _backed(sentence, of - 1, lexicon) if received else None


def signed_for(sentence: Sentence, number: Noun) -> Noun | None:
    """Y in "60 councillors signed a letter in support of Y", "a letter backing Y, signed by 60"."""
    people = [noun for noun in sentence.nouns if noun.kind == "person"]
    written = "document" in sentence.kinds or sentence.folds[0] == "signed"
    if len(people) != 1 or number.kind != "group" or not written:
        return None
    by = sentence.folds[number.first - 2 : number.first] == ["signed", "by"]
    after = number.last + (sentence.kinds[number.last : number.last + 1] == ["have"])
    signing = sentence.folds[after : after + 1] in (["signed"], ["sign"])
    lead = sentence.folds[max(0, people[0].first - 3) : people[0].first]
    towards_one = lead[-1:] in (["for"], ["backing"]) or lead[-2:] == ["support", "of"]
    return people[0] if (by or signing) and towards_one else None


def _is_support(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    return is_support_noun(sentence, at, lexicon) or sentence.folds[at] in _SIGNED


def _with_support(sentence: Sentence, number: Noun, noun: int, lexicon: Lexicon) -> Noun | None:
    """Y in "With the support of 30 MPs, Y leads"; ``noun`` is the token of the word for support."""
    at = _governing(sentence, noun, lexicon)
    before = at - 1
    opens = at == 0 or sentence.folds[before] == "," or sentence.kinds[before] == "and"
    return _behind_comma(sentence, number) if opens and sentence.folds[at] == "with" else None


def _backed(sentence: Sentence, noun: int, lexicon: Lexicon) -> Noun | None:
    """Who has what the word for support at token ``noun`` names: "Y, boosted by the backing"."""
    at = _past_aside(sentence, _governing(sentence, noun, lexicon))
    if at > 0 and sentence.kinds[at] == "have":
        subject = find_subject(sentence, at)
        found = subject.chain[-1] if subject.chain and not subject.hedge else None
        return found if found is not None and found.kind in _NAMED else None
    if at < 1 or not (sentence.folds[at] in ("with", "by") or shows(sentence, at, lexicon)):
        return None
    found = next(subjects_before(sentence, at), None)
    return found if found is not None and found.kind in _NAMED else None


def _past_aside(sentence: Sentence, at: int) -> int:
    """Before a few words between commas: "has, till now, the support of"."""
    if sentence.folds[at] != ",":
        return at
    for before in range(at - 1, max(0, at - _ASIDE), -1):
        if sentence.folds[before] == ",":
            return before - 1
    return at


def _governing(sentence: Sentence, noun: int, lexicon: Lexicon) -> int:
    """The word before a noun and what describes it."""
    at = noun - 1
    while at > 0 and sentence.kinds[at] in _DESCRIBING and not shows(sentence, at, lexicon):
        at -= 1
    return at


def _behind_comma(sentence: Sentence, number: Noun) -> Noun | None:
    """Y in "..., Y leads" behind the phrase that the number ends, "to X's 20" included."""
    for comma in range(number.last, min(number.last + _OPENING_REACH, len(sentence.folds))):
        noun = sentence.noun(comma)
        if noun is not None and noun.kind == "person" and sentence.folds[noun.first - 1] != "to":
            return None
        if sentence.folds[comma] == ",":
            found = noun_from(sentence, comma + 1)
            leads = found is not None and is_predicate(sentence, found.last)
            return found if leads and found is not None and found.kind in _NAMED else None
    return None


def _counts_people(sentence: Sentence, number: Noun) -> bool:
    return number.kind == "group" or sentence.folds[number.last - 1] in _THEM


def on_side(sentence: Sentence, number: Noun, lexicon: Lexicon) -> Noun | None:
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
    return _behind_comma(sentence, number)


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


def _predicated(sentence: Sentence, number: Noun, *, chained: bool) -> Noun | None:
    """Y in "24 endorsements are Y's" and, after it, "15 Y's"."""
    at = number.last
    being = sentence.kinds[at : at + 1] == ["be"]
    found = sentence.noun(at + being)
    if not (being or chained) or found is None or found.kind != "person":
        return None
    owned = sentence.is_owning(found.last)
    after = sentence.folds[found.last + 1 : found.last + 2]
    return found if owned and (not after or not after[0].isalnum() or after == ["and"]) else None


def fronted(sentence: Sentence, number: Noun, lexicon: Lexicon) -> Noun | None:
    """Y in "Behind Y stand 20 MPs", "For Y 16 MPs have come out", "To Y 15 MPs lent support"."""
    before = range(number.first - 1, -1, -1)
    at = next((i for i in before if sentence.folds[i] in _FRONTED), None)
    if at is None or number.kind != "group":
        return None
    if at and sentence.folds[at - 1] not in _CLAUSE_ENDS and not sentence.kinds[at - 1]:
        return None
    named = noun_from(sentence, at + 1)
    if named is None or named.kind not in _KNOWN or named.last > number.first:
        return None
    if any(n.kind in _KNOWN for n in sentence.nouns if named.last <= n.first < number.first):
        return None
    if sentence.folds[at] == "behind":
        return named
    siding = any(
        is_support_at(sentence, i, lexicon) for i in range(number.last, len(sentence.folds))
    )
    return named if siding or names_support(sentence, lexicon) else None


def _owned(sentence: Sentence, number: Noun, lexicon: Lexicon) -> Noun | None:
    """Y in "Y's backers number 40", "Y's tally of nominations stands at 61"."""
    for at in range(number.first - 1, max(-1, number.first - 1 - _OWNED_REACH), -1):
        if sentence.folds[at] in _CLAUSE_ENDS:
            return None
        if is_support_noun(sentence, at, lexicon):
            if at == number.first - 1:
                return None
            found = owner_of(sentence, max(-1, at - _OWNER_REACH), at)
            return found if found is not None and found.kind in _KNOWN else None
    return None
