"""Long names of bodies: those whose words small words tie together, "League of X Voters".

Which words may be tied to more, and by what, is data; what is tied must have a capital, and must
not be a person, a party or what somebody stands for ("Veterans for Jane", "Labour for Mayor").
"""

from __future__ import annotations

import re

from kg.lexicon import Body
from kg.text import fold
from kg.words.scan import Scan, once_at

_LINKS = frozenset(("of", "for", "to", "on", "against", "'s", "'"))
_SOME = frozenset(("a", "an", "another", "one", "more", "some", "any"))
_PERSONS = 2  # words of most people's names
_LINKED = frozenset(("of", "'s", "'", "-"))
_MAX_WORDS = 6
_YEAR = re.compile(r"(?:19|20)\d\d$")
_MAX_LINKS = 3
_PEOPLE = ("ders", "kers", "chers", "yers", "tors", "ists", "ians")
_PLURALS = frozenset(
    ("police", "staff", "women", "men", "people", "children", "personnel", "clergy")
)
_NUMBERED = frozenset(("local", "lodge"))
_SOCIETIES = frozenset(("union", "society", "body", "association"))
_CALLED = {
    "party": frozenset(("party",)),
    "union": frozenset(("union",)),
    "media": frozenset(("newspaper", "paper", "magazine", "website")),
}
_UNIONS = frozenset(("union", "society", "local party"))


@once_at
def long_body(scan: Scan, index: int) -> int | None:
    """The token behind the body's name that begins at ``index``, if small words tie it together.

    Or if it is a branch that goes by its number: "Local 12".
    """
    if scan.folds[index] in _NUMBERED and (last := past_number(scan, index + 1)) > index + 1:
        return last
    end = past_capitals(scan, index)
    if end == index or end == len(scan.folds):
        return None
    whole = None
    for _ in range(_MAX_LINKS):
        tied = _past_tie(scan, index, end)
        if tied is None:
            break
        whole = end = tied
    return past_number(scan, whole) if whole else _trades(scan, index, end)


def opens_body(scan: Scan, index: int) -> bool:
    """Whether the capitals at ``index`` end the name of a body that began before them."""
    end = past_capitals(scan, index)
    kind = scan.lexicon.organisation_words.get(scan.folds[end - 1]) if end > index else None
    return kind in _SOCIETIES


def owns_body(scan: Scan, index: int) -> bool:
    """Whether a body belongs to the plural before ``index``: "the Nurses' Federation"."""
    return (
        scan.folds[index : index + 1] == ["'"]
        and scan.folds[index - 1].endswith("s")
        and scan.capital(index + 1)
        and scan.folds[index + 1] in scan.lexicon.organisation_words
    )


def past_capitals(scan: Scan, index: int) -> int:
    """Past the words with a capital that begin at ``index``, at most six."""
    tokens, end = scan.tokens, index
    last = min(index + _MAX_WORDS, len(tokens))
    while end < last and tokens[end].text[0].isupper():
        end += 1
    return end


def _past_tie(scan: Scan, index: int, end: int) -> int | None:
    """The end of the words tied by a small word at ``end`` to the head before it."""
    at = end
    if scan.folds[at - 1 : at] and at < len(scan.folds) and scan.folds[at] == ".":
        at += scan.folds[at - 1] in scan.lexicon.abbreviations
    if at >= len(scan.folds) or scan.folds[at] not in _LINKS:
        return None
    link = "'s" if scan.folds[at] == "'" else scan.folds[at]
    if link not in scan.lexicon.body_heads.get(scan.folds[end - 1], frozenset()):
        return None
    start = at + 1
    if link != "'s" and start < len(scan.folds) and scan.folds[start] == "the":
        start += 1
    given = scan.folds[index] in scan.lexicon.given_names and not scan.is_place(index, index + 1)
    someone = given and scan.folds[end - 1] not in _PLURALS  # no "Virginia Association"
    if someone or not _may_be_tied(scan, start, link):
        return None
    tied = past_capitals(scan, start)
    if link == "'s" and scan.folds[tied - 1] not in scan.lexicon.organisation_words:
        return None
    return _past_second(scan, tied) if link == "of" else tied


def _may_be_tied(scan: Scan, start: int, link: str) -> bool:
    """Whether the word at ``start`` goes on with a body's name."""
    if not scan.capital(start):
        return False
    kinds = scan.folds[past_capitals(scan, start) - 1].endswith(_PEOPLE)  # "Christian Leaders"
    if scan.folds[start] in scan.lexicon.given_names and not kinds:
        return False
    if link in ("of", "'s"):
        return True
    known = (scan.lexicon.titles, scan.lexicon.offices, scan.lexicon.contest_words)
    if any(table.at(scan.folds, start) for table in known):
        return False
    place = scan.is_place(start, past_capitals(scan, start))
    return not (place or scan.lexicon.parties.at(scan.folds, start))


def _past_second(scan: Scan, end: int) -> int:
    """Past the second of two plurals, "of Teachers and Lecturers", or the last of a series."""
    series = end
    while scan.folds[series : series + 1] == [","] and _is_trade(scan, series + 1):
        series += 2
    if series > end and scan.folds[series : series + 1] in (["and"], ["&"]):
        last = past_capitals(scan, series + 1)
        plural = last == series + 3 and scan.folds[last - 1].endswith("s")
        return last if plural and _is_trade(scan, series + 1) else end
    if end + 1 >= len(scan.folds) or scan.folds[end] not in ("and", "&"):
        return end
    several = scan.folds[end - 1].endswith("s") or scan.folds[end - 1] in _PLURALS
    plurals = several and scan.folds[end + 1].endswith("s")
    known = scan.lexicon.organisations.at(scan.folds, end + 1)
    return end + 2 if plurals and scan.capital(end + 1) and not known else end


