"""One office phrase read from left to right: modifiers, the head, what it is of."""

from __future__ import annotations

from bisect import bisect_left

from kg.words.offices.before import Parts, is_term, past_modifier
from kg.words.offices.behind import of_groups, with_complement
from kg.words.offices.heads import Head, head_at, is_compound
from kg.words.offices.model import OF, OfficePhrase
from kg.words.offices.runs import is_saints
from kg.words.once import once, once_at
from kg.words.scan import Scan

_MEMBER = "Member"
_FARTHEST = 14
_OF_PARTIES = ("Leader", "Spokesman", "Spokeswoman", "Spokesperson")
_SMALL = frozenset(("and", "&", "of", "upon", "'s", "a", "an", "the", ","))


def read_office(scan: Scan, index: int) -> OfficePhrase | None:
    """The office phrase that begins at token ``index``, or None."""
    return _office_at(scan, index) if _leads_to_head(scan, index) else None


@once_at
def _office_at(scan: Scan, index: int) -> OfficePhrase | None:
    at = index
    parts = Parts()
    while at < len(scan.tokens):
        head = None if at == index and _begins_seat(scan, at) else head_at(scan, at, index)
        if head:
            return _finished(scan, index, parts, head)
        passed = past_modifier(scan, at, parts)
        if passed is None:
            return None
        at, parts = passed
    return None


def _begins_seat(scan: Scan, at: int) -> bool:
    """Whether a place called like an office stands before another: "the Bishop Anytown MP"."""
    if not (scan.capital(at) and scan.capital(at + 1) and scan.folds[at] in scan.lexicon.titles):
        return False
    return any(
        head_at(scan, end, at) is not None and scan.is_place(at, end) for end in (at + 2, at + 3)
    )


def _leads_to_head(scan: Scan, index: int) -> bool:
    """Whether the word of a head stands ahead, before any word that no office has.

    This is the cheap question: most words in capitals are asked it and nothing more.
    """
    heads = _head_words(scan)
    if not heads or heads[-1] < index:
        return False  # most lines
    ahead = bisect_left(heads, index)
    if heads[ahead] - index >= _FARTHEST:
        return False
    return all(_may_precede(scan, at) for at in range(index, heads[ahead]))


@once
def _head_words(scan: Scan) -> list[int]:
    """The tokens with which the head of an office may begin."""
    offices, titles = scan.lexicon.offices.keys(), scan.lexicon.titles
    return [
        at
        for at, word in enumerate(scan.folds)
        if word in offices
        or ("-" in word and is_compound(word))
        or (word in titles and at and scan.tokens[at].text.isupper())
    ]


def _may_precede(scan: Scan, at: int) -> bool:
    """Whether a word may stand before the head of an office."""
    word, lexicon = scan.folds[at], scan.lexicon
    if scan.tokens[at].text[0].isupper() or word[0].isdigit():
        return True
    known = word in lexicon.office_words or word in _SMALL or word in lexicon.parties
    return known or is_term(word) or is_saints(scan, at)


def _finished(scan: Scan, index: int, parts: Parts, head: Head) -> OfficePhrase | None:
    status = "former" if head.former else parts.status
    phrase = OfficePhrase(
        _joined([*parts.label, head.label]),
        status,
        index,
        _past_short_form(scan, head.end),
        parts.organisation,
        parts.place,
        head.plural,
    )
    if phrase.plural:
        return of_groups(scan, phrase)
    full = with_complement(scan, phrase)
    return None if head.label == _MEMBER and not _sits_on_body(scan, full) else full


def _past_short_form(scan: Scan, end: int) -> int:
    """Past the letters of the office where more follows: "Chief Executive Officer (CEO) of"."""
    if scan.folds[end : end + 1] != ["("] or scan.folds[end + 2 : end + 3] != [")"]:
        return end
    of = scan.folds[end + 3 : end + 4]
    return end + 3 if scan.tokens[end + 1].text.isupper() and of and of[0] in OF else end


def _joined(parts: list[str]) -> str:
    """Words of a label in one string, a word that the head repeats dropped."""
    *words, head = parts
    if head in _OF_PARTIES:
        words = [word for word in words if word != "Party"]  # "party leader": of which, says more
    kept = [word for word in words if word.lower() not in head.lower().split()]
    return " ".join([*kept, head])


def _sits_on_body(scan: Scan, office: OfficePhrase) -> bool:
    """Whether a member is one of a body that decides, not of a party or union or of the public."""
    if "for" in scan.folds[office.first : office.last] and (
        office.place or (office.organisation and scan.folds[office.first - 1] == "the")
    ):
        return True  # "the member for Anytown"
    words = (office.place or office.organisation).lower().split()
    if not words:
        return False
    if words[0] == "house":
        return True
    known = scan.lexicon.organisations.whole(words)
    kind = known.kind if known else scan.lexicon.organisation_words.get(words[-1])
    return kind == "body"
