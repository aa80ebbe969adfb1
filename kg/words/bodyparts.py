"""What stands beside a body's name and is part of it: wings, branches, numbers, nations."""

from __future__ import annotations

import re

from kg.lexicon import Body
from kg.words.scan import Scan

_MAX_WORDS = 6
_MAX_NATION = 3  # words of a place
_MAX_TAIL = 4  # words that call something a part
_BEFORE_OF = frozenset(("arm", "part"))
_PARTS = frozenset(("kept", "wing", "part"))
_SOME = frozenset(("a", "an", "another", "one", "more", "some", "any"))
_LINKED = frozenset(("of", "'s", "'", "-"))
_YEAR = re.compile(r"(?:19|20)\d\d$")
_WINGS = frozenset(("wing", "arm"))
_NUMBERING = frozenset(("no", "nr", "#", "number"))
_NUMBERED = frozenset(("local", "lodge", "branch", "division", "chapter"))
_SET_OFF = (["local"], ["lodge"], ["chapter"], ["branch"])
_CALLED = {
    "party": frozenset(("party",)),
    "union": frozenset(("union",)),
    "media": frozenset(("newspaper", "paper", "magazine", "website")),
}


def past_nation(scan: Scan, end: int, body: Body) -> int:
    """Past the nation or region of a body's part: "GMB Scotland", but not "the GMB, Scotland"."""
    shouted = body.kind == "party" and scan.tokens[end - 1].text.isupper()
    if not (scan.capital(end) and (body.kind in ("union", "society") or shouted)):
        return end
    for last in range(min(end + _MAX_NATION, len(scan.folds)), end, -1):
        owns = scan.folds[last : last + 1] in (["'s"], ["'"])
        if scan.capital(last - 1) and scan.is_place(end, last) and not owns:
            return last if not (shouted and scan.capital(last)) else end
    return end


def past_letter(scan: Scan, end: int) -> int:
    """Past the letter in brackets that tells one body from its like: "Kerala Congress (M)"."""
    letter = scan.folds[end + 1 : end + 2]
    marked = scan.folds[end : end + 1] == ["("] and scan.folds[end + 2 : end + 3] == [")"]
    return end + 3 if marked and len(letter[0]) == 1 and scan.capital(end + 1) else end


def ends_in_part(scan: Scan, end: int | None) -> bool:
    """Whether small words behind capitals make them a part's name: "ABC Anytown region"."""
    if end is None or end >= len(scan.folds) or scan.capital(end):
        return False
    tail = scan.lexicon.body_tails.at(scan.folds, end)
    if tail is None or tail.value != "kept":
        return False
    last = end + tail.length
    return last >= len(scan.folds) or not _goes_on(scan, last)


def past_wing(scan: Scan, end: int, body: Body) -> int:
    """Past the words for a party's wing: "the ABC youth league", "Labour Youth"."""
    tail = scan.lexicon.body_tails.at(scan.folds, end) if end < len(scan.folds) else None
    if body.kind != "party" or tail is None:
        return end
    last = end + tail.length
    shouted = all(scan.capital(at) for at in range(end, last) if scan.folds[at] != "'s")
    small = tail.value == "wing" and not scan.capital(end)
    if not small and not (tail.value in _WINGS and shouted and not scan.title_case):
        return end
    return end if last < len(scan.folds) and _goes_on(scan, last) else last


def past_kind(scan: Scan, end: int, body: Body) -> int:
    """Past the word that says what it is: "the ABC party", but not "the ABC party leader"."""
    words = _CALLED.get(body.kind, frozenset())
    if body.kind == "media" and scan.folds[end : end + 2] == ["editorial", "board"]:
        return end if scan.folds[end + 2 : end + 3] and _goes_on(scan, end + 2) else end + 2
    if end >= len(scan.folds) or scan.folds[end] not in words or scan.capital(end):
        return end
    gives = body.kind == "union" and _owns_support(scan, end + 1)
    return end if end + 1 < len(scan.folds) and _goes_on(scan, end + 1) and not gives else end + 1


def _owns_support(scan: Scan, mark: int) -> bool:
    """Whether a possessive at ``mark`` leads to support: "the ABC union's formal backing"."""
    if scan.folds[mark : mark + 1] not in (["'s"], ["'"]):
        return False
    return any(word in scan.lexicon.support_nouns for word in scan.folds[mark + 1 : mark + 3])