def _trades(scan: Scan, index: int, end: int) -> int | None:
    """The end of a body named after its trades: "the Bakers, Food and Allied Workers' Union"."""
    before = scan.folds[index - 1] if index else ""
    whole = scan.folds[end - 1] in scan.lexicon.organisation_words
    if whole or "the" not in (before, scan.folds[index]) or end >= len(scan.folds):
        return None  # "the Nurses Guild and Firefighters Local 7" are two
    while scan.folds[end : end + 1] == [","] and _is_trade(scan, end + 1):
        end += 2
    if scan.folds[end : end + 1] not in (["and"], ["&"]) or not _is_trade(scan, index):
        return None
    if scan.lexicon.organisation_words.get(scan.folds[end - 1]) in _UNIONS:
        return None  # "the Nurses Federation and Teamsters Local": two
    last = end + 1
    while scan.capital(last) or (scan.folds[last : last + 1] == ["'"] and scan.capital(last + 1)):
        last += 1
    named = last > end + 2 and scan.lexicon.organisation_words.get(scan.folds[last - 1])
    return past_number(scan, last) if named in _UNIONS else None


def _is_trade(scan: Scan, index: int) -> bool:
    """Whether a word is neither somebody's name nor a body by itself."""
    if not scan.capital(index) or scan.folds[index] in scan.lexicon.given_names:
        return False
    known = (scan.lexicon.organisations, scan.lexicon.parties)
    return not any(table.at(scan.folds, index) for table in known)


def past_nation(scan: Scan, end: int, body: Body) -> int:
    """Past the nation or region of a body's part: "GMB Scotland", but not "the GMB, Scotland"."""
    part = body.kind in ("union", "society") and scan.capital(end) and scan.is_place(end, end + 1)
    owns = scan.folds[end + 1 : end + 2] in (["'s"], ["'"])
    return end + 1 if part and not owns else end


def past_wing(scan: Scan, end: int, body: Body) -> int:
    """Past the small words for a party's wing: "the ABC youth league"."""
    tail = scan.lexicon.body_tails.at(scan.folds, end) if end < len(scan.folds) else None
    if body.kind != "party" or tail is None or tail.value != "wing" or scan.capital(end):
        return end
    last = end + tail.length
    return end if last < len(scan.folds) and _goes_on(scan, last) else last


def past_kind(scan: Scan, end: int, body: Body) -> int:
    """Past the word that says what it is: "the ABC party", but not "the ABC party leader"."""
    words = _CALLED.get(body.kind, frozenset())
    if end >= len(scan.folds) or scan.folds[end] not in words or scan.capital(end):
        return end
    return end if end + 1 < len(scan.folds) and _goes_on(scan, end + 1) else end + 1


def past_number(scan: Scan, end: int) -> int:
    """Past the number of a branch, letters joined to it included: "Local 32BJ"; a year is none.

    The word for the branch may stand before it: "Nurses United Local 12".
    """
    if scan.folds[end : end + 1] and scan.folds[end] in _NUMBERED and scan.capital(end):
        numbered = past_number(scan, end + 1)
        return numbered if numbered > end + 1 else end
    if end >= len(scan.folds) or not scan.folds[end][0].isdigit() or _YEAR.match(scan.folds[end]):
        return end
    joined = end + 1 < len(scan.tokens) and scan.tokens[end + 1].start == scan.tokens[end].end
    return end + 2 if joined and scan.folds[end + 1].isalpha() else end + 1


def is_branch(scan: Scan, index: int, end: int) -> bool:
    """Whether the run is a party with a place before it: "Anytown Labour", "Anytown UKIP".

    "Green" may be a surname, so a party's word counts only when it is no adjective of colour.
    """
    word = scan.folds[end - 1]
    if word not in scan.lexicon.parties:
        return False
    if scan.folds[index] in scan.lexicon.given_names:
        return word.endswith("s") and end - index > _PERSONS  # "King County Democrats"
    return word == "labour" or word.endswith("s") or scan.tokens[end - 1].text.isupper()


def tailed_body(scan: Scan, index: int, end: int) -> tuple[int, int] | None:
    """Where a body ends whose last words are small, "Carlisle branch", and where its name does.

    None when ``index`` to ``end`` is no such run, or what follows says that the words are only
    part of a longer phrase: "the Carlisle branch secretary".
    """
    tails = scan.lexicon.body_tails
    if end >= len(scan.folds) or scan.folds[end] not in tails or scan.capital(end):
        return None
    tail = tails.at(scan.folds, end)
    if tail is None or scan.folds[index] in scan.lexicon.given_names:
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
    return end + tail.length if tail is not None and tail.value == "kept" else None


def printed_name(scan: Scan, index: int, last: int, body: Body) -> str:
    """The name of a known body as printed, "the" left out; of a party its own for nicknames."""
    first = index + 1 if scan.folds[index] == "the" and fold(body.name)[:4] != "the " else index
    printed = scan.slice(first, last)
    if body.kind == "party" and not _is_form_of(printed, body.name):
        return body.name
    return printed


def _is_form_of(printed: str, name: str) -> bool:
    """Whether a party is printed by its initials or a part of its name, not by a nickname."""
    own, words = fold(name).split(), fold(printed).split()
    if words[-1] == "party" and own[-1] != "party":
        return False  # its own name, whichever of the two is printed
    if fold(printed) + "s" == fold(name):
        return False
    return printed.isupper() or any(word.removesuffix("s") in own for word in words)
