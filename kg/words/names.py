"""Names in the text: runs of capitalised words, told apart as people, bodies and places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.lexicon import Body
from kg.phrases import Match
from kg.words.bodies import is_branch, long_body, printed_name
from kg.words.bodyparts import (
    ends_in_part,
    part_before,
    part_of,
    past_kind,
    past_letter,
    past_nation,
    past_number,
    past_wing,
    tailed_body,
)
from kg.words.laws import is_numbered_law, is_question_title
from kg.words.nonames import (
    is_acronym,
    is_address,
    is_no_name,
    is_placed,
    is_ticket,
)
from kg.words.papers import kind_of_word, past_state
from kg.words.placenames import before_nation, past_joined_place
from kg.words.plainwords import is_cause
from kg.words.runs import is_body, run_end
from kg.words.scan import Scan
from kg.words.smallnames import (
    holder_from,
    is_surname_too,
    with_ordinal,
)
from kg.words.titles import (
    past_alias,
    past_class,
    past_generation,
    past_seat_of_peer,
    read_letters,
    read_titles,
)

_NATIONAL = ("society", "union")  # "Football Federation Australia"
_JOINED = ("law", "body", "society", "union")
_SOCIETIES = ("union", "society", "association")


@dataclass(frozen=True, slots=True)
class NameRun:
    """A name that ends before token ``last``; the name itself begins at ``name_first``.

    ``stated_roles`` are offices that a title or letters after the name state, each with the token
    that states it. ``title_keeps``: the title belongs to the name, as a peer's does.
    """

    kind: Literal["person", "organisation", "place"]
    last: int
    name: str
    name_first: int
    title: str = ""
    title_keeps: bool = False
    body: Body | None = None
    stated_roles: tuple[tuple[str, int], ...] = ()


def read_name(scan: Scan, index: int) -> NameRun | None:
    """The name that begins at ``index``, titles included, or None."""
    named = scan.capital(index)
    if not named and not _may_open_body(scan, index):
        return None
    body = _longer(scan, index, _known_body(scan, index))
    if body or not named:
        return body
    start, title, keeps, roles = read_titles(scan, index)
    end = run_end(scan, start, titled=start > index)
    if end is None or (start > index and _is_general(scan, start)):
        return None
    if other := _no_person(scan, index, start, end):
        return other
    if start == index:
        if end == index + 1 and is_address(scan, index):
            return None
        end = past_joined_place(scan, index, end) or _past_joined_body(scan, index, end)
        end = past_state(scan, end)
        other = _part_of_body(scan, index, end) or _body_or_place(scan, index, end)
        if other:
            return other
        if is_no_name(scan, index, end) or is_question_title(scan, index):
            return None
        if is_placed(scan, index, end):
            return NameRun("place", end, scan.slice(index, end), index)
    end = past_seat_of_peer(scan, start, end) if keeps else past_generation(scan, end)
    last, letters = read_letters(scan, end)
    return NameRun(
        "person",
        past_alias(scan, past_class(scan, last)),
        scan.slice(start, end),
        start,
        title=title,
        title_keeps=keeps,
        stated_roles=(*roles, *letters),
    )


def _is_general(scan: Scan, start: int) -> bool:
    """Whether what stands before is no rank: "General Election", "the General Membership"."""
    word = scan.folds[start]
    return word in scan.lexicon.contested or word in scan.lexicon.slate_makers


def _no_person(scan: Scan, index: int, start: int, end: int) -> NameRun | None:
    """The body or place that begins as people do: "Deputy Sheriffs Association"."""
    if start > index:
        return _society(scan, index, end, end) if _is_society(scan, start, end) else None
    office = holder_from(scan, start, end)  # "Ann Arbor Mayor X"
    return NameRun("place", office, scan.slice(start, office), start) if office else None


def _may_open_body(scan: Scan, index: int) -> bool:
    """Whether the name of a body may begin with the word in small letters at ``index``."""
    word = scan.folds[index]
    bodies = (scan.lexicon.organisations, scan.lexicon.parties)
    return word == "the" or any(word in table for table in bodies)


def _longer(scan: Scan, index: int, known: NameRun | None) -> NameRun | None:
    """The body known at ``index``, the longer name that begins there, or a question to voters."""
    if known is None and is_numbered_law(scan, index):
        law = scan.slice(index, index + 2)
        return NameRun("organisation", index + 2, law, index, body=Body(law, "", "law"))
    begins = scan.capital(index) and scan.folds[index] != "the"
    last = long_body(scan, index) if begins else None
    if last is None or (known is not None and known.last >= last):
        return known
    return _society(scan, index, last, last)


def _part_of_body(scan: Scan, index: int, end: int) -> NameRun | None:
    """The part that a run of capitals names, of a body behind it: "Anytown branch of the ABC"."""
    behind = part_before(scan, end)
    if behind is None:
        return None
    whole = read_name(scan, behind)
    if whole is not None and whole.kind == "organisation":
        return _society(scan, index, whole.last, whole.last)
    called = scan.folds[behind - 1] == "the" and scan.folds[behind] in scan.lexicon.body_kinds
    return _society(scan, index, behind + 1, behind + 1) if called else None


def _is_society(scan: Scan, start: int, end: int) -> bool:
    """Whether capitals behind what looks like a title are the end of a body's name."""
    last = scan.lexicon.organisation_words.get(scan.folds[end - 1])
    return last in _SOCIETIES and scan.folds[start] not in scan.lexicon.given_names


