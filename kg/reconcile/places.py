"""What a printed place is: one council, or a refusal that says what else it is.

A refusal is cheap and a wrong council is not, so every step answers only when nothing else can be
meant. The steps are tried in the order of ``_STEPS``; the first that has an answer gives it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from kg.gazetteer import Council, Gazetteer, Parish, Seat, fold_place
from kg.model import Place, PlaceKind
from kg.reconcile import compounds, councils
from kg.reconcile.placewords import PARISH, SEAT, WARD, take_apart
from kg.reconcile.question import NOWHERE, PlaceContext, Question
from kg.reconcile.spelling import kinds_mended, meant_by

__all__ = ["PlaceContext", "resolve_place"]

_POSSESSIVE = re.compile(r"(.+)['’]s", re.IGNORECASE)


def resolve_place(
    gazetteer: Gazetteer, printed: str, as_of: date, nearby: PlaceContext = NOWHERE
) -> Place:
    """What ``printed`` is on the day ``as_of``, given the places that are printed near by.

    Never raises on any text: what is not known has the kind ``unknown``. Only which places are
    near by matters, never their order.
    """
    question = Question(gazetteer, printed, take_apart(gazetteer, printed), as_of, nearby)
    for step in _STEPS:
        place = step(question)
        if place is not None:
            return place
    return question.refuse("unknown", "No council, seat, ward or parish is known by this name.")


def _blank(question: Question) -> Place | None:
    if any(character.isalpha() for character in question.words.bare):
        return None
    return question.refuse("unknown", "There is no name in it.")


def _possessive(question: Question) -> Place | None:
    """The owner's name of a possessive: "Leeds City Council's". "Buck's" is not Bucks."""
    owner = _POSSESSIVE.fullmatch(question.printed.strip())
    if owner is None or question.principal(question.words.folded, None):
        return None
    place = councils.by_name(question.reads(owner[1]))
    if place is None and question.words.folded in question.gazetteer.word_abbreviations:
        return question.refuse("unknown", "It is a possessive, and no abbreviation.")
    return place


def _full_name(question: Question) -> Place | None:
    """A seat or parish whose full name has kind words in it: "City of Chester"."""
    folded = question.words.folded
    if folded == question.words.bare or question.principal(folded, None):
        return None
    seat = question.gazetteer.seat_named(folded)
    if seat is not None:
        return _is_seat(question, seat)
    return _in_parishes(question, question.gazetteer.parishes_named(folded))


def _lookalike(question: Question) -> Place | None:
    """A form that means something else in print: a football club, a word of every day.

    Among the places of a list it means the council after all.
    """
    what = question.gazetteer.lookalikes.get(" ".join(question.printed.split()))
    if what is None or councils.any_near(question):
        return None
    named = question.principal(question.words.bare, question.as_of)
    return question.refuse("unknown", f"Printed so it is {what}.", candidates=named)


def _small_place_words(question: Question) -> Place | None:
    """Whatever calls itself a ward or a seat."""
    words = question.words
    if WARD in words.words:
        why = "The words beside the name are those of a ward."
        return _wards(question, sure=True) or question.refuse(WARD, why, name=words.bare)
    if SEAT in words.words:
        seat = question.gazetteer.seat_named(words.bare)
        if seat is not None:
            return _is_seat(question, seat)
        why = "The words beside the name are those of a seat of a parliament."
        return question.refuse(SEAT, why, name=words.bare)
    return None


def _parish_words(question: Question) -> Place | None:
    """Whatever calls itself a parish, town or community council."""
    if PARISH not in question.words.words:
        return None
    known = question.gazetteer.parishes_named(question.words.bare)
    if known:
        return _in_parishes(question, known)
    why = "The words beside the name are those of a parish, town or community council."
    return question.refuse(PARISH, why, name=question.words.bare)


def _joint_body(question: Question) -> Place | None:
    """A combined authority, the Greater London Authority, or the like."""
    for form in question.words.forms:
        named = question.gazetteer.councils_named(form)
        if any(council.is_principal for council in named):
            break
        if named:
            why = f"{named[0].official_name} is a joint authority, not a council."
            return question.refuse("unknown", why, name=named[0].name)
    if question.words.is_no_council:
        return question.refuse("unknown", "The words beside the name are not of a council.")
    return None


def _seat(question: Question) -> Place | None:
    seat = question.gazetteer.seat_named(question.words.bare)
    if seat is None or question.words.is_body:
        return None
    why = f"{seat.name} is a seat of the House of Commons; no council is called so."
    return _is_seat(question, seat, why)


def _is_seat(question: Question, seat: Seat, why: str = "") -> Place:
    why = why or f"{seat.name} is a seat of the House of Commons."
    return question.refuse(SEAT, why, name=seat.name, own_code=seat.code)