def past_number(scan: Scan, end: int) -> int:
    """Past the number of a branch, letters joined to it included: "Local 32BJ"; a year is none.

    The word for the branch may stand before it, behind a comma or none: "Nurses United Local 12".
    """
    if scan.folds[end : end + 1] and scan.folds[end] in _NUMBERED and scan.capital(end):
        numbered = past_number(scan, end + 1)
        return numbered if numbered > end + 1 else end
    if scan.folds[end : end + 1] == [","] and scan.folds[end + 1 : end + 2] in _SET_OFF:
        numbered = past_number(scan, end + 1)
        return numbered if scan.folds[numbered : numbered + 1] != ["of"] else end
    if scan.folds[end : end + 1] and scan.folds[end] in _NUMBERING:
        digits = end + 1 + (scan.folds[end + 1 : end + 2] == ["."])
        return digits + 1 if "".join(scan.folds[digits : digits + 1]).isdigit() else end
    if end >= len(scan.folds) or not scan.folds[end][0].isdigit() or _YEAR.match(scan.folds[end]):
        return end
    joined = end + 1 < len(scan.tokens) and scan.tokens[end + 1].start == scan.tokens[end].end
    return end + 2 if joined and scan.folds[end + 1].isalpha() else end + 1


def tailed_body(scan: Scan, index: int, end: int) -> tuple[int, int] | None:
    """Where a body ends whose last words are small, "Carlisle branch", and where its name does.

    None when ``index`` to ``end`` is no such run, or what follows says that the words are only
    part of a longer phrase: "the Carlisle branch secretary".
    """
    tails = scan.lexicon.body_tails
    if end >= len(scan.folds) or scan.folds[end] not in tails or scan.capital(end):
        return None
    tail = tails.at(scan.folds, end)
    if tail is None or tail.value in _BEFORE_OF or scan.folds[index] in scan.lexicon.given_names:
        return None
    party = scan.lexicon.parties.at(scan.folds, index)
    if party is not None and party.length == end - index:
        return None
    some = index > 0 and scan.folds[index - 1] in _SOME
    if tail.value == "left" and some:
        return None  # "a Murdoch newspaper", whichever it is
    last = end + tail.length
    if last < len(scan.folds) and _goes_on(scan, last):
        return None
    nation = scan.lexicon.content_words.get(scan.folds[end - 1]) == "nation"
    if scan.folds[end] == "party" and (nation or (index == 0 and end > 1)):
        return None  # "Main Tamil party": a capital at the head of a line is no name
    if tail.value == "nation" and not nation:
        return None
    return last, end if tail.value == "left" and not nation else last


def part_before(scan: Scan, end: int) -> int | None:
    """Where the body begins that small words at ``end`` call a part of: "branch of the ABC"."""
    tails = scan.lexicon.body_tails
    tail = tails.at(scan.folds, end) if scan.folds[end : end + 1] else None
    if tail is None or tail.value not in _PARTS or scan.capital(end):
        return None
    at = end + tail.length
    if scan.folds[at : at + 1] != ["of"]:
        return None
    at += 1 + (scan.folds[at + 1 : at + 2] == ["the"])
    return at if at < len(scan.folds) else None


def part_start(scan: Scan, index: int) -> int:
    """Where the small words begin that call something a wing of the body at ``index``.

    ``index`` itself if none do: "the [youth wing of the] ABC". A committee speaks for the whole.
    """
    of = index - 1 - (scan.folds[index - 1] == "the")
    if of < 1 or scan.folds[of] != "of":
        return index
    for start in range(of - 1, max(-1, of - _MAX_TAIL - 1), -1):
        tail = scan.lexicon.body_tails.at(scan.folds, start)
        if tail and tail.value == "wing" and part_before(scan, start) == index:
            return start if start and scan.folds[start - 1] == "the" else index
    return index


def _goes_on(scan: Scan, index: int) -> bool:
    """Whether a word goes on with the phrase before it: an office, a name, an owner's mark."""
    word = scan.folds[index]
    named = scan.capital(index) and word not in scan.lexicon.function_words
    return named or word in scan.lexicon.office_words or word in _LINKED


def part_of(scan: Scan, index: int) -> int | None:
    """Where the part of a body ends: "the union's Eastern Region", "its Anytown chapter"."""
    if scan.folds[index : index + 1] not in (["'s"], ["'"]) or not scan.capital(index + 1):
        return None
    end = index + 1
    while end - index <= _MAX_WORDS and (
        scan.capital(end)
        or (scan.folds[end : end + 1] in (["and"], ["&"]) and scan.capital(end + 1))
    ):
        kind = scan.lexicon.organisation_words.get(scan.folds[end])
        if kind in ("body", "society", "union") and not scan.capital(end + 1):
            return end + 1 if end > index + 1 else None
        end += 1
    tail = scan.lexicon.body_tails.at(scan.folds, end) if end < len(scan.folds) else None
    part = tail is not None and (tail.value == "kept" or scan.folds[end] == "faction")
    return end + tail.length if tail is not None and part else None