def _society(scan: Scan, index: int, last: int, name_end: int) -> NameRun:
    name = scan.slice(index, name_end)
    return NameRun("organisation", last, name, index, body=Body(name, "", "society"))


def _known_body(scan: Scan, index: int) -> NameRun | None:
    """A party or organisation of the lexicon, unless the run goes on as a longer name."""
    for table in (scan.lexicon.organisations, scan.lexicon.parties):
        if scan.folds[index] not in table and scan.folds[index] != "the":
            continue
        found = table.at(scan.folds, index)
        articled = scan.folds[index] == "the" and index + 1 < len(scan.folds)
        longer = table.at(scan.folds, index + 1) if articled else None
        if longer and (found is None or longer.length >= found.length):
            found = None if found is None else Match(longer.length + 1, longer.value)
        named = range(index + articled, index + found.length) if found else range(0)
        if not found or not any(scan.capital(at) for at in named):
            continue
        last = index + found.length
        end = run_end(scan, index + articled, titled=False)
        if end is not None and end > last and (is_body(scan, end - 1) or ends_in_part(scan, end)):
            return None
        part = part_of(scan, last)
        if part:
            name = scan.slice(index, part)
            return NameRun("organisation", part, name, index, body=Body(name, "", "body"))
        wing = past_wing(scan, last, found.value)
        if wing > last:
            return _society(scan, index, wing, wing)
        last = past_letter(scan, past_number(scan, past_nation(scan, last, found.value)))
        name = printed_name(scan, index, last, found.value)
        last = past_kind(scan, last, found.value)
        return NameRun("organisation", last, name, index, body=found.value)
    return None


def _body_or_place(scan: Scan, index: int, end: int) -> NameRun | None:
    """The run as an organisation or a place, when its last word or the gazetteer says so."""
    shaped = _by_shape(scan, index, end)
    if shaped is not None:
        return shaped
    words = scan.slice(index, end)
    last_kind = kind_of_word(scan, end - 1)
    named = scan.folds[index - 1 : index] == ["the"] or "-" in scan.folds[index]
    if last_kind == "media" and end == index + 1 and named:
        return NameRun("organisation", end, words, index, body=Body(words, "", last_kind))
    if last_kind and end - index > 1:
        if last_kind != "law":
            end = past_letter(scan, past_number(scan, end))
            words = with_ordinal(scan, index, scan.slice(index, end))
        if is_surname_too(scan, index, end):
            return None  # "Sue Hall"
        if last_kind == "place":
            return NameRun("place", end, words, index)
        return NameRun("organisation", end, words, index, body=Body(words, "", last_kind))
    if end - index > 1 and is_branch(scan, index, end):
        words = with_ordinal(scan, index, words)
        return NameRun("organisation", end, words, index, body=Body(words, "", "local party"))
    for stop in range(end, index, -1):
        whole = stop == end
        if (whole or stop - index > 1) and scan.is_place(index, stop):
            return NameRun("place", stop, scan.slice(index, stop), index)
    return None


def _by_shape(scan: Scan, index: int, end: int) -> NameRun | None:
    """The run as a body that small words behind it or its letters show."""
    tailed = tailed_body(scan, index, end)
    if tailed is not None:
        return _society(scan, index, *tailed)
    nation = before_nation(scan, index, end)
    if nation and kind_of_word(scan, nation - 1) in _NATIONAL:
        return _society(scan, index, end, end)
    if is_cause(scan, index, end):
        return _society(scan, index, end, end)
    if is_acronym(scan, index, end):
        words = scan.slice(index, end)
        kind = "ticket" if is_ticket(scan, index, end) else "body"
        return NameRun("organisation", end, words, index, body=Body(words, "", kind))
    return None


def _past_joined_body(scan: Scan, index: int, end: int) -> int:
    """The end of a body or law with "and" in its name: "Trade and Industry Committee"."""
    if end >= len(scan.folds) or scan.folds[end] not in ("and", "&"):
        return end
    second = run_end(scan, end + 1, titled=False) if scan.capital(end + 1) else None
    ended = is_body(scan, end - 1) or scan.folds[index] in scan.lexicon.given_names
    if second is None or second < end + 3 or (ended and scan.folds[end] == "&"):
        return end
    kinds = _JOINED if scan.folds[end] == "&" else ("law", "body")
    named = scan.folds[index] in scan.lexicon.given_names
    return end if named or kind_of_word(scan, second - 1) not in kinds else second