def _parish(question: Question) -> Place | None:
    if question.words.is_body:
        return None
    return _in_parishes(question, question.gazetteer.parishes_named(question.words.bare))


def _in_parishes(question: Question, parishes: tuple[Parish, ...]) -> Place | None:
    if not parishes:
        return None
    name = parishes[0].name
    slugs = {parish.council for parish in parishes}
    if not question.words.is_body:
        slugs |= {slug for parish in parishes for slug in parish.namesakes}
    over = _council_over(question, slugs)
    if over is not None:
        why = f"{name} has a parish, town or community council, under {over.official_name}."
        return question.refuse("parish", why, name=name, lies_in=over)
    why = f"More than one place is called {name}; none is a principal council."
    kind: PlaceKind = "parish" if question.words.is_body else "ambiguous"
    return question.refuse(kind, why, name=name, candidates=_councils(question, slugs))


def _region(question: Question) -> Place | None:
    """A nation, region or county, which a ward of the same name must not stand for."""
    if question.words.bare not in question.gazetteer.areas:
        return None
    return question.refuse("unknown", "It is the name of a county, a region or a nation.")


def _ward(question: Question) -> Place | None:
    return None if question.words.is_body else _wards(question)


def _wards(question: Question, *, sure: bool = False) -> Place | None:
    """The ward of this name; ``sure`` says that it is one and nothing else."""
    wards = question.gazetteer.wards_named(question.words.bare)
    if not wards:
        return None
    name = wards[0].name
    slugs = {ward.council for ward in wards}
    over = _council_over(question, slugs)
    if over is not None and (sure or _is_sure(question, over, slugs)):
        why = f"{name} is a ward of {over.official_name}; no council is called so."
        return question.refuse(WARD, why, name=name, own_code=wards[0].code, lies_in=over)
    why = f"{name} is a ward; which council's is not certain."
    return question.refuse(WARD, why, name=name, candidates=_councils(question, slugs))


def _is_sure(question: Question, over: Council, slugs: set[str]) -> bool:
    """Whether a ward's name can be meant for nothing but the ward of ``over``.

    One word is enough only near the council's own name: it may be a village or a surname as well.
    """
    if " " not in question.words.bare and not councils.printed_near(question, over):
        return False
    return not _found_elsewhere(question, slugs)


def _found_elsewhere(question: Question, slugs: set[str]) -> bool:
    """Whether the name stands, as whole words, in the name of a place outside ``slugs``."""
    gazetteer, run = question.gazetteer, f" {question.words.bare} "
    for name, kinds in gazetteer.place_names.items():
        if run not in f" {name} ":
            continue
        if kinds & {"constituency", "parish"}:
            return True
        if any(ward.council not in slugs for ward in gazetteer.wards_named(name)):
            return True
        if any(council.slug not in slugs for council in gazetteer.councils_named(name)):
            return True
    return False


def _council_over(question: Question, slugs: set[str]) -> Council | None:
    """The one council alive on the day with the area of all ``slugs``, if there is just one."""
    alive = {council.slug: council for council in _councils(question, slugs)}
    return next(iter(alive.values())) if len(alive) == 1 else None


def _councils(question: Question, slugs: set[str]) -> list[Council]:
    """The councils of ``slugs``, each replaced by its successors if it is gone on the day."""
    found: list[Council] = []
    for slug in sorted(slugs):
        council = question.gazetteer.councils[slug]
        if council.alive_on(question.as_of):
            found.append(council)
        else:
            found.extend(question.gazetteer.successors_on(council, question.as_of))
    return found


def _misspelt(question: Question) -> Place | None:
    """A council whose name is misspelt, if it can be no other name and no other council."""
    guess = replace(question, guessed=True)
    mended = kinds_mended(question.gazetteer, question.words.folded)
    if mended != question.words.folded:
        guess = guess.reads(mended)
        known = next((place for step in _NAMES if (place := step(guess))), None)
        if known is not None:
            return known
    meant = [
        question.gazetteer.councils[slug]
        for slug in sorted(meant_by(question.gazetteer, guess.words))
    ]
    alive = tuple(council for council in meant if council.alive_on(question.as_of))
    if len(alive) == 1:
        return councils.choose(guess, fold_place(alive[0].name), alive)
    if alive or not meant:
        return None
    return councils.not_alive(guess, meant[0])


# Those that the name itself answers, whatever kind of council the words beside it say.
_NAMES = (_parish_words, councils.by_name, compounds.abbreviated, compounds.by_first_part)
_STEPS = (
    _blank,
    _possessive,
    _lookalike,
    _full_name,
    _small_place_words,
    _parish_words,
    _joint_body,
    councils.by_name,
    compounds.abbreviated,
    _seat,
    compounds.qualified,
    compounds.by_first_part,
    compounds.two_councils,
    _parish,
    _region,
    _ward,
    councils.long_gone,
    _misspelt,
)
