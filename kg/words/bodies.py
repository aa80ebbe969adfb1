"""Long names of bodies: those whose words small words tie together, "League of X Voters".

Which words may be tied to more, and by what, is data; what is tied must have a capital, and must
not be a person, a party or what somebody stands for ("Veterans for Jane", "Labour for Mayor").
"""

from __future__ import annotations

from kg.lexicon import Body
from kg.text import fold
from kg.words.bodyparts import past_number
from kg.words.once import once_at
from kg.words.scan import Scan

_LINKS = frozenset(("of", "for", "to", "on", "against", "'s", "'"))
_PERSONS = 2  # words of most people's names
_MAX_WORDS = 6
_ARTICLES = frozenset(("the", "a", "an", "our", "all"))
_OPENING = frozenset(("the", "all", "our", "one", "no", "more", "us"))
_GROUPS = frozenset(
    ("group", "coalition", "organisation", "organization", "network", "charity", "nonprofit")
)
_SAINTS = frozenset(("st", "saint", "king", "queen", "christ", "all"))
_NATIONS = frozenset(("country", "region", "state", "province"))
_MAX_LINKS = 3
_DOTTED = 3  # tokens of the initials of a province
_PEOPLE = ("ders", "kers", "chers", "yers", "tors", "ists", "ians")
_PLURALS = frozenset(
    ("police", "staff", "women", "men", "people", "children", "personnel", "clergy")
)
_SEATED = frozenset(("board", "chamber", "council", "commission", "committee", "department"))
_NUMBERED = frozenset(("local", "lodge"))
_SOCIETIES = frozenset(("union", "society", "body", "association"))
_UNIONS = frozenset(("union", "society", "local party"))


@once_at
def long_body(scan: Scan, index: int) -> int | None:
    """The token behind the body's name that begins at ``index``, if small words tie it together.

    Or if it is a branch that goes by its number: "Local 12".
    """
    if scan.folds[index] in _NUMBERED and (last := past_number(scan, index + 1)) > index + 1:
        return _past_whole(scan, last)
    if called := _past_called(scan, index):
        return called
    end = past_capitals(scan, index)
    if end == index or end == len(scan.folds) or _is_small(scan, index):
        return None
    whole = None
    for _ in range(_MAX_LINKS):
        tied = _past_tie(scan, index, end)
        if tied is None:
            break
        whole = end = _before_holder(scan, end, tied)
    whole = _past_nation(scan, whole) if whole else whole
    return past_number(scan, whole) if whole else _trades(scan, index, end)


def _past_whole(scan: Scan, end: int) -> int:
    """Past the body that a numbered branch is of: "Local 12 of the Teamsters"."""
    if scan.folds[end : end + 1] != ["of"]:
        return end
    at = end + 1 + (scan.folds[end + 1 : end + 2] == ["the"])
    last = long_body(scan, at) or past_capitals(scan, at)
    return last if last > at else end


def _past_called(scan: Scan, index: int) -> int | None:
    """Past a name of any words behind what says that it is a group's: "the group Save Our Park"."""
    if index < _PERSONS or scan.folds[index - 1] not in _GROUPS or scan.capital(index - 1):
        return None
    last = past_capitals(scan, index)
    known = (scan.lexicon.offices, scan.lexicon.titles, scan.lexicon.parties)
    person = scan.folds[index] in scan.lexicon.given_names
    other = any(table.at(scan.folds, at) for table in known for at in range(index, last))
    return last if last > index + 1 and not (person or other) else None


def _is_small(scan: Scan, index: int) -> bool:
    """Whether the word has a capital only because the sentence begins, or is one of time."""
    word = scan.folds[index]
    if scan.lexicon.content_words.get(word) in ("time", "month"):
        return True
    return word not in _OPENING and scan.lexicon.function_words.whole((word,)) is not None


def _past_nation(scan: Scan, end: int) -> int:
    """Past the country of a body whose name is tied: "Union of Students in Ireland"."""
    if scan.folds[end : end + 1] != ["in"] or not scan.capital(end + 1):
        return end
    place = scan.lexicon.regions.at(scan.folds, end + 1)
    return end + 1 + place.length if place and place.value in _NATIONS else end


def _before_holder(scan: Scan, tie: int, end: int) -> int:
    """The token behind the body where the name of its officer follows: "Board of X Chair Jane Doe".

    ``tie`` is the small word inside the body's name, ``end`` the end of the capitals behind it.
    """
    for at in range(tie + 2, end - 1):
        office = scan.lexicon.offices.at(scan.folds, at)
        if office is not None and not office.value.plural and at + office.length < end:
            return at
    return end


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
        before = tokens[end - 1].fold
        lettered = len(before) == len(scan.folds[index]) == 1 and end - index <= _DOTTED
        stops = before == "st" or (lettered and before.isalpha())
        if stops and scan.folds[end : end + 1] == ["."]:
            end += scan.capital(end + 1)  # "St. Paul Union", "B.C. Federation"
    return end


def _past_tie(scan: Scan, index: int, end: int) -> int | None:
    """The end of the words tied by a small word at ``end`` to the head before it."""
    at = end
    if scan.folds[at - 1 : at] and at < len(scan.folds) and scan.folds[at] == ".":
        at += scan.folds[at - 1] in scan.lexicon.abbreviations
    if at >= len(scan.folds) or scan.folds[at] not in _LINKS:
        return None
    link = "'s" if scan.folds[at] == "'" else scan.folds[at]
    links = scan.lexicon.body_heads.get(scan.folds[end - 1], frozenset())
    if link not in links and not (link == "'s" and scan.folds[index] in _SAINTS):
        return None
    start = at + 1
    if link != "'s" and start < len(scan.folds) and scan.folds[start] in _ARTICLES:
        start += 1
    given = scan.folds[index] in scan.lexicon.given_names and not scan.is_place(index, index + 1)
    seated = link == "of" and end - index > 1 and scan.folds[end - 1] in _SEATED
    someone = given and not seated and scan.folds[end - 1] not in _PLURALS
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
    if scan.lexicon.date_words.whole((scan.folds[start],)) is not None:
        return False  # "the Labor Council on Thursday"
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
    if whole and (owned := _past_owned(scan, end)):
        return owned
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


def _past_owned(scan: Scan, end: int) -> int | None:
    """The end of a body that two trades own: "the Nurses and Midwives' Association"."""
    if scan.folds[end : end + 1] not in (["and"], ["&"]) or not scan.folds[end - 1].endswith("s"):
        return None
    last = end + 2
    if not (_is_trade(scan, end + 1) and scan.folds[last : last + 1] == ["'"]):
        return None
    named = past_capitals(scan, last + 1)
    kind = scan.lexicon.organisation_words.get(scan.folds[named - 1])
    return past_number(scan, named) if named > last + 1 and kind in _UNIONS else None


def _is_trade(scan: Scan, index: int) -> bool:
    """Whether a word is neither somebody's name nor a body by itself."""
    if not scan.capital(index) or scan.folds[index] in scan.lexicon.given_names:
        return False
    known = (scan.lexicon.organisations, scan.lexicon.parties)
    return not any(table.at(scan.folds, index) for table in known)


def is_branch(scan: Scan, index: int, end: int) -> bool:
    """Whether the run is a party with a place before it: "Anytown Labour", "Anytown UKIP".

    "Green" may be a surname, so a party's word counts only when it is no adjective of colour.
    """
    word = scan.folds[end - 1]
    if word not in scan.lexicon.parties:
        return False
    if scan.folds[index] in scan.lexicon.given_names:
        seated = word == "labour" and scan.is_place(index, end - 1)  # a council with a given name
        return seated or (word.endswith("s") and end - index > _PERSONS)  # "King County Democrats"
    return word == "labour" or word.endswith("s") or scan.tokens[end - 1].text.isupper()


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
